#include "app/presenters/undo_history.h"

#include "model/text.h"

#include <algorithm>

namespace app {

namespace {

constexpr std::chrono::seconds pause_between_steps{2};
constexpr std::size_t most_steps = 2'000;
constexpr std::size_t most_bytes = 8'000'000;

bool is_space(char byte)
{
    return byte == ' ' || byte == '\n' || byte == '\t';
}

bool is_one_character(std::string_view text)
{
    return !text.empty() && model::characters_in(text) == 1;
}

/// Whether a new word begins between `before` and `after`.
bool begins_word(std::string_view before, std::string_view after)
{
    return !before.empty() && !after.empty() && is_space(before.back()) && !is_space(after.front());
}

} // namespace

UndoHistory::UndoHistory(std::string text) : text_{std::move(text)} {}

void UndoHistory::record(std::string_view text, model::Moment now)
{
    if (text == text_) {
        return;
    }
    Step step = difference(text_, text);
    step.last = now;
    const bool is_typing = is_one_character(step.inserted) && step.removed.empty();
    const bool is_deleting = is_one_character(step.removed) && step.inserted.empty();
    step.is_closed = !is_typing && !is_deleting;
    while (steps_.size() > done_) {
        bytes_ -= steps_.back().removed.size() + steps_.back().inserted.size();
        steps_.pop_back();
    }
    bytes_ += step.removed.size() + step.inserted.size();
    text_ = text;
    if (!join(step)) {
        steps_.push_back(std::move(step));
        done_ = steps_.size();
        forget_the_oldest();
    }
}

std::optional<TextState> UndoHistory::undo()
{
    if (!can_undo()) {
        return std::nullopt;
    }
    Step& step = steps_[--done_];
    step.is_closed = true;
    if (done_ > 0) {
        steps_[done_ - 1].is_closed = true;
    }
    return replace(step.at, step.inserted.size(), step.removed);
}

std::optional<TextState> UndoHistory::redo()
{
    if (!can_redo()) {
        return std::nullopt;
    }
    const Step& step = steps_[done_++];
    return replace(step.at, step.removed.size(), step.inserted);
}

UndoHistory::Step UndoHistory::difference(std::string_view before, std::string_view after)
{
    const std::size_t shorter = std::min(before.size(), after.size());
    std::size_t head = static_cast<std::size_t>(
        std::mismatch(before.begin(), before.begin() + static_cast<std::ptrdiff_t>(shorter), after.begin()).first -
        before.begin());
    const auto splits_character = [](std::string_view text, std::size_t place) {
        return place < text.size() && model::continues_character(text[place]);
    };
    while (head > 0 && (splits_character(before, head) || splits_character(after, head))) {
        --head;
    }
    std::size_t tail = 0;
    while (tail < shorter - head && before[before.size() - 1 - tail] == after[after.size() - 1 - tail]) {
        ++tail;
    }
    while (tail > 0 &&
           (splits_character(before, before.size() - tail) || splits_character(after, after.size() - tail))) {
        --tail;
    }
    return {.at = head,
            .removed = std::string{before.substr(head, before.size() - tail - head)},
            .inserted = std::string{after.substr(head, after.size() - tail - head)}};
}

bool UndoHistory::join(const Step& step)
{
    if (steps_.empty() || steps_.back().is_closed || step.last - steps_.back().last >= pause_between_steps) {
        return false;
    }
    Step& last = steps_.back();
    if (step.removed.empty() && last.removed.empty() && is_one_character(step.inserted) &&
        step.at == last.at + last.inserted.size() && !begins_word(last.inserted, step.inserted)) {
        last.inserted += step.inserted;
    } else if (step.inserted.empty() && last.inserted.empty() && is_one_character(step.removed) &&
               step.at + step.removed.size() == last.at && !begins_word(step.removed, last.removed)) {
        last.at = step.at;
        last.removed.insert(0, step.removed);
    } else if (step.inserted.empty() && last.inserted.empty() && is_one_character(step.removed) && step.at == last.at &&
               !begins_word(last.removed, step.removed)) {
        last.removed += step.removed;
    } else {
        return false;
    }
    last.last = step.last;
    return true;
}

TextState UndoHistory::replace(std::size_t at, std::size_t length, std::string_view by)
{
    text_.replace(at, length, by);
    const std::string_view before_caret = std::string_view{text_}.substr(0, at + by.size());
    return {.text = text_, .caret = static_cast<long>(model::characters_in(before_caret))};
}

void UndoHistory::forget_the_oldest()
{
    while (done_ > 1 && (steps_.size() > most_steps || bytes_ > most_bytes)) {
        bytes_ -= steps_.front().removed.size() + steps_.front().inserted.size();
        steps_.pop_front();
        --done_;
    }
}

} // namespace app
