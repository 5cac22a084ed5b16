#include "storage/casebook.h"
#include "tests/support/casebooks.h"
#include "tests/support/everything_shown.h"
#include "tests/support/front_door_acts.h"
#include "tests/support/open_databases.h"
#include "tests/support/quick_casebook.h"
#include "tests/support/storage_trouble.h"
#include "tests/support/tampering.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <regex>
#include <set>
#include <string>
#include <vector>

/// Somebody with the key of the database puts rows into it that no act wrote: they must not change what is shown
/// without a word.
namespace storage {

namespace {

using namespace date::literals;
using testing::Contains;
using testing::IsEmpty;

struct Forgery {
    const char* name;
    const char* table;
    const char* sql;
};

/// A test's name for it.
void PrintTo(const Forgery& forgery, std::ostream* out)
{
    *out << forgery.name;
}

const std::vector<Forgery> forgeries{
    {"MarkOfErrorOnANote", "note_error",
     "INSERT INTO note_error (note_id, reason, author, marked_at) SELECT id, 'r', 'a', 0 FROM note"},
    {"MarkOfErrorOnAForm", "administration_error",
     "INSERT INTO administration_error (administration_id, reason, author, marked_at)"
     " SELECT id, 'r', 'a', 0 FROM administration"},
    {"ReviewOfARisk", "notice_review",
     "INSERT INTO notice_review (notice_id, reviewed_by, reviewed_at, what_was_done)"
     " SELECT id, 'a', 0, 'w' FROM notice"},
    {"Addendum", "addendum",
     "INSERT INTO addendum (note_id, text, reason, author, written_at) VALUES (2, 't', 'r', 'a', 0)"},
    {"OlderGoal", "goal",
     "INSERT INTO goal (client_id, wording, family, agreed_on) VALUES (1, 'w', 'f', '2020-01-01')"},
    {"FormerWordsOfAGoal", "goal_wording",
     "INSERT INTO goal_wording (goal_id, wording, until_on) VALUES (1, 'w', '2020-01-01')"},
    {"Draft", "draft",
     "INSERT INTO draft (client_id, held_on, starts_at, content, caret_section, caret_position, saved_at, save_number)"
     " VALUES (2, '2024-05-05', 0, '{}', 'data', 0, 0, 4711)"},
    {"Episode", "episode", "INSERT INTO episode (client_id, admitted_on) VALUES (3, '2024-01-01')"},
    {"Tally", "session_tally", "INSERT INTO session_tally (client_id, sessions) VALUES (3, 7)"},
    {"LatestForm", "latest_form",
     "INSERT INTO latest_form (client_id, measure, taken_on) VALUES (3, 'scs-sf', '2024-01-01')"},
    {"Measure", "measure_definition", "INSERT INTO measure_definition (code, json) VALUES ('phq-9', '{}')"},
};

/// Whether what is shown says of itself that something is damaged.
bool says_so(const tests::Shown& shown)
{
    const auto any_damaged = [](const auto* list) {
        return list != nullptr && std::ranges::any_of(*list, [](const auto& one) { return one.is_damaged; });
    };
    return std::holds_alternative<StorageErrorKind>(shown) ||
           any_damaged(std::get_if<std::vector<model::Draft>>(&shown)) ||
           any_damaged(std::get_if<std::vector<model::NoteOutline>>(&shown));
}

class UnsealedRows : public testing::Test {
protected:
    UnsealedRows()
    {
        auto casebook = place_.open();
        tests::front_door::begin(casebook);
    }

    tests::QuickCasebook place_{};
};

class AnUnsealedRow : public UnsealedRows, public testing::WithParamInterface<Forgery> {};

} // namespace

TEST_P(AnUnsealedRow, ChangesNothingThatIsShownWithoutAWord)
{
    const auto before = tests::everything_shown(place_.open());
    tests::tamper(place_, {GetParam().sql});

    const auto casebook = place_.open();
    const auto now = tests::everything_shown(casebook);
    for (const auto& place : tests::places_that_differ(before, now)) {
        const auto shown = now.find(place);
        const bool is_of_measures = place == "measures" || place == "unreadable measures";
        EXPECT_TRUE(is_of_measures || (shown != now.end() && says_so(shown->second))) << place;
    }
    EXPECT_THAT(casebook.damaged_rows(), Contains(testing::Field(&RowName::table, GetParam().table)));
}

INSTANTIATE_TEST_SUITE_P(Forged, AnUnsealedRow, testing::ValuesIn(forgeries),
                         [](const auto& forgery) { return std::string{forgery.param.name}; });

TEST_F(UnsealedRows, HideNoNoteFromTheNextOne)
{
    tests::tamper(place_, {"INSERT INTO note_error (note_id, reason, author, marked_at) VALUES (2, 'r', 'a', 0)"});
    const auto casebook = place_.open();
    // It is not passed over; nor is it shown as if nothing were wrong.
    EXPECT_EQ(tests::failure_of([&] { casebook.last_note_before({1}, tests::at(2024_y / 6 / 1, 1)); }),
              StorageErrorKind::damaged);
}

TEST_F(UnsealedRows, DoNotStandInTheWayOfADischarge)
{
    tests::tamper(place_, {"INSERT INTO note SELECT 77, act, seal, client_id, '2024-06-01', clock_minutes, zone,"
                           " starts_at, length_minutes, format, attendance, level_of_care, form, opening, risk_level,"
                           " risk_dissociation, risk_actions, homework, first_written_for, first_written_as, "
                           "author_name, author_credentials,"
                           " author_licence_number, signed_at FROM note WHERE id = 1"});
    EXPECT_EQ(place_.open().problem_with_discharge({1}, 2024_y / 5 / 1, 2024_y / 7 / 1), std::nullopt);
}

TEST_F(UnsealedRows, AreNotCountedWhenSessionsAndFormsAreCountedAnew)
{
    tests::tamper(place_, {"INSERT INTO note_error (note_id, reason, author, marked_at) VALUES (1, 'r', 'a', 0)"});
    auto casebook = place_.open();
    casebook.mark_entered_in_error({2}, "Another client", tests::at(2024_y / 3 / 1, 1));
    const auto rows = casebook.caseload(2024_y / 6 / 1);
    const auto row = std::ranges::find(rows, model::ClientId{1}, [](const auto& one) { return one.client.id; });
    EXPECT_EQ(row->sessions, 1);
}

namespace {

/// A statement that reads a table past the seals, and why it may.
struct ReadsPastSeals {
    const char* table;
    const char* words; ///< By which the statement is known.
    const char* why;
};

constexpr auto by_index = "It only finds which rows belong to the client; each of them is shown by its own seal.";

const std::vector<ReadsPastSeals> reads_past_seals{
    {"note", "sound_note_modality", by_index},
    {"note", "sound_note_technique", by_index},
    {"note", "sound_rating", by_index},
    {"note", "sealed_rating", "It only puts the notes in order; each is then read by its seal."},
    {"rating", "by_client >= 0", "It only tells whether it is worth looking for the client's ratings by their seals."},
    {"administration", "sound_score", by_index},
    {"administration", "sound_administration_error", by_index},
    {"measure_definition", "count(*)", "It only tells whether one was added since they were read."},
    {"measure_retirement", "count(*)", "It only tells whether one was retired since they were read."},
};

/// The tables that a statement reads past the seals without a reason, and the reasons that were used.
std::vector<std::string> read_past_seals(const std::string& sql, std::set<const ReadsPastSeals*>& used)
{
    std::vector<std::string> tables;
    static const std::regex reading{R"((?:FROM|JOIN)\s+(\w+))"};
    for (std::sregex_iterator found{sql.begin(), sql.end(), reading}, end; found != end; ++found) {
        const std::string table = (*found)[1];
        if (table.starts_with("sound_") || table.starts_with("sealed_") || table.starts_with("sqlite_") ||
            table == "act_log") { // The log vouches for itself.
            continue;
        }
        const auto reason = std::ranges::find_if(reads_past_seals, [&](const ReadsPastSeals& one) {
            return table == one.table && sql.find(one.words) != std::string::npos;
        });
        if (reason == reads_past_seals.end()) {
            tables.push_back(table);
        } else {
            used.insert(&*reason);
        }
    }
    return tables;
}

} // namespace

TEST_F(UnsealedRows, AreNotReadByAnyStatement)
{
    const tests::OpenDatabases databases;
    const auto casebook = place_.open();
    tests::everything_shown(casebook);
    for (const auto& row : casebook.caseload(2024_y / 6 / 1)) {
        casebook.record_of(row.client.id);
        casebook.client_with_code(row.client.details.code);
        casebook.last_note_before(row.client.id, tests::at(2024_y / 6 / 1, 1));
        casebook.problem_with_discharge(row.client.id, 2024_y / 6 / 1, 2024_y / 6 / 1);
    }

    const auto statements = databases.statements();
    EXPECT_GT(statements.size(), 40u);
    std::set<const ReadsPastSeals*> used;
    for (const auto& sql : statements) {
        EXPECT_THAT(read_past_seals(sql, used), IsEmpty()) << sql;
    }
    EXPECT_EQ(used.size(), reads_past_seals.size()) << "a reason that no statement needs any more";
}

} // namespace storage
