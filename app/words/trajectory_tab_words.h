#pragma once

#include "model/trajectory.h"

#include <string>

/// What stands on the Trajectory tab around the chart.
namespace app::trajectory_tab_words {

/// What a range is called on its button: "3 months".
std::string range_name(model::Range range);

std::string ranges_name(); ///< What a screen reader calls the row of ranges.
std::string panels_button();
std::string show_all_panels();
std::string table_button();
std::string chart_button();
std::string save_button();
std::string copy_picture();
std::string save_as(const std::string& format); ///< "Save as PNG…".
std::string copied();
std::string saved(const std::string& path);
std::string saved_protected(const std::string& path);
std::string not_saved();
std::string file_dialog_title();

std::string chart_name();
std::string chart_hint(); ///< How to walk the points by keyboard, for screen readers.
std::string table_name();

std::string reading_caption();
std::string open_note_button();
std::string no_session_that_day();
std::string choose_a_point();    ///< In the side column before anything is chosen.
std::string nothing_in_period(); ///< There are values, but none in the chosen range.
std::string homework_caption();
std::string addenda_remark(std::size_t addenda);

std::string date_column();
std::string line_column();
std::string rater_column();
std::string value_column();
std::string band_column();
std::string items_column();
std::string items_words(const model::TrajectoryPoint& point);

} // namespace app::trajectory_tab_words
