#include "app/words/summary_tab_words.h"

#include "app/words/dates.h"
#include "app/words/isolated.h"

namespace app::summary_tab_words {

std::string heading()
{
    return "Summary for the client";
}

std::string explanation()
{
    return "The page on the right is the page that is printed. It holds no session notes and no notices.";
}

std::string from_label()
{
    return "From";
}

std::string to_label()
{
    return "To";
}

std::string whole_episode_button()
{
    return "Whole episode";
}

std::string from_unreadable()
{
    return unreadable_date_words("The first day") + " The page shows the last period that could be read.";
}

std::string to_unreadable()
{
    return unreadable_date_words("The last day") + " The page shows the last period that could be read.";
}

std::string upside_down()
{
    return "The first day is after the last. The page shows the last period that could be read.";
}

std::string paper_label()
{
    return "Paper";
}

std::string a4()
{
    return "A4";
}

std::string letter()
{
    return "US Letter";
}

std::string by_code_label()
{
    return "Print the code instead of the name";
}

std::string names_are_hidden()
{
    return "Names are hidden (F9): the page shows the code until they are shown again.";
}

std::string birth_date_label()
{
    return "Print the date of birth";
}

std::string own_words_label()
{
    return "Progress so far, in your words";
}

std::string next_words_label()
{
    return "Next steps, in your words";
}

std::string printed_caption()
{
    return "On the page";
}

std::string nothing_to_print()
{
    return "There are no ratings or scores yet. Rate a goal in a note, or enter a measure.";
}

std::string no_values(const std::string& title)
{
    return isolated(title) + " (nothing in this period)";
}

std::string left_out_caption()
{
    return "Left out";
}

std::string print_button()
{
    return "Print…";
}

std::string save_button()
{
    return "Save as PDF…";
}

std::string saved(const std::string& file)
{
    return "Saved as " + isolated(file) + ".";
}

std::string not_saved(const std::string& file, const std::string& reason)
{
    return isolated(file) + " could not be saved (" + reason +
           "). Please choose another location; an existing file there is unchanged.";
}

std::string no_printer()
{
    return "There is no printer on this computer. You can save the summary as a PDF instead.";
}

std::string not_printed()
{
    return "The summary could not be printed, or not all of it; nothing in the casebook has changed. Please check the "
           "printer and try again, or save the summary as a PDF.";
}

std::string sent_to_printer()
{
    return "Sent to the printer. The print system of this computer may keep a copy of the page.";
}

std::string preview_name(std::size_t pages)
{
    return "Preview of the summary, " + std::to_string(pages) + (pages == 1 ? " page" : " pages");
}

std::string choose_file_title()
{
    return "Save the summary";
}

} // namespace app::summary_tab_words
