#pragma once

#include <string>

/// What the command line says of options that tell how scores are imported.
namespace app::words {

std::string not_a_lowest_answer(const std::string& option);
/// For a number that no form begins with.
std::string lowest_answer_out_of_range(const std::string& option, int lowest, int highest);
/// `name` is the part of it that says which measure.
std::string several_measures_called(const std::string& option, const std::string& name);
std::string not_who_is_meant(const std::string& option);
/// For two options of that name which say different things of one client or measure, or of all of them.
std::string options_differ(const std::string& name, const std::string& one, const std::string& other);

} // namespace app::words
