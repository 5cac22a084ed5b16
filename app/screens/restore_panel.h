#pragma once

#include "app/presenters/restore_presenter.h"
#include "app/presenters/workplace.h"
#include "app/screens/panel.h"
#include "app/screens/unsaved_question.h"
#include "app/screens/work_progress.h"

#include <filesystem>
#include <functional>
#include <optional>
#include <string_view>

namespace app {

/// What somebody wants with a casebook that was restored.
struct RestoreOutcome {
    std::filesystem::path restored{};
    std::optional<std::filesystem::path> in_place_of{}; ///< Empty: it stays where it is.
    bool is_to_open = false;                            ///< Where it is.
};

/// Restores a backup: password, name and place; then whether it takes the place of the casebook it is of.
class RestorePanel : public Panel {
public:
    /// `open` is there if a casebook is. `on_done` is told the outcome, or nothing when there is none.
    RestorePanel(wxWindow* parent, const std::filesystem::path& backup, const std::optional<OpenCasebook>& open,
                 const Clock& clock, SlowWork slow_work, std::function<void(std::optional<RestoreOutcome>)> on_done);

    void focus_first();

    /// Stops the restoring that is under way, if one is.
    void stop() { presenter_.stop(); }

    /// Whether the page may go; false, with a word about it, while something is being restored.
    bool leave();

private:
    void create_controls();
    void lay_out();
    void bind_gestures();
    void draw(const RestorePresenter::Screen& screen);
    void show_result(const RestorePresenter::Screen& screen);
    void restore();
    void choose_folder();
    void keep_beside();
    void heed_escape();
    void ask(std::string_view question);
    std::filesystem::path restored_folder() const;

    const Clock& clock_;
    RestorePresenter presenter_;
    std::function<void(std::optional<RestoreOutcome>)> on_done_;
    wxPanel* form_ = nullptr;
    wxTextCtrl* secret_ = nullptr;
    wxTextCtrl* name_ = nullptr;
    wxTextCtrl* folder_ = nullptr;
    wxButton* choose_ = nullptr;
    Paragraph* message_ = nullptr;
    UnsavedQuestion* unsaved_ = nullptr;
    WorkProgress* progress_ = nullptr;
    wxButton* restore_ = nullptr;
    wxButton* cancel_ = nullptr;
    wxPanel* result_ = nullptr;
    Paragraph* restored_ = nullptr;
    Paragraph* question_ = nullptr;
    wxButton* swap_ = nullptr;
    wxButton* beside_ = nullptr;
};

} // namespace app
