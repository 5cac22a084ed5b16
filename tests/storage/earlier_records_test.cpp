#include "storage/backups.h"
#include "storage/earlier_records.h"
#include "tests/support/casebooks.h"
#include "tests/support/no_time.h"
#include "tests/support/quick_casebook.h"
#include "tests/support/storage_trouble.h"
#include "tests/support/tampering.h"

#include <gtest/gtest.h>

#include <set>

namespace storage {

namespace {

namespace fs = std::filesystem;
using namespace date::literals;

/// A casebook with one of everything and backups of it, closed.
class EarlierRecords : public testing::Test {
protected:
    EarlierRecords()
    {
        tests::write_one_of_everything(place_);
        auto casebook = place_.open();
        casebook.set_settings({.lock_after_minutes = 7});
        const auto note = casebook.notes_of(client_).front().id;
        casebook.mark_entered_in_error(note, "Other client", tests::no_time());
        const auto form = casebook.administrations_of(client_).front().id;
        casebook.mark_administration_in_error(form, "Other client", tests::no_time());
        casebook.add_administration(client_, {.measure = "scs-sf", .taken_on = 2024_y / 4 / 1, .total = 4},
                                    tests::no_time());
        const auto goal =
            casebook.add_goal(client_, {.wording = "Rest", .family = "boundaries", .agreed_on = 2024_y / 1 / 3});
        casebook.reword_goal(goal, "Rest on Sundays", 2024_y / 2 / 1);
        casebook.add_measure(R"({"code": "own", "name": "Own", "full_name": "Own scale", "version": "1",
            "area": "other", "lead_scale": "total", "licence": "Own", "citation": "Own",
            "scales": [{"code": "total", "name": "Total", "range": [0, 100], "better": "higher"}]})");
        auto risky = tests::note_on(2024_y / 5 / 1, "Grave.");
        risky.risk = {.level = model::RiskLevel::plan, .actions = "Called the crisis line together."};
        casebook.add_signed_note(client_, risky, tests::at(2024_y / 5 / 1, 20));
        casebook.review_notice(casebook.notices_of(client_).front().id, "Called.", tests::no_time());
        casebook.correct_admission(casebook.episodes_of(client_).front().id, 2023_y / 12 / 1, "A slip",
                                   tests::no_time());
        casebook.merge_clients(casebook.add_client({.code = "A-1"}), client_, "The same person", tests::no_time());
        casebook.retire_measure("own");
        casebook.remove_client(casebook.add_client({.code = "Z"}), tests::no_time());
        const auto erased = casebook.add_client({.code = "Y"});
        const auto misfiled =
            casebook.add_signed_note(client_, tests::note_on(2024_y / 5 / 2, "Of Y."), tests::at(2024_y / 5 / 2, 20));
        casebook.give_note_to(misfiled, erased, "Of another client", tests::no_time());
        casebook.erase_client(erased, model::ErasureGround::legal_duty, "Asked for", tests::no_time());
    }

    model::Moment back_up(int hour)
    {
        auto casebook = place_.open();
        const auto when = tests::at(2026_y / 11 / 20, hour);
        prove(casebook.copy_for_backup(place_for_backup(place_.folder(), when), when), prove_databases, {});
        return when;
    }

    std::map<RowName, EarlierRecord> found(const std::vector<RowName>& rows) const
    {
        return earlier_records(place_.folder(), place_.vault().keys, rows, {});
    }

    std::optional<EarlierRecord> found(const RowName& row) const
    {
        const auto all = found(std::vector{row});
        return all.contains(row) ? std::optional{all.at(row)} : std::nullopt;
    }

    std::set<std::string> files_of_backups() const
    {
        std::set<std::string> names;
        for (const auto& entry : fs::directory_iterator{backups_folder(place_.folder())})
            names.insert(entry.path().filename().string());
        return names;
    }

    tests::QuickCasebook place_{};
    model::ClientId client_{1};
};

} // namespace

TEST_F(EarlierRecords, AreFoundForEveryRowThatAPersonWrote)
{
    back_up(9);
    std::vector<RowName> rows;
    std::set<std::string> program_s_own;
    {
        auto files = place_.open_bare();
        Record record{files.record, subkey(place_.vault().keys.vault, vault::Purpose::row_macs)};
        for (const std::string& table : record.seals().tables()) {
            SQLite::Statement ids{files.record, "SELECT rowid FROM " + table};
            while (ids.executeStep())
                rows.push_back({.table = table, .id = ids.getColumn(0).getInt64()});
            const auto has_rows = std::ranges::count(rows, table, &RowName::table) > 0;
            EXPECT_TRUE(has_rows || table == "left_open" || table == "left_typed") << table;
        }
    }
    const auto all = found(rows);
    for (const RowName& row : rows) {
        if (!all.contains(row))
            program_s_own.insert(row.table);
    }
    EXPECT_EQ(program_s_own,
              (std::set<std::string>{"erased_note", "erasure", "latest_form", "measure_retirement", "session_tally"}));
    for (const RowName& row : rows)
        EXPECT_EQ(is_of_a_record(row.table), all.contains(row)) << row.table;
}

TEST_F(EarlierRecords, AreWholeAlsoForAPartOfOne)
{
    const auto when = back_up(9);
    const auto casebook = place_.open();
    const auto note = casebook.note(casebook.notes_of(client_).front().id);
    for (const RowName& row : {RowName{.table = "note", .id = note.id.value}, RowName{.table = "note_section", .id = 1},
                               RowName{.table = "rating", .id = 1}, RowName{.table = "addendum", .id = 1}}) {
        EXPECT_EQ(found(row), (EarlierRecord{.backup_made_at = when, .record = note})) << row.table;
    }
    EXPECT_EQ(found({.table = "client", .id = client_.value})->record, AnyRecord{casebook.client(client_)});
}

TEST_F(EarlierRecords, ComeFromTheNewestBackupThatHasThemSound)
{
    const auto first = back_up(9);
    {
        auto casebook = place_.open();
        casebook.change_details(client_, {.code = "A1", .name = "B. Example"});
    }
    const auto second = back_up(10);
    const RowName row{.table = "client", .id = client_.value};
    ASSERT_TRUE(found(row));
    EXPECT_EQ(found(row)->backup_made_at, second);
    EXPECT_EQ(std::get<model::Client>(found(row)->record).details.name, "B. Example");

    // A backup whose bytes went bad is passed over.
    const auto newest = backups_of(place_.folder()).front().file;
    tests::overwrite(newest, tests::with_flipped_bit(tests::bytes_of(newest), 8 * 9000));
    EXPECT_EQ(found(row)->backup_made_at, first);
}

TEST_F(EarlierRecords, AreNotTakenFromACopyOfTheDamagedCasebook)
{
    const auto first = back_up(9);
    tests::tamper(place_, {"UPDATE goal SET wording = 'Say yes'"});
    back_up(10);
    EXPECT_EQ(found({.table = "goal", .id = 1})->backup_made_at, first);
    EXPECT_EQ(std::get<model::Goal>(found({.table = "goal", .id = 1})->record).details.wording, "Say no");
}

TEST_F(EarlierRecords, AreMissingForWhatNoBackupHas)
{
    EXPECT_TRUE(found(std::vector<RowName>{{.table = "goal", .id = 1}}).empty()) << "there is no backup";
    back_up(9);
    EXPECT_EQ(found({.table = "goal", .id = 99}), std::nullopt);
    EXPECT_EQ(found({.table = "no_such_table", .id = 1}), std::nullopt);
}

TEST_F(EarlierRecords, LeaveNothingUnpacked)
{
    back_up(9);
    const auto before = files_of_backups();
    found({.table = "goal", .id = 1});
    EXPECT_EQ(files_of_backups(), before);
    std::stop_source stop;
    const Progress progress{.tell = [&](double) { stop.request_stop(); }, .stop = stop.get_token()};
    EXPECT_THROW(earlier_records(place_.folder(), place_.vault().keys, {{.table = "goal", .id = 1}}, progress),
                 Stopped);
    EXPECT_EQ(files_of_backups(), before);
}

} // namespace storage
