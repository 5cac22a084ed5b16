#include "app/screens/above_window.h"
#include "app/screens/casebook_panel.h"
#include "app/screens/date_field.h"
#include "app/screens/text.h"
#include "app/words/activity_words.h"
#include "app/words/measure_words.h"
#include "tests/support/window.h"

#include <gmock/gmock.h>
#include <gtk/gtk.h>
#include <wx/choice.h>
#include <wx/control.h>

#include <cstdlib>
#include <string>
#include <vector>

namespace {

using namespace date::literals;

/// Date and time fields of a client's pages, in the main window.
class DateFields : public tests::WindowTest {
protected:
    void SetUp() override
    {
        tests::SmallPractice practice;
        client_ = practice.client;
        window().open(std::move(practice.casebook));
        until("the client is up", [this] { return is_seen("New note"); });
    }

    storage::Casebook& casebook() { return *window().casebook(); }

    app::DateField& field(const char* name) { return dynamic_cast<app::DateField&>(*control(name)); }

    std::string text_in(const char* name) { return app::utf8(dynamic_cast<wxTextCtrl&>(*control(name)).GetValue()); }

    /// The form for a new goal, with the keyboard in its date.
    void begin_goal()
    {
        press("Ctrl+3");
        until("the tab is up", [this] { return is_seen("Being worked on"); });
        tab_to("New goal…");
        press("Enter");
        type("Sleep");
        tab_to("Agreed on");
    }

    void open_calendar(const char* name)
    {
        press("Alt+Down");
        until("the calendar is open", [&, this] { return focus_name() != name; });
    }

    /// Presses and lets go of the mouse on the open calendar, at these shares of its width and height.
    void click_calendar(double across, double down)
    {
        GtkWidget* calendar = gtk_window_get_focus(GTK_WINDOW(window().GetHandle()));
        ASSERT_TRUE(GTK_IS_CALENDAR(calendar));
        until("the calendar has its place", [&] { return gtk_widget_get_allocated_width(calendar) > 1; });
        GtkAllocation place;
        gtk_widget_get_allocation(calendar, &place);
        int left = 0;
        int top = 0;
        gdk_window_get_origin(gtk_widget_get_window(calendar), &left, &top);
        const auto at = [](int from, double share, int length) { return from + static_cast<int>(share * length); };
        const std::string where = std::to_string(at(left + place.x, across, place.width)) + " " +
                                  std::to_string(at(top + place.y, down, place.height));
        ASSERT_EQ(std::system(("xdotool mousemove " + where + " click 1").c_str()), 0);
    }

    /// What a screen reader is told from now on about a control.
    void listen_to(const char* name)
    {
        g_signal_connect(gtk_widget_get_accessible(control(name)->GetHandle()), "announcement",
                         G_CALLBACK(+[](AtkObject*, const char* words, gpointer heard) {
                             static_cast<std::vector<std::string>*>(heard)->emplace_back(words);
                         }),
                         &heard_);
    }

    model::ClientId client_{};
    std::vector<std::string> heard_;
};

TEST_F(DateFields, SayAtOnceWhatTheyUnderstoodAndWriteItInFullWhenTheyAreLeft)
{
    begin_goal();
    EXPECT_TRUE(is_seen("= Fri 20 Nov 2026")) << words_in_sight();
    press("Ctrl+a");
    type("18.11.");
    EXPECT_TRUE(is_seen("= Wed 18 Nov 2026")) << words_in_sight();
    EXPECT_EQ(text_in("Agreed on"), "18.11.") << "nothing is rewritten under the writer's hands";
    press("Tab");
    EXPECT_EQ(text_in("Agreed on"), "18 Nov 2026");
    tab_to("Add goal");
    press("Enter");
    until("it is kept", [this] { return casebook().goals_of(client_).size() == 2; });
    EXPECT_EQ(casebook().goals_of(client_).back().details.agreed_on, 2026_y / 11 / 18);
}

TEST_F(DateFields, SayInWordsWhatIsWrongAlsoToAScreenReader)
{
    begin_goal();
    listen_to("Agreed on");
    press("Ctrl+a");
    type("13/14/26");
    const std::string words = "There is no month 14. The day comes first here: 28/11/26.";
    EXPECT_TRUE(is_seen(words)) << words_in_sight();
    until("it is said", [&] { return !heard_.empty(); });
    EXPECT_EQ(heard_.back(), words);
    press("Ctrl+a");
    type("28 n");
    EXPECT_FALSE(is_seen("This is not a date")) << "it is only half typed";
    press("Enter");
    EXPECT_TRUE(is_seen("This is not a date. Write it like 28 Nov or 28/11/26.")) << words_in_sight();
    EXPECT_EQ(casebook().goals_of(client_).size(), 1U);
}

TEST_F(DateFields, DoNotMoveWhatIsBelowThemWhenTheySpeak)
{
    begin_goal();
    const int below = control("Add goal")->GetScreenPosition().y;
    press("Ctrl+a");
    press("Delete");
    settle();
    EXPECT_EQ(control("Add goal")->GetScreenPosition().y, below);
    type("19 nov");
    settle();
    EXPECT_EQ(control("Add goal")->GetScreenPosition().y, below);
}

TEST_F(DateFields, OpenACalendarInWhichArrowsChooseEnterTakesAndEscapeLeaves)
{
    begin_goal();
    open_calendar("Agreed on");
    EXPECT_EQ(focus_name(), "Fri 20 Nov 2026");
    press("Left");
    press("Up");
    EXPECT_EQ(focus_name(), "Thu 12 Nov 2026");
    press("Page Up");
    EXPECT_EQ(focus_name(), "Mon 12 Oct 2026");
    press("Right");
    press("Down");
    EXPECT_EQ(text_in("Agreed on"), "20 Nov 2026") << "nothing is taken yet";
    press("Enter");
    until("the keyboard is back", [this] { return focus_name() == "Agreed on"; });
    EXPECT_EQ(text_in("Agreed on"), "20 Oct 2026");

    open_calendar("Agreed on");
    EXPECT_EQ(focus_name(), "Tue 20 Oct 2026");
    press("Down");
    press("Esc");
    until("the keyboard is back", [this] { return focus_name() == "Agreed on"; });
    EXPECT_EQ(text_in("Agreed on"), "20 Oct 2026");
    EXPECT_EQ(text_in("Goal, in the client's words"), "Sleep") << "Escape left the calendar only";
}

TEST_F(DateFields, OpenACalendarWhoseArrowsTurnPagesByMouseAndWhoseDaysAreTaken)
{
    g_object_set(gtk_settings_get_default(), "gtk-enable-animations", FALSE, nullptr);
    begin_goal();
    open_calendar("Agreed on");
    click_calendar(0.04, 0.06); // The arrow before the month.
    until("the page is turned", [this] { return focus_name() == "Tue 20 Oct 2026"; });
    settle();
    EXPECT_EQ(focus_name(), "Tue 20 Oct 2026") << "the calendar stays open";
    EXPECT_EQ(text_in("Agreed on"), "20 Nov 2026") << "nothing is taken yet";

    click_calendar(0.5, 0.5);
    until("the keyboard is back", [this] { return focus_name() == "Agreed on"; });
    EXPECT_THAT(text_in("Agreed on"), testing::EndsWith("Oct 2026"));
    g_object_set(gtk_settings_get_default(), "gtk-enable-animations", TRUE, nullptr);
}

TEST_F(DateFields, OpenTheirCalendarByTheButtonInThem)
{
    begin_goal();
    auto* entry = GTK_ENTRY(field("Agreed on").GetHandle());
    EXPECT_NE(gtk_entry_get_icon_storage_type(entry, GTK_ENTRY_ICON_SECONDARY), GTK_IMAGE_EMPTY);
    g_signal_emit_by_name(entry, "icon-release", GTK_ENTRY_ICON_SECONDARY, nullptr);
    until("the calendar is open", [this] { return focus_name() == "Fri 20 Nov 2026"; });
    press("Esc");
    until("the keyboard is back", [this] { return focus_name() == "Agreed on"; });
}

TEST_F(DateFields, LetTheirCalendarGoWhenTheWindowIsToBeCovered)
{
    begin_goal();
    open_calendar("Agreed on");
    bool is_clear = false;
    app::when_nothing_is_above([&] { is_clear = true; });
    until("nothing is above", [&] { return is_clear; });
    EXPECT_FALSE(has_ended()) << "the calendar stands in the window, which must not close";
    EXPECT_EQ(text_in("Goal, in the client's words"), "Sleep");
}

TEST_F(DateFields, AreTheSameOnEveryPage)
{
    press("Ctrl+N");
    EXPECT_NO_THROW(field("Date"));
    press("Ctrl+4");
    const std::string enter = app::utf8(wxControl::RemoveMnemonics(app::shown(app::measure_words::enter_button())));
    until("the measures are up", [&, this] { return is_seen(enter); });
    tab_to(enter);
    press("Enter");
    EXPECT_NO_THROW(field(app::measure_words::date_label().c_str()));
    press("Esc");
    press("Ctrl+5");
    until("the summary is up", [this] { return is_seen("Whole episode"); });
    EXPECT_NO_THROW(field("From"));
    EXPECT_NO_THROW(field("To"));
    press("Ctrl+6");
    EXPECT_NO_THROW(field("Date of birth"));
    tab_to("Change the level of care…");
    press("Enter");
    EXPECT_NO_THROW(field("On"));
    EXPECT_NO_THROW(field("Review on, if planned"));
    press("Tab");
    window().casebook_panel()->show_activity();
    until("the activity is up", [this] { return is_seen(app::activity_words::from_label()); });
    EXPECT_NO_THROW(field(app::activity_words::from_label().c_str()));
    EXPECT_NO_THROW(field(app::activity_words::to_label().c_str()));
}

TEST_F(DateFields, OfANoteSayWhatIsWrongWithATimeBesideIt)
{
    press("Ctrl+N");
    tab_to("Start");
    press("Ctrl+a");
    type("25:00");
    EXPECT_TRUE(is_seen("There is no 25:00. Use 0:00 to 23:59.")) << words_in_sight();
    press("Ctrl+a");
    type("2:30pm");
    EXPECT_TRUE(is_seen("= 14:30")) << words_in_sight();
    press("Tab");
    EXPECT_EQ(text_in("Start"), "14:30");
    EXPECT_FALSE(is_seen("= 14:30"));
}

TEST_F(DateFields, OfANoteTakeADayFromTheCalendar)
{
    press("Ctrl+N");
    tab_to("Date");
    open_calendar("Date");
    press("Left");
    press("Enter");
    until("the keyboard is back", [this] { return focus_name() == "Date"; });
    press("Tab");
    EXPECT_EQ(text_in("Date"), "Thu 19 Nov 2026");
}

TEST_F(DateFields, FollowTheSettingsOfThePractice)
{
    casebook().set_settings({.habits = {.order = model::DateOrder::month_first, .hours = model::HourClock::of_12}});
    press("Ctrl+N");
    EXPECT_EQ(text_in("Start"), "2:10 pm");
    tab_to("Date");
    press("Ctrl+a");
    type("3/14/26");
    EXPECT_TRUE(is_seen("= Sat 14 Mar 2026")) << words_in_sight();
    tab_to("Start");
    press("Ctrl+a");
    type("9:30");
    press("Tab");
    EXPECT_TRUE(is_seen("9:30 am or pm?")) << words_in_sight();
}

TEST_F(DateFields, AreSetUpOnTheSettingsPage)
{
    window().casebook_panel()->change_settings();
    until("the settings are open", [this] { return is_seen("Settings of this casebook"); });
    for (const char* name : {"Dates typed in numbers", "Clock"}) {
        auto& choice = dynamic_cast<wxChoice&>(*control(name));
        choice.SetSelection(1);
        wxCommandEvent chosen{wxEVT_CHOICE, choice.GetId()};
        chosen.SetEventObject(&choice);
        choice.ProcessWindowEvent(chosen);
    }
    tab_to("Save");
    press("Enter");
    until("they are kept", [this] { return casebook().settings().habits.hours == model::HourClock::of_12; });
    EXPECT_EQ(casebook().settings().habits.order, model::DateOrder::month_first);
}

} // namespace
