#include "app/drawing/recovery_layout.h"
#include "tests/drawing/fixed_ruler.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace {

using namespace app;

using tests::ruler;

std::vector<std::string> texts_of(const Scene& scene)
{
    std::vector<std::string> words;
    for (const auto& element : scene.elements) {
        if (const auto* text = std::get_if<Text>(&element))
            words.push_back(text->words);
    }
    return words;
}

TEST(QrScene, DrawsEachRunOfDarkModulesInsideAQuietZone)
{
    const QrCode code{.side = 3, .dark = {true, true, false, false, false, false, false, false, true}};

    const Scene scene = qr_scene(code, 110); // Eleven modules with the quiet zone: ten units each.

    EXPECT_EQ(scene_text(scene), "scene 110x110\n"
                                 "rectangle 0,0 110x110 fill #ffffff\n"
                                 "rectangle 40,40 20x10.2 fill #000000\n"
                                 "rectangle 60,60 10x10.2 fill #000000\n");
}

TEST(RecoveryLayout, ShowsEveryGroupOfTheCodeUnderItsNumber)
{
    const RecoverySheet sheet{"Practice", "20 November 2026", "7K2QM-AAAAA BBBBB", "MENDLINE1:ABC"};
    const auto words = texts_of(recovery_layout(sheet, {1, {true}}, Paper::a4, ruler));

    const auto first = std::ranges::find(words, "7K2QM");
    ASSERT_NE(first, words.end());
    const std::vector<std::string> code(first - 1, first + 5);
    EXPECT_EQ(code, (std::vector<std::string>{"1", "7K2QM", "2", "AAAAA", "3", "BBBBB"}));
}

TEST(RecoveryLayout, KeepsEverythingOnThePageAndAboveTheFoot)
{
    RecoverySheet sheet{"A practice with quite a long name in it", "20 November 2026", "", std::string(600, 'M')};
    for (int i = 0; i < 8; ++i)
        sheet.code += "WWWWW-";
    QrCode code{.side = 61, .dark = std::vector<bool>(61 * 61, true)};
    for (const auto paper : {Paper::a4, Paper::letter}) {
        const Scene scene = recovery_layout(sheet, code, paper, ruler);
        const auto foot = scene.size.height - page_margin;
        for (std::size_t i = 0; i + 2 < scene.elements.size(); ++i) {
            if (const auto* text = std::get_if<Text>(&scene.elements[i])) {
                EXPECT_LE(text->position.y, foot) << text->words;
                EXPECT_LE(text->position.x + ruler.width(text->words, text->style), scene.size.width - page_margin + 1)
                    << text->words;
            } else if (const auto* shape = std::get_if<Rectangle>(&scene.elements[i])) {
                EXPECT_LE(shape->box.bottom(), foot);
            }
        }
    }
}

} // namespace
