#pragma once

#include "app/presenters/zone_presenter.h"
#include "app/screens/form.h"
#include "app/screens/panel.h"

#include <wx/listbox.h>

#include <functional>
#include <string>

namespace app {

/// Asks which zone the machine is in, before the way into a casebook.
class ZonePanel : public Panel {
public:
    ZonePanel(wxWindow* parent, const MachineZone& found, const Clock& clock);

    /// The zone was chosen. Must not destroy the panel before it returns.
    std::function<void(const std::string&)> on_settled = [](const std::string&) {};

    void focus_first();

private:
    void create_controls();
    void lay_out();
    void bind_gestures();
    void draw(const ZonePresenter::Screen& screen);

    ZonePresenter presenter_;
    const int first_zone_; ///< Its row. Above it one that stands for none, as the toolkit chooses the first by itself.
    Paragraph* explanation_ = nullptr;
    wxListBox* zones_ = nullptr;
    Paragraph* now_there_ = nullptr;
    wxButton* go_on_ = nullptr;
};

} // namespace app
