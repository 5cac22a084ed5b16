#include "app/drawing/chart_labels.h"
#include "tests/drawing/fixed_ruler.h"

#include <gmock/gmock.h>

#include <random>

namespace {

using tests::ruler;

using namespace app;
using testing::ElementsAre;
using testing::IsEmpty;

SideLabel label(double y, const std::string& words, int rank = 0)
{
    return {.y = y, .words = words, .style = {.size = 10}, .rank = rank};
}

std::vector<std::string> words(const std::vector<SideLabel>& labels)
{
    std::vector<std::string> found;
    for (const auto& one : labels) {
        found.push_back(one.words);
    }
    return found;
}

TEST(SideLabels, StayWhereTheyWantToBeWhenThereIsRoom)
{
    const auto labels = placed({label(80, "low"), label(20, "high")}, 10, 0, 100);
    EXPECT_THAT(labels, ElementsAre(label(20, "high"), label(80, "low")));
}

TEST(SideLabels, MoveApartAtTheEdges)
{
    EXPECT_THAT(placed({label(2, "a"), label(2, "b")}, 10, 0, 100), ElementsAre(label(5, "a"), label(15, "b")));
    EXPECT_THAT(placed({label(99, "a"), label(99, "b")}, 10, 0, 100), ElementsAre(label(85, "a"), label(95, "b")));
}

TEST(SideLabels, GiveWayByRank)
{
    EXPECT_THAT(words(placed({label(5, "norm", 3), label(5, "end", 0), label(5, "cut", 1)}, 10, 0, 25)),
                ElementsAre("end", "cut"));
    EXPECT_THAT(placed({label(5, "end")}, 10, 0, 9), IsEmpty());
}

TEST(SideLabels, NeverOverlapAndNeverLeaveTheirPlace)
{
    std::mt19937 chance{11};
    std::uniform_real_distribution<double> any{-20, 140};
    for (int round = 0; round < 500; ++round) {
        std::vector<SideLabel> labels;
        for (int i = 0; i < round % 14; ++i) {
            labels.push_back(label(any(chance), "x", i % 4));
        }
        double free_from = 0;
        for (const auto& one : placed(labels, 10, 0, 120)) {
            EXPECT_GE(one.y - 5, free_from - 1e-9);
            free_from = one.y + 5;
        }
        EXPECT_LE(free_from, 120 + 1e-9);
    }
}

TEST(AddLabel, LeavesOutWordsOfWhichOnlyALetterWouldShow)
{
    Scene scene;
    add_label(scene, ruler, "Outpatient", {.size = 10}, {0, 0}, 20);
    EXPECT_THAT(scene.elements, IsEmpty());
    add_label(scene, ruler, "Outpatient", {.size = 10}, {0, 0}, 40);
    EXPECT_EQ(std::get<Text>(scene.elements.at(0)).words, "Outpati…");
}

} // namespace
