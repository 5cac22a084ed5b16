#include "app/screens/signed_note_view.h"

#include "app/screens/accessible.h"
#include "app/screens/client_picker.h"
#include "app/screens/form_keys.h"
#include "app/screens/guarded.h"
#include "app/screens/layout.h"
#include "app/screens/panel.h"
#include "app/screens/scrolled_page.h"
#include "app/screens/text.h"
#include "app/words/client_choice_words.h"
#include "app/words/form_words.h"
#include "app/words/note_words.h"
#include "app/words/session_words.h"

#include <algorithm>

namespace app {

SignedNoteView::SignedNoteView(wxWindow* parent, const Workplace& place, model::NoteId note)
    : Panel(parent), presenter_{place, note}
{
    create_controls();
    lay_out();
    bind_gestures();
    bind_keys();
    draw(presenter_.screen());
}

void SignedNoteView::create_controls()
{
    back_ = make_button(*this, words_for(NoteButton::back_to_list));
    add_ = make_button(*this, words_for(NoteButton::add_addendum));
    mark_ = make_button(*this, words_for(NoteButton::mark_in_error));
    question_ = new UnsavedQuestion(this);
    sheet_ = new ScrolledPage(this);
    note_ = &sheet_->content();
    form_ = new Panel(note_);
    form_words_ = new Paragraph(form_, {}, Paragraph::Tone::quiet);
    text_caption_ =
        new wxStaticText(form_, wxID_ANY, shown(form_words::required_label(words_for(NoteCaption::addendum_text))));
    text_ = new SectionText(form_, words_for(NoteCaption::addendum_text), {}, 4);
    set_accessible_description(*text_, form_words::required());
    reason_ = make_line(*form_, words_for(NoteCaption::reason));
    right_client_ = new ClientPicker(form_, {.filter = right_client::filter_label(),
                                             .list = right_client::list_label(),
                                             .nobody = right_client::nobody_else()});
    foot_ = new Panel(this);
    right_client_words_ = new Paragraph(foot_, {});
    failure_ = new Paragraph(foot_, {}, Paragraph::Tone::loud);
    keep_ = make_main_button(*foot_, words_for(NoteButton::keep_addendum));
    put_aside_ = make_button(*foot_, words_for(NoteButton::put_aside));
}

void SignedNoteView::lay_out()
{
    const int small = px(*this, gap::small);
    auto* form = new wxBoxSizer(wxVERTICAL);
    form->Add(form_words_, wxSizerFlags().Expand().Border(wxBOTTOM, small));
    form->Add(text_caption_, wxSizerFlags().Border(wxBOTTOM, px(*this, gap::hair)));
    form->Add(text_, wxSizerFlags().Expand().Border(wxBOTTOM, px(*this, gap::medium)));
    add_required_field(*form, *form_, words_for(NoteCaption::reason), *reason_);
    form->Add(right_client_, wxSizerFlags().Expand());
    form_->SetSizer(form);
    auto* answers = new wxBoxSizer(wxHORIZONTAL);
    answers->Add(keep_, wxSizerFlags().Border(wxRIGHT, small));
    answers->Add(put_aside_);
    auto* foot = new wxBoxSizer(wxVERTICAL);
    foot->Add(right_client_words_, wxSizerFlags().Expand().Border(wxBOTTOM, small));
    foot->Add(failure_, wxSizerFlags().Expand().Border(wxBOTTOM, small));
    foot->Add(answers);
    foot_->SetSizer(foot);

    written_ = new wxBoxSizer(wxVERTICAL);
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(written_, wxSizerFlags().Expand());
    column->Add(form_, wxSizerFlags().Expand());
    auto* sheet = new wxBoxSizer(wxVERTICAL);
    sheet->Add(column, wxSizerFlags().Expand().Border(wxALL, px(*this, gap::page)));
    note_->SetSizer(sheet);

    auto* buttons = new wxBoxSizer(wxHORIZONTAL);
    buttons->Add(back_);
    buttons->AddStretchSpacer();
    buttons->Add(add_, wxSizerFlags().Border(wxRIGHT, small));
    buttons->Add(mark_);
    auto* page = new wxBoxSizer(wxVERTICAL);
    page->Add(buttons, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, px(*this, gap::page)));
    page->Add(question_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, px(*this, gap::page)));
    page->Add(sheet_, wxSizerFlags(1).Expand());
    page->AddSpacer(px(*this, gap::small));
    page->Add(foot_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, px(*this, gap::page)));
    SetSizer(page);
}

void SignedNoteView::bind_gestures()
{
    back_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { guarded(*this, [this] { on_back(); }); });
    add_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { guarded(*this, [this] { presenter_.start_addendum(); }); });
    mark_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { guarded(*this, [this] { presenter_.start_error_mark(); }); });
    keep_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { guarded(*this, [this] { presenter_.add(); }); });
    put_aside_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { guarded(*this, [this] { presenter_.put_aside(); }); });
    question_->on_keep = [this] {
        presenter_.keep_writing();
        (text_->IsShown() ? static_cast<wxWindow*>(text_) : reason_)->SetFocus();
    };
    question_->on_throw_away = [this] { presenter_.throw_away(); };
    text_->on_type = [this](const std::string& text, long) { return presenter_.type_text(text); };
    text_->on_undo = [this] { return presenter_.undo_text(); };
    text_->on_redo = [this] { return presenter_.redo_text(); };
    text_->on_too_long = [this] { announce(*this, too_long_for_a_section()); };
    reason_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) {
        guarded(*this, [this] { presenter_.type_reason(utf8(reason_->GetValue())); });
    });
    right_client_->on_filter = [this](const std::string& typed) { presenter_.filter_others(typed); };
    right_client_->on_choose = [this](std::optional<model::ClientId> client) {
        presenter_.choose_right_client(client);
    };
    presenter_.on_change = [this] { draw(presenter_.screen()); };
}

void SignedNoteView::bind_keys()
{
    // The whole view is the form: with none open, Escape leads back.
    give_form_keys(
        *this, [this] { presenter_.add(); }, [this] { lead_back(); });
}

void SignedNoteView::lead_back()
{
    if (presenter_.screen().adding == SignedNotePresenter::Adding::nothing) {
        on_back();
    } else {
        presenter_.put_aside();
    }
}

void SignedNoteView::name_way_back(const std::string& words)
{
    back_->SetLabelText(shown(words));
}

void SignedNoteView::focus_first()
{
    back_->SetFocus();
}

void SignedNoteView::open_form_for(const std::vector<storage::LeftOpen::Typed>& typed)
{
    const auto stood_open = [&](NoteCaption caption) {
        return std::ranges::count(typed, words_for(caption), &storage::LeftOpen::Typed::field) > 0;
    };
    if (stood_open(NoteCaption::addendum_text)) {
        presenter_.start_addendum();
    } else if (stood_open(NoteCaption::reason)) {
        presenter_.start_error_mark();
    }
}

bool SignedNoteView::leave()
{
    bool may_leave = false;
    return guarded(*this, [&] { may_leave = presenter_.may_leave(); }) && may_leave;
}

} // namespace app
