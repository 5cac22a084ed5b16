#pragma once

#include <algorithm>
#include <cstdlib>
#include <string_view>

/// How much of what could be tried without end a test tries: little in every run, more with MENDLINE_LONG_FORMS set
/// (`packaging/test --all`), and all of it where a variable of its own asks for that (`tests/reliability`).
namespace tests {

inline bool has_long_forms()
{
    return std::getenv("MENDLINE_LONG_FORMS") != nullptr;
}

/// Whether this variable is "all".
inline bool is_all_asked_for(const char* variable)
{
    const char* asked = std::getenv(variable);
    return asked != nullptr && std::string_view{asked} == "all";
}

/// The number in the variable, and never less than the form of this run has.
inline int how_many(const char* variable, int in_short_form, int in_long_form)
{
    const char* asked = std::getenv(variable);
    return std::max(has_long_forms() ? in_long_form : in_short_form, asked == nullptr ? 0 : std::atoi(asked));
}

/// Every how-manieth of many is tried; each where the variable is "all".
inline int stride(const char* variable, int in_short_form, int in_long_form)
{
    return is_all_asked_for(variable) ? 1 : has_long_forms() ? in_long_form : in_short_form;
}

} // namespace tests
