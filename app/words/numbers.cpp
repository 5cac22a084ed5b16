#include "app/words/numbers.h"

#include <array>
#include <charconv>
#include <cmath>

namespace app {

namespace {

constexpr const char* minus = "\u2212";

bool is_whole(double value)
{
    return std::round(value) == value;
}

std::string digits(double size, int decimals)
{
    std::array<char, 400> buffer{};
    const auto end =
        std::to_chars(buffer.data(), buffer.data() + buffer.size(), size, std::chars_format::fixed, decimals);
    return {buffer.data(), end.ptr};
}

/// At most so many decimals, none that say nothing.
std::string shortened(double size, int decimals = 2)
{
    auto written = digits(size, decimals);
    written.erase(written.find_last_not_of('0') + 1);
    if (written.back() == '.') {
        written.pop_back();
    }
    return written;
}

std::string size_words(double size, const model::Scale& scale)
{
    if (scale.method == model::ScoringMethod::sum) {
        return is_whole(size) ? digits(size, 0) : shortened(size);
    }
    return digits(size, 2);
}

bool shows_zero(const std::string& written)
{
    return written.find_first_not_of("0.") == std::string::npos;
}

} // namespace

std::string score_words(double score, const model::Scale& scale)
{
    const auto size = size_words(std::abs(score), scale);
    return score < 0 && !shows_zero(size) ? minus + size : size;
}

std::string change_words(double change, const model::Scale& scale)
{
    const auto size = size_words(std::abs(change), scale);
    if (shows_zero(size)) {
        return size;
    }
    return (change < 0 ? minus : "+") + size;
}

std::string plain_number(double value)
{
    const auto size = shortened(std::abs(value));
    return value < 0 && !shows_zero(size) ? minus + size : size;
}

std::string slope_words(double value)
{
    const auto size = shortened(std::abs(value), std::abs(value) < 0.1 ? 3 : 2);
    return value < 0 && !shows_zero(size) ? minus + size : size;
}

std::string counted(long count, const std::string& singular, const std::string& plural)
{
    return std::to_string(count) + " " + (count == 1 ? singular : plural);
}

std::string grouped_number(std::size_t number)
{
    std::string words = std::to_string(number);
    constexpr std::size_t group = 3;
    for (std::size_t place = words.size(); place > group; place -= group) {
        words.insert(place - group, ",");
    }
    return words;
}

std::string exact_number(double value)
{
    std::array<char, 64> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
    return {buffer.data(), end.ptr};
}

} // namespace app
