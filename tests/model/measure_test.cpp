#include "model/library.h"
#include "model/measure.h"
#include "model/statistics.h"
#include "tests/model/shipped_measure.h"
#include "tests/support/places.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <filesystem>
#include <set>

namespace model {

namespace {

using testing::ElementsAre;

using tests::shipped;

std::vector<std::string> codes_of(const std::vector<Scale>& scales)
{
    std::vector<std::string> codes;
    for (const auto& scale : scales) {
        codes.push_back(scale.code);
    }
    return codes;
}

/// The item lists of scales, put together and in order.
std::vector<int> items_of(const MeasureDefinition& measure, const std::vector<std::string>& scales)
{
    std::vector<int> items;
    for (const auto& code : scales) {
        const auto& more = measure.scale(code)->items;
        items.insert(items.end(), more.begin(), more.end());
    }
    std::ranges::sort(items);
    return items;
}

} // namespace

TEST(Measures, ShipEveryDefinitionOfTheLibrary)
{
    std::set<std::string> on_disk;
    for (const auto& entry : std::filesystem::directory_iterator{tests::source_dir() + "/model/library/measures"}) {
        if (entry.path().extension() == ".json") {
            on_disk.insert(entry.path().stem());
        }
    }
    std::set<std::string> codes;
    for (const auto& measure : shipped_measures()) {
        codes.insert(measure.code);
    }
    EXPECT_EQ(codes, on_disk);
}

TEST(Measures, NameTheirLicenceCitationAndVersion)
{
    for (const auto& measure : shipped_measures()) {
        EXPECT_FALSE(measure.licence.empty()) << measure.code;
        EXPECT_FALSE(measure.citation.empty()) << measure.code;
        EXPECT_FALSE(measure.version.empty()) << measure.code;
        EXPECT_FALSE(measure.full_name.empty()) << measure.code;
        EXPECT_GE(measure.ask_again_after_days, 14) << measure.code;
    }
}

TEST(Measures, ScoreEveryItemOfTheForm)
{
    for (const auto& measure : shipped_measures()) {
        std::set<int> scored;
        for (const auto& scale : measure.scales) {
            scored.insert(scale.items.begin(), scale.items.end());
        }
        EXPECT_EQ(scored, std::set<int>(measure.items.begin(), measure.items.end())) << measure.code;
    }
}

TEST(Measures, KnowTheKeyOfTheScs)
{
    const auto scs = shipped("scs-26");
    EXPECT_THAT(scs.scale("self_kindness")->items, ElementsAre(5, 12, 19, 23, 26));
    EXPECT_THAT(scs.scale("self_judgment")->items, ElementsAre(1, 8, 11, 16, 21));
    EXPECT_THAT(scs.scale("common_humanity")->items, ElementsAre(3, 7, 10, 15));
    EXPECT_THAT(scs.scale("isolation")->items, ElementsAre(4, 13, 18, 25));
    EXPECT_THAT(scs.scale("mindfulness")->items, ElementsAre(9, 14, 17, 22));
    EXPECT_THAT(scs.scale("over_identification")->items, ElementsAre(2, 6, 20, 24));
    EXPECT_EQ(items_of(scs, scs.lead()->parts), scs.items);
    EXPECT_THAT(scs.lead()->reversed_parts, ElementsAre("self_judgment", "isolation", "over_identification"));
    EXPECT_EQ(items_of(scs, scs.lead()->reversed_parts).size(), 13U);
    EXPECT_EQ(scs.lead()->lowest, 1);
    EXPECT_EQ(scs.lead()->highest, 5);
    EXPECT_EQ(scs.scale("isolation")->better, Better::lower);
    EXPECT_EQ(scs.scale("uncompassionate")->better, Better::lower);
    EXPECT_EQ(scs.area, MeasureArea::self_compassion);
}

TEST(Measures, KnowTheKeyOfTheShortForm)
{
    const auto form = shipped("scs-sf");
    EXPECT_THAT(form.lead()->reversed, ElementsAre(1, 4, 8, 9, 11, 12));
    EXPECT_THAT(codes_of(form.scales), ElementsAre("total"));
    EXPECT_EQ(form.lead()->max_missing, 0);
    EXPECT_NE(form.version.find("Raes 2011"), std::string::npos);
}

TEST(Measures, KeepTheItemNumbersOfTheLongCsip)
{
    const auto csip = shipped("csip-boundary");
    EXPECT_EQ(csip.items.size(), 24U);
    EXPECT_TRUE(std::ranges::is_sorted(csip.items));
    EXPECT_THAT(csip.scale("nonassertive")->items, ElementsAre(5, 13, 21, 29, 37, 45, 53, 61));
    EXPECT_THAT(csip.scale("exploitable")->items, ElementsAre(6, 14, 22, 30, 38, 46, 54, 62));
    EXPECT_THAT(csip.scale("self_sacrificing")->items, ElementsAre(7, 15, 23, 31, 39, 47, 55, 63));
    EXPECT_EQ(csip.lead_scale, "nonassertive");
    for (const auto& [scale, octant_sum] :
         {std::pair{"nonassertive", 7.1}, {"exploitable", 6.5}, {"self_sacrificing", 7.4}}) {
        EXPECT_NEAR(csip.scale(scale)->lines.at(0).value, octant_sum / 8, 6e-5);
        EXPECT_EQ(csip.scale(scale)->lines.at(0).kind, LineKind::norm);
        EXPECT_EQ(csip.scale(scale)->better, Better::lower);
        EXPECT_EQ(csip.scale(scale)->highest, 3);
        EXPECT_EQ(csip.scale(scale)->max_missing, 1);
        EXPECT_EQ(csip.scale(scale)->reliable_change, std::nullopt);
    }
}

TEST(Measures, GiveTheTrustQuestionnaireNoTotalAndTrustNoColour)
{
    const auto etmcq = shipped("etmcq");
    EXPECT_EQ(etmcq.lead(), nullptr);
    EXPECT_THAT(codes_of(etmcq.scales), ElementsAre("trust", "mistrust", "credulity"));
    EXPECT_THAT(etmcq.scale("trust")->items, ElementsAre(1, 2, 7, 8, 13));
    EXPECT_THAT(etmcq.scale("mistrust")->items, ElementsAre(3, 4, 9, 10, 14));
    EXPECT_THAT(etmcq.scale("credulity")->items, ElementsAre(5, 6, 11, 12, 15));
    EXPECT_EQ(etmcq.scale("trust")->better, Better::neither);
    EXPECT_EQ(etmcq.scale("mistrust")->better, Better::lower);
    EXPECT_EQ(etmcq.scale("credulity")->better, Better::lower);
    EXPECT_EQ(etmcq.scale("trust")->max_missing, 1);
}

TEST(Measures, HoldTheRiskItemOfThePhq)
{
    const auto phq = shipped("phq-9");
    const ItemAlert expected{.item = 9, .at_least = 1, .ask_when_missing = true, .concern = "self_harm"};
    EXPECT_THAT(phq.alerts, ElementsAre(expected));
    EXPECT_THAT(phq.lead()->never_missing, ElementsAre(9));
    EXPECT_EQ(phq.lead()->max_missing, 2);
    EXPECT_EQ(phq.lead()->cut_off()->value, 10);
    EXPECT_FALSE(phq.lead()->cut_off()->is_well_on_line);
    EXPECT_EQ(phq.lead()->standard_error, std::nullopt);
}

TEST(Measures, CountThePclClusters)
{
    const auto pcl = shipped("pcl-5");
    ASSERT_EQ(pcl.criteria.size(), 4U);
    EXPECT_EQ(pcl.criteria[0].items.back(), 5);
    EXPECT_THAT(pcl.criteria[1].items, ElementsAre(6, 7));
    EXPECT_EQ(pcl.criteria[2].items.front(), 8);
    EXPECT_EQ(pcl.criteria[2].items.back(), 14);
    EXPECT_EQ(pcl.criteria[3].items.back(), 20);
    std::vector<int> needed;
    for (const auto& criterion : pcl.criteria) {
        EXPECT_EQ(criterion.at_least, 2);
        needed.push_back(criterion.needed);
    }
    EXPECT_THAT(needed, ElementsAre(1, 1, 2, 2));
    EXPECT_EQ(pcl.lead()->cut_off()->value, 28);
    EXPECT_TRUE(pcl.lead()->cut_off()->is_well_on_line);
    EXPECT_TRUE(pcl.lead()->bands.empty());
}

TEST(Measures, TakeTheirThresholdsFromTheOneTable)
{
    struct Row {
        std::string code;
        double threshold;
        ThresholdRule rule;
        bool is_derived;
    };
    for (const auto& row :
         {Row{"scs-26", 0.56, ThresholdRule::more_than, true}, Row{"scs-sf", 0.71, ThresholdRule::more_than, true},
          Row{"phq-9", 6, ThresholdRule::at_least, false}, Row{"pcl-5", 15, ThresholdRule::at_least, false}}) {
        const auto change = shipped(row.code).lead()->reliable_change;
        ASSERT_TRUE(change) << row.code;
        EXPECT_EQ(change->threshold, row.threshold) << row.code;
        EXPECT_EQ(change->rule, row.rule) << row.code;
        EXPECT_EQ(change->is_derived, row.is_derived) << row.code;
        EXPECT_EQ(change->confidence, row.is_derived ? "95 %" : "published rule") << row.code;
        EXPECT_FALSE(change->basis.empty()) << row.code;
        EXPECT_FALSE(change->source.empty()) << row.code;
    }
}

TEST(Measures, DeriveTheSameThresholdsFromTheFiguresTheyName)
{
    EXPECT_NEAR(reliable_change_threshold(0.657, 0.906, 0.95), 0.56, 0.005);
    EXPECT_NEAR(reliable_change_threshold(0.68, 0.86, 0.95), 0.71, 0.005);
    EXPECT_NEAR(*shipped("scs-26").lead()->standard_error, standard_error_of_measurement(0.657, 0.906), 1e-12);
    EXPECT_NEAR(*shipped("scs-sf").lead()->standard_error, standard_error_of_measurement(0.68, 0.86), 1e-12);
    EXPECT_NEAR(*shipped("pcl-5").lead()->standard_error, 3.72, 1e-12);
}

TEST(Measures, GiveNoVerdictWhereNoReliabilityIsKnown)
{
    for (const auto* code : {"csip-boundary", "etmcq"}) {
        for (const auto& scale : shipped(code).scales) {
            EXPECT_EQ(scale.reliable_change, std::nullopt) << code << ' ' << scale.code;
            EXPECT_EQ(scale.standard_error, std::nullopt) << code << ' ' << scale.code;
        }
    }
}

TEST(Measures, FindAScaleByItsCodeOnly)
{
    const auto phq = shipped("phq-9");
    EXPECT_EQ(phq.scale("total"), &phq.scales[0]);
    EXPECT_EQ(phq.scale(""), nullptr);
    EXPECT_EQ(phq.scale("Total"), nullptr);
    EXPECT_EQ(MeasureDefinition{}.lead(), nullptr);
}

} // namespace model
