#pragma once

#include "model/change.h"
#include "model/client_record.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

/// A client's goals and measures on one time axis, with what was going on at the time.
namespace model {

/// A stretch of days, both ends included.
struct Period {
    Date from{};
    Date to{};

    bool covers(Date day) const { return from <= day && day <= to; }

    bool operator==(const Period&) const = default;
};

/// How much of the time a trajectory shows.
enum class Range { three_months, six_months, year, episode, all };

/// The days that `range` means for this client. `three_months` to `year` end `today`; `episode` is the one of today,
/// else the last one, to its discharge or today; `all` runs from the first thing recorded to the last, or to today
/// while an episode is open.
Period period_of(const ClientRecord& record, Range range, Date today);

/// Who gave a rating.
enum class Rater { therapist, client };

/// One value of a series.
struct TrajectoryPoint {
    Date on{};
    double value = 0;
    std::optional<NoteId> note{}; ///< The session it was given in; for a measure, the first session of that day.
    std::optional<AdministrationId> administration{}; ///< For a measure.
    std::optional<EpisodeId> episode{}; ///< Lines are not joined across episodes. Empty before the first admission.
    bool is_prorated = false;
    int answered = 0;
    int asked = 0; ///< 0 for a rating, and for a total entered without items.

    bool operator==(const TrajectoryPoint&) const = default;
};

/// One line of a panel: the scores of one scale, or the ratings of one goal by one rater.
struct Series {
    std::string key{}; ///< Such as `phq-9/total` or `goal:12/client`; the same in every period.
    std::optional<Rater> rater{};
    std::vector<TrajectoryPoint> points{}; ///< Those of the period, oldest first.
    Reading reading{}; ///< Of the points in the last episode that has any: a new episode restarts the baseline.

    bool operator==(const Series&) const = default;
};

enum class PanelKind { measure, goal };

/// One chart of the stack: one scale of a measure, or one goal with a line for each rater.
struct Panel {
    PanelKind kind = PanelKind::measure;
    std::string key{}; ///< Such as `phq-9/total` or `goal:12`.
    Scale scale{};     ///< `rating_scale()` for a goal.

    MeasureArea area = MeasureArea::other; ///< For a measure.
    std::string measure{};                 ///< Its code.
    std::string measure_name{};            ///< Its short name, "PHQ-9".
    std::string version{};
    bool is_lead_scale = false; ///< What the measure's name alone stands for.

    std::optional<GoalId> goal{}; ///< For a goal.
    std::string wording{};
    std::optional<Date> goal_closed_on{};

    std::vector<Series> series{}; ///< One for a measure; therapist, then client, for a goal. Some may have no points.

    /// Whether there is nothing to draw in the period.
    bool is_empty() const;

    bool operator==(const Panel&) const = default;
};

/// A level of care while it lasted.
struct LevelStretch {
    Date from{};
    Date until{}; ///< The first day on which it no longer held.
    LevelOfCare level = LevelOfCare::outpatient;

    bool operator==(const LevelStretch&) const = default;
};

/// A run of attended sessions with the same first modality; sessions without one neither start nor end a run.
struct ModalityStretch {
    Date from{};
    Date until{};           ///< The day the next run begins, else the day after the run's last session.
    std::string modality{}; ///< Its code.
    int sessions = 0;       ///< Those of the run, also outside the period.

    bool operator==(const ModalityStretch&) const = default;
};

/// A session on the time axis.
struct SessionMark {
    Date on{};
    NoteId note{};
    Attendance attendance = Attendance::attended;

    bool operator==(const SessionMark&) const = default;
};

/// An admission or a discharge on the time axis.
struct EpisodeBorder {
    Date on{};
    bool is_admission = true;

    bool operator==(const EpisodeBorder&) const = default;
};

/// Everything a trajectory chart, its table and its words are made from. Holds no name.
struct Trajectory {
    Period period{}; ///< What was asked for.
    /// `period` without a long end in which nothing was recorded, and without a few scores of long ago that would
    /// squeeze all the others: those are drawn at its left edge.
    Period drawn{};
    std::vector<Panel> panels{};
    std::vector<LevelStretch> levels{};        ///< Oldest first, cut to the period.
    std::vector<ModalityStretch> modalities{}; ///< Oldest first, cut to the period.
    std::vector<SessionMark> sessions{};       ///< Oldest first, in the period.
    std::vector<EpisodeBorder> borders{};      ///< Oldest first, in the period.

    /// Lines with at least one point, raters apart: the more are looked at, the likelier one changes by chance.
    int lines_looked_at() const;

    /// The days with scores or ratings that lie before `drawn`, oldest first.
    std::vector<Date> days_before_drawing() const;

    bool operator==(const Trajectory&) const = default;
};

/// Puts a client's record on the time axis. What was entered in error is left out.
///
/// Panels: the lead scales of self-compassion and of the other outcomes, goals (open ones first, oldest first), what
/// else has ever been measured, and the interpersonal octants last. A goal stands there while it is open on the
/// period's last day, and otherwise when it was rated in the period. Measures that `definitions` do not know are left
/// out.
Trajectory build_trajectory(const ClientRecord& record, std::span<const MeasureDefinition> definitions, Period period);

} // namespace model
