#pragma once

#include "app/drawing/page_flow.h"

#include <array>
#include <span>
#include <string>
#include <vector>

namespace app {

/// One row: what, its remarks in small type below, and first, last and change.
struct SummaryRow {
    std::string what{};
    std::vector<std::string> remarks{};
    std::array<std::string, 3> values{"–", "–", "–"};

    bool operator==(const SummaryRow&) const = default;
};

/// A table of words on the left and three numbers on the right. Rows are never parted; the heading stands on every
/// page.
class SummaryTable {
public:
    /// `columns`: what, first, now, change.
    SummaryTable(std::vector<std::string> columns, const TextRuler& ruler, const Palette& palette, double width);

    double heading_height() const;
    double height_of(const SummaryRow& row) const;

    void add_to(PageFlow& flow, std::span<const SummaryRow> rows) const;

private:
    TextStyle heading_style() const;
    TextStyle what_style() const;
    TextStyle remark_style() const;
    double words_width() const;
    double value_x(const PageFlow& flow, std::size_t column) const;
    void add_heading(PageFlow& flow) const;
    void add_row(PageFlow& flow, const SummaryRow& row) const;
    void add_rule(PageFlow& flow) const;

    std::vector<std::string> columns_;
    const TextRuler& ruler_;
    const Palette& palette_;
    double width_;
};

} // namespace app
