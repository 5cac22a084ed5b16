#pragma once

#include "app/presenters/signed_note_presenter.h"
#include "app/screens/form.h"
#include "app/screens/panel.h"
#include "app/screens/section_text.h"
#include "app/screens/unsaved_question.h"

#include <functional>

namespace app {

class ClientPicker;
class ScrolledPage;

/// A signed note to read, with what was added to it; and the two things that may still be done with it.
class SignedNoteView : public Panel {
public:
    SignedNoteView(wxWindow* parent, const Workplace& place, model::NoteId note);

    void focus_first();

    /// Whether the view may close; otherwise it asks about what was written and not added.
    bool leave();

    /// Opens the form that these words were typed into.
    void open_form_for(const std::vector<storage::LeftOpen::Typed>& typed);

    model::NoteId note() const { return presenter_.note(); }

    /// The code of the client who was chosen as the right one, so that it can be chosen again; empty where nobody is.
    std::string right_client_code() const { return presenter_.right_client_code(); }
    void choose_again(const std::string& code) { presenter_.choose_right_client_with(code); }

    void names_changed() { presenter_.names_changed(); }

    /// What the button that leads back says, where that is not the list of sessions.
    void name_way_back(const std::string& words);

    std::function<void()> on_back = [] {};

private:
    void create_controls();
    void lay_out();
    void bind_gestures();
    void bind_keys();
    void draw(const SignedNotePresenter::Screen& screen);
    void write_note(const SignedNotePresenter::Screen& screen);
    void write_goals(const SignedNotePresenter::Screen& screen);
    void write_addenda(const SignedNotePresenter::Screen& screen);
    void write_text(const std::string& caption, const std::string& text);
    void write_line(const std::string& caption, const std::string& line);
    void draw_form(const SignedNotePresenter::Screen& screen);
    void say_right_client(const SignedNotePresenter::Screen& screen);
    void bring_form_into_sight();
    void draw_problem(const SignedNotePresenter::Screen& screen);
    void lead_back();
    void draw_question(const SignedNotePresenter::Screen& screen);

    SignedNotePresenter presenter_;
    std::optional<SignedNotePresenter::Screen> drawn_;
    wxButton* back_ = nullptr;
    wxButton* add_ = nullptr;
    wxButton* mark_ = nullptr;
    UnsavedQuestion* question_ = nullptr;
    ScrolledPage* sheet_ = nullptr;
    wxPanel* note_ = nullptr; ///< All that is on the sheet.
    wxSizer* written_ = nullptr;
    wxPanel* form_ = nullptr;
    wxPanel* foot_ = nullptr; ///< Below the sheet, always in sight: what can be done with the form.
    Paragraph* form_words_ = nullptr;
    wxStaticText* text_caption_ = nullptr;
    SectionText* text_ = nullptr;
    wxTextCtrl* reason_ = nullptr;
    ClientPicker* right_client_ = nullptr;
    Paragraph* right_client_words_ = nullptr;
    wxButton* keep_ = nullptr;
    wxButton* put_aside_ = nullptr;
    Paragraph* failure_ = nullptr;
};

} // namespace app
