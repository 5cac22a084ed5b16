#include "tests/cli/command.h"
#include "tests/support/canaries.h"
#include "tests/support/tampering.h"
#include "tests/support/typed_canaries.h"

#include <gmock/gmock.h>

#include <cstdlib>
#include <filesystem>
#include <sstream>
#include <string>
#include <vector>

/// Whatever the command line is told to do: what was typed stands readable in no file but those that were named for it.
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::IsEmpty;
using tests::mendline_cli;

/// A home and a temporary folder of its own, and a folder for the files that are named.
class CommandsCanary : public testing::Test {
protected:
    CommandsCanary()
    {
        fs::create_directory(named());
        write("password", "password\n");
        write("new", secrets_.new_password + "\n");
        ::setenv("HOME", outer_.path().c_str(), 1);
    }

    ~CommandsCanary() override { ::setenv("HOME", home_before_.c_str(), 1); }

    fs::path named() const { return outer_.path() / "named"; }
    std::string file(const std::string& name) const { return named() / name; }
    void write(const std::string& name, const std::string& bytes) const { std::ofstream{file(name)} << bytes; }

    void expect_nothing_readable(const char* when) const
    {
        EXPECT_THAT(tests::readable_in(outer_.path(), secrets_.and_all_of(typed_),
                                       [this](const fs::path& place) { return place == named(); }),
                    IsEmpty())
            << when;
    }

    /// Runs a command that must work, and gives what it says.
    static std::string outcome_of(const std::vector<std::string>& words)
    {
        const auto outcome = mendline_cli(words);
        EXPECT_EQ(outcome.status, 0) << words.front() << ": " << outcome.complaint;
        return outcome.output;
    }

    const std::string home_before_ = std::getenv("HOME") != nullptr ? std::getenv("HOME") : "/";
    tests::TemporaryFolder outer_{};
    tests::TemporaryFoldersIn folders_{outer_.path()};
    const tests::Typed typed_{};
    tests::Secrets secrets_{};
};

TEST_F(CommandsCanary, IsReadableInNoFileThatWasNotNamed)
{
    const std::string casebook = outer_.path() / "Practice.casebook";
    outcome_of({"new", casebook, "--recovery-out", file("sheet.pdf"), "--password-file", file("password")});
    std::string sheet;
    std::istringstream lines{tests::run("pdftotext", {"-raw", file("sheet.pdf"), "-"}).output};
    for (std::string line; std::getline(lines, line);) {
        // The code's groups, and the letters below them.
        const auto is_capital = [](char sign) {
            return std::isupper(sign) != 0 || std::isdigit(sign) != 0 || sign == ':';
        };
        sheet += line.size() >= 5 && std::ranges::all_of(line, is_capital) ? line + "\n" : "";
    }
    write("sheet.txt", sheet);
    const auto code = storage::vault::parse_recovery_code(sheet.substr(0, 8 * 6));
    ASSERT_TRUE(std::holds_alternative<storage::vault::RecoveryCode>(code)) << sheet;
    secrets_.keep_code_of({.code = std::get<storage::vault::RecoveryCode>(code), .slot = {}});
    {
        storage::Casebook open{casebook, storage::vault::unlock(casebook, "password"), tests::no_time};
        tests::type_everything(open, typed_);
    }
    expect_nothing_readable("there is a casebook");

    const auto on_it = [&](const std::string& command, std::vector<std::string> more) {
        more.insert(more.begin(), {command, casebook, "--password-file", file("password")});
        return outcome_of(more);
    };
    on_it("summary", {"--client", "A1", "--kind", "client", "--pdf", file("summary.pdf")});
    EXPECT_THAT(tests::words_of_pdf(file("summary.pdf")), HasSubstr(typed_.name)) << "what is looked for is there";
    on_it("trajectory", {"--client", "A1", "--csv", file("a.csv"), "--png", file("a.png")});
    on_it("backup", {"--to", outer_.path() / "a.mendline-backup"});
    expect_nothing_readable("there are a summary, a trajectory and a backup");

    const std::string restored = outer_.path() / "Restored.casebook";
    outcome_of({"restore", outer_.path() / "a.mendline-backup", "--to", restored, "--password-file", file("password")});
    for (const char* keys : {"keys", "keys.bak"}) {
        fs::remove(fs::path{restored} / keys);
    }
    outcome_of({"recover", restored, "--sheet-file", file("sheet.txt"), "--password-file", file("new")});
    EXPECT_THAT(outcome_of({"clients", restored, "--password-file", file("new")}), HasSubstr("A1"));
    expect_nothing_readable("one is restored, and recovered from its sheet");
}

TEST_F(CommandsCanary, IsReadableInNoFileWhenACheckNamesWhatIsDamaged)
{
    const tests::QuickCasebook practice;
    {
        auto casebook = practice.open();
        tests::type_everything(casebook, typed_);
    }
    tests::tamper(practice, {"UPDATE goal SET wording = 'Forged' WHERE id = 1"});
    const auto report = mendline_cli({"verify", practice.folder(), "--json", "--password-file", file("password")});
    EXPECT_THAT(report.output, HasSubstr("A1"));
    expect_nothing_readable("it was checked");
}

} // namespace
