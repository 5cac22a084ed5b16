#include "app/words/measure_words.h"

/// The short words of the measures tab: captions, columns, buttons.
namespace app::measure_words {

std::string heading()
{
    return "Measures";
}

std::string measure_column()
{
    return "Measure";
}

std::string last_column()
{
    return "Last";
}

std::string score_column()
{
    return "Score";
}

std::string due_column()
{
    return "Due";
}

std::string due_mark()
{
    return "due";
}

std::string entering_mark()
{
    return "unsaved";
}

std::string list_name()
{
    return "Measures";
}

std::string add_measure_button()
{
    return "&Add your own measure…";
}

std::string choose_definition_title()
{
    return "Choose a measure's definition";
}

std::string definition_files()
{
    return "Measure definitions (*.json)|*.json|All files|*";
}

std::string no_item_wording()
{
    return "The wording of the items is not part of Mendline; please have the form at hand.";
}

std::string enter_button()
{
    return "&Enter an administration";
}

std::string entry_caption()
{
    return "New administration";
}

std::string date_label()
{
    return "Date administered";
}

std::string items_choice()
{
    return "Item s&cores";
}

std::string total_choice()
{
    return "&Total only";
}

std::string grid_name()
{
    return "Item scores";
}

std::string what_it_scored()
{
    return "Scores";
}

std::string nothing_scored_yet()
{
    return "The scores appear here as you enter the items.";
}

std::string ask_before_saving()
{
    return "If you could not ask, press Save again; a notice stays until someone has asked.";
}

std::string save_button()
{
    return "&Save";
}

std::string cancel_entry_button()
{
    return "Cancel";
}

std::string history_caption()
{
    return "History";
}

std::string reading_caption()
{
    return "Reading";
}

std::string no_history()
{
    return "Not administered yet.";
}

std::string date_column()
{
    return "Date";
}

std::string change_column()
{
    return "Since first";
}

std::string band_column()
{
    return "Band";
}

std::string answered_column()
{
    return "Answered";
}

std::string mark_column()
{
    return "Remark";
}

std::string first_mark()
{
    return "first";
}

std::string no_score_mark()
{
    return "\u2013";
}

std::string in_error_mark()
{
    return "entered in error";
}

std::string entered_as_total()
{
    return "Entered as a total, without item scores.";
}

std::string mark_in_error_button()
{
    return "Mark as entered in error…";
}

std::string reason_label()
{
    return "What was wrong";
}

std::string mark_for_good_button()
{
    return "Mark as entered in error";
}

std::string mark_explanation()
{
    return "It stays readable and no longer counts. This cannot be taken back; a corrected one can be entered as a new "
           "administration.";
}

} // namespace app::measure_words
