#include "app/exchange/score_measures.h"

#include "storage/client_code.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace app {

namespace {

char small_letter(char sign)
{
    return sign >= 'A' && sign <= 'Z' ? static_cast<char>(sign - 'A' + 'a') : sign;
}

bool is_same_but_capitals(std::string_view name, std::string_view words)
{
    return std::ranges::equal(name, words, {}, small_letter, small_letter);
}

/// Letters and digits alone, in whatever capitals and width.
std::string folded(std::string_view name)
{
    std::string key = storage::code_key(name);
    std::erase_if(key, [](char sign) { return sign == '-' || sign == '_'; });
    return key;
}

template <class Match>
std::vector<const model::MeasureDefinition*> those(std::span<const model::MeasureDefinition> measures,
                                                   const Match& is_meant)
{
    std::vector<const model::MeasureDefinition*> found;
    for (const model::MeasureDefinition& measure : measures) {
        if (is_meant(measure)) {
            found.push_back(&measure);
        }
    }
    return found;
}

/// How many signs have to be put in, left out or changed to make one of the other (Levenshtein 1966).
std::size_t steps_between(std::string_view one, std::string_view other)
{
    std::vector<std::size_t> steps(other.size() + 1);
    std::iota(steps.begin(), steps.end(), std::size_t{0});
    for (std::size_t row = 0; row < one.size(); ++row) {
        std::size_t diagonal = std::exchange(steps.front(), row + 1);
        for (std::size_t column = 0; column < other.size(); ++column) {
            const std::size_t changed = diagonal + (one[row] == other[column] ? 0 : 1);
            diagonal = steps[column + 1];
            steps[column + 1] = std::min({changed, diagonal + 1, steps[column] + 1});
        }
    }
    return steps.back();
}

} // namespace

std::vector<const model::MeasureDefinition*> measures_called(std::span<const model::MeasureDefinition> measures,
                                                             std::string_view words)
{
    auto called = those(measures, [&](const auto& measure) { return measure.code == words; });
    if (called.empty()) {
        called = those(measures, [&](const auto& measure) {
            return is_same_but_capitals(measure.code, words) || is_same_but_capitals(measure.name, words);
        });
    }
    if (const std::string key = folded(words); called.empty() && !key.empty()) {
        called = those(measures,
                       [&](const auto& measure) { return folded(measure.code) == key || folded(measure.name) == key; });
    }
    return called;
}

std::optional<std::string> nearest_measure(std::span<const model::MeasureDefinition> measures, std::string_view words)
{
    constexpr std::size_t signs_per_slip = 5;
    constexpr std::size_t longest = 60; // Whoever writes more means no measure.
    const std::string key = folded(words);
    if (key.size() > longest) {
        return std::nullopt;
    }
    std::size_t fewest = std::min<std::size_t>(2, std::max<std::size_t>(1, key.size() / signs_per_slip));
    const model::MeasureDefinition* nearest = nullptr;
    bool is_alone = false;
    for (const model::MeasureDefinition& measure : measures) {
        const std::size_t steps =
            std::min(steps_between(key, folded(measure.code)), steps_between(key, folded(measure.name)));
        if (steps < fewest || (steps == fewest && nearest == nullptr)) {
            nearest = &measure;
            is_alone = true;
            fewest = steps;
        } else if (steps == fewest) {
            is_alone = false;
        }
    }
    return is_alone ? std::optional{nearest->code} : std::nullopt;
}

} // namespace app
