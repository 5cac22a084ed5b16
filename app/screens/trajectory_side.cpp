#include "app/screens/trajectory_side.h"

#include "app/screens/accessible.h"
#include "app/screens/disclosure.h"
#include "app/screens/guarded.h"
#include "app/screens/layout.h"
#include "app/words/note_words.h"
#include "app/words/trajectory_tab_words.h"

#include <gtk/gtk.h>
#include <wx/sizer.h>
#include <wx/wupdlock.h>

#include <algorithm>

namespace app {

namespace {

/// Takes effect at once; a font of its own only does after the words were measured.
void make_bold(Paragraph& paragraph)
{
    PangoAttrList* attributes = pango_attr_list_new();
    pango_attr_list_insert(attributes, pango_attr_weight_new(PANGO_WEIGHT_BOLD));
    gtk_label_set_attributes(GTK_LABEL(paragraph.GetHandle()), attributes);
    pango_attr_list_unref(attributes);
}

} // namespace

TrajectorySide::TrajectorySide(wxWindow* parent) : ScrolledPage(parent)
{
    set_accessible_name(*this, trajectory_tab_words::reading_caption());
    set_accessible_role(*this, AccessibleRole::reading);
}

void TrajectorySide::draw(const TrajectoryPresenter::Screen& screen)
{
    const bool is_same = drawn_ && drawn_->chosen == screen.chosen && drawn_->note == screen.note &&
                         drawn_->readings == screen.readings && drawn_->lines_looked_at == screen.lines_looked_at &&
                         drawn_->is_empty_here == screen.is_empty_here;
    if (!is_same) {
        rebuild(screen);
    }
    drawn_ = screen;
}

void TrajectorySide::rebuild(const TrajectoryPresenter::Screen& screen)
{
    const wxWindowUpdateLocker quiet{this};
    const bool is_new_note = !drawn_ || drawn_->chosen != screen.chosen;
    content().SetSizer(nullptr);
    content().DestroyChildren();
    auto* column = new wxBoxSizer(wxVERTICAL);
    add_note(*column, screen);
    add_readings(*column, screen);
    auto* inside = new wxBoxSizer(wxVERTICAL);
    inside->Add(column, wxSizerFlags(1).Expand().Border(wxALL, px(*this, gap::large)));
    content().SetSizer(inside);
    // Words alone are scrolled by the keys; otherwise the keyboard goes to what can be pressed.
    const auto& children = content().GetChildren();
    set_takes_keyboard(*this, std::none_of(children.begin(), children.end(),
                                           [](const wxWindow* child) { return child->AcceptsFocus(); }));
    Layout();
    if (is_new_note) {
        Scroll(0, 0);
    }
}

void TrajectorySide::add_words(wxSizer& column, std::string_view text, Paragraph::Tone tone, int below, bool is_bold)
{
    auto* paragraph = new Paragraph(&content(), text, tone);
    if (is_bold) {
        make_bold(*paragraph);
    }
    column.Add(paragraph, wxSizerFlags().Expand().Border(wxBOTTOM, px(*this, below)));
}

void TrajectorySide::add_note(wxSizer& column, const TrajectoryPresenter::Screen& screen)
{
    using Tone = Paragraph::Tone;
    if (!screen.chosen) {
        const bool has_points = screen.trajectory.lines_looked_at() > 0;
        if (has_points || screen.is_empty_here) {
            add_words(column,
                      has_points ? trajectory_tab_words::choose_a_point() : trajectory_tab_words::nothing_in_period(),
                      Tone::quiet, gap::large);
        }
        return;
    }
    add_words(column, screen.chosen->words, Tone::plain, gap::small);
    if (!screen.note) {
        add_words(column, trajectory_tab_words::no_session_that_day(), Tone::quiet, gap::page);
        return;
    }
    const auto& note = *screen.note;
    add_words(column, note.heading, Tone::quiet, gap::small);
    if (!note.modalities.empty()) {
        add_words(column, note.modalities, Tone::quiet, gap::small);
    }
    for (const auto& [kind, text] : note.sections) {
        add_words(column, name_of(kind), Tone::plain, gap::hair, true);
        add_words(column, text, Tone::plain, gap::small);
    }
    for (const auto& goal : note.goals) {
        add_words(column, goal.wording, Tone::plain, gap::hair, true);
        add_words(column, goal.ratings, Tone::plain, gap::small);
    }
    if (!note.homework.empty()) {
        add_words(column, trajectory_tab_words::homework_caption(), Tone::plain, gap::hair, true);
        add_words(column, note.homework, Tone::plain, gap::small);
    }
    if (!note.addenda.empty()) {
        add_words(column, trajectory_tab_words::addenda_remark(note.addenda.size()), Tone::quiet, gap::small);
    }
    auto* open = make_button(content(), trajectory_tab_words::open_note_button());
    open->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { guarded(*this, on_open_note); });
    column.Add(open, wxSizerFlags().Border(wxBOTTOM, px(*this, gap::page)));
}

void TrajectorySide::add_readings(wxSizer& column, const TrajectoryPresenter::Screen& screen)
{
    using Tone = Paragraph::Tone;
    if (screen.readings.empty()) {
        return;
    }
    add_words(column, trajectory_tab_words::reading_caption(), Tone::plain, gap::small, true);
    for (const auto& reading : screen.readings) {
        add_words(column, reading.title, Tone::plain, gap::hair, true);
        for (const auto& line : reading.lines) {
            add_words(column, line.lead, Tone::plain, gap::hair);
            if (!line.body.empty()) {
                add_words(column, line.body, Tone::quiet, gap::hair);
            }
        }
        add_basis(column, reading);
        column.AddSpacer(px(*this, gap::medium));
    }
    if (!screen.footnote.empty()) {
        add_words(column, screen.footnote, Tone::quiet, gap::small);
    }
    add_words(column, screen.lines_looked_at, Tone::quiet, 0);
}

void TrajectorySide::add_basis(wxSizer& column, const TrajectoryPresenter::PanelReading& reading)
{
    if (reading.basis.empty()) {
        return;
    }
    auto* how = new Disclosure(&content(), how_calculated(), reading.title);
    how->say(reading.basis);
    how->open(opened_.contains(reading.title));
    how->on_toggle = [this, title = reading.title](bool is_open) {
        is_open ? static_cast<void>(opened_.insert(title)) : static_cast<void>(opened_.erase(title));
        Layout();
    };
    column.Add(how, wxSizerFlags().Border(wxBOTTOM, px(*this, gap::hair)));
    column.Add(how->words(), wxSizerFlags().Expand().Border(wxBOTTOM, px(*this, gap::hair)));
}

} // namespace app
