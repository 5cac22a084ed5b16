#include "storage/casebook.h"
#include "storage/vault/secret_key.h"
#include "storage/verification.h"
#include "tests/support/casebooks.h"
#include "tests/support/quick_casebook.h"
#include "tests/support/storage_trouble.h"
#include "tests/support/tampering.h"

#include <SQLiteCpp/Statement.h>
#include <gmock/gmock.h>

#include <algorithm>
#include <string>
#include <vector>

namespace storage {

namespace {

using namespace date::literals;
using testing::Contains;
using testing::Each;
using testing::IsEmpty;
using testing::Key;

/// A casebook with one of everything, closed, that somebody with the key of the database goes to work on.
class Verify : public testing::Test {
protected:
    Verify() { tests::write_one_of_everything(place_); }

    void tamper(const std::vector<std::string>& statements) const { tests::tamper(place_, statements); }
    tests::Found found() const { return tests::verified(place_); }

    tests::QuickCasebook place_{};
};

} // namespace

TEST_F(Verify, FindsNothingInACasebookThatNobodyTouched)
{
    EXPECT_THAT(found(), IsEmpty());
}

TEST_F(Verify, NamesARowThatWasEdited)
{
    tamper({"UPDATE note_section SET text = 'Nothing happened.' WHERE id = 1"});
    const auto findings = tests::findings_in(place_);
    ASSERT_EQ(findings.size(), 1u);
    EXPECT_EQ(findings[0].what, Tampering::row_edited);
    EXPECT_EQ(findings[0].row, (RowName{.table = "note_section", .id = 1}));
    ASSERT_TRUE(findings[0].written);
    EXPECT_EQ(findings[0].written->kind, model::ActKind::note_signed);
}

TEST_F(Verify, NamesARowThatWasRemoved)
{
    tamper({"DELETE FROM addendum WHERE id = 1"});
    EXPECT_EQ(found(), (tests::Found{{Tampering::row_removed, "addendum 1"}}));
}

TEST_F(Verify, NamesARowThatNobodyWrote)
{
    tamper({"INSERT INTO addendum (id, note_id, text, reason, author, written_at, act, seal)"
            " SELECT 77, note_id, text, reason, author, written_at, act, seal FROM addendum WHERE id = 1"});
    EXPECT_EQ(found(), (tests::Found{{Tampering::row_inserted, "addendum 77"}}));
}

TEST_F(Verify, NamesARowThatIsAnEarlierVersionOfItself)
{
    const auto old = tests::row_of(place_, "goal", 1);
    {
        auto casebook = place_.open();
        casebook.close_goal({1}, 2024_y / 9 / 1, "Reached");
    }
    EXPECT_THAT(found(), IsEmpty());
    tamper({"DELETE FROM goal WHERE id = 1", old});
    EXPECT_EQ(found(), (tests::Found{{Tampering::row_replayed, "goal 1"}}));
}

TEST_F(Verify, NamesARowThatWasRemovedAndIsBack)
{
    model::DraftId draft{};
    {
        auto casebook = place_.open();
        draft = casebook.start_draft({1}, tests::note_on(2024_y / 6 / 6, "Half"), {}, {});
    }
    const auto old = tests::row_of(place_, "draft", draft.value);
    {
        auto casebook = place_.open();
        casebook.discard_draft(draft);
    }
    EXPECT_THAT(found(), IsEmpty());
    tamper({old});
    EXPECT_EQ(found(), (tests::Found{{Tampering::row_replayed, "draft " + std::to_string(draft.value)}}));
}

TEST_F(Verify, NamesAnActThatWasEdited)
{
    tamper({"UPDATE act_log SET client_id = 2 WHERE number = 5"});
    EXPECT_EQ(found(), (tests::Found{{Tampering::act_edited, "act 5"}}));
}

TEST_F(Verify, NamesAnActThatWasRemoved)
{
    tamper({"DELETE FROM act_log WHERE number = 2"}); // It unlocked, and wrote no row.
    EXPECT_EQ(found(), (tests::Found{{Tampering::act_removed, "act 2"}}));
}

TEST_F(Verify, NamesAnActThatWasRemovedAndTheGapClosed)
{
    tamper({"DELETE FROM act_log WHERE number = 2", "UPDATE act_log SET number = -number WHERE number > 2",
            "UPDATE act_log SET number = -number - 1 WHERE number < 0"});
    EXPECT_THAT(found(), Contains(tests::Finding{Tampering::act_removed, "act 2"}));
}

TEST_F(Verify, NamesActsThatChangedPlaces)
{
    tamper({"UPDATE act_log SET number = -1 WHERE number = 5", "UPDATE act_log SET number = 5 WHERE number = 6",
            "UPDATE act_log SET number = 6 WHERE number = -1"});
    EXPECT_THAT(found(), Contains(tests::Finding{Tampering::acts_reordered, "act 5"}));
}

TEST_F(Verify, NamesAnActThatWasInserted)
{
    tamper({"UPDATE act_log SET number = -number WHERE number > 2",
            "UPDATE act_log SET number = -number + 1 WHERE number < 0",
            "INSERT INTO act_log (number, done_at, person, kind, written, mac_before, mac)"
            " VALUES (3, 0, 1, 'unlocked', x'', zeroblob(32), zeroblob(32))"});
    EXPECT_THAT(found(), Contains(tests::Finding{Tampering::act_inserted, "act 3"}));
}

TEST_F(Verify, NamesActsWithNumbersThatNoActCanHave)
{
    tamper({"INSERT INTO act_log (number, done_at, person, kind, written, mac_before, mac)"
            " SELECT -number, done_at, person, kind, written, mac_before, mac FROM act_log WHERE number = 5",
            "INSERT INTO act_log (number, done_at, person, kind, written, mac_before, mac)"
            " VALUES (0, 0, 1, 'unlocked', x'', zeroblob(32), zeroblob(32))"});
    EXPECT_EQ(found(), (tests::Found{{Tampering::act_inserted, "act 0"}, {Tampering::act_inserted, "act 0"}}));
}

TEST_F(Verify, NamesTheRowsOfATableThatIsGone)
{
    tamper({"DROP TABLE addendum"});
    EXPECT_EQ(found(), (tests::Found{{Tampering::row_removed, "addendum 1"}}));
}

TEST_F(Verify, NamesTheRowsOfATableThatWasMadeAnewWithoutSeals)
{
    tamper({"CREATE TABLE bare AS SELECT id, note_id, text, reason, author, written_at FROM addendum",
            "DROP TABLE addendum", "ALTER TABLE bare RENAME TO addendum"});
    EXPECT_EQ(found(), (tests::Found{{Tampering::row_removed, "addendum 1"}}));
}

TEST_F(Verify, SaysThatTheLogWasCutShort)
{
    tamper({"DELETE FROM act_log WHERE number = (SELECT max(number) FROM act_log)"});
    EXPECT_THAT(found(), Contains(testing::Field(&tests::Finding::what, Tampering::log_cut_short)));
}

TEST_F(Verify, SaysThatAnIndexLeavesARowOut)
{
    // As an older copy of a page of the index would.
    tamper({"PRAGMA writable_schema = ON",
            "UPDATE sqlite_master SET sql = 'CREATE INDEX addendum_by_note ON addendum (note_id) WHERE note_id < 0'"
            " WHERE name = 'addendum_by_note'",
            "PRAGMA schema_version = 4711"});
    tamper({"REINDEX addendum_by_note", "PRAGMA writable_schema = ON",
            "UPDATE sqlite_master SET sql = 'CREATE INDEX addendum_by_note ON addendum (note_id)'"
            " WHERE name = 'addendum_by_note'",
            "PRAGMA schema_version = 4712"});
    EXPECT_THAT(found(), Contains(testing::Field(&tests::Finding::what, Tampering::file_damaged)));
}

TEST_F(Verify, LeavesTheRestOfTheReportAloneWhenOneRowIsDamaged)
{
    tamper({"UPDATE rating SET by_client = 10", "UPDATE goal SET wording = 'Other' WHERE id = 1"});
    EXPECT_EQ(found(), (tests::Found{{Tampering::row_edited, "goal 1"}, {Tampering::row_edited, "rating 1"}}));
}

TEST_F(Verify, BeginsAnewWhenSomethingIsWrittenMeanwhile)
{
    auto casebook = place_.open();
    auto verification = casebook.verification();
    verification.step();
    casebook.add_client({.code = "LATE"});
    while (verification.step()) {
        EXPECT_LE(verification.progress(), 1.0);
    }
    EXPECT_TRUE(verification.report().is_sound());
    EXPECT_EQ(verification.progress(), 1.0);
}

TEST_F(Verify, SeesLessWithoutSealsAndLog)
{
    // The twin: what the cipher and SQLite find by themselves.
    tamper({"UPDATE note_section SET text = 'Nothing happened.' WHERE id = 1", "DELETE FROM addendum WHERE id = 1"});
    auto files = place_.open_bare();
    EXPECT_EQ(files.record.execAndGet("PRAGMA integrity_check").getString(), "ok");
}

namespace {

/// What a check finds in the files as they lie there, without an act of opening; nothing where they do not open.
std::vector<TamperFinding> found_in_files(const tests::QuickCasebook& place)
{
    const auto vault = place.vault();
    std::vector<TamperFinding> findings;
    // A record that does not open is another test's.
    static_cast<void>(tests::failure_of([&] {
        auto files = place.open_bare();
        Record record{files.record, subkey(vault.keys.vault, vault::Purpose::row_macs)};
        findings = verify(record, subkey(vault.keys.vault, vault::Purpose::chain_macs), vault.file.head).findings;
    }));
    return findings;
}

bool is_of_the_log(const TamperFinding& finding)
{
    return finding.what == Tampering::file_damaged && finding.row.table == "act_log";
}

} // namespace

TEST_F(Verify, AccusesNobodyWherePartOfTheLogCannotBeRead)
{
    {
        auto casebook = place_.open();
        for (int day = 0; day < 60; ++day) {
            const auto draft =
                casebook.start_draft({1}, tests::note_on(model::days_after(2024_y / 6 / 1, day)), {}, {});
            day % 2 == 0 ? casebook.discard_draft(draft)
                         : casebook.save_draft(draft, tests::note_on(2024_y / 7 / 1), {}, {});
        }
    }
    constexpr std::size_t page = 4096;
    const auto record = place_.folder() / "record.db";
    const auto good = tests::bytes_of(record);
    int times = 0;
    for (std::size_t start = page; start < good.size(); start += page) {
        tests::overwrite(record, tests::with_flipped_bit(good, 8 * (start + page / 2)));
        const auto findings = found_in_files(place_);
        if (std::ranges::any_of(findings, is_of_the_log)) {
            ++times;
            EXPECT_THAT(findings, Each(testing::Field(&TamperFinding::what, Tampering::file_damaged))) << start / page;
        }
    }
    EXPECT_GT(times, 3);
}

TEST_F(Verify, NamesWhatWasEditedThoughPartOfTheLogCannotBeRead)
{
    tamper({"UPDATE client SET name = 'Other' WHERE id = 1"});
    constexpr std::size_t page = 4096;
    const auto record = place_.folder() / "record.db";
    const auto good = tests::bytes_of(record);
    int times = 0;
    for (std::size_t start = page; start < good.size(); start += page) {
        tests::overwrite(record, tests::with_flipped_bit(good, 8 * (start + page / 2)));
        const auto findings = found_in_files(place_);
        if (std::ranges::any_of(findings, is_of_the_log)) {
            ++times;
            EXPECT_THAT(findings, Contains(testing::Field(&TamperFinding::what, Tampering::row_edited)));
        }
    }
    EXPECT_GT(times, 0);
}

TEST_F(Verify, IsSilentAboutAnOlderRecordOnceAPersonChoseToGoOnWithIt)
{
    const auto older = tests::bytes_of(place_.folder() / "record.db");
    place_.open().add_client({.code = "B2"});
    tests::overwrite(place_.folder() / "record.db", older);
    EXPECT_THAT(found(), Contains(testing::Field(&tests::Finding::what, Tampering::log_cut_short)));
    {
        auto casebook = place_.open();
        EXPECT_TRUE(casebook.is_behind_its_keys());
        casebook.accept_older_record();
        EXPECT_FALSE(casebook.is_behind_its_keys());
        EXPECT_EQ(casebook.acts({}, 1).front().kind, model::ActKind::older_record_accepted);
    }
    EXPECT_THAT(found(), IsEmpty());
    EXPECT_FALSE(place_.open().is_behind_its_keys());
}

TEST_F(Verify, KeepsTheKeysAsWitnessWhenNobodyChoseToGoOn)
{
    auto casebook = place_.open();
    const auto acts = casebook.log_head().number;
    casebook.accept_older_record();
    EXPECT_EQ(casebook.log_head().number, acts) << "a record that is not behind needs no such act";
}

} // namespace storage
