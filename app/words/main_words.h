#pragma once

#include "model/calendar.h"
#include "model/episode.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// What the main window says around the tabs.
namespace app {

/// Which clients the list shows.
enum class CaseloadFilter { in_care, all, unsigned_notes, measures_due, notices };

/// What waits to be done, over all clients.
struct ToDoCounts {
    int unsigned_notes = 0;
    int measures_due = 0;
    int notices = 0;

    bool operator==(const ToDoCounts&) const = default;
};

/// Where a client's care stands today.
struct CareFacts {
    std::string code{}; ///< Empty when it stands in the title already.
    std::string pronouns{};
    std::optional<model::Date> since{};
    std::optional<model::Date> ended_on{};
    std::optional<model::LevelOfCare> level{};
    std::optional<model::Date> review_on{};
    bool is_review_due = false;
};

/// In one line, its parts set apart by dots.
std::string words_for(const CareFacts& care);

/// The title of the window. Never holds a client's name.
std::string window_title(std::string_view casebook);

std::string label_of(CaseloadFilter filter);

/// Why the list is empty, and what to do; empty words where it is not.
std::string words_for_empty_list(CaseloadFilter filter, std::string_view search, bool is_casebook_empty);

namespace main_words {

std::string to_do_caption();
std::string caseload_caption();
std::string search_hint();
std::string search_label();
std::string filter_label();
std::string caseload_label();
std::string name_column();
std::string last_column();
std::string course_column();
std::string notice_column();
std::string empty_cell(std::string_view column);            ///< For a screen reader.
std::string course_cell(const std::vector<double>& scores); ///< The same, of the sparkline; oldest score first.

std::string empty_casebook_heading();
std::string empty_casebook_words();
std::string nobody_chosen_heading();
std::string nobody_chosen_words();
std::string add_client_button();

std::string tabs_label();
std::string tab_name(std::size_t index); ///< 0 to 5.
std::string close_news();
std::string sash_label(); ///< Between the caseload and the page.
std::string name_of_news();
std::string read_only_banner();
std::string could_not_leave();
std::string close_without_saving(); ///< Of what could not be kept; offered when the window is to close.

std::string add_client_heading();
std::string add_client_words();
std::string name_label();
std::string code_label();
std::string admitted_label();
std::string level_label();
std::string date_unreadable();

std::string help_heading();
std::string help_words();
std::vector<std::pair<std::string, std::string>> help_keys(); ///< Keys and what they do.
std::string about_words(std::string_view version);

} // namespace main_words

} // namespace app
