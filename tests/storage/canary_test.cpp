#include "tests/support/casebooks.h"
#include "tests/support/quick_casebook.h"
#include "tests/support/storage_trouble.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <csignal>
#include <filesystem>
#include <string>
#include <string_view>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

/// Nothing that was typed stands readable in any byte of any file of the casebook.
namespace {

using namespace date::literals;
namespace fs = std::filesystem;
using testing::IsEmpty;
using testing::UnorderedElementsAreArray;

/// What is typed, each sentence in a place of its own.
struct Typed {
    std::string name = "Wilhelmina Quackenbush";
    std::string draft = "The heron stood in the kitchen until noon.";
    std::string draft_homework = "Count seven yellow doors on the way home.";
    std::string draft_risk = "We rang her cousin from the hallway together.";
    std::string draft_saved = "She put the marble elephant back on its shelf.";
    std::string discarded = "Nobody had oiled the gate since the funeral.";
    std::string signed_data = "He whistled the whole second verse unprompted.";
    std::string signed_assessment = "Steadier than the ferry, he says of himself.";
    std::string signed_plan = "Bring the tin box and leave the key outside.";
    std::string signed_homework = "Write the aunt a postcard and do not post it.";
    std::string signed_risk = "The pills went to the neighbour with the parrot.";
    std::string addendum = "It was the green staircase and not the red one.";
    std::string addendum_reason = "I had mixed up the two staircases in my head.";
    std::string error_reason = "This belongs to the man with the accordion.";
    std::string goal = "I say no to Sunday lunches without an excuse.";
    std::string goal_closed = "Three Sundays in a row he stayed at home.";
    std::string reason_for_care = "Since the winter of the burst pipes no sleep.";
    std::string safety_plan = "First the cold tap and then the blue number.";
    std::string contact = "Above the saddlery, knock twice and wait there.";
    std::string level_reason = "Two weeks of storms were too much for weekly.";
    std::string own_words = "You carried the ladder all by yourself this time.";

    /// All sentences, and the name.
    std::vector<std::string> all() const
    {
        return {name,        draft,           draft_homework,    draft_risk,   draft_saved,
                discarded,   signed_data,     signed_assessment, signed_plan,  signed_homework,
                signed_risk, addendum,        addendum_reason,   error_reason, goal,
                goal_closed, reason_for_care, safety_plan,       contact,      level_reason,
                own_words};
    }
};

/// `text`, which is ASCII, with each letter in two bytes.
std::string in_utf_16(std::string_view text, bool low_byte_first)
{
    std::string wide;
    for (const char letter : text) {
        if (!low_byte_first) {
            wide += '\0';
        }
        wide += letter;
        if (low_byte_first) {
            wide += '\0';
        }
    }
    return wide;
}

/// Whether `bytes` hold the text, or one half of it where a page's border parts it, in one of three encodings.
bool shows(const std::string& bytes, std::string_view text)
{
    const auto half = text.size() / 2;
    for (const auto part : {text.substr(0, half), text.substr(half)}) {
        for (const auto& encoded : {std::string{part}, in_utf_16(part, true), in_utf_16(part, false)}) {
            if (bytes.find(encoded) != std::string::npos) {
                return true;
            }
        }
    }
    return false;
}

/// Those of `texts` that stand in any file below `folder`, or in a file's name.
std::vector<std::string> readable_in(const fs::path& folder, const std::vector<std::string>& texts)
{
    std::vector<std::string> readable;
    for (const auto& text : texts) {
        for (const auto& entry : fs::recursive_directory_iterator{folder}) {
            if (shows(entry.path().filename().string(), text) ||
                (entry.is_regular_file() && shows(tests::bytes_of(entry.path()), text))) {
                readable.push_back(text);
                break;
            }
        }
    }
    return readable;
}

void sign_and_correct(storage::Casebook& casebook, model::ClientId client, const Typed& typed)
{
    auto content = tests::note_on(2024_y / 2 / 1, typed.signed_data);
    content.write(model::SectionKind::assessment, typed.signed_assessment);
    content.write(model::SectionKind::plan, typed.signed_plan);
    content.homework = typed.signed_homework;
    content.risk = {.level = model::RiskLevel::ideation, .actions = typed.signed_risk};
    const auto draft = casebook.start_draft(client, content, {}, tests::at(2024_y / 2 / 1, 15));
    const auto note = casebook.sign_draft(draft, tests::at(2024_y / 2 / 1, 16));
    casebook.add_addendum(note, typed.addendum, typed.addendum_reason, tests::at(2024_y / 2 / 2, 9));
    casebook.mark_entered_in_error(note, typed.error_reason, tests::at(2024_y / 2 / 3, 9));
}

void write_drafts(storage::Casebook& casebook, model::ClientId client, const Typed& typed)
{
    auto content = tests::note_on(2024_y / 3 / 1, typed.draft);
    content.homework = typed.draft_homework;
    content.risk = {.level = model::RiskLevel::passive_thoughts, .actions = typed.draft_risk};
    const auto draft = casebook.start_draft(client, content, {}, tests::at(2024_y / 3 / 1, 15));
    content.write(model::SectionKind::plan, typed.draft_saved);
    casebook.save_draft(draft, content, {}, tests::at(2024_y / 3 / 1, 16));
    const auto other = casebook.start_draft(client, tests::note_on(2024_y / 3 / 2, typed.discarded), {},
                                            tests::at(2024_y / 3 / 2, 15));
    casebook.discard_draft(other);
}

void type_everything(storage::Casebook& casebook, const Typed& typed)
{
    casebook.set_therapist(tests::example_therapist());
    const auto client = casebook.add_client({.code = "A1",
                                             .name = typed.name,
                                             .contact = typed.contact,
                                             .reason_for_care = typed.reason_for_care,
                                             .safety_plan = typed.safety_plan});
    casebook.admit(client, 2024_y / 1 / 1, model::LevelOfCare::outpatient, "Referred");
    casebook.set_level_of_care(
        client, {.from = 2024_y / 1 / 20, .level = model::LevelOfCare::intensive, .reason = typed.level_reason});
    const auto goal =
        casebook.add_goal(client, {.wording = typed.goal, .family = "boundaries", .agreed_on = 2024_y / 1 / 2});
    casebook.close_goal(goal, 2024_y / 4 / 1, typed.goal_closed);
    casebook.remember_summary_choices(client, {.own_words = typed.own_words});
    sign_and_correct(casebook, client, typed);
    write_drafts(casebook, client, typed);
}

} // namespace

TEST(Canary, IsReadableInNoFileWhileTheCasebookIsOpenNorAfterwards)
{
    const tests::QuickCasebook place;
    const Typed typed;
    ASSERT_GE(typed.all().size(), 20u);
    {
        auto casebook = place.open();
        type_everything(casebook, typed);
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
        type_everything(casebook, typed);
        casebook.together([&] {
            // The same again, over what is there: its pages go to the journal first.
            for (const auto& client : casebook.caseload(2024_y / 5 / 1)) {
                write_drafts(casebook, client.client.id, typed);
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
    EXPECT_THAT(readable_in(place.path(), typed.all()), UnorderedElementsAreArray(typed.all()));
}

INSTANTIATE_TEST_SUITE_P(Encodings, PlainFile, testing::Values("UTF-8", "UTF-16le", "UTF-16be"));
