#include "app/presenters/locale_habits.h"

#include <algorithm>
#include <array>

namespace app {

namespace {

/// Where the first of `letters` stands as a conversion, also as `%-d` or `%Od`; the end when none does.
std::size_t place_of(std::string_view format, std::string_view letters)
{
    constexpr std::string_view flags = "-_0^#EO";
    for (auto sign = format.find('%'); sign != std::string_view::npos && sign + 1 < format.size();) {
        const auto letter = format.find_first_not_of(flags, sign + 1);
        if (letter == std::string_view::npos) {
            break;
        }
        if (letters.find(format[letter]) != std::string_view::npos) {
            return letter;
        }
        sign = format.find('%', letter + 1);
    }
    return format.size();
}

} // namespace

model::DateHabits habits_in(std::string_view date_format, std::string_view time_format)
{
    // %D is %m/%d/%y. With the year first, as in %F, a short date has the month first only by the computer's habit.
    const auto month = place_of(date_format, "mbBhD");
    const bool is_month_first = month < place_of(date_format, "deF") && month < place_of(date_format, "yYCG");
    const bool has_12_hours = place_of(time_format, "rIl") < time_format.size();
    return {.order = is_month_first ? model::DateOrder::month_first : model::DateOrder::day_first,
            .hours = has_12_hours ? model::HourClock::of_12 : model::HourClock::of_24};
}

} // namespace app
