#include "storage/casebook.h"
#include "tests/support/casebooks.h"
#include "tests/support/sealed_write.h"
#include "tests/support/storage_trouble.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace storage;
using namespace date::literals;
using model::NoticeKind;
using model::RiskLevel;
using testing::ElementsAre;
using testing::Field;
using testing::IsEmpty;
using tests::at;
using tests::failure_of;
using tests::note_on;

namespace {

class Drafts : public testing::Test {
protected:
    model::DraftId start(model::Date day) { return casebook.start_draft(client, note_on(day), {}, at(day, 15)); }

    /// Saves the draft with this risk, a minute after the last time.
    void save(model::DraftId id, RiskLevel risk)
    {
        auto content = note_on(day_);
        content.risk.level = risk;
        casebook.save_draft(id, content, {}, at(day_, 15, ++minute_));
    }

    tests::SmallPractice practice{};
    Casebook& casebook = practice.casebook;
    const model::ClientId client = practice.client;
    const model::GoalId goal = practice.goal;

    static constexpr model::Date day_ = 2024_y / 3 / 1;

private:
    int minute_ = 0;
};

/// A client with two drafts; the second, which is handed out, is newer and was begun in Berlin.
std::pair<model::ClientId, model::DraftId> begin_draft(const tests::CasebookOnDisk& place)
{
    auto casebook = place.open();
    const auto client = casebook.add_client({.code = "A1"});
    casebook.start_draft(client, note_on(2024_y / 2 / 1), {}, at(2024_y / 2 / 1, 15));
    auto content = note_on(2024_y / 3 / 1);
    content.session.zone = "Europe/Berlin";
    return {client, casebook.start_draft(client, content, {}, at(2024_y / 3 / 1, 15))};
}

} // namespace

TEST_F(Drafts, AreGivenBackAsTheyWereSaved)
{
    const auto id = start(day_);
    const auto content = tests::full_note_on(day_, goal);
    const model::Caret caret{.section = model::SectionKind::plan, .position = 7};
    casebook.save_draft(id, content, caret, at(day_, 15, 1));
    const model::Draft expected{
        .id = id, .client = client, .content = content, .caret = caret, .saved_at = at(day_, 15, 1)};
    EXPECT_EQ(casebook.draft(id), expected);
    EXPECT_EQ(casebook.drafts_of(client), std::vector{expected});
}

TEST_F(Drafts, KeepATextOfAMillionBytes)
{
    const auto id = start(day_);
    const auto content = note_on(day_, std::string(model::longest_section, 'a'));
    casebook.save_draft(id, content, {}, at(day_, 15));
    EXPECT_EQ(casebook.draft(id)->content, content);
}

TEST_F(Drafts, StandNewestFirst)
{
    const auto middle = start(2024_y / 3 / 2);
    const auto oldest = start(2024_y / 3 / 1);
    const auto newest = start(2024_y / 3 / 3);
    const auto other = casebook.add_client({.code = "B1"});
    casebook.start_draft(other, note_on(2024_y / 2 / 1), {}, at(2024_y / 2 / 1, 15));
    EXPECT_THAT(casebook.drafts_of(client),
                ElementsAre(Field(&model::Draft::id, newest), Field(&model::Draft::id, middle),
                            Field(&model::Draft::id, oldest)));
}

TEST_F(Drafts, TheLastSavedIsKnownWhateverTheClockSays)
{
    EXPECT_EQ(casebook.last_saved_draft(), std::nullopt);
    const auto first = start(2024_y / 3 / 1);
    const auto second = start(2024_y / 3 / 2);
    EXPECT_EQ(casebook.last_saved_draft()->id, second);
    casebook.save_draft(first, note_on(day_), {}, at(2020_y / 1 / 1, 1));
    EXPECT_EQ(casebook.last_saved_draft()->id, first);
    casebook.discard_draft(first);
    EXPECT_EQ(casebook.last_saved_draft()->id, second);
}

TEST_F(Drafts, TellWhatChanged)
{
    tests::News news{casebook};
    const auto id = start(day_);
    EXPECT_EQ(news.told(), (std::vector<Change>{{Changed::drafts, client}}));
    save(id, RiskLevel::none);
    EXPECT_EQ(news.told(), (std::vector<Change>{{Changed::drafts, client}}));
    save(id, RiskLevel::plan);
    EXPECT_EQ(news.told(), (std::vector<Change>{{Changed::drafts, client}, {Changed::notices, client}}));
    save(id, RiskLevel::plan);
    EXPECT_EQ(news.told(), (std::vector<Change>{{Changed::drafts, client}})) << "the notice stays as it was";
    casebook.sign_draft(id, at(day_, 16));
    EXPECT_EQ(news.told(),
              (std::vector<Change>{{Changed::notices, client}, {Changed::drafts, client}, {Changed::notes, client}}));
}

TEST_F(Drafts, ThatAreGoneAreNotFoundAndNeverComeBackUnderTheirNumber)
{
    const auto id = start(day_);
    casebook.discard_draft(id);
    EXPECT_EQ(casebook.draft(id), std::nullopt);
    EXPECT_NE(start(day_), id);
    EXPECT_EQ(failure_of([&] { casebook.save_draft(id, note_on(day_), {}, at(day_, 16)); }),
              StorageErrorKind::not_found);
    EXPECT_EQ(failure_of([&] { casebook.discard_draft(id); }), StorageErrorKind::not_found);
    EXPECT_EQ(failure_of([&] { casebook.move_draft(id, client, at(day_, 16)); }), StorageErrorKind::not_found);
    EXPECT_EQ(failure_of([&] { casebook.sign_draft(id, at(day_, 16)); }), StorageErrorKind::not_found);
}

TEST_F(Drafts, AreRefusedWithAZoneThatDoesNotExist)
{
    auto content = note_on(day_);
    content.session.zone = "Mars/Olympus";
    EXPECT_EQ(failure_of([&] { casebook.start_draft(client, content, {}, at(day_, 15)); }), StorageErrorKind::refused);
}

TEST(DraftsOnDisk, BegunInAZoneThatThisMachineDoesNotKnowAreListedAndWrittenOn)
{
    const tests::CasebookOnDisk place;
    const auto [client, draft] = begin_draft(place);
    tests::write_sealed(place.open_bare(), place.unlock().keys,
                        "UPDATE draft SET content = replace(content, 'Europe/Berlin', 'Mars/Olympus')");

    auto casebook = place.open();
    ASSERT_EQ(casebook.drafts_of(client).size(), 2u);
    auto content = casebook.draft(draft)->content;
    EXPECT_EQ(content.session.zone, "Mars/Olympus");
    content.homework = "More";
    casebook.save_draft(draft, content, {}, at(2024_y / 3 / 1, 16));
    EXPECT_EQ(casebook.last_saved_draft()->content, content);
}

TEST(DraftsOnDisk, ThatCannotBeReadAreListedAsDamagedAndStandInTheWayOfNoOther)
{
    const tests::CasebookOnDisk place;
    const auto [client, draft] = begin_draft(place);
    place.open_bare().record.exec("UPDATE draft SET content = '{' WHERE id = " + std::to_string(draft.value));

    auto casebook = place.open();
    const auto drafts = casebook.drafts_of(client);
    ASSERT_EQ(drafts.size(), 2u);
    EXPECT_EQ(drafts[0].id, draft);
    EXPECT_TRUE(drafts[0].is_damaged);
    EXPECT_EQ(drafts[0].content.session.held_on, 2024_y / 3 / 1);
    EXPECT_FALSE(drafts[1].is_damaged);
    EXPECT_EQ(failure_of([&] { casebook.draft(draft); }), StorageErrorKind::damaged) << "it is said on opening";
    EXPECT_TRUE(casebook.last_saved_draft()->is_damaged);
    casebook.discard_draft(draft);
    EXPECT_EQ(casebook.drafts_of(client).size(), 1u);
}

TEST_F(Drafts, BecomeNotesWithTheSignatureOfTheDay)
{
    const auto content = tests::full_note_on(day_, goal);
    const auto id = casebook.start_draft(client, content, {}, at(day_, 15));
    const auto note = casebook.sign_draft(id, at(day_, 16));
    EXPECT_EQ(casebook.draft(id), std::nullopt);
    const model::Note expected{.id = note,
                               .client = client,
                               .content = content,
                               .signature = tests::example_signature(),
                               .signed_at = at(day_, 16)};
    EXPECT_EQ(casebook.note(note), expected);

    casebook.set_therapist({.name = "Someone Else", .credentials = "PhD", .licence_number = "9"});
    EXPECT_EQ(casebook.note(note), expected) << "a signature is of its day";
}

TEST_F(Drafts, AreNotSignedByATherapistWhoIsNotFullyKnown)
{
    const auto id = start(day_);
    auto therapist = tests::example_therapist();
    therapist.licence_number = "";
    casebook.set_therapist(therapist);
    EXPECT_EQ(failure_of([&] { casebook.sign_draft(id, at(day_, 16)); }), StorageErrorKind::refused);
    EXPECT_TRUE(casebook.draft(id));
    EXPECT_THAT(casebook.notes_of(client), IsEmpty());
}

TEST_F(Drafts, WithARatingOutOfRangeAreNotSigned)
{
    auto content = note_on(day_);
    content.ratings = {{.goal = goal, .by_client = 11}};
    const auto id = casebook.start_draft(client, content, {}, at(day_, 15));
    EXPECT_EQ(failure_of([&] { casebook.sign_draft(id, at(day_, 16)); }), StorageErrorKind::refused);
    EXPECT_EQ(casebook.draft(id)->content, content) << "nothing is lost";
    EXPECT_THAT(casebook.notes_of(client), IsEmpty());
}

TEST_F(Drafts, ThatHaveAProblemAreNotSigned)
{
    const auto too_early = start(2023_y / 12 / 31);
    const auto later_today = start(day_);
    const auto empty = casebook.start_draft(client, note_on(day_, " "), {}, at(day_, 15));
    for (const auto id : {too_early, later_today, empty}) {
        EXPECT_EQ(failure_of([&] { casebook.sign_draft(id, at(day_, 13)); }), StorageErrorKind::refused);
        EXPECT_TRUE(casebook.draft(id));
    }
    EXPECT_THAT(casebook.notes_of(client), IsEmpty());
}

TEST_F(Drafts, MoveWithoutTheRatingsOfTheFirstClientsGoals)
{
    const auto other = casebook.add_client({.code = "B1"});
    const auto others_goal = casebook.add_goal(other, {.wording = "Rest", .agreed_on = 2024_y / 1 / 1});
    auto content = tests::full_note_on(day_, goal);
    content.ratings.push_back({.goal = others_goal, .by_client = 3});
    const auto id = casebook.start_draft(client, content, {.position = 3}, at(day_, 15));
    tests::News news{casebook};

    casebook.move_draft(id, other, at(day_, 16));
    auto expected = content;
    expected.ratings = {{.goal = others_goal, .by_client = 3}};
    EXPECT_EQ(casebook.draft(id),
              (model::Draft{
                  .id = id, .client = other, .content = expected, .caret = {.position = 3}, .saved_at = at(day_, 16)}));
    EXPECT_THAT(casebook.drafts_of(client), IsEmpty());
    EXPECT_EQ(news.told(), (std::vector<Change>{{Changed::drafts, client}, {Changed::drafts, other}}));
}

TEST_F(Drafts, MovedTakeTheLevelOfCareOfTheirNewClientUnlessAnotherWasChosen)
{
    const auto other = casebook.add_client({.code = "B1"});
    casebook.admit(other, 2024_y / 1 / 1, model::LevelOfCare::inpatient, "");
    const auto usual = start(day_);
    auto content = note_on(day_);
    content.session.level_of_care = model::LevelOfCare::intensive;
    const auto chosen = casebook.start_draft(client, content, {}, at(day_, 15));

    casebook.move_draft(usual, other, at(day_, 16));
    casebook.move_draft(chosen, other, at(day_, 16));
    EXPECT_EQ(casebook.draft(usual)->content.session.level_of_care, model::LevelOfCare::inpatient);
    EXPECT_EQ(casebook.draft(chosen)->content.session.level_of_care, model::LevelOfCare::intensive);
}

TEST_F(Drafts, DoNotMoveToNobody)
{
    const auto id = start(day_);
    EXPECT_EQ(failure_of([&] { casebook.move_draft(id, {99}, at(day_, 16)); }), StorageErrorKind::refused);
    EXPECT_EQ(casebook.draft(id)->client, client);
}

TEST_F(Drafts, MovedToTheSameClientStayAsTheyAre)
{
    const auto content = tests::full_note_on(day_, goal);
    const auto id = casebook.start_draft(client, content, {}, at(day_, 15));
    casebook.move_draft(id, client, at(day_, 16));
    EXPECT_EQ(casebook.draft(id)->content, content);
}

TEST_F(Drafts, RaiseANoticeWhenRiskIsSavedAndKeepItUpToDate)
{
    const auto id = start(day_);
    save(id, RiskLevel::none);
    EXPECT_THAT(tests::open_notices(casebook), IsEmpty());
    save(id, RiskLevel::passive_thoughts);
    const auto notices = tests::open_notices(casebook);
    ASSERT_EQ(notices.size(), 1u);
    const model::Notice expected{.id = notices[0].id,
                                 .client = client,
                                 .kind = NoticeKind::risk_in_note,
                                 .risk = RiskLevel::passive_thoughts,
                                 .concerns = day_,
                                 .raised_at = at(day_, 15, 2)};
    EXPECT_EQ(notices[0], expected);

    save(id, RiskLevel::intent);
    auto graver = expected;
    graver.risk = RiskLevel::intent;
    EXPECT_EQ(tests::open_notices(casebook), std::vector{graver});
}

TEST_F(Drafts, LeaveATraceWhenRiskIsTakenBack)
{
    const auto id = start(day_);
    save(id, RiskLevel::plan);
    save(id, RiskLevel::none);
    ASSERT_EQ(tests::open_notices(casebook).size(), 1u) << "it stays until a person has looked";
    EXPECT_TRUE(tests::open_notices(casebook)[0].is_taken_back);
    EXPECT_EQ(tests::open_notices(casebook)[0].risk, RiskLevel::plan) << "what was said stays readable";
    save(id, RiskLevel::ideation);
    ASSERT_EQ(tests::open_notices(casebook).size(), 1u);
    EXPECT_FALSE(tests::open_notices(casebook)[0].is_taken_back);
    EXPECT_EQ(tests::open_notices(casebook)[0].risk, RiskLevel::ideation);
}

TEST_F(Drafts, KeepARiskThatIsStillBeingChosenWithoutRaisingOrTakingBackAnything)
{
    auto content = tests::note_on(day_);
    const auto keep = [&](RiskLevel level, storage::RiskChoice choice) {
        content.risk.level = level;
        casebook.save_draft(tests::all_drafts(casebook)[0].id, content, {}, at(day_, 16), choice);
    };
    const auto id = casebook.start_draft(client, content, {}, at(day_, 15));
    EXPECT_FALSE(casebook.is_risk_notice_due(id));
    keep(RiskLevel::plan, storage::RiskChoice::being_made);
    EXPECT_EQ(casebook.draft(id)->content.risk.level, RiskLevel::plan);
    EXPECT_THAT(tests::open_notices(casebook), IsEmpty());
    EXPECT_TRUE(casebook.is_risk_notice_due(id));

    keep(RiskLevel::plan, storage::RiskChoice::made);
    EXPECT_FALSE(casebook.is_risk_notice_due(id));
    keep(RiskLevel::none, storage::RiskChoice::being_made);
    ASSERT_EQ(tests::open_notices(casebook).size(), 1u);
    EXPECT_FALSE(tests::open_notices(casebook)[0].is_taken_back);
    EXPECT_TRUE(casebook.is_risk_notice_due(id));
    casebook.discard_draft(id);
    EXPECT_FALSE(casebook.is_risk_notice_due(id));
}

TEST_F(Drafts, TakeAllTheirNoticesAlongToAnotherDay)
{
    const auto id = start(day_);
    save(id, RiskLevel::ideation);
    casebook.review_notice(tests::open_notices(casebook)[0].id, "Seen", at(day_, 17));
    save(id, RiskLevel::plan);
    auto content = casebook.draft(id)->content;
    content.session.held_on = date::sys_days{day_} - date::days{3};
    casebook.save_draft(id, content, {}, at(day_, 18), storage::RiskChoice::being_made);
    const auto notices = casebook.notices_of(client);
    ASSERT_EQ(notices.size(), 2u);
    EXPECT_EQ(notices[0].concerns, content.session.held_on);
    EXPECT_EQ(notices[1].concerns, content.session.held_on) << "the one that was reviewed speaks of the same note";
}

TEST_F(Drafts, RaiseNoSecondNoticeForARiskThatWasReviewedUnlessItChanges)
{
    const auto id = start(day_);
    save(id, RiskLevel::ideation);
    casebook.review_notice(tests::open_notices(casebook)[0].id, "Safety plan made", at(day_, 17));
    save(id, RiskLevel::ideation);
    EXPECT_THAT(tests::open_notices(casebook), IsEmpty());
    save(id, RiskLevel::attempt);
    ASSERT_EQ(tests::open_notices(casebook).size(), 1u);
    const auto all = casebook.notices_of(client);
    ASSERT_EQ(all.size(), 2u);
    EXPECT_EQ(all[1].risk, RiskLevel::ideation) << "what was reviewed stays what it was";
}

TEST_F(Drafts, RaiseANewNoticeWhenReviewedRiskWasTakenBackAndReturns)
{
    const auto id = start(day_);
    save(id, RiskLevel::ideation);
    casebook.review_notice(tests::open_notices(casebook)[0].id, "Seen", at(day_, 17));
    save(id, RiskLevel::none);
    EXPECT_THAT(tests::open_notices(casebook), IsEmpty());
    EXPECT_TRUE(casebook.notices_of(client)[0].is_taken_back);
    save(id, RiskLevel::ideation);
    EXPECT_EQ(tests::open_notices(casebook).size(), 1u);
}

TEST_F(Drafts, TakeTheirNoticeBackWhenTheyAreDiscarded)
{
    const auto id = start(day_);
    save(id, RiskLevel::plan);
    casebook.discard_draft(id);
    ASSERT_EQ(tests::open_notices(casebook).size(), 1u);
    EXPECT_TRUE(tests::open_notices(casebook)[0].is_taken_back);
}

TEST_F(Drafts, HandTheirNoticeOnToTheNote)
{
    const auto id = start(day_);
    save(id, RiskLevel::plan);
    const auto before = tests::open_notices(casebook);
    const auto note = casebook.sign_draft(id, at(day_, 16));
    EXPECT_EQ(tests::open_notices(casebook), before);
    casebook.mark_entered_in_error(note, "Wrong day", at(day_, 17));
    EXPECT_TRUE(tests::open_notices(casebook)[0].is_taken_back) << "the notice belongs to the note";
}

TEST_F(Drafts, TakeTheirNoticeAlongWhenTheyMove)
{
    const auto other = casebook.add_client({.code = "B1"});
    const auto id = start(day_);
    save(id, RiskLevel::plan);
    tests::News news{casebook};
    casebook.move_draft(id, other, at(day_, 16));
    ASSERT_EQ(casebook.notices_of(client).size(), 1u);
    EXPECT_TRUE(casebook.notices_of(client)[0].is_taken_back);
    ASSERT_EQ(casebook.notices_of(other).size(), 1u);
    EXPECT_FALSE(casebook.notices_of(other)[0].is_taken_back);
    EXPECT_EQ(casebook.notices_of(other)[0].risk, RiskLevel::plan);
    EXPECT_EQ(news.told(), (std::vector<Change>{{Changed::notices, client},
                                                {Changed::drafts, client},
                                                {Changed::drafts, other},
                                                {Changed::notices, other}}));
}
