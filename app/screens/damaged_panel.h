#pragma once

#include "app/presenters/earlier_versions.h"
#include "app/screens/panel.h"

#include <functional>
#include <string_view>

class wxButton;

namespace app {

class ScrolledPage;

/// In the place of a record that is damaged: that it is, what to do, and how it stands in a backup.
class DamagedPanel : public Panel {
public:
    /// `button` names the one thing that can be done here, and `act` does it.
    DamagedPanel(wxWindow* parent, const Workplace& place, const storage::RowName& row, std::string_view heading,
                 std::string_view words, std::string_view button, const std::function<void()>& act);

    void focus_first();
    void names_changed() { draw(); }

private:
    void draw();

    storage::RowName row_;
    EarlierVersions earlier_;
    wxButton* button_ = nullptr;
    ScrolledPage* page_ = nullptr;
    wxSizer* version_ = nullptr;
};

} // namespace app
