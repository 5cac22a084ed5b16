#pragma once

#include "app/words/reader.h"
#include "model/modality.h"
#include "model/trajectory.h"

#include <cstddef>
#include <span>
#include <string>

/// What is written in and around a trajectory chart.
namespace app {

/// "5 Jan".
std::string day_and_month(model::Date day);

/// "Jan".
std::string month_only(model::Date day);

/// "Jan 2026".
std::string month_and_year(model::Date day);

/// "2026".
std::string year_only(model::Date day);

/// All that is known of one point, for hovering: date, value, band, who rated, items answered.
std::string point_words(const model::Panel& panel, const model::Series& series, const model::TrajectoryPoint& point);

/// What stands at the end of a line: "client 8", to the client "you 8", "3.30"; with its date when the line ended long
/// ago.
std::string end_words(const model::Panel& panel, const model::Series& series, bool with_date,
                      Reader reader = Reader::clinician);

/// "reliable change +0.56"; to the client "threshold +0.56", as the words under the chart call it.
std::string reliable_change_words(double change, Reader reader = Reader::clinician);

/// What stands in a panel without points.
std::string empty_panel_words(const model::Panel& panel);

/// The name of a modality; its code where the practice does not know it.
std::string modality_name(const std::string& code, std::span<const model::Modality> modalities);

/// Its name for narrow places; the whole name where it has no other.
std::string modality_short_name(const std::string& code, std::span<const model::Modality> modalities);

/// For hovering over a stretch: "EMDR: 5 Jan to 3 Mar 2026, 8 sessions".
std::string stretch_words(const model::ModalityStretch& stretch, const std::string& name);
std::string stretch_words(const model::LevelStretch& stretch);

/// In the row of levels, between two episodes of care.
std::string not_in_care_words();

/// For hovering over a session: "5 Jan 2026, session" or what became of it.
std::string session_mark_words(const model::SessionMark& mark);

/// Below the chart: what bars and hollow points mean, and since when nothing was recorded. Only what is to be seen.
std::string chart_footnote(const model::Trajectory& trajectory, Reader reader = Reader::clinician);

/// What stands in place of a chart without panels.
std::string nothing_to_draw_words();

/// When the height does not suffice.
std::string more_panels_words(std::size_t panels);

/// The chart told to someone who cannot see it.
std::string chart_description(const model::Trajectory& trajectory, Reader reader = Reader::clinician);

} // namespace app
