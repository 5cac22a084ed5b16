#pragma once

#include <cstddef>
#include <string>

/// What the summaries tab says.
namespace app::summary_tab_words {

std::string heading();
std::string explanation();
std::string from_label();
std::string to_label();
std::string whole_episode_button();
std::string from_unreadable();
std::string to_unreadable();
std::string upside_down();
std::string paper_label();
std::string a4();
std::string letter();
std::string by_code_label();
std::string names_are_hidden();
std::string birth_date_label();
std::string own_words_label();
std::string next_words_label();
std::string printed_caption();
std::string nothing_to_print();
std::string no_values(const std::string& title);
std::string left_out_caption();
std::string print_button();
std::string save_button();
std::string saved(const std::string& file);
std::string not_saved(const std::string& file, const std::string& reason);
std::string no_printer();
std::string not_printed();
std::string sent_to_printer();
std::string preview_name(std::size_t pages);
std::string choose_file_title();

} // namespace app::summary_tab_words
