#include "app/exchange/demo_calendar.h"

#include <algorithm>
#include <array>
#include <chrono>

namespace app {

namespace {

using std::chrono::hours;
using std::chrono::minutes;

constexpr int days_in_week = 7;

/// 1 Monday to 7 Sunday.
int weekday_of(model::Date day)
{
    return static_cast<int>(date::weekday{date::sys_days{day}}.iso_encoding());
}

/// Three weeks in summer and two around New Year.
bool practice_is_closed(model::Date day)
{
    const unsigned place = static_cast<unsigned>(day.month()) * 100 + static_cast<unsigned>(day.day());
    return (place >= 803 && place <= 823) || place >= 1222 || place <= 104;
}

int days_to_next(const DemoEpisode& episode, double week)
{
    int days = days_in_week;
    for (const DemoCadence& cadence : episode.cadence) {
        if (week <= cadence.week) {
            days = cadence.days;
        }
    }
    return days;
}

model::LevelOfCare level_on(const DemoEpisode& episode, model::Date day, model::Date as_of)
{
    auto level = episode.levels.front().level;
    for (const DemoLevel& span : episode.levels) {
        if (demo_level_start(span, as_of) <= day) {
            level = span.level;
        }
    }
    return level;
}

std::vector<model::Date> days_of(const DemoClient& client, const DemoEpisode& episode, model::Date as_of)
{
    std::vector<model::Date> days;
    const auto is_gap = [&](model::Date day) {
        const double week = weeks_before(as_of, day);
        return practice_is_closed(day) ||
               std::ranges::any_of(episode.gaps, [&](const DemoWeeks& gap) { return gap.covers(week); });
    };
    model::Date day = demo_day(as_of, episode.from, client.weekday);
    const model::Date end = episode.to ? demo_day(as_of, *episode.to, client.weekday) : as_of;
    while (!episode.cadence.empty() && day <= end) {
        if (episode.once || !is_gap(day)) {
            days.push_back(day);
        }
        if (episode.once) {
            break;
        }
        day = model::days_after(day, days_to_next(episode, weeks_before(as_of, day)));
        const int past_friday = weekday_of(day) - 5;
        day = model::days_after(day, past_friday > 0 ? 3 - past_friday : 0);
    }
    return days;
}

model::Attendance attendance_of(const DemoClient& client, DemoRandom& random)
{
    using enum model::Attendance;
    if (!random.chance(client.misses)) {
        return attended;
    }
    constexpr std::array ways{no_show,   no_show,   late_cancelled, late_cancelled,
                              cancelled, cancelled, cancelled,      cancelled_by_therapist};
    return random.one_of(ways);
}

/// The client's usual hour; now and then, or when it is taken, another one between eight and seven.
minutes hour_of(const DemoClient& client, model::Date day, DemoHours& taken, DemoRandom& random)
{
    constexpr int first = 8;
    constexpr int last = 18;
    int hour = random.chance(0.06) ? random.between(first, last) : static_cast<int>(client.hour / hours{1});
    for (int i = 0; i < last - first && !taken.insert({day, hour}).second; ++i) {
        hour = hour == last ? first : hour + 1;
    }
    return hours{hour};
}

model::Session session_on(const DemoClient& client, model::Date day, const std::string& zone, DemoRandom& random)
{
    model::Session session{.held_on = day, .zone = zone, .attendance = attendance_of(client, random)};
    const double way = random.share();
    session.format = way < client.phone                  ? model::SessionFormat::phone
                     : way < client.phone + client.video ? model::SessionFormat::video
                                                         : model::SessionFormat::in_person;
    session.length = minutes{session.attendance != model::Attendance::attended ? 50
                             : session.format == model::SessionFormat::phone   ? random.between(4, 6) * 5
                             : random.chance(0.12)                             ? random.between(8, 10) * 10
                                                                               : 50};
    return session;
}

} // namespace

model::Date demo_day(model::Date as_of, int week, int weekday)
{
    return model::days_after(as_of, weekday - weekday_of(as_of) - week * days_in_week);
}

model::Date demo_level_start(const DemoLevel& level, model::Date as_of)
{
    return demo_day(as_of, level.week, 1);
}

double weeks_before(model::Date as_of, model::Date day)
{
    return model::days_between(day, as_of) / static_cast<double>(days_in_week);
}

std::vector<DemoSession> demo_sessions(const DemoClient& client, const DemoEpisode& episode, const std::string& zone,
                                       model::Date as_of, DemoHours& taken, DemoRandom& random)
{
    const auto days = days_of(client, episode, as_of);
    std::vector<DemoSession> sessions;
    for (std::size_t i = 0; i < days.size(); ++i) {
        DemoSession demo{.session = session_on(client, days[i], zone, random),
                         .week = weeks_before(as_of, days[i]),
                         .number = static_cast<int>(i),
                         .to_come = static_cast<int>(days.size() - i) - 1};
        demo.session.starts_at = hour_of(client, days[i], taken, random);
        demo.session.level_of_care = level_on(episode, days[i], as_of);
        constexpr int is_break = 20;
        demo.after_break = i > 0 && model::days_between(days[i - 1], days[i]) > is_break;
        demo.before_break = demo.to_come > 0 && model::days_between(days[i], days[i + 1]) > is_break;
        if (demo.session.level_of_care == model::LevelOfCare::inpatient) {
            demo.session.attendance = model::Attendance::attended;
            demo.session.format = model::SessionFormat::in_person;
        }
        if (i == 0) {
            demo.session.attendance = model::Attendance::attended;
            demo.session.format = model::SessionFormat::in_person;
            demo.session.length = minutes{80};
        } else if (demo.to_come < episode.missed_at_end) {
            demo.session.attendance = model::Attendance::no_show;
            demo.is_gone = true;
        } else if (client.has_draft && demo.to_come == 0) {
            demo.session.attendance = model::Attendance::attended;
        }
        sessions.push_back(std::move(demo));
    }
    return sessions;
}

std::vector<DemoSession> many_sessions(const DemoClient& client, int count, const std::string& zone, model::Date as_of,
                                       DemoRandom& random)
{
    constexpr int longest = 3'000; // Days; more sessions than weeks in them come closer together.
    const model::Date last = demo_day(as_of, 1, client.weekday);
    std::vector<DemoSession> sessions;
    for (int i = 0; i < count; ++i) {
        const int left = count - 1 - i;
        const int days = count * days_in_week <= longest ? left * days_in_week : left * longest / count;
        const model::Date day = model::days_after(last, -days);
        DemoSession demo{.session = session_on(client, day, zone, random),
                         .week = weeks_before(as_of, day),
                         .number = i,
                         .to_come = left};
        demo.session.starts_at = hours{8 + i % 11} + minutes{(i / 11) % 4 * 15};
        sessions.push_back(std::move(demo));
    }
    if (!sessions.empty()) {
        sessions.front().session.attendance = model::Attendance::attended;
    }
    return sessions;
}

} // namespace app
