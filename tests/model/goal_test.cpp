#include "model/client_record.h"
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

TEST(Goal, SaysTheWordsOfThen)
{
    const Goal goal{.details = {.wording = "Rest", .agreed_on = 2024_y / 1 / 2},
                    .former_wordings = {{.wording = "Sleep", .until = 2024_y / 3 / 1},
                                        {.wording = "Doze", .until = 2024_y / 6 / 1}}};
    EXPECT_EQ(goal.wording_on(2024_y / 1 / 2), "Sleep");
    EXPECT_EQ(goal.wording_on(2024_y / 2 / 29), "Sleep");
    EXPECT_EQ(goal.wording_on(2024_y / 3 / 1), "Doze") << "from the day on which they came in";
    EXPECT_EQ(goal.wording_on(2024_y / 6 / 1), "Rest");
}

TEST(Goal, HasNewWordsOnTheDayOfItsZoneOnWhichTheyCameIn)
{
    ClientRecord record;
    record.goals = {{.id = {1}, .entered_at = moment_of(2024_y / 3 / 1, std::chrono::hours{23}, "America/New_York")}};
    Goal& goal = record.goals.front();
    EXPECT_TRUE(is_wording_new(record, goal, 2024_y / 3 / 1, "America/New_York"));
    EXPECT_FALSE(is_wording_new(record, goal, 2024_y / 3 / 2, "America/New_York"));
    EXPECT_TRUE(is_wording_new(record, goal, 2024_y / 3 / 2, "UTC"));

    goal.former_wordings = {{.wording = "Sleep", .until = 2024_y / 4 / 1}};
    EXPECT_TRUE(is_wording_new(record, goal, 2024_y / 4 / 1, "UTC"));
    EXPECT_FALSE(is_wording_new(record, goal, 2024_y / 4 / 2, "UTC"));
}

TEST(Goal, ThatASignedNoteRatesHasNoNewWords)
{
    ClientRecord record;
    record.goals = {{.id = {1}, .entered_at = moment_of(2024_y / 3 / 1, std::chrono::hours{9}, "UTC")}};
    Goal& goal = record.goals.front();
    record.notes = {{.session = {.held_on = 2024_y / 2 / 1}, .ratings = {{.goal = {2}}}}};
    EXPECT_TRUE(is_wording_new(record, goal, 2024_y / 3 / 1, "UTC"));
    for (const model::Date held_on : {2024_y / 2 / 1, 2024_y / 3 / 1}) {
        record.notes = {{.session = {.held_on = held_on}, .ratings = {{.goal = {1}}}}};
        EXPECT_FALSE(is_wording_new(record, goal, 2024_y / 3 / 1, "UTC"));
    }

    goal.former_wordings = {{.wording = "Sleep", .until = 2024_y / 3 / 1}};
    EXPECT_FALSE(is_wording_new(record, goal, 2024_y / 3 / 1, "UTC")) << "the note of today has the words of now";
    record.notes.front().session.held_on = 2024_y / 2 / 29;
    EXPECT_TRUE(is_wording_new(record, goal, 2024_y / 3 / 1, "UTC")) << "that note has the words of before";
}

TEST(Goal, WithOtherWordsKeepsThoseThatTodaysNoteWasSignedWith)
{
    ClientRecord record;
    record.goals = {{.id = {1}}};
    const Goal& goal = record.goals.front();
    EXPECT_EQ(new_wording_from(record, goal, 2024_y / 2 / 29), 2024_y / 2 / 29);
    record.notes = {{.session = {.held_on = 2024_y / 2 / 29}, .ratings = {{.goal = {1}}}}};
    EXPECT_EQ(new_wording_from(record, goal, 2024_y / 2 / 29), 2024_y / 3 / 1);
    EXPECT_EQ(new_wording_from(record, goal, 2024_y / 3 / 1), 2024_y / 3 / 1);
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
