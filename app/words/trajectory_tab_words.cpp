#include "app/words/trajectory_tab_words.h"

#include "app/words/isolated.h"
#include "app/words/numbers.h"

namespace app::trajectory_tab_words {

std::string range_name(model::Range range)
{
    switch (range) {
    case model::Range::three_months:
        return "3 months";
    case model::Range::six_months:
        return "6 months";
    case model::Range::year:
        return "1 year";
    case model::Range::episode:
        return "Episode";
    case model::Range::all:
        break;
    }
    return "All";
}

std::string ranges_name()
{
    return "Time shown";
}

std::string panels_button()
{
    return "Panels…";
}

std::string show_all_panels()
{
    return "Show all";
}

std::string table_button()
{
    return "As table";
}

std::string chart_button()
{
    return "As chart";
}

std::string save_button()
{
    return "Copy or save…";
}

std::string copy_picture()
{
    return "Copy picture";
}

std::string save_as(const std::string& format)
{
    return "Save as " + format + "…";
}

std::string copied()
{
    return "The chart is on the clipboard for 30 seconds, without a name.";
}

std::string saved(const std::string& path)
{
    return "Saved in " + isolated(path) + ". This file is not encrypted.";
}

std::string saved_protected(const std::string& path)
{
    return "Saved in " + isolated(path) + ", protected by the password.";
}

std::string not_saved()
{
    return "This could not be saved there. Please choose another folder; nothing else was changed.";
}

std::string file_dialog_title()
{
    return "Save the trajectory";
}

std::string chart_name()
{
    return "Trajectory";
}

std::string chart_hint()
{
    return "Left and right walk along a line, up and down change the line, Enter opens the note.";
}

std::string table_name()
{
    return "Trajectory as a table";
}

std::string reading_caption()
{
    return "Reading";
}

std::string open_note_button()
{
    return "Open note";
}

std::string no_session_that_day()
{
    return "No session was noted that day.";
}

std::string choose_a_point()
{
    return "Choose a point to see the note of its session here.";
}

std::string nothing_in_period()
{
    return "Nothing in this time. Choose a longer one above.";
}

std::string homework_caption()
{
    return "Homework";
}

std::string addenda_remark(std::size_t addenda)
{
    return "With " + counted(static_cast<long>(addenda), "addendum", "addenda") + ": open the note to read.";
}

std::string date_column()
{
    return "Date";
}

std::string line_column()
{
    return "Goal or measure";
}

std::string rater_column()
{
    return "Rated by";
}

std::string value_column()
{
    return "Value";
}

std::string band_column()
{
    return "Band";
}

std::string items_column()
{
    return "Items";
}

std::string items_words(const model::TrajectoryPoint& point)
{
    if (point.asked == 0) {
        return point.administration ? "total only" : "";
    }
    const auto items = std::to_string(point.answered) + " of " + std::to_string(point.asked);
    return point.is_prorated ? items + ", pro-rated" : items;
}

} // namespace app::trajectory_tab_words
