#include "app/screens/summaries_panel.h"

#include "app/output/files.h"
#include "app/screens/accessible.h"
#include "app/screens/guarded.h"
#include "app/screens/keeping.h"
#include "app/screens/layout.h"
#include "app/screens/page_printout.h"
#include "app/screens/save_dialog.h"
#include "app/screens/scrolled_page.h"
#include "app/screens/text.h"
#include "app/words/summary_tab_words.h"

#include <gtk/gtk.h>
#include <wx/sizer.h>

#include <algorithm>
#include <initializer_list>

namespace app {

namespace {

std::string words_for(PeriodProblem problem)
{
    switch (problem) {
    case PeriodProblem::from_unreadable:
        return summary_tab_words::from_unreadable();
    case PeriodProblem::to_unreadable:
        return summary_tab_words::to_unreadable();
    case PeriodProblem::upside_down:
        return summary_tab_words::upside_down();
    }
    return {};
}

} // namespace

SummariesPanel::SummariesPanel(wxWindow* parent, const Workplace& place, model::ClientId client)
    : Tab(parent), presenter_{place, client, ruler_}, until_kept_{this}
{
    create_controls();
    lay_out();
    bind_gestures();
    draw(presenter_.screen());
}

void SummariesPanel::focus_first()
{
    own_words_->SetFocus();
    own_words_->SetInsertionPointEnd();
}

void SummariesPanel::names_changed()
{
    presenter_.names_changed();
}

bool SummariesPanel::leave()
{
    return guarded(*this, [this] {
        take_typed();
        presenter_.save();
    });
}

void SummariesPanel::create_controls()
{
    scrolled_ = new ScrolledPage(this);
    options_ = &scrolled_->content();
    own_words_ = make_lines(*options_, summary_tab_words::own_words_label(), 5);
    next_words_ = make_lines(*options_, summary_tab_words::next_words_label(), 3);
    create_choices();
    create_saving();
    preview_ = new PagePreview(this);
}

void SummariesPanel::create_choices()
{
    from_ = new DateField(options_, summary_tab_words::from_label(), presenter_.clock(), DateMeaning::past);
    to_ = new DateField(options_, summary_tab_words::to_label(), presenter_.clock(), DateMeaning::past);
    whole_episode_ = make_button(*options_, summary_tab_words::whole_episode_button());
    problem_ = new Paragraph(options_, {}, Paragraph::Tone::loud);
    paper_ = new wxChoice(options_, wxID_ANY);
    paper_->Append(shown(summary_tab_words::a4()));
    paper_->Append(shown(summary_tab_words::letter()));
    set_accessible_name(*paper_, summary_tab_words::paper_label());
    by_code_ = new wxCheckBox(options_, wxID_ANY, shown(summary_tab_words::by_code_label()));
    names_hidden_ = new Paragraph(options_, {}, Paragraph::Tone::quiet);
    birth_date_ = new wxCheckBox(options_, wxID_ANY, shown(summary_tab_words::birth_date_label()));
    choices_ = new wxCheckListBox(options_, wxID_ANY);
    // The toolkit gives the boxes to tick less room than they take.
    GtkTreeView* rows = GTK_TREE_VIEW(gtk_bin_get_child(GTK_BIN(choices_->GetHandle())));
    gtk_tree_view_column_set_fixed_width(gtk_tree_view_get_column(rows, 0), px(*this, 32));
    set_accessible_name(*choices_, summary_tab_words::printed_caption());
    nothing_ = new Paragraph(options_, {}, Paragraph::Tone::quiet);
    left_out_ = new Paragraph(options_, {}, Paragraph::Tone::quiet);
}

void SummariesPanel::create_saving()
{
    print_ = make_button(*this, summary_tab_words::print_button());
    save_ = make_main_button(*this, summary_tab_words::save_button());
    saving_ = new PdfSaving(this);
}

wxSizer* SummariesPanel::lay_out_choices()
{
    const auto below = [this](int distance) { return wxSizerFlags().Expand().Border(wxBOTTOM, px(*this, distance)); };
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(make_heading(*options_, summary_tab_words::heading()), below(gap::hair));
    column->Add(new Paragraph(options_, summary_tab_words::explanation(), Paragraph::Tone::quiet), below(gap::large));
    add_field(*column, *options_, summary_tab_words::own_words_label(), *own_words_);
    add_field(*column, *options_, summary_tab_words::next_words_label(), *next_words_);

    auto* period = new wxBoxSizer(wxHORIZONTAL);
    auto* first = new wxBoxSizer(wxVERTICAL);
    add_date_field(*first, *options_, summary_tab_words::from_label(), *from_);
    auto* last = new wxBoxSizer(wxVERTICAL);
    add_date_field(*last, *options_, summary_tab_words::to_label(), *to_);
    period->Add(first, wxSizerFlags(1).Border(wxRIGHT, px(*this, gap::small)));
    period->Add(last, wxSizerFlags(1));
    column->Add(period, wxSizerFlags().Expand());
    column->Add(problem_, wxSizerFlags().Expand());
    column->Add(whole_episode_, wxSizerFlags().Border(wxBOTTOM, px(*this, gap::large)));
    add_field(*column, *options_, summary_tab_words::paper_label(), *paper_);
    column->Add(by_code_, below(gap::hair));
    column->Add(names_hidden_, below(gap::hair));
    column->Add(birth_date_, below(gap::large));
    column->Add(make_caption(*options_, summary_tab_words::printed_caption()), below(gap::hair));
    column->Add(choices_, below(gap::small));
    column->Add(nothing_, below(gap::small));
    column->Add(make_caption(*options_, summary_tab_words::left_out_caption()), below(gap::hair));
    column->Add(left_out_, wxSizerFlags().Expand());
    return column;
}

void SummariesPanel::lay_out()
{
    auto* inside = new wxBoxSizer(wxVERTICAL);
    inside->Add(lay_out_choices(), wxSizerFlags(1).Expand().Border(wxRIGHT, px(*this, gap::medium)));
    options_->SetSizer(inside);

    auto* buttons = new wxBoxSizer(wxHORIZONTAL);
    buttons->Add(save_, wxSizerFlags(1).Border(wxRIGHT, px(*this, gap::small)));
    buttons->Add(print_, wxSizerFlags(1));
    auto* releasing = new wxBoxSizer(wxVERTICAL);
    releasing->Add(saving_, wxSizerFlags().Expand().Border(wxBOTTOM, px(*this, gap::medium)));
    releasing->Add(buttons, wxSizerFlags().Expand());
    below_options_ = new wxBoxSizer(wxHORIZONTAL);
    below_options_->Add(releasing, wxSizerFlags(1));
    beside_releasing_ = below_options_->AddSpacer(0);
    auto* left = new wxBoxSizer(wxVERTICAL);
    left->Add(scrolled_, wxSizerFlags(1).Expand().Border(wxBOTTOM, px(*this, gap::medium)));
    left->Add(below_options_, wxSizerFlags().Expand());
    left->SetMinSize(px(*this, 264), -1);

    auto* all = new wxBoxSizer(wxHORIZONTAL);
    all->Add(left, wxSizerFlags(2).Expand().Border(wxALL, px(*this, gap::page)));
    all->Add(preview_, wxSizerFlags(4).Expand());
    SetSizer(all);

    // By keyboard the page is looked at before it is saved or printed.
    wxWindow* before = scrolled_;
    for (wxWindow* next : std::initializer_list<wxWindow*>{preview_, saving_, save_, print_}) {
        next->MoveAfterInTabOrder(before);
        before = next;
    }
}

/// What stands below the options ends where their fields end, whether or not there is a scroll bar.
void SummariesPanel::align_releasing()
{
    const int scroll_bar = scrolled_->GetSize().x - scrolled_->GetClientSize().x;
    const wxSize beside{scroll_bar + px(*this, gap::medium), 0};
    if (beside_releasing_->GetSpacer() != beside) {
        beside_releasing_->AssignSpacer(beside);
        // Only these: while the options are laid out their scroll bar may come and go, and so ask for this again.
        below_options_->Layout();
    }
}

void SummariesPanel::bind_gestures()
{
    scrolled_->Bind(wxEVT_SIZE, [this](wxSizeEvent& size) {
        size.Skip();
        guarded(*this, [this] { align_releasing(); });
    });
    // The first key starts the clock; those that follow do not put it off.
    const auto on_typing = [this](wxCommandEvent&) {
        if (!until_kept_.IsRunning()) {
            until_kept_.StartOnce(keeping::after_ms);
        }
    };
    for (wxTextCtrl* field : std::initializer_list<wxTextCtrl*>{from_, to_, own_words_, next_words_}) {
        field->Bind(wxEVT_TEXT, on_typing);
    }
    Bind(wxEVT_TIMER, [this](wxTimerEvent&) {
        guarded(*this, [this] {
            take_typed();
            presenter_.save();
        });
    });
    const auto guard = [this](const std::function<void()>& act) {
        return [this, act](wxCommandEvent&) { guarded(*this, act); };
    };
    whole_episode_->Bind(wxEVT_BUTTON, guard([this] { presenter_.use_whole_episode(); }));
    paper_->Bind(wxEVT_CHOICE,
                 guard([this] { presenter_.choose_paper(paper_->GetSelection() == 1 ? Paper::letter : Paper::a4); }));
    by_code_->Bind(wxEVT_CHECKBOX, guard([this] { presenter_.choose_by_code(by_code_->GetValue()); }));
    birth_date_->Bind(wxEVT_CHECKBOX, guard([this] { presenter_.choose_birth_date(birth_date_->GetValue()); }));
    choices_->Bind(wxEVT_CHECKLISTBOX, [this](wxCommandEvent& event) {
        guarded(*this, [&] {
            const auto index = static_cast<std::size_t>(event.GetInt());
            presenter_.choose_panel(shown_choices_.at(index).key, choices_->IsChecked(static_cast<unsigned>(index)));
        });
    });
    print_->Bind(wxEVT_BUTTON, guard([this] { print(); }));
    save_->Bind(wxEVT_BUTTON, guard([this] { saving_->toggle(); }));
    saving_->on_save = [this](const std::optional<std::string>& password) { save(password); };
    presenter_.on_change = [this] { draw(presenter_.screen()); };
}

void SummariesPanel::take_typed()
{
    until_kept_.Stop();
    presenter_.type({.from = utf8(from_->GetValue()),
                     .to = utf8(to_->GetValue()),
                     .own_words = utf8(own_words_->GetValue()),
                     .next_words = utf8(next_words_->GetValue())});
}

void SummariesPanel::draw(const SummariesPresenter::Screen& screen)
{
    // While a key is on its way, the field knows better than the presenter.
    if (!until_kept_.IsRunning()) {
        fill(*own_words_, screen.typed.own_words);
        fill(*next_words_, screen.typed.next_words);
        fill(*from_, screen.typed.from);
        fill(*to_, screen.typed.to);
    }
    const std::string problem = screen.problem ? words_for(*screen.problem) : std::string{};
    problem_->say(screen.problem == PeriodProblem::from_unreadable ? from_->unless_said(problem)
                  : screen.problem == PeriodProblem::to_unreadable ? to_->unless_said(problem)
                                                                   : problem);
    paper_->SetSelection(screen.paper == Paper::letter ? 1 : 0);
    by_code_->SetValue(screen.by_code || screen.names_are_hidden);
    by_code_->Enable(!screen.names_are_hidden);
    names_hidden_->say(screen.names_are_hidden ? summary_tab_words::names_are_hidden() : std::string{});
    birth_date_->SetValue(screen.with_birth_date);
    birth_date_->Enable(screen.knows_birth_date);
    draw_choices(screen);
    std::string left_out;
    for (const std::string& line : screen.left_out) {
        left_out += (left_out.empty() ? "" : "\n") + line;
    }
    left_out_->say(left_out);
    print_->Enable(screen.can_release);
    save_->Enable(screen.can_release);
    saving_->allow(screen.can_release);
    scrolled_->Layout();
    preview_->show(presenter_.pages(), summary_tab_words::preview_name(presenter_.pages().size()));
    Layout();
}

void SummariesPanel::draw_choices(const SummariesPresenter::Screen& screen)
{
    if (shown_choices_ != screen.choices) {
        const int selected = choices_->GetSelection();
        choices_->Clear();
        for (const auto& choice : screen.choices) {
            const int row =
                choices_->Append(shown(choice.has_values ? choice.title : summary_tab_words::no_values(choice.title)));
            choices_->Check(static_cast<unsigned>(row), choice.is_printed);
        }
        if (selected != wxNOT_FOUND && selected < static_cast<int>(choices_->GetCount())) {
            choices_->SetSelection(selected);
        }
        shown_choices_ = screen.choices;
    }
    const int rows = std::clamp(static_cast<int>(screen.choices.size()), 2, 8);
    choices_->SetMinSize({1, px(*this, 28) * rows});
    choices_->Show(!screen.choices.empty());
    nothing_->say(screen.choices.empty() ? summary_tab_words::nothing_to_print() : std::string{});
}

void SummariesPanel::print()
{
    take_typed();
    if (!presenter_.ready_pages()) {
        return;
    }
    switch (print_pages(*this, presenter_.screen().file_title, presenter_.pages(),
                        presenter_.screen().paper == Paper::letter)) {
    case PrintOutcome::printed:
        presenter_.released(model::ActKind::summary_printed);
        announce(*this, summary_tab_words::sent_to_printer());
        break;
    case PrintOutcome::no_printer:
        announce(*this, summary_tab_words::no_printer());
        break;
    case PrintOutcome::failed:
        announce(*this, summary_tab_words::not_printed());
        break;
    case PrintOutcome::cancelled:
        break;
    }
}

void SummariesPanel::save(const std::optional<std::string>& password)
{
    take_typed();
    if (!presenter_.ready_pages()) {
        return;
    }
    const auto chosen = ask_where_to_save(
        *this,
        {.title = summary_tab_words::choose_file_title(), .name = presenter_.screen().file_name, .ending = "pdf"});
    if (!chosen) {
        return;
    }
    const std::string& file = *chosen;
    const std::string pdf = pdf_of(presenter_.pages(), {.title = presenter_.screen().file_title}, password);
    if (const std::error_code error = write_file(file, pdf)) {
        announce(*this, summary_tab_words::not_saved(file, error.message()));
        return;
    }
    saving_->finish();
    presenter_.released(model::ActKind::summary_saved);
    announce(*this, summary_tab_words::saved(file));
}

} // namespace app
