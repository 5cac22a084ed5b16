#pragma once

#include "model/administration.h"
#include "model/date_habits.h"
#include "model/scoring.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

/// What stands on the measures tab: what a filling-in scored and why, and what has to be asked.
namespace app {

/// Why a filling-in cannot be kept.
enum class EntryProblem {
    date_unreadable,
    date_in_future,
    date_before_birth,
    nothing_entered,
    total_unreadable,
    total_outside,
    reason_missing,    ///< Of marking one entered in error, or of a correction.
    nothing_corrected, ///< A correction says the same as what it corrects.
};

/// The score of one scale, and why it is that score.
struct ScoreWords {
    std::string name{};
    std::string value{}; ///< "12", or a dash where there is no score.
    std::string why{};   ///< Range, direction, band with its basis, items answered; or why there is no score.
    bool is_lead = false;

    bool operator==(const ScoreWords&) const = default;
};

/// Something a person has to know about the answers.
struct AlertWords {
    bool is_loud = false; ///< Risk, or something to ask or assess; otherwise a quiet remark.
    std::string words{};

    bool operator==(const AlertWords&) const = default;
};

namespace measure_words {

std::string words_for(EntryProblem problem);
/// Why a key or a total was not taken, as a sentence.
std::string words_for(const model::AnswersRefused& refusal);

ScoreWords score_words_for(const model::MeasureDefinition& definition, const model::ScaleScore& score);
/// "9 of 9", "8 of 9, pro-rated", "total".
std::string answered_words(const model::ScaleScore& score);

AlertWords words_for(const model::RaisedAlert& alert);
/// Nothing for a measure without criteria.
std::optional<AlertWords> words_for(const model::CriteriaOutcome& outcome);

std::string heading();
std::string measure_column();
std::string last_column();
std::string score_column();
std::string due_column();
std::string due_mark();
std::string entering_mark();
std::string list_name();
std::string add_measure_button();
std::string choose_definition_title();
std::string definition_files();

/// Items, answers and version: "9 items, answered 0 to 3 · 9 items, sum".
std::string form_words(const model::MeasureDefinition& definition);
/// "Not more often than every 14 days; last asked 20 Nov 2026." Empty without an interval.
std::string interval_words(const model::MeasureDefinition& definition, std::optional<model::Date> last, bool is_due);
std::string licence_words(const model::MeasureDefinition& definition);
std::string no_item_wording();

std::string enter_button();
std::string entry_caption();
/// "Correcting the administration of 3 Mar 2026".
std::string corrects(model::Date day);
std::string date_label();
std::string items_choice();
std::string total_choice();
/// "Score (0 to 27)".
std::string total_label(const model::MeasureDefinition& definition);
std::string grid_name();
std::string grid_help(const model::MeasureDefinition& definition);
/// What a screen reader says of the item that is next.
std::string item_words(int item, std::size_t place, std::size_t count, std::optional<int> answer);
std::string what_it_scored();
std::string nothing_scored_yet();
std::string save_correction_button();
std::string correct_button();
/// What becomes of the one that is corrected.
std::string correct_explanation();
std::string corrected(const std::string& measure, model::Date day, const std::string& score);
std::string same_day(model::Date day);
std::string ask_before_saving();
std::string save_button();
std::string cancel_entry_button();
std::string saved(const std::string& measure, model::Date day, const std::string& score);
/// Before the tab goes: the names of measures with answers, and of those with a reason typed for marking a filling-in.
std::string unsaved_entries(const std::string& answered, const std::string& being_marked);

std::string history_caption();
std::string reading_caption();
std::string no_history();
std::string date_column();
std::string change_column();
std::string band_column();
std::string answered_column();
std::string mark_column();
std::string first_mark();
std::string no_score_mark();
std::string in_error_mark();
std::string filled_in_on(model::Date day);
std::string answers_line(const model::MeasureDefinition& definition, const model::Answers& answers);
std::string entered_as_total();
/// Of a measure of the practice's own.
std::string scored_by(int revision);
std::string retire_button();
std::string reinstate_button();
std::string in_error(const model::EnteredInError& error, const model::ClockFace& clock);
std::string mark_in_error_button();
std::string reason_label();
std::string mark_for_good_button();
std::string mark_explanation();

} // namespace measure_words

} // namespace app
