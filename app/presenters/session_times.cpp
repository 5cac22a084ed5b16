#include "app/presenters/session_times.h"

#include <algorithm>
#include <chrono>

namespace app {

namespace {

using std::chrono::minutes;

constexpr minutes whole_day{24 * 60};

} // namespace

model::TimeOfDay end_of(const model::Session& session)
{
    return model::time_in_zone(session.starts() + session.length, session.zone);
}

minutes length_until(const model::Session& session, model::TimeOfDay end)
{
    const auto until = [&](model::Date day) {
        return std::chrono::floor<minutes>(model::moment_of(day, end, session.zone) - session.starts());
    };
    const minutes same_day = until(session.held_on);
    const minutes length = same_day > minutes{0} ? same_day : until(model::days_after(session.held_on, 1));
    return std::clamp(length, minutes{1}, whole_day);
}

model::Session session_just_held(const Clock& clock, const std::optional<model::Session>& last,
                                 std::span<const model::EpisodeOfCare> episodes)
{
    model::Session session;
    session.zone = clock.zone;
    if (last) {
        session.length = last->length;
        session.format = last->format;
    }
    const model::Moment began = clock.now() - session.length;
    const model::TimeOfDay time = model::time_in_zone(began, clock.zone);
    session.held_on = model::date_in_zone(began, clock.zone);
    session.starts_at = time - time % minutes{5};
    session.level_of_care = model::level_of_care_on(episodes, session.held_on);
    return session;
}

} // namespace app
