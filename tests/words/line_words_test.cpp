#include "app/words/line_words.h"

#include <gtest/gtest.h>

#include <vector>

namespace {

std::string words_of(const std::vector<std::size_t>& lines)
{
    return app::line_words(lines);
}

TEST(LineWords, NameLinesAndStretchesOfThem)
{
    EXPECT_EQ(words_of({7}), "line 7");
    EXPECT_EQ(words_of({2, 4}), "lines 2 and 4");
    EXPECT_EQ(words_of({2, 3}), "lines 2 and 3");
    EXPECT_EQ(words_of({2, 3, 4}), "lines 2 to 4");
    EXPECT_EQ(words_of({2, 3, 4, 5, 43}), "lines 2 to 5 and 43");
    EXPECT_EQ(words_of({2, 3, 5, 6, 7, 9}), "lines 2, 3, 5 to 7 and 9");
}

TEST(LineWords, CountWhatWouldBeTooLong)
{
    std::vector<std::size_t> lines;
    for (std::size_t line = 2; line < 4000; line += 2) {
        lines.push_back(line);
    }
    EXPECT_EQ(words_of(lines), "lines 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24, 26, 28, 30, 32, 34, 36, 38, 40 and "
                               "1,979 more");
    lines.resize(20);
    EXPECT_TRUE(words_of(lines).ends_with("38 and 40"));
}

} // namespace
