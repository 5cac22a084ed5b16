#include "app/words/chart_words.h"

#include "app/words/dates.h"
#include "app/words/isolated.h"
#include "app/words/numbers.h"
#include "app/words/readings.h"

#include <algorithm>

namespace app {

namespace {

/// "5 Jan 2026" in its three parts.
struct DateParts {
    std::string day{};
    std::string month{};
    std::string year{};
};

DateParts parts_of(model::Date day)
{
    const auto whole = short_date(day);
    const auto first = whole.find(' ');
    const auto last = whole.rfind(' ');
    return {whole.substr(0, first), whole.substr(first + 1, last - first - 1), whole.substr(last + 1)};
}

std::string from_to(model::Date from, model::Date until)
{
    const auto last = model::days_after(until, -1);
    return last <= from ? short_date(from) : short_date(from) + " to " + short_date(last);
}

template <class Test>
bool any_point(const model::Trajectory& trajectory, Test test)
{
    return std::ranges::any_of(trajectory.panels, [&](const model::Panel& panel) {
        return std::ranges::any_of(panel.series, [&](const model::Series& series) {
            return std::ranges::any_of(series.points,
                                       [&](const model::TrajectoryPoint& point) { return test(panel, series, point); });
        });
    });
}

} // namespace

std::string day_and_month(model::Date day)
{
    const auto parts = parts_of(day);
    return parts.day + " " + parts.month;
}

std::string month_only(model::Date day)
{
    return parts_of(day).month;
}

std::string month_and_year(model::Date day)
{
    const auto parts = parts_of(day);
    return parts.month + " " + parts.year;
}

std::string year_only(model::Date day)
{
    return parts_of(day).year;
}

std::string point_words(const model::Panel& panel, const model::Series& series, const model::TrajectoryPoint& point)
{
    std::string words = short_date(point.on) + " · " + score_words(point.value, panel.scale);
    if (const auto* band = model::band_of(panel.scale, point.value)) {
        words += " · " + isolated(band->name);
    }
    if (series.rater) {
        words += " · rated by the " + rater_words(series.rater);
    }
    if (point.asked > 0) {
        words += " · " + std::to_string(point.answered) + " of " + std::to_string(point.asked) + " items answered";
    } else if (panel.kind == model::PanelKind::measure) {
        words += " · entered as a total";
    }
    return point.is_prorated ? words + ", pro-rated" : words;
}

std::string end_words(const model::Panel& panel, const model::Series& series, bool with_date, Reader reader)
{
    const auto& last = series.points.back();
    std::string words = score_words(last.value, panel.scale);
    if (series.rater) {
        words = rater_words(series.rater, reader) + " " + words;
    }
    return with_date ? words + " in " + month_and_year(last.on) : words;
}

std::string reliable_change_words(double change, Reader reader)
{
    return (reader == Reader::client ? "threshold " : "reliable change ") +
           (change < 0 ? plain_number(change) : "+" + plain_number(change));
}

std::string empty_panel_words(const model::Panel& panel)
{
    return panel.kind == model::PanelKind::goal ? "Not rated in this period." : "No scores in this period.";
}

std::string modality_name(const std::string& code, std::span<const model::Modality> modalities)
{
    const auto found = std::ranges::find(modalities, code, &model::Modality::code);
    return found == modalities.end() ? code : found->name;
}

std::string modality_short_name(const std::string& code, std::span<const model::Modality> modalities)
{
    const auto found = std::ranges::find(modalities, code, &model::Modality::code);
    const bool has_short_name = found != modalities.end() && !found->short_name.empty();
    return has_short_name ? found->short_name : modality_name(code, modalities);
}

std::string stretch_words(const model::ModalityStretch& stretch, const std::string& name)
{
    return isolated(name) + ": " + from_to(stretch.from, stretch.until) + ", " +
           counted(stretch.sessions, "session", "sessions") + " in a row";
}

std::string stretch_words(const model::LevelStretch& stretch)
{
    return level_words(stretch.level) + ": " + from_to(stretch.from, stretch.until);
}

std::string not_in_care_words()
{
    return "not in care";
}

std::string session_mark_words(const model::SessionMark& mark)
{
    const auto day = short_date(mark.on);
    switch (mark.attendance) {
    case model::Attendance::attended:
        return day + " · session";
    case model::Attendance::cancelled:
        return day + " · cancelled by client";
    case model::Attendance::late_cancelled:
        return day + " · late cancellation";
    case model::Attendance::no_show:
        return day + " · no-show";
    case model::Attendance::cancelled_by_therapist:
        break;
    }
    return day + " · cancelled by therapist";
}

std::string chart_footnote(const model::Trajectory& trajectory, Reader reader)
{
    std::string words;
    const auto add = [&](const std::string& sentence) { words += (words.empty() ? "" : " ") + sentence; };
    if (any_point(trajectory,
                  [](const auto& panel, const auto&, const auto&) { return panel.scale.standard_error.has_value(); })) {
        add(reader == Reader::client ? "Pale bars: the questionnaire's own ups and downs around one score (95 %)."
                                     : "Pale bars: measurement error of one score (95 %).");
    }
    if (any_point(trajectory, [](const auto&, const auto&, const auto& point) { return point.is_prorated; })) {
        // The client's own ratings are drawn hollow as well, and must not be taken for these.
        const bool has_own_ratings = any_point(trajectory, [](const auto&, const auto& series, const auto&) {
            return series.rater == model::Rater::client;
        });
        const std::string whose = reader == Reader::client ? "your own" : "the client's own";
        add(std::string{"Hollow points of a questionnaire are pro-rated: not every item was answered."} +
            (has_own_ratings ? " Those of a goal are " + whose + " ratings." : ""));
    }
    if (const auto earlier = trajectory.days_before_drawing(); !earlier.empty()) {
        add("At the left edge, from before the time shown: " +
            (earlier.size() == 1 ? short_date(earlier.front())
                                 : counted(static_cast<long>(earlier.size()), "day", "days") + " from " +
                                       short_date(earlier.front()) + " to " + short_date(earlier.back())) +
            ".");
    }
    if (trajectory.drawn.to < trajectory.period.to) {
        add("Nothing recorded after " + short_date(trajectory.drawn.to) + ".");
    }
    return words;
}

std::string nothing_to_draw_words()
{
    return "Nothing to draw yet. Agree on a goal, or enter a measure, and it appears here.";
}

std::string more_panels_words(std::size_t panels)
{
    return counted(static_cast<long>(panels), "more panel does", "more panels do") + " not fit here.";
}

std::string chart_description(const model::Trajectory& trajectory, Reader reader)
{
    std::string words =
        "Chart from " + short_date(trajectory.drawn.from) + " to " + short_date(trajectory.drawn.to) + ".";
    for (const auto& panel : trajectory.panels) {
        words += " " + isolated(panel_title(panel, reader)) + ", " + panel_scale_words(panel, reader) + ":";
        for (const auto& series : panel.series) {
            if (!series.points.empty() || panel.is_empty()) {
                words += " " + lead_in_short(panel, series, reader);
            }
            if (panel.is_empty()) {
                break;
            }
        }
    }
    return words;
}

} // namespace app
