#pragma once

#include "app/drawing/recovery_layout.h"
#include "app/presenters/vault_work.h"
#include "app/screens/form.h"

#include <wx/choice.h>

#include <functional>
#include <optional>
#include <string>

namespace app {

/// The controls with which a recovery sheet is saved and part of its code is typed back. They stand in `parent`.
class SheetForm {
public:
    /// `sheet` says what goes onto it, or nothing when there is none any more; `on_saved` hears whether it was saved.
    SheetForm(wxWindow& parent, const SheetGroups& groups, std::function<std::optional<RecoverySheet>()> sheet,
              std::function<void(bool)> on_saved);
    SheetForm(const SheetForm&) = delete;
    SheetForm& operator=(const SheetForm&) = delete;

    void add_to(wxSizer& column);
    /// The groups are asked for once the sheet is saved.
    void enable_groups(bool are_enabled);
    void focus_first() { save_->SetFocus(); }

    std::string first_group() const;
    std::string second_group() const;

private:
    void save();

    wxWindow& parent_;
    SheetGroups groups_;
    std::function<std::optional<RecoverySheet>()> sheet_;
    std::function<void(bool)> on_saved_;
    wxChoice* paper_ = nullptr;
    wxButton* save_ = nullptr;
    Paragraph* saved_ = nullptr;
    wxTextCtrl* first_ = nullptr;
    wxTextCtrl* second_ = nullptr;
};

} // namespace app
