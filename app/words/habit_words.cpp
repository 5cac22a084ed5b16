#include "app/words/habit_words.h"

namespace app::habit_words {

std::string order_label()
{
    return "Dates typed in numbers";
}

std::string hours_label()
{
    return "Clock";
}

std::string name_of(model::DateOrder order)
{
    return order == model::DateOrder::day_first ? "Day first (28/11/2026)" : "Month first (11/28/2026)";
}

std::string name_of(model::HourClock hours)
{
    return hours == model::HourClock::of_24 ? "24 hours (14:30)" : "12 hours (2:30 pm)";
}

} // namespace app::habit_words
