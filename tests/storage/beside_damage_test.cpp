#include "storage/casebook.h"
#include "tests/support/casebooks.h"
#include "tests/support/front_door_acts.h"
#include "tests/support/quick_casebook.h"
#include "tests/support/storage_trouble.h"
#include "tests/support/tampering.h"

#include <SQLiteCpp/Statement.h>
#include <gmock/gmock.h>

#include <algorithm>
#include <string>
#include <vector>

/// One record is damaged: the work with the others goes on.
namespace storage {

namespace {

using namespace date::literals;
using testing::Contains;
using testing::Not;

class BesideDamage : public testing::Test {
protected:
    BesideDamage()
    {
        auto casebook = place_.open();
        tests::front_door::begin(casebook);
    }

    void damage(const std::string& sql) const { tests::tamper(place_, {sql}); }

    static model::CaseloadRow row_of(const Casebook& casebook, model::ClientId client)
    {
        const auto rows = casebook.caseload(2024_y / 6 / 1);
        return *std::ranges::find(rows, client, [](const auto& row) { return row.client.id; });
    }

    /// How many notices of the client stand open.
    static long open_notices(const Casebook& casebook, model::ClientId client)
    {
        return std::ranges::count_if(casebook.notices_of(client), [](const model::Notice& notice) {
            return !notice.review && !notice.is_taken_back;
        });
    }

    model::DraftId draft() const { return place_.open().drafts_of(client_).front().id; }

    tests::QuickCasebook place_{};
    model::ClientId client_{1};
    model::Moment now_ = tests::at(2024_y / 3 / 10, 17);
};

} // namespace

TEST_F(BesideDamage, AFormIsNotScoredByAShippedMeasureInThePlaceOfADamagedOne)
{
    damage("UPDATE measure_definition SET code = 'phq-9'");
    const auto casebook = place_.open();
    EXPECT_THAT(casebook.measures(), Not(Contains(testing::Field(&model::MeasureDefinition::code, "phq-9"))));
    EXPECT_THAT(casebook.unreadable_measures(), Contains("phq-9"));
}

TEST_F(BesideDamage, TheOtherSessionsAreListed)
{
    damage("UPDATE note SET attendance = x'00', held_on = x'00' WHERE id = 1");
    const auto notes = place_.open().notes_of(client_);
    ASSERT_EQ(notes.size(), 2u);
    EXPECT_EQ(notes[0], (model::NoteOutline{.id = {1}, .session = {.held_on = 1970_y / 1 / 1}, .is_damaged = true}));
    EXPECT_FALSE(notes[1].is_damaged);
    EXPECT_EQ(notes[1].modalities.size(), 2u);
}

TEST_F(BesideDamage, ADamagedSessionIsNeitherCountedNorDrawn)
{
    damage("UPDATE note SET held_on = '2024-02-02' WHERE id = 1");
    EXPECT_EQ(place_.open().record_of(client_).notes.size(), 1u);
}

TEST_F(BesideDamage, TheOtherDraftsAreListed)
{
    place_.open().start_draft(client_, tests::note_on(2024_y / 3 / 9), {}, now_);
    damage("UPDATE draft SET caret_section = x'00', saved_at = 'never' WHERE id = 1");
    const auto drafts = place_.open().drafts_of(client_);
    ASSERT_EQ(drafts.size(), 2u);
    EXPECT_FALSE(drafts[0].is_damaged);
    EXPECT_TRUE(drafts[1].is_damaged);
    EXPECT_EQ(drafts[1].content.session.held_on, 2024_y / 3 / 1);
}

TEST_F(BesideDamage, SessionsAreCountedAnewWhereTheirCountIsDamaged)
{
    damage("UPDATE session_tally SET sessions = 99");
    auto casebook = place_.open();
    casebook.add_signed_note(client_, tests::note_on(2024_y / 3 / 9), now_);
    const auto row = row_of(casebook, client_);
    EXPECT_EQ(row.sessions, 3);
    EXPECT_EQ(row.last_session_on, 2024_y / 3 / 9);
}

TEST_F(BesideDamage, TheLatestFormIsLookedForAnewWhereItIsDamaged)
{
    damage("UPDATE latest_form SET taken_on = '2030-01-01'");
    auto casebook = place_.open();
    casebook.add_administration(client_, {.measure = "phq-9", .taken_on = 2024_y / 1 / 9, .total = 3}, now_);
    const auto row = row_of(casebook, client_);
    ASSERT_EQ(row.latest_administrations.size(), 1u);
    EXPECT_EQ(row.latest_administrations[0].taken_on, 2024_y / 2 / 1);
}

TEST_F(BesideDamage, ADraftWithADamagedNoticeIsDiscarded)
{
    damage("UPDATE notice SET risk = 'attempt' WHERE draft_id IS NOT NULL");
    const auto id = draft();
    auto casebook = place_.open();
    casebook.discard_draft(id);
    EXPECT_TRUE(casebook.drafts_of(client_).empty());
}

TEST_F(BesideDamage, ADraftWithADamagedNoticeIsMovedAndRaisesAnother)
{
    damage("UPDATE notice SET risk = 'attempt' WHERE draft_id IS NOT NULL");
    const auto id = draft();
    auto casebook = place_.open();
    casebook.move_draft(id, {2}, now_);
    EXPECT_EQ(open_notices(casebook, {2}), 1);
}

TEST_F(BesideDamage, ADraftWithADamagedNoticeIsSignedAndRaisesAnother)
{
    damage("UPDATE notice SET risk = 'attempt' WHERE draft_id IS NOT NULL");
    const auto id = draft();
    auto casebook = place_.open();
    const auto open = open_notices(casebook, client_);
    casebook.sign_draft(id, now_);
    EXPECT_EQ(open_notices(casebook, client_), open + 1);
}

TEST_F(BesideDamage, ANoteAndAFormWithDamagedNoticesAreMarkedAsEnteredInError)
{
    damage("UPDATE notice SET risk = 'attempt' WHERE draft_id IS NULL");
    auto casebook = place_.open();
    casebook.mark_entered_in_error({1}, "Another client", now_);
    casebook.mark_administration_in_error({1}, "Another client", now_);
    EXPECT_EQ(row_of(casebook, client_).sessions, 1);
}

TEST_F(BesideDamage, TheClientsAreListedWherePartOfWhatStandsBesideThemCannotBeRead)
{
    const auto before = place_.open().caseload(2024_y / 6 / 1);
    const auto record = place_.folder() / "record.db";
    constexpr std::size_t page = 4096;
    for (const std::string table : {"session_tally", "episode", "draft", "notice", "latest_form", "rating"}) {
        SCOPED_TRACE(table);
        const auto root = [&] {
            auto files = place_.open_bare();
            SQLite::Statement query{files.record, "SELECT rootpage FROM sqlite_master WHERE name = :name"};
            query.bind(":name", table);
            query.executeStep();
            return static_cast<std::size_t>(query.getColumn(0).getInt());
        }();
        const auto good = tests::bytes_of(record);
        tests::overwrite(record, tests::with_flipped_bit(good, 8 * ((root - 1) * page + page / 2)));
        {
            const auto casebook = place_.open();
            const auto rows = casebook.caseload(2024_y / 6 / 1);
            EXPECT_EQ(rows.size(), before.size());
            EXPECT_NE(rows, before);
            EXPECT_THAT(casebook.damaged_rows(), Contains(RowName{.table = table, .id = 0}));
        }
        tests::overwrite(record, good);
    }
}

} // namespace storage
