// How questions about a file of scores are answered.

#include "app/presenters/import_scores_presenter.h"
#include "model/text.h"
#include "storage/client_code.h"

#include <algorithm>
#include <utility>

namespace app {

void ImportScoresPresenter::choose_answer(std::size_t index)
{
    if (index < screen_.answers.size()) {
        screen_.chosen_answer = index;
        screen_.answer_problem.reset();
        screen_.similar_code.clear();
        on_change();
    }
}

void ImportScoresPresenter::choose_client(std::size_t index)
{
    if (index < screen_.clients.size()) {
        screen_.client = index;
        const auto answer = std::ranges::find(screen_.answers, ImportAnswerField::client, field_of);
        choose_answer(static_cast<std::size_t>(answer - screen_.answers.begin()));
    }
}

void ImportScoresPresenter::type_code(std::string code)
{
    screen_.code = std::move(code);
    const auto answer = std::ranges::find(screen_.answers, ImportAnswerField::code, field_of);
    choose_answer(static_cast<std::size_t>(answer - screen_.answers.begin()));
}

void ImportScoresPresenter::answer()
{
    if (screen_.stage != Stage::asking || screen_.answers.empty()) {
        return;
    }
    if (!screen_.chosen_answer) {
        screen_.answer_problem = ImportAnswerProblem::answer_missing;
        return on_change();
    }
    screen_.answer_problem.reset();
    const ImportAnswerKind kind = screen_.answers.at(*screen_.chosen_answer);
    const auto code = code_for(kind);
    if (!code) {
        return on_change();
    }
    heed_answer(settings_, kind, *problem_, *code);
    given_.push_back({.kind = kind, .problem = *problem_, .code = *code});
    draw_names();
    if (changes_reading(kind)) {
        read();
    } else {
        look();
    }
}

void ImportScoresPresenter::take_answers_back()
{
    if (!is_busy() && screen_.stage != Stage::done && !given_.empty()) {
        given_.clear();
        begin_again();
    }
}

void ImportScoresPresenter::take_answer_back(std::size_t index)
{
    if (!is_busy() && screen_.stage != Stage::done && index < given_.size()) {
        const auto taken_back = given_.begin() + static_cast<std::ptrdiff_t>(index);
        if (changes_reading(taken_back->kind)) {
            given_.erase(std::remove_if(taken_back + 1, given_.end(),
                                        [](const Given& one) { return takes_day_from_file(one.kind); }),
                         given_.end());
        }
        given_.erase(taken_back);
        begin_again();
    }
}

void ImportScoresPresenter::heed_given()
{
    settings_ = {};
    for (const Given& one : given_) {
        heed_answer(settings_, one.kind, one.problem, one.code);
    }
}

bool ImportScoresPresenter::is_outdated(const Given& one) const
{
    if (!takes_day_from_file(one.kind)) {
        return false;
    }
    const auto client = place_.casebook.client_with_code(one.problem.client);
    const auto here = std::ranges::find(preview_.clients(), client, &ClientScores::client);
    return !client || here == preview_.clients().end() || here->first_score != model::parse_date(one.problem.value);
}

bool ImportScoresPresenter::drop_outdated()
{
    if (std::erase_if(given_, [this](const Given& one) { return is_outdated(one); }) == 0) {
        return false;
    }
    heed_given();
    return true;
}

void ImportScoresPresenter::begin_again()
{
    heed_given();
    draw_names();
    read();
}

std::optional<std::string> ImportScoresPresenter::code_for(ImportAnswerKind answer)
{
    switch (field_of(answer)) {
    case ImportAnswerField::none:
        return problem_->client.empty() ? problem_->other : problem_->client;
    case ImportAnswerField::code:
        return typed_code();
    case ImportAnswerField::client:
        break;
    }
    if (!screen_.client) {
        screen_.answer_problem = ImportAnswerProblem::client_missing;
        return std::nullopt;
    }
    return clients_.at(*screen_.client).details.code;
}

std::optional<std::string> ImportScoresPresenter::typed_code()
{
    std::string code = model::trimmed(screen_.code);
    std::vector<std::string> codes = settings_.choices.new_clients;
    for (storage::KnownCode& known : place_.casebook.known_codes()) {
        codes.push_back(std::move(known.code));
    }
    const auto similar = storage::code_like(codes, code);
    if (code.empty()) {
        screen_.answer_problem = ImportAnswerProblem::code_missing;
    } else if (model::characters_in(code) > model::longest_client_code) {
        screen_.answer_problem = ImportAnswerProblem::code_too_long;
    } else if (place_.casebook.client_with_code(code)) {
        screen_.answer_problem = ImportAnswerProblem::code_taken;
    } else if (similar && screen_.similar_code != *similar) {
        screen_.answer_problem = ImportAnswerProblem::code_similar;
        screen_.similar_code = *similar;
    }
    return screen_.answer_problem ? std::nullopt : std::optional{code};
}

} // namespace app
