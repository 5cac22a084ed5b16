#include "app/presenters/trajectory_presenter.h"

#include "app/drawing/trajectory_picture.h"
#include "app/exchange/trajectory_csv.h"
#include "app/presenters/file_stem.h"
#include "app/presenters/trajectory_walk.h"
#include "app/words/chart_words.h"
#include "app/words/dates.h"
#include "app/words/isolated.h"
#include "app/words/numbers.h"
#include "app/words/trajectory_tab_words.h"

#include <algorithm>
#include <charconv>
#include <utility>

namespace app {

namespace {

using Screen = TrajectoryPresenter::Screen;

std::vector<TrajectoryPresenter::PanelReading> readings_of(const model::Trajectory& trajectory)
{
    std::vector<TrajectoryPresenter::PanelReading> readings;
    for (const auto& panel : trajectory.panels) {
        TrajectoryPresenter::PanelReading reading{.title = panel_title(panel)};
        for (const auto& series : panel.series) {
            if (!series.points.empty()) {
                reading.lines.push_back(full_reading(panel, series));
            }
        }
        for (const auto& line : reading.lines) {
            // The raters of a goal stand on the same ground.
            if (reading.basis.find(line.basis) == std::string::npos) {
                reading.basis += (reading.basis.empty() ? "" : " ") + line.basis;
            }
        }
        if (reading.lines.empty()) {
            reading.lines.push_back({.lead = empty_panel_words(panel)});
        }
        readings.push_back(std::move(reading));
    }
    return readings;
}

bool has_numbers_only(const std::vector<TrajectoryPresenter::PanelReading>& readings)
{
    return std::ranges::any_of(readings, [](const auto& reading) {
        return std::ranges::any_of(reading.lines, &ReadingWords::is_numbers_only);
    });
}

TrajectoryPresenter::TableRow row_of(const model::Panel& panel, const model::Series& series, std::size_t index)
{
    const auto& point = series.points[index];
    const auto* band = model::band_of(panel.scale, point.value);
    return {
        .place = {series.key, index},
        .date = short_date(point.on),
        .line = panel_title(panel),
        .rater = rater_words(series.rater),
        .value = score_words(point.value, panel.scale),
        .band = band ? band->name : "",
        .items = trajectory_tab_words::items_words(point),
    };
}

std::vector<TrajectoryPresenter::TableRow> rows_of(const model::Trajectory& trajectory)
{
    std::vector<TrajectoryPresenter::TableRow> rows;
    for (const auto& panel : trajectory.panels) {
        for (const auto& series : panel.series) {
            for (std::size_t i = 0; i < series.points.size(); ++i) {
                rows.push_back(row_of(panel, series, i));
            }
        }
    }
    return rows;
}

std::optional<model::NoteId> note_in(std::string_view key)
{
    constexpr std::string_view prefix = "note:";
    model::NoteId note{};
    if (!key.starts_with(prefix)) {
        return std::nullopt;
    }
    const auto* end = key.data() + key.size();
    const auto [read_to, error] = std::from_chars(key.data() + prefix.size(), end, note.value);
    return error == std::errc{} && read_to == end ? std::optional{note} : std::nullopt;
}

} // namespace

TrajectoryPresenter::TrajectoryPresenter(const Workplace& place, model::ClientId client)
    : place_{place}, client_{client}
{
    reload();
    changes_ = place_.casebook.subscribe([this](const storage::Change& change) {
        const bool is_ours = !change.client || *change.client == client_;
        using enum storage::Changed;
        if (is_ours && change.what != drafts && change.what != choices && change.what != client_gone) {
            reload();
            on_change();
        }
    });
}

void TrajectoryPresenter::reload()
{
    record_ = place_.casebook.record_of(client_);
    measures_ = place_.casebook.measures();
    screen_.modalities = place_.casebook.modalities();
    rebuild();
}

void TrajectoryPresenter::rebuild()
{
    const auto before = std::exchange(screen_.chosen, std::nullopt);
    const auto period = model::period_of(record_, screen_.range, place_.clock.today());
    auto trajectory = model::build_trajectory(record_, measures_, period);
    screen_.choices.clear();
    for (const auto& panel : trajectory.panels) {
        screen_.choices.push_back(
            {panel.key, panel_title(panel), std::ranges::find(hidden_, panel.key) == hidden_.end()});
    }
    std::erase_if(trajectory.panels,
                  [this](const model::Panel& panel) { return std::ranges::find(hidden_, panel.key) != hidden_.end(); });
    screen_.trajectory = std::move(trajectory);
    screen_.readings = readings_of(screen_.trajectory);
    screen_.footnote = has_numbers_only(screen_.readings) ? numbers_only_footnote(Reader::clinician) : std::string{};
    screen_.lines_looked_at = lines_looked_at_words(screen_.trajectory.lines_looked_at());
    screen_.is_empty_here = !screen_.trajectory.panels.empty() && screen_.trajectory.lines_looked_at() == 0;
    screen_.rows = screen_.is_table ? rows_of(screen_.trajectory) : std::vector<TableRow>{};
    keep_choice(before);
}

/// What was chosen stays chosen where it is still to be seen.
void TrajectoryPresenter::keep_choice(std::optional<Chosen> before)
{
    screen_.note.reset();
    if (!before) {
        return;
    }
    if (!before->place) {
        choose_session(*before->note);
        return;
    }
    if (const auto place = same_point(screen_.trajectory, before->place->series, before->on, before->place->index)) {
        choose(*place);
    }
}

void TrajectoryPresenter::show(model::Range range)
{
    screen_.range = range;
    rebuild();
    on_change();
}

void TrajectoryPresenter::show_panel(const std::string& key, bool is_shown)
{
    std::erase(hidden_, key);
    if (!is_shown) {
        hidden_.push_back(key);
    }
    rebuild();
    on_change();
}

void TrajectoryPresenter::show_all_panels()
{
    hidden_.clear();
    rebuild();
    on_change();
}

void TrajectoryPresenter::show_table(bool is_table)
{
    screen_.is_table = is_table;
    screen_.rows = is_table ? rows_of(screen_.trajectory) : std::vector<TableRow>{};
    on_change();
}

void TrajectoryPresenter::choose(const std::string& hit_key)
{
    if (const auto place = place_in(hit_key)) {
        choose(*place);
    } else if (const auto note = note_in(hit_key)) {
        choose_session(*note);
    }
    on_change();
}

void TrajectoryPresenter::choose_session(model::NoteId note)
{
    const auto& sessions = screen_.trajectory.sessions;
    const auto mark = std::ranges::find(sessions, note, &model::SessionMark::note);
    if (mark != sessions.end()) {
        screen_.chosen = Chosen{.on = mark->on, .words = session_mark_words(*mark), .note = note};
        screen_.note = SignedNotePresenter{place_, note}.screen();
    }
}

void TrajectoryPresenter::choose(const PointPlace& place)
{
    const auto found = point_at(screen_.trajectory, place);
    if (!found) {
        return;
    }
    screen_.chosen = Chosen{
        .place = place,
        .on = found->point.on,
        .words = isolated(panel_title(found->panel)) + ", " + point_words(found->panel, found->series, found->point),
        .note = found->point.note,
    };
    screen_.note.reset();
    if (found->point.note) {
        screen_.note = SignedNotePresenter{place_, *found->point.note}.screen();
    }
}

void TrajectoryPresenter::choose_nothing()
{
    screen_.chosen.reset();
    screen_.note.reset();
    on_change();
}

void TrajectoryPresenter::step(int by)
{
    const auto& chosen = screen_.chosen;
    if (const auto place = stepped(screen_.trajectory, chosen ? chosen->place : std::nullopt, by)) {
        choose(*place);
        on_change();
    }
}

void TrajectoryPresenter::step_line(int by)
{
    const auto& chosen = screen_.chosen;
    if (const auto place = stepped_line(screen_.trajectory, chosen ? chosen->place : std::nullopt, by)) {
        choose(*place);
        on_change();
    }
}

void TrajectoryPresenter::open_note()
{
    if (screen_.chosen && screen_.chosen->note && place_.go) {
        place_.go(
            {.client = client_, .tab = TabKind::sessions, .note = *screen_.chosen->note, .back = TabKind::trajectory});
    }
}

ChartOptions TrajectoryPresenter::chart_options() const
{
    ChartOptions options{.modalities = screen_.modalities};
    if (screen_.chosen) {
        options.cursor = screen_.chosen->on;
        options.chosen = screen_.chosen->place;
    }
    return options;
}

Scene TrajectoryPresenter::picture(const TextRuler& ruler) const
{
    return trajectory_picture(screen_.trajectory, screen_.modalities, ruler);
}

std::string TrajectoryPresenter::csv() const
{
    return trajectory_csv(screen_.trajectory, record_.client.details.code);
}

void TrajectoryPresenter::released(model::ActKind how)
{
    place_.casebook.log_act(how, client_);
}

std::string TrajectoryPresenter::file_stem() const
{
    return app::file_stem(record_.client.details.code) + "-trajectory";
}

} // namespace app
