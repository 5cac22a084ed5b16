#include "storage/casebook.h"
#include "storage/vault/rebuild.h"
#include "tests/support/casebooks.h"
#include "tests/support/storage_trouble.h"
#include "tests/support/tampering.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <string>

using namespace storage;
using tests::failure_of;
namespace fs = std::filesystem;

namespace {

constexpr auto cheap = vault::KeyCost::smallest();
constexpr model::TherapistId first{1};
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
    EXPECT_EQ(casebook.therapist(), model::Therapist{.id = first});
    EXPECT_EQ(casebook.people(), std::vector{model::Therapist{.id = first}});
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
    EXPECT_EQ(casebook.therapist(), model::Therapist{.id = first});
    casebook.set_therapist(tests::example_therapist());
    EXPECT_EQ(casebook.therapist(), tests::example_therapist());
}
