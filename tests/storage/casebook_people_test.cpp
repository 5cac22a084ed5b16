#include "storage/casebook.h"
#include "storage/vault/encrypted_file.h"
#include "tests/support/casebooks.h"
#include "tests/support/keys_slots.h"
#include "tests/support/storage_trouble.h"
#include "tests/support/tampering.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <iterator>
#include <optional>
#include <string>
#include <utility>
#include <vector>

using namespace storage;
using tests::failure_of;
namespace fs = std::filesystem;

namespace {

constexpr auto cheap = vault::KeyCost::smallest();
constexpr model::TherapistId first_person{1};
constexpr model::TherapistId second{2};

/// A casebook on disk with one person, Dana, who may sign.
class CasebookPeople : public testing::Test {
protected:
    CasebookPeople() { open().set_therapist(tests::example_therapist()); }

    fs::path folder() const { return place_.folder(); }
    Casebook open() const { return place_.open(); }
    vault::OpenVault keys() const { return place_.vault(); }

    /// Adds Sam, and gives what was sealed for them.
    vault::SealedPerson add_sam() const
    {
        auto casebook = open();
        auto sealed = vault::seal_person(casebook.vault(), "second", cheap);
        casebook.add_person(sealed.person, {.name = "Sam Second", .credentials = "PhD", .licence_number = "77"});
        return std::move(sealed.person);
    }

    /// Their keys are written, and then the power fails before the record has them.
    void add_keys_only() const
    {
        auto vault = keys();
        vault::add_person(folder(), vault, vault::seal_person(vault, "second", cheap).person);
    }

    void write_over(const std::string& sql) const { tests::tamper(place_, {sql}); }

    tests::QuickCasebook place_{};
};

} // namespace

TEST_F(CasebookPeople, OneWithKeysAndNoDetailsIsNamelessAndCanBeRemoved)
{
    add_keys_only();
    auto casebook = open();
    EXPECT_EQ(casebook.people(), (std::vector<model::Therapist>{tests::example_therapist(), {.id = second}}));
    casebook.remove_person(second);
    EXPECT_EQ(casebook.people(), std::vector{tests::example_therapist()});
}

TEST_F(CasebookPeople, OneWithDamagedDetailsIsNamelessAndTheOthersKeepTheirs)
{
    add_sam();
    write_over("UPDATE therapist SET name = 'Somebody else' WHERE id = 2");
    const auto casebook = open();
    EXPECT_EQ(casebook.people(), (std::vector<model::Therapist>{tests::example_therapist(), {.id = second}}));
    EXPECT_EQ(casebook.damaged_rows(), (std::vector<RowName>{{.table = "therapist", .id = 2}}));
}

TEST_F(CasebookPeople, TheWritersOwnDamagedDetailsKeepNobodyOutAndAreNotWrittenOver)
{
    write_over("UPDATE therapist SET licence_number = '99'");
    auto casebook = open();
    EXPECT_EQ(casebook.therapist(), model::Therapist{.id = first_person});
    EXPECT_EQ(casebook.people(), std::vector{model::Therapist{.id = first_person}});
    EXPECT_EQ(casebook.damaged_rows(), (std::vector<RowName>{{.table = "therapist", .id = 1}}));
    EXPECT_EQ(failure_of([&] { casebook.set_therapist(tests::example_therapist()); }), StorageErrorKind::damaged);
    const auto client = casebook.add_client({.code = "A1"});
    EXPECT_EQ(failure_of([&] { casebook.add_signed_note(client, tests::note_on({}, "Words"), {}); }),
              StorageErrorKind::refused)
        << "nobody signs without a name";
}

TEST_F(CasebookPeople, DetailsThatAreGoneCanBeEnteredAnew)
{
    write_over("DELETE FROM therapist");
    auto casebook = open();
    EXPECT_EQ(casebook.therapist(), model::Therapist{.id = first_person});
    casebook.set_therapist(tests::example_therapist());
    EXPECT_EQ(casebook.therapist(), tests::example_therapist());
}

TEST_F(CasebookPeople, KeysArePutBackWhenTheActsTheyAreAPartOfComeToNothing)
{
    add_sam();
    auto casebook = open();
    const auto third = vault::seal_person(casebook.vault(), "third", cheap);
    const auto newer = vault::seal_password(casebook.vault(), "newer", cheap);
    const auto sheet = vault::seal_sheet(casebook.vault().keys);
    const std::vector<std::function<void()>> acts{
        [&] { casebook.add_person(third.person, {.name = "Kim"}); }, [&] { casebook.remove_person(second); },
        [&] { casebook.replace_password(newer); }, [&] { casebook.replace_sheet(sheet); }};
    const auto slots = tests::slots_in(folder());
    const auto people = casebook.people();
    for (const auto& act : acts) {
        const auto generation = keys().file.generation;
        const auto failure = failure_of([&] {
            casebook.together([&] {
                act();
                EXPECT_NE(tests::slots_in(folder()), slots);
                throw StorageError{StorageErrorKind::disk_error, "for the test"};
            });
        });
        EXPECT_EQ(failure, StorageErrorKind::disk_error);
        EXPECT_EQ(tests::slots_in(folder()), slots);
        EXPECT_EQ(casebook.people(), people);
        EXPECT_GT(keys().file.generation, generation) << "what was put back is the newer";
        EXPECT_EQ(tests::bytes_of(folder() / "keys"), tests::bytes_of(folder() / "keys.bak"));
    }
    for (const auto& act : acts) {
        act();
    }
    EXPECT_EQ(casebook.people().back().name, "Kim") << "once the world is right again, each works";
    EXPECT_EQ(failure_of([&] { vault::unlock(folder(), "newer"); }), std::nullopt);
}

TEST_F(CasebookPeople, ALeftOverFileOfPrivateNotesDoesNotStandInTheWayOfSomebodyNew)
{
    const auto of_other_keys = tests::bytes_of(folder() / "private.db");
    for (const std::string& left : {std::string{}, std::string{"rubbish"}, of_other_keys}) {
        const auto number = keys().file.next_person;
        const fs::path file = folder() / vault::private_file_name(number);
        tests::overwrite(file, left);
        tests::overwrite(file.string() + "-journal", left);
        auto sealed = vault::seal_person(keys(), "password " + std::to_string(number), cheap);
        {
            auto casebook = open();
            casebook.add_person(sealed.person, {.name = "New"});
        }
        EXPECT_FALSE(fs::exists(file.string() + "-journal"));
        auto theirs = keys();
        theirs.keys = std::move(sealed.person.keys);
        EXPECT_EQ(Casebook(folder(), std::move(theirs), tests::no_time).therapist().name, "New") << left.size();
    }
}

TEST_F(CasebookPeople, PrivateNotesThatTheirKeyOpensAreNeverLeftOver)
{
    const auto sam = add_sam();
    const fs::path file = folder() / "private-2.db";
    const auto key = subkey(sam.keys.drawer, vault::Purpose::private_database);
    vault::open_encrypted(file, key, private_file_kind, vault::OpenMode::existing).exec("CREATE TABLE kept (x)");
    const auto notes = tests::bytes_of(file);
    make_private_notes(folder(), sam.keys, NotesOf::somebody_new);
    EXPECT_EQ(tests::bytes_of(file), notes);

    tests::overwrite(file, "rubbish");
    EXPECT_EQ(failure_of([&] { make_private_notes(folder(), sam.keys, NotesOf::somebody_known); }),
              StorageErrorKind::damaged);
    EXPECT_EQ(tests::bytes_of(file), "rubbish") << "what was somebody's is not removed";
}

TEST_F(CasebookPeople, OfPrivateNotesThatCannotBeMadeNothingIsLeft)
{
    auto new_keys = vault::random_keys();
    new_keys.person = 2;
    std::optional<StorageErrorKind> failure;
    {
        const tests::FileSizeLimit full{100};
        failure = failure_of([&] { make_private_notes(folder(), new_keys, NotesOf::somebody_new); });
    }
    EXPECT_NE(failure, std::nullopt);
    EXPECT_FALSE(fs::exists(folder() / "private-2.db"));
    EXPECT_FALSE(fs::exists(folder() / "private-2.db-journal"));
}

TEST_F(CasebookPeople, WrongPasswordsAreKeptInMindUntilTheLogTellsOfThem)
{
    const auto wrong = [&] { return failure_of([&] { vault::unlock(folder(), "wrong"); }); };
    const auto right = [&] { return Casebook{folder(), vault::unlock(folder(), "password"), tests::no_time}; };
    const auto told = [](const Casebook& casebook) {
        const auto acts = casebook.acts({.kinds = {model::ActKind::unlock_failed}}, 9);
        std::vector<std::int64_t> counts;
        std::ranges::transform(acts, std::back_inserter(counts), [](const auto& act) { return act.record.value(); });
        return counts;
    };
    ASSERT_EQ(wrong(), StorageErrorKind::wrong_password);
    {
        const Casebook holder = open();
        ASSERT_EQ(told(holder), std::vector<std::int64_t>{}) << "it came with keys that were never unlocked";
        wrong();
        ASSERT_EQ(failure_of([&] { right(); }), StorageErrorKind::in_use);
    }
    EXPECT_EQ(told(right()), std::vector<std::int64_t>{2});
    EXPECT_EQ(told(right()), std::vector<std::int64_t>{2}) << "and only once";
}
