#include "model/goal.h"
#include "model/measure.h"
#include "model/modality.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

using namespace model;
using namespace date::literals;
using testing::SizeIs;

TEST(Goal, IsOpenFromTheDayItWasAgreedToTheDayBeforeItWasClosed)
{
    Goal goal{.details = {.agreed_on = 2024_y / 1 / 2}};
    EXPECT_FALSE(goal.is_open_on(2024_y / 1 / 1));
    EXPECT_TRUE(goal.is_open_on(2024_y / 1 / 2));
    EXPECT_TRUE(goal.is_open_on(2099_y / 1 / 1));
    goal.closed_on = 2024_y / 2 / 1;
    EXPECT_TRUE(goal.is_open_on(2024_y / 1 / 31));
    EXPECT_FALSE(goal.is_open_on(2024_y / 2 / 1));
}

TEST(GoalFamilies, AreNineWithEverythingThatHelpsToPutAGoalIntoWords)
{
    const auto families = shipped_goal_families();
    ASSERT_THAT(families, SizeIs(9));
    std::set<std::string> codes;
    for (const GoalFamily& family : families) {
        SCOPED_TRACE(family.code);
        codes.insert(family.code);
        EXPECT_FALSE(family.name.empty());
        EXPECT_EQ((std::set{family.at_zero, family.at_five, family.at_ten}).size(), 3u);
        EXPECT_GE(family.examples.size(), 3u);
        EXPECT_GE(family.small_steps.size(), 3u);
        EXPECT_GE(family.measures.size(), 1u);
    }
    EXPECT_EQ(codes.size(), 9u);
}

TEST(GoalFamilies, SuggestMeasuresThatShip)
{
    const auto measures = shipped_measures();
    for (const GoalFamily& family : shipped_goal_families()) {
        for (const std::string& code : family.measures) {
            EXPECT_NE(std::ranges::find(measures, code, &MeasureDefinition::code), measures.end()) << code;
        }
    }
}

TEST(Modalities, AreNineWithFourToEightTechniquesEach)
{
    const auto modalities = shipped_modalities();
    ASSERT_THAT(modalities, SizeIs(9));
    std::set<std::string> codes;
    for (const Modality& modality : modalities) {
        SCOPED_TRACE(modality.code);
        codes.insert(modality.code);
        EXPECT_FALSE(modality.name.empty());
        const std::set<std::string> different{modality.techniques.begin(), modality.techniques.end()};
        EXPECT_EQ(different.size(), modality.techniques.size());
        EXPECT_GE(different.size(), 4u);
        EXPECT_LE(different.size(), 8u);
    }
    EXPECT_EQ(codes.size(), 9u);
}
