#include "storage/casebook.h"
#include "tests/support/casebooks.h"
#include "tests/support/storage_trouble.h"

#include <gtest/gtest.h>

using namespace storage;
using namespace date::literals;
using tests::failure_of;

namespace {

/// A casebook on disk with one client and one filling-in, of which rows are written over behind its back.
class DamagedRows : public testing::Test {
protected:
    void SetUp() override
    {
        auto casebook = place_.open();
        client_ = casebook.add_client({.code = "A1"});
        casebook.add_administration(
            client_, {.measure = "phq-9", .taken_on = 2024_y / 3 / 1, .answers = {3, 2, 1, 0, 3, {}, 1, 0, 0}},
            tests::at(2024_y / 3 / 1, 10));
    }

    /// Runs a statement on the bare record, with the guards of what is written taken away.
    void write_over(const std::string& sql) const
    {
        auto files = place_.open_bare();
        files.record.exec(
            "DROP TRIGGER IF EXISTS administration_is_not_changed; DROP TRIGGER IF EXISTS score_is_not_changed");
        ASSERT_EQ(files.record.exec(sql), 1) << sql;
    }

    /// How reading with the casebook fails.
    template <class Reading>
    std::optional<StorageErrorKind> failure_of_reading(const Reading& reading) const
    {
        const auto casebook = place_.open();
        return failure_of([&] { reading(casebook); });
    }

    /// The rows that reading the client's forms finds damaged.
    std::vector<RowName> damaged_among_forms() const
    {
        const auto casebook = place_.open();
        casebook.administrations_of(client_);
        return casebook.damaged_rows();
    }

    tests::CasebookOnDisk place_{};
    model::ClientId client_{};
};

} // namespace

TEST_F(DamagedRows, AFormWithOtherAnswersIsLeftOutAndNamed)
{
    write_over("UPDATE administration SET answers = '3;3;1;0;3;;1;0;0'");
    EXPECT_EQ(damaged_among_forms(), (std::vector<RowName>{{.table = "administration", .id = 1}}));
    EXPECT_TRUE(place_.open().administrations_of(client_).empty());
}

TEST_F(DamagedRows, AScoreWithAnotherValueIsLeftOutAndNamed)
{
    write_over("UPDATE score SET value = 3");
    EXPECT_EQ(damaged_among_forms(), (std::vector<RowName>{{.table = "score", .id = 1}}));
    EXPECT_TRUE(place_.open().administrations_of(client_).front().scores.empty());
}

TEST_F(DamagedRows, AClientWithAnotherNameIsListedAsDamaged)
{
    write_over("UPDATE client SET name = 'Somebody else'");
    auto casebook = place_.open();
    const auto rows = casebook.caseload(2024_y / 3 / 1);
    ASSERT_EQ(rows.size(), 1u);
    EXPECT_TRUE(rows.front().client.is_damaged);
    EXPECT_EQ(rows.front().client.details, model::ClientDetails{});
    EXPECT_EQ(failure_of([&] { casebook.client(client_); }), StorageErrorKind::damaged);
}

TEST_F(DamagedRows, ADamagedRowIsNotMadeGoodByWritingItAnew)
{
    write_over("UPDATE client SET name = 'Somebody else'");
    auto casebook = place_.open();
    EXPECT_EQ(failure_of([&] { casebook.change_details(client_, {.code = "A1"}); }), StorageErrorKind::damaged);
    EXPECT_EQ(failure_of([&] { casebook.client(client_); }), StorageErrorKind::damaged);
}

TEST_F(DamagedRows, APracticeThatIsGoneIsSaid)
{
    write_over("DELETE FROM practice");
    EXPECT_EQ(failure_of_reading([](const Casebook& casebook) { casebook.practice(); }), StorageErrorKind::damaged);
}

TEST_F(DamagedRows, ALogThatWasEmptiedDoesNotBlankThePractice)
{
    {
        auto casebook = place_.open();
        casebook.set_practice({.name = "Practice", .address = "Street 1"});
        casebook.set_therapist(tests::example_therapist());
    }
    {
        auto files = place_.open_bare();
        files.record.exec("DROP TRIGGER act_log_is_not_removed; DELETE FROM act_log");
    }
    const auto casebook = place_.open();
    EXPECT_EQ(casebook.practice().name, "Practice");
    EXPECT_EQ(casebook.therapist().name, "Dana Example");
    EXPECT_TRUE(casebook.is_behind_its_keys());
}

TEST_F(DamagedRows, ALogWhoseEndCannotBeReadLeavesTheRecordsToBeRead)
{
    {
        // Enough entries that the last pages of the file are theirs; the very last is made unreadable.
        auto casebook = place_.open();
        for (int act = 0; act < 200; ++act)
            casebook.log_act(model::ActKind::verified);
    }
    constexpr std::size_t page = 4096;
    std::string bytes = tests::bytes_of(place_.folder() / "record.db");
    bytes.replace(bytes.size() - page, page, std::string(page, '\0'));
    tests::overwrite(place_.folder() / "record.db", bytes);

    auto casebook = place_.open();
    EXPECT_EQ(casebook.client(client_).details.code, "A1");
    EXPECT_EQ(casebook.administrations_of(client_).size(), 1U);
    EXPECT_TRUE(casebook.is_read_only());
    EXPECT_EQ(casebook.damaged_rows(), (std::vector<RowName>{{.table = "act_log"}}));
    EXPECT_EQ(failure_of([&] { casebook.add_client({.code = "B2"}); }), StorageErrorKind::read_only);
    EXPECT_FALSE(casebook.is_behind_its_keys());
    EXPECT_EQ(casebook.last_change_at(), std::nullopt) << "whoever asks for it on opening must not be kept out";
}
