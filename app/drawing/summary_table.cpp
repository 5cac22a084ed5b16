#include "app/drawing/summary_table.h"

#include <utility>

namespace app {

namespace {

constexpr double value_width = 18 * space;
constexpr double row_padding = 2 * space;
constexpr double words_spacing = 1.2;

} // namespace

SummaryTable::SummaryTable(std::vector<std::string> columns, const TextRuler& ruler, const Palette& palette,
                           double width)
    : columns_{std::move(columns)}, ruler_{ruler}, palette_{palette}, width_{width}
{
}

TextStyle SummaryTable::heading_style() const
{
    return {.size = type_size::body, .colour = palette_.quiet_ink};
}

TextStyle SummaryTable::what_style() const
{
    return {.size = type_size::page, .colour = palette_.ink};
}

TextStyle SummaryTable::remark_style() const
{
    return {.size = type_size::small + 1, .colour = palette_.quiet_ink};
}

double SummaryTable::words_width() const
{
    return width_ - 3 * value_width - 4 * space;
}

double SummaryTable::value_x(const PageFlow& flow, std::size_t column) const
{
    return flow.right() - static_cast<double>(2 - column) * value_width;
}

double SummaryTable::heading_height() const
{
    return ruler_.line_height(heading_style()) + 2 * row_padding;
}

double SummaryTable::words_height(const std::string& words, const TextStyle& style, double width) const
{
    return static_cast<double>(ruler_.lines(words, style, width).size()) * ruler_.line_height(style) * words_spacing;
}

double SummaryTable::line_step() const
{
    return ruler_.line_height(what_style()) * words_spacing;
}

double SummaryTable::height_of(const SummaryRow& row) const
{
    double total = 2 * row_padding + words_height(row.what, what_style(), words_width());
    for (const SummaryLine& line : row.lines) {
        total += line.who.empty() ? 0 : line_step();
    }
    for (const std::string& remark : row.remarks) {
        total += words_height(remark, remark_style(), width_);
    }
    return total;
}

void SummaryTable::add_rule(PageFlow& flow) const
{
    flow.page().elements.push_back(
        Line{{flow.left(), flow.y()}, {flow.right(), flow.y()}, {.colour = palette_.hairline, .width = 1}});
}

void SummaryTable::add_heading(PageFlow& flow) const
{
    const TextStyle style = heading_style();
    const double baseline = flow.y() + row_padding + ruler_.ascent(style);
    flow.page().elements.push_back(Text{.position = {flow.left(), baseline}, .words = columns_[0], .style = style});
    for (std::size_t column = 0; column < 3; ++column) {
        flow.page().elements.push_back(Text{.position = {value_x(flow, column), baseline},
                                            .words = columns_[column + 1],
                                            .style = style,
                                            .align = Align::right});
    }
    flow.pass(heading_height());
    add_rule(flow);
}

void SummaryTable::add_values(PageFlow& flow, const SummaryLine& line, double top) const
{
    const TextStyle style = what_style();
    const double baseline = top + (line_step() - ruler_.line_height(style)) / 2 + ruler_.ascent(style);
    if (!line.who.empty()) {
        TextStyle quiet = style;
        quiet.colour = palette_.quiet_ink;
        flow.page().elements.push_back(
            Text{.position = {flow.left() + 4 * space, baseline}, .words = line.who, .style = quiet});
    }
    for (std::size_t column = 0; column < line.values.size(); ++column) {
        flow.page().elements.push_back(Text{.position = {value_x(flow, column), baseline},
                                            .words = line.values[column],
                                            .style = style,
                                            .align = Align::right});
    }
}

void SummaryTable::add_row(PageFlow& flow, const SummaryRow& row) const
{
    const double top = flow.y() + row_padding;
    double below =
        add_paragraph(flow.page(), ruler_, row.what, what_style(), {flow.left(), top}, words_width(), words_spacing);
    for (const SummaryLine& line : row.lines) {
        add_values(flow, line, line.who.empty() ? top : below);
        below += line.who.empty() ? 0 : line_step();
    }
    for (const std::string& remark : row.remarks) {
        below = add_paragraph(flow.page(), ruler_, remark, remark_style(), {flow.left(), below}, width_, words_spacing);
    }
    flow.pass(height_of(row));
    add_rule(flow);
}

double SummaryTable::height_together(std::span<const SummaryRow> rows, std::size_t index, double after) const
{
    const auto together = kept_together(index, rows.size());
    double height = index + together == rows.size() ? after : 0;
    for (const SummaryRow& row : rows.subspan(index, together)) {
        height += height_of(row);
    }
    return height;
}

double SummaryTable::first_height(const PageFlow& flow, std::span<const SummaryRow> rows, double after) const
{
    const double wanted = heading_height() + height_together(rows, 0, after);
    return wanted <= flow.whole_room() ? wanted : heading_height() + height_of(rows.front());
}

void SummaryTable::add_to(PageFlow& flow, std::span<const SummaryRow> rows, double after) const
{
    bool needs_heading = true;
    for (std::size_t index = 0; index < rows.size(); ++index) {
        const double heading = needs_heading ? heading_height() : 0;
        const double together = heading + height_together(rows, index, after);
        // What no page can hold together is parted all the same.
        const bool is_too_high = heading_height() + together > flow.whole_room();
        needs_heading = flow.make_room(is_too_high ? heading + height_of(rows[index]) : together) || needs_heading;
        if (std::exchange(needs_heading, false)) {
            add_heading(flow);
        }
        add_row(flow, rows[index]);
    }
}

} // namespace app
