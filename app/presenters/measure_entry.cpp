#include "app/presenters/measure_entry.h"

#include "app/words/dates.h"
#include "model/text.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <charconv>
#include <sstream>
#include <utility>

namespace app {

namespace {

/// Begins the reason of a correction, where that is left.
const std::string correction_mark = "correction: ";

/// Reads `12`, `3.25` or `3,25`; nothing else may stand there.
std::optional<double> read_number(std::string text)
{
    std::ranges::replace(text, ',', '.');
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool is_whole_text = error == std::errc{} && end == text.data() + text.size();
    return is_whole_text ? std::optional{number} : std::nullopt;
}

/// Writes a number so that reading it gives the same.
std::string in_full(double number)
{
    std::array<char, 32> digits{};
    const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), number);
    return {digits.data(), end};
}

} // namespace

MeasureEntry::MeasureEntry(model::MeasureDefinition definition, const std::string& taken_on)
    : definition_{std::move(definition)}, taken_on_{taken_on}, by_items_{!definition_.items.empty()}
{
    if (by_items_) {
        answers_.emplace(definition_);
    }
}

MeasureEntry::MeasureEntry(model::MeasureDefinition definition, const model::Administration& wrong)
    : MeasureEntry{std::move(definition), short_date(wrong.details.taken_on)}
{
    wrong_ = wrong;
    by_items_ = !wrong.details.answers.empty();
    if (by_items_) {
        answers_->take_up(wrong.details.answers);
        answers_->pass_all();
        answers_->move_to(0);
    } else if (wrong.details.total) {
        total_ = in_full(*wrong.details.total);
    }
}

std::string MeasureEntry::reason() const
{
    return model::trimmed(reason_);
}

bool MeasureEntry::has_values_of_wrong() const
{
    const Total entered = total();
    const auto* number = std::get_if<double>(&entered);
    return by_items_ ? answers_->answers() == wrong_->details.answers
                     : number != nullptr && wrong_->details.total == *number;
}

bool MeasureEntry::has_content() const
{
    if (wrong_) {
        // A day that was understood is written in this form as soon as the keyboard leaves it.
        const bool has_its_day = model::trimmed(taken_on_) == short_date(wrong_->details.taken_on);
        return !has_its_day || !has_values_of_wrong() || !reason().empty();
    }
    return (answers_ && answers_->has_answers()) || !model::is_blank(total_);
}

AnswerEntry& MeasureEntry::answers()
{
    assert(answers_);
    return *answers_;
}

std::string MeasureEntry::as_left() const
{
    std::string left;
    if (wrong_) {
        left = correction_mark + std::to_string(wrong_->id.value) + " " + reason_ + "\n";
    }
    left += taken_on_ + "\n" + (by_items_ ? "items" : "total") + "\n" + total_;
    for (const auto& answer : answers_ ? answers_->answers() : model::Answers{}) {
        left += "\n" + (answer ? std::to_string(*answer) : std::string{});
    }
    return left;
}

void MeasureEntry::take_up(const std::string& left)
{
    std::istringstream lines{left};
    std::string way;
    std::getline(lines, taken_on_);
    if (taken_on_.starts_with(correction_mark)) {
        const auto end_of_id = taken_on_.find(' ', correction_mark.size());
        reason_ = wrong_ && end_of_id != std::string::npos ? taken_on_.substr(end_of_id + 1) : std::string{};
        std::getline(lines, taken_on_);
    }
    std::getline(lines, way);
    std::getline(lines, total_);
    if (!answers_) {
        return;
    }
    by_items_ = way != "total" || definition_.lead() == nullptr;
    model::Answers answers;
    for (std::string line; std::getline(lines, line);) {
        int answer = 0;
        const auto [end, error] = std::from_chars(line.data(), line.data() + line.size(), answer);
        answers.push_back(error == std::errc{} && end == line.data() + line.size() ? std::optional{answer}
                                                                                   : std::nullopt);
    }
    answers_->take_up(answers);
}

std::optional<model::AdministrationId> MeasureEntry::wrong_in(const std::string& left)
{
    model::AdministrationId wrong{};
    if (!left.starts_with(correction_mark)) {
        return std::nullopt;
    }
    const auto [end, error] =
        std::from_chars(left.data() + correction_mark.size(), left.data() + left.size(), wrong.value);
    return error == std::errc{} ? std::optional{wrong} : std::nullopt;
}

void MeasureEntry::type_day(const std::string& text)
{
    taken_on_ = text;
    shows_problem_ = false;
}

void MeasureEntry::choose_items(bool by_items)
{
    if (by_items ? answers_.has_value() : definition_.lead() != nullptr) {
        by_items_ = by_items;
        shows_problem_ = false;
    }
}

void MeasureEntry::type_total(const std::string& text)
{
    total_ = text;
    shows_problem_ = false;
}

void MeasureEntry::type_reason(const std::string& text)
{
    reason_ = text;
    shows_problem_ = false;
}

MeasureEntry::Total MeasureEntry::total() const
{
    const std::string typed = model::trimmed(total_);
    if (typed.empty()) {
        return {};
    }
    const auto number = read_number(typed);
    if (!number) {
        return EntryProblem::total_unreadable;
    }
    if (std::holds_alternative<model::AnswersRefused>(model::score_total(definition_, *number))) {
        return EntryProblem::total_outside;
    }
    return *number;
}

std::optional<EntryProblem> MeasureEntry::problem_with_day(const Around& around) const
{
    const auto day = read_typed_date(taken_on_, around.reading());
    if (!day) {
        return EntryProblem::date_unreadable;
    }
    if (*day > around.today) {
        return EntryProblem::date_in_future;
    }
    return around.born_on && *day < *around.born_on ? std::optional{EntryProblem::date_before_birth} : std::nullopt;
}

std::optional<EntryProblem> MeasureEntry::problem(const Around& around) const
{
    if (const auto wrong_day = problem_with_day(around)) {
        return wrong_day;
    }
    if (const auto wrong_answers = problem_with_answers()) {
        return wrong_answers;
    }
    return wrong_ ? problem_with_correction(around) : std::nullopt;
}

std::optional<EntryProblem> MeasureEntry::problem_with_correction(const Around& around) const
{
    if (has_values_of_wrong() && read_typed_date(taken_on_, around.reading()) == wrong_->details.taken_on) {
        return EntryProblem::nothing_corrected;
    }
    return reason().empty() ? std::optional{EntryProblem::reason_missing} : std::nullopt;
}

std::optional<EntryProblem> MeasureEntry::problem_with_answers() const
{
    if (by_items_) {
        return answers_->has_answers() ? std::nullopt : std::optional{EntryProblem::nothing_entered};
    }
    const Total entered = total();
    if (const auto* wrong = std::get_if<EntryProblem>(&entered)) {
        return *wrong;
    }
    return std::holds_alternative<double>(entered) ? std::nullopt : std::optional{EntryProblem::nothing_entered};
}

bool MeasureEntry::must_ask_first() const
{
    return by_items_ &&
           std::ranges::any_of(model::alerts_raised(definition_, answers_->answers()),
                               [](const auto& alert) { return alert.state == model::AlertState::not_asked; });
}

std::optional<model::AdministrationDetails> MeasureEntry::finished(const Around& around)
{
    shows_problem_ = true;
    if (problem(around)) {
        return std::nullopt;
    }
    if (must_ask_first() && !was_asked_) {
        was_asked_ = true;
        answers_->pass_all();
        return std::nullopt;
    }
    model::AdministrationDetails details{.measure = definition_.code,
                                         .taken_on = *read_typed_date(taken_on_, around.reading())};
    if (by_items_) {
        details.answers = answers_->answers();
    } else {
        details.total = std::get<double>(total());
    }
    return details;
}

void MeasureEntry::show_answers(Screen& screen) const
{
    screen.answers = answers_->answers();
    screen.cursor = answers_->cursor();
    screen.refusal = answers_->refusal();
    screen.alarming.assign(screen.answers.size(), false);
    for (const model::RaisedAlert& alert : model::alerts_raised(definition_, screen.answers)) {
        const auto item = std::ranges::find(definition_.items, alert.alert.item);
        const auto index = static_cast<std::size_t>(item - definition_.items.begin());
        screen.alarming[index] = screen.alarming[index] || alert.state == model::AlertState::raised;
        if (alert.state == model::AlertState::raised || answers_->was_passed(index)) {
            screen.alerts.push_back(measure_words::words_for(alert));
        }
    }
    if (!answers_->has_answers()) {
        return;
    }
    const auto scored = model::score(definition_, screen.answers);
    for (const model::ScaleScore& score : std::get<std::vector<model::ScaleScore>>(scored)) {
        screen.scores.push_back(measure_words::score_words_for(definition_, score));
    }
    if (auto criteria = measure_words::words_for(model::criteria_of(definition_, screen.answers))) {
        screen.alerts.push_back(std::move(*criteria));
    }
}

void MeasureEntry::show_total(Screen& screen) const
{
    const Total entered = total();
    if (const auto* number = std::get_if<double>(&entered)) {
        const auto scored = model::score_total(definition_, *number);
        screen.scores.push_back(measure_words::score_words_for(definition_, std::get<model::ScaleScore>(scored)));
        for (const model::RaisedAlert& alert : model::alerts_not_known(definition_)) {
            screen.alerts.push_back(measure_words::words_for(alert));
        }
    }
}

MeasureEntry::Screen MeasureEntry::screen(const Around& around) const
{
    Screen screen{.taken_on = taken_on_,
                  .can_choose = answers_ && definition_.lead() != nullptr,
                  .by_items = by_items_,
                  .total = total_};
    if (wrong_) {
        screen.corrects = measure_words::corrects(wrong_->details.taken_on);
        screen.reason = reason_;
    }
    by_items_ ? show_answers(screen) : show_total(screen);
    if (const auto day = read_typed_date(taken_on_, around.reading())) {
        const bool is_twice = std::ranges::any_of(around.administrations, [&](const model::Administration& other) {
            return other.details.measure == definition_.code && other.details.taken_on == *day &&
                   !other.entered_in_error && (!wrong_ || other.id != wrong_->id);
        });
        screen.remark = is_twice ? measure_words::same_day(*day) : std::string{};
    }
    screen.problem = shows_problem_ ? problem(around) : std::nullopt;
    screen.asks_before_saving = was_asked_ && must_ask_first();
    return screen;
}

} // namespace app
