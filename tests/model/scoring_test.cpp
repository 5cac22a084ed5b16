#include "model/scoring.h"
#include "tests/model/shipped_measure.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace model {

namespace {

using tests::shipped;

Answers all(const MeasureDefinition& definition, int answer)
{
    return Answers(definition.items.size(), answer);
}

/// The answers with those to some items taken away.
Answers without(const MeasureDefinition& definition, Answers answers, const std::vector<int>& items)
{
    for (const int item : items) {
        const auto place = std::ranges::find(definition.items, item) - definition.items.begin();
        answers.at(static_cast<std::size_t>(place)).reset();
    }
    return answers;
}

ScaleScore scored(const MeasureDefinition& definition, const Answers& answers, std::string_view scale)
{
    const auto scores = std::get<std::vector<ScaleScore>>(score(definition, answers));
    return *std::ranges::find(scores, scale, &ScaleScore::scale);
}

AnswersRefused refused(const std::variant<std::vector<ScaleScore>, AnswersRefused>& result)
{
    return std::get<AnswersRefused>(result);
}

} // namespace

TEST(Scoring, AveragesTheSixSubscalesOfTheScs)
{
    const auto scs = shipped("scs-26");
    // 1 for the five and three fours that count as they are, 2 for those reversed: subscales of 5 and 4 items differ
    // in weight, so the mean of subscale means is not the mean of the 26 items.
    auto answers = all(scs, 1);
    for (const int item : {5, 12, 19, 23, 26}) {
        answers[static_cast<std::size_t>(item - 1)] = 5;
    }
    EXPECT_EQ(scored(scs, answers, "self_kindness").value, 5);
    EXPECT_EQ(scored(scs, answers, "self_judgment").value, 1);
    EXPECT_EQ(scored(scs, answers, "common_humanity").value, 1);
    // SK 5, CH 1, MI 1 as they are; SJ, IS, OI 1 turned round to 5.
    EXPECT_NEAR(*scored(scs, answers, "total").value, 22.0 / 6, 1e-12);
    EXPECT_NEAR(*scored(scs, answers, "compassionate").value, 7.0 / 3, 1e-12);
    EXPECT_EQ(scored(scs, answers, "uncompassionate").value, 1);
    EXPECT_EQ(scored(scs, answers, "total").asked, 26);
}

TEST(Scoring, TurnsAllFivesOfTheScsIntoTheMiddle)
{
    const auto scs = shipped("scs-26");
    EXPECT_EQ(scored(scs, all(scs, 5), "total").value, 3);
    EXPECT_EQ(scored(scs, all(scs, 5), "self_judgment").value, 5);
}

TEST(Scoring, AllowsOneMissingAnswerInEachScsSubscale)
{
    const auto scs = shipped("scs-26");
    const auto one_each = without(scs, all(scs, 4), {5, 1, 3, 4, 9, 2});
    const auto total = scored(scs, one_each, "total");
    EXPECT_EQ(total.value, 3);
    EXPECT_EQ(total.answered, 20);
    EXPECT_TRUE(total.is_prorated);

    const auto two_in_one = without(scs, all(scs, 4), {5, 12});
    EXPECT_EQ(scored(scs, two_in_one, "self_kindness").value, std::nullopt);
    EXPECT_EQ(scored(scs, two_in_one, "total").value, std::nullopt);
    EXPECT_FALSE(scored(scs, two_in_one, "total").is_prorated);
    EXPECT_EQ(scored(scs, two_in_one, "compassionate").value, std::nullopt);
    EXPECT_EQ(scored(scs, two_in_one, "uncompassionate").value, 4);
}

TEST(Scoring, ReversesTheShortFormInTheOrderOfRaes)
{
    const auto form = shipped("scs-sf");
    const Answers answers{2, 4, 3, 1, 5, 4, 3, 2, 1, 4, 2, 1};
    EXPECT_NEAR(*scored(form, answers, "total").value, 4.16666666667, 1e-11);
    EXPECT_EQ(scored(form, without(form, answers, {7}), "total").value, std::nullopt);
}

TEST(Scoring, AveragesTheCsipOctantsByTheNumbersOfTheLongForm)
{
    const auto csip = shipped("csip-boundary");
    auto answers = all(csip, 0);
    for (std::size_t i = 0; i < csip.items.size(); ++i) {
        answers[i] = csip.items[i] % 8 == 5 ? 3 : csip.items[i] % 8 == 6 ? 1 : 0;
    }
    EXPECT_EQ(scored(csip, answers, "nonassertive").value, 3);
    EXPECT_EQ(scored(csip, answers, "exploitable").value, 1);
    EXPECT_EQ(scored(csip, answers, "self_sacrificing").value, 0);
    const auto one_missing = scored(csip, without(csip, answers, {61}), "nonassertive");
    EXPECT_EQ(one_missing.value, 3);
    EXPECT_TRUE(one_missing.is_prorated);
    EXPECT_EQ(scored(csip, without(csip, answers, {53, 61}), "nonassertive").value, std::nullopt);
    EXPECT_EQ(scored(csip, without(csip, answers, {53, 61}), "exploitable").value, 1);
}

TEST(Scoring, KeepsTheThreeTrustScoresApart)
{
    const auto etmcq = shipped("etmcq");
    const Answers answers{7, 7, 1, 1, 4, 4, 7, 7, 1, 1, 4, 4, 7, 1, 4};
    EXPECT_EQ(scored(etmcq, answers, "trust").value, 7);
    EXPECT_EQ(scored(etmcq, answers, "mistrust").value, 1);
    EXPECT_EQ(scored(etmcq, answers, "credulity").value, 4);
    EXPECT_EQ(std::get<AnswersRefused>(score_total(etmcq, 4)).problem, AnswerProblem::no_total);
}

TEST(Scoring, SumsThePhq)
{
    const auto phq = shipped("phq-9");
    EXPECT_EQ(scored(phq, all(phq, 0), "total").value, 0);
    EXPECT_EQ(scored(phq, all(phq, 3), "total").value, 27);
    const ScaleScore expected{.scale = "total", .value = 9, .answered = 9, .asked = 9, .must_ask = {}};
    EXPECT_EQ(scored(phq, all(phq, 1), "total"), expected);
}

TEST(Scoring, ProratesThePhqForUpToTwoItems)
{
    const auto phq = shipped("phq-9");
    const Answers answers{2, 1, 1, 1, 1, 1, 1, 1, 0};
    const auto one = scored(phq, without(phq, answers, {2}), "total");
    EXPECT_EQ(one.value, 9); // 8 in 8 items: exactly a whole number.
    EXPECT_TRUE(one.is_prorated);
    const auto two = scored(phq, without(phq, answers, {2, 3}), "total");
    EXPECT_NEAR(*two.value, 9, 1e-12);
    EXPECT_EQ(two.answered, 7);
    EXPECT_EQ(scored(phq, without(phq, answers, {2, 3, 4}), "total").value, std::nullopt);
}

TEST(Scoring, HasNoPhqTotalUntilItemNineIsAsked)
{
    const auto phq = shipped("phq-9");
    const auto total = scored(phq, without(phq, all(phq, 1), {9}), "total");
    EXPECT_EQ(total.value, std::nullopt);
    EXPECT_EQ(total.must_ask, std::vector{9});
    EXPECT_FALSE(total.is_prorated);
}

TEST(Scoring, TakesNoPclWithAGap)
{
    const auto pcl = shipped("pcl-5");
    EXPECT_EQ(scored(pcl, all(pcl, 4), "total").value, 80);
    EXPECT_EQ(scored(pcl, without(pcl, all(pcl, 4), {20}), "total").value, std::nullopt);
    EXPECT_EQ(scored(pcl, without(pcl, all(pcl, 4), {20}), "intrusion").value, 20);
}

TEST(Scoring, HasNoScoreWithoutAnyAnswer)
{
    for (const auto& measure : shipped_measures()) {
        const auto scores = std::get<std::vector<ScaleScore>>(score(measure, Answers(measure.items.size())));
        ASSERT_EQ(scores.size(), measure.scales.size());
        for (const auto& each : scores) {
            EXPECT_EQ(each.value, std::nullopt) << measure.code << ' ' << each.scale;
        }
    }
}

TEST(Scoring, StaysInsideTheRangeOfEveryScale)
{
    for (const auto& measure : shipped_measures()) {
        for (int answer = measure.answer_lowest; answer <= measure.answer_highest; ++answer) {
            const auto scores = std::get<std::vector<ScaleScore>>(score(measure, all(measure, answer)));
            for (const auto& each : scores) {
                EXPECT_GE(*each.value, measure.scale(each.scale)->lowest) << measure.code << ' ' << each.scale;
                EXPECT_LE(*each.value, measure.scale(each.scale)->highest) << measure.code << ' ' << each.scale;
            }
        }
    }
}

TEST(Scoring, RefusesAnswersThatDoNotFitTheForm)
{
    const auto phq = shipped("phq-9");
    const AnswersRefused too_few{AnswerProblem::wrong_count, 0, 8, 9, 9};
    EXPECT_EQ(refused(score(phq, Answers(8, 1))), too_few);
    EXPECT_EQ(refused(score(phq, Answers(10, 1))).problem, AnswerProblem::wrong_count);
    auto answers = all(phq, 1);
    answers[4] = 4;
    const AnswersRefused too_high{AnswerProblem::out_of_range, 5, 4, 0, 3};
    EXPECT_EQ(refused(score(phq, answers)), too_high);
    answers[4] = -1;
    EXPECT_EQ(refused(score(phq, answers)).problem, AnswerProblem::out_of_range);
}

TEST(Scoring, TakesATotalWithinTheRangeOfTheLeadScale)
{
    const auto phq = shipped("phq-9");
    const ScaleScore expected{.scale = "total", .value = 27, .must_ask = {}};
    EXPECT_EQ(std::get<ScaleScore>(score_total(phq, 27)), expected);
    EXPECT_EQ(std::get<ScaleScore>(score_total(phq, 0)).value, 0);
    const AnswersRefused beyond{AnswerProblem::total_outside, 0, 27.5, 0, 27};
    EXPECT_EQ(std::get<AnswersRefused>(score_total(phq, 27.5)), beyond);
    EXPECT_TRUE(std::holds_alternative<AnswersRefused>(score_total(phq, -1)));
    EXPECT_TRUE(std::holds_alternative<AnswersRefused>(score_total(phq, std::nan(""))));
    EXPECT_TRUE(std::holds_alternative<AnswersRefused>(score_total(phq, std::numeric_limits<double>::infinity())));
    EXPECT_EQ(std::get<ScaleScore>(score_total(shipped("csip-boundary"), 2.125)).scale, "nonassertive");
}

TEST(Scoring, TakesOnlyTotalsOfAMeasureWithoutItems)
{
    MeasureDefinition totals;
    totals.scales = {{.code = "total", .lowest = 7, .highest = 49}};
    totals.lead_scale = "total";
    EXPECT_EQ(std::get<ScaleScore>(score_total(totals, 30)).value, 30);
    EXPECT_EQ(refused(score(totals, {})).problem, AnswerProblem::no_items);
}

TEST(Scoring, PutsAScoreIntoTheHighestBandItReaches)
{
    const auto phq = shipped("phq-9");
    const auto& total = *phq.lead();
    EXPECT_EQ(band_of(total, 0)->name, "minimal");
    EXPECT_EQ(band_of(total, 4)->name, "minimal");
    EXPECT_EQ(band_of(total, 4.5)->name, "minimal");
    EXPECT_EQ(band_of(total, 5)->name, "mild");
    EXPECT_EQ(band_of(total, 9.99)->name, "mild");
    EXPECT_EQ(band_of(total, 10.56)->name, "moderate");
    EXPECT_EQ(band_of(total, 15)->name, "moderately severe");
    EXPECT_EQ(band_of(total, 27)->name, "severe");
    EXPECT_EQ(band_of(*shipped("scs-26").lead(), 2.5)->name, "moderate");
    EXPECT_EQ(band_of(Scale{}, 3), nullptr);
    EXPECT_EQ(band_of(total, -1), nullptr);
}

TEST(Scoring, RaisesItemNineFromItsFirstStep)
{
    const auto phq = shipped("phq-9");
    EXPECT_TRUE(alerts_raised(phq, all(phq, 0)).empty());
    auto answers = all(phq, 0);
    answers[8] = 1;
    const std::vector<RaisedAlert> expected{{phq.alerts[0], AlertState::raised, 1}};
    EXPECT_EQ(alerts_raised(phq, answers), expected);
    EXPECT_EQ(expected[0].alert.concern, "self_harm");
}

TEST(Scoring, RaisesAnAlertFromAnIncompleteForm)
{
    const auto phq = shipped("phq-9");
    Answers answers(9);
    answers[8] = 3;
    EXPECT_EQ(scored(phq, answers, "total").value, std::nullopt);
    ASSERT_EQ(alerts_raised(phq, answers).size(), 1U);
    EXPECT_EQ(alerts_raised(phq, answers)[0].state, AlertState::raised);
}

TEST(Scoring, SaysThatAnAlertItemWasNotAskedOrIsNotKnown)
{
    const auto phq = shipped("phq-9");
    const std::vector<RaisedAlert> not_asked{{phq.alerts[0], AlertState::not_asked, std::nullopt}};
    EXPECT_EQ(alerts_raised(phq, without(phq, all(phq, 0), {9})), not_asked);
    const std::vector<RaisedAlert> not_known{{phq.alerts[0], AlertState::not_known, std::nullopt}};
    EXPECT_EQ(alerts_not_known(phq), not_known);
    EXPECT_TRUE(alerts_not_known(shipped("scs-26")).empty());
}

TEST(Scoring, MeetsTheProvisionalCriteriaFarBelowTheScreeningCut)
{
    const auto pcl = shipped("pcl-5");
    const Answers answers{2, 0, 0, 0, 0, 2, 0, 2, 2, 0, 0, 0, 0, 0, 2, 2, 0, 0, 0, 0};
    EXPECT_EQ(scored(pcl, answers, "total").value, 12);
    const CriteriaOutcome expected{CriteriaState::met, {{"B", 1, 1}, {"C", 1, 1}, {"D", 2, 2}, {"E", 2, 2}}};
    EXPECT_EQ(criteria_of(pcl, answers), expected);
}

TEST(Scoring, LeavesCriteriaOpenOnlyWhileAnAnswerCouldDecide)
{
    const auto pcl = shipped("pcl-5");
    const Answers met{2, 0, 0, 0, 0, 2, 0, 2, 2, 0, 0, 0, 0, 0, 2, 2, 0, 0, 0, 0};
    EXPECT_EQ(criteria_of(pcl, without(pcl, met, {20})).state, CriteriaState::met);
    EXPECT_EQ(criteria_of(pcl, without(pcl, met, {16})).state, CriteriaState::open);
    EXPECT_EQ(criteria_of(pcl, without(pcl, all(pcl, 1), {1})).state, CriteriaState::not_met);
    EXPECT_EQ(criteria_of(pcl, all(pcl, 1)).state, CriteriaState::not_met);
    EXPECT_EQ(criteria_of(shipped("phq-9"), {}).state, CriteriaState::no_rule);
}

TEST(Scoring, AveragesWhatIsThereWithinTheLimit)
{
    EXPECT_EQ(prorated_mean(Answers(10, 1), 1), 1);
    EXPECT_EQ(prorated_mean(Answers{1, 2, 3, 4, 5, 6, 7, 8, 9, 10}, 1), 5.5);
    EXPECT_EQ(prorated_mean(Answers{1, 1, 1, std::nullopt}, 1), 1);
    EXPECT_EQ(prorated_mean(Answers{1, 1, std::nullopt, std::nullopt}, 1), std::nullopt);
    EXPECT_EQ(prorated_mean(Answers{std::nullopt}, 1), std::nullopt);
    EXPECT_EQ(prorated_mean({}, 0), std::nullopt);
}

} // namespace model
