#include "app/presenters/zone_presenter.h"

#include "app/words/dates.h"

#include <algorithm>
#include <utility>

namespace app {

namespace {

std::string guess_of(const MachineZone& found)
{
    return found.certainty == ZoneCertainty::guessed ? found.name : std::string{};
}

} // namespace

std::optional<std::string> settled_zone(const MachineZone& found, const ZoneAnswer& before)
{
    if (found.certainty == ZoneCertainty::known) {
        return found.name;
    }
    const bool is_the_same = before.guess == guess_of(found);
    return !before.zone.empty() && is_the_same && model::is_time_zone(before.zone) ? std::optional{before.zone}
                                                                                   : std::nullopt;
}

ZoneAnswer answer_to(const MachineZone& found, std::string zone)
{
    return {.zone = std::move(zone), .guess = guess_of(found)};
}

ZonePresenter::ZonePresenter(const MachineZone& found, std::vector<std::string> names, Clock clock)
    : clock_{std::move(clock)}
{
    std::vector<std::string> guess{guess_of(found)};
    std::vector<std::string> fitting = found.fitting;
    for (auto* group : {&guess, &fitting, &names}) {
        std::ranges::sort(*group);
        for (const std::string& name : *group) {
            const bool is_new = std::ranges::find(screen_.zones, name) == screen_.zones.end();
            if (is_new && model::is_time_zone(name)) {
                screen_.zones.push_back(name);
            }
        }
    }
    screen_.is_guess = !guess.front().empty() && !screen_.zones.empty() && screen_.zones.front() == guess.front();
    if (screen_.is_guess) {
        choose(0);
    }
}

void ZonePresenter::choose(std::optional<std::size_t> zone)
{
    if (zone && *zone >= screen_.zones.size()) {
        return;
    }
    screen_.chosen = zone;
    screen_.now_there.clear();
    if (zone) {
        clock_.zone = screen_.zones[*zone];
        screen_.now_there = date_and_time(clock_.now(), clock_.face());
    }
    on_change();
}

void ZonePresenter::go_on()
{
    if (screen_.chosen) {
        on_settled(screen_.zones[*screen_.chosen]);
    }
}

std::vector<std::string> zones_to_choose()
{
    return storage::zone_names(storage::ZonePlaces{}.database);
}

} // namespace app
