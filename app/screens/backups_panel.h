#pragma once

#include "app/presenters/backup_keeper.h"
#include "app/screens/panel.h"
#include "app/screens/work_progress.h"

#include <wx/listbox.h>

#include <filesystem>
#include <functional>

namespace app {

/// The page Casebook > Backups: when the last one was verified, all there are, and what may be done with them.
class BackupsPanel : public Panel {
public:
    /// `on_restore` is told which backup shall be restored.
    BackupsPanel(wxWindow* parent, BackupKeeper& keeper, std::function<void()> on_done,
                 std::function<void(std::filesystem::path)> on_restore);

    void focus_first() { back_up_->SetFocus(); }

private:
    void create_controls();
    void lay_out();
    void bind_gestures();
    void draw(const BackupKeeper::Screen& screen);
    std::optional<storage::Backup> chosen() const;
    void copy();
    void restore_chosen();
    void restore_other();

    BackupKeeper& keeper_;
    std::function<void()> on_done_;
    std::function<void(std::filesystem::path)> on_restore_;
    std::vector<storage::Backup> listed_{};
    Paragraph* standing_ = nullptr;
    wxListBox* list_ = nullptr;
    Paragraph* none_ = nullptr;
    Paragraph* message_ = nullptr;
    WorkProgress* progress_ = nullptr;
    wxButton* back_up_ = nullptr;
    wxButton* copy_ = nullptr;
    wxButton* restore_ = nullptr;
    wxButton* other_ = nullptr;
    wxButton* close_ = nullptr;
    storage::Subscription changes_; ///< Last: stops the news before the rest goes away.
};

/// Asks which file is to be restored; empty when nobody wants to say.
std::optional<std::filesystem::path> ask_for_backup(wxWindow& window);

} // namespace app
