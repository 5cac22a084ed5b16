#include "app/drawing/summary_pages.h"

#include "app/drawing/page_flow.h"
#include "app/drawing/summary_table.h"
#include "app/drawing/trajectory_chart.h"
#include "app/words/dates.h"
#include "app/words/isolated.h"
#include "app/words/numbers.h"
#include "app/words/reading_parts.h"
#include "app/words/readings.h"
#include "app/words/summary_words.h"
#include "model/text.h"

#include <functional>
#include <ranges>
#include <string>
#include <utility>

namespace app {

namespace {

constexpr double foot_height = 11 * space;
constexpr double section_gap = 7 * space;
constexpr double signature_gap = 14 * space;
constexpr double explained_gap = 3 * space;
constexpr double small_spacing = 1.2;
constexpr double mark_size = 9; ///< Of the log's mark, which only a comparison with the casebook ever needs.

/// Lays out one summary.
class Layout {
public:
    Layout(const model::ClientSummary& summary, std::span<const model::Modality> modalities, Paper paper,
           const TextRuler& ruler, std::string log_mark)
        : summary_{summary}, modalities_{modalities}, ruler_{ruler}, log_mark_{std::move(log_mark)},
          chart_options_{.modalities = {modalities.begin(), modalities.end()}, .type = 1.1, .reader = Reader::client},
          flow_{paper, foot_height, ruler}
    {
    }

    std::vector<Scene> pages()
    {
        add_head();
        const auto sections = sections_in_order();
        for (std::size_t index = 0; index < sections.size(); ++index) {
            // A signature under nothing could stand for anything: the end of the last section goes with it.
            const bool is_last = index + 1 == sections.size();
            sections[index](is_last ? signature_height() : 0);
        }
        add_signature();
        return with_feet(flow_.take_pages());
    }

private:
    /// Lays out one section whose end must stand on one page with something of the height that it is told.
    using Section = std::function<void(double after)>;

    std::vector<Section> sections_in_order()
    {
        std::vector<Section> sections;
        const auto add_words = [&](const std::string& heading, const std::string& words) {
            if (!model::is_blank(words)) {
                sections.emplace_back([=, this](double after) { add_words_under(heading, words, after); });
            }
        };
        add_words(summary_words::own_words_heading(), summary_.own_words);
        if (summary_.trajectory.panels.empty()) {
            add_words(summary_words::over_time_heading(), summary_words::nothing_recorded());
        } else {
            sections.emplace_back([this](double) { add_charts(); });
        }
        if (auto rows = goal_rows(); !rows.empty()) {
            sections.emplace_back([this, rows = std::move(rows)](double after) { add_goals(rows, after); });
        }
        if (auto rows = measure_rows(); !rows.empty()) {
            sections.emplace_back([this, rows = std::move(rows)](double after) { add_measures(rows, after); });
        }
        if (!summary_.modalities.empty()) {
            add_words(summary_words::ways_of_working_heading(),
                      summary_words::ways_of_working(summary_.modalities, modalities_));
        }
        add_words(summary_words::next_heading(), summary_.next_words);
        return sections;
    }

    TextStyle style(double size, Colour colour, Weight weight = Weight::regular) const
    {
        return {.size = size, .weight = weight, .colour = colour};
    }
    TextStyle body() const { return style(type_size::page_large, palette_.ink); }
    TextStyle quiet() const { return style(type_size::body, palette_.quiet_ink); }
    TextStyle note() const { return style(type_size::small + 1, palette_.quiet_ink); }
    TextStyle mark() const { return style(mark_size, palette_.quiet_ink); }

    void put(Scene& page, std::string words, const TextStyle& text_style, Point at, Align align = Align::left,
             TextRole role = TextRole::paragraph) const
    {
        page.elements.push_back(
            Text{.position = at, .words = std::move(words), .style = text_style, .align = align, .role = role});
    }

    void add_head()
    {
        const double baseline = flow_.y() + ruler_.ascent(quiet());
        const std::string made_on = long_date(summary_.made_on);
        put(flow_.page(), made_on, quiet(), {flow_.right(), baseline}, Align::right);
        const double head_width = flow_.width() - ruler_.width(made_on, quiet()) - 6 * space;
        std::string practice = summary_.practice.name;
        if (!summary_.practice.address.empty()) {
            practice += (practice.empty() ? "" : "\n") + summary_.practice.address;
        }
        const double below = model::is_blank(practice) ? flow_.y() + ruler_.line_height(quiet())
                                                       : add_paragraph(flow_.page(), ruler_, practice, quiet(),
                                                                       {flow_.left(), flow_.y()}, head_width, 1.2);
        flow_.pass(below - flow_.y() + 7 * space);

        const TextStyle title = style(type_size::title, palette_.ink, Weight::bold);
        put(flow_.page(), summary_words::title(), title, {flow_.left(), flow_.y() + ruler_.ascent(title)}, Align::left,
            TextRole::title);
        flow_.pass(ruler_.line_height(title) + 2 * space);
        const TextStyle facts = style(type_size::page, palette_.quiet_ink);
        flow_.add_words(summary_words::who_and_when(summary_), facts);
        std::string attendance = summary_words::attendance(summary_);
        if (summary_.born_on) {
            attendance += " · " + summary_words::born(*summary_.born_on);
        }
        flow_.add_words(attendance, facts);
    }

    /// `keep` is how much must stand on the same page as the heading.
    void add_heading(const std::string& words, double keep)
    {
        const TextStyle heading = style(type_size::heading + 3, palette_.accent, Weight::bold);
        const double height = ruler_.line_height(heading) + 2 * space;
        if (!flow_.make_room(section_gap + height + keep)) {
            flow_.skip(section_gap);
        }
        put(flow_.page(), words, heading, {flow_.left(), flow_.y() + ruler_.ascent(heading)}, Align::left,
            TextRole::heading);
        flow_.pass(height);
    }

    void add_words_under(const std::string& heading, const std::string& words, double after)
    {
        add_heading(heading, flow_.first_of_words(words, body(), after));
        flow_.add_words(words, body(), after);
    }

    /// As many panels to a chart as the page has room for; never a panel without its axis.
    void add_charts()
    {
        model::Trajectory chart = summary_.trajectory;
        chart.panels = {summary_.trajectory.panels.front()};
        add_heading(summary_words::over_time_heading(), height_of(chart));
        for (const model::Panel& panel : summary_.trajectory.panels | std::views::drop(1)) {
            chart.panels.push_back(panel);
            if (height_of(chart) > flow_.room()) {
                chart.panels.pop_back();
                add_chart(chart);
                chart.panels = {panel};
                flow_.make_room(height_of(chart));
            }
        }
        add_chart(chart);
    }

    double height_of(const model::Trajectory& chart) const
    {
        return natural_chart_height(chart, flow_.width(), ruler_, chart_options_);
    }

    void add_chart(const model::Trajectory& chart)
    {
        Scene scene = trajectory_chart(chart, {flow_.width(), height_of(chart)}, ruler_, palette_, chart_options_);
        scene.hit_areas.clear();
        flow_.add_scene(scene);
        flow_.skip(4 * space);
    }

    std::vector<SummaryRow> goal_rows() const
    {
        std::vector<SummaryRow> rows;
        for (const model::Panel& panel : summary_.trajectory.panels) {
            if (panel.kind != model::PanelKind::goal) {
                continue;
            }
            SummaryRow row{.what = panel.wording};
            // The client's own view comes first on the client's page.
            for (const model::Series& series : panel.series | std::views::reverse) {
                if (!series.points.empty()) {
                    row.lines.push_back(line_of(panel, series, rater_words(series.rater, Reader::client)));
                }
            }
            if (std::string earlier = summary_words::earlier_values(panel); !earlier.empty()) {
                row.remarks.push_back(std::move(earlier));
            }
            rows.push_back(std::move(row));
        }
        return rows;
    }

    void add_goals(const std::vector<SummaryRow>& rows, double after)
    {
        const auto explained = summary_words::goals_explained();
        const SummaryTable table{summary_words::goal_columns(), ruler_, palette_, flow_.width()};
        add_heading(summary_words::goals_heading(),
                    flow_.first_of_words(explained, quiet()) + space + table.first_height(flow_, rows, after));
        flow_.add_words(explained, quiet());
        flow_.skip(space);
        table.add_to(flow_, rows, after);
    }

    /// The panels of measures, each with one line.
    auto measure_panels() const
    {
        return summary_.trajectory.panels | std::views::filter([](const model::Panel& panel) {
                   return panel.kind == model::PanelKind::measure && !panel.series.empty();
               });
    }

    std::vector<SummaryRow> measure_rows() const
    {
        std::vector<SummaryRow> rows;
        for (const model::Panel& panel : measure_panels()) {
            const model::Series& series = panel.series.front();
            const ReadingWords reading = short_reading(panel, series);
            SummaryRow row{.what = reading.is_numbers_only
                                       ? isolated(panel_title(panel, Reader::client)) + numbers_only_mark()
                                       : panel_title(panel, Reader::client),
                           .lines = {line_of(panel, series, "")},
                           .remarks = {panel_scale_words(panel, Reader::client), summary_words::earlier_values(panel),
                                       reading.body}};
            std::erase(row.remarks, "");
            rows.push_back(std::move(row));
        }
        return rows;
    }

    /// What the questionnaires are called, from when on a change counts, and what numbers alone mean.
    std::string measure_notes() const
    {
        std::string notes;
        bool has_numbers_only = false;
        const auto add_line = [&](const std::string& line) {
            notes += (notes.empty() || line.empty() ? "" : "\n") + line;
        };
        for (const model::Panel& panel : measure_panels()) {
            const ReadingWords reading = short_reading(panel, panel.series.front());
            has_numbers_only = has_numbers_only || reading.is_numbers_only;
            add_line(reading.basis);
        }
        add_line(has_numbers_only ? numbers_only_footnote(Reader::client) : "");
        return notes;
    }

    void add_measures(const std::vector<SummaryRow>& rows, double after)
    {
        const auto notes = measure_notes();
        const double below = notes.empty() ? after : 2 * space + flow_.first_of_words(notes, note(), after);
        const SummaryTable table{summary_words::measure_columns(), ruler_, palette_, flow_.width()};
        add_heading(summary_words::measures_heading(), table.first_height(flow_, rows, below));
        table.add_to(flow_, rows, below);
        if (!notes.empty()) {
            flow_.skip(2 * space);
            flow_.add_words(notes, note(), after);
        }
    }

    static SummaryLine line_of(const model::Panel& panel, const model::Series& series, std::string who)
    {
        const model::Reading& reading = series.reading;
        SummaryLine line{.who = std::move(who)};
        if (reading.first) {
            line.values[0] = score_words(reading.first->value, panel.scale);
        }
        if (reading.count > 1) {
            line.values[1] = score_words(reading.last->value, panel.scale);
            line.values[2] = change_words(reading.change, panel.scale);
        }
        return line;
    }

    double name_width() const { return 2 * flow_.width() / 3 - 6 * space; }

    std::string signed_by() const
    {
        std::string words = model::is_blank(summary_.therapist.name) ? summary_words::signature_line()
                                                                     : summary_words::signature(summary_.therapist);
        if (!summary_.therapist.licence_number.empty()) {
            words += "\n" + summary_words::licence(summary_.therapist);
        }
        return words;
    }

    double height_in_lines(const std::string& words, const TextStyle& text_style, double width) const
    {
        const auto lines = ruler_.lines(words, text_style, width).size();
        return static_cast<double>(lines) * ruler_.line_height(text_style) * small_spacing;
    }

    /// With what explains the log's mark, which stands below it.
    double signature_height() const
    {
        return signature_gap + 2 * space + height_in_lines(signed_by(), quiet(), name_width()) + explained_gap +
               height_in_lines(summary_words::log_mark_explained(log_mark_), mark(), flow_.width());
    }

    void add_signature()
    {
        flow_.make_room(signature_height());
        flow_.skip(signature_gap);
        const double rule = flow_.y();
        const Stroke stroke{.colour = palette_.quiet_ink, .width = 0.75};
        const double date_left = flow_.left() + 2 * flow_.width() / 3;
        flow_.page().elements.push_back(Line{{flow_.left(), rule}, {flow_.left() + name_width(), rule}, stroke});
        flow_.page().elements.push_back(Line{{date_left, rule}, {flow_.right(), rule}, stroke});
        const double top = rule + 2 * space;
        const double below =
            add_paragraph(flow_.page(), ruler_, signed_by(), quiet(), {flow_.left(), top}, name_width(), small_spacing);
        add_paragraph(flow_.page(), ruler_, summary_words::date_line(), quiet(), {date_left, top}, flow_.width() / 3,
                      small_spacing);
        const double end = add_paragraph(flow_.page(), ruler_, summary_words::log_mark_explained(log_mark_), mark(),
                                         {flow_.left(), below + explained_gap}, flow_.width(), small_spacing);
        flow_.pass(end - rule);
    }

    std::vector<Scene> with_feet(std::vector<Scene> pages) const
    {
        const TextStyle small = style(type_size::small, palette_.quiet_ink);
        for (std::size_t index = 0; index < pages.size(); ++index) {
            Scene& page = pages[index];
            const double rule = flow_.foot_top() + 4 * space;
            page.elements.push_back(
                Line{{flow_.left(), rule}, {flow_.right(), rule}, {.colour = palette_.hairline, .width = 1}});
            const double first = rule + 2 * space + ruler_.ascent(small);
            const std::string number = summary_words::page_of(index + 1, pages.size());
            const double room = flow_.width() - ruler_.width(number, small) - 4 * space;
            put(page, number, small, {flow_.right(), first}, Align::right);
            put(page, ruler_.elided(summary_words::foot(summary_), small, room), small, {flow_.left(), first});
            const double second = first + ruler_.line_height(small) * 1.2;
            const double beside_mark = flow_.width() - ruler_.width(log_mark_, mark()) - 4 * space;
            put(page, log_mark_, mark(), {flow_.right(), second}, Align::right);
            put(page, ruler_.elided(summary_words::left_out_in_short(summary_), small, beside_mark), small,
                {flow_.left(), second});
        }
        return pages;
    }

    const model::ClientSummary& summary_;
    std::span<const model::Modality> modalities_;
    const TextRuler& ruler_;
    const std::string log_mark_;
    const Palette palette_ = paper_palette();
    const ChartOptions chart_options_;
    PageFlow flow_;
};

} // namespace

std::vector<Scene> summary_pages(const model::ClientSummary& summary, std::span<const model::Modality> modalities,
                                 Paper paper, const TextRuler& ruler, std::string log_mark)
{
    return Layout{summary, modalities, paper, ruler, std::move(log_mark)}.pages();
}

} // namespace app
