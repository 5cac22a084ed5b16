#include "app/words/typed_date.h"

#include <gtest/gtest.h>

namespace {

using namespace date::literals;
using app::DateFault;
using app::DateMeaning;
using app::DateReading;
using app::read_date;
using app::remark_on_date;
using model::DateOrder;

constexpr model::Date today = 2026_y / 11 / 29;
constexpr DateReading day_first{.today = today};
constexpr DateReading month_first{.today = today, .order = DateOrder::month_first};

TEST(TypedDate, IsReadAsPeopleWriteIt)
{
    for (const char* text : {"28 nov", "28 Nov 2026", " 28 november 2026 ", "28. Nov. 26", "28-Nov-2026", "28nov",
                             "nov 28", "Nov 28, 2026", "november 28th", "28th of November", "Sat 28 Nov 2026",
                             "saturday, 28 nov", "2026-11-28", "2026/11/28", "yesterday", "YESTERDAY"}) {
        EXPECT_EQ(read_date(text, day_first).day, 2026_y / 11 / 28) << text;
        EXPECT_EQ(read_date(text, month_first).day, 2026_y / 11 / 28) << text;
    }
    EXPECT_EQ(read_date("today", day_first).day, today);
    EXPECT_EQ(read_date("tomorrow", day_first).day, 2026_y / 11 / 30);
}

TEST(TypedDate, OfNumbersIsReadInThePracticesOrder)
{
    for (const char* text : {"28.11.", "28.11", "28.11.26", "28.11.2026", "28/11/26", "28/11", "28-11-2026"}) {
        EXPECT_EQ(read_date(text, day_first).day, 2026_y / 11 / 28) << text;
    }
    for (const char* text : {"11/28", "11/28/26", "11.28.", "11-28-2026"}) {
        EXPECT_EQ(read_date(text, month_first).day, 2026_y / 11 / 28) << text;
    }
    EXPECT_EQ(read_date("3/14/26", month_first).day, 2026_y / 3 / 14);
    EXPECT_EQ(read_date("3/4/26", month_first).day, 2026_y / 3 / 4);
    EXPECT_EQ(read_date("3/4/26", day_first).day, 2026_y / 4 / 3);
}

TEST(TypedDate, ThatOnlyTheOtherOrderCouldReadIsNotGuessed)
{
    for (const auto& [text, how] : {std::pair{"3/14/26", day_first}, std::pair{"13/14/26", day_first},
                                    std::pair{"13/14/26", month_first}, std::pair{"28.11.", month_first}}) {
        EXPECT_EQ(read_date(text, how).fault, DateFault::no_such_month) << text;
    }
    EXPECT_EQ(remark_on_date("13/14/26", day_first, true).words,
              "There is no month 14. The day comes first here: 28/11/26.");
    EXPECT_EQ(remark_on_date("13/14/26", month_first, true).words,
              "There is no month 13. The month comes first here: 11/28/26.");
}

TEST(TypedDate, WithoutAYearIsTheNearestInTheDirectionThatIsMeant)
{
    EXPECT_EQ(read_date("29 nov", day_first).day, today);
    EXPECT_EQ(read_date("30 nov", day_first).day, 2025_y / 11 / 30);
    EXPECT_EQ(read_date("29 feb", day_first).day, 2024_y / 2 / 29);
    const DateReading review{.today = today, .meaning = DateMeaning::future};
    EXPECT_EQ(read_date("29 nov", review).day, today);
    EXPECT_EQ(read_date("28 nov", review).day, 2027_y / 11 / 28);
    EXPECT_EQ(read_date("29 feb", review).day, 2028_y / 2 / 29);
}

TEST(TypedDate, OfBirthNeedsItsYearAndIsNeverInTheFuture)
{
    const DateReading birth{.today = today, .meaning = DateMeaning::birth};
    EXPECT_EQ(read_date("14.3.85", birth).day, 1985_y / 3 / 14);
    EXPECT_EQ(read_date("14.3.27", birth).day, 1927_y / 3 / 14);
    EXPECT_EQ(read_date("30.11.26", birth).day, 1926_y / 11 / 30);
    EXPECT_EQ(read_date("29.11.26", birth).day, today);
    EXPECT_EQ(read_date("14 mar", birth).fault, DateFault::year_missing);
}

TEST(TypedDate, OfTwoDigitsForTheYearLiesLessThanACenturyAround)
{
    EXPECT_EQ(read_date("28 nov 98", day_first).day, 1998_y / 11 / 28);
    EXPECT_EQ(read_date("28 nov 27", day_first).day, 2027_y / 11 / 28);
    EXPECT_EQ(read_date("28 nov 46", day_first).day, 2046_y / 11 / 28);
    EXPECT_EQ(read_date("28 nov 50", day_first).day, 1950_y / 11 / 28);
}

TEST(TypedDate, IsOfNoYearThatARecordCannotHave)
{
    const DateReading birth{.today = today, .meaning = DateMeaning::birth};
    for (const char* slip : {"28 nov 206", "28 nov 1026", "20.1.1068", "28 nov 1949", "28 nov 47", "28 nov 2200"}) {
        EXPECT_EQ(read_date(slip, day_first).day, std::nullopt) << slip;
    }
    EXPECT_EQ(remark_on_date("28 nov 1068", day_first, false).words, "The year 1068 is too far away.");
    EXPECT_EQ(read_date("28 nov 1949", birth).day, 1949_y / 11 / 28);
    EXPECT_EQ(read_date("1.1.1900", birth).day, 1900_y / 1 / 1);
    EXPECT_EQ(read_date("31.12.1899", birth).fault, DateFault::year_too_far);
}

TEST(TypedDate, IsNoDayThatTheCalendarLacks)
{
    EXPECT_EQ(read_date("28 Feb 2026", day_first).day, 2026_y / 2 / 28);
    EXPECT_EQ(read_date("29 Feb 2026", day_first).fault, DateFault::no_such_day);
    EXPECT_EQ(remark_on_date("29 Feb 2026", day_first, true).words, "There is no 29 Feb 2026.");
    EXPECT_EQ(remark_on_date("31 feb", day_first, true).words, "There is no 31 Feb.");
    EXPECT_EQ(remark_on_date("40.11.", day_first, true).words, "There is no 40 Nov.");
    EXPECT_EQ(read_date("0.11.", day_first).fault, DateFault::no_such_day);
    EXPECT_EQ(read_date("28.0.", day_first).fault, DateFault::no_such_month);
    EXPECT_EQ(read_date("28 nov 1026", day_first).fault, DateFault::year_too_far);
    EXPECT_EQ(read_date("2026-02-30", day_first).fault, DateFault::no_such_day);
}

TEST(TypedDate, ThatIsHalfTypedIsNotYetWrong)
{
    for (const char* text :
         {"2", "28", "28 n", "28 no", "28.", "y", "yest", "sat", "nov", "28 nov 202", "28/11/2", "2026", "2026-1"}) {
        EXPECT_EQ(read_date(text, day_first).fault, DateFault::unfinished) << text;
        EXPECT_FALSE(remark_on_date(text, day_first, true).is_wrong) << text;
        EXPECT_TRUE(remark_on_date(text, day_first, false).is_wrong) << text;
    }
}

TEST(TypedDate, OfAnyOtherFormIsRefused)
{
    for (const char* text : {"lunch", "28 foo", "28 nov 12345", "28//11", "/28", "28:11", "28+11", "1 2 3 4", "nov nov",
                             "28 nov today", "-5", "٢٨ nov", "28 nov 026x", "28112026"}) {
        EXPECT_EQ(read_date(text, day_first).fault, DateFault::unreadable) << text;
        EXPECT_TRUE(remark_on_date(text, day_first, true).is_wrong) << text;
    }
    EXPECT_EQ(read_date("  ", day_first).fault, DateFault::empty);
}

TEST(RemarkOnADate, SaysWhatWasUnderstood)
{
    EXPECT_EQ(remark_on_date("28.11.", day_first, true), (app::FieldRemark{.words = "= Sat 28 Nov 2026"}));
    EXPECT_EQ(remark_on_date("", day_first, false), app::FieldRemark{});
    EXPECT_EQ(remark_on_date("lunch", month_first, true),
              (app::FieldRemark{.words = "This is not a date. Write it like 28 Nov or 11/28/26.", .is_wrong = true}));
}

} // namespace
