#include "app/drawing/summary_pages.h"
#include "app/drawing/trajectory_chart.h"
#include "app/output/cairo_memory.h"
#include "app/output/files.h"
#include "app/output/painter.h"
#include "tests/bench/peers.h"
#include "tests/bench/practice.h"
#include "tests/bench/scale.h"
#include "tests/bench/stopwatch.h"
#include "tests/support/temporary_folder.h"

#include <benchmark/benchmark.h>

#include <cstddef>
#include <filesystem>
#include <fstream>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace {

/// Where the chart is drawn in a window of 1280x800.
constexpr app::Size window{900, 640};

/// A client with 10,000 points: 2,250 sessions that rate two goals twice, and 1,000 forms.
const model::Trajectory& ten_thousand_points()
{
    static const model::Trajectory trajectory = [] {
        auto casebook = storage::Casebook::in_memory();
        bench::fill(casebook,
                    {.clients = 1, .notes_of_each = bench::scaled(2'250), .forms_of_each = bench::scaled(1'000)});
        const auto record = casebook.record_of(bench::long_record);
        return model::build_trajectory(record, casebook.measures(),
                                       model::period_of(record, model::Range::all, bench::today));
    }();
    return trajectory;
}

std::size_t points_of(const model::Trajectory& trajectory)
{
    std::size_t points = 0;
    for (const auto& panel : trajectory.panels) {
        for (const auto& series : panel.series) {
            points += series.points.size();
        }
    }
    return points;
}

app::Scene chart_of(const model::Trajectory& trajectory, const app::TextRuler& ruler)
{
    static const app::ChartOptions options{.modalities = model::shipped_modalities()};
    return app::trajectory_chart(trajectory, window, ruler, app::light_palette(), options);
}

/// A window's surface of the chart's size.
class Screen {
public:
    void paint(const app::Scene& scene)
    {
        cairo_set_source_rgb(context_.get(), 1, 1, 1);
        cairo_paint(context_.get());
        app::paint(scene, context_.get());
        cairo_surface_flush(surface_.get());
    }

private:
    app::Surface surface_{cairo_image_surface_create(CAIRO_FORMAT_RGB24, static_cast<int>(window.width),
                                                     static_cast<int>(window.height))};
    app::Context context_{cairo_create(surface_.get())};
};

void trajectory_scene(benchmark::State& state)
{
    const app::PangoRuler ruler;
    const auto& trajectory = ten_thousand_points();
    for (auto round : state) {
        benchmark::DoNotOptimize(chart_of(trajectory, ruler));
    }
    state.counters["points"] = static_cast<double>(points_of(trajectory));
    state.counters["elements"] = static_cast<double>(chart_of(trajectory, ruler).elements.size());
}

void trajectory_painted_on_screen(benchmark::State& state)
{
    const app::PangoRuler ruler;
    const auto scene = chart_of(ten_thousand_points(), ruler);
    Screen screen;
    for (auto round : state) {
        screen.paint(scene);
    }
}

void trajectory_redrawn(benchmark::State& state)
{
    const app::PangoRuler ruler;
    const auto& trajectory = ten_thousand_points();
    Screen screen;
    for (auto round : state) {
        screen.paint(chart_of(trajectory, ruler));
    }
}

/// Writes the points for gnuplot, a block to each line of the chart, and the commands that draw them `times` times.
void write_for_gnuplot(const std::filesystem::path& folder, const model::Trajectory& trajectory, int times)
{
    std::ofstream points{folder / "points"};
    int lines = 0;
    for (const auto& panel : trajectory.panels) {
        for (const auto& series : panel.series) {
            for (const auto& point : series.points) {
                points << date::sys_days{point.on}.time_since_epoch().count() << ' ' << point.value << '\n';
            }
            points << "\n\n";
            ++lines;
        }
    }
    std::ofstream commands{folder / "commands"};
    commands << "set terminal pdfcairo size 9.375in,6.667in\n";
    for (int time = 0; time < times; ++time) {
        commands << "set output '" << (folder / "out.pdf").string() << "'\nplot for [line=0:" << lines - 1 << "] '"
                 << (folder / "points").string() << "' index line with linespoints notitle\nunset output\n";
    }
}

/// How long gnuplot takes for the same points to PDF, without its start; none where it is not installed.
std::optional<double> seconds_of_gnuplot(const model::Trajectory& trajectory)
{
    constexpr int many = 11;
    const tests::TemporaryFolder folder;
    const auto seconds = [&](int times) {
        write_for_gnuplot(folder.path(), trajectory, times);
        return bench::seconds_of("gnuplot", "gnuplot " + (folder.path() / "commands").string());
    };
    const auto once = seconds(1);
    return once ? std::optional{(*seconds(many) - *once) / (many - 1)} : std::nullopt;
}

/// The whole way from the points to the bytes of a PDF.
void trajectory_to_pdf(benchmark::State& state)
{
    const app::PangoRuler ruler;
    const auto& trajectory = ten_thousand_points();
    bench::Stopwatch ours;
    for (auto round : state) {
        ours.time([&] {
            const auto scene = chart_of(trajectory, ruler);
            benchmark::DoNotOptimize(app::pdf_of(std::span{&scene, 1}, {.title = "Trajectory"}));
        });
    }
    if (const auto theirs = seconds_of_gnuplot(trajectory)) {
        state.counters["of_gnuplot"] = ours.at(0.5) / *theirs;
    }
}

/// What a summary of two pages is made from: 60 sessions, charts of a goal and a measure.
struct ForSummary {
    storage::Casebook casebook = storage::Casebook::in_memory();
    model::ClientRecord record = [this] {
        bench::fill(casebook, {.clients = 1, .notes_of_each = 60, .forms_of_each = 20});
        return casebook.record_of(bench::long_record);
    }();
    std::vector<model::MeasureDefinition> measures = casebook.measures();
    std::vector<model::Modality> modalities = casebook.modalities();
    model::Practice practice = casebook.practice();
    model::Therapist therapist = casebook.therapist();
    model::SummaryRequest request{.period = model::usual_summary_period(record, bench::today),
                                  .own_words = bench::text_of(300, 1),
                                  .next_words = bench::text_of(80, 2),
                                  .left_out = {"goal:2", "phq-9/total"}};

    std::vector<app::Scene> pages(const app::TextRuler& ruler) const
    {
        const auto summary = model::compose_summary(record, measures, practice, therapist, request, bench::today);
        return app::summary_pages(summary, modalities, app::Paper::a4, ruler, "Log 1234 · 9f3a 77c1");
    }
};

/// How long WeasyPrint takes to make a PDF of the same pages, given as vector pictures; none where it is not installed.
std::optional<double> seconds_of_weasyprint(std::span<const app::Scene> pages)
{
    const tests::TemporaryFolder folder;
    const std::string page = (folder.path() / "page.html").string();
    std::ofstream html{page};
    html << "<!DOCTYPE html><style>@page { size: A4; margin: 0 }</style>";
    for (const auto& scene : pages) {
        const std::string picture = app::svg_of(scene);
        html << "<div style='break-after: page'>" << picture.substr(picture.find("<svg")) << "</div>";
    }
    html.close();
    return bench::seconds_of("weasyprint", "weasyprint -q " + page + " " + (folder.path() / "out.pdf").string());
}

/// The whole way from a record at hand to the bytes of a PDF.
void summary_to_pdf(benchmark::State& state)
{
    const ForSummary given;
    bench::Stopwatch ours;
    std::vector<app::Scene> pages;
    for (auto round : state) {
        ours.time([&] {
            const app::PangoRuler ruler;
            pages = given.pages(ruler);
            benchmark::DoNotOptimize(app::pdf_of(pages, {.title = "Summary"}));
        });
    }
    state.counters["pages"] = static_cast<double>(pages.size());
    if (const auto theirs = seconds_of_weasyprint(pages)) {
        state.counters["of_weasyprint"] = ours.at(0.5) / *theirs;
    }
}

void summary_pages_only(benchmark::State& state)
{
    const ForSummary given;
    const app::PangoRuler ruler;
    for (auto round : state) {
        benchmark::DoNotOptimize(given.pages(ruler));
    }
}

} // namespace

BENCHMARK(trajectory_scene)->Unit(benchmark::kMillisecond);
BENCHMARK(trajectory_painted_on_screen)->Unit(benchmark::kMillisecond);
BENCHMARK(trajectory_redrawn)->Unit(benchmark::kMillisecond);
BENCHMARK(trajectory_to_pdf)->Unit(benchmark::kMillisecond);
BENCHMARK(summary_pages_only)->Unit(benchmark::kMillisecond);
BENCHMARK(summary_to_pdf)->Unit(benchmark::kMillisecond);
