#include "storage/vault/vault.h"
#include "tests/support/storage_trouble.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>
#include <sqlite3.h>

#include <filesystem>
#include <string>
#include <sys/wait.h>
#include <unistd.h>
#include <utility>

using namespace storage::vault;
using storage::StorageErrorKind;
using tests::bytes_of;
using tests::failure_of;
using tests::overwrite;
namespace fs = std::filesystem;

namespace {

class Vault : public testing::Test {
protected:
    fs::path folder() const { return temporary_.path(); }
    fs::path keys() const { return folder() / "keys"; }
    fs::path copy() const { return folder() / "keys.bak"; }

    NewVault create_here(std::string_view password = "correct horse") const
    {
        auto made = make_vault(password, KeyCost::smallest());
        write_both(folder(), made.vault);
        return made;
    }
    std::optional<StorageErrorKind> failure_with(std::string_view password) const
    {
        return failure_of([&] { unlock(folder(), password); });
    }
    /// Unlocks as whoever then holds the casebook and has entered it into the log.
    OpenVault open(std::string_view password = "correct horse") const
    {
        auto vault = unlock(folder(), password);
        finish_unlocking(folder(), vault);
        return vault;
    }
    void change(OpenVault& vault, std::string_view password) const
    {
        change_password(folder(), vault, password, KeyCost::smallest());
    }

    /// The bytes of the keys and of their copy.
    std::pair<std::string, std::string> both() const { return {bytes_of(keys()), bytes_of(copy())}; }

    /// Returns once another process has written the keys or their copy so many times since they were `before`, or has
    /// ended: two writes in quick succession may look like one.
    void wait_for_writes(int count, std::pair<std::string, std::string> before, pid_t process) const
    {
        for (int seen = 0; seen < count && !has_ended(process);) {
            auto now = both();
            seen += (now.first != before.first ? 1 : 0) + (now.second != before.second ? 1 : 0);
            before = std::move(now);
        }
    }

    static bool has_ended(pid_t process)
    {
        siginfo_t state{};
        return ::waitid(P_PID, static_cast<id_t>(process), &state, WEXITED | WNOHANG | WNOWAIT) == 0 &&
               state.si_pid == process;
    }

private:
    tests::TemporaryFolder temporary_;
};

} // namespace

TEST_F(Vault, OpensWithItsPassword)
{
    const auto made = create_here();
    const auto opened = unlock(folder(), "correct horse");
    EXPECT_TRUE(opened.keys.vault == made.vault.keys.vault);
    EXPECT_TRUE(opened.keys.drawer == made.vault.keys.drawer);
    EXPECT_EQ(opened.keys.id, made.vault.keys.id);
    EXPECT_FALSE(opened.from_copy);
}

TEST_F(Vault, NeverOpensWithAnotherPassword)
{
    create_here();
    for (const std::string& wrong :
         {std::string{"correct hors"}, std::string{"Correct horse"}, std::string{}, std::string(1'000'001, 'x'),
          std::string{"\xFF"}, std::string{"correct horse\0", 14}})
        EXPECT_EQ(failure_with(wrong), StorageErrorKind::wrong_password);
}

TEST_F(Vault, IsNotMadeWithAPasswordThatCannotBeOne)
{
    for (const std::string& unusable : {std::string{}, std::string(1'000'001, 'x'), std::string{"\xC3"}})
        EXPECT_EQ(failure_of([&] { create_here(unusable); }), StorageErrorKind::refused);
    EXPECT_FALSE(fs::exists(keys()));
    EXPECT_EQ(failure_of([&] { make_vault("x", {.passes = 1, .memory_bytes = 1 << 20}); }), StorageErrorKind::refused);
}

TEST_F(Vault, TakesAVeryLongPassword)
{
    const std::string longest(1'000'000, 'x');
    create_here(longest);
    EXPECT_EQ(failure_with(longest), std::nullopt);
}

TEST_F(Vault, CountsWrongPasswordsUntilTheLogTellsOfThem)
{
    create_here();
    failure_with("one");
    failure_with("two");
    EXPECT_EQ(unlock(folder(), "correct horse").failed_before, 2u);
    auto opened = unlock(folder(), "correct horse");
    EXPECT_EQ(opened.failed_before, 2u) << "the right password alone does not make them forgotten";

    failure_with("three");
    finish_unlocking(folder(), opened);
    EXPECT_EQ(opened.failed_before, 0u);
    EXPECT_EQ(unlock(folder(), "correct horse").failed_before, 1u) << "the third came after they were counted";
}

TEST_F(Vault, StillCountsWrongPasswordsGivenWhileItsKeysChange)
{
    create_here();
    auto opened = open();
    failure_with("one");
    write_head(folder(), opened, {.number = 1, .mac = {1}});
    change(opened, "new");
    EXPECT_EQ(unlock(folder(), "new").failed_before, 1u);
}

TEST_F(Vault, IsNotWrittenByUnlockingAlone)
{
    create_here();
    overwrite(copy(), "rubbish");
    const auto before = both();
    unlock(folder(), "correct horse");
    EXPECT_EQ(both(), before);
    open();
    EXPECT_EQ(bytes_of(copy()), before.first);
}

TEST_F(Vault, TakesUpWhatWasChangedBetweenUnlockingAndHolding)
{
    create_here();
    auto slow = unlock(folder(), "correct horse");
    auto quick = open();
    change(quick, "new");
    finish_unlocking(folder(), slow);
    EXPECT_EQ(slow.file, quick.file);
    EXPECT_EQ(failure_with("new"), std::nullopt) << "the old password is not brought back";
}

TEST_F(Vault, OpensWithItsRecoveryCode)
{
    const auto made = create_here();
    EXPECT_TRUE(unlock_with_recovery(folder(), made.sheet.code).keys.vault == made.vault.keys.vault);
    EXPECT_EQ(failure_of([&] { unlock_with_recovery(folder(), RecoveryCode::random()); }),
              StorageErrorKind::wrong_password);
    // The code is no password.
    EXPECT_EQ(failure_with(made.sheet.code.secret()), StorageErrorKind::wrong_password);
}

TEST_F(Vault, GivesItsKeysToTheSheetAlone)
{
    const auto made = create_here();
    const auto sheet = parse_sheet_text(made.sheet.slot);
    ASSERT_TRUE(sheet);
    const auto from_sheet = unlock_sheet(*sheet, made.sheet.code);
    EXPECT_TRUE(from_sheet.vault == made.vault.keys.vault);
    EXPECT_TRUE(from_sheet.drawer == made.vault.keys.drawer);
    EXPECT_EQ(failure_of([&] { unlock_sheet(*sheet, RecoveryCode::random()); }), StorageErrorKind::wrong_password);
}

TEST_F(Vault, ChangesItsPassword)
{
    auto made = create_here();
    change(made.vault, "battery staple");
    EXPECT_EQ(failure_with("correct horse"), StorageErrorKind::wrong_password);
    EXPECT_TRUE(unlock(folder(), "battery staple").keys.vault == made.vault.keys.vault);
    EXPECT_TRUE(unlock_with_recovery(folder(), made.sheet.code).keys.drawer == made.vault.keys.drawer);
    open("battery staple");
    EXPECT_EQ(bytes_of(keys()), bytes_of(copy()));

    change(made.vault, "third");
    EXPECT_EQ(failure_with("battery staple"), StorageErrorKind::wrong_password);
    EXPECT_EQ(failure_with("third"), std::nullopt);
}

TEST_F(Vault, ChangesAForgottenPasswordAfterRecovery)
{
    const auto made = create_here();
    auto opened = unlock_with_recovery(folder(), made.sheet.code);
    change(opened, "new");
    EXPECT_EQ(failure_with("correct horse"), StorageErrorKind::wrong_password);
    EXPECT_EQ(failure_with("new"), std::nullopt);
}

TEST_F(Vault, RefusesAnUnusableNewPasswordAndKeepsTheOld)
{
    auto made = create_here();
    EXPECT_EQ(failure_of([&] { change(made.vault, ""); }), StorageErrorKind::refused);
    EXPECT_EQ(failure_with("correct horse"), std::nullopt);
}

TEST_F(Vault, OpensWithOldOrNewPasswordWhereverAChangeWasCutOff)
{
    auto made = create_here();
    const auto old_bytes = bytes_of(keys());
    change(made.vault, "new");
    const auto new_bytes = bytes_of(keys());

    overwrite(copy(), old_bytes); // cut off before the copy
    EXPECT_EQ(failure_with("correct horse"), StorageErrorKind::wrong_password);
    open("new");
    EXPECT_EQ(bytes_of(copy()), new_bytes) << "the older copy is written anew";

    overwrite(folder() / "keys.new", new_bytes.substr(0, 50)); // cut off while writing
    EXPECT_EQ(failure_with("new"), std::nullopt);
    change(made.vault, "newer");
    EXPECT_EQ(failure_with("newer"), std::nullopt);
}

TEST_F(Vault, LosesNothingWhenTheDiskIsFullWhileThePasswordChanges)
{
    auto made = create_here();
    const auto size = fs::file_size(keys());
    for (const std::size_t limit : {std::size_t{0}, std::size_t{1}, size - 1, size, size + 1, size + 135}) {
        std::optional<StorageErrorKind> failure;
        {
            const tests::FileSizeLimit full{limit};
            failure = failure_of([&] { change(made.vault, "new"); });
        }
        EXPECT_EQ(failure, StorageErrorKind::full) << limit;
        EXPECT_EQ(failure_with("correct horse"), std::nullopt) << limit;
        EXPECT_EQ(failure_with("new"), StorageErrorKind::wrong_password) << limit;
    }
    const tests::FileSizeLimit just_enough{size + 136};
    change(made.vault, "new");
    EXPECT_EQ(failure_with("new"), std::nullopt);
}

TEST_F(Vault, IsNotHalfMadeWhenTheDiskIsFull)
{
    std::optional<StorageErrorKind> failure;
    {
        const tests::FileSizeLimit full{100};
        failure = failure_of([&] { create_here(); });
    }
    EXPECT_EQ(failure, StorageErrorKind::full);
    EXPECT_TRUE(fs::is_empty(folder()));
}

TEST_F(Vault, KilledWhileThePasswordChangesOpensWithOneOfThem)
{
    auto made = create_here();
    int with_the_old = 0;
    int with_the_new = 0;
    // A change writes four times: both copies with both slots, then both without the old one.
    for (int writes_seen = 0; writes_seen <= 4; ++writes_seen) {
        write_both(folder(), made.vault);
        const auto before = both();
        const pid_t child = ::fork();
        if (child == 0) {
            failure_of([&] { change(made.vault, "new"); });
            ::_exit(0);
        }
        wait_for_writes(writes_seen, before, child);
        ::kill(child, SIGKILL);
        ::waitpid(child, nullptr, 0);
        const bool opens_with_old = !failure_with("correct horse");
        const bool opens_with_new = !failure_with("new");
        EXPECT_TRUE(opens_with_old || opens_with_new) << writes_seen;
        EXPECT_EQ(failure_of([&] { unlock_with_recovery(folder(), made.sheet.code); }), std::nullopt);
        with_the_old += opens_with_old ? 1 : 0;
        with_the_new += opens_with_new ? 1 : 0;
    }
    EXPECT_GT(with_the_old, 0) << "no kill came before the old password was gone";
    EXPECT_GT(with_the_new, 0) << "no kill came after the new password was there";
}

TEST_F(Vault, OpensFromItsCopyWhenOneFileIsBrokenOrGone)
{
    create_here();
    const auto good = bytes_of(keys());
    for (std::size_t bit = 3; bit < (good.size() - 4) * 8; bit += 171) {
        overwrite(keys(), tests::with_flipped_bit(good, bit));
        EXPECT_TRUE(open().from_copy) << bit;
        EXPECT_EQ(bytes_of(keys()), good) << "the broken file is written anew";
    }
    for (const std::size_t size : {std::size_t{0}, std::size_t{7}, std::size_t{39}, good.size() - 1}) {
        overwrite(keys(), good.substr(0, size));
        EXPECT_TRUE(open().from_copy) << size;
    }
    fs::remove(keys());
    EXPECT_TRUE(open().from_copy);

    overwrite(copy(), "rubbish");
    EXPECT_FALSE(open().from_copy);
    EXPECT_EQ(bytes_of(copy()), good);
}

TEST_F(Vault, BothCopiesBrokenIsDamagedOrAWrongPasswordAndNeverOpens)
{
    create_here();
    const auto good = bytes_of(keys());
    for (std::size_t bit = 0; bit < (good.size() - 4) * 8; bit += 67) {
        const auto broken = tests::with_flipped_bit(good, bit);
        overwrite(keys(), broken);
        overwrite(copy(), broken);
        const auto failure = failure_with("correct horse");
        ASSERT_TRUE(failure) << bit;
        EXPECT_TRUE(*failure == StorageErrorKind::keys_lost || *failure == StorageErrorKind::wrong_password ||
                    *failure == StorageErrorKind::not_ours || *failure == StorageErrorKind::too_new)
            << bit;
    }
}

TEST_F(Vault, AFlippedCounterKeepsNobodyOut)
{
    create_here();
    const auto good = bytes_of(keys());
    const auto flipped = tests::with_flipped_bit(good, good.size() * 8 - 1);
    overwrite(keys(), flipped);
    overwrite(copy(), flipped);
    EXPECT_EQ(failure_with("correct horse"), std::nullopt);
}

TEST_F(Vault, SaysWhatAFolderIsThatIsNoCasebook)
{
    EXPECT_EQ(failure_with("x"), StorageErrorKind::not_ours);
    EXPECT_EQ(failure_of([&] { unlock(folder() / "nowhere", "x"); }), StorageErrorKind::not_found);
    overwrite(keys(), "a text file");
    EXPECT_EQ(failure_with("x"), StorageErrorKind::not_ours);
    EXPECT_EQ(failure_of([&] { unlock(keys(), "x"); }), StorageErrorKind::not_ours);
}

TEST_F(Vault, OpensFromAReadOnlyFolder)
{
    if (::geteuid() == 0)
        GTEST_SKIP() << "nothing is read-only for root";
    create_here();
    failure_with("wrong");
    fs::remove(copy());
    fs::permissions(folder(), fs::perms::owner_read | fs::perms::owner_exec);
    EXPECT_EQ(failure_with("correct horse"), std::nullopt);
    fs::permissions(folder(), fs::perms::owner_all);
}

TEST_F(Vault, NotesWhereTheLogOfActsEnds)
{
    auto made = create_here();
    EXPECT_EQ(unlock(folder(), "correct horse").file.head, storage::LogHead{});

    const storage::LogHead head{.number = 12, .mac = {1, 2, 3}};
    const auto generation = made.vault.file.generation;
    write_head(folder(), made.vault, head);
    const auto opened = unlock(folder(), "correct horse");
    EXPECT_EQ(opened.file.head, head);
    EXPECT_EQ(opened.file.generation, generation + 1);
    EXPECT_EQ(bytes_of(keys()), bytes_of(copy()));

    write_head(folder(), made.vault, head);
    EXPECT_EQ(made.vault.file.generation, generation + 1) << "the same head is not written again";
    change(made.vault, "new");
    EXPECT_EQ(unlock(folder(), "new").file.head, head);
}

TEST_F(Vault, NeverTakesTheHeadOfTheLogBack)
{
    auto made = create_here();
    write_head(folder(), made.vault, {.number = 12, .mac = {1}});
    EXPECT_DEBUG_DEATH(write_head(folder(), made.vault, {.number = 11, .mac = {1}}), "head");
    EXPECT_DEBUG_DEATH(write_head(folder(), made.vault, {.number = 12, .mac = {2}}), "head");
}

TEST_F(Vault, KeepsTheHeadItHadWhenTheDiskIsFull)
{
    auto made = create_here();
    write_head(folder(), made.vault, {.number = 1, .mac = {1}});
    std::optional<StorageErrorKind> failure;
    {
        const tests::FileSizeLimit full{50};
        failure = failure_of([&] { write_head(folder(), made.vault, {.number = 2, .mac = {2}}); });
    }
    EXPECT_EQ(failure, StorageErrorKind::full);
    EXPECT_EQ(made.vault.file.head.number, 1u);
    EXPECT_EQ(unlock(folder(), "correct horse").file.head.number, 1u);
    write_head(folder(), made.vault, {.number = 2, .mac = {2}});
    EXPECT_EQ(unlock(folder(), "correct horse").file.head.number, 2u);
}

TEST(HardenedProcess, LeavesNoCoreAndMakesAFullDiskAnError)
{
    const pid_t child = ::fork();
    if (child == 0) {
        sqlite3_shutdown(); // Another test of this process may have used it.
        harden_process();
        rlimit limit{};
        ::getrlimit(RLIMIT_CORE, &limit);
        ::_exit(limit.rlim_cur == 0 && std::signal(SIGXFSZ, SIG_DFL) == SIG_IGN ? 0 : 1);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    EXPECT_EQ(status, 0);
}
