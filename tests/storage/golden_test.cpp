#include "storage/backup_file.h"
#include "storage/backups.h"
#include "storage/casebook.h"
#include "storage/casebook_folder.h"
#include "storage/restoring.h"
#include "storage/vault/encrypted_file.h"
#include "storage/vault/vault.h"
#include "tests/support/casebooks.h"
#include "tests/support/everything_shown.h"
#include "tests/support/front_door_acts.h"
#include "tests/support/places.h"
#include "tests/support/temporary_folder.h"

#include <SQLiteCpp/Statement.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <exception>
#include <filesystem>
#include <map>
#include <string>

using namespace storage;
using namespace date::literals;
namespace fs = std::filesystem;

/// Casebooks that earlier releases wrote, kept as backups in `tests/golden`. See the README there.
namespace {

constexpr auto password = "password";

fs::path golden_of(int schema)
{
    return fs::path{tests::source_dir()} / "tests" / "golden" /
           ("schema_000" + std::to_string(schema) + ".mendline-backup");
}

/// The values of all rows of all tables as text: by `table id`, and by column.
using Rows = std::map<std::string, std::map<std::string, std::string>>;

Rows rows_in(SQLite::Database& file)
{
    Rows rows;
    SQLite::Statement tables{file,
                             "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_stat%'"};
    while (tables.executeStep()) {
        const std::string table = tables.getColumn(0).getString();
        SQLite::Statement query{file, "SELECT rowid, * FROM " + table};
        while (query.executeStep()) {
            auto& row = rows[table + " " + std::to_string(query.getColumn(0).getInt64())];
            for (int index = 1; index < query.getColumnCount(); ++index) {
                row[query.getColumnName(index)] = query.getColumn(index).getString();
            }
        }
    }
    return rows;
}

/// A folder with the golden casebook in it, as the release left it.
class Golden : public testing::TestWithParam<int> {
protected:
    fs::path folder() const { return temporary_.path() / "Practice.casebook"; }

    void unpack() const
    {
        fs::create_directories(folder() / "backups");
        unpack_backup_file(golden_of(GetParam()), folder(), Unpacking::to_keep, Progress{});
    }
    static vault::OpenVault unlock(const fs::path& place) { return vault::unlock(place, password); }

    /// What lies in the record, read past everything that a release knows of it.
    Rows rows() const
    {
        const auto vault = unlock(folder());
        auto file =
            vault::open_encrypted(folder() / "record.db", subkey(vault.keys.vault, vault::Purpose::record_database),
                                  record_file_kind, vault::OpenMode::read_only);
        return rows_in(file);
    }

    static void expect_whole(Casebook casebook)
    {
        const auto shown = tests::everything_shown(casebook);
        for (const auto& [place, what] : shown) {
            EXPECT_FALSE(std::holds_alternative<StorageErrorKind>(what)) << place;
        }
        EXPECT_THAT(casebook.damaged_rows(), testing::IsEmpty());
        auto verification = casebook.verification();
        while (verification.step()) {}
        EXPECT_TRUE(verification.report().is_sound());
        EXPECT_EQ(casebook.client({1}).details.code, "A1");
        EXPECT_GE(casebook.notes_of({1}).size(), 2U);
    }

private:
    tests::TemporaryFolder temporary_;
};

} // namespace

TEST_P(Golden, CasebookIsUpgradedWithAllThatStoodInIt)
{
    unpack();
    const Rows before = rows();
    expect_whole(Casebook{folder(), unlock(folder()), tests::no_time});

    const Rows after = rows();
    for (const auto& [row, columns] : before) {
        const auto found = after.find(row);
        ASSERT_NE(found, after.end()) << row;
        for (const auto& [column, value] : columns) {
            if (column != "act" && column != "seal") { // Those the check holds against the log.
                EXPECT_EQ(found->second.at(column), value) << row << ", " << column;
            }
        }
    }
}

TEST_P(Golden, CasebookIsUpgradedOnce)
{
    unpack();
    for (int times = 0; times < 2; ++times) {
        const Casebook casebook{folder(), unlock(folder()), tests::no_time};
        const bool is_older = GetParam() < static_cast<int>(migration_files().size());
        EXPECT_EQ(casebook.acts({.kinds = {model::ActKind::upgraded}}, 9).size(), is_older ? 1U : 0U);
    }
}

TEST_P(Golden, BackupIsRestoredAndUpgraded)
{
    const Restored restored = restore_to(
        golden_of(GetParam()), folder(), [](const fs::path& place) { return unlock(place); }, prove_databases,
        tests::no_time, Progress{});
    EXPECT_TRUE(restored.is_sound);
    EXPECT_GE(restored.notes, 2);
    expect_whole(Casebook{folder(), unlock(folder()), tests::no_time});
}

INSTANTIATE_TEST_SUITE_P(Releases, Golden, testing::Values(1));

/// Writes the golden casebook of this release to the path in `MENDLINE_GOLDEN_OUT`.
TEST(NewGolden, CasebookIsWrittenWhereAsked)
{
    const char* const out = std::getenv("MENDLINE_GOLDEN_OUT");
    if (out == nullptr) {
        GTEST_SKIP() << "MENDLINE_GOLDEN_OUT names no file";
    }
    const tests::CasebookOnDisk place;
    auto casebook = place.open();
    tests::front_door::begin(casebook);
    for (const auto& act : tests::front_door::all_acts()) {
        // What an earlier act took away cannot be acted on any more; people and keys stay as they are.
        const bool is_left_out = act.name == "ErasingAClient" || act.name.find("Person") != std::string::npos ||
                                 act.name.find("Password") != std::string::npos ||
                                 act.name.find("TheSheet") != std::string::npos;
        try {
            if (!is_left_out) {
                act.run(casebook);
            }
        } catch (const std::exception&) {
            continue;
        }
    }
    const model::ClientDetails all{.code = "A1",
                                   .name = "Agathe Example",
                                   .preferred_name = "Aga",
                                   .pronouns = "she",
                                   .preferred_language = "Greek",
                                   .born_on = 1980_y / 2 / 29,
                                   .contact = "1 Quiet Street\nTel. 01 23",
                                   .emergency_contact = "Brother",
                                   .guardian = "None",
                                   .referrer = "Dr. Example",
                                   .reason_for_care = "Trust, \u03bd\u03b1\u03b9",
                                   .diagnosis = "None yet",
                                   .consents = "Signed in January",
                                   .safety_plan = "1. Call Ines."};
    casebook.change_details({1}, all);
    auto without_consents = all;
    without_consents.consents.clear();
    casebook.change_details({1}, without_consents); // So that a version has them all.
    const auto backup =
        prove(casebook.copy_for_backup(out, tests::at(2026_y / 11 / 30, 12)), prove_databases, Progress{});
    EXPECT_TRUE(backup.is_proved);
}
