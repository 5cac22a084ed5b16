#include "tests/cli/command.h"

#include <gmock/gmock.h>

#include <filesystem>
#include <functional>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

/// Whatever a command writes never lands in a casebook, on a backup, or over a file unasked.
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using tests::mendline_cli;
using tests::Outcome;
using tests::Practice;

/// A practice with a client, a backup, and every command that writes somewhere.
class Outputs : public testing::Test {
protected:
    Outputs()
    {
        practice_.write("scores.csv", "client,date,measure,score\nA-1,2026-01-05,phq-9,12\nA-1,2026-02-05,phq-9,9\n");
        EXPECT_EQ(practice_("import-scores", {practice_.file("scores.csv")}).status, 0);
        EXPECT_EQ(practice_("backup", {"--to", backup()}).status, 0);
    }

    std::string backup() const { return practice_.file("a.mendline-backup"); }

    /// Makes the command write to this place.
    using Writing = std::function<Outcome(const std::string& place, bool overwrite)>;

    /// Every option that takes a place to write to.
    std::map<std::string, Writing> files() const
    {
        std::map<std::string, Writing> writing;
        for (const std::string format : {"--csv", "--svg", "--png", "--pdf"}) {
            writing["trajectory " + format] = [this, format](const std::string& place, bool overwrite) {
                return with_overwrite("trajectory", {"--client", "A-1", format, place}, overwrite);
            };
        }
        writing["summary --pdf"] = [this](const std::string& place, bool overwrite) {
            return with_overwrite("summary", {"--client", "A-1", "--kind", "client", "--pdf", place}, overwrite);
        };
        return writing;
    }

    /// Those that only ever make something new.
    std::map<std::string, Writing> new_places() const
    {
        return {{"new",
                 [this](const std::string& place, bool) {
                     return mendline_cli({"new", place, "--recovery-out", practice_.file("sheet.pdf"),
                                          "--password-file", practice_.file("password")});
                 }},
                {"new --recovery-out",
                 [this](const std::string& place, bool) {
                     return mendline_cli({"new", practice_.file("Other.casebook"), "--recovery-out", place,
                                          "--password-file", practice_.file("password")});
                 }},
                {"demo",
                 [this](const std::string& place, bool) {
                     return mendline_cli({"demo", place, "--password-file", practice_.file("password")});
                 }},
                {"backup --to",
                 [this](const std::string& place, bool) {
                     return practice_("backup", {"--to", place});
                 }},
                {"restore --to", [this](const std::string& place, bool) {
                     return mendline_cli(
                         {"restore", backup(), "--to", place, "--password-file", practice_.file("password")});
                 }}};
    }

    std::map<std::string, Writing> every_output() const
    {
        auto all = files();
        all.merge(new_places());
        return all;
    }

    /// All that lies about, but for what the open casebook writes by itself.
    std::map<std::string, std::string> bytes_about() const
    {
        std::map<std::string, std::string> bytes;
        for (const auto& entry : fs::recursive_directory_iterator{fs::path{practice_.casebook()}.parent_path()}) {
            const std::string name = entry.path().string();
            if (entry.is_regular_file() && !name.starts_with(practice_.casebook() + "/record.db") &&
                !name.starts_with(practice_.casebook() + "/keys")) {
                bytes[name] = tests::bytes_of(entry.path());
            }
        }
        return bytes;
    }

    Practice practice_{};

private:
    Outcome with_overwrite(const std::string& command, std::vector<std::string> arguments, bool overwrite) const
    {
        if (overwrite) {
            arguments.emplace_back("--overwrite");
        }
        return practice_(command, arguments);
    }
};

TEST_F(Outputs, OfEveryCommandAreKnownHere)
{
    const std::set<std::string> without_output{
        "recover",       "clients",           "measures",          "verify",
        "import-scores", "correct-admission", "correct-discharge", "take-back-discharge",
        "give-note",     "earlier-details",   "merge-clients",     "remove-client",
        "erase-client",  "erasures"};
    std::set<std::string> known = without_output;
    for (const auto& [name, writing] : every_output()) {
        known.insert(name.substr(0, name.find(' ')));
    }
    std::istringstream help{mendline_cli({"--help"}).output};
    std::set<std::string> commands;
    bool are_commands = false;
    for (std::string line; std::getline(help, line);) {
        if (are_commands && line.starts_with("  ") && line.at(2) != ' ') {
            commands.insert(line.substr(2, line.find(' ', 2) - 2));
        }
        are_commands = are_commands || line == "Subcommands:";
    }
    EXPECT_EQ(commands, known) << "say of a new command what it writes";
}

TEST_F(Outputs, NeverLandInACasebook)
{
    const auto before = bytes_about();
    for (const auto& [name, write] : every_output()) {
        for (const std::string place : {"/record.db", "/keys", "/new.pdf", "/backups/new", ""}) {
            const Outcome refused = write(practice_.casebook() + place, true);
            EXPECT_EQ(refused.status, 1) << name << " " << place;
            EXPECT_TRUE(refused.complaint.find("lies in the folder of a casebook") != std::string::npos ||
                        refused.complaint.find("already exists") != std::string::npos)
                << name << " " << place << ": " << refused.complaint;
        }
    }
    EXPECT_TRUE(bytes_about() == before);
    EXPECT_EQ(practice_("verify").status, 0);
}

TEST_F(Outputs, NeverLandOnABackup)
{
    const auto before = bytes_about();
    for (const auto& [name, write] : every_output()) {
        EXPECT_EQ(write(backup(), true).status, 1) << name;
    }
    EXPECT_TRUE(bytes_about() == before);
}

TEST_F(Outputs, ReplaceNoFileUnasked)
{
    const std::string letter = practice_.write("letter.pdf", "written by hand");
    for (const auto& [name, write] : every_output()) {
        const Outcome refused = write(letter, false);
        EXPECT_EQ(refused.status, 1) << name;
        EXPECT_THAT(refused.complaint, HasSubstr(letter + " already exists")) << name;
        EXPECT_EQ(tests::bytes_of(letter), "written by hand") << name;
    }
}

TEST_F(Outputs, ReplaceAFileWhenAskedTo)
{
    for (const auto& [name, write] : files()) {
        const std::string letter = practice_.write("letter.pdf", "written by hand");
        const Outcome written = write(letter, true);
        EXPECT_EQ(written.status, 0) << name << ": " << written.complaint;
        EXPECT_NE(tests::bytes_of(letter), "written by hand") << name;
    }
}

/// All names of a file that a command reads, to be told from other files by what they lead to.
std::vector<std::string> names_of(const std::string& file)
{
    fs::create_symlink(file, file + "-link");
    fs::create_symlink(file + "-link", file + "-link-to-link");
    fs::create_hard_link(file, file + "-twin");
    const fs::path path{file};
    return {file, file + "-link", file + "-link-to-link", file + "-twin",
            (path.parent_path() / "." / path.filename()).string()};
}

TEST_F(Outputs, NeverReplaceThePasswordOfTheirCommand)
{
    const std::string password = practice_.file("password");
    const std::string before = tests::bytes_of(password);
    for (const std::string& name : names_of(password)) {
        for (const auto& [command, write] : every_output()) {
            const Outcome refused = write(name, true);
            EXPECT_EQ(refused.status, 1) << command << " " << name;
            EXPECT_THAT(refused.complaint, HasSubstr(name)) << command;
            EXPECT_TRUE(tests::bytes_of(password) == before) << command << " " << name;
            if (files().contains(command)) {
                EXPECT_THAT(refused.complaint, HasSubstr(" is a file that this command reads")) << command;
            }
        }
    }
    EXPECT_EQ(practice_("clients").status, 0) << "the password still opens it";
}

TEST_F(Outputs, NeverReplaceThePasswordOfThePdf)
{
    const std::string password = practice_.write("pdf-password", "protects the PDF\n");
    for (const std::string& name : names_of(password)) {
        const Outcome refused = practice_("summary", {"--client", "A-1", "--kind", "client", "--pdf", name,
                                                      "--pdf-password-file", password, "--overwrite"});
        EXPECT_EQ(refused.status, 1) << name;
        EXPECT_THAT(refused.complaint, HasSubstr(name + " is a file that this command reads"));
        EXPECT_EQ(tests::bytes_of(password), "protects the PDF\n") << name;
    }
}

TEST_F(Outputs, NeverReplaceWhatIsReadByAnotherNameOfTheirOwn)
{
    const std::string password = practice_.file("password");
    fs::create_symlink(password, practice_.file("link"));
    const auto refused = mendline_cli({"trajectory", practice_.casebook(), "--client", "A-1", "--csv", password,
                                       "--password-file", practice_.file("link"), "--overwrite"});
    EXPECT_EQ(refused.status, 1);
    EXPECT_THAT(refused.complaint, HasSubstr(password + " is a file that this command reads"));
}

TEST_F(Outputs, OfOneCommandDoNotReplaceEachOther)
{
    const std::string place = practice_.file("one");
    const Outcome refused = practice_("trajectory", {"--client", "A-1", "--csv", place, "--svg", place, "--overwrite"});
    EXPECT_EQ(refused.status, 1);
    EXPECT_THAT(refused.complaint, HasSubstr("named for two outputs"));
    EXPECT_FALSE(fs::exists(place));
}

TEST_F(Outputs, StillGoIntoPipesAndDevices)
{
    EXPECT_EQ(practice_("trajectory", {"--client", "A-1", "--csv", "/dev/null", "--svg", "/dev/null"}).status, 0);
}

} // namespace
