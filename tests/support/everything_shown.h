#pragma once

#include "storage/casebook.h"
#include "storage/storage_error.h"

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

/// All that a casebook can show, through its front door.
namespace tests {

/// What is shown in one place; or how showing it failed.
using Shown = std::variant<storage::StorageErrorKind, std::string, model::Practice, model::Therapist, model::Client,
                           storage::SummaryChoices, model::Note, std::vector<std::string>, std::vector<model::Modality>,
                           std::vector<model::MeasureDefinition>, std::vector<model::CaseloadRow>,
                           std::vector<model::EpisodeOfCare>, std::vector<model::Goal>, std::vector<model::NoteOutline>,
                           std::vector<model::Draft>, std::vector<model::Administration>, std::vector<model::Notice>,
                           std::vector<model::Therapist>, storage::Settings, std::optional<storage::LeftOpen>,
                           std::vector<model::Act>>;

/// Every place by its name, such as `goals of 1`.
using Everything = std::map<std::string, Shown>;

/// The log of acts, newest first, but for what is entered without anything being done with a record: opening a casebook
/// to look at it, copying it, checking it. So the numbers are left out as well.
inline std::vector<model::Act> acts_on_records(const storage::Casebook& casebook)
{
    using model::ActKind;
    constexpr std::array left_out{ActKind::unlocked,  ActKind::unlock_failed, ActKind::clock_set_back,
                                  ActKind::backed_up, ActKind::restored,      ActKind::verified};
    auto acts = casebook.acts({}, 100'000);
    std::erase_if(acts, [&](const model::Act& act) { return std::ranges::find(left_out, act.kind) != left_out.end(); });
    for (model::Act& act : acts) {
        act.number = 0;
        act.mark = {};
    }
    return acts;
}

/// Shows every place there is. Where one place fails the others are shown all the same; a place to which a failed one
/// leads is missing.
inline Everything everything_shown(const storage::Casebook& casebook)
{
    using namespace date::literals;
    Everything everything;
    const auto show = [&]<class Value>(const std::string& place, const std::function<Value()>& read) {
        try {
            everything[place] = read();
        } catch (const storage::StorageError& error) {
            everything[place] = error.kind;
        }
        const auto* const value = std::get_if<Value>(&everything[place]);
        return value != nullptr ? *value : Value{};
    };
    const auto list = [&](const std::string& place, auto read) {
        return show(place, std::function<decltype(read())()>{read});
    };
    list("practice", [&] { return casebook.practice(); });
    list("therapist", [&] { return casebook.therapist(); });
    list("people", [&] { return casebook.people(); });
    list("settings", [&] { return casebook.settings(); });
    list("left open", [&] { return casebook.left_open(); });
    list("activity", [&] { return acts_on_records(casebook); });
    list("modalities", [&] { return casebook.modalities(); });
    list("measures", [&] { return casebook.measures(); });
    list("unreadable measures", [&] { return casebook.unreadable_measures(); });
    list("newest draft", [&] {
        const auto draft = casebook.last_saved_draft();
        return draft ? std::vector{*draft} : std::vector<model::Draft>{};
    });
    for (const auto& row : list("caseload", [&] { return casebook.caseload(2024_y / 6 / 1); })) {
        const auto client = row.client.id;
        const std::string of = " of " + std::to_string(client.value);
        list("details" + of, [&] { return casebook.client(client); });
        list("episodes" + of, [&] { return casebook.episodes_of(client); });
        list("goals" + of, [&] { return casebook.goals_of(client); });
        list("drafts" + of, [&] { return casebook.drafts_of(client); });
        list("measured" + of, [&] { return casebook.administrations_of(client); });
        list("notices" + of, [&] { return casebook.notices_of(client); });
        list("choices" + of, [&] { return casebook.summary_choices(client); });
        for (const auto& outline : list("notes" + of, [&] { return casebook.notes_of(client); })) {
            list("note " + std::to_string(outline.id.value), [&] { return casebook.note(outline.id); });
        }
    }
    return everything;
}

/// The places that `now` shows otherwise than `before`, or not at all.
inline std::vector<std::string> places_that_differ(const Everything& before, const Everything& now)
{
    std::vector<std::string> differ;
    for (const auto& [place, shown] : before) {
        const auto found = now.find(place);
        if (found == now.end() || found->second != shown) {
            differ.push_back(place);
        }
    }
    for (const auto& [place, shown] : now) {
        if (!before.contains(place)) {
            differ.push_back(place);
        }
    }
    return differ;
}

} // namespace tests
