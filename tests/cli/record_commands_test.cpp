#include "tests/cli/command.h"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

namespace tests::record_commands {

using testing::AllOf;
using testing::HasSubstr;

/// Two clients who are one person, and a third. A-1 has a form more than A-2 has.
class RecordCommands : public testing::Test {
protected:
    RecordCommands()
    {
        practice_.write("scores.csv", "client,date,measure,score\nA-1,2026-01-05,phq-9,12\nA-1,2026-02-05,phq-9,10\n"
                                      "A-2,2026-03-05,phq-9,9\nB-7,2026-01-06,phq-9,9\n");
        EXPECT_EQ(practice_("import-scores", {practice_.file("scores.csv")}).status, 0);
    }

    std::string clients() const { return practice_("clients").output; }
    /// What a refused command says; everything must be as it was.
    std::string complaint(const std::string& command, const std::vector<std::string>& arguments) const
    {
        const std::string before = clients();
        const auto done = practice_(command, arguments);
        EXPECT_EQ(done.status, 1) << command;
        EXPECT_EQ(clients(), before) << command;
        return done.complaint;
    }

    Practice practice_{};
};

TEST_F(RecordCommands, MergeTwoClientsAndSayWhatMoved)
{
    const auto merged = practice_(
        "merge-clients", {"--from", "a-2", "--into", "A-1", "--reason", "Entered twice", "--yes-merge", "a-2"});
    EXPECT_EQ(merged.status, 0) << merged.complaint;
    EXPECT_EQ(merged.output,
              "A-2 was merged into A-1, which now has 1 administration of a measure and 1 episode of care of A-2 as "
              "well. The code A-2 leads to A-1.\n");
    EXPECT_THAT(clients(), AllOf(HasSubstr("A-1"), HasSubstr("B-7"), testing::Not(HasSubstr("A-2"))));
    EXPECT_EQ(practice_("verify").status, 0);
}

TEST_F(RecordCommands, SayWhatAMergeWouldDoUntilItIsConfirmed)
{
    const std::vector<std::string> merge{"--from", "A-2", "--into", "A-1", "--reason", "Entered twice"};
    EXPECT_EQ(complaint("merge-clients", merge),
              "From A-2 to A-1: 1 administration of a measure and 1 episode of care.\n"
              "Care that overlaps becomes one episode: from 5 Jan 2026, still open.\n"
              "The details of A-1 stay, and what is empty there is filled in from A-2. All details of A-2 are kept as "
              "earlier details.\n"
              "The code A-2 leads to A-1 from then on.\n"
              "They cannot be parted again. Nothing was changed yet. To merge them, add --yes-merge A-2.\n");
    auto wrong = merge;
    wrong.insert(wrong.end(), {"--yes-merge", "A-1"});
    EXPECT_THAT(complaint("merge-clients", wrong),
                AllOf(HasSubstr("A-1 is not the code of the client who would go."), HasSubstr("add --yes-merge A-2")));
}

TEST_F(RecordCommands, MergeNobodyWithoutTwoClientsAndAReason)
{
    EXPECT_EQ(complaint("merge-clients", {"--from", "A-1", "--into", "a 1", "--reason", "x"}),
              "A-1 and a 1 are one client already. Nothing was changed.\n");
    EXPECT_EQ(complaint("merge-clients", {"--from", "A-2", "--into", "A-1", "--reason", " "}),
              "Please give a reason: it is kept. Nothing was changed.\n");
    EXPECT_THAT(complaint("merge-clients", {"--from", "A-9", "--into", "A-1", "--reason", "x"}), HasSubstr("A-9"));
    EXPECT_EQ(practice_("merge-clients", {"--from", "A-2", "--reason", "x"}).status, 2);
}

TEST_F(RecordCommands, RemoveAClientWithoutNotesAndSayWhatBackupsHold)
{
    ASSERT_EQ(practice_("backup", {"--to", practice_.file("elsewhere.mendline-backup")}).status, 0);
    EXPECT_EQ(
        complaint("remove-client", {"--client", "b-7"}),
        "Removing B-7 takes out its details, 1 administration of a measure and 1 episode of care for good. Nothing "
        "was changed. To remove it, add --yes-remove B-7.\n");
    const auto removed = practice_("remove-client", {"--client", "b-7", "--yes-remove", "b-7"});
    EXPECT_EQ(removed.status, 0) << removed.complaint;
    EXPECT_EQ(
        removed.output,
        "B-7 was removed, with 1 administration of a measure and 1 episode of care. The other clients are as they "
        "were. There is no backup of this casebook in its own folder. Copies that you put elsewhere have it until "
        "you delete them.\n");
    EXPECT_THAT(clients(), testing::Not(HasSubstr("B-7")));
    EXPECT_EQ(practice_("verify").status, 0);
}

TEST_F(RecordCommands, RemoveNobodyWithSignedNotes)
{
    Practice demo;
    ASSERT_EQ(mendline_cli({"demo", demo.file("Demo.casebook"), "--password-file", demo.file("password"), "--clients",
                            "2", "--sessions", "20", "--as-of", "2026-11-20"})
                  .status,
              0);
    const auto on_demo = [&](const std::string& command, std::vector<std::string> arguments) {
        std::vector<std::string> words{command, demo.file("Demo.casebook"), "--password-file", demo.file("password")};
        words.insert(words.end(), arguments.begin(), arguments.end());
        return mendline_cli(words);
    };
    const auto listed = nlohmann::json::parse(on_demo("clients", {"--json"}).output);
    const auto code = listed.at(0).at("code").get<std::string>();
    const auto refused = on_demo("remove-client", {"--client", code});
    EXPECT_EQ(refused.status, 1);
    EXPECT_THAT(refused.complaint, AllOf(HasSubstr(code + " has "), HasSubstr("signed notes, so it cannot be removed. "
                                                                              "Nothing was changed.")));
}

TEST_F(RecordCommands, EraseOnlyWithTheCodeTypedTwice)
{
    const std::vector<std::string> erasing{"--client",  "A-1",      "--ground",
                                           "retention", "--reason", "Ten years are over"};
    const auto with = [&](const std::string& code) {
        auto arguments = erasing;
        arguments.insert(arguments.end(), {"--yes-erase", code});
        return arguments;
    };
    const std::string would_go = "Erasing A-1 takes out its details, 2 administrations of measures and 1 episode of "
                                 "care for good. Nothing was changed. To erase it, add --yes-erase A-1.\n";
    EXPECT_EQ(complaint("erase-client", erasing), would_go);
    EXPECT_EQ(complaint("erase-client", with("A-2")), would_go);
    EXPECT_EQ(complaint("erase-client", with("")), would_go);
    const auto erased = practice_("erase-client", with("A-1"));
    EXPECT_EQ(erased.status, 0) << erased.complaint;
    EXPECT_THAT(erased.output,
                AllOf(HasSubstr("The record of A-1 was erased: 2 administrations of measures and 1 episode of care."),
                      HasSubstr("Copies that you put elsewhere have it until you delete them.")));
    EXPECT_THAT(clients(), testing::Not(HasSubstr("A-1")));
    EXPECT_EQ(practice_("verify").status, 0);
}

TEST_F(RecordCommands, TakeNoFormerCodeForTheClientWhoIsToGo)
{
    ASSERT_EQ(practice_("merge-clients",
                        {"--from", "A-2", "--into", "A-1", "--reason", "Entered twice", "--yes-merge", "A-2"})
                  .status,
              0);
    const std::string former =
        "A-2 was merged into A-1 and is no client of its own. Nothing was changed; name A-1 if that is meant.\n";
    EXPECT_EQ(complaint("remove-client", {"--client", "A-2"}), former);
    EXPECT_EQ(
        complaint("erase-client", {"--client", "A-2", "--ground", "legal-duty", "--reason", "x", "--yes-erase", "A-2"}),
        former);
    EXPECT_EQ(complaint("merge-clients", {"--from", "A-2", "--into", "B-7", "--reason", "x"}), former);
}

TEST_F(RecordCommands, ListWhoWasErased)
{
    EXPECT_EQ(practice_("erasures").output, "No client was removed or erased.\n");
    EXPECT_EQ(practice_("erasures", {"--json"}).output, "[]\n");
    practice_("remove-client", {"--client", "B-7", "--yes-remove", "B-7"});
    practice_("erase-client",
              {"--client", "A-1", "--ground", "legal-duty", "--reason", "Asked for", "--yes-erase", "A-1"});
    EXPECT_THAT(practice_("erasures").output, AllOf(HasSubstr("B-7"), HasSubstr("added by mistake"),
                                                    HasSubstr("legal duty"), HasSubstr("Asked for")));
    const auto json = nlohmann::json::parse(practice_("erasures", {"--json"}).output);
    ASSERT_EQ(json.size(), 2U);
    const auto& erased = json.at(json.at(0).at("code") == "A-1" ? 0 : 1); // Both may be of the same second.
    EXPECT_EQ(erased.at("code"), "A-1");
    EXPECT_EQ(erased.at("forms"), 2);
    EXPECT_EQ(erased.at("ground"), "legal_duty");
    EXPECT_EQ(erased.at("reason"), "Asked for");
}

} // namespace tests::record_commands
