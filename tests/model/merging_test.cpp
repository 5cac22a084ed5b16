#include "model/merging.h"

#include <gtest/gtest.h>

namespace tests::united {

using namespace model;
using namespace date::literals;

namespace {

EpisodeOfCare episode(std::int64_t id, Date from, std::optional<Date> to, LevelOfCare level = LevelOfCare::outpatient)
{
    return {.id = {id}, .admitted_on = from, .discharged_on = to, .levels = {{.from = from, .level = level}}};
}

} // namespace

TEST(UnitedEpisodes, AreThoseOfBothWhereNoneOverlap)
{
    const std::vector survivor{episode(1, 2024_y / 1 / 1, 2024_y / 3 / 1)};
    const std::vector other{episode(2, 2024_y / 3 / 1, std::nullopt)};
    const auto united = united_episodes(survivor, other, {});
    ASSERT_EQ(united.size(), 2U);
    EXPECT_EQ(united[0].episode, survivor[0]);
    EXPECT_EQ(united[1].episode, other[0]);
    EXPECT_TRUE(united_episodes({}, {}, {}).empty());
}

TEST(UnitedEpisodes, RunFromTheEarliestAdmissionToTheLatestDischarge)
{
    const std::vector survivor{episode(1, 2024_y / 2 / 1, 2024_y / 6 / 1)};
    const std::vector other{episode(2, 2024_y / 1 / 1, 2024_y / 3 / 1), episode(3, 2024_y / 5 / 1, 2024_y / 8 / 1)};
    const auto united = united_episodes(survivor, other, {});
    ASSERT_EQ(united.size(), 1U);
    EXPECT_EQ(united[0].episode.id, EpisodeId{2});
    EXPECT_EQ(united[0].of, (std::vector<EpisodeId>{{2}, {1}, {3}}));
    EXPECT_EQ(united[0].episode.admitted_on, 2024_y / 1 / 1);
    EXPECT_EQ(united[0].episode.discharged_on, 2024_y / 8 / 1);
    EXPECT_EQ(united[0].episode.corrections.size(), 4U) << "two admissions and two discharges do not stand";
}

TEST(UnitedEpisodes, AreOpenWhereOneOfThemIs)
{
    const auto united = united_episodes(std::vector{episode(1, 2024_y / 2 / 1, std::nullopt)},
                                        std::vector{episode(2, 2024_y / 1 / 1, 2024_y / 3 / 1)}, {});
    ASSERT_EQ(united.size(), 1U);
    EXPECT_EQ(united[0].episode.discharged_on, std::nullopt);
    EXPECT_EQ(united[0].episode.discharge_reason, "");
}

TEST(UnitedEpisodes, PreferAnAdmissionThatAPersonEntered)
{
    auto assumed = episode(2, 2024_y / 1 / 1, std::nullopt);
    assumed.is_admission_assumed = true;
    const std::vector survivor{episode(1, 2024_y / 2 / 1, std::nullopt)};
    EXPECT_EQ(united_episodes(survivor, std::vector{assumed}, {})[0].episode.admitted_on, 2024_y / 2 / 1);
    EXPECT_FALSE(united_episodes(survivor, std::vector{assumed}, {})[0].episode.is_admission_assumed);
    const SessionDays sessions{.noted = {2024_y / 1 / 15}};
    EXPECT_EQ(united_episodes(survivor, std::vector{assumed}, sessions)[0].episode.admitted_on, 2024_y / 1 / 1)
        << "no session may be left outside";
}

TEST(UnitedEpisodes, HaveTheSurvivorsLevelsOfCareWhileThereAreSome)
{
    const std::vector survivor{episode(1, 2024_y / 2 / 1, 2024_y / 6 / 1, LevelOfCare::inpatient)};
    auto other = episode(2, 2024_y / 1 / 1, std::nullopt);
    other.levels.push_back({.from = 2024_y / 3 / 1, .level = LevelOfCare::intensive});
    other.levels.push_back({.from = 2024_y / 7 / 1, .level = LevelOfCare::intensive});
    EXPECT_EQ(united_episodes(survivor, std::vector{other}, {})[0].episode.levels,
              (std::vector<LevelOfCareSpan>{{.from = 2024_y / 1 / 1},
                                            {.from = 2024_y / 2 / 1, .level = LevelOfCare::inpatient},
                                            {.from = 2024_y / 6 / 2, .level = LevelOfCare::intensive},
                                            {.from = 2024_y / 7 / 1, .level = LevelOfCare::intensive}}));
}

TEST(UnitedEpisodes, KeepLevelsThatNoLongerStandAsCorrections)
{
    const std::vector survivor{episode(1, 2024_y / 1 / 1, std::nullopt)};
    auto other = episode(2, 2024_y / 1 / 1, std::nullopt);
    other.levels.push_back(
        {.from = 2024_y / 3 / 1, .level = LevelOfCare::inpatient, .reason = "Ward 3", .review_on = 2024_y / 3 / 8});
    other.levels.push_back({.from = 2024_y / 4 / 1, .reason = "Back home"});
    EXPECT_EQ(united_episodes(survivor, std::vector{other}, {})[0].episode.corrections,
              (std::vector<EpisodeCorrection>{{.of = EpisodePart::level_of_care,
                                               .was_on = 2024_y / 3 / 1,
                                               .level = LevelOfCare::inpatient,
                                               .reason = "Ward 3"},
                                              {.of = EpisodePart::level_of_care,
                                               .was_on = 2024_y / 4 / 1,
                                               .level = LevelOfCare::outpatient,
                                               .reason = "Back home"}}));
    EXPECT_TRUE(united_episodes(std::vector{other}, survivor, {})[0].episode.corrections.empty())
        << "outpatient care without a reason says nothing that the other does not";
}

} // namespace tests::united
