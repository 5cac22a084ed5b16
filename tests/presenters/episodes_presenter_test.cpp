#include "app/presenters/episodes_presenter.h"
#include "tests/support/casebooks.h"

#include <gtest/gtest.h>

namespace {

using namespace date::literals;
using app::EpisodesPresenter;
using Form = EpisodesPresenter::Form;

class Episodes : public testing::Test {
protected:
    tests::SmallPractice practice_; // In care since 1 Jan 2024.
    app::Clock clock_{.now = [] { return tests::at(2026_y / 11 / 20, 14); }};
    app::Names names_{};
    app::Workplace place_{practice_.casebook, clock_, names_};
    EpisodesPresenter episodes_{place_, practice_.client};
};

TEST_F(Episodes, ALevelOfCareTakesItsReasonAndReview)
{
    episodes_.begin(Form::change_level);
    EXPECT_EQ(episodes_.screen().day, "20 Nov 2026");
    episodes_.type_day("1 Nov 2026");
    episodes_.choose_level(model::LevelOfCare::intensive);
    episodes_.type_reason(" More support ");
    episodes_.type_review("1 Dec 2026");
    episodes_.save();

    EXPECT_EQ(episodes_.screen().form, Form::none);
    const auto kept = practice_.casebook.episodes_of(practice_.client).back().levels.back();
    EXPECT_EQ(kept, (model::LevelOfCareSpan{.from = 2026_y / 11 / 1,
                                            .level = model::LevelOfCare::intensive,
                                            .reason = "More support",
                                            .review_on = 2026_y / 12 / 1}));
    EXPECT_EQ(episodes_.screen().episodes.front().levels.size(), 2U);
}

TEST_F(Episodes, AReviewWithoutAYearIsTheNextAndADayIsTheLast)
{
    episodes_.begin(Form::change_level);
    episodes_.type_day("1 dec");
    episodes_.type_review("1 nov");
    episodes_.save();
    const auto kept = practice_.casebook.episodes_of(practice_.client).back().levels.back();
    EXPECT_EQ(kept.from, 2025_y / 12 / 1);
    EXPECT_EQ(kept.review_on, 2027_y / 11 / 1);
}

TEST_F(Episodes, WhatCannotBeReadIsSaidAndNothingIsKept)
{
    episodes_.begin(Form::change_level);
    episodes_.type_day("soon");
    episodes_.type_review("later");
    episodes_.save();
    EXPECT_TRUE(episodes_.screen().is_day_unreadable);
    EXPECT_TRUE(episodes_.screen().is_review_unreadable);
    EXPECT_EQ(episodes_.screen().form, Form::change_level);
    EXPECT_EQ(practice_.casebook.episodes_of(practice_.client).back().levels.size(), 1U);
}

TEST_F(Episodes, AFormThatIsFilledInIsAskedAbout)
{
    EXPECT_TRUE(episodes_.may_leave());
    episodes_.begin(Form::discharge);
    EXPECT_TRUE(episodes_.may_leave()) << "as it was opened there is nothing to lose";
    episodes_.type_reason("Moves to another town");
    EXPECT_FALSE(episodes_.may_leave());
    EXPECT_TRUE(episodes_.screen().asks_about_unsaved);
    episodes_.keep_entering();
    EXPECT_EQ(episodes_.screen().reason, "Moves to another town");
    EXPECT_FALSE(episodes_.may_leave());
    episodes_.keep_entering();
    episodes_.put_aside();
    EXPECT_TRUE(episodes_.screen().asks_about_unsaved) << "cancelling asks as leaving does";
    EXPECT_EQ(episodes_.screen().form, Form::discharge);
    episodes_.throw_away();
    EXPECT_FALSE(episodes_.screen().asks_about_unsaved);
    EXPECT_EQ(episodes_.screen().form, Form::none);
    EXPECT_TRUE(episodes_.may_leave());

    episodes_.begin(Form::discharge);
    episodes_.put_aside();
    EXPECT_EQ(episodes_.screen().form, Form::none) << "nothing was entered";

    episodes_.begin(Form::change_level);
    episodes_.choose_level(model::LevelOfCare::intensive);
    EXPECT_FALSE(episodes_.may_leave());
}

TEST_F(Episodes, NobodyLeavesOrReturnsInTheFuture)
{
    episodes_.begin(Form::discharge);
    episodes_.type_day("21 Nov 2026");
    episodes_.save();
    EXPECT_EQ(episodes_.screen().problem, model::EpisodeProblem::in_the_future);
    episodes_.type_day("20 Nov 2026");
    episodes_.save();
    episodes_.begin(Form::admit);
    episodes_.type_day("21 Nov 2026");
    episodes_.save();
    EXPECT_EQ(episodes_.screen().problem, model::EpisodeProblem::in_the_future);
}

TEST_F(Episodes, NobodyIsAdmittedBeforeTheyAreBorn)
{
    auto details = practice_.casebook.client(practice_.client).details;
    details.born_on = 1990_y / 5 / 4;
    practice_.casebook.change_details(practice_.client, details);
    episodes_.begin_correction(0);
    episodes_.type_day("3 May 1990");
    episodes_.type_reason("A slip");
    episodes_.save();
    EXPECT_EQ(episodes_.screen().problem, model::EpisodeProblem::before_birth);
    EXPECT_EQ(practice_.casebook.episodes_of(practice_.client).front().admitted_on, 2024_y / 1 / 1);
}

TEST_F(Episodes, AClientLeavesAndReturns)
{
    EXPECT_TRUE(episodes_.screen().is_in_care);
    episodes_.begin(Form::discharge);
    episodes_.type_day("31 Dec 2023");
    episodes_.save();
    EXPECT_EQ(episodes_.screen().problem, model::EpisodeProblem::discharge_before_admission);
    episodes_.type_day("1 Mar 2024");
    episodes_.save();
    EXPECT_FALSE(episodes_.screen().is_in_care);

    episodes_.begin(Form::admit);
    episodes_.type_day("1 Feb 2024");
    episodes_.save();
    EXPECT_EQ(episodes_.screen().problem, model::EpisodeProblem::before_last_discharge);
    episodes_.type_day("1 Jun 2024");
    episodes_.save();
    EXPECT_TRUE(episodes_.screen().is_in_care);
    EXPECT_EQ(episodes_.screen().episodes.size(), 2U);
}

TEST_F(Episodes, ACorrectionSaysWhyAndKeepsWhatWasThere)
{
    episodes_.begin_correction(0);
    EXPECT_EQ(episodes_.screen().can_correct, (std::vector{EpisodesPresenter::Correction::admission}))
        << "nothing else has happened";
    EXPECT_EQ(episodes_.screen().day, "1 Jan 2024");
    episodes_.type_day("1 Feb 2023");
    episodes_.save();
    EXPECT_TRUE(episodes_.screen().is_reason_missing);
    EXPECT_EQ(episodes_.screen().form, Form::correct);

    episodes_.type_reason("Typed wrongly");
    episodes_.save();
    EXPECT_EQ(episodes_.screen().form, Form::none);
    EXPECT_EQ(episodes_.screen().episodes.front().heading, "1 Feb 2023 to today");
    EXPECT_EQ(episodes_.screen().episodes.front().corrections.size(), 1U);
}

TEST_F(Episodes, ADischargeCanBeCorrectedOrTakenBack)
{
    using Correction = EpisodesPresenter::Correction;
    practice_.casebook.discharge(practice_.client, 2026_y / 11 / 1, "Moved");
    episodes_.begin_correction(0);
    episodes_.choose_correction(Correction::discharge);
    EXPECT_EQ(episodes_.screen().day, "1 Nov 2026");
    episodes_.type_day("21 Nov 2026");
    episodes_.type_reason("A slip");
    episodes_.save();
    EXPECT_EQ(episodes_.screen().problem, model::EpisodeProblem::in_the_future);
    episodes_.type_day("15 Nov 2026");
    episodes_.save();
    EXPECT_EQ(practice_.casebook.episodes_of(practice_.client).back().discharged_on, 2026_y / 11 / 15);

    episodes_.begin_correction(0);
    episodes_.choose_correction(Correction::discharge_at_all);
    episodes_.type_reason("Another client");
    episodes_.save();
    EXPECT_TRUE(episodes_.screen().is_in_care);
    EXPECT_EQ(episodes_.screen().episodes.front().corrections.size(), 2U);
}

TEST_F(Episodes, ACorrectionIsNotLeftWithoutAQuestion)
{
    episodes_.begin_correction(0);
    EXPECT_TRUE(episodes_.may_leave());
    episodes_.type_reason("Typed");
    EXPECT_FALSE(episodes_.may_leave());
    EXPECT_TRUE(episodes_.screen().asks_about_unsaved);
}

} // namespace
