#include "app/output/files.h"
#include "app/screens/trajectory_saving.h"
#include "tests/support/window.h"

#include <gtest/gtest.h>
#include <gtk/gtk.h>
#include <wx/clipbrd.h>
#include <wx/dataview.h>

namespace {

using namespace date::literals;

/// The trajectory tab of a client with two rated sessions and two scores.
class TrajectoryTabWindow : public tests::WindowTest {
protected:
    void SetUp() override
    {
        tests::SmallPractice practice;
        add_session(practice, 2024_y / 3 / 1, 2, 1, "Said yes and meant no.");
        add_session(practice, 2026_y / 11 / 2, 6, 8, "Said no to the landlord.");
        for (const auto& [day, total] : {std::pair{2024_y / 3 / 1, 18.0}, std::pair{2026_y / 11 / 2, 9.0}}) {
            practice.casebook.add_administration(practice.client, {.measure = "phq-9", .taken_on = day, .total = total},
                                                 tests::at(day, 16));
        }
        window().open(std::move(practice.casebook));
        press("Ctrl+2");
        until("the tab is up", [this] { return is_seen("Reading"); });
    }

    static void add_session(tests::SmallPractice& practice, model::Date day, int by_therapist, int by_client,
                            const std::string& text)
    {
        auto content = tests::note_on(day, text);
        content.ratings = {{practice.goal, by_therapist, by_client}};
        practice.casebook.add_signed_note(practice.client, content, tests::at(day, 16));
    }
};

TEST_F(TrajectoryTabWindow, ReadsEveryLineInWords)
{
    EXPECT_TRUE(is_seen("Goal: Say no")) << words_in_sight();
    EXPECT_TRUE(is_seen("Depression (PHQ-9)")) << words_in_sight();
    EXPECT_TRUE(is_seen("3 lines looked at.")) << words_in_sight();
}

TEST_F(TrajectoryTabWindow, ShowsHowAReadingIsCalculatedOnlyWhenAsked)
{
    EXPECT_TRUE(is_seen("Reliable improvement since the first score: 18")) << words_in_sight();
    EXPECT_FALSE(is_seen("NHS Talking Therapies"));
    tab_to("How this is calculated: Depression (PHQ-9)");
    press("Space");
    until("it is told", [this] { return is_seen("NHS Talking Therapies"); });
    EXPECT_EQ(focus_name(), "How this is calculated: Depression (PHQ-9)");
    press("Space");
    until("it is hidden again", [this] { return !is_seen("NHS Talking Therapies"); });
}

TEST_F(TrajectoryTabWindow, StaysOpenWhenAPointIsChosen)
{
    tab_to("How this is calculated: Depression (PHQ-9)");
    press("Space");
    tab_to("Trajectory");
    press("Right");
    until("the newest note is shown", [this] { return is_seen("Said no to the landlord."); });
    EXPECT_TRUE(is_seen("NHS Talking Therapies")) << words_in_sight();
}

TEST_F(TrajectoryTabWindow, WalksThePointsByKeyboardAndOpensTheirNote)
{
    tab_to("Trajectory");
    press("Right");
    until("the newest note is shown", [this] { return is_seen("Said no to the landlord."); });
    press("Left");
    until("the first note is shown", [this] { return is_seen("Said yes and meant no."); });
    EXPECT_FALSE(is_seen("Said no to the landlord."));
    press("Shift+Right");
    until("the newest note is shown again", [this] { return is_seen("Said no to the landlord."); });
    press("Esc");
    until("no note is shown", [this] { return !is_seen("Said no to the landlord."); });

    press("Right");
    press("Enter");
    until("the note is open on the Sessions tab", [this] { return !is_seen("lines looked at"); });
    EXPECT_TRUE(is_seen("Said no to the landlord.")) << words_in_sight();
}

TEST_F(TrajectoryTabWindow, ANoteOpenedFromAPointLeadsBackToThatPoint)
{
    tab_to("Trajectory");
    press("Right");
    press("Left");
    until("the first note is shown", [this] { return is_seen("Said yes and meant no."); });
    press("Enter");
    until("the note is open on the Sessions tab", [this] { return !is_seen("lines looked at"); });
    EXPECT_TRUE(is_seen("Back to trajectory")) << words_in_sight();
    press("Esc");
    until("the chart is back", [this] { return is_seen("lines looked at"); });
    EXPECT_TRUE(is_seen("Said yes and meant no.")) << "the same point";
    EXPECT_EQ(focus_name(), "Trajectory");

    press("Ctrl+1");
    EXPECT_TRUE(is_seen("2 sessions")) << "no note is left open there";
    EXPECT_FALSE(is_seen("Back to"));
}

TEST_F(TrajectoryTabWindow, IsATableToo)
{
    tab_to("As table");
    press("Enter");
    const auto* table = dynamic_cast<wxDataViewListCtrl*>(control("Trajectory as a table"));
    ASSERT_NE(table, nullptr);
    EXPECT_EQ(table->GetItemCount(), 6);
    EXPECT_TRUE(is_seen("As chart"));
    press("Enter");
    EXPECT_TRUE(is_seen("As table"));
}

TEST_F(TrajectoryTabWindow, AShorterTimeShowsLess)
{
    tab_to("Time shown: 3 months");
    press("Space");
    until("only the newest scores are read", [this] { return is_seen("1 score: 9 on"); });
}

TEST_F(TrajectoryTabWindow, NewScoresAppearAtOnce)
{
    auto& casebook = *window().casebook();
    const auto client = *casebook.client_with_code("A1");
    casebook.add_administration(client, {.measure = "phq-9", .taken_on = 2026_y / 11 / 19, .total = 4.0},
                                tests::at(2026_y / 11 / 19, 16));
    until("the new score is read", [this] { return is_seen("9 (2 Nov 2026) to 4"); });
}

class CopiedPicture : public tests::WindowTest {
protected:
    static bool is_on_clipboard(const wxDataFormat& format)
    {
        const wxClipboardLocker clipboard;
        return wxTheClipboard->IsSupported(format);
    }

    const std::string png_ = app::png_of({.size = {4, 4}});
};

TEST_F(CopiedPicture, IsMarkedAsSecretAndTakenBackAfterAWhile)
{
    app::PictureOnClipboard picture{std::chrono::milliseconds{200}};
    ASSERT_TRUE(picture.copy(png_));
    EXPECT_TRUE(is_on_clipboard(wxDF_BITMAP));
    EXPECT_TRUE(is_on_clipboard(wxDataFormat{"x-kde-passwordManagerHint"}));

    until("it is taken back", [] { return !is_on_clipboard(wxDF_BITMAP); });
}

TEST_F(CopiedPicture, GivesWayToWhatIsCopiedLater)
{
    {
        app::PictureOnClipboard picture;
        ASSERT_TRUE(picture.copy(png_));
        gtk_clipboard_set_text(gtk_clipboard_get(GDK_SELECTION_CLIPBOARD), "later", -1);
        settle();
    }
    settle();

    EXPECT_TRUE(is_on_clipboard(wxDF_UNICODETEXT));
}

} // namespace
