#pragma once

#include "model/date_habits.h"
#include "model/measure.h"
#include "model/notice.h"

#include <string>
#include <string_view>

namespace app {

/// What a notice says: what was found, when, and what to do. `measure` is the one it came from; null when it came from
/// a note or is not known any more.
std::string words_for(const model::Notice& notice, const model::MeasureDefinition* measure);

/// What became of a reviewed notice: what was found, who looked at it, when, and what was done. `notice` has a review.
std::string words_for_reviewed(const model::Notice& notice, const model::MeasureDefinition* measure,
                               const model::ClockFace& clock);

/// That an item which reaches a person was answered at or above its limit, and what to do: "Item 9 positive (score 1):
/// assess suicide risk." `concern` is what the measure's definition calls it.
std::string positive_item_words(int item, int answer, std::string_view concern);

/// That such an item was left out, and what to do.
std::string unanswered_item_words(int item, std::string_view concern);

/// When it was tried to review without saying what was done.
std::string what_was_done_missing();
/// Before a form goes in which something was typed.
std::string unsaved_review();
std::string review_button();
std::string what_was_done_label();
std::string reviewed_button();

} // namespace app
