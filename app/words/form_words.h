#pragma once

#include <string>
#include <string_view>

/// What every form says in the same way.
namespace app::form_words {

/// The label of a field that must not stay empty: "Reason (required)".
std::string required_label(std::string_view label);

/// The same for screen readers, beside the name of the field.
std::string required();

} // namespace app::form_words
