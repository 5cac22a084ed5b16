#include "app/screens/signed_note_view.h"

#include "app/screens/accessible.h"
#include "app/screens/form_keys.h"
#include "app/screens/guarded.h"
#include "app/screens/layout.h"
#include "app/screens/panel.h"
#include "app/screens/scrolled_page.h"
#include "app/screens/text.h"
#include "app/words/errors.h"
#include "app/words/form_words.h"
#include "app/words/isolated.h"
#include "app/words/note_words.h"
#include "app/words/session_words.h"

#include <wx/wupdlock.h>

#include <algorithm>

namespace app {

namespace {

using Adding = SignedNotePresenter::Adding;

} // namespace

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
    right_client_ = make_line(*form_, words_for(NoteCaption::right_client));
    right_client_words_ = new Paragraph(form_, {}, Paragraph::Tone::quiet);
    foot_ = new Panel(this);
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
    right_client_caption_ = add_field(*form, *form_, words_for(NoteCaption::right_client), *right_client_);
    form->Add(right_client_words_, wxSizerFlags().Expand().Border(wxBOTTOM, px(*this, gap::medium)));
    form_->SetSizer(form);
    auto* answers = new wxBoxSizer(wxHORIZONTAL);
    answers->Add(keep_, wxSizerFlags().Border(wxRIGHT, small));
    answers->Add(put_aside_);
    auto* foot = new wxBoxSizer(wxVERTICAL);
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
    right_client_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) {
        guarded(*this, [this] { presenter_.type_right_client(utf8(right_client_->GetValue())); });
    });
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
    if (presenter_.screen().adding == Adding::nothing) {
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

void SignedNoteView::draw(const SignedNotePresenter::Screen& screen)
{
    write_note(screen);
    draw_form(screen);
    draw_question(screen);
    drawn_ = screen;
}

void SignedNoteView::write_note(const SignedNotePresenter::Screen& screen)
{
    // What was signed never changes; only what was added since does.
    if (drawn_ && drawn_->addenda == screen.addenda && drawn_->error_mark == screen.error_mark) {
        return;
    }
    const wxWindowUpdateLocker quiet{this};
    written_->Clear(true);
    written_->Add(make_heading(*note_, screen.heading), wxSizerFlags().Expand().Border(wxBOTTOM, px(*this, gap::hair)));
    written_->Add(new Paragraph(note_, screen.details, Paragraph::Tone::quiet),
                  wxSizerFlags().Expand().Border(wxBOTTOM, px(*this, gap::medium)));
    if (!screen.origin.empty()) {
        written_->Add(new Paragraph(note_, screen.origin),
                      wxSizerFlags().Expand().Border(wxBOTTOM, px(*this, gap::medium)));
    }
    if (!screen.error_mark.empty()) {
        const auto line = wxSizerFlags().Expand().Border(wxBOTTOM, px(*this, gap::small));
        written_->Add(new Paragraph(note_, screen.error_mark, Paragraph::Tone::loud), line);
        written_->Add(new Paragraph(note_, screen.error_reason, Paragraph::Tone::loud), line);
    }
    write_line(words_for(NoteCaption::modalities), screen.modalities);
    write_goals(screen);
    for (const auto& [kind, text] : screen.sections) {
        write_text(name_of(kind), text);
    }
    write_line(words_for(NoteCaption::risk), screen.risk);
    if (!screen.homework.empty()) {
        write_text(words_for(NoteCaption::homework), screen.homework);
    }
    written_->Add(new Paragraph(note_, screen.signature, Paragraph::Tone::quiet),
                  wxSizerFlags().Expand().Border(wxBOTTOM, px(*this, gap::large)));
    write_addenda(screen);
    sheet_->Layout();
}

void SignedNoteView::write_line(const std::string& caption, const std::string& line)
{
    written_->Add(make_caption(*note_, caption), wxSizerFlags().Border(wxBOTTOM, px(*this, gap::hair)));
    written_->Add(new Paragraph(note_, line), wxSizerFlags().Expand().Border(wxBOTTOM, px(*this, gap::medium)));
}

void SignedNoteView::write_goals(const SignedNotePresenter::Screen& screen)
{
    if (screen.goals.empty()) {
        return;
    }
    written_->Add(make_caption(*note_, words_for(NoteCaption::goals)),
                  wxSizerFlags().Border(wxBOTTOM, px(*this, gap::hair)));
    for (const auto& goal : screen.goals) {
        written_->Add(new Paragraph(note_, isolated(goal.wording) + ": " + goal.ratings), wxSizerFlags().Expand());
    }
    written_->AddSpacer(px(*this, gap::medium));
}

void SignedNoteView::write_text(const std::string& caption, const std::string& text)
{
    written_->Add(make_caption(*note_, caption), wxSizerFlags().Border(wxBOTTOM, px(*this, gap::hair)));
    written_->Add(SectionText::make_read_only(note_, caption, text),
                  wxSizerFlags().Expand().Border(wxBOTTOM, px(*this, gap::medium)));
}

void SignedNoteView::write_addenda(const SignedNotePresenter::Screen& screen)
{
    for (const auto& addendum : screen.addenda) {
        write_text(addendum.heading, addendum.text);
        written_->Add(new Paragraph(note_, addendum.reason, Paragraph::Tone::quiet),
                      wxSizerFlags().Expand().Border(wxBOTTOM, px(*this, gap::large)));
    }
}

void SignedNoteView::draw_form(const SignedNotePresenter::Screen& screen)
{
    const bool is_addendum = screen.adding == Adding::addendum;
    const bool is_adding = screen.adding != Adding::nothing;
    form_words_->say(is_addendum ? addendum_explanation() : in_error_explanation());
    text_->show(screen.text);
    fill(*reason_, screen.reason);
    fill(*right_client_, screen.right_client);
    right_client_words_->say(is_addendum ? std::string{} : screen.right_client_words);
    add_->Enable(!is_adding);
    mark_->Enable(!is_adding && screen.can_mark);
    draw_problem(screen);
    if (drawn_ && drawn_->adding == screen.adding && form_->IsShown() == is_adding) {
        return;
    }
    keep_->SetLabelText(shown(words_for(is_addendum ? NoteButton::keep_addendum : NoteButton::mark_for_good)));
    text_caption_->Show(is_addendum);
    text_->Show(is_addendum);
    right_client_caption_->Show(!is_addendum);
    right_client_->Show(!is_addendum);
    form_->Show(is_adding);
    foot_->Show(is_adding);
    form_->Layout();
    Layout();
    sheet_->Layout();
    if (is_adding) {
        (is_addendum ? static_cast<wxWindow*>(text_) : reason_)->SetFocus();
        CallAfter([this] { bring_form_into_sight(); });
    } else if (drawn_) {
        (drawn_->adding == Adding::addendum || !mark_->IsEnabled() ? add_ : mark_)->SetFocus();
    }
}

void SignedNoteView::bring_form_into_sight()
{
    Layout();
    sheet_->Layout();
    sheet_->reveal_all_of(*form_);
    // A slow display gives the fields of the form their places only after this.
    CallAfter([this] {
        if (form_->IsShown()) {
            sheet_->Layout();
            sheet_->reveal_all_of(*form_);
        }
    });
}

void SignedNoteView::draw_problem(const SignedNotePresenter::Screen& screen)
{
    failure_->say(screen.problem   ? words_for(*screen.problem)
                  : screen.failure ? words_for(storage::StorageError{*screen.failure})
                                   : std::string{});
    if (screen.problem && (!drawn_ || drawn_->problem != screen.problem)) {
        wxWindow* missing = *screen.problem == AdditionProblem::text_missing     ? static_cast<wxWindow*>(text_)
                            : *screen.problem == AdditionProblem::client_unclear ? right_client_
                                                                                 : reason_;
        missing->SetFocus();
        Layout();
    }
}

void SignedNoteView::draw_question(const SignedNotePresenter::Screen& screen)
{
    if (question_->IsShown() != screen.asks_about_unsaved) {
        question_->ask(screen.asks_about_unsaved ? unsaved_addendum() : std::string{});
        Layout();
    }
}

} // namespace app
