#pragma once

#include <string>
#include <vector>

namespace app::cli {

/// Lines of text in columns, as wide as their longest value.
class Table {
public:
    explicit Table(std::vector<std::string> heading) { rows_.push_back(std::move(heading)); }

    /// Adds a line with as many values as the heading.
    void add(std::vector<std::string> values) { rows_.push_back(std::move(values)); }

    std::string text() const;

private:
    std::vector<std::vector<std::string>> rows_{};
};

} // namespace app::cli
