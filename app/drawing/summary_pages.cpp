#include "app/drawing/summary_pages.h"

#include "app/drawing/page_flow.h"
#include "app/drawing/summary_table.h"
#include "app/drawing/trajectory_chart.h"
#include "app/words/dates.h"
#include "app/words/numbers.h"
#include "app/words/readings.h"
#include "app/words/summary_words.h"
#include "model/text.h"

#include <ranges>
#include <string>
#include <utility>

namespace app {

namespace {

constexpr double foot_height = 11 * space;
constexpr double section_gap = 7 * space;

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
        add_words_under(summary_words::own_words_heading(), summary_.own_words);
        add_charts();
        add_goals();
        add_measures();
        if (!summary_.modalities.empty()) {
            add_words_under(summary_words::ways_of_working_heading(),
                            summary_words::ways_of_working(summary_.modalities, modalities_));
        }
        add_words_under(summary_words::next_heading(), summary_.next_words);
        add_signature();
        return with_feet(flow_.take_pages());
    }

private:
    TextStyle style(double size, Colour colour, Weight weight = Weight::regular) const
    {
        return {.size = size, .weight = weight, .colour = colour};
    }
    TextStyle body() const { return style(type_size::page_large, palette_.ink); }
    TextStyle quiet() const { return style(type_size::body, palette_.quiet_ink); }

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

    void add_words_under(const std::string& heading, const std::string& words)
    {
        if (model::is_blank(words)) {
            return;
        }
        add_heading(heading, 2 * ruler_.line_height(body()) * 1.3);
        flow_.add_words(words, body());
    }

    /// As many panels to a chart as the page has room for; never a panel without its axis.
    void add_charts()
    {
        if (summary_.trajectory.panels.empty()) {
            add_words_under(summary_words::over_time_heading(), summary_words::nothing_recorded());
            return;
        }
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

    void add_goals()
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
        add_table(summary_words::goals_heading(), summary_words::goals_explained(), summary_words::goal_columns(),
                  rows);
    }

    void add_measures()
    {
        std::vector<SummaryRow> rows;
        for (const model::Panel& panel : summary_.trajectory.panels) {
            if (panel.kind == model::PanelKind::measure && !panel.series.empty()) {
                const ReadingWords reading = short_reading(panel, panel.series.front());
                SummaryRow row{.what = panel_title(panel),
                               .lines = {line_of(panel, panel.series.front(), "")},
                               .remarks = {panel_scale_words(panel), summary_words::earlier_values(panel), reading.body,
                                           reading.basis}};
                std::erase(row.remarks, "");
                rows.push_back(std::move(row));
            }
        }
        add_table(summary_words::measures_heading(), "", summary_words::measure_columns(), rows);
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

    void add_table(const std::string& heading, const std::string& explained, const std::vector<std::string>& columns,
                   const std::vector<SummaryRow>& rows)
    {
        if (rows.empty()) {
            return;
        }
        const SummaryTable table{columns, ruler_, palette_, flow_.width()};
        const double introduction = explained.empty() ? 0 : ruler_.line_height(quiet()) * 1.3 + space;
        add_heading(heading, introduction + table.heading_height() + table.height_of(rows.front()));
        if (!explained.empty()) {
            flow_.add_words(explained, quiet());
            flow_.skip(space);
        }
        table.add_to(flow_, rows);
    }

    void add_signature()
    {
        const double third = flow_.width() / 3;
        const double name_width = 2 * third - 6 * space;
        const bool has_name = !model::is_blank(summary_.therapist.name);
        std::string signed_by =
            has_name ? summary_words::signature(summary_.therapist) : summary_words::signature_line();
        if (!summary_.therapist.licence_number.empty()) {
            signed_by += "\n" + summary_words::licence(summary_.therapist);
        }
        const double lines = static_cast<double>(ruler_.lines(signed_by, quiet(), name_width).size());
        const double words_height = lines * ruler_.line_height(quiet()) * 1.2;
        flow_.make_room(16 * space + words_height);
        flow_.skip(14 * space);
        const double rule = flow_.y();
        const Stroke stroke{.colour = palette_.quiet_ink, .width = 0.75};
        const double date_left = flow_.left() + 2 * third;
        flow_.page().elements.push_back(Line{{flow_.left(), rule}, {flow_.left() + name_width, rule}, stroke});
        flow_.page().elements.push_back(Line{{date_left, rule}, {flow_.right(), rule}, stroke});
        const double top = rule + 2 * space;
        add_paragraph(flow_.page(), ruler_, signed_by, quiet(), {flow_.left(), top}, name_width, 1.2);
        add_paragraph(flow_.page(), ruler_, summary_words::date_line(), quiet(), {date_left, top}, third, 1.2);
        flow_.pass(2 * space + words_height);
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
            const double beside_mark = flow_.width() - ruler_.width(log_mark_, small) - 4 * space;
            put(page, log_mark_, small, {flow_.right(), second}, Align::right);
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
