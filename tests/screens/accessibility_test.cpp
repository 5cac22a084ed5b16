#include "app/screens/form.h"
#include "app/words/main_words.h"
#include "tests/support/every_page.h"

#include <gmock/gmock.h>
#include <gtk/gtk.h>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

/// What screen readers are told at once while this exists.
class Announcements {
public:
    Announcements()
        : signal_{g_signal_lookup("announcement", ATK_TYPE_OBJECT)}, hook_{g_signal_add_emission_hook(signal_, 0, hear,
                                                                                                      &heard_, nullptr)}
    {
    }
    ~Announcements() { g_signal_remove_emission_hook(signal_, hook_); }
    Announcements(const Announcements&) = delete;
    Announcements& operator=(const Announcements&) = delete;

    const std::vector<std::string>& heard() const { return heard_; }

private:
    static gboolean hear(GSignalInvocationHint* /*hint*/, guint /*count*/, const GValue* values, gpointer heard)
    {
        static_cast<std::vector<std::string>*>(heard)->emplace_back(g_value_get_string(values + 1));
        return TRUE;
    }

    std::vector<std::string> heard_{};
    guint signal_;
    gulong hook_;
};

/// One object as a screen reader finds it.
struct Heard {
    AtkRole role = ATK_ROLE_INVALID;
    std::string name{};
    bool is_focusable = false;
};

bool has_state(AtkObject* object, AtkStateType state)
{
    AtkStateSet* states = atk_object_ref_state_set(object);
    const bool has = atk_state_set_contains_state(states, state) != FALSE;
    g_object_unref(states);
    return has;
}

Heard heard_of(AtkObject* object)
{
    const char* name = atk_object_get_name(object);
    return {.role = atk_object_get_role(object),
            .name = name != nullptr ? name : "",
            .is_focusable = has_state(object, ATK_STATE_FOCUSABLE)};
}

/// Whether the role says no more than that there is something.
bool is_vague(AtkRole role)
{
    static constexpr std::array vague{ATK_ROLE_INVALID, ATK_ROLE_UNKNOWN,          ATK_ROLE_FILLER,
                                      ATK_ROLE_PANEL,   ATK_ROLE_REDUNDANT_OBJECT, ATK_ROLE_DRAWING_AREA,
                                      ATK_ROLE_CANVAS,  ATK_ROLE_SECTION,          ATK_ROLE_VIEWPORT};
    return std::ranges::count(vague, role) > 0;
}

/// What is wrong with an object for somebody who only hears it; empty when nothing is.
std::string wrong_with(const Heard& heard)
{
    const bool must_have_name = heard.is_focusable || heard.role == ATK_ROLE_PANEL || heard.role == ATK_ROLE_TABLE_CELL;
    return must_have_name && heard.name.empty()         ? "  <-- has no name"
           : heard.is_focusable && is_vague(heard.role) ? "  <-- does not say what it is"
                                                        : "";
}

/// Every object in sight below `object`, one a line, with what is wrong with it.
void write_tree(AtkObject* object, int depth, std::string& tree, std::vector<std::string>& wrong)
{
    constexpr int most_children = 200; // Of a list that shows thousands of rows the first tell enough.
    if (!has_state(object, ATK_STATE_VISIBLE) || !has_state(object, ATK_STATE_SHOWING)) {
        return;
    }
    const Heard heard = heard_of(object);
    const std::string problem = wrong_with(heard);
    const std::string line = std::string{atk_role_get_name(heard.role)} + " \"" + heard.name + "\"" +
                             (heard.is_focusable ? " *" : "") + problem;
    tree += std::string(static_cast<std::size_t>(depth) * 2, ' ') + line + "\n";
    if (!problem.empty()) {
        wrong.push_back(line);
    }
    for (int i = 0; i < std::min(atk_object_get_n_accessible_children(object), most_children); ++i) {
        if (AtkObject* child = atk_object_ref_accessible_child(object, i)) {
            write_tree(child, depth + 1, tree, wrong);
            g_object_unref(child);
        }
    }
}

class Accessibility : public tests::EveryPage {
protected:
    AtkObject* root() { return gtk_widget_get_accessible(window().GetHandle()); }

    /// Fails where something in sight has no name, or does not say what it is.
    void expect_all_is_said(const std::string& page)
    {
        settle();
        std::string tree;
        std::vector<std::string> wrong;
        write_tree(root(), 0, tree, wrong);
        EXPECT_THAT(wrong, IsEmpty()) << "on the page: " << page << "\n" << tree;
        const Heard focus = focused();
        EXPECT_EQ(wrong_with(focus), "") << "where the keyboard is, on the page: " << page;
    }

    /// Where the keyboard is, as it is told to a screen reader.
    Heard focused()
    {
        GtkWidget* focus = gtk_window_get_focus(GTK_WINDOW(window().GetHandle()));
        return focus != nullptr ? heard_of(gtk_widget_get_accessible(focus))
                                : Heard{.role = ATK_ROLE_FRAME, .name = "nowhere"};
    }

    /// Walks through the stops of the page, and looks at each.
    void expect_every_stop_is_said(const std::string& page)
    {
        expect_all_is_said(page);
        GtkWidget* const first = gtk_window_get_focus(GTK_WINDOW(window().GetHandle()));
        constexpr int most_stops = 80;
        for (int stop = 0; stop < most_stops; ++stop) {
            press("Tab");
            GtkWidget* const focus = gtk_window_get_focus(GTK_WINDOW(window().GetHandle()));
            if (focus == first || focus == nullptr) {
                break;
            }
            Heard heard = heard_of(gtk_widget_get_accessible(focus));
            heard.is_focusable = true;
            EXPECT_EQ(wrong_with(heard), "") << atk_role_get_name(heard.role) << " \"" << heard.name << "\", stop "
                                             << stop << " on the page: " << page;
            EXPECT_FALSE(GTK_IS_TOGGLE_BUTTON(focus) && gtk_widget_get_ancestor(focus, GTK_TYPE_COMBO_BOX) != nullptr &&
                         heard.role != ATK_ROLE_COMBO_BOX)
                << "a drop-down that does not say so, on the page: " << page;
        }
    }
};

TEST_F(Accessibility, WhatIsLoudIsSaidOnceWhenItAppearsAndNeverFromAHiddenPage)
{
    window().start();
    settle();
    const Announcements announcements;
    auto* words = new app::Paragraph(&window(), "", app::Paragraph::Tone::loud);
    words->say("The passwords differ.");
    settle();
    EXPECT_THAT(announcements.heard(), ElementsAre("The passwords differ."));
    words->say("The passwords differ.");
    settle();
    EXPECT_THAT(announcements.heard(), ElementsAre("The passwords differ.")) << "said once";
    words->say("");
    words->say("Please choose a password.");
    words->Hide();
    settle();
    EXPECT_THAT(announcements.heard(), ElementsAre("The passwords differ.")) << "nothing from where nobody can look";
}

TEST_F(Accessibility, QuietWordsAreNotSaidUnasked)
{
    const Announcements announcements;
    auto* words = new app::Paragraph(&window(), "", app::Paragraph::Tone::quiet);
    words->say("Four lines looked at.");
    settle();
    EXPECT_THAT(announcements.heard(), IsEmpty());
}

TEST_F(Accessibility, NewsOfTheWindowIsSaid)
{
    window().start();
    settle();
    const Announcements announcements;
    window().announce("The disk is full.");
    settle();
    EXPECT_THAT(announcements.heard(), ElementsAre("The disk is full."));
}

TEST_F(Accessibility, EverythingOnTheWayInIsSaid)
{
    visit_the_way_in([this](const std::string& page) { expect_every_stop_is_said(page); });
}

TEST_F(Accessibility, EverythingOfAClientIsSaid)
{
    visit_the_client([this](const std::string& page) { expect_every_stop_is_said(page); });
}

TEST_F(Accessibility, EverythingOfTheCasebookIsSaid)
{
    visit_the_casebook([this](const std::string& page) { expect_every_stop_is_said(page); });
}

TEST_F(Accessibility, ADropDownSaysWhatIsChosenInIt)
{
    window().open(storage::Casebook::in_memory());
    settle();
    control("Which clients")->SetFocus();
    EXPECT_EQ(focused().role, ATK_ROLE_COMBO_BOX);
    EXPECT_EQ(focused().name, "Which clients, " + label_of(app::CaseloadFilter::in_care));
    press("Down");
    EXPECT_EQ(focused().name, "Which clients, " + label_of(app::CaseloadFilter::all));
}

TEST_F(Accessibility, AnEmptyCellSaysSoByTheNameOfItsColumn)
{
    tests::SmallPractice practice;
    auto content = tests::note_on(date::year{2026} / 11 / 2);
    content.ratings = {{.goal = practice.goal, .by_therapist = 7, .by_client = 8}};
    practice.casebook.add_signed_note(practice.client, content, tests::at(date::year{2026} / 11 / 2, 16));
    const auto ada = practice.casebook.add_client({.code = "A-001", .name = "Ada Lind"});
    practice.casebook.admit(ada, date::year{2026} / 1 / 5, model::LevelOfCare::outpatient, "");
    window().open(std::move(practice.casebook));
    settle();
    // Courses are left out where names need the room.
    press("F8");
    for (int step = 0; step < 8; ++step) {
        press("Right");
    }
    press("Enter");
    settle();
    const auto tree = [this] {
        std::string lines;
        std::vector<std::string> wrong;
        write_tree(root(), 0, lines, wrong);
        return lines;
    };
    EXPECT_THAT(tree(), HasSubstr("table cell \"Last session: none\""));
    EXPECT_THAT(tree(), HasSubstr("table cell \"Course: 8\""));
    EXPECT_THAT(tree(), Not(HasSubstr("table cell \"Notice: none\""))) << "nobody has a notice, so there is no column";

    content.risk.level = model::RiskLevel::ideation;
    window().casebook()->start_draft(ada, content, {}, tests::at(date::year{2026} / 11 / 3, 16));
    settle();
    EXPECT_THAT(tree(), HasSubstr("table cell \"Notice: none\""));
    EXPECT_THAT(tree(), HasSubstr("table cell \"Course: 8\""));
}

} // namespace
