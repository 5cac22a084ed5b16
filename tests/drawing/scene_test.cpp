#include "app/drawing/scene.h"

#include <gtest/gtest.h>

namespace {

using namespace app;

TEST(Scene, IsWrittenAsOneLinePerElement)
{
    Scene scene{.size = {100, 50.123}};
    scene.description = "One \"line\"";
    scene.elements = {
        Line{{0, -0.001}, {10.005, 20}, {Colour::hex(0x0072B2), 1.5, Dash::dashed}},
        Polyline{{{1, 2}, {3, 4}}, {Colour{1, 2, 3, 128}, 2, Dash::dotted}},
        Rectangle{{1, 2, 3, 4}, Colour::hex(0xffffff), Stroke{}, 6},
        Marker{{5, 5}, MarkerShape::triangle_down, 8, Colour{}},
        Text{{1, 2}, "Näme\n\"x\"", {12, Weight::bold, Colour{}}, Align::right, TextRole::heading},
    };
    scene.figures = {{"A figure", 0, 3}};
    scene.hit_areas = {{{5, 5}, 6, "41", "3.3 on 6 Jul"}};

    EXPECT_EQ(scene_text(scene), R"(scene 100x50.12
description "One \"line\""
line 0,0 10.01,20 #0072b2 1.5 dashed
polyline #01020380 2 dotted 1,2 3,4
rectangle 1,2 3x4 fill #ffffff stroke #000000 1 round 6
marker triangle_down 5,5 8 #000000
text 1,2 12 bold right heading #000000 "Näme\n\"x\""
figure 0..3 "A figure"
hit 5,5 6 "41" "3.3 on 6 Jul"
)");
}

TEST(Scene, WithNothingInItIsOneLine)
{
    EXPECT_EQ(scene_text({}), "scene 0x0\n");
}

TEST(Scene, AnswersWithTheNearestHitAreaInReach)
{
    Scene scene;
    EXPECT_EQ(hit_at(scene, {0, 0}), nullptr);

    scene.hit_areas = {{{0, 0}, 10, "a", ""}, {{8, 0}, 10, "b", ""}};
    EXPECT_EQ(hit_at(scene, {3, 0})->key, "a");
    EXPECT_EQ(hit_at(scene, {5, 0})->key, "b");
    EXPECT_EQ(hit_at(scene, {18, 0})->key, "b");
    EXPECT_EQ(hit_at(scene, {18.1, 0}), nullptr);
}

TEST(Scene, MovesEveryPartThatIsAppended)
{
    Scene part{.size = {10, 10}};
    part.elements = {Line{{0, 0}, {1, 1}, {}}, Polyline{{{0, 0}, {2, 2}}, {}}, Rectangle{{0, 0, 5, 5}},
                     Marker{.centre = {3, 3}}, Text{.position = {4, 4}, .words = "w"}};
    part.hit_areas = {{{3, 3}, 5, "k", "w"}};
    Scene page{.size = {100, 100}};
    page.elements = {Text{.words = "before"}};

    append(page, part, {10, 20});

    const std::vector<Element> expected{
        Text{.words = "before"},   Line{{10, 20}, {11, 21}, {}}, Polyline{{{10, 20}, {12, 22}}, {}},
        Rectangle{{10, 20, 5, 5}}, Marker{.centre = {13, 23}},   Text{.position = {14, 24}, .words = "w"}};
    EXPECT_EQ(page.elements, expected);
    EXPECT_EQ(page.hit_areas, (std::vector<HitArea>{{{13, 23}, 5, "k", "w"}}));
    EXPECT_TRUE(page.figures.empty());
    EXPECT_EQ(page.size, (Size{100, 100}));
}

TEST(Scene, TurnsADescribedPartIntoOneFigure)
{
    Scene part;
    part.elements = {Line{}, Line{}};
    part.description = "Two lines";
    Scene page;
    page.elements = {Line{}};
    append(page, part, {0, 0});
    EXPECT_EQ(page.figures, (std::vector<Figure>{{"Two lines", 1, 3}}));

    Scene book;
    book.elements = {Line{}, Line{}};
    append(book, page, {0, 0});
    EXPECT_EQ(book.figures, (std::vector<Figure>{{"Two lines", 3, 5}}));
}

TEST(Scene, HasNoFigureWhereADescribedPartDrawsNothing)
{
    Scene page;
    append(page, Scene{.description = "Nothing"}, {0, 0});
    EXPECT_TRUE(page.figures.empty());
}

TEST(Scene, CanBeAppendedToItself)
{
    Scene scene;
    scene.elements = {Marker{.centre = {1, 1}}};
    append(scene, scene, {1, 0});
    EXPECT_EQ(scene.elements, (std::vector<Element>{Marker{.centre = {1, 1}}, Marker{.centre = {2, 1}}}));
}

} // namespace
