#pragma once

#include "model/calendar.h"

#include <cstddef>
#include <deque>
#include <optional>
#include <string>
#include <string_view>

namespace app {

/// A text and where the writer is in it.
struct TextState {
    std::string text{};
    long caret = 0; ///< Characters (code points) from the start.

    bool operator==(const TextState&) const = default;
};

/// What one text was before, step by step, and the way back.
///
/// Typing is one step up to the end of a word or a pause of two seconds; so is deleting. A paste is a step of its own.
class UndoHistory {
public:
    explicit UndoHistory(std::string text = {});

    /// The text as it is now.
    const std::string& text() const { return text_; }

    /// Remembers that the text became `text` at `now`. What was undone before can no longer be redone.
    void record(std::string_view text, model::Moment now);

    /// One step back, or one forth again; empty when there is none.
    std::optional<TextState> undo();
    std::optional<TextState> redo();

    bool can_undo() const { return done_ > 0; }
    bool can_redo() const { return done_ < steps_.size(); }

private:
    /// `removed` stood at byte `at`, and `inserted` has taken its place.
    struct Step {
        std::size_t at = 0;
        std::string removed{};
        std::string inserted{};
        model::Moment last{};
        bool is_closed = false; ///< Nothing more is added to it.
    };

    static Step difference(std::string_view before, std::string_view after);
    bool join(const Step& step);
    TextState replace(std::size_t at, std::size_t length, std::string_view by);
    void forget_the_oldest();

    std::string text_;
    std::deque<Step> steps_;
    std::size_t done_ = 0;  ///< Steps before this one are done, the others undone.
    std::size_t bytes_ = 0; ///< Held by all steps.
};

} // namespace app
