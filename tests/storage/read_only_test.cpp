#include "tests/support/migrations.h"
#include "tests/support/quick_casebook.h"
#include "tests/support/storage_trouble.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <unistd.h>

using namespace storage;
using tests::failure_of;

namespace {

namespace fs = std::filesystem;

/// A casebook with one client in a folder that its reader may not change. Root may change everything, so root gives
/// that up meanwhile.
class ReadOnly : public testing::Test {
protected:
    ReadOnly()
    {
        practice_.open().add_client({.code = "A1", .name = "A. Example"});
        const fs::path folder = practice_.folder();
        if (::geteuid() == 0) {
            fs::permissions(folder.parent_path(), fs::perms::all);
            for (const auto& entry : fs::recursive_directory_iterator{folder}) {
                EXPECT_EQ(::chown(entry.path().c_str(), nobody, nobody), 0);
            }
            EXPECT_EQ(::chown(folder.c_str(), nobody, nobody), 0);
            EXPECT_EQ(::seteuid(nobody), 0);
        }
    }

    ~ReadOnly() override
    {
        open_to_changes();
        EXPECT_EQ(::seteuid(::getuid()), 0);
    }

    void close_to_changes() { fs::permissions(practice_.folder(), fs::perms::owner_read | fs::perms::owner_exec); }
    void open_to_changes() { fs::permissions(practice_.folder(), fs::perms::owner_all); }

    static constexpr uid_t nobody = 65534;
    tests::QuickCasebook practice_{};
};

TEST_F(ReadOnly, OfAnEarlierReleaseSaysThatItHasToBeUpgradedElsewhere)
{
    close_to_changes();
    const auto newer = tests::shipped_and({"ALTER TABLE client ADD COLUMN shoe_size TEXT;"});
    EXPECT_EQ(failure_of([&] { open_files(practice_.folder(), practice_.vault().keys, newer); }),
              StorageErrorKind::needs_upgrade);
}

TEST_F(ReadOnly, OpensForReadingAndRefusesEveryActKindly)
{
    close_to_changes();
    auto casebook = practice_.open();
    EXPECT_TRUE(casebook.is_read_only());
    EXPECT_EQ(casebook.client({1}).details.name, "A. Example");
    EXPECT_EQ(failure_of([&] { casebook.add_client({.code = "A2"}); }), StorageErrorKind::read_only);
    EXPECT_EQ(failure_of([&] { casebook.set_settings({.lock_after_minutes = 9}); }), StorageErrorKind::read_only);
    EXPECT_FALSE(casebook.client_with_code("A2"));
    EXPECT_FALSE(fs::exists(practice_.folder() / "lock"));
}

TEST_F(ReadOnly, IsWritableWhereItMayBeWritten)
{
    auto casebook = practice_.open();
    EXPECT_FALSE(casebook.is_read_only());
    EXPECT_EQ(failure_of([&] { casebook.add_client({.code = "A2"}); }), std::nullopt);
}

TEST_F(ReadOnly, ADatabaseFileThatMayNotBeWrittenIsEnough)
{
    fs::permissions(practice_.folder() / "private.db", fs::perms::owner_read);
    EXPECT_TRUE(practice_.open().is_read_only());
    fs::permissions(practice_.folder() / "private.db", fs::perms::owner_read | fs::perms::owner_write);
    EXPECT_FALSE(practice_.open().is_read_only());
}

TEST_F(ReadOnly, NobodyWritesWhatSomebodyReads)
{
    close_to_changes();
    const auto reading = practice_.open();
    open_to_changes();
    EXPECT_EQ(failure_of([&] { practice_.open(); }), StorageErrorKind::in_use);
}

} // namespace
