#include "app/words/line_words.h"

#include "app/words/numbers.h"

#include <algorithm>
#include <vector>

namespace app {

namespace {

/// Lines that follow each other.
struct Stretch {
    std::size_t first = 0;
    std::size_t last = 0;
};

std::vector<Stretch> stretches_of(std::span<const std::size_t> lines)
{
    std::vector<Stretch> stretches;
    for (const std::size_t line : lines) {
        if (!stretches.empty() && stretches.back().last + 1 == line) {
            stretches.back().last = line;
        } else {
            stretches.push_back({line, line});
        }
    }
    return stretches;
}

/// Two lines are named, more have a beginning and an end.
std::vector<std::string> named(std::span<const Stretch> stretches)
{
    std::vector<std::string> words;
    for (const auto& [first, last] : stretches) {
        words.push_back(last - first > 1 ? std::to_string(first) + " to " + std::to_string(last)
                                         : std::to_string(first));
        if (last - first == 1) {
            words.push_back(std::to_string(last));
        }
    }
    return words;
}

} // namespace

std::string line_words(std::span<const std::size_t> lines)
{
    constexpr std::size_t most = 20;
    const auto stretches = stretches_of(lines);
    const auto shown = std::span{stretches}.first(std::min(stretches.size(), most));
    std::size_t left = lines.size();
    for (const auto& [first, last] : shown) {
        left -= last - first + 1;
    }
    auto parts = named(shown);
    if (left > 0) {
        parts.push_back(grouped_number(left) + " more");
    }
    std::string words = lines.size() == 1 ? "line " : "lines ";
    for (std::size_t part = 0; part < parts.size(); ++part) {
        words += (part == 0 ? "" : part + 1 == parts.size() ? " and " : ", ") + parts[part];
    }
    return words;
}

} // namespace app
