#pragma once

#include "model/client.h"
#include "model/practice.h"
#include "model/session_note.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

/// The invented people of the demo practice, as they are told in `model/library/demo/demo-clients.json`. Weeks count
/// backwards from the day on which the practice ends.
namespace app {

/// A stretch of weeks, the earlier one (the higher number) first.
struct DemoWeeks {
    double from = 0;
    double to = 0;

    bool covers(double week) const { return week <= from && week >= to; }
};

struct DemoLevel {
    int week = 0;
    model::LevelOfCare level = model::LevelOfCare::outpatient;
    std::string reason{};
    std::optional<int> review_after{}; ///< Weeks.
};

/// From this week on, a session every so many days.
struct DemoCadence {
    int week = 0;
    int days = 7;
};

struct DemoEpisode {
    int from = 0;
    std::optional<int> to{}; ///< Empty: still in care.
    std::vector<DemoLevel> levels{};
    std::vector<DemoCadence> cadence{}; ///< Empty: no session yet.
    std::vector<DemoWeeks> gaps{};
    int missed_at_end = 0;
    bool once = false; ///< A single session.
    std::string discharge_reason{};
};

struct DemoGoal {
    std::string family{};
    std::string wording{};
    int from = 0;
    std::optional<int> to{};
    std::string closing{};
    double start = 0; ///< Rating at the beginning.
    double gain = 0;  ///< What would be added if everything went well.
};

struct DemoMeasure {
    std::string code{};
    int every = 6; ///< Weeks.
};

struct DemoUse {
    int week = 0;
    std::vector<std::string> codes{};
};

/// How things stand at one time: 0 very bad, 1 free of it all.
struct DemoStand {
    double week = 0;
    double progress = 0;
};

struct DemoMoment {
    double week = 0;
    std::string text{};
};

struct DemoRisk {
    double week = 0;
    model::RiskLevel level = model::RiskLevel::none;
};

struct DemoBelief {
    std::string belief{};
    std::string healthier{};
};

/// One invented client.
struct DemoClient {
    model::ClientDetails details{};
    int age = 40;
    int weekday = 1; ///< 1 Monday to 5 Friday.
    model::TimeOfDay hour{};
    model::NoteForm form = model::NoteForm::dap;
    double video = 0;
    double phone = 0;
    double misses = 0.14;
    double dissociates = 0.03;
    std::vector<DemoEpisode> episodes{};
    std::vector<DemoUse> use{};
    std::vector<DemoGoal> goals{};
    std::vector<DemoStand> course{};
    std::vector<DemoMeasure> measures{};
    std::vector<DemoRisk> risk{};
    std::vector<DemoWeeks> item9{};                                       ///< When the PHQ-9's ninth item is above 0.
    std::map<std::string, std::vector<std::string>, std::less<>> words{}; ///< People, places, body signals...
    std::vector<DemoBelief> beliefs{};
    std::string intake{};
    std::vector<DemoMoment> moments{};
    std::string own_words{};
    std::string next_words{};
    bool has_draft = false;
    bool has_addendum = false;
    bool has_error = false;
    bool leaves_notice_open = false;
};

struct DemoCast {
    model::Practice practice{};
    model::Therapist therapist{};
    std::string zone{};
    std::vector<DemoClient> clients{};
    std::string addendum_text{};
    std::string addendum_reason{};
    std::string error_reason{};
    std::string draft_words{};
    std::vector<std::string> first_names{};
    std::vector<std::string> family_names{};
};

/// Reads the cast that was built into the program.
DemoCast read_demo_cast();

} // namespace app
