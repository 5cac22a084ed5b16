#pragma once

#include "model/calendar.h"
#include "model/date_habits.h"

#include <optional>
#include <string>
#include <string_view>

/// Dates as people type them, in every field of the program.
///
/// Read are `today`, `yesterday`, `tomorrow`; a month by its name (`28 nov`, `nov 28, 2026`, `28-Nov-26`); numbers in
/// the practice's order (`28.11.`, `28/11/26`, or `11/28/26`); and the year first (`2026-11-28`). A weekday in front is
/// read over. What the other order alone would make sense of is not guessed.
namespace app {

/// Days outside of these are taken for slips.
inline constexpr model::Date earliest_typed_day{date::year{1900}, date::month{1}, date::day{1}};
inline constexpr model::Date latest_typed_day{date::year{2199}, date::month{12}, date::day{31}};

/// Which day is meant where a date leaves a part of itself out.
enum class DateMeaning {
    past,   ///< Something that was: without a year it is the last such day up to today.
    future, ///< Something to come: without a year it is the next such day from today on.
    birth,  ///< A date of birth: it needs its year; a year of two digits is the last such one up to today.
};

// A year of two digits is otherwise one of the hundred that end twenty years from now: in 2026 `28 nov 98` is of 1998
// and `28 nov 27` of 2027.

/// What must be known to read a date.
struct DateReading {
    model::Date today{};
    model::DateOrder order = model::DateOrder::day_first;
    DateMeaning meaning = DateMeaning::past;
};

/// Why no day was read.
enum class DateFault {
    empty,
    unfinished, ///< It may become a date with the next keys.
    unreadable,
    no_such_month,
    no_such_day,  ///< 31 Feb, or the 40th of any month.
    year_missing, ///< Of a date of birth.
    year_too_far, ///< Not from 1950, or of a birth 1900, to 2199.
};

/// A date as it was read: a day, or a fault.
struct TypedDate {
    std::optional<model::Date> day{};
    std::optional<DateFault> fault{};
    std::string at_fault{}; ///< The month, day or year that there is not, in words.
};

TypedDate read_date(std::string_view text, const DateReading& how);

/// The day alone.
std::optional<model::Date> read_typed_date(std::string_view text, const DateReading& how);

/// What stands beside a field.
struct FieldRemark {
    std::string words{};
    bool is_wrong = false; ///< To be seen and heard, rather than only looked up.

    bool operator==(const FieldRemark&) const = default;
};

/// What was understood, or what is wrong. What is only half typed is not wrong while `is_typing`. Nothing beside an
/// empty field.
FieldRemark remark_on_date(std::string_view text, const DateReading& how, bool is_typing);

/// Beside the button for the calendar of a date field.
std::string calendar_button_words();
/// What a screen reader says of a date field besides its name.
std::string calendar_description();
/// Below the calendar.
std::string calendar_keys();

} // namespace app
