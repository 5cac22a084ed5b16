#include "app/drawing/style.h"
#include "tests/support/contrast.h"

#include <gtest/gtest.h>

#include <set>
#include <tuple>

namespace {

using namespace app;
using tests::contrast;

class StyleOnEachGround : public testing::TestWithParam<Palette> {};

TEST_P(StyleOnEachGround, WritesWordsAtFourAndAHalfToOneOrBetter)
{
    const Palette palette = GetParam();
    std::vector<Colour> grounds{palette.paper, palette.selection};
    grounds.insert(grounds.end(), palette.spans.begin(), palette.spans.end());
    for (const auto ground : grounds) {
        for (const auto words : {palette.ink, palette.quiet_ink, palette.accent, palette.attention})
            EXPECT_GE(contrast(words, ground), 4.5)
                << scene_text(Scene{.elements = {Marker{.colour = words}, Marker{.colour = ground}}});
    }
}

TEST_P(StyleOnEachGround, KeepsSpansPale)
{
    const Palette palette = GetParam();
    for (const auto span : palette.spans)
        EXPECT_LE(contrast(span, palette.paper), 1.4);
}

TEST_P(StyleOnEachGround, ShowsTheFirstThreeSeriesAtThreeToOneOrBetter)
{
    const Palette palette = GetParam();
    for (std::size_t i = 0; i < 3; ++i)
        EXPECT_GE(contrast(palette.series.at(i), palette.paper), 3.0) << i;
}

TEST_P(StyleOnEachGround, GivesEachSeriesItsOwnColour)
{
    std::set<std::tuple<int, int, int>> seen;
    for (const auto colour : GetParam().series)
        seen.insert({colour.r, colour.g, colour.b});
    EXPECT_EQ(seen.size(), 8U);
}

INSTANTIATE_TEST_SUITE_P(Palettes, StyleOnEachGround,
                         testing::Values(light_palette(), dark_palette(), paper_palette()));

TEST(Style, MeasuresContrastAsTheStandardDoes)
{
    EXPECT_DOUBLE_EQ(contrast(Colour::hex(0x000000), Colour::hex(0xFFFFFF)), 21.0);
    EXPECT_DOUBLE_EQ(contrast(Colour::hex(0x123456), Colour::hex(0x123456)), 1.0);
    // #767676 is the lightest grey that reaches 4.5:1 on white.
    EXPECT_GE(contrast(Colour::hex(0x767676), Colour::hex(0xFFFFFF)), 4.5);
    EXPECT_LT(contrast(Colour::hex(0x777777), Colour::hex(0xFFFFFF)), 4.5);
}

TEST(Style, KnowsItsPaper)
{
    EXPECT_NEAR(page_size(Paper::a4).width * 0.75, 595.28, 0.01);
    EXPECT_NEAR(page_size(Paper::a4).height * 0.75, 841.89, 0.01);
    EXPECT_EQ(page_size(Paper::letter), (Size{816, 1056}));
}

} // namespace
