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

std::string review_button();
std::string what_was_done_label();
std::string reviewed_button();

} // namespace app
