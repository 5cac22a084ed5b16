#include "storage/casebook.h"
#include "tests/support/casebooks.h"
#include "tests/support/storage_trouble.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace storage;
using namespace date::literals;
using testing::IsEmpty;
using tests::at;
using tests::failure_of;
using tests::note_on;

namespace {

class Notes : public testing::Test {
protected:
    model::NoteId add(const model::NoteContent& content)
    {
        return casebook.add_signed_note(client, content, at(content.session.held_on, 18));
    }

    tests::SmallPractice practice{};
    Casebook& casebook = practice.casebook;
    const model::ClientId client = practice.client;
    const model::GoalId goal = practice.goal;
};

TEST(ANoteOnTheWrongClient, BecomesADraftOfTheRightOneInOneAct)
{
    tests::SmallPractice practice;
    auto& casebook = practice.casebook;
    const auto right = casebook.add_client({.code = "B-2"});
    casebook.admit(right, 2024_y / 1 / 1, model::LevelOfCare::intensive, "");
    const auto goal =
        casebook.add_goal(practice.client, {.wording = "Rest", .family = "boundaries", .agreed_on = 2024_y / 1 / 2});
    auto content = tests::full_note_on(2024_y / 2 / 1, goal);
    content.risk.level = model::RiskLevel::ideation;
    const auto note = casebook.add_signed_note(practice.client, content, tests::at(2024_y / 2 / 1, 18));
    const auto draft_id = casebook.give_note_to(note, right, "Wrong client", tests::at(2024_y / 2 / 2, 9));

    const auto marked = casebook.note(note);
    ASSERT_TRUE(marked.entered_in_error);
    EXPECT_EQ(marked.entered_in_error->drafted_for, "B-2");
    EXPECT_EQ(marked.entered_in_error->reason, "Wrong client");
    EXPECT_EQ(marked.content, content) << "what was signed stays";
    const auto draft = casebook.draft(draft_id).value();
    EXPECT_EQ(draft.client, right);
    EXPECT_EQ(draft.content.first_written_for, casebook.client(practice.client).details.code);
    EXPECT_EQ(draft.content.sections, content.sections);
    EXPECT_TRUE(draft.content.ratings.empty()) << "the goals are the first client's";
    EXPECT_EQ(draft.content.session.level_of_care, model::LevelOfCare::intensive);
    EXPECT_TRUE(casebook.notices_of(practice.client).front().is_taken_back);
    EXPECT_EQ(casebook.notices_of(right).size(), 1U);

    const auto signed_id = casebook.sign_draft(draft_id, tests::at(2024_y / 2 / 2, 10));
    EXPECT_EQ(casebook.note(signed_id).content.first_written_for, draft.content.first_written_for);
    EXPECT_EQ(casebook.acts({.client = practice.client}, 1).front().kind, model::ActKind::note_given_to_client);
}

TEST(ANoteOnTheWrongClient, IsGivenAwayOnceAndNotToItsOwnClient)
{
    tests::SmallPractice practice;
    auto& casebook = practice.casebook;
    const auto right = casebook.add_client({.code = "B-2"});
    const auto note = casebook.add_signed_note(practice.client, tests::note_on(2024_y / 2 / 1, "Words."),
                                               tests::at(2024_y / 2 / 1, 18));
    const auto give = [&](model::ClientId to) {
        return tests::failure_of(
            [&] { casebook.give_note_to(note, to, "Wrong client", tests::at(2024_y / 2 / 2, 9)); });
    };
    EXPECT_EQ(give(practice.client), storage::StorageErrorKind::refused);
    EXPECT_EQ(give({99}), storage::StorageErrorKind::not_found);
    EXPECT_FALSE(casebook.note(note).entered_in_error);
    EXPECT_EQ(give(right), std::nullopt);
    EXPECT_EQ(give(right), storage::StorageErrorKind::refused);
    EXPECT_EQ(casebook.drafts_of(right).size(), 1U);
}

} // namespace

TEST_F(Notes, AreGivenBackWhole)
{
    const auto content = tests::full_note_on(2024_y / 2 / 29, goal);
    const auto id = add(content);
    EXPECT_EQ(casebook.note(id), (model::Note{.id = id,
                                              .client = client,
                                              .content = content,
                                              .signature = tests::example_signature(),
                                              .signed_at = at(2024_y / 2 / 29, 18)}));
}

TEST_F(Notes, KeepUnusualTexts)
{
    for (const std::string& text :
         {std::string{}, std::string{"\n\n  \t"}, std::string{"a\0b", 3}, std::string{"'\";--"},
          std::string(model::longest_section, 'x'), std::string{"\xF0\x9F\x8C\xB1 שלום"}}) {
        auto content = note_on(2024_y / 2 / 1, text);
        content.write(model::SectionKind::plan, "A note is not signed without a word.");
        EXPECT_EQ(casebook.note(add(content)).content, content);
    }
}

TEST_F(Notes, AreListedByTheStartOfTheSessionWithoutTheirTexts)
{
    auto evening = note_on(2024_y / 2 / 2, "In the evening");
    evening.session.starts_at = std::chrono::hours{18};
    const auto third = add(evening);
    const auto second = add(note_on(2024_y / 2 / 2, "After lunch"));
    // Nine in the morning of the second in Tokyo is still the first in London.
    auto far_away = tests::full_note_on(2024_y / 2 / 2, goal);
    far_away.session.zone = "Asia/Tokyo";
    far_away.session.starts_at = std::chrono::hours{9};
    const auto first = add(far_away);
    casebook.add_addendum(third, "More", "Forgotten", at(2024_y / 2 / 3, 9));
    casebook.mark_entered_in_error(second, "Wrong client", at(2024_y / 2 / 3, 9));

    const std::vector<model::NoteOutline> expected{
        {.id = first,
         .session = far_away.session,
         .modalities = far_away.modalities,
         .ratings = far_away.ratings,
         .opening = "Ναι, 話しました 🙂"},
        {.id = second,
         .session = note_on(2024_y / 2 / 2).session,
         .opening = "After lunch",
         .is_entered_in_error = true},
        {.id = third, .session = evening.session, .opening = "In the evening", .has_addenda = true},
    };
    EXPECT_EQ(casebook.notes_of(client), expected);
    EXPECT_EQ(casebook.record_of(client).notes, expected);
}

TEST_F(Notes, OfOneClientAreNotAnothers)
{
    const auto other = casebook.add_client({.code = "B1"});
    add(note_on(2024_y / 2 / 1));
    EXPECT_EQ(casebook.notes_of(client).size(), 1u);
    EXPECT_THAT(casebook.notes_of(other), IsEmpty());
}

TEST_F(Notes, TheLastOneBeforeAMomentSkipsThoseInError)
{
    EXPECT_EQ(casebook.last_note_before(client, at(2030_y / 1 / 1, 0)), std::nullopt);
    const auto first = add(note_on(2024_y / 2 / 1));
    const auto second = add(note_on(2024_y / 2 / 2));
    EXPECT_EQ(casebook.last_note_before(client, at(2024_y / 2 / 2, 14, 1))->id, second);
    EXPECT_EQ(casebook.last_note_before(client, at(2024_y / 2 / 2, 14))->id, first) << "before, not at";
    casebook.mark_entered_in_error(second, "Wrong client", at(2024_y / 2 / 3, 9));
    EXPECT_EQ(casebook.last_note_before(client, at(2024_y / 3 / 1, 0))->id, first);
    EXPECT_EQ(casebook.last_note_before(client, at(2024_y / 2 / 1, 0)), std::nullopt);
}

TEST_F(Notes, AreAddedToAndNeverOverwritten)
{
    const auto id = add(note_on(2024_y / 2 / 1));
    const auto before = casebook.note(id);
    tests::News news{casebook};
    casebook.add_addendum(id, "It was Thursday.", "Wrong day", at(2024_y / 2 / 2, 9));
    casebook.add_addendum(id, "It was Friday.", "Still wrong", at(2024_y / 2 / 1, 9));
    auto expected = before;
    expected.addenda = {{.text = "It was Thursday.",
                         .reason = "Wrong day",
                         .author = "Dana Example, LMFT",
                         .written_at = at(2024_y / 2 / 2, 9)},
                        {.text = "It was Friday.",
                         .reason = "Still wrong",
                         .author = "Dana Example, LMFT",
                         .written_at = at(2024_y / 2 / 1, 9)}};
    EXPECT_EQ(casebook.note(id), expected);
    EXPECT_EQ(news.told(), (std::vector<Change>{{Changed::notes, client}, {Changed::notes, client}}));
}

TEST_F(Notes, AreMarkedInErrorOnceAndStayReadable)
{
    const auto id = add(note_on(2024_y / 2 / 1));
    auto expected = casebook.note(id);
    casebook.mark_entered_in_error(id, "Wrong client", at(2024_y / 2 / 2, 9));
    expected.entered_in_error = {
        .reason = "Wrong client", .author = "Dana Example, LMFT", .marked_at = at(2024_y / 2 / 2, 9)};
    EXPECT_EQ(casebook.note(id), expected);
    EXPECT_EQ(failure_of([&] { casebook.mark_entered_in_error(id, "Again", at(2024_y / 2 / 3, 9)); }),
              StorageErrorKind::refused);
    EXPECT_EQ(casebook.note(id), expected);
}

TEST_F(Notes, ThatAreNotThereAreNotFound)
{
    EXPECT_EQ(failure_of([&] { casebook.note({9}); }), StorageErrorKind::not_found);
    EXPECT_EQ(failure_of([&] { casebook.add_addendum({9}, "", "", at(2024_y / 1 / 1, 1)); }),
              StorageErrorKind::not_found);
    EXPECT_EQ(failure_of([&] { casebook.mark_entered_in_error({9}, "", at(2024_y / 1 / 1, 1)); }),
              StorageErrorKind::not_found);
}

TEST_F(Notes, DoNotRateAnotherClientsGoal)
{
    const auto other = casebook.add_client({.code = "B1"});
    EXPECT_EQ(failure_of([&] {
                  casebook.add_signed_note(other, tests::full_note_on(2024_y / 2 / 1, goal), at(2024_y / 2 / 1, 18));
              }),
              StorageErrorKind::refused);
    EXPECT_THAT(casebook.notes_of(other), IsEmpty()) << "nothing of it is left";
}

TEST_F(Notes, RaiseANoticeForTheirRisk)
{
    auto content = note_on(2024_y / 2 / 1);
    content.risk.level = model::RiskLevel::attempt;
    tests::News news{casebook};
    add(content);
    EXPECT_EQ(news.told(), (std::vector<Change>{{Changed::notes, client}, {Changed::notices, client}}));
    ASSERT_EQ(tests::open_notices(casebook).size(), 1u);
    EXPECT_EQ(tests::open_notices(casebook)[0].risk, model::RiskLevel::attempt);
    EXPECT_EQ(tests::open_notices(casebook)[0].concerns, 2024_y / 2 / 1);
}

TEST_F(Notes, ComeBackInFullNumber)
{
    constexpr int many = 500;
    casebook.together([&] {
        for (int index = 0; index < many; ++index) {
            add(tests::full_note_on(model::days_after(2024_y / 1 / 1, index), goal));
        }
    });
    const auto record = casebook.record_of(client);
    ASSERT_EQ(record.notes.size(), std::size_t{many});
    for (const auto& note : record.notes) {
        EXPECT_EQ(note.modalities.size(), 2u);
        EXPECT_EQ(note.ratings.size(), 1u);
    }
}
