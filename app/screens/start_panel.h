#pragma once

#include "app/presenters/start_presenter.h"
#include "app/presenters/workplace.h"
#include "app/screens/panel.h"

#include <wx/sizer.h>

#include <filesystem>
#include <functional>
#include <optional>

namespace app {

class ScrolledPage;
class StartPageView;

/// The way into a casebook, one page after the other, in the middle of the window.
class StartPanel : public Panel {
public:
    /// `last` is offered first. `on_open` is called with the casebook once somebody has got in; it must not destroy the
    /// panel before it returns.
    StartPanel(wxWindow* parent, const Clock& clock, std::optional<std::filesystem::path> last, SlowWork slow_work,
               std::function<void(storage::Casebook)> on_open, storage::vault::KeyCost cost = {});

    /// A backup was chosen to be restored. Must not destroy the panel before it returns.
    std::function<void(const std::filesystem::path&)> on_restore = [](const std::filesystem::path&) {};

    /// The demo practice is asked for. Must not destroy the panel before it returns.
    std::function<void()> on_demo = [] {};

    /// Asks for the password of this casebook; says why it was locked, if it was.
    void choose(const std::filesystem::path& folder, const std::optional<Locked>& locked = std::nullopt);

    void focus_first();

    /// What is to be said once the casebook is in sight; mostly nothing.
    std::string words_on_opening() const;

private:
    void draw(const StartPresenter::Screen& screen);
    StartPageView* make_page(StartPage page);
    void place_page();

    const Clock& clock_;
    StartPresenter presenter_;
    std::optional<StartPage> page_shown_;
    ScrolledPage* scrolled_ = nullptr;
    wxSizerItem* above_ = nullptr; ///< The room above the page.
    StartPageView* page_ = nullptr;
};

} // namespace app
