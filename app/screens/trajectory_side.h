#pragma once

#include "app/presenters/trajectory_presenter.h"
#include "app/screens/form.h"
#include "app/screens/scrolled_page.h"

#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace app {

/// The column beside a trajectory: the note of what is chosen, and below it the reading of every line.
class TrajectorySide : public ScrolledPage {
public:
    explicit TrajectorySide(wxWindow* parent);

    void draw(const TrajectoryPresenter::Screen& screen);

    std::function<void()> on_open_note = [] {};

private:
    void rebuild(const TrajectoryPresenter::Screen& screen);
    void add_note(wxSizer& column, const TrajectoryPresenter::Screen& screen);
    void add_readings(wxSizer& column, const TrajectoryPresenter::Screen& screen);
    void add_basis(wxSizer& column, const TrajectoryPresenter::PanelReading& reading);
    void add_words(wxSizer& column, std::string_view words, Paragraph::Tone tone, int below, bool is_bold = false);

    std::optional<TrajectoryPresenter::Screen> drawn_{};
    std::set<std::string> opened_{}; ///< Titles of the readings of which it is shown how they were calculated.
};

} // namespace app
