#pragma once

#include "app/presenters/workplace.h"
#include "app/screens/commands.h"
#include "app/screens/guarded.h"
#include "app/screens/window_memory.h"
#include "app/screens/worker.h"

#include <wx/frame.h>

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace app {

class CasebookPanel;
class NewsStrip;
class StartPanel;

/// The one window: the way into a casebook, then the casebook. Its title never holds a client's name.
class MainWindow : public wxFrame, public Announcer {
public:
    /// `memory_file` keeps the last casebook and the window's size; empty: nothing is kept. `cost` is what a new
    /// password slot costs.
    MainWindow(Clock clock, std::filesystem::path memory_file, storage::vault::KeyCost cost = {});
    ~MainWindow() override;

    /// Shows the way into a casebook; into `folder`, if one is named.
    void start(const std::optional<std::filesystem::path>& folder = std::nullopt);

    /// Shows an open casebook, at the note that was being written if there is one. One that is open here is closed
    /// first; where that fails, it stays.
    void open(storage::Casebook casebook);

    /// Keeps what was typed and closes the casebook; false when something could not be kept.
    bool close_casebook();

    void announce(const std::string& words) override;
    /// What was announced and not yet closed.
    const std::string& news() const;

    /// Null while no casebook is open.
    CasebookPanel* casebook_panel() { return casebook_panel_; }
    storage::Casebook* casebook() { return casebook_.get(); }

private:
    std::vector<Command> commands();
    std::vector<Command> casebook_commands();
    std::vector<Command> client_commands();
    std::vector<Command> view_commands();
    bool has_casebook() const { return casebook_panel_ != nullptr; }
    bool has_client() const;

    void toggle_names();
    void show_casebook(std::unique_ptr<storage::Casebook> casebook);
    void show_panel(wxWindow* panel);
    void drop_casebook(); ///< Closes it as it is.
    void heed_close(wxCloseEvent& event);
    void remember();

    Clock clock_;
    Names names_;
    std::filesystem::path memory_file_;
    WindowMemory memory_;
    storage::vault::KeyCost cost_;
    std::unique_ptr<storage::Casebook> opened_; ///< By the way in, and not shown yet.
    std::unique_ptr<storage::Casebook> casebook_;
    NewsStrip* news_ = nullptr;
    wxWindow* panel_ = nullptr; ///< The way in, or the casebook.
    CasebookPanel* casebook_panel_ = nullptr;
    Worker worker_; ///< Last: its threads end first.
};

} // namespace app
