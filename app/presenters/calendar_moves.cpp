#include "app/presenters/calendar_moves.h"

#include "app/words/typed_date.h"

#include <algorithm>

namespace app {

namespace {

model::Date anywhere_moved(model::Date day, CalendarMove move)
{
    switch (move) {
    case CalendarMove::day_before:
        return model::days_after(day, -1);
    case CalendarMove::day_after:
        return model::days_after(day, 1);
    case CalendarMove::week_before:
        return model::days_after(day, -7);
    case CalendarMove::week_after:
        return model::days_after(day, 7);
    case CalendarMove::month_before:
        return model::months_after(day, -1);
    case CalendarMove::month_after:
        return model::months_after(day, 1);
    }
    return day;
}

} // namespace

model::Date moved(model::Date day, CalendarMove move)
{
    return std::clamp(anywhere_moved(day, move), earliest_typed_day, latest_typed_day);
}

} // namespace app
