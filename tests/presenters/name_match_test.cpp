#include "app/presenters/name_match.h"

#include <gtest/gtest.h>

namespace {

using app::matches;

TEST(NameMatch, FindsEveryTypedWordAnywhere)
{
    EXPECT_TRUE(matches("", "Ada Lind"));
    EXPECT_TRUE(matches("  ", "Ada Lind"));
    EXPECT_TRUE(matches("lin a-0", "A-001 Ada Lind"));
    EXPECT_FALSE(matches("lin b-0", "A-001 Ada Lind"));
}

TEST(NameMatch, KnowsNoCapitalsInAnyAlphabet)
{
    EXPECT_TRUE(matches("ADA", "ada"));
    EXPECT_TRUE(matches("ЁЛКА", "ёлка"));
    EXPECT_TRUE(matches("άννα", "ΆΝΝΑ")) << "a Greek capital with its accent";
    EXPECT_TRUE(matches("nguyễn", "NGUYỄN")) << "Latin letters of three bytes";
    EXPECT_TRUE(matches("ẞ", "strasse"));
}

TEST(NameMatch, NeedsNoAccents)
{
    EXPECT_TRUE(matches("lena", "Léna"));
    EXPECT_TRUE(matches("αννα", "Άννα"));
    EXPECT_TRUE(matches("nguyen", "Nguyễn"));
    EXPECT_TRUE(matches("é", "e\u0301")) << "composed or not";
}

TEST(NameMatch, LeavesOtherScriptsAndBrokenBytesAlone)
{
    EXPECT_TRUE(matches("陈", "陈小姐"));
    EXPECT_FALSE(matches("陈", "李小姐"));
    EXPECT_TRUE(matches("a\xff", "a\xff"));
    EXPECT_FALSE(matches("b\xff", "a\xff"));
}

} // namespace
