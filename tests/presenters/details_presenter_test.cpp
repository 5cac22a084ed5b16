#include "app/presenters/details_presenter.h"
#include "tests/support/casebooks.h"

#include <gtest/gtest.h>

namespace {

using namespace date::literals;
using app::DetailsField;
using app::DetailsPresenter;
using app::DetailsTrouble;

class Details : public testing::Test {
protected:
    std::string text(DetailsField field) const { return details_.screen().texts.at(static_cast<std::size_t>(field)); }
    std::optional<DetailsTrouble> trouble(DetailsField field) const
    {
        return details_.screen().troubles.at(static_cast<std::size_t>(field));
    }
    model::ClientDetails kept() const { return practice_.casebook.client(practice_.client).details; }

    tests::SmallPractice practice_;
    app::Clock clock_{.now = [] { return tests::at(2026_y / 11 / 20, 14); }};
    app::Names names_{};
    app::Workplace place_{practice_.casebook, clock_, names_};
    DetailsPresenter details_{place_, practice_.client};
};

TEST_F(Details, EveryFieldIsKeptAndComesBack)
{
    for (const DetailsField field : app::details_fields) {
        details_.type(field, field == DetailsField::born_on ? "4 May 1990" : "x" + label_of(field));
    }
    details_.type(DetailsField::code, "Z-9");
    ASSERT_TRUE(details_.save());

    const DetailsPresenter again{place_, practice_.client};
    EXPECT_EQ(again.screen(), details_.screen());
    EXPECT_EQ(kept().born_on, 1990_y / 5 / 4);
    EXPECT_EQ(kept().safety_plan, "xSafety plan");
}

TEST_F(Details, BadInputStaysInSightAndTheRestIsKept)
{
    details_.type(DetailsField::born_on, "30 Feb 1990");
    details_.type(DetailsField::pronouns, "they");
    EXPECT_FALSE(details_.save());
    EXPECT_EQ(trouble(DetailsField::born_on), DetailsTrouble::date_unreadable);
    EXPECT_EQ(text(DetailsField::born_on), "30 Feb 1990");
    EXPECT_EQ(kept().pronouns, "they");
    EXPECT_EQ(details_.first_trouble(), DetailsField::born_on);

    details_.type(DetailsField::born_on, "");
    EXPECT_TRUE(details_.save());
    EXPECT_EQ(kept().born_on, std::nullopt);
}

TEST_F(Details, TellWhatBecameOfANotice)
{
    practice_.casebook.add_administration(
        practice_.client, {.measure = "phq-9", .taken_on = 2026_y / 11 / 2, .answers = {0, 0, 0, 0, 0, 0, 0, 0, 2}},
        tests::at(2026_y / 11 / 2, 10));
    EXPECT_TRUE(details_.screen().reviewed_notices.empty()) << "it stands above the tabs until then";
    const auto notice = practice_.casebook.notices_of(practice_.client).front().id;
    practice_.casebook.review_notice(notice, "Asked; a plan for the night.", tests::at(2026_y / 11 / 2, 11));
    ASSERT_EQ(details_.screen().reviewed_notices.size(), 1U);
    const std::string& words = details_.screen().reviewed_notices.front();
    EXPECT_NE(words.find("Item 9 positive (score 2): assess suicide risk. PHQ-9 of 2 Nov 2026."), std::string::npos)
        << words;
    EXPECT_NE(words.find("Reviewed by Dana Example"), std::string::npos) << words;
    EXPECT_NE(words.find("Asked; a plan for the night."), std::string::npos) << words;
}

TEST_F(Details, WhatIsStillBeingTypedIsKeptButNotJudged)
{
    details_.type(DetailsField::safety_plan, "Call ");
    details_.keep_typed();
    EXPECT_EQ(kept().safety_plan, "Call");
    EXPECT_EQ(text(DetailsField::safety_plan), "Call ") << "the next word needs its space";
    EXPECT_TRUE(details_.screen().is_saved);

    details_.type(DetailsField::born_on, "4 Ma");
    details_.type(DetailsField::pronouns, "they");
    details_.keep_typed();
    EXPECT_EQ(trouble(DetailsField::born_on), std::nullopt);
    EXPECT_FALSE(details_.screen().is_saved);
    EXPECT_EQ(kept().pronouns, "they");
    EXPECT_FALSE(details_.save());
    EXPECT_EQ(trouble(DetailsField::born_on), DetailsTrouble::date_unreadable);
}

TEST_F(Details, ABirthTomorrowIsNotBelieved)
{
    details_.type(DetailsField::born_on, "21 Nov 2026");
    EXPECT_FALSE(details_.save());
    EXPECT_EQ(trouble(DetailsField::born_on), DetailsTrouble::born_in_the_future);
    details_.type(DetailsField::born_on, "20 Nov 2026");
    EXPECT_TRUE(details_.save());
}

TEST_F(Details, TheCodeOfSomebodyElseIsRefused)
{
    practice_.casebook.add_client({.code = "B2"});
    details_.type(DetailsField::code, "B2");
    EXPECT_FALSE(details_.save());
    EXPECT_EQ(trouble(DetailsField::code), DetailsTrouble::code_taken);
    details_.type(DetailsField::code, " ");
    EXPECT_FALSE(details_.save());
    EXPECT_EQ(trouble(DetailsField::code), DetailsTrouble::code_missing);
    EXPECT_EQ(kept().code, "A1");
}

TEST_F(Details, WhatOthersWroteComesInUnlessSomethingIsBeingTyped)
{
    auto changed = kept();
    changed.contact = "555";
    practice_.casebook.change_details(practice_.client, changed);
    EXPECT_EQ(text(DetailsField::contact), "555");

    details_.type(DetailsField::name, "New name");
    changed.contact = "777";
    practice_.casebook.change_details(practice_.client, changed);
    EXPECT_EQ(text(DetailsField::name), "New name");
}

} // namespace
