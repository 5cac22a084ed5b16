#pragma once

#include "app/presenters/episodes_presenter.h"
#include "app/screens/date_field.h"
#include "app/screens/form.h"
#include "app/screens/panel.h"

#include <wx/choice.h>
#include <wx/wrapsizer.h>

namespace app {

/// Episodes and levels of care of a client, with the forms that add to them.
class EpisodesPanel : public Panel {
public:
    /// Who owns the presenter calls `draw` when it has changed.
    EpisodesPanel(wxWindow* parent, EpisodesPresenter& presenter);

    void draw(const EpisodesPresenter::Screen& screen);

    /// Where a change of care is entered; hidden while there is none.
    const wxWindow& form() const { return *form_; }

    /// Puts the keyboard into the form that is open.
    void focus_form() { day_->SetFocus(); }

private:
    void create_controls();
    void create_form();
    void lay_out();
    wxSizer* lay_out_form();
    void bind_gestures();
    void draw_list(const EpisodesPresenter::Screen& screen);
    void add_episode(wxSizer& column, const EpisodesPresenter::Screen& screen, std::size_t number);
    void draw_correction(const EpisodesPresenter::Screen& screen);
    void draw_form(const EpisodesPresenter::Screen& screen);

    using Form = EpisodesPresenter::Form;

    EpisodesPresenter& presenter_;
    std::optional<std::vector<EpisodesPresenter::Episode>> episodes_shown_;
    Form form_shown_ = Form::none;
    wxPanel* list_ = nullptr;
    std::vector<wxButton*> correct_{}; ///< One for each episode.
    wxButton* admit_ = nullptr;
    wxButton* change_level_ = nullptr;
    wxButton* discharge_ = nullptr;
    wxPanel* form_ = nullptr;
    wxStaticText* what_label_ = nullptr;
    wxChoice* what_ = nullptr;
    Paragraph* what_words_ = nullptr;
    wxStaticText* day_label_ = nullptr;
    wxStaticText* reason_label_ = nullptr;
    Paragraph* reason_trouble_ = nullptr;
    wxStaticText* heading_ = nullptr;
    DateField* day_ = nullptr;
    Paragraph* day_trouble_ = nullptr;
    wxStaticText* level_label_ = nullptr;
    wxChoice* level_ = nullptr;
    wxTextCtrl* reason_ = nullptr;
    wxStaticText* review_label_ = nullptr;
    DateField* review_ = nullptr;
    Paragraph* review_trouble_ = nullptr;
    wxButton* save_ = nullptr;
    wxButton* cancel_ = nullptr;
};

} // namespace app
