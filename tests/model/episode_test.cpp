#include "model/episode.h"

#include <gtest/gtest.h>

using namespace model;
using namespace date::literals;

namespace {

constexpr Date today_in_may = 2024_y / 5 / 1;

/// From the first of February to the end of March 2023, and again from the first of June.
std::vector<EpisodeOfCare> two_episodes()
{
    return {{.id = {1},
             .admitted_on = 2023_y / 2 / 1,
             .discharged_on = 2023_y / 3 / 31,
             .levels = {{.from = 2023_y / 2 / 1, .level = LevelOfCare::inpatient},
                        {.from = 2023_y / 3 / 1, .level = LevelOfCare::intensive}}},
            {.id = {2}, .admitted_on = 2023_y / 6 / 1, .levels = {{.from = 2023_y / 6 / 1}}}};
}

/// The same without the second.
std::vector<EpisodeOfCare> closed_episode()
{
    return {two_episodes().front()};
}

} // namespace

TEST(EpisodeOfCare, CoversBothItsEnds)
{
    const auto episode = two_episodes().front();
    EXPECT_FALSE(episode.covers(2023_y / 1 / 31));
    EXPECT_TRUE(episode.covers(2023_y / 2 / 1));
    EXPECT_TRUE(episode.covers(2023_y / 3 / 31));
    EXPECT_FALSE(episode.covers(2023_y / 4 / 1));
    EXPECT_TRUE(two_episodes().back().covers(2099_y / 1 / 1));
}

TEST(EpisodeOfCare, HasTheLevelThatBeganLast)
{
    const auto episode = two_episodes().front();
    EXPECT_EQ(episode.level_on(2023_y / 1 / 1), LevelOfCare::inpatient) << "the first before it starts";
    EXPECT_EQ(episode.level_on(2023_y / 2 / 28), LevelOfCare::inpatient);
    EXPECT_EQ(episode.level_on(2023_y / 3 / 1), LevelOfCare::intensive);
    EXPECT_EQ(EpisodeOfCare{}.level_on(2023_y / 3 / 1), LevelOfCare::outpatient);
}

TEST(EpisodeOn, IsTheOneThatCoversTheDayElseTheLastBegunBefore)
{
    const auto episodes = two_episodes();
    EXPECT_EQ(episode_on({}, 2023_y / 2 / 1), nullptr);
    EXPECT_EQ(episode_on(episodes, 2023_y / 1 / 31), nullptr);
    EXPECT_EQ(episode_on(episodes, 2023_y / 2 / 1), &episodes[0]);
    EXPECT_EQ(episode_on(episodes, 2023_y / 5 / 31), &episodes[0]) << "between the two";
    EXPECT_EQ(episode_on(episodes, 2023_y / 6 / 1), &episodes[1]);
}

TEST(LevelOfCare, OfADayIsThatOfItsEpisode)
{
    EXPECT_EQ(level_of_care_on(two_episodes(), 2023_y / 1 / 31), LevelOfCare::outpatient) << "before the first";
    EXPECT_EQ(level_of_care_on(two_episodes(), 2023_y / 2 / 1), LevelOfCare::inpatient);
    EXPECT_EQ(level_of_care_on(two_episodes(), 2023_y / 5 / 1), LevelOfCare::intensive);
    EXPECT_EQ(level_of_care_on(two_episodes(), 2023_y / 6 / 1), LevelOfCare::outpatient);
}

TEST(Admission, WaitsForTheEndOfTheLastEpisode)
{
    EXPECT_EQ(problem_with_admission({}, 2023_y / 1 / 1, today_in_may), std::nullopt);
    EXPECT_EQ(problem_with_admission(two_episodes(), 2024_y / 1 / 1, today_in_may), EpisodeProblem::episode_is_open);
    EXPECT_EQ(problem_with_admission(closed_episode(), 2023_y / 3 / 30, today_in_may),
              EpisodeProblem::before_last_discharge);
    EXPECT_EQ(problem_with_admission(closed_episode(), 2023_y / 3 / 31, today_in_may), std::nullopt)
        << "on the same day";
}

TEST(Discharge, NeedsAnOpenEpisodeAndNothingAfterIt)
{
    const auto open = two_episodes();
    EXPECT_EQ(problem_with_discharge({}, {}, 2023_y / 1 / 1, today_in_may), EpisodeProblem::already_discharged);
    EXPECT_EQ(problem_with_discharge(closed_episode(), {}, 2023_y / 5 / 1, today_in_may),
              EpisodeProblem::already_discharged);
    EXPECT_EQ(problem_with_discharge(open, {}, 2023_y / 5 / 31, today_in_may),
              EpisodeProblem::discharge_before_admission);
    EXPECT_EQ(problem_with_discharge(open, {}, 2023_y / 6 / 1, today_in_may), std::nullopt);
    EXPECT_EQ(problem_with_discharge(open, {.noted = {2023_y / 7 / 2}}, 2023_y / 7 / 1, today_in_may),
              EpisodeProblem::discharge_before_session);
    EXPECT_EQ(problem_with_discharge(open, {.noted = {2023_y / 7 / 1}}, 2023_y / 7 / 1, today_in_may), std::nullopt);
}

TEST(Discharge, WaitsForNotesThatAreNotSignedYet)
{
    const SessionDays sessions{.noted = {2023_y / 7 / 1}, .drafted = {2023_y / 7 / 9}};
    EXPECT_EQ(problem_with_discharge(two_episodes(), sessions, 2023_y / 7 / 8, today_in_may),
              EpisodeProblem::discharge_before_draft);
    EXPECT_EQ(problem_with_discharge(two_episodes(), sessions, 2023_y / 7 / 9, today_in_may), std::nullopt);
}

TEST(AdmissionAndDischarge, AreNoPlansForTheFuture)
{
    const Date tomorrow = days_after(today_in_may, 1);
    EXPECT_EQ(problem_with_admission(closed_episode(), tomorrow, today_in_may), EpisodeProblem::in_the_future);
    EXPECT_EQ(problem_with_admission(closed_episode(), today_in_may, today_in_may), std::nullopt);
    EXPECT_EQ(problem_with_discharge(two_episodes(), {}, tomorrow, today_in_may), EpisodeProblem::in_the_future);
    EXPECT_EQ(problem_with_discharge(two_episodes(), {}, today_in_may, today_in_may), std::nullopt);
}

TEST(Discharge, DoesNotComeBeforeALevelOfCare)
{
    auto episodes = two_episodes();
    episodes.back().levels.push_back({.from = 2023_y / 8 / 1, .level = LevelOfCare::intensive});
    EXPECT_EQ(problem_with_discharge(episodes, {}, 2023_y / 7 / 31, today_in_may),
              EpisodeProblem::level_after_discharge);
    EXPECT_EQ(problem_with_discharge(episodes, {}, 2023_y / 8 / 1, today_in_may), std::nullopt);
}

TEST(LevelOfCare, BeginsWithinAnEpisodeAndOnceADay)
{
    const auto episodes = two_episodes();
    EXPECT_EQ(problem_with_level({}, 2023_y / 2 / 1), EpisodeProblem::level_before_admission);
    EXPECT_EQ(problem_with_level(episodes, 2023_y / 1 / 31), EpisodeProblem::level_before_admission);
    EXPECT_EQ(problem_with_level(episodes, 2023_y / 4 / 1), EpisodeProblem::level_after_discharge);
    EXPECT_EQ(problem_with_level(episodes, 2023_y / 3 / 1), EpisodeProblem::level_starts_twice);
    EXPECT_EQ(problem_with_level(episodes, 2023_y / 3 / 31), std::nullopt);
    EXPECT_EQ(problem_with_level(episodes, 2023_y / 6 / 2), std::nullopt);
}
