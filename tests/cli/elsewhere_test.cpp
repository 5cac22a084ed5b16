#include "storage/lock_note.h"
#include "tests/cli/command.h"

#include <gmock/gmock.h>

#include <filesystem>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace {

using testing::HasSubstr;
using testing::Not;
using tests::mendline_cli;
using tests::Outcome;
using tests::PracticeWithSheet;

const std::string their_note = "practice-laptop\n4711\n\n\n1769000000\n";

/// A practice with a client whose casebook another machine has open, and every command that opens a casebook.
class Elsewhere : public testing::Test {
protected:
    Elsewhere()
    {
        practice_.write("scores.csv", "client,date,measure,score\nA-1,2026-01-05,phq-9,12\n");
        practice_.write("others.csv", "client,date,measure,score\nE-2,2026-01-05,phq-9,12\nM-3,2026-01-05,phq-9,12\n"
                                      "N-4,2026-01-05,phq-9,12\nR-5,2026-01-05,phq-9,12\n");
        for (const char* file : {"scores.csv", "others.csv"}) {
            EXPECT_EQ(practice_("import-scores", {practice_.file(file)}).status, 0);
        }
        std::ofstream{practice_.file("sheet.txt")} << tests::words_of_pdf(practice_.sheet());
        leave_note();
    }

    void leave_note() const { std::ofstream{note()} << their_note; }
    std::string note() const { return practice_.casebook() + "/lock"; }

    std::map<std::string, std::vector<std::string>> commands() const
    {
        return {{"clients", {}},
                {"measures", {}},
                {"verify", {}},
                {"backup", {"--to", practice_.file("a.mendline-backup")}},
                {"import-scores", {practice_.file("scores.csv"), "--skip-known"}},
                {"trajectory", {"--client", "A-1", "--csv", practice_.file("a.csv")}},
                {"summary", {"--client", "A-1", "--kind", "client", "--pdf", practice_.file("a.pdf")}},
                {"correct-admission", {"--client", "A-1", "--to", "2026-01-01", "--reason", "A slip"}},
                {"correct-discharge", {"--client", "A-1", "--to", "2026-01-01", "--reason", "A slip"}},
                {"take-back-discharge", {"--client", "A-1", "--reason", "A slip"}},
                {"give-note", {"--client", "A-1", "--held", "2026-01-05", "--to", "M-3", "--reason", "A slip"}},
                {"earlier-details", {"--client", "A-1"}},
                {"merge-clients", {"--from", "N-4", "--into", "M-3", "--reason", "One person", "--yes-merge", "N-4"}},
                {"remove-client", {"--client", "R-5", "--yes-remove", "R-5"}},
                {"erase-client",
                 {"--client", "E-2", "--ground", "legal-duty", "--reason", "Asked for", "--yes-erase", "E-2"}},
                {"erasures", {}},
                {"recover", {"--sheet-file", practice_.file("sheet.txt")}}};
    }

    PracticeWithSheet practice_;
};

TEST_F(Elsewhere, NoCommandOpensItUnasked)
{
    for (const auto& [command, arguments] : commands()) {
        const Outcome outcome = practice_(command, arguments);
        EXPECT_EQ(outcome.status, 1) << command;
        EXPECT_THAT(outcome.complaint, HasSubstr("has been open on practice-laptop since 21 Jan 2026")) << command;
        EXPECT_THAT(outcome.complaint, HasSubstr("--open-anyway.")) << command;
        EXPECT_EQ(tests::bytes_of(note()), their_note) << command;
    }
    for (const char* file : {"a.mendline-backup", "a.csv", "a.pdf"}) {
        EXPECT_FALSE(std::filesystem::exists(practice_.file(file))) << file;
    }
}

TEST_F(Elsewhere, EveryCommandOpensItWhenToldTo)
{
    for (auto [command, arguments] : commands()) {
        leave_note();
        arguments.push_back("--open-anyway");
        const Outcome outcome = practice_(command, arguments);
        // There is neither a discharge nor a signed note.
        const bool has_nothing_to_do =
            command == "correct-discharge" || command == "take-back-discharge" || command == "give-note";
        EXPECT_EQ(outcome.status, has_nothing_to_do ? 1 : 0) << command << outcome.complaint;
        EXPECT_THAT(outcome.complaint, Not(HasSubstr("practice-laptop"))) << command;
        EXPECT_FALSE(std::filesystem::exists(note())) << command << ": closed, and its own note gone";
    }
}

TEST_F(Elsewhere, TheCommandsThatDoNotAskMakeACasebookOfTheirOwn)
{
    std::string names = mendline_cli({"no-such-command"}).complaint;
    names = names.substr(names.find("The commands are ") + 17);
    std::istringstream words{names.substr(0, names.find(';'))};
    std::set<std::string> others;
    for (std::string name; words >> name;) {
        name.resize(std::min(name.size(), name.find(',')));
        if (!commands().contains(name)) {
            others.insert(name);
        }
    }
    EXPECT_EQ(others, (std::set<std::string>{"new", "demo", "restore"}));
}

TEST_F(Elsewhere, ANoteThatCannotBeReadIsToldAndAskedAboutOnce)
{
    for (const std::string& left : {std::string{}, std::string{"practice-lap"}, std::string(5'000, 'x')}) {
        std::ofstream{note()} << left;
        const Outcome refused = practice_("clients");
        EXPECT_EQ(refused.status, 1);
        EXPECT_THAT(refused.complaint,
                    HasSubstr(" that says who has this casebook open, the file “lock” in its folder, "
                              "cannot be read: it may be open on another machine."));
        EXPECT_THAT(refused.complaint, HasSubstr("--open-anyway."));
        EXPECT_EQ(tests::bytes_of(note()), left);
        EXPECT_EQ(practice_("clients", {"--open-anyway"}).status, 0);
        EXPECT_EQ(practice_("clients").status, 0) << "asked once";
    }
}

TEST_F(Elsewhere, ANoteThatACrashLeftHereIsInNobodysWay)
{
    const auto here = storage::this_machine();
    for (const std::string& left : {here.host + "\n1\n", here.host + "\n1\n" + here.id + "\n" + here.boot + "\n5\n",
                                    here.host + "\n1\n" + here.id + "\nabc-def\n5\n"}) {
        std::ofstream{note()} << left;
        EXPECT_EQ(practice_("clients").status, 0) << left;
    }
}

} // namespace
