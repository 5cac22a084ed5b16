#pragma once

#include "app/presenters/sessions_presenter.h"
#include "app/screens/form.h"
#include "app/screens/panel.h"

#include <wx/dataview.h>

#include <functional>
#include <optional>

namespace app {

class SessionRows;

/// The list of a client's sessions, newest first.
class SessionList : public Panel {
public:
    SessionList(wxWindow* parent, model::HourClock hours);

    void draw(const SessionsPresenter::Screen& screen);
    void select(std::size_t row);
    void focus_first();

    std::function<void(const AnyNote&)> on_open = [](const AnyNote&) {};
    std::function<void()> on_new = [] {};

private:
    void create_controls(model::HourClock hours);
    void lay_out();
    void bind_gestures();
    void open_selected();
    std::optional<AnyNote> note_at(const wxDataViewItem& item) const;
    std::optional<std::size_t> row_of(const std::optional<AnyNote>& note) const;

    wxStaticText* caption_ = nullptr;
    wxStaticText* count_ = nullptr;
    wxButton* new_ = nullptr;
    Paragraph* nothing_yet_ = nullptr;
    wxDataViewCtrl* list_ = nullptr;
    wxObjectDataPtr<SessionRows> rows_;
};

} // namespace app
