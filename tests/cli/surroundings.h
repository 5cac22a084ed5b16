#pragma once

#include <cstdlib>
#include <string>

namespace tests {

/// What the surroundings of a program say of the zone, while it lives.
class Surroundings {
public:
    Surroundings(const std::string& tz, const std::string& locale)
    {
        setenv("TZ", tz.c_str(), 1);
        setenv("LC_ALL", locale.c_str(), 1);
    }
    Surroundings(const Surroundings&) = delete;
    Surroundings& operator=(const Surroundings&) = delete;
    ~Surroundings()
    {
        unsetenv("TZ");
        unsetenv("LC_ALL");
    }
};

} // namespace tests
