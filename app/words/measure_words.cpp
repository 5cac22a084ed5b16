#include "app/words/measure_words.h"

#include "app/words/dates.h"
#include "app/words/isolated.h"
#include "app/words/notice_words.h"
#include "app/words/numbers.h"
#include "app/words/scores_problem.h"

#include <cctype>

namespace app::measure_words {

namespace {

std::string number_list(const std::vector<int>& numbers)
{
    std::string words;
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        const bool is_last = i + 1 == numbers.size();
        words += (i == 0 ? "" : is_last ? " and " : ", ") + std::to_string(numbers[i]);
    }
    return words;
}

std::string range_words(const model::Scale& scale)
{
    std::string words = plain_number(scale.lowest) + " to " + plain_number(scale.highest);
    switch (scale.better) {
    case model::Better::higher:
        return words + ", higher is better";
    case model::Better::lower:
        return words + ", lower is better";
    case model::Better::neither:
        break;
    }
    return words + ", neither direction is better";
}

std::string band_words(const model::Scale& scale, double value)
{
    const model::Band* band = model::band_of(scale, value);
    if (band == nullptr) {
        return {};
    }
    const std::string basis = scale.bands_basis.empty() ? std::string{} : "; " + isolated(scale.bands_basis);
    return " Band: " + isolated(band->name) + " (from " + plain_number(band->from) + basis + ").";
}

/// Why there is no score, or how complete it is.
std::string completeness(const model::Scale& scale, const model::ScaleScore& score)
{
    if (score.asked == 0) {
        return " Entered as a total.";
    }
    const std::string answered = std::to_string(score.answered) + " of " + std::to_string(score.asked);
    if (!score.must_ask.empty()) {
        const bool is_one = score.must_ask.size() == 1;
        return " No score until " + std::string{is_one ? "item " : "items "} + number_list(score.must_ask) +
               (is_one ? " is" : " are") + " asked: never estimated from the other items. " + answered + " answered.";
    }
    if (!score.value) {
        if (scale.method == model::ScoringMethod::mean_of_scales) {
            return " No score yet: every subscale needs one. " + answered + " answered.";
        }
        const std::string limit = scale.max_missing == 0
                                      ? "every item is needed"
                                      : "at most " + std::to_string(scale.max_missing) + " may be left out";
        return " No score yet: " + answered + " answered, " + limit + ".";
    }
    if (score.is_prorated) {
        return " Pro-rated: " + answered + " answered, the rest replaced by the mean of the answers.";
    }
    return " " + answered + " answered.";
}

std::string concern_words(const model::ItemAlert& alert)
{
    const std::string item = "Item " + std::to_string(alert.item);
    return alert.concern == "self_harm" ? item + " (thoughts of self-harm)" : item;
}

} // namespace

std::string words_for(EntryProblem problem)
{
    switch (problem) {
    case EntryProblem::date_unreadable:
        return unreadable_date_words();
    case EntryProblem::date_in_future:
        return "This date is in the future. Please enter the date of the administration.";
    case EntryProblem::date_before_birth:
        return "This date is before the client's date of birth.";
    case EntryProblem::nothing_entered:
        return "Nothing is entered yet.";
    case EntryProblem::total_unreadable:
        return "This is not a number. Please write it as 12 or 3.25.";
    case EntryProblem::total_outside:
        return "This score is outside the range of the measure.";
    case EntryProblem::reason_missing:
        return "Please say briefly what was wrong.";
    case EntryProblem::nothing_corrected:
        return "Nothing is changed yet.";
    }
    return {};
}

std::string words_for(const model::AnswersRefused& refusal)
{
    std::string words = app::words_for(refusal) + ".";
    words.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(words.front())));
    return words;
}

ScoreWords score_words_for(const model::MeasureDefinition& definition, const model::ScaleScore& score)
{
    const model::Scale* scale = definition.scale(score.scale);
    if (scale == nullptr) {
        return {.name = score.scale, .value = score.value ? plain_number(*score.value) : "\u2013"};
    }
    ScoreWords words{.name = scale->name.empty() ? definition.name : scale->name,
                     .value = score.value ? score_words(*score.value, *scale) : "\u2013",
                     .why = range_words(*scale) + ".",
                     .is_lead = scale == definition.lead()};
    if (score.value) {
        words.why += band_words(*scale, *score.value);
    }
    words.why += completeness(*scale, score);
    return words;
}

std::string answered_words(const model::ScaleScore& score)
{
    if (score.asked == 0) {
        return "total only";
    }
    return std::to_string(score.answered) + " of " + std::to_string(score.asked) +
           (score.is_prorated ? ", pro-rated" : "");
}

AlertWords words_for(const model::RaisedAlert& alert)
{
    switch (alert.state) {
    case model::AlertState::raised:
        return {true, positive_item_words(alert.alert.item, alert.answer.value_or(0), alert.alert.concern) +
                          " Please do so now, while you are together, and go through the safety plan. A notice stays "
                          "with this client until it is reviewed."};
    case model::AlertState::not_asked:
        return {true,
                unanswered_item_words(alert.alert.item, alert.alert.concern) + " Until then the risk is not known."};
    case model::AlertState::not_known:
        return {false, concern_words(alert.alert) + " is not known from a total alone. Please look at the form."};
    }
    return {};
}

std::optional<AlertWords> words_for(const model::CriteriaOutcome& outcome)
{
    if (outcome.state == model::CriteriaState::no_rule) {
        return std::nullopt;
    }
    std::string counts;
    for (const model::CriterionCount& count : outcome.counts) {
        counts += (counts.empty() ? "" : ", ") + isolated(count.name) + " " + std::to_string(count.counted) +
                  " (needs " + std::to_string(count.needed) + ")";
    }
    switch (outcome.state) {
    case model::CriteriaState::met:
        return AlertWords{true, "The answers fit the symptom criteria: " + counts +
                                    ". This is a prompt to assess, not a diagnosis."};
    case model::CriteriaState::open:
        return AlertWords{false, "Symptom criteria so far: " + counts + ". Unanswered items would decide."};
    case model::CriteriaState::not_met:
    case model::CriteriaState::no_rule:
        break;
    }
    return AlertWords{false, "Symptom criteria not met: " + counts + "."};
}

std::string form_words(const model::MeasureDefinition& definition)
{
    std::string words;
    if (definition.items.empty()) {
        words = "Entered as a total";
    } else {
        words = counted(static_cast<long>(definition.items.size()), "item", "items") + ", answered " +
                std::to_string(definition.answer_lowest) + " to " + std::to_string(definition.answer_highest);
    }
    words += definition.version.empty() ? "." : ". Form: " + isolated(definition.version) + ".";
    if (definition.revision > 1) {
        words += " Version " + std::to_string(definition.revision) + " of the definition.";
    }
    return definition.is_retired ? words + " Retired: it is not filled in any more." : words;
}

std::string interval_words(const model::MeasureDefinition& definition, std::optional<model::Date> last, bool is_due)
{
    if (definition.ask_again_after_days == 0) {
        return {};
    }
    const std::string every = counted(definition.ask_again_after_days, "day", "days");
    if (!last) {
        return "To be asked at most every " + every + ".";
    }
    const model::Date next = model::days_after(*last, definition.ask_again_after_days);
    return "To be asked at most every " + every + ": " + (is_due ? "due since " : "again from ") + short_date(next) +
           ".";
}

std::string licence_words(const model::MeasureDefinition& definition)
{
    return "Licence: " + isolated(definition.licence) + "\nSource: " + isolated(definition.citation);
}

std::string item_words(int item, std::size_t place, std::size_t count, std::optional<int> answer)
{
    return "Item " + std::to_string(item) + ", " + std::to_string(place + 1) + " of " + std::to_string(count) +
           (answer ? ", answer " + std::to_string(*answer) : ", no answer");
}

std::string total_label(const model::MeasureDefinition& definition)
{
    const model::Scale* lead = definition.lead();
    if (lead == nullptr) {
        return "Score";
    }
    const std::string name = lead->name.empty() || lead->name == "Total" ? "Score" : "Score: " + isolated(lead->name);
    return name + ", " + plain_number(lead->lowest) + " to " + plain_number(lead->highest);
}

std::string grid_help(const model::MeasureDefinition& definition)
{
    std::string keys = "Answers " + std::to_string(definition.answer_lowest) + " to " +
                       std::to_string(definition.answer_highest) + ", one key each";
    if (definition.answer_highest == 10) {
        keys += ", x for ten";
    } else if (definition.answer_highest > 10) {
        keys = "Answers " + std::to_string(definition.answer_lowest) + " to " +
               std::to_string(definition.answer_highest) + ", Enter after a short one";
    }
    return keys + ". Space leaves an item out, Backspace goes back, Enter moves on.";
}

std::string corrects(model::Date day)
{
    return "Correcting the administration of " + short_date(day);
}

std::string save_correction_button()
{
    return "Save correction";
}

std::string correct_button()
{
    return "Correct…";
}

std::string correct_explanation()
{
    return "Change what is wrong. The administration as it was entered stays in the list, marked as entered in error "
           "with this reason.";
}

std::string corrected(const std::string& measure, model::Date day, const std::string& score)
{
    return "Corrected: " + isolated(measure) + " of " + short_date(day) + (score.empty() ? "." : ", " + score + ".");
}

std::string same_day(model::Date day)
{
    return "There is already one of " + short_date(day) + ". Both are kept.";
}

std::string saved(const std::string& measure, model::Date day, const std::string& score)
{
    const std::string words = "Saved: " + isolated(measure) + " of " + short_date(day);
    return score.empty() ? words + ". It has no score. Please correct it once the missing items have been asked."
                         : words + ", " + score + ".";
}

std::string unsaved_entries(const std::string& answered, const std::string& being_marked)
{
    const std::string answers =
        answered.empty() ? std::string{} : "An administration is not saved yet: " + isolated(answered) + ".";
    const std::string reasons =
        being_marked.empty() ? std::string{}
                             : "A reason is typed but the administration is not marked as entered in error yet: " +
                                   isolated(being_marked) + ".";
    return answers + (answers.empty() || reasons.empty() ? "" : " ") + reasons;
}

std::string filled_in_on(model::Date day)
{
    return "Administered on " + long_date(day);
}

std::string answers_line(const model::MeasureDefinition& definition, const model::Answers& answers)
{
    std::string words;
    for (std::size_t i = 0; i < answers.size() && i < definition.items.size(); ++i) {
        words += (i == 0 ? "Item and score:  " : "   ") + std::to_string(definition.items[i]) + "\u00a0:\u00a0" +
                 (answers[i] ? std::to_string(*answers[i]) : "\u2013");
    }
    return words;
}

std::string scored_by(int revision)
{
    return "Scored by version " + std::to_string(revision) + " of the definition.";
}

std::string retire_button()
{
    return "Retire this measure";
}

std::string reinstate_button()
{
    return "Use this measure again";
}

std::string in_error(const model::EnteredInError& error, const model::ClockFace& clock)
{
    const std::string words = "Entered in error: it no longer counts. Marked by " + isolated(error.author) + " on " +
                              date_and_time(error.marked_at, clock) + ".";
    return error.reason.empty() ? words : words + " Reason: " + isolated(error.reason);
}

} // namespace app::measure_words
