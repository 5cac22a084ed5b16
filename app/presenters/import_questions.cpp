#include "app/presenters/import_questions.h"

#include <algorithm>
#include <array>

namespace app {

namespace {

using enum ScoresProblemKind;
using enum ImportAnswerKind;

struct ImportQuestion {
    ScoresProblemKind kind{};
    std::vector<ImportAnswerKind> answers{};
};

const std::vector<ImportQuestion>& import_questions()
{
    static const std::vector<ImportQuestion> questions{
        {client_looks_alike, {is_look_alike, is_new_as_written}},
        {client_was_erased, {is_client, is_new_as_written}},
        {client_not_a_code, {is_client, is_new_with_code}},
        {client_too_long, {is_client, is_new_with_code}},
        {client_name_ambiguous, {is_client, is_new_with_code}},
        {before_admission, {care_began_then, admission_stays}},
        {answer_above_highest, {counted_from_next}},
        {answers_never_lowest, {counted_from_next, counted_as_form}},
        {dates_ambiguous, {dates_day_first, dates_month_first}},
        {already_there, {leave_out_known}},
        {contradicts_casebook, {leave_out_contradicting}},
    };
    return questions;
}

} // namespace

std::vector<ImportAnswerKind> answers_to(ScoresProblemKind question)
{
    const auto found = std::ranges::find(import_questions(), question, &ImportQuestion::kind);
    return found == import_questions().end() ? std::vector<ImportAnswerKind>{} : found->answers;
}

ImportAnswerField field_of(ImportAnswerKind answer)
{
    return answer == is_client          ? ImportAnswerField::client
           : answer == is_new_with_code ? ImportAnswerField::code
                                        : ImportAnswerField::none;
}

bool changes_reading(ImportAnswerKind answer)
{
    return answer == counted_from_next || answer == counted_as_form || answer == dates_day_first ||
           answer == dates_month_first;
}

bool takes_day_from_file(ImportAnswerKind answer)
{
    return answer == care_began_then;
}

bool must_be_chosen(ScoresProblemKind question, std::span<const ImportAnswerKind> answers)
{
    return answers.size() > 1 || question == answer_above_highest;
}

void heed_answer(ImportSettings& settings, ImportAnswerKind answer, const ScoresProblem& question,
                 const std::string& code)
{
    const int lowest = question.refusal ? static_cast<int>(question.refusal->lowest) : 0;
    switch (answer) {
    case is_look_alike:
        settings.choices.clients[question.value] = question.other;
        break;
    case is_client:
        settings.choices.clients[question.value] = code;
        break;
    case is_new_as_written:
        settings.choices.new_clients.push_back(question.value);
        break;
    case is_new_with_code:
        settings.choices.new_clients.push_back(code);
        settings.choices.clients[question.value] = code;
        break;
    case care_began_then:
        settings.choices.admitted_clients[question.client] = model::parse_date(question.value).value();
        break;
    case admission_stays:
        settings.choices.admitted_clients[question.client] = model::parse_date(question.other).value();
        break;
    case counted_from_next:
        settings.reading.answers_from.of_measure[question.measure] = lowest + 1;
        break;
    case counted_as_form:
        settings.reading.answers_from.of_measure[question.measure] = lowest;
        break;
    case dates_day_first:
        settings.reading.dates = model::DateOrder::day_first;
        break;
    case dates_month_first:
        settings.reading.dates = model::DateOrder::month_first;
        break;
    case leave_out_known:
        settings.choices.skip_known = true;
        break;
    case leave_out_contradicting:
        settings.choices.skip_contradicting = true;
        break;
    }
}

} // namespace app
