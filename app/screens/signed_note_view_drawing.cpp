// How a signed note and the forms below it show what their presenter says.

#include "app/screens/client_picker.h"
#include "app/screens/layout.h"
#include "app/screens/panel.h"
#include "app/screens/scrolled_page.h"
#include "app/screens/signed_note_view.h"
#include "app/screens/text.h"
#include "app/words/errors.h"
#include "app/words/isolated.h"
#include "app/words/note_words.h"
#include "app/words/session_words.h"

#include <wx/wupdlock.h>

namespace app {

namespace {

using Adding = SignedNotePresenter::Adding;

} // namespace

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
    right_client_->draw(screen.filter, screen.others, screen.right_client);
    say_right_client(screen);
    add_->Enable(!is_adding);
    mark_->Enable(!is_adding && screen.can_mark);
    draw_problem(screen);
    if (drawn_ && drawn_->adding == screen.adding && form_->IsShown() == is_adding) {
        return;
    }
    keep_->SetLabelText(shown(words_for(is_addendum ? NoteButton::keep_addendum : NoteButton::mark_for_good)));
    text_caption_->Show(is_addendum);
    text_->Show(is_addendum);
    right_client_->Show(!is_addendum && (!screen.others.empty() || !screen.filter.empty()));
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

void SignedNoteView::say_right_client(const SignedNotePresenter::Screen& screen)
{
    const bool is_said = !screen.right_client_words.empty();
    const bool was_said = drawn_ && !drawn_->right_client_words.empty();
    right_client_words_->say(screen.right_client_words);
    if (is_said != was_said) {
        // The foot takes its room from the sheet, where the list is that was chosen from.
        Layout();
        CallAfter([this] { bring_form_into_sight(); });
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
                            : *screen.problem == AdditionProblem::client_unclear ? &right_client_->filter()
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
