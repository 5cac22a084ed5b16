#include "app/words/import_option_words.h"

#include "app/words/isolated.h"

namespace app::words {

std::string not_a_lowest_answer(const std::string& option)
{
    return "\"" + isolated(option) +
           "\" does not say what the lowest answer is; write a number, or a measure's code, = and a number. Nothing "
           "was "
           "imported.";
}

std::string lowest_answer_out_of_range(const std::string& option, int lowest, int highest)
{
    return "--answers-from \"" + isolated(option) + "\": the lowest answer of a form lies between " +
           std::to_string(lowest) + " and " + std::to_string(highest) + ". Nothing was imported.";
}

std::string several_measures_called(const std::string& option, const std::string& name)
{
    return "--answers-from \"" + option + "\": several measures are called \"" + isolated(name) +
           "\"; give the code of one. mendline-cli measures lists them. Nothing was imported.";
}

std::string not_who_is_meant(const std::string& option)
{
    return "\"" + isolated(option) +
           "\" does not say who is meant; write what stands in the file, = and the client's code.";
}

std::string options_differ(const std::string& name, const std::string& one, const std::string& other)
{
    return name + " \"" + isolated(one) + "\" and " + name + " \"" + isolated(other) +
           "\" contradict each other. Please leave one of them out. Nothing was imported.";
}

} // namespace app::words
