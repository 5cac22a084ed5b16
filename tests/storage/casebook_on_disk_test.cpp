#include "storage/administrations.h"
#include "storage/casebook.h"
#include "storage/casebook_folder.h"
#include "storage/caseload.h"
#include "storage/choices.h"
#include "storage/clients.h"
#include "storage/drafts.h"
#include "storage/episodes.h"
#include "storage/goals.h"
#include "storage/notes.h"
#include "storage/notices.h"
#include "tests/support/casebooks.h"
#include "tests/support/storage_trouble.h"

#include <SQLiteCpp/Statement.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sqlite3.h>

#include <algorithm>
#include <fstream>

using namespace storage;
using namespace date::literals;
using tests::failure_of;

namespace {

/// One of everything that can be kept, and the ids by which to ask for it.
struct Kept {
    model::ClientId client{};
    model::NoteId note{};
    model::DraftId draft{};

    explicit Kept(Casebook& casebook)
    {
        casebook.set_practice({.name = "Practice", .address = "1 Road"});
        casebook.set_therapist(tests::example_therapist());
        client = casebook.add_client({.code = "A1", .name = "Zoë 田中", .born_on = 1990_y / 2 / 28});
        casebook.admit(client, 2024_y / 1 / 1, model::LevelOfCare::intensive, "Referred");
        casebook.set_level_of_care(client, {.from = 2024_y / 2 / 1, .review_on = 2024_y / 5 / 1});
        const auto goal =
            casebook.add_goal(client, {.wording = "Say no", .family = "boundaries", .agreed_on = 2024_y / 1 / 2});
        note = casebook.add_signed_note(client, tests::full_note_on(2024_y / 2 / 29, goal),
                                        tests::at(2024_y / 2 / 29, 16));
        casebook.add_addendum(note, "It was Thursday.", "Wrong day", tests::at(2024_y / 3 / 1, 9));
        auto open = tests::full_note_on(2024_y / 3 / 7, goal);
        open.risk.level = model::RiskLevel::ideation;
        draft = casebook.start_draft(client, open, {.section = model::SectionKind::plan, .position = 12},
                                     tests::at(2024_y / 3 / 7, 15));
        casebook.add_administration(
            client, {.measure = "phq-9", .taken_on = 2024_y / 3 / 1, .answers = {1, 2, 3, 0, {}, 1, 2, 0, 1}},
            tests::at(2024_y / 3 / 1, 10));
        casebook.add_measure(R"({"code": "own", "name": "Own", "full_name": "Own scale", "version": "1",
            "area": "other", "lead_scale": "total", "licence": "Own", "citation": "Own",
            "scales": [{"code": "total", "name": "Total", "range": [0, 100], "better": "higher"}]})");
        casebook.reword_goal(goal, "Say no kindly", 2024_y / 3 / 2);
        casebook.close_goal(goal, 2024_y / 3 / 8, "Reached");
        casebook.review_notice(tests::open_notices(casebook).front().id, "Talked it through",
                               tests::at(2024_y / 3 / 2, 8));
        casebook.mark_entered_in_error(note, "Wrong client", tests::at(2024_y / 3 / 9, 8));
        casebook.remember_summary_choices(client, {.own_words = "Well done", .left_out_series = {"goal:1"}});
    }
};

} // namespace

TEST(CasebookOnDisk, GivesBackEqualValuesAfterItWasClosed)
{
    const tests::CasebookOnDisk place;
    auto before = std::make_unique<Casebook>(place.open());
    const Kept kept{*before};
    const auto record = before->record_of(kept.client);
    const auto note = before->note(kept.note);
    const auto draft = before->draft(kept.draft);
    const auto notices = before->notices_of(kept.client);
    const auto caseload = before->caseload(2024_y / 4 / 1);
    const auto choices = before->summary_choices(kept.client);
    ASSERT_EQ(record.notes.size(), 1u);
    ASSERT_EQ(record.administrations.size(), 1u);
    ASSERT_EQ(notices.size(), 2u);
    before.reset();

    const auto after = place.open();
    EXPECT_EQ(after.practice(), (model::Practice{.name = "Practice", .address = "1 Road"}));
    EXPECT_EQ(after.therapist(), tests::example_therapist());
    EXPECT_EQ(after.record_of(kept.client), record);
    EXPECT_EQ(after.note(kept.note), note);
    EXPECT_EQ(after.draft(kept.draft), draft);
    EXPECT_EQ(after.notices_of(kept.client), notices);
    EXPECT_EQ(after.caseload(2024_y / 4 / 1), caseload);
    EXPECT_EQ(after.summary_choices(kept.client), choices);
}

TEST(CasebookOnDisk, IsNamedAfterItsFolder)
{
    const tests::CasebookOnDisk place;
    EXPECT_EQ(place.open().name(), "Practice");
    EXPECT_EQ(place.open().folder(), place.folder());
}

TEST(CasebookOnDisk, LeavesNoTypedWordReadableInAnyFile)
{
    const tests::CasebookOnDisk place;
    {
        auto casebook = place.open();
        const auto client = casebook.add_client({.code = "CANARYCODE", .name = "CANARYNAME"});
        casebook.start_draft(client, tests::note_on(2024_y / 1 / 1, "CANARYTEXT"), {}, tests::at(2024_y / 1 / 1, 1));
    }
    for (const auto& entry : std::filesystem::recursive_directory_iterator{place.folder()}) {
        if (entry.is_regular_file()) {
            EXPECT_THAT(tests::bytes_of(entry.path()), testing::Not(testing::HasSubstr("CANARY"))) << entry.path();
        }
    }
}

TEST(CasebookOnDisk, OpensOnlyWithTheNewPasswordOnceItWasChanged)
{
    const tests::CasebookOnDisk place;
    auto vault = place.unlock();
    vault::change_password(place.folder(), vault, "another password", vault::KeyCost::smallest());
    EXPECT_EQ(failure_of([&] { vault::unlock(place.folder(), "password"); }), StorageErrorKind::wrong_password);
    const Casebook again{place.folder(), vault::unlock(place.folder(), "another password"), tests::no_time};
}

TEST(CasebookOnDisk, RefusesToOpenTwice)
{
    const tests::CasebookOnDisk place;
    const auto first = place.open();
    EXPECT_EQ(failure_of([&] { place.open(); }), StorageErrorKind::in_use);
}

TEST(CasebookOnDisk, AFullDiskFailsOneActAndLosesNothing)
{
    const tests::CasebookOnDisk place;
    auto casebook = place.open();
    const Kept kept{casebook};
    const auto before = casebook.record_of(kept.client);
    const std::string long_text(900'000, 'x');
    std::optional<StorageErrorKind> failure;
    {
        const tests::FileSizeLimit full{std::filesystem::file_size(place.folder() / "record.db") + 4096};
        failure = failure_of([&] {
            casebook.add_signed_note(kept.client, tests::note_on(2024_y / 3 / 20, long_text),
                                     tests::at(2024_y / 3 / 20, 16));
        });
    }
    // SQLite reports a write beyond the limit as a failing disk, or as a full one where the system says so.
    EXPECT_TRUE(failure == StorageErrorKind::full || failure == StorageErrorKind::disk_error);
    EXPECT_EQ(casebook.record_of(kept.client), before);
    casebook.add_signed_note(kept.client, tests::note_on(2024_y / 3 / 20, long_text), tests::at(2024_y / 3 / 20, 16));
    EXPECT_EQ(casebook.notes_of(kept.client).size(), before.notes.size() + 1);
}

namespace {

/// The database of a casebook that holds one of everything, without the casebook around it.
class BareRecord : public testing::Test {
protected:
    SQLite::Database& record() { return files_.record; }
    vault::SecretKey seal_key() const { return subkey(place_.unlock().keys.vault, vault::Purpose::row_macs); }
    SQLite::Database& private_notes() { return files_.private_notes; }

private:
    static OpenFiles filled(const tests::CasebookOnDisk& place)
    {
        {
            auto casebook = place.open();
            const Kept kept{casebook};
            const auto administration = casebook.administrations_of(kept.client).front().id;
            casebook.mark_administration_in_error(administration, "Wrong form", tests::at(2024_y / 3 / 9, 9));
            const auto other = casebook.add_client({.code = "B1"});
            casebook.add_administration(other, {.measure = "scs-sf", .taken_on = 2024_y / 3 / 1, .total = 3},
                                        tests::at(2024_y / 3 / 1, 10));
        }
        return place.open_bare();
    }

    tests::CasebookOnDisk place_{};
    OpenFiles files_ = filled(place_);
};

/// What the database says to a statement that it refuses; empty when it takes it.
std::string refusal_of(SQLite::Database& file, const std::string& sql)
{
    try {
        file.exec(sql);
        return {};
    } catch (const SQLite::Exception& error) {
        return error.what();
    }
}

} // namespace

TEST_F(BareRecord, LetsNothingThatWasWrittenBeChangedRemovedOrReplaced)
{
    for (const std::string table :
         {"note", "note_section", "note_modality", "note_technique", "rating", "addendum", "note_error", "goal_wording",
          "administration", "score", "administration_error", "notice_review", "measure_definition"}) {
        SCOPED_TRACE(table);
        const auto rows = [&] { return record().execAndGet("SELECT count(*) FROM " + table).getInt(); };
        const int before = rows();
        ASSERT_GT(before, 0);
        const std::string column = SQLite::Statement{record(), "SELECT * FROM " + table}.getColumnName(0);
        EXPECT_THAT(refusal_of(record(), "UPDATE " + table + " SET " + column + " = " + column),
                    testing::HasSubstr("may not be changed"));
        EXPECT_THAT(refusal_of(record(), "DELETE FROM " + table), testing::HasSubstr("may not be removed"));
        EXPECT_THAT(refusal_of(record(), "INSERT OR REPLACE INTO " + table + " SELECT * FROM " + table),
                    testing::HasSubstr("may not be removed"));
        EXPECT_EQ(rows(), before);
    }
}

TEST_F(BareRecord, GuardsEveryTableOfWhatIsKept)
{
    const auto has = [&](const std::string& trigger) {
        return record()
                   .execAndGet("SELECT count(*) FROM sqlite_master WHERE type = 'trigger' AND name = '" + trigger + "'")
                   .getInt() == 1;
    };
    for (const std::string table :
         {"act_log", "note", "note_section", "note_modality", "note_technique", "rating", "addendum", "note_error",
          "goal_wording", "administration", "score", "administration_error", "notice_review", "measure_definition",
          "client_version", "client_merge", "episode_correction", "erasure", "erased_note"}) {
        EXPECT_TRUE(has(table + "_is_not_changed")) << table;
        EXPECT_TRUE(has(table + "_is_not_removed")) << table;
    }
    EXPECT_TRUE(has("measure_retirement_is_not_changed"));
    EXPECT_TRUE(has("notice_is_not_removed"));
    EXPECT_TRUE(has("note_stays_with_its_client"));
    EXPECT_TRUE(has("administration_stays_with_its_client"));
}

TEST_F(BareRecord, LetsNothingOfASealedRowBeChangedByAnyName)
{
    for (const char* sql :
         {"UPDATE note_section SET seal = zeroblob(16)", "UPDATE note_section SET act = 0",
          "UPDATE note_section SET rowid = rowid + 100", "UPDATE note_section SET _rowid_ = rowid + 100",
          "UPDATE act_log SET rowid = rowid + 100", "UPDATE score SET value = 1", "UPDATE note SET homework = 'x'",
          "UPDATE note SET client_id = 2", "UPDATE administration SET client_id = 2"}) {
        EXPECT_THAT(refusal_of(record(), sql), testing::HasSubstr("may not be changed")) << sql;
    }
}

TEST_F(BareRecord, LetsNoNoticeBeRemovedOrReplaced)
{
    EXPECT_THAT(refusal_of(record(), "DELETE FROM notice"), testing::HasSubstr("may not be removed"));
    EXPECT_THAT(refusal_of(record(), "INSERT OR REPLACE INTO notice SELECT * FROM notice"),
                testing::HasSubstr("may not be removed"));
}

TEST_F(BareRecord, HoldsNoAddendumMarkOrReviewWithoutWords)
{
    for (const char* sql :
         {"INSERT INTO addendum (note_id, text, reason, author, written_at) VALUES (1, ' ', 'Wrong day', 'D', 0)",
          "INSERT INTO addendum (note_id, text, reason, author, written_at) VALUES (1, 'Words', '', 'D', 0)",
          "INSERT INTO note_error (note_id, reason, author, marked_at) VALUES (2, ' ', 'D', 0)",
          "INSERT INTO administration_error (administration_id, reason, author, marked_at) VALUES (2, '', 'D', 0)",
          "INSERT INTO notice_review (notice_id, reviewed_by, reviewed_at, what_was_done) VALUES (2, 'D', 0, ' ')"}) {
        EXPECT_THAT(refusal_of(record(), sql), testing::HasSubstr("CHECK constraint failed")) << sql;
    }
}

TEST_F(BareRecord, HoldsNoClientThatIsMissing)
{
    EXPECT_THROW(record().exec("INSERT INTO goal (client_id, wording, family, agreed_on)"
                               " VALUES (999, '', '', '2024-01-01')"),
                 SQLite::Exception);
}

TEST_F(BareRecord, HoldsNoDayThatIsNotInTheCalendar)
{
    for (const char* day : {"2023-02-29", "2024-13-01", "2024-1-1", "", "today"}) {
        SQLite::Statement insert{record(), "INSERT INTO goal (client_id, wording, family, agreed_on)"
                                           " VALUES (1, '', '', :day)"};
        insert.bind(":day", day);
        EXPECT_THROW(insert.exec(), SQLite::Exception) << day;
    }
    EXPECT_EQ(
        record().exec("INSERT INTO goal (client_id, wording, family, agreed_on) VALUES (1, '', '', '2024-02-29')"), 1);
}

TEST_F(BareRecord, HoldsNoRatingOfAnotherClientsGoal)
{
    record().exec(
        "INSERT INTO client (id, code, code_key, name, preferred_name, pronouns, born_on, contact, emergency_contact,"
        " guardian, referrer, reason_for_care, diagnosis, consents, safety_plan)"
        " SELECT 50, 'other', 'other', name, preferred_name, pronouns, born_on, contact, emergency_contact, guardian,"
        " referrer, reason_for_care, diagnosis, consents, safety_plan FROM client WHERE id = 1");
    record().exec("INSERT INTO goal (id, client_id, wording, family, agreed_on) VALUES (50, 50, '', '', '2024-01-01')");
    EXPECT_THROW(record().exec("INSERT INTO rating (note_id, goal_id, by_client) VALUES (1, 50, 3)"),
                 SQLite::Exception);
}

TEST_F(BareRecord, KeepsThePrivateDrawerEmptyAndApart)
{
    EXPECT_EQ(private_notes().execAndGet("SELECT count(*) FROM sqlite_master").getInt(), 0);
}

namespace {

/// Every statement that is prepared on the database.
std::vector<std::string> statements_on(SQLite::Database& file)
{
    std::vector<std::string> found;
    for (sqlite3_stmt* statement = sqlite3_next_stmt(file.getHandle(), nullptr); statement != nullptr;
         statement = sqlite3_next_stmt(file.getHandle(), statement)) {
        found.emplace_back(sqlite3_sql(statement));
    }
    return found;
}

/// The steps by which the database would answer.
std::vector<std::string> plan_of(SQLite::Database& file, const std::string& sql)
{
    SQLite::Statement plan{file, "EXPLAIN QUERY PLAN " + sql};
    std::vector<std::string> steps;
    while (plan.executeStep()) {
        steps.push_back(plan.getColumn("detail").getString());
    }
    return steps;
}

} // namespace

TEST_F(BareRecord, FindsWhatBelongsToOneClientWithoutReadingEverybodys)
{
    Record prepared{record(), seal_key()};
    const model::ClientId client{1};
    storage::client(prepared, client);
    client_with_code(prepared, "A1");
    episodes_of(prepared, client);
    note_days(prepared, client);
    goals_of(prepared, client);
    notes_of(prepared, client);
    note(prepared, {1});
    last_note_before(prepared, client, tests::at(2024_y / 6 / 1, 1));
    drafts_of(prepared, client);
    draft_days(prepared, client);
    administrations_of(prepared, client);
    notices_of(prepared, client);
    summary_choices(prepared, client);
    let_go_of_draft(prepared, {99});
    take_back_for_note(prepared, {99});
    take_back_for_administration(prepared, {99});

    const auto statements = statements_on(record());
    EXPECT_GT(statements.size(), 20u);
    for (const auto& sql : statements) {
        EXPECT_THAT(plan_of(record(), sql), testing::Each(testing::Not(testing::StartsWith("SCAN")))) << sql;
    }
}

TEST_F(BareRecord, FindsWhatLeadsTheCaseloadWithoutReadingAllOfIt)
{
    Record prepared{record(), seal_key()};
    prepared.seals().begin_act(1);
    record().exec(
        "INSERT INTO goal (client_id, wording, family, agreed_on) SELECT id, '', '', '2024-01-01' FROM client");
    prepared.seals().end_act();
    caseload(prepared, model::shipped_measures(), 2024_y / 6 / 1);
    int looked_at = 0;
    for (const auto& sql : statements_on(record())) {
        const auto plan = plan_of(record(), sql);
        if (sql.find("measure = :measure") != std::string::npos) {
            EXPECT_THAT(plan, testing::Contains(testing::HasSubstr("administration_by_client"))) << sql;
            EXPECT_THAT(plan, testing::Each(testing::Not(testing::HasSubstr("TEMP B-TREE")))) << sql;
            ++looked_at;
        } else if (sql.find("sealed_rating") != std::string::npos) {
            EXPECT_THAT(plan, testing::Contains(testing::HasSubstr("note_by_client"))) << sql;
            EXPECT_THAT(plan, testing::Each(testing::Not(testing::StartsWith("SCAN")))) << sql;
            // Only sessions of one moment are sorted, so that the newest come before the rest is read.
            EXPECT_THAT(plan, testing::Each(testing::Not(testing::HasSubstr("TEMP B-TREE FOR ORDER BY")))) << sql;
            ++looked_at;
        } else if (sql.find("by_client >= 0") != std::string::npos) {
            EXPECT_THAT(plan, testing::ElementsAre(testing::HasSubstr("rating_by_goal (goal_id=? AND by_client>?)")))
                << sql;
            ++looked_at;
        }
    }
    EXPECT_EQ(looked_at, 3);
}

TEST_F(BareRecord, FindsTheActsThatConcernOneClientWithoutReadingEverybodys)
{
    Record prepared{record(), seal_key()};
    ActLog log{prepared, seal_key(), 1, tests::no_time};
    EXPECT_THAT(log.entries({.client = model::ClientId{2}}, 100),
                testing::Each(testing::Field(&model::Act::client, model::ClientId{2})));
    const auto of_client = [](const std::string& sql) { return sql.find("client_id = :client") != std::string::npos; };
    const auto statements = statements_on(record());
    const auto found = std::ranges::find_if(statements, of_client);
    ASSERT_NE(found, statements.end());
    EXPECT_THAT(plan_of(record(), *found), testing::Contains(testing::HasSubstr("act_by_client")));
}
