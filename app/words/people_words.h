#pragma once

#include <cstdint>
#include <string>
#include <string_view>

/// What is said about the people of a casebook.
namespace app::people_words {

std::string heading();
std::string explanation();
std::string without_a_name(); ///< Of somebody who has entered none yet.
std::string without_details(std::int64_t number);
std::string name_of_you(std::string_view name);
std::string signed_in_as(std::string_view name);
std::string add_button();
std::string remove_button();
std::string remove_label(std::string_view name); ///< For those who do not see beside whom the button stands.
std::string done_button();
std::string sheet_button();
std::string last_one();
std::string come_back_button();
std::string come_back_heading();
std::string come_back_explanation();
std::string came_back();

std::string add_heading();
std::string add_explanation();
std::string name_label();
std::string credentials_label();
std::string licence_label();
std::string their_password_label();
std::string continue_button();
std::string making_keys();

std::string sheet_heading(std::string_view name);
std::string sheet_explanation(bool is_own);
std::string let_in_button();
std::string replace_button();

std::string remove_heading(std::string_view name);
std::string remove_explanation(bool is_you);
std::string what_stays_open(bool is_you);
std::string really_remove_button(bool is_you);

std::string added();
std::string removed();
std::string sheet_replaced();
std::string wait_for_keys();

} // namespace app::people_words
