#include "storage/casebook.h"
#include "storage/lock_note.h"
#include "storage/recovery.h"
#include "tests/support/file_bytes.h"
#include "tests/support/quick_casebook.h"
#include "tests/support/small_disk.h"
#include "tests/support/storage_trouble.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <map>
#include <string>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

namespace {

using namespace storage;
using tests::failure_of;
namespace fs = std::filesystem;

const std::string other_machine = "practice-laptop\n4711\n0123456789abcdef\nb0b0b0b0-1111-2222-3333-444444444444\n"
                                  "1769000000\n";

pid_t gone_process()
{
    const pid_t gone = ::fork();
    if (gone == 0) {
        ::_exit(0);
    }
    ::waitpid(gone, nullptr, 0);
    return gone;
}

class OtherMachine : public testing::Test {
protected:
    fs::path note() const { return practice_.folder() / "lock"; }
    void leave(const std::string& text) const { tests::overwrite(note(), text); }

    /// Opens and closes it; what kept it shut.
    std::optional<StorageErrorKind> failure_to_open(Elsewhere elsewhere = Elsewhere::is_refused) const
    {
        return failure_of([&] { Casebook{practice_.folder(), practice_.vault(), tests::no_time, elsewhere}; });
    }
    std::map<std::string, std::string> all_bytes() const
    {
        std::map<std::string, std::string> bytes;
        for (const auto& entry : fs::recursive_directory_iterator{practice_.folder()}) {
            bytes[entry.path()] = entry.is_regular_file() ? tests::bytes_of(entry.path()) : "folder";
        }
        return bytes;
    }

    tests::QuickCasebook practice_;
};

TEST_F(OtherMachine, KeepsTheCasebookShutAndNothingIsTouched)
{
    leave(other_machine);
    const auto before = all_bytes();
    try {
        const Casebook casebook{practice_.folder(), practice_.vault(), tests::no_time};
        FAIL() << "opened";
    } catch (const StorageError& error) {
        EXPECT_EQ(error.kind, StorageErrorKind::open_elsewhere);
        EXPECT_EQ(error.holder,
                  (Holder{.host = "practice-laptop", .since = model::Moment{std::chrono::seconds{1'769'000'000}}}));
    }
    EXPECT_EQ(all_bytes(), before);
}

TEST_F(OtherMachine, IsPassedOverOnceAPersonDecidedAndItsNoteIsReplaced)
{
    leave(other_machine);
    {
        const Casebook casebook{practice_.folder(), practice_.vault(), tests::no_time, Elsewhere::was_asked_about};
        const auto left = lock_note(practice_.folder());
        ASSERT_TRUE(left);
        EXPECT_TRUE(is_of(*left, this_machine()));
        EXPECT_EQ(left->process, ::getpid());
        EXPECT_LT(std::chrono::abs(std::chrono::system_clock::now() - left->holder.since), std::chrono::minutes{1});
    }
    EXPECT_FALSE(fs::exists(note()));
    EXPECT_EQ(failure_to_open(), std::nullopt);
}

TEST_F(OtherMachine, KeepsItsNoteWhereThatCameInThePlaceOfOurs)
{
    for (const std::string& theirs : {other_machine, other_machine + "more", std::string{"x"}, std::string{}}) {
        std::optional<Casebook> casebook{std::in_place, practice_.folder(), practice_.vault(), tests::no_time,
                                         Elsewhere::was_asked_about};
        leave(theirs);
        casebook.reset();
        EXPECT_TRUE(fs::exists(note()));
        EXPECT_EQ(tests::bytes_of(note()), theirs);
    }
    leave(other_machine);
    EXPECT_EQ(failure_to_open(), StorageErrorKind::open_elsewhere);
}

TEST_F(OtherMachine, IsAskedAboutAlsoBeforeASheetGivesNewKeys)
{
    leave(other_machine);
    const auto before = all_bytes();
    EXPECT_EQ(failure_of([&] { recover_from_sheet(practice_.folder(), {}, tests::no_time); }),
              StorageErrorKind::open_elsewhere);
    EXPECT_EQ(all_bytes(), before);
}

TEST_F(OtherMachine, IsNotThisOneWhateverThisOneLeftBehind)
{
    const Machine here = this_machine();
    ASSERT_FALSE(here.host.empty());
    const std::string gone = std::to_string(gone_process());
    for (const std::string& left : {
             here.host + "\n" + gone + "\n", // As notes were before.
             here.host + "\n1\n",            // The number is another's now.
             here.host + "\n" + gone + "\n" + here.id + "\n" + here.boot + "\n1769000000\n", // Crashed.
             here.host + "\n1\n" + here.id + "\nb0b0b0b0-1111-2222\n1769000000\n",           // Before a power cut.
             here.host + "\n1\n\n\n1769000000\n",                                            // Without any marks.
             "called-otherwise\n1\n" + here.id + "\n" + here.boot + "\n1769000000\n",        // Renamed meanwhile.
         }) {
        if (here.boot.empty() && left.starts_with("called")) {
            continue;
        }
        leave(left);
        EXPECT_EQ(failure_to_open(), std::nullopt) << left;
        EXPECT_FALSE(fs::exists(note())) << left;
    }
}

TEST_F(OtherMachine, MayBeCalledLikeThisOne)
{
    const Machine here{.host = "debian", .id = "aaaa", .boot = "1-1"};
    const LockNote plain{.holder = {.host = "debian"}, .process = 7};
    const auto with = [&](const std::string& id, const std::string& boot) {
        LockNote note = plain;
        note.machine_id = id;
        note.boot = boot;
        return note;
    };
    EXPECT_TRUE(is_of(plain, here));
    EXPECT_TRUE(is_of(with("aaaa", "2-2"), here)) << "started anew";
    EXPECT_FALSE(is_of(with("bbbb", "2-2"), here)) << "its twin";
    EXPECT_TRUE(is_of(with("", "2-2"), here)) << "without a mark nothing tells them apart";
    LockNote copied = with("aaaa", "2-2");
    copied.holder.host = "debian-2";
    EXPECT_FALSE(is_of(copied, here)) << "a copied system has the same mark";
}

TEST_F(OtherMachine, IsNamedWithTheFilesTimeWhereTheNoteHasNone)
{
    for (const char* since : {"", "yesterday", "-5", "0", "99999999999999999999", "253402300800", "1769000000x"}) {
        leave("practice-laptop\n4711\n\n\n" + std::string{since} + "\n");
        const auto holder = holder_elsewhere(practice_.folder());
        ASSERT_TRUE(holder) << since;
        EXPECT_LT(std::chrono::abs(std::chrono::system_clock::now() - holder->since), std::chrono::minutes{1}) << since;
    }
    leave("שרה-לפטופ\n4711\n\x1B[31m\nG\n1769000000\n");
    const auto note = lock_note(practice_.folder());
    ASSERT_TRUE(note) << "marks that are none do not make it unreadable";
    EXPECT_EQ(note->machine_id + note->boot, "");
    EXPECT_EQ(failure_to_open(), StorageErrorKind::open_elsewhere);
}

/// A note that says nothing: whoever left it may have the casebook open, and cannot be named.
class UnreadableNote : public OtherMachine {
protected:
    /// Puts each kind of it in the place of the note; `try_it` sees it there.
    template <class Try>
    void for_each_kind(Try try_it) const
    {
        const Machine here = this_machine();
        for (const std::string& text :
             {std::string{}, std::string{"\n"}, std::string{"practice-lap"}, std::string{"practice-laptop\n"},
              std::string{"practice-laptop\n-1\n"}, std::string{"practice-laptop\nnumber\n"},
              std::string{"\xFF\xFE\x00p\x00r", 6}, std::string(200, '\0'), std::string(2'000, 'h') + "\n1\n",
              std::string(1'000'000, '\xFF'), std::string{"\x1B[31m\n1\n"}, here.host}) {
            leave(text);
            try_it(text.substr(0, 20) + " of " + std::to_string(text.size()));
            fs::remove_all(note());
        }
        fs::create_directory(note());
        try_it("a folder");
        fs::remove_all(note());
        fs::create_directories(note() / "full");
        try_it("a folder that is not empty");
        fs::remove_all(note());
        fs::create_symlink("nowhere/at/all", note());
        try_it("a link to nothing");
        fs::remove_all(note());
        fs::create_symlink("/dev/zero", note());
        try_it("a device without an end");
        fs::remove_all(note());
        ASSERT_EQ(::mkfifo(note().c_str(), 0600), 0);
        try_it("a pipe that nobody writes into");
        fs::remove_all(note());
    }
};

TEST_F(UnreadableNote, KeepsTheCasebookShutWithoutAName)
{
    for_each_kind([this](const std::string& kind) {
        try {
            const Casebook casebook{practice_.folder(), practice_.vault(), tests::no_time};
            ADD_FAILURE() << "opened: " << kind;
        } catch (const StorageError& error) {
            EXPECT_EQ(error.kind, StorageErrorKind::open_elsewhere) << kind;
            ASSERT_TRUE(error.holder) << kind;
            EXPECT_EQ(error.holder->host, "") << kind;
            EXPECT_GT(error.holder->since, model::Moment{}) << kind << ": when it was left";
        }
    });
}

TEST_F(UnreadableNote, IsReplacedOnceAPersonDecidedAndNobodyIsAskedAgain)
{
    for_each_kind([this](const std::string& kind) {
        {
            const Casebook casebook{practice_.folder(), practice_.vault(), tests::no_time, Elsewhere::was_asked_about};
            const auto left = lock_note(practice_.folder());
            ASSERT_TRUE(left) << kind;
            EXPECT_TRUE(is_of(*left, this_machine())) << kind;
        }
        EXPECT_FALSE(fs::exists(fs::symlink_status(note()))) << kind;
        EXPECT_EQ(failure_to_open(), std::nullopt) << kind;
        fs::remove_all(practice_.folder() / "lock.aside");
    });
}

TEST_F(UnreadableNote, IsNoneWhoseFileMayBeReadByAnEditorOfAnotherSystem)
{
    std::string crlf = other_machine;
    for (std::size_t at = 0; (at = crlf.find('\n', at)) != std::string::npos; at += 2) {
        crlf.insert(at, "\r");
    }
    std::string cr = other_machine;
    std::ranges::replace(cr, '\n', '\r');
    const auto plain = [&] {
        leave(other_machine);
        return lock_note(practice_.folder());
    }();
    ASSERT_TRUE(plain);
    for (const std::string& text :
         {crlf, cr, "\xEF\xBB\xBF" + crlf, other_machine.substr(0, other_machine.size() - 1)}) {
        leave(text);
        EXPECT_EQ(lock_note(practice_.folder()), plain) << text;
        EXPECT_EQ(failure_to_open(), StorageErrorKind::open_elsewhere) << text;
    }
    const Machine here = this_machine();
    leave(here.host + "\r\n1\r\n" + here.id + "\r\n" + here.boot + "\r\n1769000000\r\n");
    EXPECT_EQ(failure_to_open(), std::nullopt) << "of this machine";
}

TEST_F(UnreadableNote, IsNeverLeftByThisMachine)
{
    // What a crash in the middle of writing it leaves stands beside it, and is passed over and written over.
    const fs::path half_written = practice_.folder() / "lock.new";
    for (const std::string& half : {std::string{}, this_machine().host.substr(0, 3)}) {
        tests::overwrite(half_written, half);
        EXPECT_EQ(failure_to_open(), std::nullopt);
        EXPECT_FALSE(fs::exists(half_written));
    }
}

TEST_F(UnreadableNote, IsNotLeftOnAFullDiskEither)
{
    const tests::SmallDisk disk;
    if (!disk.is_there()) {
        GTEST_SKIP() << "only root can mount a small disk";
    }
    const fs::path left = disk.path() / "lock";
    tests::overwrite(left, "practice-laptop\n4711\n");
    const tests::Filler full{disk.path(), 0};
    {
        const LockFile ours{disk.path()};
        EXPECT_EQ(tests::bytes_of(left), "practice-laptop\n4711\n") << "the one of before, whole";
    }
    EXPECT_TRUE(fs::exists(left));
    EXPECT_FALSE(fs::exists(disk.path() / "lock.new"));
}

} // namespace
