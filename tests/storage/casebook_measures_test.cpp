#include "model/measure_definition_json.h"
#include "storage/casebook.h"
#include "tests/support/casebooks.h"
#include "tests/support/sealed_write.h"
#include "tests/support/storage_trouble.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

using namespace storage;
using namespace date::literals;
using model::NoticeKind;
using testing::IsEmpty;
using tests::at;
using tests::failure_of;

namespace {

/// A measure of the practice's own, kept as totals from 0 to 100.
std::string own_json(const std::string& code)
{
    return R"({"code": ")" + code + R"(", "name": "Own", "full_name": "Own scale", "version": "1", "area": "other",
        "lead_scale": "total", "licence": "Own", "citation": "Own",
        "scales": [{"code": "total", "name": "Total", "range": [0, 100], "better": "higher"}]})";
}

/// As a casebook has it: the first version.
model::MeasureDefinition definition_in(const std::string& json)
{
    auto read = model::read_definition(json);
    if (const auto* error = std::get_if<model::DefinitionError>(&read)) {
        ADD_FAILURE() << "line " << error->line << " " << error->subject;
        return {};
    }
    auto& definition = std::get<model::MeasureDefinition>(read);
    definition.revision = 1;
    return definition;
}

class Measures : public testing::Test {
protected:
    model::AdministrationId answer(const std::string& measure, model::Answers answers, model::Date day = day_)
    {
        return casebook.add_administration(client, {.measure = measure, .taken_on = day, .answers = std::move(answers)},
                                           at(day, 10));
    }

    tests::SmallPractice practice{};
    Casebook& casebook = practice.casebook;
    const model::ClientId client = practice.client;

    static constexpr model::Date day_ = 2024_y / 3 / 1;
};

} // namespace

TEST_F(Measures, OfThePracticeStandBehindThoseThatShip)
{
    const auto shipped = casebook.measures();
    EXPECT_EQ(shipped, model::shipped_measures());
    const auto json = own_json("own-1");
    const auto own = definition_in(json);
    tests::News news{casebook};
    casebook.add_measure(json);
    EXPECT_EQ(news.told(), (std::vector<Change>{{Changed::measures, {}}}));
    ASSERT_EQ(casebook.measures().size(), shipped.size() + 1);
    EXPECT_EQ(casebook.measures().back(), own);
    EXPECT_EQ(casebook.measure("own-1"), own);
    EXPECT_EQ(casebook.measure("nothing"), std::nullopt);
}

TEST_F(Measures, OfThePracticeGetAnotherVersionWhileNobodyHasFilledThemIn)
{
    casebook.add_measure(own_json("own-1"));
    const auto wider = [] {
        auto json = own_json("own-1");
        const auto range = json.find("[0, 100]");
        return range == std::string::npos ? json : json.replace(range, 8, "[0, 200]");
    }();
    ASSERT_NE(wider, own_json("own-1"));
    casebook.replace_measure(wider);
    EXPECT_EQ(casebook.measure("own-1")->revision, 2);
    EXPECT_EQ(casebook.measure("own-1")->scales.front().highest, 200);
    EXPECT_EQ(casebook.measures().size(), model::shipped_measures().size() + 1) << "the version of before is history";

    const auto form =
        casebook.add_administration(client, {.measure = "own-1", .taken_on = day_, .total = 150}, at(day_, 9));
    EXPECT_EQ(casebook.administrations_of(client).front().definition_revision, 2);
    EXPECT_TRUE(casebook.is_measure_in_use("own-1"));
    EXPECT_EQ(failure_of([&] { casebook.replace_measure(own_json("own-1")); }), StorageErrorKind::refused);
    casebook.mark_administration_in_error(form, "A slip", at(day_, 10));
    EXPECT_EQ(failure_of([&] { casebook.replace_measure(own_json("own-1")); }), StorageErrorKind::refused)
        << "a form in error is still read by it";
    EXPECT_EQ(failure_of([&] { casebook.replace_measure(own_json("own-2")); }), StorageErrorKind::refused);
    EXPECT_EQ(failure_of([&] { casebook.replace_measure(own_json("phq-9")); }), StorageErrorKind::refused);
}

TEST_F(Measures, OfThePracticeAreRetiredAndTakenUpAgain)
{
    casebook.add_measure(own_json("own-1"));
    casebook.add_administration(client, {.measure = "own-1", .taken_on = day_, .total = 50}, at(day_, 9));
    casebook.retire_measure("own-1");
    EXPECT_TRUE(casebook.measure("own-1")->is_retired);
    EXPECT_EQ(casebook.administrations_of(client).size(), 1U);
    EXPECT_EQ(failure_of([&] { casebook.retire_measure("own-1"); }), StorageErrorKind::refused);
    EXPECT_EQ(failure_of([&] { casebook.retire_measure("phq-9"); }), StorageErrorKind::refused);
    EXPECT_EQ(failure_of([&] {
                  casebook.together([&] {
                      casebook.reinstate_measure("own-1");
                      casebook.add_client({.code = " "});
                  });
              }),
              StorageErrorKind::refused);
    EXPECT_TRUE(casebook.measure("own-1")->is_retired) << "what was undone is not remembered";
    casebook.reinstate_measure("own-1");
    EXPECT_FALSE(casebook.measure("own-1")->is_retired);
    EXPECT_EQ(failure_of([&] { casebook.reinstate_measure("own-1"); }), StorageErrorKind::not_found);
}

TEST_F(Measures, WithACodeThatIsTakenAreRefused)
{
    const auto json = own_json("own-1");
    casebook.add_measure(json);
    EXPECT_EQ(failure_of([&] { casebook.add_measure(json); }), StorageErrorKind::refused);
    const auto taken = own_json("phq-9");
    EXPECT_EQ(failure_of([&] { casebook.add_measure(taken); }), StorageErrorKind::refused);
}

TEST_F(Measures, WithAFaultyDefinitionAreRefused)
{
    EXPECT_EQ(failure_of([&] { casebook.add_measure(R"({"code": "own-1"})"); }), StorageErrorKind::refused);
    EXPECT_EQ(casebook.measures(), model::shipped_measures());
}

TEST_F(Measures, AddedInAnActThatFailedAreForgotten)
{
    const auto first = own_json("own-1");
    EXPECT_TRUE(failure_of([&] {
        casebook.together([&] {
            casebook.add_measure(first);
            EXPECT_TRUE(casebook.measure("own-1"));
            casebook.add_client({.code = "A1"});
        });
    }));
    EXPECT_EQ(casebook.measure("own-1"), std::nullopt);
    const auto second = own_json("own-2");
    casebook.add_measure(second);
    EXPECT_TRUE(casebook.measure("own-2"));
    EXPECT_EQ(casebook.measure("own-1"), std::nullopt);
}

namespace {

/// Writes a definition of the practice's own behind the casebook's back.
void write_definition(const tests::CasebookOnDisk& place, const std::string& code, const std::string& json)
{
    tests::write_sealed(place.open_bare(), place.unlock().keys,
                        "INSERT INTO measure_definition (code, json) VALUES ('" + code + "', '" + json + "')");
}

} // namespace

TEST(OwnMeasures, OneThatCannotBeReadStandsInTheWayOfNoOther)
{
    const tests::CasebookOnDisk place;
    write_definition(place, "broken", R"({"code": "broken"})");
    write_definition(place, "own-1", own_json("own-1"));
    auto casebook = place.open();
    const auto client = casebook.add_client({.code = "A1"});

    EXPECT_EQ(casebook.measures().size(), model::shipped_measures().size() + 1);
    EXPECT_TRUE(casebook.measure("own-1"));
    EXPECT_EQ(casebook.caseload(2024_y / 3 / 1).size(), 1u);
    EXPECT_EQ(casebook.measure("broken"), std::nullopt);
    EXPECT_EQ(casebook.unreadable_measures(), std::vector<std::string>{"broken"});
    EXPECT_EQ(failure_of([&] {
                  casebook.add_administration(client, {.measure = "broken", .taken_on = 2024_y / 3 / 1, .total = 1},
                                              at(2024_y / 3 / 1, 10));
              }),
              StorageErrorKind::damaged)
        << "it is said where it is needed";
}

TEST(OwnMeasures, KeepTheirCodeWhenALaterReleaseShipsOneOfThatCode)
{
    const tests::CasebookOnDisk place;
    write_definition(place, "phq-9", own_json("phq-9"));
    const auto casebook = place.open();
    const auto all = casebook.measures();
    EXPECT_EQ(casebook.measure("phq-9"), definition_in(own_json("phq-9")));
    EXPECT_EQ(all.back(), definition_in(own_json("phq-9")));
    EXPECT_EQ(std::ranges::count(all, "phq-9", &model::MeasureDefinition::code), 1);
}

TEST_F(Measures, AnswersAreKeptWithTheScoresOfTheirDay)
{
    const model::AdministrationDetails details{
        .measure = "phq-9", .taken_on = day_, .answers = {3, 2, 1, 0, 3, {}, 1, 0, 0}};
    tests::News news{casebook};
    const auto id = casebook.add_administration(client, details, at(day_, 10));
    EXPECT_EQ(news.told(), (std::vector<Change>{{Changed::administrations, client}}));
    const auto scores =
        std::get<std::vector<model::ScaleScore>>(model::score(*casebook.measure("phq-9"), details.answers));
    const model::Administration expected{.id = id, .client = client, .details = details, .scores = scores};
    EXPECT_EQ(casebook.administrations_of(client), std::vector{expected});
    EXPECT_EQ(casebook.record_of(client).administrations, std::vector{expected});
}

TEST_F(Measures, FormsWithNothingAnsweredHaveScoresWithoutValues)
{
    answer("phq-9", model::Answers(9));
    const auto kept = casebook.administrations_of(client).at(0);
    EXPECT_EQ(kept.details.answers, model::Answers(9));
    ASSERT_FALSE(kept.scores.empty());
    EXPECT_EQ(kept.scores[0].value, std::nullopt);
}

TEST_F(Measures, TotalsAreKeptAsTotals)
{
    const model::AdministrationDetails details{.measure = "phq-9", .taken_on = day_, .total = 27};
    casebook.add_administration(client, details, at(day_, 10));
    const auto kept = casebook.administrations_of(client).at(0);
    EXPECT_EQ(kept.details, details);
    ASSERT_EQ(kept.scores.size(), 1u);
    EXPECT_EQ(kept.scores[0].value, 27);
    EXPECT_THAT(tests::open_notices(casebook), IsEmpty()) << "what item 9 said is not known";
}

TEST_F(Measures, FillingsInStandByDateOldestFirst)
{
    const auto second = answer("phq-9", model::Answers(9, 0), 2024_y / 3 / 2);
    const auto first = answer("phq-9", model::Answers(9, 0), 2024_y / 3 / 1);
    const auto all = casebook.administrations_of(client);
    ASSERT_EQ(all.size(), 2u);
    EXPECT_EQ(all[0].id, first);
    EXPECT_EQ(all[1].id, second);
}

TEST_F(Measures, AnswersThatDoNotFitAreRefused)
{
    EXPECT_EQ(failure_of([&] { answer("phq-9", {1, 2}); }), StorageErrorKind::refused);
    EXPECT_EQ(failure_of([&] { answer("phq-9", model::Answers(9, 4)); }), StorageErrorKind::refused);
    EXPECT_EQ(failure_of([&] { answer("phq-9", {}); }), StorageErrorKind::refused) << "neither answers nor a total";
    EXPECT_EQ(failure_of([&] { answer("no-such", {1}); }), StorageErrorKind::not_found);
    EXPECT_EQ(failure_of([&] {
                  casebook.add_administration(client, {.measure = "phq-9", .taken_on = day_, .total = 28},
                                              at(day_, 10));
              }),
              StorageErrorKind::refused);
    EXPECT_THAT(casebook.administrations_of(client), IsEmpty());
}

TEST_F(Measures, ARiskAnswerRaisesANoticeAtOnce)
{
    tests::News news{casebook};
    answer("phq-9", {0, 0, 0, 0, 0, 0, 0, 0, 1});
    EXPECT_EQ(news.told(), (std::vector<Change>{{Changed::administrations, client}, {Changed::notices, client}}));
    const auto notices = tests::open_notices(casebook);
    ASSERT_EQ(notices.size(), 1u);
    EXPECT_EQ(notices[0], (model::Notice{.id = notices[0].id,
                                         .client = client,
                                         .kind = NoticeKind::risk_answer,
                                         .measure = "phq-9",
                                         .item = 9,
                                         .answer = 1,
                                         .concerns = day_,
                                         .raised_at = at(day_, 10)}));
}

TEST_F(Measures, ARiskItemThatWasLeftOutHasToBeAsked)
{
    answer("phq-9", {0, 0, 0, 0, 0, 0, 0, 0, {}});
    ASSERT_EQ(tests::open_notices(casebook).size(), 1u);
    EXPECT_EQ(tests::open_notices(casebook)[0].kind, NoticeKind::risk_not_asked);
    EXPECT_EQ(tests::open_notices(casebook)[0].item, 9);
}

TEST_F(Measures, NoRiskRaisesNothing)
{
    answer("phq-9", model::Answers(9, 0));
    EXPECT_THAT(tests::open_notices(casebook), IsEmpty());
}

TEST_F(Measures, CriteriaThatAreMetAskForAnAssessment)
{
    answer("pcl-5", model::Answers(20, 4));
    const auto notices = tests::open_notices(casebook);
    ASSERT_EQ(notices.size(), 1u);
    EXPECT_EQ(notices[0].kind, NoticeKind::criteria_met);
    EXPECT_EQ(notices[0].item, 0);
}

TEST_F(Measures, AFillingInEnteredInErrorStaysAndItsNoticeIsTakenBack)
{
    const auto id = answer("phq-9", model::Answers(9, 3));
    tests::News news{casebook};
    casebook.mark_administration_in_error(id, "Other client's form", at(day_, 11));
    EXPECT_EQ(news.told(), (std::vector<Change>{{Changed::administrations, client}, {Changed::notices, client}}));
    const auto kept = casebook.administrations_of(client);
    ASSERT_EQ(kept.size(), 1u);
    EXPECT_EQ(kept[0].entered_in_error,
              (model::EnteredInError{
                  .reason = "Other client's form", .author = "Dana Example, LMFT", .marked_at = at(day_, 11)}));
    ASSERT_EQ(tests::open_notices(casebook).size(), 1u);
    EXPECT_TRUE(tests::open_notices(casebook)[0].is_taken_back);
    EXPECT_EQ(failure_of([&] { casebook.mark_administration_in_error(id, "", at(day_, 12)); }),
              StorageErrorKind::refused);
    EXPECT_EQ(failure_of([&] { casebook.mark_administration_in_error({99}, "", at(day_, 12)); }),
              StorageErrorKind::not_found);
}

namespace {

/// Totals of the PCL-5, and what is noticed about them.
class Relapse : public Measures {
protected:
    model::AdministrationId total(double value, model::Date day, const std::string& measure = "pcl-5")
    {
        return casebook.add_administration(client, {.measure = measure, .taken_on = day, .total = value}, at(day, 10));
    }

    /// 63, then 27, then 55, a month apart.
    model::AdministrationId relapse()
    {
        total(63, first);
        total(27, best);
        return total(55, last);
    }

    std::vector<model::Notice> open() const { return tests::open_notices(casebook); }

    void review(model::Date day = last) { casebook.review_notice(open().at(0).id, "Talked about it", at(day, 12)); }

    static constexpr model::Date first = 2024_y / 3 / 1;
    static constexpr model::Date best = 2024_y / 4 / 1;
    static constexpr model::Date last = 2024_y / 5 / 1;
};

} // namespace

TEST_F(Relapse, RaisesANoticeInTheActThatKeepsTheScore)
{
    total(63, first);
    total(27, best);
    EXPECT_THAT(open(), IsEmpty());
    tests::News news{casebook};
    total(55, last);
    EXPECT_EQ(news.told(), (std::vector<Change>{{Changed::administrations, client}, {Changed::notices, client}}));
    ASSERT_EQ(open().size(), 1u);
    EXPECT_EQ(open()[0], (model::Notice{.id = open()[0].id,
                                        .client = client,
                                        .kind = NoticeKind::worse_since,
                                        .measure = "pcl-5",
                                        .worse = model::WorseSince{"total", best, 27, 55},
                                        .concerns = last,
                                        .raised_at = at(last, 10)}));
    EXPECT_TRUE(open()[0].is_quiet());
    EXPECT_EQ(casebook.caseload(last).at(0).open_notices, 1);
    EXPECT_EQ(casebook.acts({}, 1).at(0).kind, model::ActKind::worsening_noticed);
}

TEST_F(Relapse, WhichIsUndoneTogetherWithItsScoreLeavesNoNotice)
{
    EXPECT_TRUE(failure_of([&] {
        casebook.together([&] {
            relapse();
            casebook.add_client({.code = "A1"});
        });
    }));
    EXPECT_THAT(casebook.administrations_of(client), IsEmpty());
    total(20, last);
    EXPECT_THAT(open(), IsEmpty()) << "nothing of it is looked for later";
}

TEST_F(Relapse, IsOneNoticeAMeasureThatFollowsTheScoresUntilItIsReviewed)
{
    relapse();
    const auto id = open().at(0).id;
    total(60, 2024_y / 6 / 1);
    ASSERT_EQ(open().size(), 1u);
    EXPECT_EQ(open()[0].id, id);
    EXPECT_EQ(open()[0].worse, (model::WorseSince{"total", best, 27, 60}));
    EXPECT_EQ(open()[0].concerns, 2024_y / 6 / 1);

    total(4, first, "phq-9");
    total(10, best, "phq-9");
    EXPECT_EQ(open().size(), 2u) << "another measure has its own";
}

TEST_F(Relapse, StaysInSightWhenTheNextScoreIsBetterAgain)
{
    relapse();
    total(30, 2024_y / 6 / 1);
    ASSERT_EQ(open().size(), 1u);
    EXPECT_FALSE(open()[0].is_taken_back);
    EXPECT_EQ(open()[0].worse->now, 55);
}

TEST_F(Relapse, IsNoticedAnewAfterAReviewOnlyWhenItBecomesWorseAgain)
{
    relapse();
    review();
    total(54, 2024_y / 6 / 1);
    EXPECT_THAT(open(), IsEmpty()) << "that was looked at";
    total(38, 2024_y / 7 / 1);
    EXPECT_THAT(open(), IsEmpty());
    total(53, 2024_y / 8 / 1);
    ASSERT_EQ(open().size(), 1u);
    EXPECT_EQ(open()[0].worse, (model::WorseSince{"total", 2024_y / 7 / 1, 38, 53}));
    EXPECT_EQ(casebook.notices_of(client).size(), 2u);
}

TEST_F(Relapse, IsNoticedAnewWhenTheReviewedScoreIsCorrectedToAWorseOne)
{
    const auto wrong = relapse();
    review();
    casebook.correct_administration(wrong, {.measure = "pcl-5", .taken_on = last, .total = 70}, "Misread",
                                    at(last, 13));
    ASSERT_EQ(open().size(), 1u);
    EXPECT_EQ(open()[0].worse, (model::WorseSince{"total", best, 27, 70}));
}

TEST_F(Relapse, OfADayWithTwoScoresIsSeenWithBoth)
{
    total(63, first);
    total(27, last);
    total(55, last);
    review();
    total(54, 2024_y / 6 / 1);
    EXPECT_THAT(open(), IsEmpty());
}

TEST_F(Relapse, IsTakenBackWithTraceWhenItsScoreWasAnError)
{
    const auto id = relapse();
    tests::News news{casebook};
    casebook.mark_administration_in_error(id, "Other client's form", at(last, 11));
    EXPECT_EQ(news.told(), (std::vector<Change>{{Changed::administrations, client}, {Changed::notices, client}}));
    ASSERT_EQ(open().size(), 1u);
    EXPECT_TRUE(open()[0].is_taken_back);
    EXPECT_EQ(open()[0].worse->now, 55);

    total(56, last);
    ASSERT_EQ(open().size(), 1u);
    EXPECT_FALSE(open()[0].is_taken_back) << "the right form says so too";
    EXPECT_EQ(open()[0].worse->now, 56);
}

TEST_F(Relapse, IsTakenBackWhenTheBetterScoreWasAnError)
{
    total(63, first);
    const auto mistaken = total(27, best);
    total(55, last);
    casebook.mark_administration_in_error(mistaken, "Misread", at(last, 11));
    ASSERT_EQ(open().size(), 1u);
    EXPECT_TRUE(open()[0].is_taken_back);
}

TEST_F(Relapse, IsNoticedWhenTheBetterScoreIsEnteredLate)
{
    total(63, first);
    total(55, last);
    EXPECT_THAT(open(), IsEmpty());
    total(27, best);
    ASSERT_EQ(open().size(), 1u);
    EXPECT_EQ(open()[0].concerns, last);
}

TEST_F(Relapse, OfAHistoryPutInTogetherIsNoticedOnlyWhereItEnds)
{
    casebook.together([&] {
        relapse();
        total(25, 2024_y / 6 / 1);
    });
    EXPECT_THAT(open(), IsEmpty());
}

TEST_F(Relapse, DoesNotReachBackIntoAnEarlierEpisode)
{
    total(63, first);
    total(27, best);
    casebook.discharge(client, 2024_y / 4 / 15, "Finished");
    casebook.admit(client, 2024_y / 4 / 20, model::LevelOfCare::outpatient, "Back");
    total(55, last);
    EXPECT_THAT(open(), IsEmpty());
}

TEST_F(Relapse, IsNoticedWhereHigherIsBetterAndNotWhereNothingIsKnown)
{
    total(2, first, "scs-sf");
    total(4, best, "scs-sf");
    total(3, last, "scs-sf");
    EXPECT_EQ(open().size(), 1u);
    total(0.5, first, "csip-boundary");
    total(3, best, "csip-boundary");
    EXPECT_EQ(open().size(), 1u) << "no reliability is known";
}

TEST_F(Measures, NoticesStayUntilAPersonHasReviewedThem)
{
    answer("phq-9", model::Answers(9, 3), 2024_y / 3 / 1);
    answer("phq-9", model::Answers(9, 3), 2024_y / 3 / 2);
    const auto open = tests::open_notices(casebook);
    ASSERT_EQ(open.size(), 2u);
    EXPECT_EQ(open[0].concerns, 2024_y / 3 / 1) << "oldest first";
    tests::News news{casebook};
    casebook.review_notice(open[0].id, "Called, safe tonight", at(2024_y / 3 / 3, 9));
    EXPECT_EQ(news.told(), (std::vector<Change>{{Changed::notices, client}}));
    EXPECT_EQ(tests::open_notices(casebook), std::vector{open[1]});

    auto reviewed = open[0];
    reviewed.review = {
        .by = "Dana Example, LMFT", .at = at(2024_y / 3 / 3, 9), .what_was_done = "Called, safe tonight"};
    EXPECT_EQ(casebook.notices_of(client), (std::vector{open[1], reviewed})) << "newest first";
    EXPECT_EQ(failure_of([&] { casebook.review_notice(open[0].id, "Again", at(2024_y / 3 / 4, 9)); }),
              StorageErrorKind::refused);
    EXPECT_EQ(failure_of([&] { casebook.review_notice({99}, "", at(2024_y / 3 / 4, 9)); }),
              StorageErrorKind::not_found);
}

TEST_F(Measures, NoticesAreNotReviewedByNobody)
{
    answer("phq-9", model::Answers(9, 3));
    casebook.set_therapist({});
    EXPECT_EQ(failure_of([&] { casebook.review_notice(tests::open_notices(casebook)[0].id, "", at(day_, 11)); }),
              StorageErrorKind::refused);
}

TEST_F(Measures, ACorrectedFormTakesThePlaceOfTheWrongOneInOneAct)
{
    const auto wrong = answer("phq-9", {1, 1, 1, 1, 1, 1, 1, 1, 0});
    const auto acts_before = casebook.acts({}, 100).size();
    tests::News news{casebook};

    const auto right = casebook.correct_administration(
        wrong, {.measure = "phq-9", .taken_on = day_, .answers = {2, 1, 1, 1, 1, 1, 1, 1, 0}}, "Misread", at(day_, 12));
    const auto kept = casebook.administrations_of(client);
    ASSERT_EQ(kept.size(), 2u);
    EXPECT_EQ(kept[0].id, wrong);
    EXPECT_EQ(kept[0].entered_in_error,
              (model::EnteredInError{.reason = "Misread", .author = "Dana Example, LMFT", .marked_at = at(day_, 12)}));
    EXPECT_EQ(kept[1].id, right);
    EXPECT_EQ(kept[1].details.taken_on, day_);
    EXPECT_EQ(kept[1].scores.front().value, 9);
    EXPECT_EQ(kept[1].entered_in_error, std::nullopt);
    EXPECT_EQ(news.told(), (std::vector<Change>{{Changed::administrations, client}}));
    const auto acts = casebook.acts({}, 100);
    ASSERT_EQ(acts.size(), acts_before + 1) << "one entry of the log";
    EXPECT_EQ(acts.front().kind, model::ActKind::form_corrected);
    EXPECT_EQ(acts.front().client, client);
    EXPECT_EQ(acts.front().record, right.value);
}

TEST_F(Measures, ANoticeFollowsItsFormToTheCorrectedOne)
{
    const auto wrong = answer("phq-9", {1, 0, 0, 0, 0, 0, 0, 0, 1});
    const auto raised = tests::open_notices(casebook);
    ASSERT_EQ(raised.size(), 1u);
    const model::AdministrationDetails other_day{
        .measure = "phq-9", .taken_on = 2024_y / 2 / 27, .answers = {2, 0, 0, 0, 0, 0, 0, 0, 1}};

    const auto right = casebook.correct_administration(wrong, other_day, "Misread", at(day_, 12));
    auto followed = raised;
    followed.front().concerns = 2024_y / 2 / 27;
    EXPECT_EQ(tests::open_notices(casebook), followed) << "the same notice, not another one";

    casebook.mark_administration_in_error(right, "Other client", at(day_, 13));
    EXPECT_TRUE(tests::open_notices(casebook).front().is_taken_back) << "it belongs to the corrected form now";
}

TEST_F(Measures, ACorrectionTakesBackWhatIsNoLongerTrueAndRaisesWhatIsNew)
{
    const auto wrong = answer("phq-9", {1, 0, 0, 0, 0, 0, 0, 0, 1});
    const model::AdministrationDetails harmless{
        .measure = "phq-9", .taken_on = day_, .answers = {1, 0, 0, 0, 0, 0, 0, 0, 0}};
    const auto right = casebook.correct_administration(wrong, harmless, "Misread", at(day_, 12));
    ASSERT_EQ(tests::open_notices(casebook).size(), 1u);
    EXPECT_TRUE(tests::open_notices(casebook).front().is_taken_back);

    auto grave = harmless;
    grave.answers.back() = 3;
    casebook.correct_administration(right, grave, "It was right", at(day_, 13));
    ASSERT_EQ(tests::open_notices(casebook).size(), 2u);
    EXPECT_FALSE(tests::open_notices(casebook).back().is_taken_back);
    EXPECT_EQ(tests::open_notices(casebook).back().kind, NoticeKind::risk_answer);
}

TEST_F(Measures, WhatWasReviewedIsRaisedAnewOnlyForAnotherAnswer)
{
    const auto wrong = answer("phq-9", {1, 0, 0, 0, 0, 0, 0, 0, 1});
    casebook.review_notice(tests::open_notices(casebook).front().id, "Called", at(day_, 11));
    model::AdministrationDetails same_risk{
        .measure = "phq-9", .taken_on = day_, .answers = {2, 0, 0, 0, 0, 0, 0, 0, 1}};
    const auto right = casebook.correct_administration(wrong, same_risk, "Misread", at(day_, 12));
    EXPECT_THAT(tests::open_notices(casebook), IsEmpty());

    same_risk.answers.back() = 3;
    casebook.correct_administration(right, same_risk, "Misread again", at(day_, 13));
    EXPECT_EQ(tests::open_notices(casebook).size(), 1u);
}

TEST_F(Measures, AWrongCorrectionChangesNothing)
{
    const auto form = answer("phq-9", {1, 0, 0, 0, 0, 0, 0, 0, 1});
    const auto before = casebook.administrations_of(client);
    const auto notices = casebook.notices_of(client);
    const auto refused = [&](model::AdministrationId id, const model::AdministrationDetails& details,
                             const std::string& reason) {
        return failure_of([&] { casebook.correct_administration(id, details, reason, at(day_, 12)); });
    };
    const model::AdministrationDetails right{
        .measure = "phq-9", .taken_on = day_, .answers = {2, 0, 0, 0, 0, 0, 0, 0, 1}};
    EXPECT_EQ(refused(form, {.measure = "phq-9", .taken_on = day_, .answers = {9}}, "Misread"),
              StorageErrorKind::refused);
    EXPECT_EQ(refused(form, {.measure = "pcl-5", .taken_on = day_, .total = 30}, "Misread"), StorageErrorKind::refused);
    EXPECT_EQ(refused(form, right, " "), StorageErrorKind::refused);
    EXPECT_EQ(refused({99}, right, "Misread"), StorageErrorKind::not_found);
    EXPECT_EQ(casebook.administrations_of(client), before);
    EXPECT_EQ(casebook.notices_of(client), notices);

    casebook.mark_administration_in_error(form, "Other client", at(day_, 13));
    EXPECT_EQ(refused(form, right, "Misread"), StorageErrorKind::refused) << "it is marked already";
}
