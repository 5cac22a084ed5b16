#pragma once

#include "model/change.h"
#include "model/statistics.h"
#include "tests/support/places.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <string>

/// A worked case of the shared folder, and how the program's own path is walked with its numbers.
namespace model {

using Json = nlohmann::json;

/// One worked case, with the comparison its tolerance asks for.
struct Oracle {
    Json input;
    Json expected;
    double tolerance;

    double number(const char* key) const { return input.at(key).get<double>(); }
    std::vector<double> numbers(const char* key) const { return input.at(key).get<std::vector<double>>(); }

    void expect(double value) const { expect(value, expected); }
    void expect(double value, const Json& wanted) const { EXPECT_NEAR(value, wanted.get<double>(), tolerance + 1e-11); }
    void expect_part(double value, const char* key) const { expect(value, expected.at(key)); }
};

inline std::filesystem::path shared(const char* name)
{
    return std::filesystem::path{tests::shared_dir()} / name;
}

inline Json read_oracles()
{
    std::ifstream file{shared("oracles.json")};
    return Json::parse(file);
}

inline double error_of(const Oracle& oracle)
{
    return oracle.input.contains("sem")
               ? oracle.number("sem")
               : standard_error_of_measurement(oracle.number("sd"), oracle.number("reliability"));
}

inline double difference_error_of(const Oracle& oracle)
{
    return oracle.input.contains("s_diff") ? oracle.number("s_diff") : standard_error_of_difference(error_of(oracle));
}

inline Norm clinical_of(const Oracle& oracle)
{
    return {oracle.number("m_clinical"), oracle.number("sd_clinical")};
}

inline Norm functional_of(const Oracle& oracle)
{
    return {oracle.number("m_functional"), oracle.number("sd_functional")};
}

inline std::string name_of(ChangeCategory category)
{
    switch (category) {
    case ChangeCategory::recovered:
        return "recovered";
    case ChangeCategory::improved:
        return "improved";
    case ChangeCategory::unchanged:
        return "unchanged";
    case ChangeCategory::deteriorated:
        return "deteriorated";
    }
    return {};
}

/// The program's own path from two scores to a category: a scale with this threshold and perhaps a cut-off.
inline std::string category_of(double first, double last, double threshold, Better better,
                               std::optional<double> cut_off = {})
{
    Scale scale;
    scale.lowest = -1000;
    scale.highest = 1000;
    scale.better = better;
    scale.reliable_change = {.threshold = threshold, .rule = ThresholdRule::more_than};
    // A cut-off that nobody crosses leaves improved, unchanged and deteriorated.
    const double never = better == Better::higher ? 1000 : -1000;
    scale.lines = {{.value = cut_off.value_or(never), .kind = LineKind::cut_off}};
    const date::year_month_day day{date::year{2026}, date::month{1}, date::day{1}};
    const std::vector<ScoredOn> scores{{day, first}, {days_after(day, 7), last}};
    return name_of(read_series(scale, scores).category.value());
}

inline Json counted(const std::vector<std::string>& categories, const Json& like)
{
    Json counts = like;
    for (const auto& [name, count] : like.items()) {
        counts[name] = std::ranges::count(categories, name);
    }
    if (like.contains("n")) {
        counts["n"] = categories.size();
    }
    return counts;
}

/// First and last scores of the people who have both, from one of the shared data files.
inline std::vector<std::pair<double, double>> pairs_of(const Oracle& oracle)
{
    std::ifstream file{shared("data") / oracle.input.at("dataset").get<std::string>()};
    EXPECT_TRUE(file.is_open());
    const auto split = [](const std::string& line) {
        std::vector<std::string> cells;
        std::stringstream rest{line};
        for (std::string cell; std::getline(rest, cell, ',');) {
            std::erase(cell, '"');
            std::erase(cell, '\r');
            cells.push_back(cell);
        }
        return cells;
    };
    std::string line;
    std::getline(file, line);
    const auto header = split(line);
    const auto column = [&](const std::string& name) {
        return static_cast<std::size_t>(std::ranges::find(header, name) - header.begin());
    };
    const auto outcome = column(oracle.input.at("outcome").get<std::string>());
    std::map<std::string, std::map<int, double>> scores;
    while (std::getline(file, line)) {
        const auto cells = split(line);
        if (cells.size() > outcome && !cells[outcome].empty() && cells[outcome] != "NA") {
            scores[cells[column("id")]][std::stoi(cells[column("time")])] = std::stod(cells[outcome]);
        }
    }
    std::vector<std::pair<double, double>> pairs;
    for (const auto& [id, by_time] : scores) {
        const auto first = by_time.find(oracle.input.at("pre_time").get<int>());
        const auto last = by_time.find(oracle.input.at("post_time").get<int>());
        if (first != by_time.end() && last != by_time.end()) {
            pairs.emplace_back(first->second, last->second);
        }
    }
    return pairs;
}

inline Norm first_scores_of(const std::vector<std::pair<double, double>>& pairs)
{
    Norm norm;
    for (const auto& [first, last] : pairs) {
        norm.mean += first / static_cast<double>(pairs.size());
    }
    for (const auto& [first, last] : pairs) {
        norm.sd += (first - norm.mean) * (first - norm.mean) / static_cast<double>(pairs.size() - 1);
    }
    norm.sd = std::sqrt(norm.sd);
    return norm;
}

} // namespace model
