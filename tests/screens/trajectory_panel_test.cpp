#include "app/output/files.h"
#include "app/screens/picture_on_clipboard.h"
#include "tests/support/window.h"

#include <gtest/gtest.h>
#include <gtk/gtk.h>
#include <wx/clipbrd.h>
#include <wx/dataview.h>

#include <functional>
#include <string>

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

/// Where a control stands on the display.
wxRect place_of(const wxWindow& control)
{
    return {control.ClientToScreen(wxPoint{0, 0}), control.GetSize()};
}

TEST_F(TrajectoryTabWindow, TheReadingFoldsBelowTheChartInANarrowWindow)
{
    for (const wxSize size : {wxSize{1280, 800}, wxSize{1024, 700}, wxSize{1900, 1060}, wxSize{1024, 700}}) {
        resize(size);
        const wxRect chart = place_of(*control("Trajectory")->GetParent());
        const wxRect reading = place_of(*control("Reading"));
        if (size.x == 1024) {
            EXPECT_GE(reading.y, chart.GetBottom()) << size.x;
            EXPECT_GE(reading.width, chart.width) << size.x;
            EXPECT_GE(chart.height, reading.height) << size.x;
        } else {
            EXPECT_GE(reading.x, chart.GetRight()) << size.x;
        }
        EXPECT_LE(reading.GetBottom(), place_of(window()).GetBottom()) << size.x;
        EXPECT_GE(reading.height, 120) << size.x;
    }
}

/// Acts while a menu is up, which holds the program in a loop of its own.
struct WhileMenuIsUp {
    std::function<void(GtkWidget& menu)> act;
    int tries = 0;

    static gboolean look(gpointer self)
    {
        auto& one = *static_cast<WhileMenuIsUp*>(self);
        GtkWidget* menu = gtk_grab_get_current();
        if (menu == nullptr || !GTK_IS_MENU(menu)) {
            return ++one.tries < 1000 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
        }
        one.act(*menu);
        gtk_menu_shell_deactivate(GTK_MENU_SHELL(menu));
        return G_SOURCE_REMOVE;
    }
};

/// The item of a menu with these words; null when there is none.
GtkWidget* item_called(GtkWidget& menu, const std::string& words)
{
    GtkWidget* found = nullptr;
    GList* items = gtk_container_get_children(GTK_CONTAINER(&menu));
    for (GList* item = items; item != nullptr; item = item->next) {
        const char* label = gtk_menu_item_get_label(GTK_MENU_ITEM(item->data));
        if (label != nullptr && words == label) {
            found = GTK_WIDGET(item->data);
        }
    }
    g_list_free(items);
    return found;
}

bool click(GtkWidget& item)
{
    GdkEvent* event = gdk_event_new(GDK_BUTTON_RELEASE);
    event->button.window = GDK_WINDOW(g_object_ref(gtk_widget_get_window(&item)));
    event->button.button = GDK_BUTTON_PRIMARY;
    event->button.time = GDK_CURRENT_TIME;
    const bool is_used = gtk_widget_event(&item, event) != FALSE;
    gdk_event_free(event);
    return is_used;
}

bool hit_key_in(GtkWidget& menu, guint key)
{
    GdkEvent* event = gdk_event_new(GDK_KEY_PRESS);
    event->key.window = GDK_WINDOW(g_object_ref(gtk_widget_get_window(&menu)));
    event->key.keyval = key;
    event->key.time = GDK_CURRENT_TIME;
    gdk_event_set_device(event, gdk_seat_get_keyboard(gdk_display_get_default_seat(gdk_display_get_default())));
    const bool is_used = gtk_widget_event(&menu, event) != FALSE;
    gdk_event_free(event);
    return is_used;
}

TEST_F(TrajectoryTabWindow, TheMenuOfPanelsStaysOpenWhileTheyAreTicked)
{
    bool was_up = false;
    WhileMenuIsUp menu{[&](GtkWidget& up) {
        was_up = true;
        GtkWidget* goal = item_called(up, "Goal: Say no");
        GtkWidget* mood = item_called(up, "Depression (PHQ-9)");
        ASSERT_TRUE(goal != nullptr && mood != nullptr);
        EXPECT_TRUE(click(*goal));
        EXPECT_TRUE(gtk_widget_get_mapped(&up)) << "after a click";
        EXPECT_FALSE(gtk_check_menu_item_get_active(GTK_CHECK_MENU_ITEM(goal)));
        EXPECT_FALSE(is_seen("Goal: Say no")) << "the chart follows at once";
        EXPECT_TRUE(is_seen("1 line looked at.")) << words_in_sight();
        click(*goal);
        EXPECT_TRUE(is_seen("3 lines looked at.")) << words_in_sight();
        for (const guint key : {GDK_KEY_space, GDK_KEY_Return}) {
            gtk_menu_shell_select_item(GTK_MENU_SHELL(&up), mood);
            hit_key_in(up, key);
            EXPECT_TRUE(gtk_widget_get_mapped(&up)) << "after key " << key;
        }
        EXPECT_TRUE(gtk_check_menu_item_get_active(GTK_CHECK_MENU_ITEM(mood))) << "off by one key, on by the other";
        click(*mood);
    }};
    g_timeout_add(10, &WhileMenuIsUp::look, &menu);
    tab_to("Panels…");
    press("Enter");
    EXPECT_TRUE(was_up);
    until("the menu is gone", [this] { return is_seen("2 lines looked at."); });
    EXPECT_FALSE(is_seen("Depression (PHQ-9)"));
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
