#include "app/screens/main_window.h"
#include "app/screens/zone_panel.h"

namespace app {

void MainWindow::settle_zone(const MachineZone& found)
{
    if (const auto zone = settled_zone(found, memory_.zone)) {
        clock_.zone = *zone;
    } else {
        zone_in_question_ = found;
    }
}

void MainWindow::ask_for_zone(const std::optional<std::filesystem::path>& folder, const std::optional<Locked>& locked)
{
    auto* panel = new ZonePanel(this, *zone_in_question_, clock_);
    panel->on_settled = [this, folder, locked](const std::string& zone) {
        // The page that asked is still at work.
        CallAfter([this, folder, locked, zone] {
            guarded(*this, [&] {
                memory_.zone = answer_to(*zone_in_question_, zone);
                zone_in_question_.reset();
                clock_.zone = zone;
                remember();
                start(folder, locked);
            });
        });
    };
    show_panel(panel);
    panel->focus_first();
}

} // namespace app
