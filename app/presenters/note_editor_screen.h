#pragma once

#include "app/presenters/client_choice.h"
#include "app/presenters/note_background.h"
#include "app/presenters/workplace.h"
#include "app/words/note_words.h"
#include "app/words/typed_date.h"
#include "model/date_habits.h"
#include "storage/storage_error.h"

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace app {

/// The smaller texts of a note.
enum class SideText { homework, risk_actions };

/// Any text of a note that can be typed into.
using NoteText = std::variant<model::SectionKind, SideText>;

/// Where a field stands among the times.
inline constexpr std::size_t index_of(TimeField field)
{
    return static_cast<std::size_t>(field);
}

/// What stands in the way of signing: a field that cannot be read, or a rule of the record.
using EditorProblem = std::variant<TimeField, model::SigningProblem>;

/// How far the note is kept.
enum class Saving {
    nothing_yet, ///< Nothing was entered, nothing is kept.
    unsaved,     ///< Something was entered since.
    saved,
    failed, ///< The last attempt failed; the text is only on the screen.
};

/// A goal and its rows of ratings.
struct GoalRow {
    model::GoalId goal{};
    std::string wording{};
    std::optional<int> by_therapist{};
    std::optional<int> by_client{};
    std::optional<int> therapist_was{}; ///< The last rating before this session.
    std::optional<int> client_was{};

    bool operator==(const GoalRow&) const = default;
};

/// Choosing the right client for a draft.
struct Moving {
    std::string filter{};
    std::vector<ClientChoice> targets{};
    bool has_ratings = false; ///< Which the move would drop.

    bool operator==(const Moving&) const = default;
};

/// Everything the note editor draws.
struct NoteEditorScreen {
    model::NoteContent content{};
    model::Caret caret{};
    std::array<std::string, 4> times{};         ///< As typed, in the order of `TimeField`.
    std::vector<TimeField> unreadable{};        ///< Those of them that cannot be read.
    std::optional<TimeField> remarked{};        ///< The time being typed, or else the first that cannot be read.
    FieldRemark time_remark{};                  ///< What is said about it.
    std::vector<model::SectionKind> sections{}; ///< Of the form, then others that hold text.
    std::vector<model::Modality> modalities{};  ///< All that are offered.
    bool modalities_are_carried = false;        ///< They came along from the last session, and nobody touched them.
    std::vector<GoalRow> goals{};               ///< Those in sight.
    std::size_t goals_in_all = 0;               ///< Over `goals.size()` when some are folded away.
    Saving saving = Saving::nothing_yet;
    std::optional<model::TimeOfDay> saved_at{};
    model::HourClock hours = model::HourClock::of_24;   ///< In which times are said.
    std::optional<storage::StorageErrorKind> failure{}; ///< Of the last attempt to keep, sign, discard or move.
    std::vector<EditorProblem> problems{};
    bool asks_risk_actions = false;  ///< What was done about a risk has a field of its own.
    bool asks_for_risk = false;      ///< Signing waits for a risk level, or for being asked again.
    bool asks_for_therapist = false; ///< Who signs is asked in place.
    std::vector<NoteCheck> checks_done{};
    std::optional<LastTime> last_time{};
    std::vector<std::string> open{};
    std::optional<GoalChart> chart{}; ///< Of the goal rated last, with the rating of today at its end.
    bool asks_discard = false;
    std::optional<Moving> moving{};

    bool operator==(const NoteEditorScreen&) const = default;
};

} // namespace app
