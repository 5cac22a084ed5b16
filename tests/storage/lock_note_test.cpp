#include "storage/casebook.h"
#include "storage/lock_note.h"
#include "storage/recovery.h"
#include "tests/support/file_bytes.h"
#include "tests/support/quick_casebook.h"
#include "tests/support/storage_trouble.h"

#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <map>
#include <string>
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

TEST_F(OtherMachine, IsNobodyWhereTheNoteIsNoNote)
{
    fs::create_directory(note());
    EXPECT_EQ(failure_to_open(), std::nullopt) << "a folder";
    fs::remove(note());
    fs::create_symlink("nowhere/at/all", note());
    EXPECT_EQ(failure_to_open(), std::nullopt) << "a link to nothing";
    fs::remove(note());
    leave(std::string(2'000, 'h') + "\n1\n");
    EXPECT_EQ(failure_to_open(), std::nullopt) << "too long for a name";
}

} // namespace
