#pragma once

#include "app/presenters/backup_keeper.h"
#include "app/screens/panel.h"

#include <wx/button.h>

#include <functional>

namespace app {

/// One line that says when the last proved backup was made, loud when it is long ago; it leads to the backups.
class BackupLine : public Panel {
public:
    BackupLine(wxWindow* parent, BackupKeeper& keeper, std::function<void()> on_press);

private:
    void draw();

    BackupKeeper& keeper_;
    wxButton* line_ = nullptr;
    storage::Subscription changes_;
};

} // namespace app
