#include "app/drawing/text_ruler.h"
#include "tests/drawing/fixed_ruler.h"

#include <gtest/gtest.h>

namespace {

using namespace app;
using Lines = std::vector<std::string>;

const TextStyle ten{.size = 10}; // Five units to a letter.
using tests::ruler;

TEST(FixedWidthRuler, CountsCodePointsNotBytes)
{
    EXPECT_EQ(ruler.width("", ten), 0);
    EXPECT_EQ(ruler.width("abc", ten), 15);
    EXPECT_EQ(ruler.width("äöü", ten), 15);
    EXPECT_EQ(ruler.width("😀", ten), 5);
}

TEST(FixedWidthRuler, BreaksLinesAtSpaces)
{
    EXPECT_EQ(ruler.lines("", ten, 50), (Lines{""}));
    EXPECT_EQ(ruler.lines("say no kindly", ten, 35), (Lines{"say no", "kindly"}));
    EXPECT_EQ(ruler.lines("say no kindly", ten, 30), (Lines{"say no", "kindly"}));
    EXPECT_EQ(ruler.lines("say no kindly", ten, 29), (Lines{"say", "no", "kindl", "y"}));
    EXPECT_EQ(ruler.lines("a   b", ten, 10), (Lines{"a", "b"}));
    EXPECT_EQ(ruler.lines("one\n\ntwo\n", ten, 50), (Lines{"one", "", "two", ""}));
}

TEST(FixedWidthRuler, BreaksInsideAWordThatIsTooWideAlone)
{
    EXPECT_EQ(ruler.lines("abcdefgh", ten, 15), (Lines{"abc", "def", "gh"}));
    EXPECT_EQ(ruler.lines("äöüäö", ten, 10), (Lines{"äö", "üä", "ö"}));
    EXPECT_EQ(ruler.lines("ab", ten, 0), (Lines{"a", "b"}));
}

TEST(TextRuler, ShortensWordsOnlyWhenTheyDoNotFit)
{
    EXPECT_EQ(ruler.elided("Boundaries", ten, 50), "Boundaries");
    EXPECT_EQ(ruler.elided("Boundaries", ten, 49), "Boundari…");
    EXPECT_EQ(ruler.elided("say no", ten, 25), "say…");
    EXPECT_EQ(ruler.elided("ääää", ten, 15), "ää…");
    EXPECT_EQ(ruler.elided("abc", ten, 1), "…");
    EXPECT_EQ(ruler.elided("", ten, 0), "");
}

TEST(Paragraph, StacksItsLinesAndSaysWhereItEnds)
{
    Scene scene;
    const double end = add_paragraph(scene, ruler, "say no kindly", ten, {4, 100}, 35, 2);

    // A line is 12.5 high, spaced at 25: half of the rest stands above it.
    EXPECT_EQ(scene_text(scene), "scene 0x0\n"
                                 "text 4,116.25 10 left #000000 \"say no\"\n"
                                 "text 4,141.25 10 left #000000 \"kindly\"\n");
    EXPECT_EQ(end, 150);
}

} // namespace
