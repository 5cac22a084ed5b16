#pragma once

#include "app/presenters/add_client_presenter.h"
#include "app/screens/date_field.h"
#include "app/screens/form.h"
#include "app/screens/panel.h"
#include "app/screens/unsaved_question.h"

#include <wx/choice.h>

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace app {

/// The form for a new client.
class AddClientPanel : public Panel {
public:
    /// `on_done` gets the new client, or nothing when the form was put aside.
    AddClientPanel(wxWindow* parent, const Workplace& place,
                   std::function<void(std::optional<model::ClientId>)> on_done);

    void focus_first() { name_->SetFocus(); }

    /// The level of care, in the words it is chosen by. Words that name none choose none.
    std::string chosen_level() const;
    void choose_level(const std::string& words);

    /// Whether nothing would be lost: nothing has been typed or chosen.
    bool leave();

private:
    void create_controls();
    void lay_out();
    void bind_gestures();
    void draw(const AddClientPresenter::Screen& screen);
    void ask(std::string_view question);
    void cancel();
    void add();

    AddClientPresenter presenter_;
    std::function<void(std::optional<model::ClientId>)> on_done_;
    wxTextCtrl* name_ = nullptr;
    wxTextCtrl* code_ = nullptr;
    Paragraph* code_trouble_ = nullptr;
    DateField* admitted_ = nullptr;
    Paragraph* date_trouble_ = nullptr;
    wxChoice* level_ = nullptr;
    UnsavedQuestion* question_ = nullptr;
    wxButton* add_ = nullptr;
    wxButton* cancel_ = nullptr;
};

} // namespace app
