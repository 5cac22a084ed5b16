#include "app/screens/answer_grid.h"
#include "app/screens/casebook_panel.h"
#include "app/screens/rating_row.h"
#include "app/screens/scrolled_page.h"
#include "app/screens/text.h"
#include "app/words/details_words.h"
#include "app/words/goal_words.h"
#include "app/words/measure_words.h"
#include "app/words/note_words.h"
#include "app/words/people_words.h"
#include "app/words/session_words.h"
#include "tests/support/wheel.h"
#include "tests/support/window.h"

#include <gtest/gtest.h>
#include <wx/choice.h>

#include <functional>
#include <string>
#include <vector>

namespace {

using namespace date::literals;
using app::name_of;

/// What a native widget holds that a wheel could change; empty for all others.
std::string value_of(GtkWidget* widget)
{
    if (GTK_IS_COMBO_BOX(widget)) {
        return std::to_string(gtk_combo_box_get_active(GTK_COMBO_BOX(widget)));
    }
    if (GTK_IS_SPIN_BUTTON(widget)) {
        return std::to_string(gtk_spin_button_get_value(GTK_SPIN_BUTTON(widget)));
    }
    if (GTK_IS_SCALE(widget)) {
        return std::to_string(gtk_range_get_value(GTK_RANGE(widget)));
    }
    if (GTK_IS_TOGGLE_BUTTON(widget) && !GTK_IS_COMBO_BOX(gtk_widget_get_parent(gtk_widget_get_parent(widget)))) {
        return gtk_toggle_button_get_active(GTK_TOGGLE_BUTTON(widget)) != FALSE ? "on" : "off";
    }
    if (GTK_IS_CALENDAR(widget)) {
        guint year = 0;
        guint month = 0;
        gtk_calendar_get_date(GTK_CALENDAR(widget), &year, &month, nullptr);
        return std::to_string(year) + "-" + std::to_string(month);
    }
    return {};
}

/// A practice on disk, so that every page can be opened, and the wheel over everything on them.
class Wheel : public tests::WindowTest {
protected:
    Wheel()
    {
        {
            auto casebook = practice_.open();
            casebook.set_therapist(tests::example_therapist());
            client_ = casebook.add_client({.code = "A1", .name = "Ada Lind"});
            casebook.admit(client_, 2026_y / 1 / 5, model::LevelOfCare::outpatient, "");
            casebook.add_goal(client_, {.wording = "Say no", .family = "boundaries", .agreed_on = 2026_y / 1 / 5});
            casebook.add_signed_note(client_, tests::note_on(2026_y / 11 / 13), tests::at(2026_y / 11 / 13, 16));
            casebook.add_administration(
                client_, {.measure = "phq-9", .taken_on = 2026_y / 10 / 1, .answers = model::Answers(9, 1)},
                tests::at(2026_y / 10 / 1, 12));
        }
        window().open(practice_.open());
        settle();
    }

    app::CasebookPanel& casebook_panel() { return *window().casebook_panel(); }

    void press_button(const std::string& words)
    {
        wxWindow* const button = control(app::utf8(wxControl::RemoveMnemonics(app::shown(words))));
        ASSERT_NE(button, nullptr);
        wxCommandEvent pressed{wxEVT_BUTTON, button->GetId()};
        pressed.SetEventObject(button);
        button->ProcessWindowEvent(pressed);
        settle();
    }

    /// All values in sight.
    std::string values()
    {
        std::string all;
        tests::each_widget(window().GetHandle(), [&](GtkWidget* widget) {
            const std::string value = value_of(widget);
            all += value.empty() ? "" : value + ",";
        });
        each_drawn([&](wxWindow& drawn) {
            const char* name = atk_object_get_name(gtk_widget_get_accessible(drawn.GetHandle()));
            all += std::string{name != nullptr ? name : ""} + ",";
        });
        return all;
    }

    /// Turns the wheel over every control that holds a value, with the keyboard elsewhere and in it.
    void turn_over_everything(const std::string& page)
    {
        settle();
        const std::string before = values();
        std::vector<GtkWidget*> with_values;
        tests::each_widget(window().GetHandle(), [&](GtkWidget* widget) {
            if (!value_of(widget).empty() || GTK_IS_ENTRY(widget) || GTK_IS_TEXT_VIEW(widget)) {
                with_values.push_back(widget);
            }
        });
        each_drawn([&](wxWindow& drawn) { with_values.push_back(drawn.GetHandle()); });
        for (GtkWidget* const widget : with_values) {
            GtkWidget* innermost = widget;
            tests::each_widget(widget, [&](GtkWidget* part) { innermost = GTK_IS_BUTTON(part) ? part : innermost; });
            for (const bool has_keyboard : {false, true}) {
                if (has_keyboard) {
                    gtk_widget_grab_focus(innermost);
                    settle();
                }
                for (const auto direction : {GDK_SCROLL_DOWN, GDK_SCROLL_UP, GDK_SCROLL_UP, GDK_SCROLL_DOWN}) {
                    tests::turn_wheel_over(innermost, direction);
                    settle();
                    ASSERT_EQ(values(), before) << "on " << page << " the wheel changed " << gtk_widget_get_name(widget)
                                                << " " << atk_object_get_name(gtk_widget_get_accessible(widget));
                }
            }
        }
        turned_over_ += with_values.size();
    }

    /// The page that a control stands on.
    static app::ScrolledPage* page_of(wxWindow& control)
    {
        for (wxWindow* place = &control; place != nullptr; place = place->GetParent()) {
            if (auto* page = dynamic_cast<app::ScrolledPage*>(place)) {
                return page;
            }
        }
        return nullptr;
    }

    tests::CasebookOnDisk practice_;
    model::ClientId client_{};
    std::size_t turned_over_ = 0;

private:
    void each_drawn(const std::function<void(wxWindow&)>& act)
    {
        const std::function<void(wxWindow&)> look = [&](wxWindow& place) {
            if (!place.IsShownOnScreen()) {
                return;
            }
            if (dynamic_cast<app::RatingRow*>(&place) != nullptr || dynamic_cast<app::AnswerGrid*>(&place) != nullptr) {
                act(place);
            }
            for (wxWindow* child : place.GetChildren()) {
                look(*child);
            }
        };
        look(window());
    }
};

TEST_F(Wheel, ChangesNoValueOnAnyPage)
{
    using app::TabKind;
    casebook_panel().show_tab(TabKind::sessions);
    turn_over_everything("the list of sessions");
    casebook_panel().start_note();
    turn_over_everything("a new note");
    for (const TabKind tab :
         {TabKind::trajectory, TabKind::goals, TabKind::measures, TabKind::summaries, TabKind::details}) {
        casebook_panel().show_tab(tab);
        turn_over_everything("tab " + std::to_string(static_cast<int>(tab)));
    }
    casebook_panel().show_tab(TabKind::goals);
    press_button(app::goal_words::new_goal_button());
    turn_over_everything("a new goal");
    casebook_panel().show_tab(TabKind::measures);
    press_button(app::measure_words::enter_button());
    turn_over_everything("a form");
    casebook_panel().show_tab(TabKind::details);
    press_button(app::details_words::level_button());
    turn_over_everything("another level of care");
    EXPECT_GT(turned_over_, 60U);
}

TEST_F(Wheel, ChangesNoValueOnThePagesOfTheCasebook)
{
    const std::vector<std::pair<std::string, std::function<void()>>> pages{
        {"a new client", [this] { casebook_panel().add_client(); }},
        {"the practice", [this] { casebook_panel().ask_for_practice(); }},
        {"the settings", [this] { casebook_panel().change_settings(); }},
        {"the password", [this] { casebook_panel().change_password(); }},
        {"the people", [this] { casebook_panel().show_people(); }},
        {"the activity", [this] { casebook_panel().show_activity(); }},
        {"the check", [this] { casebook_panel().check(); }},
        {"the keys", [this] { casebook_panel().show_keys(); }},
    };
    for (const auto& [name, open] : pages) {
        open();
        turn_over_everything(name);
    }
    EXPECT_GT(turned_over_, 20U);
}

TEST_F(Wheel, ScrollsThePageOverDropDownsTextsAndRatings)
{
    window().SetSize(1024, 700);
    settle();
    casebook_panel().start_note();
    settle();
    for (const std::string& name :
         {words_for(app::NoteCaption::attendance), name_of(model::SectionKind::data),
          words_for(app::NoteCaption::homework),
          app::rating_row_name("Say no", model::Rater::client) + ", " + app::rating_value_words(std::nullopt)}) {
        wxWindow* const over = control(name);
        ASSERT_NE(over, nullptr);
        app::ScrolledPage* const page = page_of(*over);
        ASSERT_NE(page, nullptr);
        page->Scroll(-1, 0);
        settle();
        tests::turn_wheel_over(*over, GDK_SCROLL_DOWN);
        settle();
        EXPECT_GT(page->GetViewStart().y, 0) << "over " << name;
        tests::turn_wheel_over(*over, GDK_SCROLL_UP);
        settle();
        EXPECT_EQ(page->GetViewStart().y, 0) << "over " << name;
    }
}

} // namespace
