#include "app/exchange/score_dates.h"
#include "app/exchange/scores_import.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace tests::score_dates {

namespace {

using namespace date::literals;
using app::day_in;
using app::ScoresProblem;
using enum app::ScoresProblemKind;
using enum model::DateOrder;

/// The days of a file with these dates, as text; a problem as its kind and line.
std::vector<std::string> days_of(const std::vector<std::string>& dates, std::optional<model::DateOrder> said = {})
{
    std::string csv = "client,date,order,measure,score\n";
    for (std::size_t row = 0; row < dates.size(); ++row) {
        csv += "A1," + dates[row] + "," + std::to_string(row + 1) + ",phq-9,9\n";
    }
    const auto read = app::read_scores(csv, model::shipped_measures(), 2026_y / 11 / 20, {.dates = said});
    if (const auto* problem = std::get_if<ScoresProblem>(&read)) {
        return {"line " + std::to_string(problem->line), app::reason_words(*problem)};
    }
    std::vector<std::string> days;
    for (const app::ScoreRow& row : std::get<std::vector<app::ScoreRow>>(read)) {
        days.push_back(model::iso_date(row.details.taken_on));
    }
    return days;
}

using Days = std::vector<std::string>;

TEST(ScoreDates, AreReadInEveryFormThatHasOneSense)
{
    for (const std::string text : {"2026-01-05", "2026-01-05 00:00:00", "2026-01-05T00:00", "05.01.2026", "5.1.2026",
                                   "2026/01/05", "2026/1/5", "5.1.2026 0:00"}) {
        EXPECT_EQ(day_in(text), 2026_y / 1 / 5) << text;
    }
    EXPECT_EQ(day_in("31/12/2025"), std::nullopt) << "it needs an order, if only its own";
    EXPECT_EQ(day_in("31/12/2025", day_first), 2025_y / 12 / 31);
    EXPECT_EQ(day_in("31/12/2025", month_first), std::nullopt);
    EXPECT_EQ(day_in("12/31/2025 0:00", month_first), 2025_y / 12 / 31);
    EXPECT_EQ(day_in("5/5/2026"), 2026_y / 5 / 5) << "the same in either order";
    for (const std::string text :
         {"", "/", "//", "1//2026", "3/5/26", "3/5/02026", "3/-5/2026", "3/5/2026/1", "0/0/2026", "99999/1/2026",
          "2026/99999/1", "2026/257/1", "3/5", "3/5/2026 09:30", "\xFF/5/2026"}) {
        EXPECT_EQ(day_in(text, day_first), std::nullopt) << text;
    }
}

TEST(ScoreDates, FollowTheFirstThatSettlesTheOrderWhereverItStands)
{
    EXPECT_EQ(days_of({"3/5/2026", "4/5/2026", "31/05/2026"}), (Days{"2026-05-03", "2026-05-04", "2026-05-31"}));
    EXPECT_EQ(days_of({"3/5/2026", "4/5/2026", "05/31/2026"}), (Days{"2026-03-05", "2026-04-05", "2026-05-31"}));
    EXPECT_EQ(days_of({"2026-01-05", "31.03.2026", "3/5/2026", "31/3/2026"}),
              (Days{"2026-01-05", "2026-03-31", "2026-05-03", "2026-03-31"}))
        << "dates of another form settle nothing and are no contradiction";
    EXPECT_EQ(days_of({"5/5/2026", "6/6/2026"}), (Days{"2026-05-05", "2026-06-06"})) << "nothing to ask";
}

TEST(ScoreDates, NameTheLineThatSettlesTheOrder)
{
    const auto settled_by = [](const std::string& lines, std::optional<model::DateOrder> said = {}) {
        std::string words;
        app::read_scores("client,date,measure,score\n" + lines, model::shipped_measures(), 2026_y / 11 / 20,
                         {.dates = said},
                         {.settle = [&](const app::SettledDates& dates) { words = words_for(dates); }});
        return words;
    };
    const std::string typo = "A1,3/5/2026,phq-9,9\nA1,4/5/2026,phq-9,9\nA1,05/31/2026,phq-9,9\n";
    EXPECT_EQ(settled_by(typo), "Dates were read with the month first, as line 4 shows.");
    EXPECT_EQ(settled_by("A1,31/5/2026,phq-9,9\n"), "Dates were read with the day first, as line 2 shows.");
    EXPECT_EQ(settled_by("A1,5/5/2026,phq-9,9\n"), "");
    EXPECT_EQ(settled_by(typo, month_first), "") << "somebody said it";
}

TEST(ScoreDates, AreAQuestionWhereNoneSettlesIt)
{
    EXPECT_EQ(days_of({"5/5/2026", "3/5/2026"}),
              (Days{"line 3", "\"3/5/2026\" can be 3 May 2026 or 5 Mar 2026, and no date in the file settles it."}));
    EXPECT_EQ(days_of({"5/5/2026", "3/5/2026"}, month_first), (Days{"2026-05-05", "2026-03-05"}));
    EXPECT_EQ(days_of({"5/5/2026", "3/5/2026"}, day_first), (Days{"2026-05-05", "2026-05-03"}));
}

TEST(ScoreDates, NameBothLinesThatContradictEachOther)
{
    EXPECT_EQ(days_of({"3/5/2026", "05/31/2026", "30/5/2026"}),
              (Days{"line 4", "\"30/5/2026\" has the day first, but \"05/31/2026\" on line 3 has the month first."}));
    EXPECT_EQ(days_of({"31/05/2026"}, month_first),
              (Days{"line 2", "\"31/05/2026\" is not a date with the month first."}));
}

TEST(ScoreDates, NeedAllFourDigitsOfTheYear)
{
    for (const std::string text : {"3/5/26", "31/12/25", "5.1.26", "31/12/25 0:00"}) {
        EXPECT_EQ(days_of({text}),
                  (Days{"line 2", "\"" + text + "\" has a year of two digits; write all four, as in 2026."}));
    }
    EXPECT_EQ(days_of({"31/13/2025"}), (Days{"line 2", "\"31/13/2025\" is not a date; write it as 2026-11-20."}));
}

TEST(ImportScoresToday, IsThatOfThePracticesCalendar)
{
    const model::Moment now = date::sys_days{2026_y / 11 / 20} + std::chrono::hours{20};
    const auto rows = std::get<std::vector<app::ScoreRow>>(app::read_scores(
        "client,date,measure,score\nA1,2026-11-19,phq-9,9\n", model::shipped_measures(), 2026_y / 11 / 20));
    const auto admitted_in = [&](const std::string& zone, model::Date day) {
        auto casebook = storage::Casebook::in_memory();
        const auto done = app::import_scores(casebook, rows, {.now = now, .today = model::date_in_zone(now, zone)},
                                             {.admitted = day});
        return std::holds_alternative<app::ImportedScores>(done);
    };
    EXPECT_TRUE(admitted_in("Pacific/Auckland", 2026_y / 11 / 21)) << "it is the 21st there";
    EXPECT_FALSE(admitted_in("UTC", 2026_y / 11 / 21));
    EXPECT_FALSE(admitted_in("Pacific/Auckland", 2026_y / 11 / 22));
}

} // namespace

} // namespace tests::score_dates
