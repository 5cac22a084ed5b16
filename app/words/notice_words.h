#pragma once

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
                               std::string_view zone);

/// When it was tried to review without saying what was done.
std::string what_was_done_missing();
/// Before a form goes in which something was typed.
std::string unsaved_review();
std::string review_button();
std::string what_was_done_label();
std::string reviewed_button();

} // namespace app
