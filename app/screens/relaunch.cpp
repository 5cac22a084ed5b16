#include "app/screens/relaunch.h"

#include <cstdio>
#include <unistd.h>

namespace app {

void relaunch(const std::vector<std::string>& arguments)
{
    std::vector<char*> words;
    words.reserve(arguments.size() + 1);
    for (const std::string& argument : arguments) {
        words.push_back(const_cast<char*>(argument.c_str())); // The system's own call takes no constants.
    }
    words.push_back(nullptr);
    std::fflush(nullptr);
    // Whatever a library forgot to mark: only the three standard files stay open.
    constexpr unsigned int first_of_ours = 3;
    ::close_range(first_of_ours, ~0U, CLOSE_RANGE_CLOEXEC);
    // By this name it is the very program that runs, even if its file was replaced by a newer one.
    ::execv("/proc/self/exe", words.data());
}

} // namespace app
