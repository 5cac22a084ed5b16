#include "tests/bench/peers.h"

#include "tests/bench/stopwatch.h"

#include <cstdlib>
#include <iostream>
#include <stdexcept>

namespace bench {

std::optional<double> seconds_of(const std::string& program, const std::string& command)
{
    if (std::system(("command -v " + program + " >/dev/null").c_str()) != 0) {
        std::cerr << "SKIPPED: comparison with " << program << ", which is not installed\n";
        return std::nullopt;
    }
    Stopwatch watch;
    for (int run = 0; run < 3; ++run) {
        watch.time([&] {
            if (std::system(command.c_str()) != 0) {
                throw std::runtime_error{program + " failed"};
            }
        });
    }
    return watch.at(0);
}

} // namespace bench
