#include "app/presenters/goals_presenter.h"
#include "tests/support/casebooks.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>

namespace {

using namespace date::literals;
using app::GoalProblem;
using app::GoalsPresenter;
using app::UnsavedGoals;
using testing::ElementsAre;
using testing::Field;

class Goals : public testing::Test {
protected:
    std::vector<std::string> open() const { return wordings(goals_.screen().open); }
    std::vector<std::string> closed() const { return wordings(goals_.screen().closed); }

    static std::vector<std::string> wordings(const std::vector<GoalsPresenter::Line>& lines)
    {
        std::vector<std::string> wordings;
        for (const auto& line : lines) {
            wordings.push_back(line.wording);
        }
        return wordings;
    }

    /// Tries to add a goal and returns what stands in its way.
    std::optional<GoalProblem> problem_of(const std::string& wording, const std::string& agreed_on)
    {
        goals_.begin_entry();
        goals_.type_wording(wording);
        goals_.type_agreed_on(agreed_on);
        goals_.add();
        return goals_.screen().entry ? goals_.screen().entry->problem : std::nullopt;
    }

    std::optional<GoalProblem> problem_of_closing(const std::string& closed_on)
    {
        goals_.begin_closing(practice_.goal);
        goals_.type_closed_on(closed_on);
        goals_.close();
        return goals_.screen().closing ? goals_.screen().closing->problem : std::nullopt;
    }

    tests::SmallPractice practice_; // Its goal "Say no" was agreed on 2 Jan 2024.
    app::Clock clock_{.now = [] { return tests::at(2024_y / 3 / 1, 9); }};
    app::Names names_{};
    app::Workplace place_{practice_.casebook, clock_, names_};
    GoalsPresenter goals_{place_, practice_.client};
};

TEST_F(Goals, AreEmptyForANewClient)
{
    const auto other = practice_.casebook.add_client({.code = "B2"});
    EXPECT_EQ((GoalsPresenter{place_, other}.screen()), GoalsPresenter::Screen{});
}

TEST_F(Goals, ANewOneNeedsWordsAndIsThenKept)
{
    EXPECT_EQ(problem_of("  \t", "1 Mar 2024"), GoalProblem::wording_missing);
    EXPECT_EQ(problem_of("  Να ξεκουράζομαι ", "1 Mar 2024"), std::nullopt);

    EXPECT_EQ(goals_.screen().entry, std::nullopt);
    EXPECT_THAT(open(), ElementsAre("Say no", "Να ξεκουράζομαι"));
    const auto kept = practice_.casebook.goals_of(practice_.client).back().details;
    EXPECT_EQ(kept, (model::GoalDetails{.wording = "Να ξεκουράζομαι",
                                        .family = goals_.families().front().code,
                                        .agreed_on = 2024_y / 3 / 1}));
}

TEST_F(Goals, TheLengthIsCountedInCharactersNotInBytes)
{
    std::string longest;
    for (std::size_t i = 0; i < app::longest_wording; ++i) {
        longest += "ή";
    }
    goals_.begin_entry();
    goals_.type_wording(longest + "ή");
    EXPECT_EQ(goals_.screen().entry->problem, GoalProblem::wording_too_long) << "said before it is tried";
    EXPECT_EQ(problem_of(longest + "ή", "1 Mar 2024"), GoalProblem::wording_too_long);
    EXPECT_EQ(problem_of(longest, "1 Mar 2024"), std::nullopt);
}

TEST_F(Goals, TheSameOpenGoalIsNotAddedTwice)
{
    EXPECT_EQ(problem_of("Say no", "1 Mar 2024"), GoalProblem::wording_taken);
    practice_.casebook.close_goal(practice_.goal, 2024_y / 2 / 1, "Reached");
    EXPECT_EQ(problem_of("Say no", "1 Mar 2024"), std::nullopt) << "a closed one may be agreed anew";
}

TEST_F(Goals, TheDayItWasAgreedIsReadAndChecked)
{
    auto details = practice_.casebook.client(practice_.client).details;
    details.born_on = 1990_y / 5 / 4;
    practice_.casebook.change_details(practice_.client, details);

    EXPECT_EQ(problem_of("Rest", "soon"), GoalProblem::agreed_unreadable);
    EXPECT_EQ(problem_of("Rest", "30 Feb 2024"), GoalProblem::agreed_unreadable);
    EXPECT_EQ(problem_of("Rest", "2 Mar 2024"), GoalProblem::agreed_in_future);
    EXPECT_EQ(problem_of("Rest", "3 May 1990"), GoalProblem::agreed_before_birth);
    EXPECT_EQ(problem_of("Rest", "2024-02-29"), std::nullopt);
}

TEST_F(Goals, TodayIsOfferedAsTheDay)
{
    goals_.begin_entry();
    EXPECT_EQ(goals_.screen().entry->agreed_on, "1 Mar 2024");
}

TEST_F(Goals, AnExampleFillsTheFieldAndOwnWordsComeBack)
{
    const auto& family = goals_.families().front();
    goals_.begin_entry();
    goals_.type_wording("My very own");
    goals_.choose_example(1);
    EXPECT_EQ(goals_.screen().entry->wording, family.examples.front());
    goals_.choose_example(2);
    goals_.choose_example(0);
    EXPECT_EQ(goals_.screen().entry->wording, "My very own");

    goals_.choose_example(1);
    goals_.choose_family(3);
    EXPECT_EQ(goals_.screen().entry->wording, "My very own") << "an example of another family gives way";
    EXPECT_EQ(goals_.screen().entry->example, 0U);
}

TEST_F(Goals, AnExampleThatWasChangedIsOnesOwn)
{
    goals_.begin_entry();
    goals_.choose_example(1);
    goals_.type_wording(goals_.screen().entry->wording + ", on Mondays");
    EXPECT_EQ(goals_.screen().entry->example, 0U);
}

TEST_F(Goals, EveryFamilyOffersExamplesAnchorsAndMeasures)
{
    ASSERT_EQ(goals_.families().size(), 9U);
    for (const auto& family : goals_.families()) {
        EXPECT_FALSE(family.examples.empty()) << family.code;
        EXPECT_FALSE(family.at_zero.empty() || family.at_five.empty() || family.at_ten.empty()) << family.code;
        EXPECT_EQ(goals_.measures_of(family).size(), family.measures.size()) << family.code;
    }
}

TEST_F(Goals, AClosedOneMovesBelowWithDayAndReasonAndCanBeOpenedAgain)
{
    goals_.begin_closing(practice_.goal);
    goals_.type_reason("Reached");
    goals_.close();
    EXPECT_THAT(open(), ElementsAre());
    ASSERT_THAT(closed(), ElementsAre("Say no"));
    EXPECT_EQ(goals_.screen().closed.front().ended, "Closed 1 Mar 2024: Reached");

    goals_.reopen(practice_.goal);
    EXPECT_THAT(open(), ElementsAre("Say no"));
    EXPECT_EQ(goals_.screen().open.front().ended, "");
}

TEST_F(Goals, AreClosedBetweenTheirAgreementAndToday)
{
    EXPECT_EQ(problem_of_closing("1 Jan 2024"), GoalProblem::closed_before_agreed);
    EXPECT_EQ(problem_of_closing("2 Mar 2024"), GoalProblem::closed_in_future);
    EXPECT_EQ(problem_of_closing(""), GoalProblem::closed_unreadable);
    EXPECT_THAT(open(), ElementsAre("Say no"));
    EXPECT_EQ(problem_of_closing("2 Jan 2024"), std::nullopt) << "on the day itself";
    EXPECT_THAT(closed(), ElementsAre("Say no"));
}

TEST_F(Goals, TheOneClosedLastStandsFirst)
{
    const auto second = practice_.casebook.add_goal(
        practice_.client, {.wording = "Rest", .family = "boundaries", .agreed_on = 2024_y / 1 / 3});
    practice_.casebook.close_goal(practice_.goal, 2024_y / 2 / 1, "");
    practice_.casebook.close_goal(second, 2024_y / 2 / 2, "");
    EXPECT_THAT(closed(), ElementsAre("Rest", "Say no"));
}

TEST_F(Goals, ShowFirstAndLastRatingOfEachRater)
{
    EXPECT_EQ(goals_.screen().open.front().ratings, "Not rated yet");

    auto first = tests::note_on(2024_y / 1 / 10);
    first.ratings = {{.goal = practice_.goal, .by_therapist = 2, .by_client = std::nullopt}};
    practice_.casebook.add_signed_note(practice_.client, first, tests::at(2024_y / 1 / 10, 16));
    auto last = tests::note_on(2024_y / 2 / 10);
    last.ratings = {{.goal = practice_.goal, .by_therapist = 6, .by_client = 0}};
    practice_.casebook.add_signed_note(practice_.client, last, tests::at(2024_y / 2 / 10, 16));

    const auto& line = goals_.screen().open.front();
    EXPECT_EQ(line.ratings, "Therapist 2 \u2192 6 (+4, 2 ratings, last 10 Feb 2024)\n"
                            "Client 0 on 10 Feb 2024, one rating");
    EXPECT_THAT(line.history.by_therapist,
                ElementsAre(Field(&app::GoalPoint::value, 2), Field(&app::GoalPoint::value, 6)));
}

TEST_F(Goals, ATabWithTypedWordsAsksBeforeItGoes)
{
    goals_.begin_entry();
    EXPECT_TRUE(goals_.may_leave()) << "an empty form is nothing to lose";
    goals_.type_wording("Rest");
    EXPECT_FALSE(goals_.may_leave());
    EXPECT_EQ(goals_.screen().asks_about, UnsavedGoals{.new_goal = true});

    goals_.keep_typing();
    EXPECT_EQ(goals_.screen().entry->wording, "Rest");
    EXPECT_FALSE(goals_.may_leave());
    goals_.throw_away();
    EXPECT_TRUE(goals_.may_leave());
    EXPECT_THAT(open(), ElementsAre("Say no"));
}

TEST_F(Goals, AReasonForClosingIsNotLostToAnotherCard)
{
    const auto other = practice_.casebook.add_goal(
        practice_.client, {.wording = "Walk", .family = "boundaries", .agreed_on = 2024_y / 1 / 3});
    goals_.begin_closing(practice_.goal);
    goals_.type_reason("Reached in spring");
    goals_.begin_closing(other);
    EXPECT_EQ(goals_.screen().closing->reason, "Reached in spring");
    EXPECT_EQ(goals_.screen().asks_about, UnsavedGoals{.closing_reason = true});

    goals_.throw_away();
    goals_.begin_closing(other);
    EXPECT_EQ(goals_.screen().closing->goal, other);
    EXPECT_EQ(goals_.screen().asks_about, UnsavedGoals{});
}

TEST_F(Goals, OnlyWhatWasAskedAboutIsThrownAway)
{
    const auto other = practice_.casebook.add_goal(
        practice_.client, {.wording = "Walk", .family = "boundaries", .agreed_on = 2024_y / 1 / 3});
    goals_.begin_entry();
    goals_.type_wording("Rest");
    goals_.begin_closing(practice_.goal);
    goals_.type_reason("Reached");
    EXPECT_FALSE(goals_.may_leave());
    EXPECT_EQ(goals_.screen().asks_about, (UnsavedGoals{.new_goal = true, .closing_reason = true}));
    goals_.begin_closing(other);
    goals_.throw_away();
    EXPECT_EQ(goals_.screen().entry->wording, "Rest");
    EXPECT_EQ(goals_.screen().closing, std::nullopt);
}

TEST_F(Goals, AClosedOrCancelledFormLeavesNoQuestionBehind)
{
    goals_.begin_closing(practice_.goal);
    goals_.type_reason("Reached");
    EXPECT_FALSE(goals_.may_leave());
    goals_.throw_away();
    EXPECT_EQ(goals_.screen().asks_about, UnsavedGoals{});

    goals_.begin_closing(practice_.goal);
    goals_.type_reason("Reached");
    EXPECT_FALSE(goals_.may_leave());
    goals_.close();
    EXPECT_EQ(goals_.screen().asks_about, UnsavedGoals{});
}

TEST_F(Goals, CancellingAsksAboutWhatIsTypedThereAndNothingElse)
{
    goals_.begin_entry();
    goals_.cancel_entry();
    EXPECT_EQ(goals_.screen().entry, std::nullopt) << "an empty form is nothing to lose";

    goals_.begin_entry();
    goals_.type_wording("Rest");
    goals_.begin_closing(practice_.goal);
    goals_.type_reason("Reached");
    goals_.cancel_closing();
    EXPECT_EQ(goals_.screen().asks_about, UnsavedGoals{.closing_reason = true});
    goals_.throw_away();
    EXPECT_EQ(goals_.screen().closing, std::nullopt);

    goals_.cancel_entry();
    EXPECT_EQ(goals_.screen().asks_about, UnsavedGoals{.new_goal = true});
    EXPECT_EQ(goals_.screen().entry->wording, "Rest") << "in sight until it is answered";
    goals_.keep_typing();
    EXPECT_EQ(goals_.screen().entry->wording, "Rest");
    goals_.cancel_entry();
    goals_.throw_away();
    EXPECT_EQ(goals_.screen().entry, std::nullopt);
}

TEST_F(Goals, OtherWordsKeepThoseOfBeforeInSight)
{
    goals_.begin_rewording(practice_.goal);
    EXPECT_EQ(goals_.screen().rewording,
              (GoalsPresenter::Rewording{.goal = practice_.goal, .wording = "Say no", .keeps_former = true}));
    goals_.type_new_wording(" Say no to my mother ");
    goals_.reword();
    EXPECT_EQ(goals_.screen().rewording, std::nullopt);
    EXPECT_THAT(open(), ElementsAre("Say no to my mother"));
    EXPECT_EQ(goals_.screen().open.front().former, "Until 1 Mar 2024: Say no");

    goals_.begin_rewording(practice_.goal);
    EXPECT_FALSE(goals_.screen().rewording->keeps_former) << "words of today are corrected";
    goals_.type_new_wording("Say no to my father");
    goals_.reword();
    EXPECT_THAT(open(), ElementsAre("Say no to my father"));
    EXPECT_EQ(goals_.screen().open.front().former, "Until 1 Mar 2024: Say no");
}

TEST_F(Goals, ANoteOfTodayKeepsTheWordsItWasSignedWith)
{
    const auto today = clock_.today();
    auto content = tests::note_on(today);
    content.ratings = {{.goal = practice_.goal, .by_therapist = 5}};
    practice_.casebook.add_signed_note(practice_.client, content, tests::at(today, 16));
    for (const std::string words : {"Say no to my mother", "Say no to my father"}) {
        goals_.begin_rewording(practice_.goal);
        EXPECT_EQ(goals_.screen().rewording->starts_tomorrow, true);
        goals_.type_new_wording(words);
        goals_.reword();
        EXPECT_THAT(open(), ElementsAre(words));
        EXPECT_EQ(practice_.casebook.goals_of(practice_.client).front().wording_on(today), "Say no");
    }
    EXPECT_EQ(goals_.screen().open.front().former, "Until 2 Mar 2024: Say no") << "corrected, as no note has it";
}

TEST_F(Goals, AWrongWordIsCorrectedOnTheDayTheGoalWasAdded)
{
    auto now = tests::at(2024_y / 3 / 1, 9);
    auto casebook = storage::Casebook::in_memory([&now] { return now; });
    const app::Clock clock{.now = [&now] { return now; }};
    const app::Workplace place{casebook, clock, names_};
    const auto client = casebook.add_client({.code = "A1"});
    const auto goal = casebook.add_goal(client, {.wording = "Say mo", .agreed_on = 2024_y / 2 / 1});
    GoalsPresenter goals{place, client};

    goals.begin_rewording(goal);
    EXPECT_FALSE(goals.screen().rewording->keeps_former);
    goals.type_new_wording("Say no");
    goals.reword();
    EXPECT_EQ(wordings(goals.screen().open), std::vector<std::string>{"Say no"});
    EXPECT_EQ(goals.screen().open.front().former, "");

    now = tests::at(2024_y / 3 / 2, 9);
    goals.begin_rewording(goal);
    EXPECT_TRUE(goals.screen().rewording->keeps_former);
}

TEST_F(Goals, NewWordsAreCheckedLikeThoseOfANewGoal)
{
    practice_.casebook.add_goal(practice_.client,
                                {.wording = "Walk", .family = "boundaries", .agreed_on = 2024_y / 1 / 3});
    const auto problem_with = [&](const std::string& wording) {
        goals_.begin_rewording(practice_.goal);
        goals_.type_new_wording(wording);
        goals_.reword();
        return goals_.screen().rewording ? goals_.screen().rewording->problem : std::nullopt;
    };
    EXPECT_EQ(problem_with(" "), GoalProblem::wording_missing);
    EXPECT_EQ(problem_with("Walk"), GoalProblem::wording_taken);
    EXPECT_EQ(problem_with(std::string(app::longest_wording + 1, 'a')), GoalProblem::wording_too_long);
    EXPECT_EQ(problem_with("Say no "), std::nullopt) << "the same words are no change";
    EXPECT_EQ(practice_.casebook.goals_of(practice_.client).front().former_wordings.size(), 0u);
}

TEST_F(Goals, NewWordsAreNotLostToAnotherCardOrByCancelling)
{
    const auto other = practice_.casebook.add_goal(
        practice_.client, {.wording = "Walk", .family = "boundaries", .agreed_on = 2024_y / 1 / 3});
    goals_.begin_rewording(practice_.goal);
    goals_.cancel_rewording();
    EXPECT_EQ(goals_.screen().rewording, std::nullopt) << "nothing was typed";

    goals_.begin_rewording(practice_.goal);
    goals_.type_new_wording("Say no kindly");
    for (const auto& leave : {std::function<void()>{[&] { goals_.begin_rewording(other); }},
                              std::function<void()>{[&] { goals_.cancel_rewording(); }},
                              std::function<void()>{[&] { goals_.may_leave(); }}}) {
        leave();
        EXPECT_EQ(goals_.screen().rewording->wording, "Say no kindly");
        EXPECT_EQ(goals_.screen().asks_about, UnsavedGoals{.new_words = true});
        goals_.keep_typing();
    }
    goals_.cancel_rewording();
    goals_.throw_away();
    EXPECT_EQ(goals_.screen().rewording, std::nullopt);
}

TEST_F(Goals, WhatIsTypedStaysWhenOtherNewsComes)
{
    goals_.begin_entry();
    goals_.type_wording("Rest");
    practice_.casebook.add_goal(practice_.client,
                                {.wording = "Walk", .family = "boundaries", .agreed_on = 2024_y / 1 / 3});
    EXPECT_EQ(goals_.screen().entry->wording, "Rest");
    EXPECT_THAT(open(), ElementsAre("Say no", "Walk"));
}

TEST_F(Goals, AreDatedInThePracticesOrder)
{
    EXPECT_EQ(problem_of("Sleep", "2/28/24"), GoalProblem::agreed_unreadable);
    clock_.habits.order = model::DateOrder::month_first;
    EXPECT_EQ(problem_of("Sleep", "2/28/24"), std::nullopt);
    EXPECT_EQ(practice_.casebook.goals_of(practice_.client).back().details.agreed_on, 2024_y / 2 / 28);
    EXPECT_EQ(problem_of_closing("yesterday"), std::nullopt);
    EXPECT_EQ(practice_.casebook.goals_of(practice_.client).front().closed_on, 2024_y / 2 / 29);
}

} // namespace
