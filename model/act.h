#pragma once

#include "model/calendar.h"
#include "model/ids.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>

namespace model {

/// What a person, or the program for them, did with a casebook. Kinds are added, never taken away: logs of years ago
/// hold them.
enum class ActKind {
    casebook_made,
    unlocked,
    unlock_failed, ///< Wrong passwords before an unlocking; how many is the act's `record`.
    locked,
    place_taken_up, ///< After a lock, where somebody had been.
    clock_set_back, ///< The machine's clock showed an earlier time than at the act before.
    practice_changed,
    therapist_changed,
    settings_changed,
    person_added,
    person_removed,
    password_changed,
    recovery_renewed,
    client_viewed,
    clients_searched,
    client_added,
    client_changed,
    client_admitted,
    client_discharged,
    level_of_care_changed,
    draft_started,
    draft_saved,
    draft_discarded,
    draft_moved,
    note_signed,
    addendum_added,
    note_marked_in_error,
    modality_added,
    goal_added,
    goal_closed,
    goal_reopened,
    goal_corrected,
    goal_reworded, ///< From now on; the words of before are kept.
    measure_added,
    form_added,
    form_marked_in_error,
    form_corrected, ///< Marked in error, and another one put in its place: the act's `record`.
    notice_reviewed,
    summary_choices_kept,
    summary_saved,
    summary_printed,
    trajectory_saved,
    trajectory_copied,
    activity_saved,
    backed_up,
    restored,
    verified,
    older_record_accepted, ///< The record was older than its keys said, and a person chose to go on with it.
    backup_copied,         ///< To another place, such as a memory stick.
    recovery_used,         ///< A recovery sheet gave a casebook whose keys were lost new ones, with a new password.
    worsening_noticed,     ///< The program raised, changed or took back a notice that a score is worse than before.
    admission_corrected,
    discharge_corrected,
    discharge_taken_back,
    note_given_to_client, ///< A signed note was marked in error and a draft made of it for another client.
    clients_merged,       ///< Another client, the act's `record`, became part of this one.
    client_removed,       ///< Added by mistake, without a signed note.
    client_erased,
    scores_imported,  ///< Of one client; how many is the act's `record`.
    measure_replaced, ///< By another version of its definition.
    measure_retired,
    measure_reinstated,
    misfiled_note_erased, ///< Of another client, whose record was erased.
    upgraded, ///< The casebook was brought to the format of a newer Mendline; its number is the act's `record`.
};

/// One entry of the log of acts: who did what, when, and to which record. Never what was written there.
struct Act {
    std::uint64_t number = 0; ///< From 1, without a gap; the order of the log, whatever the clock said.
    Moment at{};
    std::int64_t person = 1; ///< The casebook's number for who did it.
    std::string person_name{};
    ActKind kind{};
    std::optional<ClientId> client{};
    std::optional<std::int64_t> record{}; ///< The id of what it concerned, or a count where the kind says so.
    std::array<std::uint8_t, 4> mark{};   ///< The first bytes of its MAC: every printed page bears those of one act.
    bool is_damaged = false;              ///< Its MAC does not fit: it is not what was written.

    bool operator==(const Act&) const = default;
};

} // namespace model
