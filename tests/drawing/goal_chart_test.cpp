#include "app/drawing/goal_chart.h"
#include "app/drawing/style.h"
#include "tests/support/places.h"

#include <gmock/gmock.h>

#include <cstdlib>
#include <fstream>
#include <iterator>

namespace {

using namespace app;
using namespace date::literals;

const GoalChart example{.wording = "Say no",
                        .history = {.by_therapist = {{2026_y / 1 / 5, 2}, {2026_y / 2 / 4, 4}, {2026_y / 3 / 6, 7}},
                                    .by_client = {{2026_y / 1 / 5, 0}, {2026_y / 3 / 6, 10}}}};

TEST(GoalChart, LooksAsItDid)
{
    const auto text = scene_text(goal_chart_scene(example, {240, 128}, light_palette()));
    const std::string path = tests::source_dir() + "/tests/golden/goal_chart.txt";
    if (std::getenv("WRITE_GOLDEN") != nullptr) {
        std::ofstream{path} << text;
    }
    std::ifstream file{path};
    EXPECT_EQ(text, std::string(std::istreambuf_iterator<char>{file}, {}));
}

TEST(GoalChart, DrawsOneRatingAsOnePoint)
{
    const GoalChart one{.wording = "Say no", .history = {.by_client = {{2026_y / 1 / 5, 5}}}};

    EXPECT_THAT(scene_text(goal_chart_scene(one, {240, 128}, light_palette())), testing::HasSubstr("marker ring 22,"));
}

TEST(GoalChart, DatesTheFirstAndTheLastRating)
{
    const auto text = scene_text(goal_chart_scene(example, {240, 128}, light_palette()));

    EXPECT_THAT(text, testing::HasSubstr("\"5 Jan 2026\""));
    EXPECT_THAT(text, testing::HasSubstr("\"6 Mar 2026\""));
}

TEST(GoalChart, TellsTheRatingsOfEachRaterInWords)
{
    EXPECT_THAT(goal_chart_description(example), testing::HasSubstr("2 4 7; "));
    EXPECT_THAT(goal_chart_description(example), testing::HasSubstr(" 0 10"));
}

} // namespace
