#include "app/output/files.h"
#include "tests/output/output_of.h"

#include <gtest/gtest.h>

#include <csignal>
#include <sys/resource.h>
#include <sys/wait.h>

namespace {

using app::write_file;
using tests::bytes_of;
using tests::OwnFolder;
using tests::put;

auto files_in(const OwnFolder& folder)
{
    return std::distance(std::filesystem::directory_iterator{folder.path()}, std::filesystem::directory_iterator{});
}

TEST(WriteFile, MakesAFileForItsOwnerOnly)
{
    const OwnFolder folder;
    const std::string bytes{"\0one\n", 5};
    EXPECT_EQ(write_file(folder / "new", bytes), std::error_code{});
    EXPECT_EQ(bytes_of(folder / "new"), bytes);
    EXPECT_EQ(std::filesystem::status(folder / "new").permissions(),
              std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
    EXPECT_EQ(files_in(folder), 1);
}

TEST(WriteFile, ReplacesWhatStoodThere)
{
    const OwnFolder folder;
    put(folder / "old", "a longer text that was here before");
    EXPECT_EQ(write_file(folder / "old", ""), std::error_code{});
    EXPECT_EQ(bytes_of(folder / "old"), "");
}

TEST(WriteFile, KeepsALinkALink)
{
    const OwnFolder folder;
    put(folder / "target", "old");
    std::filesystem::create_symlink("target", folder / "link");
    EXPECT_EQ(write_file(folder / "link", "new"), std::error_code{});
    EXPECT_EQ(bytes_of(folder / "target"), "new");
    EXPECT_TRUE(std::filesystem::is_symlink(folder / "link"));
}

TEST(WriteFile, SaysWhatStandsInTheWay)
{
    const OwnFolder folder;
    EXPECT_EQ(write_file(folder.path(), "x"), std::errc::is_a_directory);
    EXPECT_EQ(write_file(folder / "missing/file", "x"), std::errc::no_such_file_or_directory);
    EXPECT_EQ(write_file("", "x"), std::errc::no_such_file_or_directory);
    EXPECT_EQ(write_file(folder / std::string(300, 'n'), "x"), std::errc::filename_too_long);
    EXPECT_EQ(write_file("/dev/full", "x"), std::errc::no_space_on_device);
    put(folder / "file", "");
    EXPECT_EQ(write_file(folder / "file/below", "x"), std::errc::not_a_directory);
    EXPECT_EQ(files_in(folder), 1);
}

TEST(WriteFile, LeavesTheOldFileWhenThereIsNoRoom)
{
    const OwnFolder folder;
    put(folder / "old", "still here");
    // The limit holds for a whole process: it needs one of its own.
    const auto child = fork();
    if (child == 0) {
        std::signal(SIGXFSZ, SIG_IGN);
        const rlimit limit{4096, 4096};
        setrlimit(RLIMIT_FSIZE, &limit);
        _exit(write_file(folder / "old", std::string(10000, 'x')) == std::errc::file_too_large ? 0 : 1);
    }
    int status = -1;
    waitpid(child, &status, 0);
    EXPECT_EQ(status, 0);
    EXPECT_EQ(bytes_of(folder / "old"), "still here");
    EXPECT_EQ(files_in(folder), 1);
}

TEST(WriteFile, IsRefusedInAFolderThatMayNotBeWritten)
{
    if (geteuid() == 0)
        GTEST_SKIP() << "root may write anywhere";
    const OwnFolder folder;
    std::filesystem::permissions(folder.path(),
                                 std::filesystem::perms::owner_read | std::filesystem::perms::owner_exec);
    EXPECT_EQ(write_file(folder / "new", "x"), std::errc::permission_denied);
    std::filesystem::permissions(folder.path(), std::filesystem::perms::owner_all);
}

} // namespace
