#pragma once

#include "model/date_habits.h"

#include <array>
#include <string>

/// How the practice writes days and times, on the pages where that is chosen.
namespace app::habit_words {

/// In the order in which they are offered.
inline constexpr std::array orders{model::DateOrder::day_first, model::DateOrder::month_first};
inline constexpr std::array clocks{model::HourClock::of_24, model::HourClock::of_12};

std::string order_label();
std::string hours_label();
std::string name_of(model::DateOrder order);
std::string name_of(model::HourClock hours);

} // namespace app::habit_words
