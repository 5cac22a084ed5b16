#pragma once

#include "app/drawing/recovery_layout.h"
#include "app/presenters/vault_work.h"
#include "app/screens/form.h"
#include "app/screens/page_printout.h"

#include <wx/choice.h>

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace app {

/// The controls with which a recovery sheet is printed or saved and part of its code is typed back. They stand in
/// `parent`.
class SheetForm {
public:
    /// Sends pages to a printer, as `print_pages` does.
    using Printing = std::function<PrintOutcome(wxWindow& parent, const std::string& title, std::vector<Scene> pages,
                                                bool on_letter)>;

    /// `sheet` says what goes onto it, or nothing when there is none any more. `on_saved` hears that it was saved or
    /// printed, or that it could not be saved; that it could not be printed is said here.
    SheetForm(wxWindow& parent, const SheetGroups& groups, std::function<std::optional<RecoverySheet>()> sheet,
              std::function<void(bool)> on_saved, Printing printing = print_pages);
    SheetForm(const SheetForm&) = delete;
    SheetForm& operator=(const SheetForm&) = delete;

    void add_to(wxSizer& column);
    /// The groups are asked for once the sheet is saved or printed.
    void enable_groups(bool are_enabled);
    void focus_first() { save_->SetFocus(); }

    std::string first_group() const;
    std::string second_group() const;

private:
    void save();
    void print();
    Paper paper() const;
    void ask_for_groups(bool is_saved, std::string_view words);

    wxWindow& parent_;
    SheetGroups groups_;
    std::function<std::optional<RecoverySheet>()> sheet_;
    std::function<void(bool)> on_saved_;
    Printing printing_;
    wxChoice* paper_ = nullptr;
    wxButton* save_ = nullptr;
    wxButton* print_ = nullptr;
    Paragraph* saved_ = nullptr;
    wxTextCtrl* first_ = nullptr;
    wxTextCtrl* second_ = nullptr;
};

} // namespace app
