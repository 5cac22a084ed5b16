#include "storage/zone_course.h"

#include "storage/zone_database.h"

#include <array>
#include <chrono>
#include <cstddef>

namespace storage {

namespace {

constexpr std::size_t header_size = 44;
constexpr std::size_t bytes_of_a_type = 6;

/// How much there is of each part of a block, in the order of RFC 8536.
struct Counts {
    std::size_t universal_marks = 0;
    std::size_t standard_marks = 0;
    std::size_t leap_seconds = 0;
    std::size_t times = 0;
    std::size_t types = 0;
    std::size_t letters = 0;

    std::size_t size(std::size_t bytes_of_a_time) const
    {
        return times * (bytes_of_a_time + 1) + types * bytes_of_a_type + letters +
               leap_seconds * (bytes_of_a_time + 4) + standard_marks + universal_marks;
    }
};

/// A number of so many bytes, the highest first.
std::int64_t number_at(std::string_view bytes, std::size_t place, std::size_t count)
{
    constexpr unsigned bits_of_a_byte = 8;
    const bool is_negative = static_cast<unsigned char>(bytes[place]) > 0x7F;
    auto number = is_negative ? ~std::uint64_t{0} : std::uint64_t{0};
    for (std::size_t i = 0; i < count; ++i) {
        number = (number << bits_of_a_byte) | static_cast<unsigned char>(bytes[place + i]);
    }
    return static_cast<std::int64_t>(number);
}

/// Empty where no header stands at `place`.
std::optional<Counts> counts_at(std::string_view bytes, std::size_t place)
{
    constexpr std::size_t first_count = 20;
    constexpr std::int64_t most = 100'000;
    if (bytes.size() < place + header_size || bytes.substr(place, 4) != "TZif") {
        return std::nullopt;
    }
    std::array<std::size_t, 6> counts{};
    for (std::size_t i = 0; i < counts.size(); ++i) {
        const auto count = number_at(bytes, place + first_count + 4 * i, 4);
        if (count < 0 || count > most) {
            return std::nullopt;
        }
        counts.at(i) = static_cast<std::size_t>(count);
    }
    return Counts{counts[0], counts[1], counts[2], counts[3], counts[4], counts[5]};
}

void add(std::vector<ZoneCourse::Step>& steps, ZoneCourse::Step step, model::Moment beginning)
{
    if (step.from <= beginning) {
        steps.clear();
        step.from = beginning;
    }
    if (steps.empty() || steps.back().ahead != step.ahead) {
        steps.push_back(step);
    }
}

} // namespace

std::optional<ZoneCourse> course_in(std::string_view bytes, model::Moment beginning)
{
    constexpr std::size_t bytes_of_a_short_time = 4;
    constexpr std::size_t bytes_of_a_time = 8;
    const auto passed_over = counts_at(bytes, 0);
    const std::size_t second = passed_over ? header_size + passed_over->size(bytes_of_a_short_time) : 0;
    const auto counts = passed_over ? counts_at(bytes, second) : std::nullopt;
    ZoneCourse course{.rule = rule_in(bytes)};
    const std::size_t times = second + header_size;
    if (!counts || counts->types == 0 || bytes.size() < times + counts->size(bytes_of_a_time) || course.rule.empty()) {
        return std::nullopt;
    }
    const std::size_t types_of_times = times + counts->times * bytes_of_a_time;
    const std::size_t types = types_of_times + counts->times;
    const auto ahead = [&](std::size_t type) {
        return static_cast<std::int32_t>(number_at(bytes, types + type * bytes_of_a_type, 4));
    };
    course.steps.push_back({.from = beginning, .ahead = ahead(0)});
    for (std::size_t i = 0; i < counts->times; ++i) {
        const auto type = static_cast<unsigned char>(bytes[types_of_times + i]);
        if (type >= counts->types) {
            return std::nullopt;
        }
        const std::chrono::seconds at{number_at(bytes, times + i * bytes_of_a_time, bytes_of_a_time)};
        add(course.steps, {.from = model::Moment{at}, .ahead = ahead(type)}, beginning);
    }
    return course;
}

} // namespace storage
