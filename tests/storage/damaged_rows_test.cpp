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

    tests::CasebookOnDisk place_{};
    model::ClientId client_{};
};

} // namespace

TEST_F(DamagedRows, AnswersThatAreNoneAreSaid)
{
    const auto reading = [&](const Casebook& casebook) { casebook.administrations_of(client_); };
    for (const char* answers : {"3;x;1", "1.5", ";;two"}) {
        write_over("UPDATE administration SET answers = '" + std::string{answers} + "'");
        EXPECT_EQ(failure_of_reading(reading), StorageErrorKind::damaged) << answers;
    }
}

TEST_F(DamagedRows, ItemsToAskThatAreNoneAreSaid)
{
    const auto reading = [&](const Casebook& casebook) { casebook.administrations_of(client_); };
    for (const char* items : {"nine", "9;;3"}) {
        write_over("UPDATE score SET must_ask = '" + std::string{items} + "'");
        EXPECT_EQ(failure_of_reading(reading), StorageErrorKind::damaged) << items;
    }
}

TEST_F(DamagedRows, APracticeThatIsGoneIsSaid)
{
    write_over("DELETE FROM practice");
    EXPECT_EQ(failure_of_reading([](const Casebook& casebook) { casebook.practice(); }), StorageErrorKind::damaged);
}

TEST_F(DamagedRows, ATherapistWhoIsGoneIsSaid)
{
    write_over("DELETE FROM therapist");
    EXPECT_EQ(failure_of_reading([](const Casebook& casebook) { casebook.therapist(); }), StorageErrorKind::damaged);
}
