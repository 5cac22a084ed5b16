#include "app/exchange/csv_reader.h"

#include <gtest/gtest.h>

namespace {

using app::CsvBroken;
using app::CsvRow;

std::vector<CsvRow> csv_rows_of(std::string_view text)
{
    const auto read = app::read_csv(text);
    EXPECT_TRUE(std::holds_alternative<std::vector<CsvRow>>(read));
    return std::holds_alternative<std::vector<CsvRow>>(read) ? std::get<std::vector<CsvRow>>(read)
                                                             : std::vector<CsvRow>{};
}

TEST(CsvReader, FindsNothingInAnEmptyFile)
{
    EXPECT_EQ(csv_rows_of(""), std::vector<CsvRow>{});
    EXPECT_EQ(csv_rows_of("\n\r\n\n"), std::vector<CsvRow>{});
}

TEST(CsvReader, CountsLinesAcrossEmptyOnesAndWindowsLineEnds)
{
    const std::vector<CsvRow> expected{{1, {"a", "b"}}, {4, {"1", "2"}}, {5, {"3", "4"}}};

    EXPECT_EQ(csv_rows_of("a,b\r\n\r\n\r\n1,2\r\n3,4"), expected);
}

TEST(CsvReader, CountsLinesThatEndAsOldProgramsEndThem)
{
    const std::vector<CsvRow> expected{{1, {"a", "b"}}, {3, {"1", "2"}}, {4, {"3", "4"}}};

    EXPECT_EQ(csv_rows_of("a,b\r\r1,2\r3,4"), expected);
    EXPECT_EQ(csv_rows_of("\"a\rb\",c\r1,2\r"), (std::vector<CsvRow>{{1, {"a\rb", "c"}}, {3, {"1", "2"}}}));
    EXPECT_EQ(std::get<CsvBroken>(app::read_csv("a,b\r1,2\r3,t\"wo\r")), CsvBroken{3});
}

TEST(CsvReader, KeepsCommasQuotesAndLineEndsInsideQuotes)
{
    const std::vector<CsvRow> expected{{1, {"one, two", "say \"no\""}}, {2, {"first\nsecond", "x"}}, {4, {"", "y"}}};

    EXPECT_EQ(csv_rows_of("\"one, two\",\"say \"\"no\"\"\"\n\"first\nsecond\",x\n,y\n"), expected);
}

TEST(CsvReader, PassesOverAByteOrderMark)
{
    EXPECT_EQ(csv_rows_of("\xEF\xBB\xBF"
                          "client\n"),
              (std::vector<CsvRow>{{1, {"client"}}}));
}

TEST(CsvReader, SaysWhereAQuotationMarkIsNotClosed)
{
    EXPECT_EQ(std::get<CsvBroken>(app::read_csv("a,b\n1,\"two\n3,4\n")), CsvBroken{2});
}

TEST(CsvReader, SaysWhereAQuotationMarkStandsInAnUnquotedValue)
{
    EXPECT_EQ(std::get<CsvBroken>(app::read_csv("a,b\n1,2\n3,t\"wo\n")), CsvBroken{3});
}

TEST(CsvReader, TakesBytesThatAreNotText)
{
    EXPECT_EQ(csv_rows_of("a\xFF,b\n"), (std::vector<CsvRow>{{1, {"a\xFF", "b"}}}));
}

} // namespace
