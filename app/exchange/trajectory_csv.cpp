#include "app/exchange/trajectory_csv.h"

#include "app/exchange/csv_writer.h"
#include "app/words/numbers.h"
#include "app/words/readings.h"
#include "model/scoring.h"

namespace app {

namespace {

void add_point(std::string& csv, std::string_view client, const model::Panel& panel, const model::Series& series,
               const model::TrajectoryPoint& point)
{
    const bool is_goal = panel.kind == model::PanelKind::goal;
    const auto* band = model::band_of(panel.scale, point.value);
    add_row(csv, {
                     text_cell(client),
                     model::iso_date(point.on),
                     text_cell(is_goal ? panel.key : panel.measure),
                     text_cell(panel.scale.code),
                     rater_words(series.rater),
                     exact_number(point.value),
                     point.is_prorated ? "yes" : "no",
                     point.asked > 0 ? std::to_string(point.answered) : "",
                     point.asked > 0 ? std::to_string(point.asked) : "",
                     text_cell(band ? band->name : ""),
                     text_cell(panel_name_in_files(panel)),
                     text_cell(panel.version),
                 });
}

} // namespace

std::string trajectory_csv(const model::Trajectory& trajectory, std::string_view client_code)
{
    std::string csv;
    add_row(csv, {"client", "date", "series", "scale", "rater", "value", "prorated", "answered", "asked", "band",
                  "name", "version"});
    for (const auto& panel : trajectory.panels) {
        for (const auto& series : panel.series) {
            for (const auto& point : series.points) {
                add_point(csv, client_code, panel, series, point);
            }
        }
    }
    return csv;
}

} // namespace app
