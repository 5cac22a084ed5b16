#include "model/worsening.h"
#include "tests/model/shipped_measure.h"

#include <gtest/gtest.h>

#include <vector>

namespace {

using namespace date::literals;
using model::Worsening;

/// Totals of the PCL-5, a fortnight apart, in one open episode unless the test says otherwise.
struct Course {
    std::vector<model::Administration> administrations{};
    std::vector<model::EpisodeOfCare> episodes{{.id = {1}, .admitted_on = 2026_y / 1 / 1}};

    Course& score(double value)
    {
        const auto number = static_cast<int>(administrations.size());
        administrations.push_back({.id = {number + 1},
                                   .details = {.measure = "pcl-5", .taken_on = day(number)},
                                   .scores = {{.scale = "total", .value = value}}});
        return *this;
    }

    static model::Date day(int number) { return model::days_after(2026_y / 1 / 5, 14 * number); }

    std::optional<Worsening> read(const std::vector<model::AdministrationId>& seen = {}) const
    {
        return model::worsening_of(tests::shipped("pcl-5"), administrations, episodes, seen);
    }
};

TEST(Worsening, NamesTheBestScoreAndTheLast)
{
    EXPECT_EQ(Course{}.score(63).score(27).score(55).read(),
              (Worsening{.administration = {3},
                         .taken_on = Course::day(2),
                         .worse = {.scale = "total", .since = Course::day(1), .then = 27, .now = 55}}));
}

TEST(Worsening, IsNoneBelowTheThresholdOrWithOneScore)
{
    EXPECT_EQ(Course{}.score(63).score(27).score(41).read(), std::nullopt);
    EXPECT_EQ(Course{}.score(63).read(), std::nullopt);
    EXPECT_EQ(Course{}.read(), std::nullopt);
}

TEST(Worsening, LooksNeitherAtErrorsNorAtOtherMeasures)
{
    auto course = Course{}.score(63).score(27).score(55);
    course.administrations[1].entered_in_error.emplace();
    EXPECT_EQ(course.read(), std::nullopt);
    course.administrations[1].entered_in_error.reset();
    course.administrations[1].details.measure = "phq-9";
    EXPECT_EQ(course.read(), std::nullopt);
}

TEST(Worsening, StartsAnewWithAnEpisodeOfCare)
{
    auto course = Course{}.score(63).score(27).score(55);
    course.episodes[0].discharged_on = model::days_after(Course::day(1), 1);
    course.episodes.push_back({.id = {2}, .admitted_on = Course::day(2)});
    EXPECT_EQ(course.read(), std::nullopt);
    EXPECT_TRUE(course.score(70).read()) << "worse within the second one";
}

TEST(Worsening, OnlyCountsWhatBecameWorseSinceSomebodyLooked)
{
    const std::vector<model::AdministrationId> seen{{3}};
    EXPECT_EQ(Course{}.score(63).score(27).score(55).score(56).read(seen), std::nullopt);
    EXPECT_TRUE(Course{}.score(63).score(27).score(55).score(70).read(seen)) << "fifteen more";
    EXPECT_TRUE(Course{}.score(63).score(27).score(55).score(40).score(56).read(seen)) << "better, and worse again";
}

TEST(Worsening, OfOneDayIsSeenUpToTheVeryFormThatSomebodyLookedAt)
{
    auto course = Course{}.score(63).score(27).score(55).score(54);
    course.administrations[1].details.taken_on = course.administrations[2].details.taken_on;
    EXPECT_EQ(course.read({{3}}), std::nullopt) << "27 of the same day was seen as well";
}

TEST(Worsening, ThatSomebodyLookedAtIsForgottenWithAFormEnteredInError)
{
    auto course = Course{}.score(63).score(27).score(55).score(70);
    course.administrations[2].entered_in_error.emplace();
    EXPECT_TRUE(course.read({{3}}));
}

} // namespace
