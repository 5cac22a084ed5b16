#include "app/screens/casebook_panel.h"
#include "tests/support/file_chosen.h"
#include "tests/support/quick_casebook.h"
#include "tests/support/storage_trouble.h"
#include "tests/support/window.h"

#include <gmock/gmock.h>
#include <wx/button.h>
#include <wx/choice.h>
#include <wx/radiobut.h>

#include <chrono>
#include <filesystem>
#include <string>
#include <utility>

namespace {

using testing::HasSubstr;

/// The page Casebook > Import scores in a casebook with one client.
class ImportScoresWindow : public tests::WindowTest {
protected:
    void SetUp() override
    {
        auto casebook = practice_.open();
        const auto ada = casebook.add_client({.code = "A-001", .name = "Ada Lind"});
        casebook.admit(ada, date::year{2026} / 1 / 5, model::LevelOfCare::outpatient, "");
        window().open(std::move(casebook));
        settle();
    }

    void write(const std::string& lines) { tests::overwrite(file_, heading_ + lines); }

    /// Opens the page, and there a file with these lines, by keys alone.
    void open(const std::string& lines)
    {
        write(lines);
        window().casebook_panel()->import_scores();
        settle();
        EXPECT_EQ(focus_name(), "Choose a file…");
        const tests::FileChosen chosen{file_};
        press("Enter");
        until("the file is read", [this] { return is_seen("File: scores.csv") && !is_seen("is being read"); });
        settle();
    }

    /// Leaves what an import brought; at once the page does not heed the key.
    void leave_by(const std::string& key)
    {
        until("the page is left", [&] {
            press(key);
            return !is_seen("Scores imported");
        });
    }

    std::size_t scores_of(const std::string& code)
    {
        const auto client = window().casebook()->client_with_code(code);
        return client ? window().casebook()->administrations_of(*client).size() : 0;
    }

    tests::QuickCasebook practice_{};
    tests::TemporaryFolder folder_{};
    std::string heading_ = "client,date,measure,score\n";
    std::filesystem::path file_ = folder_.path() / "scores.csv";
};

TEST_F(ImportScoresWindow, StandsInTheCasebookMenu)
{
    press("Alt+c");
    press("i");
    settle();
    EXPECT_TRUE(is_seen("Import scores")) << words_in_sight();
    EXPECT_EQ(focus_name(), "Choose a file…");
    press("Esc");
    settle();
    EXPECT_FALSE(is_seen("Choose a file…"));
}

TEST_F(ImportScoresWindow, ShowsWhatAFileBringsAndImportsItByKeysAlone)
{
    open("A-001,2026-01-05,phq-9,12\nB-2,2026-03-05,phq-9,7\n");
    EXPECT_TRUE(is_seen("2 new scores of 2 clients. 1 client is new")) << words_in_sight();
    EXPECT_TRUE(is_seen("Ada Lind · A-001"));
    EXPECT_TRUE(is_seen("B-2 (new client)"));
    EXPECT_EQ(focus_name(), "What the file brings") << "Enter alone imports nothing";
    EXPECT_EQ(scores_of("A-001"), 0U);
    press("Ctrl+Enter");
    until("they are imported", [this] { return is_seen("Imported 2 scores of 2 clients."); });
    EXPECT_EQ(scores_of("A-001"), 1U);
    EXPECT_EQ(scores_of("B-2"), 1U);
    EXPECT_EQ(focus_name(), "Done");
    leave_by("Enter");
    EXPECT_TRUE(is_seen("B-2")) << "in the caseload";
}

TEST_F(ImportScoresWindow, KeepsNothingWhenItIsCancelled)
{
    const auto changes = window().casebook()->changes_made();
    open("A-001,2026-01-05,phq-9,12\n");
    press("Esc");
    settle();
    EXPECT_FALSE(is_seen("What the file brings"));
    EXPECT_EQ(window().casebook()->changes_made(), changes);
}

TEST_F(ImportScoresWindow, AsksOneQuestionAfterTheOther)
{
    open("A-OO1,2026-01-05,phq-9,12\nCarla Diaz,2026-01-05,phq-9,12\n");
    EXPECT_TRUE(is_seen("Who is meant by \"A-OO1\"?"));
    EXPECT_TRUE(is_seen("Line 2, column client: the code \"A-OO1\" looks like \"A-001\"."));
    EXPECT_FALSE(is_seen("--")) << "no option of the command line";
    EXPECT_EQ(focus_name(), "It is Ada Lind · A-001");
    press("Enter");
    settle();
    EXPECT_TRUE(is_seen("Please choose an answer.")) << "Enter takes nobody for somebody else";
    press("Space");
    press("Enter");
    settle();
    EXPECT_TRUE(is_seen("Who is meant by \"Carla Diaz\"?"));
    EXPECT_TRUE(is_seen("\"A-OO1\" is Ada Lind · A-001."));
    press("Space");
    press("Enter");
    settle();
    EXPECT_TRUE(is_seen("Please choose the client."));
    EXPECT_EQ(focus_name(), "Client who is meant");
    tab_to("Code of the new client");
    type("C-7");
    EXPECT_FALSE(is_seen("Please choose the client."));
    press("Enter");
    settle();
    EXPECT_TRUE(is_seen("C-7 (new client)")) << words_in_sight();
    press("Ctrl+Enter");
    until("they are imported", [this] { return is_seen("Scores imported"); });
    EXPECT_EQ(scores_of("A-001"), 1U);
    EXPECT_EQ(scores_of("C-7"), 1U);
}

TEST_F(ImportScoresWindow, ChoosesAClientOfTheCasebook)
{
    open("Adelheid L.,2026-01-05,phq-9,12\n");
    auto& clients = dynamic_cast<wxChoice&>(*control("Client who is meant"));
    clients.SetFocus();
    clients.SetSelection(0);
    wxCommandEvent chosen{wxEVT_CHOICE, clients.GetId()};
    chosen.SetInt(0);
    clients.ProcessWindowEvent(chosen);
    press("Ctrl+Enter");
    settle();
    press("Ctrl+Enter");
    until("they are imported", [this] { return is_seen("Scores imported"); });
    EXPECT_EQ(scores_of("A-001"), 1U);
}

TEST_F(ImportScoresWindow, LeavesOutWhatTheCasebookHasOnceItIsAsked)
{
    open("A-001,2026-01-05,phq-9,12\n");
    press("Ctrl+Enter");
    until("they are imported", [this] { return is_seen("Scores imported"); });
    leave_by("Esc");
    open("A-001,2026-01-05,phq-9,12\nA-001,2026-01-06,phq-9,11\n");
    EXPECT_EQ(focus_name(), "Leave them out");
    press("Enter");
    settle();
    EXPECT_TRUE(is_seen("1 new score of 1 client. 1 row is left out: the casebook has it already (line 2)."));
    EXPECT_TRUE(is_seen("1 (1 left out)"));
}

TEST_F(ImportScoresWindow, ReadsAFileAgainOnceItIsCorrected)
{
    open("A-001,2026-02-30,phq-9,12\n");
    EXPECT_TRUE(is_seen("Line 2, column date: \"2026-02-30\" is not a date"));
    EXPECT_EQ(focus_name(), "Read the file again");
    write("A-001,2026-02-20,phq-9,12\n");
    press("Enter");
    until("it is read", [this] { return is_seen("1 new score of 1 client."); });
}

TEST_F(ImportScoresWindow, AsksBeforeItDiscardsAnswers)
{
    open("A-OO1,2026-01-05,phq-9,12\n");
    press("Space");
    press("Enter");
    settle();
    press("Esc");
    settle();
    EXPECT_TRUE(is_seen("leaving discards your answers"));
    press("Esc");
    settle();
    EXPECT_FALSE(is_seen("leaving discards your answers"));
    EXPECT_EQ(focus_name(), "What the file brings");
    control("Change: \"A-OO1\" is Ada Lind · A-001.")->SetFocus();
    press("Space");
    until("it asks anew", [this] { return is_seen("Who is meant by \"A-OO1\"?"); });
    press("Esc");
    settle();
    EXPECT_FALSE(is_seen("Who is meant"));
    EXPECT_EQ(scores_of("A-001"), 0U);
}

TEST_F(ImportScoresWindow, HidesNames)
{
    open("A-001,2026-01-05,phq-9,12\n");
    press("F9");
    settle();
    EXPECT_FALSE(is_seen("Ada Lind")) << words_in_sight();
    EXPECT_TRUE(is_seen("A-001"));
}

TEST_F(ImportScoresWindow, IsGoneAfterLockingWithNothingLost)
{
    window().allow_locking({.uptime = [] { return std::chrono::seconds{1000}; },
                            .start_anew = [](const std::filesystem::path&, const app::Locked&) {}});
    open("A-OO1,2026-01-05,phq-9,12\n");
    press("Space");
    press("Enter");
    settle();
    press("Ctrl+L");
    until("it is locked", [this] { return window().casebook() == nullptr; });
    window().open(practice_.open());
    settle();
    EXPECT_FALSE(is_seen("Import scores"));
    EXPECT_TRUE(is_seen("Ada Lind"));
    EXPECT_EQ(window().casebook()->clients().size(), 1U);
}

TEST_F(ImportScoresWindow, StaysAliveWithTenThousandRowsAndShowsHowFarItIs)
{
    std::string lines;
    for (int row = 0; row < 10'000; ++row) {
        lines += "P" + std::to_string(row % 100) + "," +
                 model::iso_date(model::Date{date::sys_days{date::year{2020} / 1 / 1} + date::days{row / 100}}) +
                 ",phq-9,12\n";
    }
    open(lines);
    EXPECT_TRUE(is_seen("10,000 new scores of 100 clients."));
    press("Ctrl+Enter");
    EXPECT_TRUE(is_seen("Importing 10,000 scores…")) << "before it begins";
    EXPECT_FALSE(dynamic_cast<wxButton&>(*control("Cancel")).IsThisEnabled());
    until("they are imported", [this] { return is_seen("Imported 10,000 scores of 100 clients."); });
    EXPECT_EQ(scores_of("P99"), 100U);
}

TEST_F(ImportScoresWindow, TakesNoAnswerByAccidentToHowAnswersAreCounted)
{
    heading_ = "client,date,measure,items\n";
    open("A-001,2026-01-05,phq-9,1;2;3;4;1;1;1;1;1\n");
    const std::string counts_from_1 = "The file counts from 1: what the form calls 0 stands there as 1";
    EXPECT_EQ(focus_name(), counts_from_1);
    EXPECT_FALSE(dynamic_cast<wxRadioButton&>(*control(counts_from_1)).GetValue());
    for (const std::string keys : {"Enter", "Ctrl+Enter"}) {
        press(keys);
        settle();
        EXPECT_TRUE(is_seen("Please choose an answer.")) << keys << ": " << words_in_sight();
        EXPECT_EQ(focus_name(), counts_from_1);
    }
    press("Space");
    settle();
    EXPECT_TRUE(dynamic_cast<wxRadioButton&>(*control(counts_from_1)).GetValue());
    EXPECT_FALSE(is_seen("Please choose an answer."));
    press("Enter");
    until("it is read so", [this] { return is_seen("1 new score of 1 client."); });
}

TEST_F(ImportScoresWindow, AsksForTheOrderOfDatesAndChangesOneAnswer)
{
    open("A-OO1,3/5/2026,phq-9,12\n");
    EXPECT_TRUE(is_seen("Which comes first in the dates, the day or the month?")) << words_in_sight();
    EXPECT_TRUE(is_seen("can be 3 May 2026 or 5 Mar 2026"));
    EXPECT_FALSE(is_seen("--")) << "no option of the command line";
    press("Enter");
    settle();
    EXPECT_TRUE(is_seen("Please choose an answer."));
    press("Down");
    settle();
    EXPECT_EQ(focus_name(), "The month comes first: 3/5/2026 is 5 Mar 2026");
    press("Enter");
    until("it is read so", [this] { return is_seen("Who is meant by \"A-OO1\"?"); });
    press("Space");
    press("Enter");
    until("that is answered", [this] { return is_seen("1 new score of 1 client."); });
    EXPECT_TRUE(is_seen("5 Mar 2026"));

    control("Change: The month comes first in the dates of the file.")->SetFocus();
    press("Space");
    until("it asks anew", [this] { return is_seen("Which comes first in the dates"); });
    EXPECT_TRUE(is_seen("\"A-OO1\" is Ada Lind")) << "the other answer holds";
    press("Space");
    settle();
    press("Enter");
    until("it is read so", [this] { return is_seen("1 new score of 1 client."); });
    EXPECT_TRUE(is_seen("3 May 2026")) << words_in_sight();
}

TEST_F(ImportScoresWindow, IsNotLeftByKeysThatWerePressedWhileItWorked)
{
    open("A-001,2026-01-05,phq-9,12\n");
    bool has_pressed = false;
    const auto listening = window().casebook()->subscribe([&](const storage::Change&) {
        if (!std::exchange(has_pressed, true)) {
            press_meanwhile("Ctrl+Enter");
            press_meanwhile("Esc");
        }
    });
    press("Ctrl+Enter");
    until("they are imported", [&] { return has_pressed; });
    settle();
    EXPECT_TRUE(is_seen("Scores imported")) << words_in_sight();
    EXPECT_EQ(focus_name(), "Done");
}

TEST_F(ImportScoresWindow, HasTheKeyboardAtTheAnswersAfterALongReading)
{
    std::string lines;
    for (int row = 0; row < 8'000; ++row) {
        lines += "P" + std::to_string(row % 400) + "," + model::iso_date(model::days_after(2020_y / 1 / 1, row / 400)) +
                 ",phq-9,12\n";
    }
    lines += "A-OO1,2026-01-05,phq-9,12\n";
    open(lines);
    until("the keyboard is there", [this] { return focus_name() == "It is Ada Lind · A-001"; });
    resize(1024, 700);
    EXPECT_EQ(focus_name(), "It is Ada Lind · A-001");
}

TEST_F(ImportScoresWindow, FitsASmallWindow)
{
    std::string lines;
    for (int row = 0; row < 40; ++row) {
        lines += "P" + std::to_string(row) + ",2026-01-05,phq-9,12\n";
    }
    lines += "A-OO1,2026-01-05,phq-9,12\n";
    open(lines);
    resize(1024, 700);
    settle();
    EXPECT_TRUE(is_wholly_in_sight(*control("Continue")));
    EXPECT_EQ(focus_name(), "It is Ada Lind · A-001");
    press("Space");
    // The key by itself needs the keyboard of the whole display, which a window of another test may still have.
    press("Ctrl+Enter");
    until("it is read", [this] { return is_seen("Import 41 scores"); });
    settle();
    EXPECT_TRUE(is_wholly_in_sight(*control("Import 41 scores"))) << "below a table that scrolls";
}

} // namespace
