#include "app/words/main_words.h"

#include "app/words/dates.h"
#include "app/words/isolated.h"
#include "app/words/level_words.h"
#include "app/words/numbers.h"

#include <array>

namespace app {

std::string words_for(const CareFacts& care)
{
    std::vector<std::string> parts;
    if (!care.code.empty()) {
        parts.push_back(isolated(care.code));
    }
    if (!care.pronouns.empty()) {
        parts.push_back(isolated(care.pronouns));
    }
    if (!care.since) {
        parts.emplace_back("not admitted yet");
    } else if (care.ended_on) {
        parts.push_back("in care " + short_date(*care.since) + " to " + short_date(*care.ended_on));
    } else {
        parts.push_back("in care since " + short_date(*care.since));
    }
    if (care.level) {
        parts.push_back(level_of_care_words(*care.level));
    }
    if (care.review_on) {
        parts.push_back((care.is_review_due ? "level of care review was due " : "level of care review ") +
                        short_date(*care.review_on));
    }
    std::string words;
    for (const std::string& part : parts) {
        words += (words.empty() ? "" : " · ") + part;
    }
    return words;
}

std::string window_title(std::string_view casebook)
{
    return casebook.empty() ? "Mendline" : "Mendline - " + isolated(casebook);
}

std::string label_of(CaseloadFilter filter)
{
    switch (filter) {
    case CaseloadFilter::in_care:
        return "In care";
    case CaseloadFilter::all:
        return "All clients";
    case CaseloadFilter::unsigned_notes:
        return "Unsigned notes";
    case CaseloadFilter::measures_due:
        return "Measures due";
    case CaseloadFilter::notices:
        return "Notices to review";
    }
    return {};
}

std::string words_for_empty_list(CaseloadFilter filter, std::string_view search, bool is_casebook_empty)
{
    if (is_casebook_empty) {
        return "No clients yet.";
    }
    if (!search.empty()) {
        return "No client matches. Esc clears the search.";
    }
    switch (filter) {
    case CaseloadFilter::in_care:
        return "No client is in care. \"All clients\" shows the others.";
    case CaseloadFilter::all:
        return {};
    case CaseloadFilter::unsigned_notes:
        return "Every note is signed.";
    case CaseloadFilter::measures_due:
        return "No measure is due.";
    case CaseloadFilter::notices:
        return "Every notice has been reviewed.";
    }
    return {};
}

namespace main_words {

std::string to_do_caption()
{
    return "To do";
}

std::string caseload_caption()
{
    return "Caseload";
}

std::string search_hint()
{
    return "Find a client  Ctrl+F";
}

std::string search_label()
{
    return "Find a client";
}

std::string filter_label()
{
    return "Which clients";
}

std::string caseload_label()
{
    return "Clients";
}

std::string name_column()
{
    return "Client";
}

std::string last_column()
{
    return "Last session";
}

std::string course_column()
{
    return "Course";
}

std::string notice_column()
{
    return "Notice";
}

std::string empty_cell(std::string_view column)
{
    return std::string{column} + ": none";
}

std::string course_cell(const std::vector<double>& scores)
{
    std::string words;
    for (const double score : scores) {
        words += (words.empty() ? "" : ", ") + plain_number(score);
    }
    return words.empty() ? empty_cell(course_column()) : course_column() + ": " + words;
}

std::string empty_casebook_heading()
{
    return "An empty casebook";
}

std::string empty_casebook_words()
{
    return "Add the first client, and their page opens here: sessions, trajectory, goals, measures and summaries.";
}

std::string nobody_chosen_heading()
{
    return "Choose a client";
}

std::string nobody_chosen_words()
{
    return "Choose a client from the caseload on the left, or press Ctrl+F and type a name. Ctrl+N starts a note for "
           "the chosen client.";
}

std::string add_client_button()
{
    return "&Add a client";
}

std::string tabs_label()
{
    return "Pages of this client";
}

std::string tab_name(std::size_t index)
{
    constexpr std::array<std::string_view, 6> names{"Sessions", "Trajectory", "Goals & ledgers",
                                                    "Measures", "Summaries",  "Details"};
    return std::string{names.at(index)};
}

std::string close_news()
{
    return "Close this message";
}

std::string sash_label()
{
    return "Width of the client list";
}

std::string name_of_news()
{
    return "Message";
}

std::string close_without_saving()
{
    return "Close without saving it";
}

std::string read_only_banner()
{
    return "Read-only: this casebook cannot be changed in its current location. You can read everything; nothing new "
           "can be saved.";
}

std::string could_not_leave()
{
    return "Something you typed is not saved yet, so this page stays open. Please finish it or clear it.";
}

std::string add_client_heading()
{
    return "Add a client";
}

std::string add_client_words()
{
    return "The code and the first day of care are enough; the rest can be added later.";
}

std::string name_label()
{
    return "Name";
}

std::string code_label()
{
    return "Code, shown instead of the name";
}

std::string admitted_label()
{
    return "In care since (first session or admission)";
}

std::string level_label()
{
    return "Level of care";
}

std::string date_unreadable()
{
    return unreadable_date_words();
}

std::string help_heading()
{
    return "Keyboard shortcuts";
}

std::string help_words()
{
    return "Everything can be reached with the Tab key and the menus (F10). These shortcuts are quicker. The Casebook "
           "menu also has Import scores (of measures, from a table of another program), Activity (who did what, and "
           "when) and Check the casebook (whether everything is as it was written).";
}

std::vector<std::pair<std::string, std::string>> help_keys()
{
    return {
        {"Ctrl+F", "find a client; Down goes into the list"},
        {"Ctrl+N", "new note for the chosen client"},
        {"Ctrl+G", "in a note: to the goals and their ratings"},
        {"Ctrl+R", "in a note: to the risk"},
        {"F6, Shift+F6", "the next part of the window or of the note, and the one before"},
        {"0 to 9, x", "rate a goal (ten: x, or 1 and 0); answer an item of a measure"},
        {"Alt+Down", "open the calendar of a date field"},
        {"Ctrl+Z, Ctrl+Y", "undo and redo in a section of a note"},
        {"Ctrl+Enter", "sign the note"},
        {"Ctrl+1 to Ctrl+6", "the pages of a client"},
        {"Ctrl+P", "progress summary"},
        {"Arrow keys", "move along ratings, items, and points of the trajectory"},
        {"Space", "leave out an item of a measure; press the button that has the focus"},
        {"Backspace, Del", "clear a rating or an item; remove a modality from the note"},
        {"Ctrl+Shift+N", "add a client"},
        {"F8", "width of the client list: Left, Right, Home, then Enter"},
        {"F9", "hide names, and show them again"},
        {"F1", "this list of keyboard shortcuts"},
        {"F10", "the menus"},
        {"Esc", "go back from a page; asks before anything typed is lost"},
        {"Ctrl+L", "lock the casebook"},
        {"Ctrl+W", "close the casebook"},
        {"Ctrl+Q", "quit"},
    };
}

std::string about_words(std::string_view version)
{
    return "Mendline " + std::string{version} + ". Free software under the MIT licence. It sends nothing anywhere.";
}

} // namespace main_words

} // namespace app
