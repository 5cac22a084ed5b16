#include "app/exchange/trajectory_csv.h"

#include "app/words/numbers.h"
#include "app/words/readings.h"
#include "model/scoring.h"

#include <initializer_list>

namespace app {

namespace {

std::string quoted(std::string_view text)
{
    if (text.find_first_of(",\"\r\n") == std::string_view::npos) {
        return std::string{text};
    }
    std::string cell = "\"";
    for (const char sign : text) {
        cell += sign == '"' ? "\"\"" : std::string(1, sign);
    }
    return cell + "\"";
}

/// A cell of words. A spreadsheet runs what begins like a formula; an apostrophe keeps it words.
std::string text_cell(std::string_view text)
{
    constexpr std::string_view begins_a_formula = "=+-@\t\r\n";
    const bool is_risky = !text.empty() && begins_a_formula.find(text.front()) != std::string_view::npos;
    return quoted(is_risky ? "'" + std::string{text} : std::string{text});
}

void add_row(std::string& csv, std::initializer_list<std::string> cells)
{
    bool is_first = true;
    for (const auto& cell : cells) {
        csv += (is_first ? "" : ",") + cell;
        is_first = false;
    }
    csv += "\r\n";
}

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
                     text_cell(is_goal ? panel.wording : panel_title(panel)),
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
