#pragma once

#include "app/drawing/goal_chart.h"
#include "app/presenters/workplace.h"
#include "model/session_note.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace app {

/// What the last note says that matters today.
struct LastTime {
    model::Date held_on{};
    std::string summary{}; ///< The first section that has words, cut at a word.
    std::string plan{};
    std::string homework{};
    model::NoteId note{};

    bool operator==(const LastTime&) const = default;
};

/// What is known of a client when a note is written: everything that stands beside it.
struct NoteBackground {
    std::optional<LastTime> last_time{};
    std::vector<std::string> open{};                  ///< What waits to be done, in words.
    std::map<model::GoalId, GoalHistory> histories{}; ///< Of signed notes before this one.
    std::vector<model::GoalId> rated_last{};          ///< Goals rated in the last note.
    /// The modalities of the last session that took place; with what techniques is for each session to say.
    std::vector<model::ModalityUse> modalities_last{};
    std::vector<model::Goal> goals{};
    std::vector<model::EpisodeOfCare> episodes{};

    bool operator==(const NoteBackground&) const = default;
};

/// Reads what stands beside a note of a session that starts at `starts`; `self` is the note's own draft.
NoteBackground background_of_note(const storage::Casebook& casebook, model::ClientId client, model::Moment starts,
                                  std::optional<model::DraftId> self);

/// The beginning of a text, at most `most` characters, cut between words, with "…" where something is left out.
std::string beginning_of(const std::string& text, std::size_t most);

} // namespace app
