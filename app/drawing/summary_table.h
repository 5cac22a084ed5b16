#pragma once

#include "app/drawing/page_flow.h"

#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace app {

/// First, last and change, with who gave them; `who` is empty where there is only one to give them.
struct SummaryLine {
    std::string who{};
    std::array<std::string, 3> values{"–", "–", "–"};

    bool operator==(const SummaryLine&) const = default;
};

/// One row: what, its lines of values, and remarks in small type below.
struct SummaryRow {
    std::string what{};
    std::vector<SummaryLine> lines{};
    std::vector<std::string> remarks{};

    bool operator==(const SummaryRow&) const = default;
};

/// A table of words on the left and three numbers on the right. Rows are never parted, and none stands alone on a page
/// unless it is the only one; the heading stands on every page.
class SummaryTable {
public:
    /// `columns`: what, first, last, change.
    SummaryTable(std::vector<std::string> columns, const TextRuler& ruler, const Palette& palette, double width);

    double heading_height() const;
    double height_of(const SummaryRow& row) const;

    /// How much of the table begins on one page, with its heading; and with `after` where that is all of it.
    double first_height(const PageFlow& flow, std::span<const SummaryRow> rows, double after) const;

    /// The last rows stay with the `after` that follows them.
    void add_to(PageFlow& flow, std::span<const SummaryRow> rows, double after) const;

private:
    TextStyle heading_style() const;
    TextStyle what_style() const;
    TextStyle remark_style() const;
    double words_width() const;
    double value_x(const PageFlow& flow, std::size_t column) const;
    double height_together(std::span<const SummaryRow> rows, std::size_t index, double after) const;
    void add_heading(PageFlow& flow) const;
    void add_row(PageFlow& flow, const SummaryRow& row) const;
    double words_height(const std::string& words, const TextStyle& style, double width) const;
    double line_step() const;
    void add_values(PageFlow& flow, const SummaryLine& line, double top) const;
    void add_rule(PageFlow& flow) const;

    std::vector<std::string> columns_;
    const TextRuler& ruler_;
    const Palette& palette_;
    double width_;
};

} // namespace app
