#pragma once

#include "app/presenters/activity_presenter.h"
#include "app/screens/date_field.h"
#include "app/screens/form.h"
#include "app/screens/panel.h"

#include <wx/choice.h>
#include <wx/dataview.h>

#include <functional>

namespace app {

class ActivityLines;

/// The log of acts: who did what and when.
class ActivityPanel : public Panel {
public:
    /// `on_done` leads back; it may destroy the panel.
    ActivityPanel(wxWindow* parent, const Workplace& place, std::function<void()> on_done);

    void focus_first() { list_->SetFocus(); }
    void names_changed() { presenter_.names_changed(); }

private:
    void create_controls();
    void create_list();
    void lay_out();
    void bind_gestures();
    void draw(const ActivityPresenter::Screen& screen);
    void draw_clients(const ActivityPresenter::Screen& screen);
    void save();

    ActivityPresenter presenter_;
    std::function<void()> on_done_;
    wxObjectDataPtr<ActivityLines> lines_;
    wxChoice* client_ = nullptr;
    wxChoice* group_ = nullptr;
    DateField* from_ = nullptr;
    DateField* to_ = nullptr;
    Paragraph* problem_ = nullptr;
    wxDataViewCtrl* list_ = nullptr;
    wxStaticText* count_ = nullptr;
    wxButton* more_ = nullptr;
    wxButton* save_ = nullptr;
    wxButton* close_ = nullptr;
    std::vector<ActivityPresenter::ClientChoice> shown_clients_{};
};

} // namespace app
