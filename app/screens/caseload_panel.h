#pragma once

#include "app/presenters/caseload_presenter.h"
#include "app/screens/caseload_list.h"
#include "app/screens/count_button.h"
#include "app/screens/form.h"
#include "app/screens/panel.h"

#include <wx/choice.h>

#include <array>
#include <functional>

namespace app {

/// The left column: find a client, what is to be done, and the caseload.
class CaseloadPanel : public Panel {
public:
    CaseloadPanel(wxWindow* parent, const Workplace& place);

    std::function<void(std::optional<model::ClientId>)> on_select = [](std::optional<model::ClientId>) {};
    std::function<void()> on_enter = [] {}; ///< The client who is chosen shall be worked with.
    std::function<void()> on_add_client = [] {};

    CaseloadPresenter& presenter() { return presenter_; }

    void focus_search();
    void focus_list() { list_->SetFocus(); }

private:
    void create_controls();
    void lay_out();
    void bind_gestures();
    void draw(const CaseloadPresenter::Screen& screen);
    void show_filter(CaseloadFilter filter);
    void heed_search_key(wxKeyEvent& event);

    CaseloadPresenter presenter_;
    std::optional<model::ClientId> selected_;
    wxTextCtrl* search_ = nullptr;
    std::array<CountButton*, 3> to_do_{};
    wxChoice* filter_ = nullptr;
    CaseloadList* list_ = nullptr;
    Paragraph* empty_ = nullptr;
    wxButton* add_client_ = nullptr;
    Paragraph* signed_in_ = nullptr;
};

} // namespace app
