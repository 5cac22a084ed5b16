#pragma once

#include "app/presenters/client_record_presenter.h"
#include "app/screens/form.h"
#include "app/screens/panel.h"
#include "app/screens/unsaved_question.h"

#include <wx/choice.h>
#include <wx/listbox.h>
#include <wx/wrapsizer.h>

namespace app {

/// The part of a client's details that concerns the record as a whole: merging, removing, erasing, each in a form of
/// its own, and whom the client was merged with.
class ClientRecordPanel : public Panel {
public:
    ClientRecordPanel(wxWindow* parent, const Workplace& place, model::ClientId client);

    /// Whether the tab may go; otherwise a question stands in sight.
    bool leave() { return presenter_.may_leave(); }
    void names_changed() { presenter_.names_changed(); }

private:
    using Form = ClientRecordPresenter::Form;
    using Screen = ClientRecordPresenter::Screen;

    void create_controls();
    void create_form();
    void lay_out();
    wxSizer* lay_out_form();
    void bind_gestures();
    void bind_choices();
    void draw(const Screen& screen);
    void draw_form(const Screen& screen);
    void draw_merge(const Screen& screen);
    void draw_others(const Screen& screen);
    void draw_question(const Screen& screen);
    void lead_keyboard(bool was_in_form);
    wxWindow& first_in_form(Form form);

    ClientRecordPresenter presenter_;
    Form form_shown_ = Form::none;
    std::vector<ClientRecordPresenter::Other> others_shown_{};
    std::vector<std::string> codes_shown_{};
    Paragraph* merged_ = nullptr;
    wxButton* merge_ = nullptr;
    wxButton* remove_ = nullptr;
    wxButton* erase_ = nullptr;
    wxPanel* form_ = nullptr;
    wxStaticText* heading_ = nullptr;
    Paragraph* explanation_ = nullptr;
    wxTextCtrl* filter_ = nullptr;
    wxListBox* others_ = nullptr;
    Paragraph* nobody_ = nullptr;
    wxChoice* code_ = nullptr;
    Paragraph* contradictions_ = nullptr;
    Paragraph* preview_ = nullptr;
    wxChoice* ground_ = nullptr;
    wxTextCtrl* reason_ = nullptr;
    wxTextCtrl* typed_code_ = nullptr;
    Paragraph* backups_ = nullptr;
    UnsavedQuestion* question_ = nullptr;
    wxButton* finish_ = nullptr;
    wxButton* cancel_ = nullptr;
    std::vector<wxStaticText*> merge_labels_{};
    wxStaticText* code_label_ = nullptr;
    wxStaticText* reason_label_ = nullptr;
    wxStaticText* ground_label_ = nullptr;
    wxStaticText* typed_code_label_ = nullptr;
};

} // namespace app
