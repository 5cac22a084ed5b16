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

TEST_F(Details, NameWhatLiesBeforeADateOfBirth)
{
    practice_.casebook.add_administration(practice_.client,
                                          {.measure = "phq-9", .taken_on = 2023_y / 5 / 3, .total = 12.0},
                                          tests::at(2026_y / 11 / 2, 10));
    details_.type(DetailsField::pronouns, "they");
    details_.type(DetailsField::born_on, "4 May 2023");
    EXPECT_FALSE(details_.save());
    EXPECT_EQ(trouble(DetailsField::born_on), DetailsTrouble::born_too_late);
    EXPECT_EQ(details_.screen().entry_before_birth, "PHQ-9 of 3 May 2023");
    EXPECT_EQ(text(DetailsField::born_on), "4 May 2023");
    EXPECT_EQ(kept().born_on, std::nullopt);
    EXPECT_EQ(kept().pronouns, "they") << "the rest is kept";

    details_.keep_typed();
    EXPECT_EQ(kept().born_on, std::nullopt) << "nor while it is being typed";
    details_.type(DetailsField::born_on, "3 May 2023");
    EXPECT_TRUE(details_.save()) << "on the day itself";
    EXPECT_EQ(details_.screen().entry_before_birth, "");
    EXPECT_EQ(kept().born_on, 2023_y / 5 / 3);
    details_.type(DetailsField::born_on, "4 May 1990");
    EXPECT_TRUE(details_.save());
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
    const auto newborn = practice_.casebook.add_client({.code = "B-2"});
    DetailsPresenter details{place_, newborn};
    details.type(DetailsField::born_on, "20 Nov 2026");
    EXPECT_TRUE(details.save());
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

TEST_F(Details, ASafetyPlanEmptiedByASlipComesBackByUndo)
{
    details_.type(DetailsField::safety_plan, "1. Call Ines.");
    details_.save();
    details_.type(DetailsField::safety_plan, "");
    details_.keep_typed();
    EXPECT_EQ(kept().safety_plan, "") << "kept after two seconds";
    EXPECT_EQ(details_.undo(DetailsField::safety_plan)->text, "1. Call Ines.");
    details_.keep_typed();
    EXPECT_EQ(kept().safety_plan, "1. Call Ines.");
    EXPECT_EQ(details_.redo(DetailsField::safety_plan)->text, "");
    EXPECT_EQ(details_.undo(DetailsField::contact), std::nullopt) << "each field by itself";
}

TEST_F(Details, WhatStoodThereIsPutBackInALaterSitting)
{
    details_.type(DetailsField::safety_plan, "1. Call Ines.");
    details_.type(DetailsField::contact, "By letter");
    details_.save();
    details_.type(DetailsField::safety_plan, "");
    details_.save();

    DetailsPresenter later{place_, practice_.client};
    ASSERT_EQ(later.screen().earlier.size(), 1U);
    const auto& earlier = later.screen().earlier.front();
    EXPECT_EQ(earlier.heading, "Until 1 Jan 1970, 00:00, then changed by Dana Example, LMFT");
    EXPECT_EQ(earlier.texts, (std::vector<app::EarlierText>{{DetailsField::safety_plan, "1. Call Ines."}}));
    EXPECT_EQ(later.undo(DetailsField::safety_plan), std::nullopt) << "undo is of this sitting";
    later.put_back(0, DetailsField::safety_plan);
    EXPECT_EQ(kept().safety_plan, "1. Call Ines.");
    EXPECT_EQ(kept().contact, "By letter");
}

TEST_F(Details, OfAMergedClientAreAmongTheEarlierOnes)
{
    auto& casebook = practice_.casebook;
    const auto twin = casebook.add_client({.code = "A-1", .name = "Ada", .contact = "By phone"});
    casebook.merge_clients(twin, practice_.client, "The same person", clock_.now());
    const DetailsPresenter later{place_, practice_.client};
    ASSERT_EQ(later.screen().earlier.size(), 1U);
    EXPECT_EQ(later.screen().earlier.front().heading, "Of A-1, merged on 20 Nov 2026, 14:00 by Dana Example, LMFT");
    EXPECT_EQ(kept().contact, "By phone") << "where this client had none";
}

TEST_F(Details, ShowTheLatestVersionsFirstAndMoreOnDemand)
{
    for (int version = 0; version <= 25; ++version) {
        auto details = kept();
        details.safety_plan = "Plan number " + std::to_string(version) + " with enough words to be missed later";
        practice_.casebook.change_details(practice_.client, details);
        details.safety_plan.clear();
        practice_.casebook.change_details(practice_.client, details);
    }
    DetailsPresenter later{place_, practice_.client};
    EXPECT_EQ(later.screen().earlier.size(), 10U);
    EXPECT_EQ(later.screen().more_earlier, 16U);
    EXPECT_EQ(later.screen().earlier.front().texts.front().text.substr(0, 14), "Plan number 25");
    later.show_more_earlier();
    EXPECT_EQ(later.screen().earlier.size(), 26U);
    EXPECT_EQ(later.screen().more_earlier, 0U);
}

TEST_F(Details, ACodeThatLooksLikeAnotherIsAQuestion)
{
    practice_.casebook.add_client({.code = "B-001"});
    details_.type(DetailsField::code, "B-OO1");
    details_.type(DetailsField::contact, "By letter");
    EXPECT_FALSE(details_.save());
    EXPECT_EQ(trouble(DetailsField::code), DetailsTrouble::code_similar);
    EXPECT_EQ(details_.screen().similar_code, "B-001");
    EXPECT_FALSE(details_.save()) << "asking twice is no answer";
    EXPECT_EQ(kept().code, "A1");
    EXPECT_EQ(kept().contact, "By letter");
    details_.type(DetailsField::code, "B-002");
    EXPECT_EQ(details_.screen().similar_code, "");
    EXPECT_TRUE(details_.save());

    details_.type(DetailsField::code, "B-OO1");
    EXPECT_FALSE(details_.save());
    details_.keep_similar_code();
    EXPECT_EQ(kept().code, "B-OO1");
    EXPECT_EQ(details_.screen().similar_code, "");
    EXPECT_TRUE(details_.screen().is_saved);
    details_.type(DetailsField::code, "b-oo1");
    EXPECT_TRUE(details_.save()) << "another spelling of the same code";
}

} // namespace
