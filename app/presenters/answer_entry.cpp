#include "app/presenters/answer_entry.h"

#include <algorithm>
#include <cassert>

namespace app {

namespace {

/// The greatest answer that has a key of its own.
constexpr int greatest_key = 10;

} // namespace

AnswerEntry::AnswerEntry(const model::MeasureDefinition& definition)
    : items_{definition.items}, lowest_{definition.answer_lowest}, highest_{definition.answer_highest},
      answers_(definition.items.size()), passed_(definition.items.size())
{
    assert(!items_.empty());
}

bool AnswerEntry::has_answers() const
{
    return answered() > 0;
}

std::size_t AnswerEntry::answered() const
{
    return static_cast<std::size_t>(std::ranges::count_if(answers_, &std::optional<int>::has_value));
}

bool AnswerEntry::was_passed(std::size_t index) const
{
    return passed_[index] || std::any_of(answers_.begin() + static_cast<std::ptrdiff_t>(index) + 1, answers_.end(),
                                         [](const auto& answer) { return answer.has_value(); });
}

void AnswerEntry::pass_all()
{
    passed_.assign(passed_.size(), true);
}

void AnswerEntry::take_up(const model::Answers& answers)
{
    const std::size_t count = std::min(answers.size(), answers_.size());
    for (std::size_t index = 0; index < count; ++index) {
        const auto& answer = answers[index];
        answers_[index] = answer && *answer >= lowest_ && *answer <= highest_ ? answer : std::nullopt;
    }
    const auto empty = std::ranges::find(answers_, false, [](const auto& answer) { return answer.has_value(); });
    move_to(empty == answers_.end() ? answers_.size() - 1 : static_cast<std::size_t>(empty - answers_.begin()));
}

bool AnswerEntry::can_grow(int answer) const
{
    if (highest_ <= greatest_key && lowest_ >= -greatest_key) {
        return false;
    }
    return answer > 0 ? answer * 10 <= highest_ : answer < 0 && answer * 10 >= lowest_;
}

void AnswerEntry::take(int answer)
{
    refusal_.reset();
    answers_[cursor_] = answer;
    if (can_grow(answer)) {
        typed_ = answer;
    } else {
        go_on();
    }
}

void AnswerEntry::refuse(int answer)
{
    stop_typing();
    refusal_ = model::AnswersRefused{.problem = model::AnswerProblem::out_of_range,
                                     .item = items_[cursor_],
                                     .value = static_cast<double>(answer),
                                     .lowest = static_cast<double>(lowest_),
                                     .highest = static_cast<double>(highest_)};
}

void AnswerEntry::stop_typing()
{
    typed_.reset();
    is_negative_ = false;
    refusal_.reset();
}

void AnswerEntry::press_digit(int digit)
{
    const int sign = is_negative_ ? -1 : 1;
    const int answer = typed_.value_or(0) * 10 + sign * digit;
    if (answer >= lowest_ && answer <= highest_) {
        take(answer);
    } else if (can_grow(answer)) {
        refusal_.reset();
        typed_ = answer;
    } else {
        refuse(answer);
    }
}

void AnswerEntry::press_ten()
{
    greatest_key >= lowest_&& greatest_key <= highest_ ? take(greatest_key) : refuse(greatest_key);
}

void AnswerEntry::press_minus()
{
    if (lowest_ < 0 && !typed_) {
        refusal_.reset();
        is_negative_ = !is_negative_;
    }
}

void AnswerEntry::leave_out()
{
    answers_[cursor_].reset();
    go_on();
}

void AnswerEntry::clear()
{
    stop_typing();
    answers_[cursor_].reset();
}

void AnswerEntry::step_back()
{
    if (typed_) {
        clear();
    } else {
        move_by(-1);
    }
}

void AnswerEntry::go_on()
{
    passed_[cursor_] = true;
    move_by(1);
}

void AnswerEntry::move_by(int items)
{
    const auto last = static_cast<std::ptrdiff_t>(answers_.size()) - 1;
    const auto wanted = static_cast<std::ptrdiff_t>(cursor_) + items;
    move_to(static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(wanted, 0, last)));
}

void AnswerEntry::move_to(std::size_t index)
{
    assert(index < answers_.size());
    stop_typing();
    cursor_ = index;
}

} // namespace app
