#include "storage/backup_file.h"
#include "tests/support/storage_trouble.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

#include <string>

namespace {

namespace fs = std::filesystem;
using enum storage::StorageErrorKind;
using tests::failure_of;

/// A backup of a few bytes, and a place to unpack it.
class BackupFile : public testing::Test {
protected:
    BackupFile() { storage::write_backup_file(file(), head(), give); }

    static storage::BackupHead head()
    {
        return {.vault = {7, 8, 9},
                .made_at = model::Moment{std::chrono::seconds{1'795'000'000}},
                .parts = {{.name = "keys", .size = 5}, {.name = "record.db", .size = 7}, {.name = "private.db"}}};
    }

    static void give(const storage::BackupPart& part, const storage::Sink& sink)
    {
        const std::string bytes = part.name == "keys" ? "abcde" : part.name == "record.db" ? "records" : "";
        sink({reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()});
    }

    fs::path file() const { return folder_.path() / "a.mendline-backup"; }
    std::string bytes() const { return tests::bytes_of(file()); }

    /// What comes of unpacking these bytes.
    std::optional<storage::StorageErrorKind> failure_with(const std::string& bytes)
    {
        fs::remove(file()); // Overwriting would wait for the disk.
        tests::overwrite(file(), bytes);
        const tests::TemporaryFolder place;
        return failure_of([&] { storage::unpack_backup_file(file(), place.path(), storage::Unpacking::to_try, {}); });
    }

    /// The head with a part of this name and size more.
    static storage::BackupHead with_part(const std::string& name, std::uint64_t size = 0)
    {
        auto more = head();
        more.parts.push_back({.name = name, .size = size});
        return more;
    }

    tests::TemporaryFolder folder_{};
};

TEST_F(BackupFile, GivesBackWhatWentIn)
{
    const tests::TemporaryFolder place;
    double reached = 0;
    EXPECT_EQ(storage::unpack_backup_file(file(), place.path(), storage::Unpacking::to_try,
                                          {.tell = [&](double part) { reached = part; }}),
              head());
    EXPECT_EQ(storage::read_backup_head(file()), head());
    EXPECT_EQ(storage::read_backup_keys(file()), (std::vector<std::uint8_t>{'a', 'b', 'c', 'd', 'e'}));
    EXPECT_EQ(tests::bytes_of(place.path() / "keys"), "abcde");
    EXPECT_EQ(tests::bytes_of(place.path() / "record.db"), "records");
    EXPECT_TRUE(fs::is_empty(place.path() / "private.db"));
    EXPECT_GT(reached, 0.9);
}

TEST_F(BackupFile, IsAsTheFormatSays)
{
    std::string expected = "MendBack";
    expected += std::string{"\1\0\0\0\3\0\0\0", 8};
    expected += "\7\x8\x9" + std::string(13, '\0');
    expected += std::string{"\xC0\x86\xFD\x6A\0\0\0\0", 8};
    for (const auto& part : head().parts) {
        expected += part.name + std::string(64 - part.name.size(), '\0');
        expected += static_cast<char>(part.size) + std::string(7, '\0');
    }
    expected += "abcderecords";
    EXPECT_EQ(bytes().substr(0, bytes().size() - 32), expected);
    EXPECT_EQ(bytes().size(), 40 + 3 * 72 + 12 + 32);
}

TEST_F(BackupFile, ShowsEveryBitThatTurnedOver)
{
    const std::string good = bytes();
    EXPECT_EQ(failure_with(good), std::nullopt);
    for (std::size_t bit = 0; bit < good.size() * 8; ++bit) {
        EXPECT_TRUE(failure_with(tests::with_flipped_bit(good, bit))) << "bit " << bit;
    }
}

TEST_F(BackupFile, ShowsWhenItIsLongerOrShorter)
{
    const std::string good = bytes();
    for (std::size_t size = 0; size < good.size(); ++size) {
        EXPECT_EQ(failure_with(good.substr(0, size)), size < 8 ? not_ours : damaged) << size;
    }
    EXPECT_EQ(failure_with(good + "x"), damaged);
    EXPECT_EQ(failure_with(good + good), damaged);
}

TEST_F(BackupFile, TellsWhatIsNoBackupAndWhatIsNewer)
{
    const std::string good = bytes();
    EXPECT_EQ(failure_with("MendKeys" + good.substr(8)), not_ours);
    EXPECT_EQ(failure_with("MendBack\2" + good.substr(9)), too_new);
    EXPECT_EQ(failure_of([&] { storage::read_backup_head(folder_.path()); }), not_ours);
    EXPECT_EQ(failure_of([&] { storage::read_backup_head(folder_.path() / "none"); }), not_found);
}

TEST_F(BackupFile, HasNoPartThatCouldLeaveItsFolder)
{
    for (const char* name :
         {"", ".", "..", "../x", "/etc/x", "a/b", "keys", "lock", "backups", "record.db-journal", "keys.bak",
          "Private.db", "private/../x.db", "private_1.db", "privat.db", "private.db2", ".private.db", "private..db"}) {
        fs::remove(file());
        EXPECT_EQ(failure_of([&] { storage::write_backup_file(file(), with_part(name), give); }), refused) << name;
        EXPECT_FALSE(fs::exists(file()));
    }
    EXPECT_EQ(failure_of([&] { storage::write_backup_file(file(), with_part("private-2.db"), give); }), std::nullopt);
}

TEST_F(BackupFile, RefusesHostileNamesAndSizesInAFileThatIsOtherwiseWhole)
{
    // As a forger would: with a length that fits, and a name or a size changed in the list.
    const std::string good = bytes();
    const std::size_t list = 40;
    const auto with = [&](std::size_t at, const std::string& words) {
        return std::string{good}.replace(at, words.size(), words);
    };
    EXPECT_EQ(failure_with(with(list + 2 * 72, std::string{"../../evil\0", 11})), damaged);
    EXPECT_EQ(failure_with(with(list + 2 * 72, std::string{"/tmp/evil\0\0", 11})), damaged);
    EXPECT_EQ(failure_with(with(list + 2 * 72, std::string{"record.db\0\0", 11})), damaged);
    EXPECT_EQ(failure_with(with(list + 72 + 64, std::string(8, '\xFF'))), damaged);
    EXPECT_EQ(failure_with(with(list + 64, std::string(8, '\xFF'))), damaged);
    EXPECT_EQ(failure_with(with(list - 8, std::string(8, '\xFF'))), damaged);
    EXPECT_EQ(failure_with(with(12, std::string(4, '\xFF'))), damaged);
    EXPECT_EQ(failure_with(with(12, std::string(4, '\0'))), damaged);
}

TEST_F(BackupFile, IsNotWrittenOverAnother)
{
    EXPECT_EQ(failure_of([&] { storage::write_backup_file(file(), head(), give); }), exists);
}

TEST_F(BackupFile, IsNotWrittenWithASourceThatChangedItsSize)
{
    fs::remove(file());
    EXPECT_EQ(failure_of([&] {
                  storage::write_backup_file(file(), head(), [](const storage::BackupPart&, const storage::Sink&) {});
              }),
              damaged);
}

TEST_F(BackupFile, StopsWhenItShall)
{
    std::stop_source stop;
    stop.request_stop();
    const tests::TemporaryFolder place;
    EXPECT_THROW(
        storage::unpack_backup_file(file(), place.path(), storage::Unpacking::to_try, {.stop = stop.get_token()}),
        storage::Stopped);
}

} // namespace
