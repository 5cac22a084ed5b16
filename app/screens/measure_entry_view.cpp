#include "app/screens/measure_entry_view.h"

#include "app/screens/accessible.h"
#include "app/screens/form_keys.h"
#include "app/screens/guarded.h"
#include "app/screens/layout.h"
#include "app/screens/panel.h"
#include "app/screens/text.h"
#include "app/screens/theme.h"
#include "app/words/form_words.h"

#include <wx/sizer.h>

namespace app {

MeasureEntryView::MeasureEntryView(wxWindow* parent, MeasuresPresenter& presenter)
    : Panel(parent), presenter_{presenter}
{
    create_controls();
    lay_out();
    bind_gestures();
    Hide();
}

void MeasureEntryView::create_controls()
{
    caption_ = make_caption(*this, {});
    explanation_ = new Paragraph(this, {}, Paragraph::Tone::quiet);
    taken_on_ = new DateField(this, measure_words::date_label(), presenter_.clock(), DateMeaning::past);
    taken_on_->SetMinSize({px(*this, 152), -1});
    by_items_ = new wxRadioButton(this, wxID_ANY, shown(measure_words::items_choice()), wxDefaultPosition,
                                  wxDefaultSize, wxRB_GROUP);
    by_total_ = new wxRadioButton(this, wxID_ANY, shown(measure_words::total_choice()));
    no_wording_ = new Paragraph(this, {}, Paragraph::Tone::quiet);
    grid_ = new AnswerGrid(this, presenter_);
    help_ = new Paragraph(this, {}, Paragraph::Tone::quiet);
    refusal_ = new Paragraph(this, {}, Paragraph::Tone::loud);
    total_part_ = new Panel(this);
    total_ = make_line(*total_part_, measure_words::score_column());
    alerts_ = new Panel(this);
    give_style(*alerts_, "mendline-notice");
    loud_ = new Paragraph(alerts_, {}, Paragraph::Tone::loud);
    make_bold(*loud_);
    quiet_ = new Paragraph(this, {}, Paragraph::Tone::quiet);
    remark_ = new Paragraph(this, {}, Paragraph::Tone::quiet);
    reason_part_ = new Panel(this);
    reason_ = make_line(*reason_part_, measure_words::reason_label());
    problem_ = new Paragraph(this, {}, Paragraph::Tone::loud);
    save_ = make_main_button(*this, measure_words::save_button());
    cancel_ = make_button(*this, measure_words::cancel_entry_button());
    nothing_yet_ = new Paragraph(this, {}, Paragraph::Tone::quiet);
    scores_ = new ScoreList(this);
}

void MeasureEntryView::lay_out()
{
    const auto below = wxSizerFlags().Expand().Border(wxBOTTOM, px(*this, gap::small));
    auto* total = new wxBoxSizer(wxVERTICAL);
    total_label_ = add_required_field(*total, *total_part_, measure_words::score_column(), *total_);
    total_part_->SetSizer(total);
    auto* reason = new wxBoxSizer(wxVERTICAL);
    add_required_field(*reason, *reason_part_, measure_words::reason_label(), *reason_);
    reason_part_->SetSizer(reason);
    auto* loud = new wxBoxSizer(wxVERTICAL);
    loud->Add(loud_, wxSizerFlags().Expand().Border(wxALL, px(*this, gap::medium)));
    alerts_->SetSizer(loud);

    auto* day = new wxBoxSizer(wxVERTICAL);
    add_required_date_field(*day, *this, measure_words::date_label(), *taken_on_);
    auto* ways = new wxBoxSizer(wxVERTICAL);
    ways->Add(by_items_, wxSizerFlags().Border(wxBOTTOM, px(*this, gap::hair)));
    ways->Add(by_total_);
    auto* head = new wxBoxSizer(wxHORIZONTAL);
    head->Add(day, wxSizerFlags().Border(wxRIGHT, px(*this, gap::large)));
    head->Add(ways, wxSizerFlags().CentreVertical());

    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(caption_, below);
    column->Add(explanation_, below);
    column->Add(head, wxSizerFlags().Expand());
    column->Add(remark_, below);
    column->Add(no_wording_, below);
    column->Add(grid_, wxSizerFlags().Expand().Border(wxBOTTOM, px(*this, gap::hair)));
    column->Add(alerts_, below); // Right below the answers, where somebody looks who enters them.
    column->Add(refusal_, below);
    column->Add(help_, below);
    column->Add(total_part_, wxSizerFlags());
    column->Add(reason_part_, wxSizerFlags().Expand());
    column->Add(problem_, below);
    auto* buttons = new wxBoxSizer(wxHORIZONTAL);
    buttons->Add(save_, wxSizerFlags().Border(wxRIGHT, px(*this, gap::small)));
    buttons->Add(cancel_);
    column->Add(buttons, wxSizerFlags().Border(wxBOTTOM, px(*this, gap::large)));
    column->Add(make_caption(*this, measure_words::what_it_scored()), below);
    column->Add(nothing_yet_, below);
    column->Add(scores_, wxSizerFlags().Expand());
    column->Add(quiet_, below);
    SetSizer(column);
}

void MeasureEntryView::bind_gestures()
{
    const auto guard = [this](const std::function<void()>& act) {
        return [this, act](wxCommandEvent&) { guarded(*this, act); };
    };
    taken_on_->Bind(wxEVT_TEXT, guard([this] { presenter_.type_day(utf8(taken_on_->GetValue())); }));
    by_items_->Bind(wxEVT_RADIOBUTTON, guard([this] { presenter_.choose_items(true); }));
    by_total_->Bind(wxEVT_RADIOBUTTON, guard([this] { presenter_.choose_items(false); }));
    total_->Bind(wxEVT_TEXT, guard([this] { presenter_.type_total(utf8(total_->GetValue())); }));
    save_->Bind(wxEVT_BUTTON, guard([this] { presenter_.save(); }));
    cancel_->Bind(wxEVT_BUTTON, guard([this] { presenter_.cancel_entry(); }));
    reason_->Bind(wxEVT_TEXT, guard([this] { presenter_.type_correction_reason(utf8(reason_->GetValue())); }));
    grid_->on_done = [this] { (reason_part_->IsShown() ? static_cast<wxWindow*>(reason_) : save_)->SetFocus(); };
    give_form_keys(
        *this, [this] { presenter_.save(); }, [this] { presenter_.cancel_entry(); });
    // After the day come the answers, which are no line.
    Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& key) {
        const bool is_enter = key.GetKeyCode() == WXK_RETURN || key.GetKeyCode() == WXK_NUMPAD_ENTER;
        if (is_enter && !key.HasAnyModifiers() && taken_on_->HasFocus()) {
            focus_answers();
        } else {
            key.Skip();
        }
    });
}

void MeasureEntryView::focus_answers()
{
    if (grid_->IsShown()) {
        grid_->SetFocus();
    } else {
        total_->SetFocus();
    }
}

wxRect MeasureEntryView::place_of_work() const
{
    wxRect place = grid_->cursor_place();
    place.Offset(grid_->GetPosition());
    return alerts_->IsShown() ? place.Union(alerts_->GetRect()) : place;
}

void MeasureEntryView::draw(const std::optional<MeasureEntry::Screen>& entry)
{
    const bool opens =
        entry && (!IsShown() || measure_ != presenter_.definition().code || corrects_ != entry->corrects);
    Show(entry.has_value());
    if (!entry) {
        return;
    }
    measure_ = presenter_.definition().code;
    corrects_ = entry->corrects;
    fill(*taken_on_, entry->taken_on);
    draw_correction(*entry);
    draw_way(*entry);
    remark_->say(entry->remark);
    refusal_->say(entry->refusal ? measure_words::words_for(*entry->refusal) : std::string{});
    draw_alerts(entry->alerts);
    const bool is_about_day = entry->problem == EntryProblem::date_unreadable;
    problem_->say(is_about_day                ? taken_on_->refuse(measure_words::words_for(*entry->problem))
                  : entry->problem            ? measure_words::words_for(*entry->problem)
                  : entry->asks_before_saving ? measure_words::ask_before_saving()
                                              : std::string{});
    nothing_yet_->say(entry->scores.empty() ? measure_words::nothing_scored_yet() : std::string{});
    scores_->show(entry->scores);
    if (opens) {
        focus_answers();
    }
}

void MeasureEntryView::draw_correction(const MeasureEntry::Screen& entry)
{
    const bool is_correction = !entry.corrects.empty();
    caption_->SetLabelText(shown(is_correction ? entry.corrects : measure_words::entry_caption()));
    explanation_->say(is_correction ? measure_words::correct_explanation() : std::string{});
    reason_part_->Show(is_correction);
    fill(*reason_, entry.reason);
    save_->SetLabel(shown(is_correction ? measure_words::save_correction_button() : measure_words::save_button()));
}

void MeasureEntryView::draw_way(const MeasureEntry::Screen& entry)
{
    const model::MeasureDefinition& definition = presenter_.definition();
    by_items_->Show(entry.can_choose);
    by_total_->Show(entry.can_choose);
    wxRadioButton* chosen = entry.by_items ? by_items_ : by_total_;
    if (!chosen->GetValue()) {
        chosen->SetValue(true);
    }
    grid_->Show(entry.by_items);
    no_wording_->say(entry.by_items ? measure_words::no_item_wording() : std::string{});
    help_->say(entry.by_items ? measure_words::grid_help(definition) : std::string{});
    total_part_->Show(!entry.by_items);
    if (entry.by_items) {
        grid_->draw(entry, definition);
    } else {
        total_label_->SetLabelText(shown(form_words::required_label(measure_words::total_label(definition))));
        set_accessible_name(*total_, measure_words::total_label(definition));
        fill(*total_, entry.total);
    }
}

void MeasureEntryView::draw_alerts(const std::vector<AlertWords>& alerts)
{
    std::string loud;
    std::string quiet;
    for (const AlertWords& alert : alerts) {
        std::string& place = alert.is_loud ? loud : quiet;
        place += (place.empty() ? "" : "\n") + (alert.is_loud ? "\u25B2  " + alert.words : alert.words);
    }
    alerts_->Show(!loud.empty());
    loud_->say(loud);
    quiet_->say(quiet);
}

} // namespace app
