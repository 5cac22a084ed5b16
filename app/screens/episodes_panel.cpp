#include "app/screens/episodes_panel.h"

#include "app/screens/accessible.h"
#include "app/screens/form_keys.h"
#include "app/screens/guarded.h"
#include "app/screens/layout.h"
#include "app/screens/panel.h"
#include "app/screens/text.h"
#include "app/words/button_words.h"
#include "app/words/details_words.h"
#include "app/words/form_words.h"
#include "app/words/level_words.h"

#include <algorithm>
#include <functional>
#include <string>

namespace app {

namespace {

std::string heading_of(EpisodesPresenter::Form form)
{
    switch (form) {
    case EpisodesPresenter::Form::none:
        return {};
    case EpisodesPresenter::Form::admit:
        return details_words::admit_heading();
    case EpisodesPresenter::Form::discharge:
        return details_words::discharge_heading();
    case EpisodesPresenter::Form::change_level:
        return details_words::level_heading();
    case EpisodesPresenter::Form::correct:
        return details_words::correction_heading();
    }
    return {};
}

std::string choice_for(EpisodesPresenter::Correction correction)
{
    switch (correction) {
    case EpisodesPresenter::Correction::admission:
        return details_words::correct_admission_choice();
    case EpisodesPresenter::Correction::discharge:
        return details_words::correct_discharge_choice();
    case EpisodesPresenter::Correction::discharge_at_all:
        return details_words::take_back_discharge_choice();
    }
    return {};
}

} // namespace

EpisodesPanel::EpisodesPanel(wxWindow* parent, EpisodesPresenter& presenter) : Panel(parent), presenter_{presenter}
{
    create_controls();
    create_form();
    lay_out();
    bind_gestures();
    draw(presenter_.screen());
}

void EpisodesPanel::create_controls()
{
    list_ = new Panel(this);
    list_->SetSizer(new wxBoxSizer(wxVERTICAL));
    admit_ = make_button(*this, details_words::admit_button());
    change_level_ = make_button(*this, details_words::level_button());
    discharge_ = make_button(*this, details_words::discharge_button());
}

void EpisodesPanel::create_form()
{
    form_ = new Panel(this);
    heading_ = make_caption(*form_, {});
    what_ = new wxChoice(form_, wxID_ANY);
    set_accessible_name(*what_, details_words::what_to_correct_label());
    what_words_ = new Paragraph(form_, {}, Paragraph::Tone::quiet);
    day_ = new DateField(form_, details_words::day_label(), presenter_.clock(), DateMeaning::past);
    day_trouble_ = new Paragraph(form_, {}, Paragraph::Tone::loud);
    level_ = new wxChoice(form_, wxID_ANY);
    for (const model::LevelOfCare level : levels_of_care) {
        level_->Append(shown(level_of_care_label(level)));
    }
    set_accessible_name(*level_, details_words::level_label());
    reason_ = make_line(*form_, details_words::reason_label());
    reason_trouble_ = new Paragraph(form_, {}, Paragraph::Tone::loud);
    review_ = new DateField(form_, details_words::review_label(), presenter_.clock(), DateMeaning::future);
    review_trouble_ = new Paragraph(form_, {}, Paragraph::Tone::loud);
    save_ = make_main_button(*form_, save_button());
    cancel_ = make_button(*form_, cancel_button());
}

void EpisodesPanel::lay_out()
{
    auto* buttons = new wxWrapSizer(wxHORIZONTAL, wxREMOVE_LEADING_SPACES);
    for (wxButton* button : {admit_, change_level_, discharge_}) {
        buttons->Add(button, wxSizerFlags().Border(wxRIGHT | wxBOTTOM, px(*this, gap::small)));
    }
    form_->SetSizer(lay_out_form());
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(make_caption(*this, details_words::episodes_caption()),
                wxSizerFlags().Border(wxBOTTOM, px(*this, gap::small)));
    column->Add(list_, wxSizerFlags().Expand());
    column->Add(buttons, wxSizerFlags().Expand().Border(wxTOP, px(*this, gap::hair)));
    column->Add(form_, wxSizerFlags().Expand().Border(wxTOP, px(*this, gap::small)));
    SetSizer(column);
}

wxSizer* EpisodesPanel::lay_out_form()
{
    const auto below = wxSizerFlags().Expand().Border(wxBOTTOM, px(*this, gap::medium));
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(heading_, wxSizerFlags().Border(wxBOTTOM, px(*this, gap::small)));
    what_label_ = add_field(*column, *form_, details_words::what_to_correct_label(), *what_);
    column->Add(what_words_, below);
    day_label_ = add_required_date_field(*column, *form_, details_words::day_label(), *day_);
    column->Add(day_trouble_, below);
    level_label_ = add_field(*column, *form_, details_words::level_label(), *level_);
    reason_label_ = add_field(*column, *form_, details_words::reason_label(), *reason_);
    column->Add(reason_trouble_, below);
    review_label_ = add_date_field(*column, *form_, details_words::review_label(), *review_);
    column->Add(review_trouble_, below);
    auto* buttons = new wxBoxSizer(wxHORIZONTAL);
    buttons->Add(save_, wxSizerFlags().Border(wxRIGHT, px(*this, gap::small)));
    buttons->Add(cancel_);
    column->Add(buttons);
    return column;
}

void EpisodesPanel::bind_gestures()
{
    const auto on_button = [this](wxButton* button, auto gesture) {
        button->Bind(wxEVT_BUTTON, [this, gesture](wxCommandEvent&) { guarded(*this, gesture); });
    };
    const auto on_text = [this](wxTextCtrl* field, const std::function<void(const std::string&)>& gesture) {
        field->Bind(wxEVT_TEXT, [this, field, gesture](wxCommandEvent&) {
            guarded(*this, [&] { gesture(utf8(field->GetValue())); });
        });
    };
    on_button(admit_, [this] { presenter_.begin(Form::admit); });
    on_button(change_level_, [this] { presenter_.begin(Form::change_level); });
    on_button(discharge_, [this] { presenter_.begin(Form::discharge); });
    on_button(save_, [this] { presenter_.save(); });
    give_form_keys(
        *form_, [this] { presenter_.save(); }, [this] { presenter_.put_aside(); });
    on_button(cancel_, [this] { presenter_.put_aside(); });
    on_text(day_, [this](const std::string& typed) { presenter_.type_day(typed); });
    on_text(reason_, [this](const std::string& typed) { presenter_.type_reason(typed); });
    on_text(review_, [this](const std::string& typed) { presenter_.type_review(typed); });
    what_->Bind(wxEVT_CHOICE, [this](wxCommandEvent& event) {
        guarded(*this, [&] {
            const auto place = static_cast<std::size_t>(event.GetInt());
            presenter_.choose_correction(presenter_.screen().can_correct.at(place));
        });
    });
    level_->Bind(wxEVT_CHOICE, [this](wxCommandEvent& event) {
        guarded(*this, [&] { presenter_.choose_level(levels_of_care.at(static_cast<std::size_t>(event.GetInt()))); });
    });
}

void EpisodesPanel::draw(const EpisodesPresenter::Screen& screen)
{
    if (episodes_shown_ != screen.episodes) {
        episodes_shown_ = screen.episodes;
        draw_list(screen);
    }
    const bool is_form_open = screen.form != Form::none;
    for (wxButton* correct : correct_) {
        correct->Show(!is_form_open);
    }
    admit_->Show(!screen.is_in_care && !is_form_open);
    change_level_->Show(screen.is_in_care && !is_form_open);
    discharge_->Show(screen.is_in_care && !is_form_open);
    draw_form(screen);
}

void EpisodesPanel::draw_list(const EpisodesPresenter::Screen& screen)
{
    wxSizer* column = list_->GetSizer();
    column->Clear(true);
    correct_.clear();
    if (screen.episodes.empty()) {
        column->Add(new Paragraph(list_, details_words::not_admitted_yet(), Paragraph::Tone::quiet),
                    wxSizerFlags().Expand().Border(wxBOTTOM, px(*this, gap::small)));
    }
    for (std::size_t number = 0; number < screen.episodes.size(); ++number) {
        add_episode(*column, screen, number);
    }
}

void EpisodesPanel::add_episode(wxSizer& column, const EpisodesPresenter::Screen& screen, std::size_t number)
{
    const auto& episode = screen.episodes[number];
    auto* correct = make_button(*list_, details_words::correct_button());
    set_accessible_name(*correct, details_words::correct_button() + " " + episode.heading);
    correct->Bind(wxEVT_BUTTON,
                  [this, number](wxCommandEvent&) { guarded(*this, [&] { presenter_.begin_correction(number); }); });
    correct_.push_back(correct);
    auto* top = new wxBoxSizer(wxHORIZONTAL);
    top->Add(new Paragraph(list_, episode.heading), wxSizerFlags(1).CentreVertical());
    top->Add(correct, wxSizerFlags().CentreVertical().Border(wxLEFT, px(*this, gap::small)));
    column.Add(top, wxSizerFlags().Expand());
    for (const auto& lines : {episode.levels, episode.corrections}) {
        for (const std::string& line : lines) {
            column.Add(new Paragraph(list_, line, Paragraph::Tone::quiet),
                       wxSizerFlags().Expand().Border(wxTOP, px(*this, gap::hair)));
        }
    }
    column.AddSpacer(px(*this, gap::medium));
}

void EpisodesPanel::draw_correction(const EpisodesPresenter::Screen& screen)
{
    using Correction = EpisodesPresenter::Correction;
    const bool is_correction = screen.form == Form::correct;
    const bool has_day = !is_correction || screen.correction != Correction::discharge_at_all;
    if (is_correction && form_shown_ != Form::correct) {
        what_->Clear();
        for (const Correction correction : screen.can_correct) {
            what_->Append(shown(choice_for(correction)));
        }
    }
    if (is_correction) {
        const auto chosen = std::ranges::find(screen.can_correct, screen.correction);
        what_->SetSelection(static_cast<int>(chosen - screen.can_correct.begin()));
    }
    what_label_->Show(is_correction);
    what_->Show(is_correction);
    what_words_->say(!is_correction                  ? std::string{}
                     : !has_day && screen.joins_next ? details_words::joins_next_episode()
                                                     : details_words::correction_is_kept());
    day_label_->SetLabelText(shown(is_correction ? details_words::right_day_label() : details_words::day_label()));
    day_label_->Show(has_day);
    day_->Show(has_day);
    const std::string reason = is_correction ? details_words::why_label() : details_words::reason_label();
    reason_label_->SetLabelText(shown(is_correction ? form_words::required_label(reason) : reason));
    set_accessible_name(*reason_, reason);
    reason_trouble_->say(screen.is_reason_missing ? details_words::why_missing() : std::string{});
}

void EpisodesPanel::draw_form(const EpisodesPresenter::Screen& screen)
{
    heading_->SetLabelText(shown(heading_of(screen.form)));
    fill(*day_, screen.day);
    fill(*reason_, screen.reason);
    fill(*review_, screen.review_on);
    level_->SetSelection(static_cast<int>(screen.level));
    day_trouble_->say(screen.is_day_unreadable ? day_->refuse(details_words::date_unreadable())
                      : screen.problem         ? words_for(*screen.problem)
                                               : std::string{});
    review_trouble_->say(screen.is_review_unreadable ? review_->refuse(details_words::date_unreadable())
                                                     : std::string{});
    draw_correction(screen);
    const bool has_level = screen.form == Form::admit || screen.form == Form::change_level;
    const bool has_review = screen.form == Form::change_level;
    level_label_->Show(has_level);
    level_->Show(has_level);
    review_label_->Show(has_review);
    review_->Show(has_review);
    form_->Show(screen.form != Form::none);
    if (form_shown_ != screen.form) {
        form_shown_ = screen.form;
        wxWindow* next = screen.form != Form::none ? static_cast<wxWindow*>(day_)
                         : screen.is_in_care       ? change_level_
                                                   : admit_;
        if (form_->IsDescendant(FindFocus()) || screen.form != Form::none) {
            next->SetFocus();
        }
    }
}

} // namespace app
