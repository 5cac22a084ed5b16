#pragma once

#include "app/drawing/trajectory_chart.h"
#include "app/presenters/signed_note_presenter.h"
#include "app/presenters/workplace.h"
#include "app/words/readings.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace app {

/// The Trajectory tab without its window: what is drawn, read, chosen and listed.
class TrajectoryPresenter {
public:
    /// A panel that can be shown or left out.
    struct PanelChoice {
        std::string key{};
        std::string title{};
        bool is_shown = true;

        bool operator==(const PanelChoice&) const = default;
    };

    /// The words to one panel, a reading for each line that has points.
    struct PanelReading {
        std::string title{};
        std::vector<ReadingWords> lines{};
        std::string basis{}; ///< How all of them were calculated; may be empty.

        bool operator==(const PanelReading&) const = default;
    };

    /// One point as a line of the table.
    struct TableRow {
        PointPlace place{};
        std::string date{};
        std::string line{};
        std::string rater{};
        std::string value{};
        std::string band{};
        std::string items{};

        bool operator==(const TableRow&) const = default;
    };

    /// What was clicked or walked to.
    struct Chosen {
        std::optional<PointPlace> place{}; ///< Empty for a session on the axis; then there is a note.
        model::Date on{};
        std::string words{}; ///< Title and point, as they are spoken.
        std::optional<model::NoteId> note{};

        bool operator==(const Chosen&) const = default;
    };

    /// Everything the panel draws.
    struct Screen {
        model::Range range = model::Range::episode;
        model::Trajectory trajectory{}; ///< With the panels that are shown.
        std::vector<model::Modality> modalities{};
        std::vector<PanelChoice> choices{};
        std::vector<PanelReading> readings{};
        std::string lines_looked_at{};
        std::string footnote{}; ///< What the mark behind a reading means; empty where none has one.
        std::optional<Chosen> chosen{};
        std::optional<SignedNotePresenter::Screen> note{}; ///< Of what is chosen.
        bool is_table = false;
        std::vector<TableRow> rows{}; ///< Filled while `is_table`.
        bool is_empty_here = false;   ///< There are panels, yet no point in this time.

        bool operator==(const Screen&) const = default;
    };

    TrajectoryPresenter(const Workplace& place, model::ClientId client);

    const Screen& screen() const { return screen_; }
    std::function<void()> on_change = [] {};

    void show(model::Range range);
    void show_panel(const std::string& key, bool is_shown);
    void show_all_panels();
    void show_table(bool is_table);

    void choose(const std::string& hit_key); ///< A point or a session, by the key of its hit area.
    void choose_nothing();
    void step(int by);      ///< Along the line: 1 later, -1 earlier. Begins at the newest point of the first line.
    void step_line(int by); ///< To the point of the next line (1) or the line above (-1) that is nearest in time.
    void open_note();       ///< Leads to the Sessions tab; does nothing without a note.

    /// How the chart is drawn as it stands.
    ChartOptions chart_options() const;

    /// The chart as it is copied and saved: on white, without marks of what is chosen.
    Scene picture(const TextRuler& ruler) const;

    /// The values as CSV.
    std::string csv() const;

    /// Enters into the log that the trajectory left the casebook: `trajectory_saved` or `trajectory_copied`.
    void released(model::ActKind how);

    /// What a saved file is called, without its ending: by the client's code, never the name.
    std::string file_stem() const;

private:
    void reload();
    void rebuild();
    void choose(const PointPlace& place);
    void choose_session(model::NoteId note);
    void keep_choice(std::optional<Chosen> before);

    const Workplace place_;
    const model::ClientId client_;
    model::ClientRecord record_;
    std::vector<model::MeasureDefinition> measures_;
    std::vector<std::string> hidden_; ///< Keys of panels that are left out.
    Screen screen_;
    storage::Subscription changes_; ///< Last: stops the news before the rest goes away.
};

} // namespace app
