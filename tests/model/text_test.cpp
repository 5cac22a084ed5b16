#include "model/text.h"

#include <gtest/gtest.h>

using namespace model;

TEST(Text, IsBlankWhenThereIsNothingToRead)
{
    EXPECT_TRUE(is_blank(""));
    EXPECT_TRUE(is_blank(" \t\r\n"));
    EXPECT_FALSE(is_blank(" . "));
    EXPECT_FALSE(is_blank("é"));
}

TEST(Text, IsBlankWhenItHoldsOnlyTheSpacesOfOtherScriptsAndPrograms)
{
    // No-break, en quad to hair space, narrow no-break, mathematical, ideographic; zero width, byte order mark; line
    // and paragraph separators.
    for (const char* space : {"\u00A0", "\u0085", "\u1680", "\u2000", "\u200A", "\u202F", "\u205F", "\u3000", "\u200B",
                              "\uFEFF", "\u2028", "\u2029", " \u00A0\t"}) {
        EXPECT_TRUE(is_blank(space)) << space;
        EXPECT_EQ(trimmed(space), "");
        EXPECT_EQ(trimmed(std::string{space} + "a b" + space), "a b");
    }
    EXPECT_FALSE(is_blank("\u00A0.\u3000"));
    EXPECT_FALSE(is_blank("\u00E0")) << "its second byte is that of a space";
    EXPECT_FALSE(is_blank("\xA0")) << "not UTF-8, and not nothing";
}

TEST(Text, IsTrimmedAtItsEndsOnly)
{
    EXPECT_EQ(trimmed("  a  b \n"), "a  b");
    EXPECT_EQ(trimmed(" \n"), "");
    EXPECT_EQ(trimmed(""), "");
    EXPECT_EQ(trimmed("山"), "山");
}

TEST(Text, CountsCharactersAndNotBytes)
{
    EXPECT_EQ(characters_in(""), 0u);
    EXPECT_EQ(characters_in("abc"), 3u);
    EXPECT_EQ(characters_in("é山🙂"), 3u);
}

TEST(Text, IsCutBetweenCharacters)
{
    EXPECT_EQ(first_characters("é山🙂", 0), "");
    EXPECT_EQ(first_characters("é山🙂", 1), "é");
    EXPECT_EQ(first_characters("é山🙂", 2), "é山");
    EXPECT_EQ(first_characters("é山🙂", 3), "é山🙂");
    EXPECT_EQ(first_characters("é山🙂", 4), "é山🙂");
    EXPECT_EQ(first_characters("", 1), "");
}

TEST(Text, IsReadableWithoutControls)
{
    EXPECT_EQ(without_controls("é 山🙂\u00A0"), "é 山🙂\u00A0");
    EXPECT_EQ(without_controls("a\n\x1B[2Jb\u009Bc\x7F"), "a\uFFFD\uFFFD[2Jb\uFFFDc\uFFFD");
    EXPECT_EQ(without_controls(""), "");
}

TEST(Text, KnowsWellFormedUtf8)
{
    for (const char* good :
         {"", "abc", "\u007f", "\u0080", "\u07ff", "\u0800", "\ud7ff", "\ue000", "\U00010000", "\U0010ffff"}) {
        EXPECT_TRUE(is_utf8(good)) << good;
    }
    for (const char* bad : {"\x80", "\xC0\x80", "\xC1\xBF", "\xC3", "\xE0\x80\x80", "\xE0\x9F\xBF", "\xED\xA0\x80",
                            "\xED\xBF\xBF", "\xE2\x82", "\xF0\x80\x80\x80", "\xF0\x8F\xBF\xBF", "\xF4\x90\x80\x80",
                            "\xF5\x80\x80\x80", "\xFF", "ok\xFE"}) {
        EXPECT_FALSE(is_utf8(bad)) << bad;
    }
}
