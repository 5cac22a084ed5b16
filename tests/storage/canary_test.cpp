#include "storage/backups.h"
#include "storage/restoring.h"
#include "tests/support/canaries.h"
#include "tests/support/casebooks.h"
#include "tests/support/quick_casebook.h"
#include "tests/support/storage_trouble.h"
#include "tests/support/typed_canaries.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sodium.h>

#include <csignal>
#include <filesystem>
#include <iconv.h>
#include <string>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

/// Nothing that was typed stands readable in any byte of any file of the casebook.
namespace {

using namespace date::literals;
namespace fs = std::filesystem;
namespace vault = storage::vault;
using testing::IsEmpty;
using tests::readable_in;
using tests::Secrets;
using tests::Typed;

/// What a casebook and its people go through, and whether anything of it can be read meanwhile.
class CanaryThroughEverything : public testing::Test {
protected:
    void expect_nothing_readable(const char* when) const
    {
        EXPECT_THAT(readable_in(outer_.path(), secrets_.and_all_of(typed_)), IsEmpty()) << when;
    }

    void look_after_the_practice(storage::Casebook& casebook)
    {
        tests::type_everything(casebook, typed_);
        casebook.set_practice({.name = "Practice", .address = secrets_.address});
        casebook.add_modality({.code = "canal", .name = secrets_.modality, .techniques = {"Upstream"}});
        const auto client = casebook.client_with_code("A1").value();
        casebook.review_notice(casebook.notices_of(client).back().id, secrets_.reviewed, tests::at(2024_y / 3 / 3, 9));
        casebook.set_settings({.lock_after_minutes = 3});
        casebook.keep_left_open(storage::LeftOpen{
            .client = client,
            .focus = secrets_.left_field,
            .typed = {{.field = secrets_.left_field, .text = secrets_.left_typed}},
        });
    }

    void change_people(storage::Casebook& casebook)
    {
        const auto cost = vault::KeyCost::smallest();
        const auto added = vault::seal_person(casebook.vault(), secrets_.persons_password, cost);
        secrets_.keep_code_of(added.sheet);
        casebook.add_person(
            added.person,
            {.name = secrets_.person, .credentials = secrets_.credentials, .licence_number = secrets_.licence});
        expect_nothing_readable("somebody is added");
        casebook.remove_person({added.person.keys.person});
        const auto sheet = vault::seal_sheet(casebook.vault().keys);
        secrets_.keep_code_of(sheet.sheet);
        casebook.replace_sheet(sheet);
        casebook.replace_password(vault::seal_password(casebook.vault(), secrets_.new_password, cost));
        expect_nothing_readable("somebody is removed, and password and sheet are new");
    }

    /// The proof, which also looks at what is unpacked for it.
    storage::Proof looking_proof(const char* when) const
    {
        return [this, when](const fs::path& folder, const auto& keys, const storage::Progress& progress) {
            storage::prove_databases(folder, keys, progress);
            expect_nothing_readable(when);
        };
    }

    const tests::TemporaryFolder outer_{};
    const tests::TemporaryFoldersIn folders_{outer_.path()};
    const tests::QuickCasebook place_{};
    const Typed typed_{};
    Secrets secrets_{};
};

/// `text` as the C library encodes it.
std::string converted(const std::string& text, const char* encoding)
{
    const iconv_t conversion = ::iconv_open(encoding, "UTF-8");
    std::string from = text;
    std::string to(from.size() * 8, '\0');
    char* input = from.data();
    char* output = to.data();
    std::size_t input_left = from.size();
    std::size_t output_left = to.size();
    EXPECT_EQ(::iconv(conversion, &input, &input_left, &output, &output_left), 0U) << encoding;
    ::iconv_close(conversion);
    to.resize(to.size() - output_left);
    return to;
}

/// `text` as libsodium writes it in base 64.
std::string in_base_64(const std::string& text)
{
    std::string to(sodium_base64_encoded_len(text.size(), sodium_base64_VARIANT_ORIGINAL), '\0');
    sodium_bin2base64(to.data(), to.size(), reinterpret_cast<const unsigned char*>(text.data()), text.size(),
                      sodium_base64_VARIANT_ORIGINAL);
    return to;
}

} // namespace

TEST(Canary, IsReadableInNoFileWhileTheCasebookIsOpenNorAfterwards)
{
    const tests::QuickCasebook place;
    const Typed typed;
    ASSERT_GE(typed.all().size(), 20u);
    {
        auto casebook = place.open();
        tests::type_everything(casebook, typed);
        EXPECT_THAT(readable_in(place.folder(), typed.all()), IsEmpty()) << "while it is open";
    }
    EXPECT_THAT(readable_in(place.folder(), typed.all()), IsEmpty()) << "when it is closed";
}

TEST(Canary, IsReadableInNoJournalThatAKilledProcessLeaves)
{
    const tests::QuickCasebook place;
    const Typed typed;
    const pid_t child = ::fork();
    if (child == 0) {
        auto casebook = place.open();
        tests::type_everything(casebook, typed);
        casebook.together([&] {
            // The same again, over what is there: its pages go to the journal first.
            for (const auto& client : casebook.caseload(2024_y / 5 / 1)) {
                tests::write_drafts(casebook, client.client.id, typed);
            }
            ::kill(::getpid(), SIGKILL);
        });
        ::_exit(1);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    ASSERT_TRUE(WIFSIGNALED(status));
    EXPECT_TRUE(fs::exists(place.folder() / "record.db-journal")) << "there is no journal to look at";
    EXPECT_THAT(readable_in(place.folder(), typed.all()), IsEmpty());
}

TEST_F(CanaryThroughEverything, IsReadableInNoFileThatIsWritten)
{
    const fs::path stick = outer_.path() / "stick";
    const fs::path restored = place_.folder().parent_path() / "Restored.casebook";
    fs::create_directory(stick);
    fs::path backup;
    {
        auto casebook = place_.open();
        look_after_the_practice(casebook);
        expect_nothing_readable("the practice is looked after");
        change_people(casebook);
        const auto now = tests::at(2024_y / 3 / 10, 18);
        auto copy = casebook.copy_for_backup(storage::place_for_backup(place_.folder(), now), now);
        expect_nothing_readable("there is a copy");
        backup = storage::prove(std::move(copy), looking_proof("the copy is proved"), {}).file;
        storage::copy_backup(backup, stick / "copy.mendline-backup", {});
    }
    expect_nothing_readable("there is a backup, and the casebook is closed");
    const auto unlocking = [&](const fs::path& folder) { return vault::unlock(folder, secrets_.new_password); };
    storage::restore_to(backup, restored, unlocking, looking_proof("what is restored is proved"), tests::no_time, {});
    storage::swap_in(restored, place_.folder(), 2024_y / 3 / 11);
    expect_nothing_readable("it is in its place");

    storage::Casebook casebook{place_.folder(), unlocking(place_.folder()), tests::no_time};
    ASSERT_TRUE(casebook.left_open());
    EXPECT_EQ(casebook.left_open()->typed.front().text, secrets_.left_typed) << "what is looked for was kept";
    EXPECT_EQ(casebook.practice().address, secrets_.address);
    casebook.keep_left_open(std::nullopt);
    expect_nothing_readable("what was left open is forgotten");
}

TEST_F(CanaryThroughEverything, IsFoundInEveryEncodingByTheSameSearch)
{
    secrets_.keep_code_of({.code = vault::RecoveryCode::random(), .slot = {}});
    const auto all = secrets_.and_all_of(typed_);
    const std::string bits = all.back();
    for (const auto& text : all) {
        const bool is_ascii = text != bits;
        std::vector<std::string> written{text, in_base_64("a" + text), in_base_64("ab" + text), in_base_64(text + "c")};
        for (const char* encoding : {"UTF-16LE", "UTF-16BE", "UTF-32LE"}) {
            written.push_back(is_ascii ? converted(text, encoding) : text);
        }
        for (const auto& bytes : written) {
            const fs::path file = outer_.path() / "file";
            tests::overwrite(file, "before" + bytes + "after");
            EXPECT_EQ(readable_in(outer_.path(), {text}), (std::map<std::string, fs::path>{{text, file}})) << text;
            tests::overwrite(file, bytes.substr(bytes.size() / 2 + 4));
            EXPECT_EQ(readable_in(outer_.path(), {text}).size(), 0U) << "less than half of it: " << text;
        }
    }
    tests::overwrite(outer_.path() / "file", "file:///home/The%20heron%20stood%20in%20the%20kitchen%20until%20noon.");
    EXPECT_EQ(readable_in(outer_.path(), typed_.all()).count(typed_.draft), 1U);
    fs::rename(outer_.path() / "file", outer_.path() / typed_.name);
    EXPECT_EQ(readable_in(outer_.path(), typed_.all()).count(typed_.name), 1U);
}

class PlainFile : public testing::TestWithParam<const char*> {};

TEST_P(PlainFile, ShowsEveryCanaryToTheSameSearch)
{
    const tests::TemporaryFolder place;
    const Typed typed;
    SQLite::Database plain{(place.path() / "plain.db").string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE};
    plain.exec(std::string{"PRAGMA encoding = '"} + GetParam() + "'");
    plain.exec("CREATE TABLE note (words TEXT NOT NULL)");
    for (const auto& text : typed.all()) {
        SQLite::Statement insert{plain, "INSERT INTO note (words) VALUES (:words)"};
        insert.bind(":words", text);
        insert.exec();
    }
    EXPECT_EQ(readable_in(place.path(), typed.all()).size(), typed.all().size());
}

INSTANTIATE_TEST_SUITE_P(Encodings, PlainFile, testing::Values("UTF-8", "UTF-16le", "UTF-16be"));
