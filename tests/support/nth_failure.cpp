#include "tests/support/nth_failure.h"

#include "model/codes.h"
#include "tests/support/keys_slots.h"
#include "tests/support/soundness.h"
#include "tests/support/storage_trouble.h"

#include <algorithm>

namespace tests {

namespace {

using storage::StorageErrorKind;

constexpr auto log_of_keys = "what the log tells of the keys";

/// Whether every place that could be shown at all is as in `all`.
bool is_part_of(const Everything& shown, const Everything& all)
{
    return std::ranges::all_of(shown, [&](const auto& place) {
        const auto found = all.find(place.first);
        return std::holds_alternative<StorageErrorKind>(place.second) ||
               (found != all.end() && found->second == place.second);
    });
}

/// Whether the sentence for it says that the world failed. That the casebook is damaged would be untrue, and
/// frightening.
bool is_true_of_a_failing_world(StorageErrorKind kind)
{
    return kind == StorageErrorKind::disk_error || kind == StorageErrorKind::full ||
           kind == StorageErrorKind::cannot_open || kind == StorageErrorKind::too_little_memory;
}

std::optional<storage::StorageError> error_of(const std::function<void()>& act)
{
    try {
        act();
        return std::nullopt;
    } catch (const storage::StorageError& error) {
        return error;
    }
}

} // namespace

StruckCasebook::StruckCasebook(Strike& strike, int stride) : strike_{strike}, stride_{stride}
{
    {
        auto casebook = place_.open();
        front_door::begin(casebook);
    }
    start_ = files();
}

void StruckCasebook::strike(const front_door::Act& act, StrikeToll& toll)
{
    put_back_start();
    const Everything before = shown_again();
    {
        auto casebook = place_.open();
        act.run(casebook);
    }
    const Everything after = shown_again();
    if (before == after) {
        toll.first_fault = act.name + " changes nothing";
        return;
    }
    const Trial trial = [&] {
        auto casebook = place_.open();
        strike_.is_armed = true;
        const auto failure = error_of([&] { act.run(casebook); });
        if (failure && !strike_.is_lasting) {
            strike_.is_armed = false;
            // It may have to be opened again before it can read; but it shows no mixture.
            const auto shown = everything_shown(casebook);
            if (!is_part_of(shown, before) && !is_part_of(shown, after)) {
                fault_while_open_ = "the open casebook shows what never was";
            }
        }
        return failure;
    };
    strike_often(act.name, trial, before, after, toll);
}

void StruckCasebook::strike_opening(StrikeToll& toll)
{
    put_back_start();
    const Everything before = shown_again();
    const Trial trial = [&] {
        strike_.is_armed = true;
        return error_of([&] { place_.open(); });
    };
    strike_often("Opening", trial, before, before, toll);
}

void StruckCasebook::strike_often(const std::string& name, const Trial& trial, const Everything& before,
                                  const Everything& after, StrikeToll& toll)
{
    const int first = acts_++ % stride_ + 1;
    for (const bool is_lasting : {false, true}) {
        for (int at = first; toll.first_fault.empty(); at += stride_) {
            put_back_start();
            strike_ = {.at = at, .is_lasting = is_lasting};
            const auto failure = trial();
            strike_.is_armed = false;
            if (strike_.asked < at) {
                break;
            }
            ++toll.trials;
            if (const auto fault = fault_after(failure, before, after, toll); !fault.empty()) {
                toll.first_fault = name + (is_lasting ? ", from request " : ", at request ") + std::to_string(at) +
                                   (is_lasting ? " on: " : ": ") + fault;
            }
        }
    }
}

std::string StruckCasebook::fault_after(const std::optional<storage::StorageError>& failure, const Everything& before,
                                        const Everything& after, StrikeToll& toll) const
{
    if (!fault_while_open_.empty()) {
        return fault_while_open_;
    }
    if (failure) {
        ++toll.told[failure->kind];
        if (!is_true_of_a_failing_world(failure->kind)) {
            return "it failed as kind " + std::to_string(static_cast<int>(failure->kind)) + ", " + failure->detail;
        }
    }
    try {
        const Everything shown = shown_again();
        if (!failure && shown != after) {
            return "what was acknowledged is not there: " + places_that_differ(after, shown).front();
        }
        // A disk that fails for good in the last step of keeping an act leaves nobody able to see that it was kept:
        // the keys are put back then, and the log tells of what was tried.
        const bool may_log_alone = failure && strike_.is_lasting;
        const auto is_as = [&](Everything expected) {
            if (may_log_alone) {
                expected[log_of_keys] = shown.at(log_of_keys);
            }
            return shown == expected;
        };
        if (!is_as(after) && !is_as(before)) {
            return "it shows what never was in " + places_that_differ(before, shown).front();
        }
        ++(is_as(after) ? toll.kept : toll.undone);
        const auto faults = faults_of(place_);
        return faults.empty() ? std::string{} : faults.front();
    } catch (const storage::StorageError& error) {
        return "it does not open again: " + error.detail;
    }
}

Everything StruckCasebook::shown_again() const
{
    const auto casebook = place_.open();
    Everything shown = everything_shown(casebook);
    shown["keys"] = slots_in(place_.folder());
    using enum model::ActKind;
    std::vector<std::string> told;
    for (const auto& act :
         casebook.acts({.kinds = {person_added, person_removed, password_changed, recovery_renewed}}, 1'000)) {
        told.emplace_back(model::code_of(act.kind));
    }
    shown[log_of_keys] = told;
    return shown;
}

StruckCasebook::Files StruckCasebook::files() const
{
    Files found;
    for (const auto& entry : std::filesystem::directory_iterator{place_.folder()}) {
        if (entry.is_regular_file()) {
            found[entry.path()] = bytes_of(entry.path());
        }
    }
    return found;
}

void StruckCasebook::put_back_start() const
{
    for (const auto& [file, bytes] : files()) {
        if (!start_.contains(file)) {
            std::filesystem::remove(file);
        }
    }
    for (const auto& [file, bytes] : start_) {
        overwrite(file, bytes);
    }
}

} // namespace tests
