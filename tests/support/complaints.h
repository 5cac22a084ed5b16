#pragma once

#include <sstream>
#include <string>

namespace tests {

/// The first line in which a part of the toolkit says on the terminal that something is wrong; empty where none does.
inline std::string complaint_in(const std::string& output)
{
    std::istringstream lines{output};
    for (std::string line; std::getline(lines, line);) {
        for (const char* level : {"-WARNING **", "-CRITICAL **", "-ERROR **"}) {
            if (line.find(level) != std::string::npos) {
                return line;
            }
        }
    }
    return {};
}

} // namespace tests
