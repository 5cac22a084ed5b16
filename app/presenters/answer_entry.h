#pragma once

#include "model/scoring.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace app {

/// The answers of a form while they are entered, one key each.
///
/// A digit answers the item and goes on to the next; ten is a key of its own. Where answers go beyond ten, digits are
/// put together as long as they can become an answer.
class AnswerEntry {
public:
    /// `definition` must have items.
    explicit AnswerEntry(const model::MeasureDefinition& definition);

    const model::Answers& answers() const { return answers_; }
    std::size_t cursor() const { return cursor_; }
    bool is_at_last() const { return cursor_ + 1 == answers_.size(); }
    bool has_answers() const;
    std::size_t answered() const;

    /// Why the last key was not taken; empty when it was.
    const std::optional<model::AnswersRefused>& refusal() const { return refusal_; }

    /// Whether an item was gone past, or something after it was answered: left empty, it was left out.
    bool was_passed(std::size_t index) const;
    void pass_all(); ///< The form is done: what is empty was left out.

    /// Takes answers as they were left; those that this form has no place for are left out.
    void take_up(const model::Answers& answers);

    void press_digit(int digit);
    void press_ten();
    void press_minus();
    void leave_out(); ///< No answer, and on to the next item.
    void clear();     ///< No answer; stays.
    void step_back(); ///< Takes back a digit that waits for another one, else goes to the item before.
    void go_on();     ///< To the next item.
    void move_by(int items);
    void move_to(std::size_t index);

private:
    void take(int answer);
    void refuse(int answer);
    bool can_grow(int answer) const;
    void stop_typing();

    std::vector<int> items_;
    int lowest_ = 0;
    int highest_ = 0;
    model::Answers answers_;
    std::vector<bool> passed_;
    std::size_t cursor_ = 0;
    std::optional<int> typed_; ///< Digits that may become a longer answer.
    bool is_negative_ = false;
    std::optional<model::AnswersRefused> refusal_;
};

} // namespace app
