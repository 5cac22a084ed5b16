#include "app/screens/practice_panel.h"

#include "app/screens/form_keys.h"
#include "app/screens/guarded.h"
#include "app/screens/layout.h"
#include "app/screens/text.h"
#include "app/words/button_words.h"
#include "app/words/unsaved_words.h"

#include <algorithm>

namespace app {

PracticePanel::PracticePanel(wxWindow* parent, const Workplace& place, std::function<void(bool)> on_done)
    : Panel(parent), presenter_{place.casebook}, on_done_{std::move(on_done)}
{
    create_controls();
    lay_out();
    bind_gestures();
    draw(presenter_.screen());
}

void PracticePanel::focus_first()
{
    const auto& missing = presenter_.screen().missing;
    fields_[missing.empty() ? 0 : static_cast<std::size_t>(missing.front())]->SetFocus();
}

bool PracticePanel::leave()
{
    return guarded(*this, [this] { presenter_.save(); });
}

void PracticePanel::create_controls()
{
    heading_ = make_heading(*this, practice_heading());
    explanation_ = new Paragraph(this, practice_explanation(), Paragraph::Tone::quiet);
    for (const PracticeField field : practice_fields) {
        fields_[static_cast<std::size_t>(field)] =
            field == PracticeField::address ? make_lines(*this, label_of(field), 3) : make_line(*this, label_of(field));
    }
    missing_ = new Paragraph(this, {}, Paragraph::Tone::quiet);
    question_ = new UnsavedQuestion(this);
    save_ = make_main_button(*this, save_button());
    put_aside_ = make_button(*this, cancel_button());
}

void PracticePanel::lay_out()
{
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(heading_, wxSizerFlags().Expand().Border(wxBOTTOM, px(*this, gap::small)));
    column->Add(explanation_, wxSizerFlags().Expand().Border(wxBOTTOM, px(*this, gap::large)));
    for (const PracticeField field : practice_fields) {
        (is_needed_to_sign(field) ? add_required_field : add_field)(*column, *this, label_of(field),
                                                                    *fields_[static_cast<std::size_t>(field)]);
    }
    column->Add(question_, wxSizerFlags().Expand().Border(wxBOTTOM, px(*this, gap::medium)));
    column->Add(missing_, wxSizerFlags().Expand().Border(wxBOTTOM, px(*this, gap::medium)));
    auto* buttons = new wxBoxSizer(wxHORIZONTAL);
    buttons->Add(save_, wxSizerFlags().Border(wxRIGHT, px(*this, gap::small)));
    buttons->Add(put_aside_);
    column->Add(buttons);
    column->Add(px(*this, 440), 0); // As wide as this.

    auto* page = new wxBoxSizer(wxVERTICAL);
    page->Add(column, wxSizerFlags().Border(wxALL, px(*this, gap::page)));
    SetSizer(page);
}

void PracticePanel::bind_gestures()
{
    for (const PracticeField field : practice_fields) {
        wxTextCtrl* control = fields_[static_cast<std::size_t>(field)];
        control->Bind(wxEVT_TEXT, [this, field, control](wxCommandEvent&) {
            guarded(*this, [&] { presenter_.type(field, utf8(control->GetValue())); });
        });
    }
    save_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { save(); });
    put_aside_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { guarded(*this, [this] { cancel(); }); });
    give_form_keys(
        *this, [this] { save(); }, [this] { cancel(); });
    question_->on_keep = [this] {
        ask({});
        focus_first();
    };
    question_->on_throw_away = [this] { end(false); };
    presenter_.on_change = [this] { draw(presenter_.screen()); };
}

void PracticePanel::draw(const PracticePresenter::Screen& screen)
{
    for (std::size_t index = 0; index < fields_.size(); ++index) {
        fill(*fields_.at(index), screen.texts.at(index));
    }
    missing_->say(words_for_missing(screen.missing));
    save_->Enable(screen.can_save);
}

void PracticePanel::cancel()
{
    if (presenter_.screen().can_save) {
        ask(unsaved_words::on_this_page());
    } else {
        end(false);
    }
}

void PracticePanel::ask(std::string_view question)
{
    question_->ask(question);
    Layout();
}

void PracticePanel::save()
{
    if (presenter_.screen().can_save && guarded(*this, [this] { presenter_.save(); })) {
        announce(*this, practice_saved());
        end(true);
    }
}

void PracticePanel::end(bool is_saved)
{
    // The one who waits may take this panel away, which must not happen inside its own button.
    CallAfter([this, is_saved] { guarded(*this, [done = on_done_, is_saved] { done(is_saved); }); });
}

} // namespace app
