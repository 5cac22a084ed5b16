#pragma once

#include <string>

/// What is said wherever a PDF is saved.
namespace app::pdf_words {

std::string protect_caption();
std::string password_label();
std::string save_protected_button();
std::string save_plain_button();

} // namespace app::pdf_words
