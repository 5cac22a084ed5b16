#include "app/presenters/measures_presenter.h"
#include "tests/support/casebooks.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <string_view>

namespace {

using namespace date::literals;
using app::EntryProblem;
using app::MeasuresPresenter;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

/// A measure of the practice's own that is kept as a total.
constexpr const char* own_measure = R"({
  "code": "sleep", "name": "Sleep", "area": "other", "licence": "own", "citation": "own",
  "scales": [{ "code": "hours", "name": "Hours", "range": [0, 24], "better": "higher" }],
  "lead_scale": "hours"
})";

class Measures : public testing::Test {
protected:
    const MeasuresPresenter::Screen& screen() const { return measures_.screen(); }
    const app::MeasureEntry::Screen& entry() const { return *screen().entry; }

    std::size_t place_of(const std::string& code) const
    {
        return static_cast<std::size_t>(std::ranges::find(screen().measures, code, &MeasuresPresenter::Row::code) -
                                        screen().measures.begin());
    }
    const MeasuresPresenter::Row& row(const std::string& code) const { return screen().measures.at(place_of(code)); }

    void enter(const std::string& measure, std::string_view answers)
    {
        measures_.choose(place_of(measure));
        measures_.begin_entry();
        for (const char key : answers) {
            measures_.answer(
                [key](app::AnswerEntry& entry) { key == ' ' ? entry.leave_out() : entry.press_digit(key - '0'); });
        }
    }

    void save_on(const std::string& day)
    {
        measures_.type_day(day);
        measures_.save();
    }

    std::vector<model::Administration> kept() const { return practice_.casebook.administrations_of(practice_.client); }

    std::string loud_words() const
    {
        std::string words;
        for (const auto& alert : entry().alerts) {
            words += alert.is_loud ? alert.words + "\n" : "";
        }
        return words;
    }

    tests::SmallPractice practice_; // In care since 1 Jan 2024.
    app::Clock clock_{.now = [] { return tests::at(2024_y / 6 / 1, 9); }};
    app::Names names_{};
    app::Workplace place_{practice_.casebook, clock_, names_};
    MeasuresPresenter measures_{place_, practice_.client};
};

TEST_F(Measures, AreAllListedBeforeAnyIsFilledIn)
{
    EXPECT_EQ(screen().measures.size(), practice_.casebook.measures().size());
    EXPECT_EQ(row("phq-9"), (MeasuresPresenter::Row{.code = "phq-9", .name = "PHQ-9"}));
    EXPECT_THAT(screen().history, IsEmpty());
    EXPECT_THAT(screen().readings, IsEmpty());
    EXPECT_THAT(screen().about.licence, HasSubstr("Licence: "));
}

TEST_F(Measures, TheScoreBuildsUpWithEveryKey)
{
    enter("phq-9", "");
    EXPECT_THAT(entry().scores, IsEmpty());
    enter("phq-9", "3");
    ASSERT_THAT(entry().scores, SizeIs(1));
    EXPECT_EQ(entry().scores[0].value, "\u2013");
    EXPECT_THAT(entry().scores[0].why, HasSubstr("No score until item 9 is asked"));
    enter("phq-9", "33333330");
    EXPECT_EQ(entry().scores[0].value, "24");
    EXPECT_EQ(entry().scores[0].why,
              "0 to 27, lower is better. Band: severe (from 20; Kroenke 2001). 9 of 9 answered.");
}

TEST_F(Measures, AreKeptWithTheirAnswersAndShownInTheHistory)
{
    enter("phq-9", "222222220");
    save_on("1 Mar 2024");
    ASSERT_THAT(kept(), SizeIs(1));
    EXPECT_EQ(kept()[0].details.taken_on, 2024_y / 3 / 1);
    EXPECT_EQ(screen().entry, std::nullopt);
    EXPECT_EQ(screen().said, "Saved: PHQ-9 of 1 Mar 2024, 16.");
    ASSERT_TRUE(screen().detail);
    EXPECT_THAT(screen().detail->answers, HasSubstr("9\u00a0:\u00a00"));

    enter("phq-9", "11111111 ");
    measures_.answer([](app::AnswerEntry& answers) { answers.press_digit(0); });
    save_on("1 Apr 2024");
    ASSERT_THAT(screen().history, SizeIs(2));
    EXPECT_EQ(screen().history[0].change, "\u22128");
    EXPECT_EQ(screen().history[0].band, "mild");
    EXPECT_EQ(screen().history[0].answered, "9 of 9");
    EXPECT_EQ(screen().history[1].change, "first");
    EXPECT_EQ(row("phq-9").score, "8");
    ASSERT_THAT(screen().readings, SizeIs(1));
    EXPECT_THAT(screen().readings[0].lead, HasSubstr("\u22128"));
}

TEST_F(Measures, ANewEpisodeStartsItsOwnChange)
{
    enter("phq-9", "222222220");
    save_on("1 Feb 2024");
    practice_.casebook.discharge(practice_.client, 2024_y / 3 / 1, "");
    practice_.casebook.admit(practice_.client, 2024_y / 4 / 1, model::LevelOfCare::outpatient, "");
    enter("phq-9", "111111110");
    save_on("1 May 2024");
    EXPECT_EQ(screen().history[0].change, "first");
}

TEST_F(Measures, ARiskAnswerIsLoudBeforeAndAfterSaving)
{
    enter("phq-9", "00000000");
    EXPECT_EQ(loud_words(), "") << "the item has not come up yet";
    enter("phq-9", "1");
    EXPECT_THAT(loud_words(), HasSubstr("Item 9 positive (score 1): assess suicide risk."));
    EXPECT_THAT(entry().alarming, ElementsAre(false, false, false, false, false, false, false, false, true));
    EXPECT_THAT(tests::open_notices(practice_.casebook), IsEmpty());
    save_on("1 Jun 2024");
    ASSERT_THAT(tests::open_notices(practice_.casebook), SizeIs(1));
    EXPECT_EQ(tests::open_notices(practice_.casebook)[0].kind, model::NoticeKind::risk_answer);
}

TEST_F(Measures, AnItemThatMustBeAskedIsAskedOnceBeforeSaving)
{
    enter("phq-9", "00000000");
    measures_.save();
    EXPECT_THAT(kept(), IsEmpty());
    EXPECT_TRUE(entry().asks_before_saving);
    EXPECT_THAT(loud_words(), HasSubstr("Item 9 not answered"));

    measures_.save();
    ASSERT_THAT(kept(), SizeIs(1));
    EXPECT_THAT(screen().said, HasSubstr("It has no score"));
    EXPECT_EQ(screen().history[0].score, "\u2013");
    EXPECT_EQ(tests::open_notices(practice_.casebook).at(0).kind, model::NoticeKind::risk_not_asked);
}

TEST_F(Measures, AnItemLeftOutIsAskedForAtOnce)
{
    enter("phq-9", "00000000 ");
    EXPECT_THAT(loud_words(), HasSubstr("Item 9 not answered: ask about suicidal thoughts."));
}

TEST_F(Measures, MissingItemsAreReplacedWithinTheLimitOnly)
{
    enter("phq-9", "  2222220");
    EXPECT_EQ(entry().scores[0].value, "15.43");
    EXPECT_THAT(entry().scores[0].why, HasSubstr("Pro-rated: 7 of 9 answered"));
    measures_.cancel_entry();
    measures_.throw_away();
    enter("phq-9", "   222220");
    EXPECT_EQ(entry().scores[0].value, "\u2013");
    EXPECT_THAT(entry().scores[0].why, HasSubstr("6 of 9 answered, at most 2 may be left out"));
}

TEST_F(Measures, SymptomCriteriaAreAPromptNotADiagnosis)
{
    enter("pcl-5", "22222222222222222222");
    EXPECT_THAT(loud_words(), HasSubstr("This is a prompt to assess, not a diagnosis."));
    measures_.cancel_entry();
    measures_.throw_away();
    enter("pcl-5", "00000000000000000000");
    EXPECT_EQ(loud_words(), "");
    EXPECT_THAT(entry().alerts.at(0).words, HasSubstr("Symptom criteria not met"));
}

TEST_F(Measures, ATotalIsEnoughWhereThereIsOne)
{
    enter("phq-9", "");
    measures_.choose_items(false);
    measures_.type_total("12");
    EXPECT_EQ(entry().scores.at(0).value, "12");
    EXPECT_THAT(entry().alerts.at(0).words, HasSubstr("is not known from a total"));
    EXPECT_FALSE(entry().alerts.at(0).is_loud);
    save_on("1 Jun 2024");
    EXPECT_EQ(kept().at(0).details.total, 12);
    EXPECT_EQ(screen().history[0].answered, "total only");
}

TEST_F(Measures, AWrongTotalIsSaidAndNotKept)
{
    enter("phq-9", "");
    measures_.choose_items(false);
    for (const auto& [typed, problem] :
         {std::pair{"", EntryProblem::nothing_entered}, std::pair{"28", EntryProblem::total_outside},
          std::pair{"-1", EntryProblem::total_outside}, std::pair{"nan", EntryProblem::total_outside},
          std::pair{"12 or so", EntryProblem::total_unreadable}}) {
        measures_.type_total(typed);
        measures_.save();
        EXPECT_EQ(entry().problem, problem) << typed;
    }
    EXPECT_THAT(kept(), IsEmpty());
    measures_.type_total("12,5");
    measures_.save();
    EXPECT_EQ(kept().at(0).details.total, 12.5);
}

TEST_F(Measures, TheDayIsReadAndChecked)
{
    auto details = practice_.casebook.client(practice_.client).details;
    details.born_on = 1990_y / 5 / 4;
    practice_.casebook.change_details(practice_.client, details);
    enter("phq-9", "000000000");
    for (const auto& [day, problem] : {std::pair{"2 Jun 2024", EntryProblem::date_in_future},
                                       std::pair{"3 May 1990", EntryProblem::date_before_birth},
                                       std::pair{"30 Feb 2024", EntryProblem::date_unreadable}}) {
        save_on(day);
        EXPECT_EQ(entry().problem, problem) << day;
    }
    EXPECT_THAT(kept(), IsEmpty());
}

TEST_F(Measures, TheSameDayTwiceIsRemarkedAndAllowed)
{
    enter("phq-9", "000000000");
    save_on("1 Jun 2024");
    enter("phq-9", "111111110");
    EXPECT_EQ(entry().remark, "There is already one of 1 Jun 2024. Both are kept.");
    save_on("1 Jun 2024");
    EXPECT_THAT(kept(), SizeIs(2));
}

TEST_F(Measures, NothingAtAllIsNotSaved)
{
    enter("phq-9", "   ");
    measures_.save();
    EXPECT_EQ(entry().problem, EntryProblem::nothing_entered);
}

TEST_F(Measures, AnEntryWaitsWhileAnotherMeasureIsLookedAt)
{
    enter("phq-9", "123");
    measures_.choose(place_of("pcl-5"));
    EXPECT_EQ(screen().entry, std::nullopt);
    EXPECT_TRUE(row("phq-9").is_being_entered);
    measures_.choose(place_of("phq-9"));
    EXPECT_EQ(entry().answers.at(2), 3);
    EXPECT_EQ(entry().cursor, 3U);
}

TEST_F(Measures, ATabWithAnswersAsksBeforeItGoes)
{
    enter("phq-9", "");
    EXPECT_TRUE(measures_.may_leave());
    enter("phq-9", "1");
    EXPECT_FALSE(measures_.may_leave());
    EXPECT_EQ(screen().unsaved, "PHQ-9");
    measures_.keep_entering();
    EXPECT_EQ(entry().answers.at(0), 1);
    EXPECT_FALSE(measures_.may_leave());
    measures_.throw_away();
    EXPECT_TRUE(measures_.may_leave());
    EXPECT_EQ(screen().entry, std::nullopt);
}

TEST_F(Measures, CancellingAsksAboutTheAnswersOfThisMeasureOnly)
{
    enter("pcl-5", "12");
    enter("phq-9", "1");
    measures_.cancel_entry();
    EXPECT_EQ(screen().unsaved, "PHQ-9");
    EXPECT_EQ(entry().answers.at(0), 1) << "in sight until it is answered";
    measures_.throw_away();
    EXPECT_EQ(screen().entry, std::nullopt);
    EXPECT_TRUE(row("pcl-5").is_being_entered);

    enter("phq-9", "");
    measures_.cancel_entry();
    EXPECT_EQ(screen().entry, std::nullopt) << "nothing was answered";
    EXPECT_EQ(screen().unsaved, "");
}

TEST_F(Measures, AReasonForMarkingIsNeverHiddenButAskedAbout)
{
    enter("phq-9", "222222221");
    save_on("1 Mar 2024");
    const auto leave_in_every_way = {std::function<void()>{[&] { measures_.show(std::nullopt); }},
                                     std::function<void()>{[&] { measures_.choose(place_of("pcl-5")); }},
                                     std::function<void()>{[&] { measures_.cancel_marking(); }},
                                     std::function<void()>{[&] { measures_.may_leave(); }}};
    measures_.begin_marking();
    measures_.type_reason("Form of another client");
    for (const auto& leave : leave_in_every_way) {
        leave();
        EXPECT_EQ(screen().marking->reason, "Form of another client");
        EXPECT_EQ(screen().unsaved, "");
        EXPECT_EQ(screen().unsaved_reasons, "PHQ-9");
        measures_.keep_entering();
        EXPECT_EQ(screen().marking->reason, "Form of another client");
    }
    measures_.cancel_marking();
    measures_.throw_away();
    EXPECT_EQ(screen().marking, std::nullopt);
    EXPECT_TRUE(measures_.may_leave());
}

TEST_F(Measures, ACorrectionBeginsWithTheAnswersThatWereEntered)
{
    enter("phq-9", "12301230 ");
    measures_.save(); // An item that must be asked is asked about first.
    save_on("1 Mar 2024");
    const auto wrong = kept().front();
    EXPECT_TRUE(screen().can_correct);
    measures_.begin_correcting();
    EXPECT_EQ(entry().corrects, "Correcting the administration of 1 Mar 2024");
    EXPECT_EQ(entry().answers, wrong.details.answers);
    EXPECT_EQ(entry().taken_on, "1 Mar 2024");
    EXPECT_EQ(entry().cursor, 0U);
    EXPECT_EQ(entry().remark, "") << "it does not stand in its own way";
    EXPECT_FALSE(screen().can_correct);
    measures_.begin_marking();
    EXPECT_EQ(screen().marking, std::nullopt) << "one thing at a time";
    EXPECT_TRUE(measures_.may_leave()) << "nothing was changed yet";
    EXPECT_FALSE(row("phq-9").is_being_entered);
}

TEST_F(Measures, ACorrectionNeedsAChangeAndAReasonAndThenTakesThePlaceOfTheWrongOne)
{
    enter("phq-9", "111111110");
    save_on("1 Mar 2024");
    measures_.begin_correcting();
    measures_.type_correction_reason("Misread");
    measures_.save();
    EXPECT_EQ(entry().problem, EntryProblem::nothing_corrected);
    measures_.type_correction_reason(" ");
    measures_.answer([](app::AnswerEntry& answers) { answers.press_digit(3); });
    measures_.save();
    EXPECT_EQ(entry().problem, EntryProblem::reason_missing);
    measures_.type_correction_reason(" Misread ");
    measures_.save();

    EXPECT_EQ(screen().entry, std::nullopt);
    EXPECT_EQ(screen().said, "Corrected: PHQ-9 of 1 Mar 2024, 10.");
    ASSERT_THAT(kept(), SizeIs(2));
    EXPECT_EQ(kept()[0].entered_in_error->reason, "Misread");
    EXPECT_EQ(kept()[1].details.taken_on, 2024_y / 3 / 1);
    EXPECT_EQ(kept()[1].details.answers.front(), 3);
    EXPECT_EQ(screen().detail->id, kept()[1].id);
}

TEST_F(Measures, ATotalIsCorrectedAsATotal)
{
    measures_.choose(place_of("phq-9"));
    measures_.begin_entry();
    measures_.choose_items(false);
    measures_.type_total("12");
    save_on("1 Mar 2024");
    measures_.begin_correcting();
    EXPECT_FALSE(entry().by_items);
    EXPECT_EQ(entry().total, "12");
    measures_.type_total("21");
    measures_.type_correction_reason("Digits swapped");
    measures_.save();
    EXPECT_EQ(kept().back().details.total, 21);
}

TEST_F(Measures, ACorrectionIsAskedAboutAndTakenUpAgainLikeAnEntry)
{
    enter("phq-9", "111111110");
    save_on("1 Mar 2024");
    measures_.begin_correcting();
    measures_.type_correction_reason("Misread");
    measures_.answer([](app::AnswerEntry& answers) { answers.press_digit(3); });
    EXPECT_FALSE(measures_.may_leave());
    EXPECT_EQ(screen().unsaved, "PHQ-9");

    const auto left = measures_.as_left();
    MeasuresPresenter again{place_, practice_.client};
    ASSERT_TRUE(again.take_up("phq-9", left.at("phq-9")));
    EXPECT_EQ(again.screen().entry->corrects, entry().corrects);
    EXPECT_EQ(again.screen().entry->reason, "Misread");
    EXPECT_EQ(again.screen().entry->answers, entry().answers);
    again.save();
    EXPECT_EQ(kept().front().entered_in_error->reason, "Misread");
}

TEST_F(Measures, AnAnswerThatACorrectionLeavesOutStaysOutWhenItIsTakenUpAgain)
{
    enter("phq-9", "111111110");
    save_on("1 Mar 2024");
    measures_.begin_correcting();
    measures_.answer([](app::AnswerEntry& answers) { answers.clear(); });
    EXPECT_EQ(entry().answers.at(0), std::nullopt);

    const auto left = measures_.as_left();
    MeasuresPresenter again{place_, practice_.client};
    ASSERT_TRUE(again.take_up("phq-9", left.at("phq-9")));
    EXPECT_EQ(again.screen().entry->answers, entry().answers);
}

TEST_F(Measures, TheSameDayWrittenOtherwiseCorrectsNothing)
{
    enter("phq-9", "111111110");
    save_on("1 Mar 2024");
    measures_.begin_correcting();
    measures_.type_correction_reason("Misread");
    measures_.type_day("1 march 2024");
    measures_.save();
    EXPECT_EQ(entry().problem, app::EntryProblem::nothing_corrected);
    EXPECT_EQ(kept().size(), 1U);
}

TEST_F(Measures, WhatIsBeingEnteredIsNotSweptAsideByACorrection)
{
    enter("phq-9", "111111110");
    save_on("1 Mar 2024");
    enter("phq-9", "12");
    EXPECT_FALSE(screen().can_correct);
    measures_.begin_correcting();
    EXPECT_EQ(entry().answers.at(1), 2);
    EXPECT_EQ(entry().corrects, "");
}

TEST_F(Measures, GoingOnFromTheLastItemLeadsToSaving)
{
    enter("phq-9", "0000000");
    EXPECT_FALSE(measures_.go_on());
    EXPECT_TRUE(measures_.go_on());
    EXPECT_THAT(loud_words(), HasSubstr("Item 9 not answered"));
}

TEST_F(Measures, WithoutATotalEachScaleIsShown)
{
    enter("etmcq", "111111111111111");
    EXPECT_FALSE(entry().can_choose) << "there is no total to enter";
    save_on("1 Jun 2024");
    EXPECT_EQ(screen().history.at(0).score, "Trust 1.00 \u00b7 Mistrust 1.00 \u00b7 Credulity 1.00");
    EXPECT_EQ(screen().history[0].change, "");
    EXPECT_EQ(screen().history[0].answered, "15 of 15");
    EXPECT_THAT(screen().readings, SizeIs(3));
}

TEST_F(Measures, WhatAReadingStandsOnIsSaidOnce)
{
    enter("phq-9", "222222220");
    save_on("1 Feb 2024");
    enter("phq-9", "111111110");
    save_on("1 Mar 2024");
    ASSERT_THAT(screen().readings, SizeIs(1));
    EXPECT_THAT(screen().reading_bases, ElementsAre(screen().readings.front().basis));
}

TEST_F(Measures, OneEnteredInErrorStaysAndNoLongerCounts)
{
    enter("phq-9", "222222221");
    save_on("1 Mar 2024");
    measures_.begin_marking();
    measures_.type_reason("  ");
    measures_.mark_in_error();
    EXPECT_EQ(screen().marking->problem, EntryProblem::reason_missing);
    measures_.type_reason("Form of another client");
    measures_.mark_in_error();

    EXPECT_EQ(screen().marking, std::nullopt);
    ASSERT_THAT(screen().history, SizeIs(1));
    EXPECT_TRUE(screen().history[0].is_in_error);
    EXPECT_EQ(screen().history[0].change, "");
    EXPECT_THAT(screen().detail->in_error, HasSubstr("Form of another client"));
    EXPECT_EQ(row("phq-9").last, "");
    EXPECT_THAT(screen().readings, IsEmpty());
    measures_.begin_marking();
    EXPECT_EQ(screen().marking, std::nullopt) << "it is marked already";
}

TEST_F(Measures, AreDueWhenTheIntervalIsOverAndTheClientIsInCare)
{
    enter("phq-9", "000000000");
    save_on("18 May 2024");
    EXPECT_TRUE(row("phq-9").is_due);
    EXPECT_THAT(screen().about.interval, HasSubstr("due since 1 Jun 2024"));
    EXPECT_EQ((MeasuresPresenter{place_, practice_.client}.definition().code), "phq-9") << "what is due comes first";

    practice_.casebook.discharge(practice_.client, 2024_y / 5 / 20, "");
    EXPECT_FALSE(row("phq-9").is_due);
}

TEST_F(Measures, OneOfOurOwnIsAddedAndUsedWithoutItems)
{
    measures_.add_definition(own_measure);
    EXPECT_EQ(screen().definition, app::DefinitionOutcome{app::MeasureAdded{"Sleep"}});
    EXPECT_EQ(measures_.definition().code, "sleep");
    measures_.begin_entry();
    EXPECT_FALSE(entry().by_items);
    measures_.type_total("7.5");
    measures_.save();
    EXPECT_EQ(screen().history.at(0).score, "7.5");

    measures_.add_definition(own_measure);
    EXPECT_EQ(screen().definition, app::DefinitionOutcome{app::MeasureCodeTaken{"sleep"}});
}

TEST_F(Measures, AWrongDefinitionOfOurOwnIsReplacedUntilSomebodyHasFilledItIn)
{
    const auto called = [](const std::string& name) {
        std::string json = own_measure;
        return json.replace(json.find("\"Sleep\""), 7, "\"" + name + "\"");
    };
    measures_.add_definition(own_measure);
    measures_.add_definition(called("Rest"));
    EXPECT_EQ(screen().definition, (app::DefinitionOutcome{app::MeasureReplaced{"Rest", 2}}));
    EXPECT_EQ(measures_.definition().name, "Rest");
    EXPECT_THAT(screen().about.form, HasSubstr("Version 2 of the definition."));
    measures_.begin_entry();
    measures_.type_total("7.5");
    measures_.save();
    EXPECT_EQ(screen().detail->scored_by, "Scored by version 2 of the definition.");
    measures_.add_definition(called("Nap"));
    EXPECT_EQ(screen().definition, (app::DefinitionOutcome{app::MeasureInUse{"Rest"}}));
    EXPECT_EQ(measures_.definition().name, "Rest");
}

TEST_F(Measures, OneOfOurOwnIsRetiredAndUsedAgain)
{
    measures_.add_definition(own_measure);
    const auto all = screen().measures.size();
    EXPECT_TRUE(screen().about.is_own);
    measures_.retire();
    EXPECT_TRUE(screen().about.is_retired);
    EXPECT_EQ(screen().measures.size(), all) << "while it is looked at";
    measures_.retire();
    EXPECT_FALSE(screen().about.is_retired);

    measures_.retire();
    app::MeasuresPresenter later{place_, practice_.client};
    EXPECT_EQ(later.screen().measures.size(), all - 1) << "nobody has filled it in";
    later.retire();
    EXPECT_FALSE(later.screen().about.is_own) << "a measure that ships stays";
}

TEST_F(Measures, ABadDefinitionIsRefusedWithItsLine)
{
    measures_.add_definition("{\n  \"code\": \"Sleep!\"\n}");
    const auto* error = std::get_if<model::DefinitionError>(&screen().definition);
    ASSERT_NE(error, nullptr);
    EXPECT_THAT(app::words_for(*error), HasSubstr("2"));
    EXPECT_EQ(screen().measures.size(), practice_.casebook.measures().size());
}

} // namespace
