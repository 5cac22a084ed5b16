#include "app/exchange/score_measures.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace tests::score_measures {

namespace {

/// Measures with these codes, which are their names as well.
std::vector<model::MeasureDefinition> measures(const std::vector<std::string>& codes)
{
    std::vector<model::MeasureDefinition> made;
    for (const std::string& code : codes) {
        made.emplace_back();
        made.back().code = code;
        made.back().name = code;
    }
    return made;
}

std::vector<std::string> called(const std::vector<model::MeasureDefinition>& known, const std::string& words)
{
    std::vector<std::string> codes;
    for (const auto* measure : app::measures_called(known, words)) {
        codes.push_back(measure->code);
    }
    return codes;
}

TEST(MeasuresCalled, FoldsCapitalsBlanksDashesAndUnderscores)
{
    const auto known = measures({"phq-9", "pcl-5", "my_own form"});
    for (const std::string words : {"phq-9", "PHQ9", "phq 9", "Phq_9", "PHQ–9", "p-h-q-9", "ＰＨＱ-9"}) {
        EXPECT_EQ(called(known, words), std::vector<std::string>{"phq-9"}) << words;
    }
    EXPECT_EQ(called(known, "MyOwnForm"), std::vector<std::string>{"my_own form"});
    EXPECT_TRUE(called(known, "phq").empty());
    EXPECT_TRUE(called(known, "-").empty());
    EXPECT_TRUE(called(known, "").empty());
}

TEST(MeasuresCalled, PrefersWhatIsWrittenOverWhatIsFolded)
{
    const auto known = measures({"x-1-2", "x-12"});
    EXPECT_EQ(called(known, "X-12"), std::vector<std::string>{"x-12"});
    EXPECT_EQ(called(known, "x12").size(), 2U) << "and so neither";
}

TEST(NearestMeasure, IsAtMostASlipAway)
{
    const auto known = measures({"phq-9", "pcl-5", "csip-boundary"});
    EXPECT_EQ(app::nearest_measure(known, "PHQ-8"), "phq-9");
    EXPECT_EQ(app::nearest_measure(known, "pcl"), "pcl-5");
    EXPECT_EQ(app::nearest_measure(known, "csip bundry"), "csip-boundary");
    EXPECT_EQ(app::nearest_measure(known, "bdi"), std::nullopt);
    EXPECT_EQ(app::nearest_measure(known, ""), std::nullopt);
    EXPECT_EQ(app::nearest_measure(known, std::string(100'000, 'p')), std::nullopt);
    EXPECT_EQ(app::nearest_measure(measures({"phq-8", "phq-9"}), "phq-7"), std::nullopt) << "two are as near";
    EXPECT_EQ(app::nearest_measure({}, "phq-9"), std::nullopt);
}

} // namespace

} // namespace tests::score_measures
