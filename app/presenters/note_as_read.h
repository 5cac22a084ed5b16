#pragma once

#include "model/date_habits.h"
#include "model/goal.h"
#include "model/modality.h"
#include "model/session_note.h"

#include <string>
#include <utility>
#include <vector>

namespace app {

/// A goal as it was rated.
struct RatedGoal {
    std::string wording{};
    std::string ratings{}; ///< "therapist 6, client 4".

    bool operator==(const RatedGoal&) const = default;
};

/// An addendum as it is read.
struct AddendumLine {
    std::string heading{}; ///< Who and when.
    std::string reason{};
    std::string text{};

    bool operator==(const AddendumLine&) const = default;
};

/// A note in the words in which it is read.
struct NoteAsRead {
    std::string heading{};    ///< Date, times, length.
    std::string details{};    ///< Format, level of care, attendance.
    std::string origin{};     ///< For whom it was first signed by mistake; mostly empty.
    std::string modalities{}; ///< With techniques.
    std::vector<RatedGoal> goals{};
    std::vector<std::pair<model::SectionKind, std::string>> sections{}; ///< Those that hold text.
    std::string risk{};
    std::string homework{};
    std::string signature{};  ///< Empty for a draft; so is what follows.
    std::string error_mark{}; ///< Empty unless entered in error.
    std::string error_reason{};
    std::vector<AddendumLine> addenda{}; ///< Oldest first.

    bool operator==(const NoteAsRead&) const = default;
};

/// What stands in a draft or a note, for a reader by whose `clock` the zone goes without saying.
NoteAsRead as_read(const model::NoteContent& content, const std::vector<model::Goal>& goals,
                   const std::vector<model::Modality>& modalities, const model::ClockFace& clock);

/// The same of a signed note, with what was added to it; all times are of the session's zone.
NoteAsRead as_read(const model::Note& note, const std::vector<model::Goal>& goals,
                   const std::vector<model::Modality>& modalities, const model::ClockFace& clock);

} // namespace app
