#include "app/screens/side_column.h"

#include "app/screens/accessible.h"
#include "app/screens/guarded.h"
#include "app/screens/layout.h"
#include "app/screens/scrolled_page.h"
#include "app/screens/text.h"
#include "app/words/errors.h"
#include "app/words/session_words.h"

#include <algorithm>
#include <initializer_list>

namespace app {

namespace {

std::string words_of(const EditorProblem& problem)
{
    if (const auto* field = std::get_if<TimeField>(&problem)) {
        return words_for_unreadable(*field);
    }
    return words_for(std::get<model::SigningProblem>(problem));
}

std::string lines_of(const std::vector<std::string>& lines)
{
    std::string all;
    for (const auto& line : lines) {
        all += (all.empty() ? "" : "\n") + line;
    }
    return all;
}

std::string checklist_of(const NoteEditorScreen& screen)
{
    std::string all;
    for (const NoteCheck check : {NoteCheck::goal_rated, NoteCheck::times, NoteCheck::risk_asked, NoteCheck::plan}) {
        all += (all.empty() ? "" : "   ") + check_words(check, std::ranges::count(screen.checks_done, check) > 0);
    }
    return all;
}

std::string problems_of(const NoteEditorScreen& screen)
{
    std::vector<std::string> lines;
    lines.reserve(screen.problems.size());
    for (const auto& problem : screen.problems) {
        lines.push_back(words_of(problem));
    }
    return lines_of(lines);
}

std::string saved_of(const NoteEditorScreen& screen)
{
    if (screen.saving == Saving::unsaved || screen.saving == Saving::failed) {
        return not_yet_saved();
    }
    return screen.saved_at ? saved_words(*screen.saved_at, screen.hours) : std::string{};
}

std::string failure_of(const NoteEditorScreen& screen)
{
    if (!screen.failure) {
        return {};
    }
    const std::string why = words_for(storage::StorageError{*screen.failure});
    return screen.saving == Saving::failed ? why + " " + text_stays() : why;
}

void show(wxWindow& window, bool shows)
{
    if (window.IsShown() != shows) {
        window.Show(shows);
    }
}

} // namespace

SideColumn::SideColumn(wxWindow* parent, NoteEditorPresenter& presenter) : Panel(parent), presenter_{presenter}
{
    create_controls();
    lay_out();
    bind_gestures();
}

void SideColumn::create_background()
{
    scrolled_ = new ScrolledPage(this);
    set_accessible_name(*scrolled_, words_for(NoteCaption::last_time));
    set_accessible_role(*scrolled_, AccessibleRole::reading);
    background_ = &scrolled_->content();
    last_caption_ = make_caption(*background_, words_for(NoteCaption::last_time));
    last_summary_ = new Paragraph(background_, {});
    last_plan_ = new Paragraph(background_, {});
    last_homework_ = new Paragraph(background_, {});
    open_caption_ = make_caption(*background_, words_for(NoteCaption::open));
    open_ = new Paragraph(background_, {});
    chart_caption_ = make_caption(*this, words_for(NoteCaption::this_goal));
    chart_wording_ = new Paragraph(this, {}, Paragraph::Tone::quiet);
    chart_ = new GoalChartView(this);
}

void SideColumn::create_controls()
{
    create_background();
    checks_caption_ = make_caption(*this, words_for(NoteCaption::before_signing));
    checks_ = new Paragraph(this, {}, Paragraph::Tone::quiet);
    problems_ = new Paragraph(this, {}, Paragraph::Tone::loud);
    sign_ = make_main_button(*this, words_for(NoteButton::sign));
    saved_ = make_quiet(*this, {});
    failure_ = new Paragraph(this, {}, Paragraph::Tone::loud);
    back_ = make_button(*this, words_for(NoteButton::back_to_list));
    discard_ = make_button(*this, words_for(NoteButton::discard));
    move_ = make_button(*this, words_for(NoteButton::move));
    question_ = new Paragraph(this, {}, Paragraph::Tone::loud);
    discard_for_good_ = make_button(*this, words_for(NoteButton::discard_for_good));
    keep_ = make_button(*this, words_for(NoteButton::keep_draft));
}

void SideColumn::lay_out_background()
{
    auto* column = new wxBoxSizer(wxVERTICAL);
    const int small = px(*this, gap::hair);
    const int large = px(*this, gap::medium);
    column->Add(last_caption_, wxSizerFlags().Border(wxBOTTOM, small));
    column->Add(last_summary_, wxSizerFlags().Expand().Border(wxBOTTOM, small));
    column->Add(last_plan_, wxSizerFlags().Expand().Border(wxBOTTOM, small));
    column->Add(last_homework_, wxSizerFlags().Expand());
    column->AddSpacer(large);
    column->Add(open_caption_, wxSizerFlags().Border(wxBOTTOM, small));
    column->Add(open_, wxSizerFlags().Expand().Border(wxBOTTOM, large));
    background_->SetSizer(column);
}

void SideColumn::lay_out_way_out()
{
    const int small = px(*this, gap::small);
    auto* signing = new wxBoxSizer(wxHORIZONTAL);
    signing->Add(sign_, wxSizerFlags().CenterVertical().Border(wxRIGHT, small));
    signing->Add(saved_, wxSizerFlags(1).CenterVertical());
    auto* others = new wxBoxSizer(wxHORIZONTAL);
    others->Add(back_, wxSizerFlags(1).Border(wxRIGHT, small));
    others->Add(discard_, wxSizerFlags(1));
    auto* answers = new wxBoxSizer(wxHORIZONTAL);
    answers->Add(discard_for_good_, wxSizerFlags(1).Border(wxRIGHT, small));
    answers->Add(keep_, wxSizerFlags(1));

    wxSizer* page = GetSizer();
    const auto line = wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, small * 2);
    const auto close = wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT, small * 2);
    page->Add(checks_caption_, wxSizerFlags().Border(wxLEFT | wxRIGHT | wxTOP, small * 2));
    page->AddSpacer(small / 2);
    page->Add(checks_, line);
    page->Add(problems_, line);
    page->Add(signing, line);
    page->Add(failure_, line);
    page->Add(others, close);
    page->AddSpacer(small);
    page->Add(move_, close);
    page->Add(question_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, small * 2));
    page->AddSpacer(small);
    page->Add(answers, line);
}

void SideColumn::lay_out()
{
    auto* page = new wxBoxSizer(wxVERTICAL);
    SetSizer(page);
    lay_out_background();
    const int edge = px(*this, gap::large);
    scrolled_->SetMinSize({-1, px(*this, 56)});
    page->Add(scrolled_, wxSizerFlags(1).Expand().Border(wxLEFT | wxRIGHT | wxTOP, edge));
    page->Add(chart_caption_, wxSizerFlags().Border(wxLEFT | wxRIGHT | wxTOP, edge));
    page->Add(chart_wording_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT, edge));
    page->Add(chart_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT, edge));
    lay_out_way_out();
}

/// The chart is whole, smaller where there is little room, or in a very low window not there: never cut.
void SideColumn::fit_chart()
{
    const int natural = px(*this, 128);
    const int least = px(*this, 80);
    const auto show_chart = [&](bool shows, int height) {
        for (wxWindow* part : std::initializer_list<wxWindow*>{chart_caption_, chart_wording_, chart_}) {
            show(*part, shows);
        }
        chart_->SetMinSize({px(*this, 120), height});
    };
    show_chart(has_chart_, natural);
    const int lack = GetSizer()->CalcMin().y - GetClientSize().y;
    if (has_chart_ && lack > 0) {
        show_chart(natural - lack >= least, std::max(least, natural - lack));
    }
}

void SideColumn::bind_gestures()
{
    Bind(wxEVT_SIZE, [this](wxSizeEvent& size) {
        guarded(*this, [this] { fit_chart(); });
        size.Skip();
    });
    sign_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { guarded(*this, [this] { on_sign(); }); });
    back_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { guarded(*this, [this] { on_back(); }); });
    discard_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { guarded(*this, [this] { presenter_.ask_discard(); }); });
    move_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { guarded(*this, [this] { presenter_.start_moving(); }); });
    keep_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { guarded(*this, [this] { presenter_.keep(); }); });
    discard_for_good_->Bind(wxEVT_BUTTON,
                            [this](wxCommandEvent&) { guarded(*this, [this] { presenter_.discard(); }); });
}

void SideColumn::draw(const NoteEditorScreen& screen)
{
    draw_background(screen);
    draw_way_out(screen);
}

void SideColumn::draw_background(const NoteEditorScreen& screen)
{
    const auto& last = screen.last_time;
    last_caption_->SetLabelText(shown(last ? last_time_words(last->held_on) : words_for(NoteCaption::last_time)));
    last_summary_->say(last ? last->summary : no_last_time());
    last_plan_->say(last && !last->plan.empty() ? plan_was() + last->plan : "");
    last_homework_->say(last && !last->homework.empty() ? homework_was() + last->homework : "");
    show(*open_caption_, !screen.open.empty());
    open_->say(lines_of(screen.open));
    has_chart_ = screen.chart.has_value();
    chart_wording_->say(screen.chart ? screen.chart->wording : "");
    chart_->show(screen.chart);
}

void SideColumn::draw_way_out(const NoteEditorScreen& screen)
{
    checks_->say(checklist_of(screen));
    problems_->say(problems_of(screen));
    failure_->say(failure_of(screen));
    const wxString saved = shown(saved_of(screen));
    if (saved_->GetLabelText() != saved) {
        saved_->SetLabelText(saved);
        Layout();
    }
    question_->say(screen.asks_discard ? discard_question() : "");
    if (discard_for_good_->IsShown() != screen.asks_discard) {
        discard_for_good_->Show(screen.asks_discard);
        keep_->Show(screen.asks_discard);
        discard_->Show(!screen.asks_discard);
        move_->Show(!screen.asks_discard);
        Layout();
        (screen.asks_discard ? keep_ : discard_)->SetFocus();
    }
    const wxSize before = chart_->GetMinSize();
    const bool was_shown = chart_->IsShown();
    fit_chart();
    if (chart_->GetMinSize() != before || chart_->IsShown() != was_shown) {
        Layout();
    }
}

} // namespace app
