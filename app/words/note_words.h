#pragma once

#include "model/date_habits.h"
#include "model/session_note.h"
#include "model/trajectory.h"

#include <optional>
#include <string>
#include <vector>

/// What the parts of a session note are called, and what is said about them.
namespace app {

/// The typed fields of a session's time.
enum class TimeField { date, start, end, minutes };

/// What the quiet checklist before signing looks at. It informs, it forbids nothing.
enum class NoteCheck { goal_rated, times, risk_asked, plan };

std::string name_of(model::SessionFormat format);
std::string name_of(model::Attendance attendance);
std::string name_of(model::NoteForm form);
std::string name_of(model::SectionKind section);
std::string name_of(model::RiskLevel level);
std::string name_of(TimeField field);
/// An entry of the checklist, not to be broken: "✓ risk asked" or "○ risk asked".
std::string check_words(NoteCheck check, bool is_done);

/// In which order they are offered.
const std::vector<model::SessionFormat>& all_formats();
const std::vector<model::Attendance>& all_attendances();
const std::vector<model::NoteForm>& all_note_forms();
const std::vector<model::RiskLevel>& all_risk_levels();

/// What belongs into a section, shown while it is empty.
std::string hint_for(model::SectionKind section);

/// Why a note cannot be signed yet, and what to do.
std::string words_for(model::SigningProblem problem);

/// That a field cannot be read, with an example of what can.
std::string words_for_unreadable(TimeField field);

/// "50 min".
std::string minutes_words(std::chrono::minutes length);

/// "14:00", or "14:00 (Europe/Berlin)" when the session's zone is not the clock's.
std::string start_words(const model::Session& session, const model::ClockFace& clock);

/// A time that is not by the reader's clock, with its zone: "14:00 (Europe/Berlin)".
std::string in_zone_words(const std::string& time, const std::string& zone);

/// One modality and its techniques: "EMDR (bilateral stimulation, grounding)"; the code where the name is unknown.
std::string modality_words(const model::ModalityUse& use, const std::vector<model::Modality>& modalities);

/// The modalities of a note without their techniques: "EMDR, Somatic therapy".
std::string modality_names(const std::vector<model::ModalityUse>& uses, const std::vector<model::Modality>& modalities);

/// What a screen reader calls a row of ratings: "Say no without explaining, therapist's rating".
std::string rating_row_name(const std::string& wording, model::Rater rater);

/// The short label before a row of ratings.
std::string rater_label(model::Rater rater);

/// Which keys rate, for the tooltip of a row.
std::string rating_keys_words();

/// "6 of 10" or "not rated".
std::string rating_value_words(std::optional<int> rating);

/// "was 5"; empty when there was none.
std::string was_words(std::optional<int> last);

/// "therapist 6, client 4"; empty when neither rated.
std::string ratings_words(const model::Rating& rating);

/// In the place of a rated goal's words, where the goal is damaged.
std::string unreadable_goal();

/// The risk line of a signed note in one line.
std::string risk_words(const model::RiskLine& risk);

} // namespace app
