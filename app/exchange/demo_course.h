#pragma once

#include "app/exchange/demo_cast.h"
#include "app/exchange/demo_random.h"
#include "model/administration.h"
#include "model/goal.h"
#include "model/measure.h"

#include <map>
#include <optional>
#include <vector>

/// How a client of the demo practice fares: one course in time, from which ratings and answers follow with the noise
/// and the plateaus of real ones.
namespace app {

class DemoCourse {
public:
    /// `client` and `random` must outlive the course. Every `stretch` weeks of the records tell one week of the story;
    /// 1 in the practice as it is told.
    DemoCourse(const DemoClient& client, double stretch, DemoRandom& random);

    /// How things stand, 0 to 1; the same each time it is asked.
    double stands_at(double week) const;

    /// How things stand at a week of the story.
    double stands_when_told(double told_week) const;

    /// How much better things stand than six weeks before, leaving aside the ups and downs.
    double change_at(double week) const { return story_at(told_week(week)) - story_at(told_week(week) + 6); }

    /// The week of the story that is told at `week`.
    double told_week(double week) const { return week / stretch_; }

private:
    double story_at(double told_week) const;

    const DemoClient& client_;
    double stretch_;
    std::vector<double> ups_and_downs_{}; ///< One a week, each near the one before.
};

/// The ratings of one goal, session by session.
class DemoRatings {
public:
    DemoRatings(const DemoGoal& goal, model::GoalId id, DemoRandom& random);

    model::GoalId id() const { return id_; }
    const DemoGoal& goal() const { return *goal_; }

    /// Ratings by one or both; empty when the goal is passed over this time.
    std::optional<model::Rating> rate(const DemoCourse& course, double week);

private:
    double way_at(const DemoCourse& course, double week) const;
    std::optional<int> value(double true_value, std::optional<int>& last, double spread);

    const DemoGoal* goal_;
    model::GoalId id_;
    DemoRandom& random_;
    double client_leans_;
    std::optional<int> last_by_therapist_{};
    std::optional<int> last_by_client_{};
};

/// The answers of one client to one measure.
class DemoAnswers {
public:
    DemoAnswers(const model::MeasureDefinition& definition, DemoRandom& random);

    /// A filling-in when things stand like this (0 to 1). `item9` above 0 is taken for the PHQ-9's ninth item. An
    /// answer may be missing where the measure's rule allows for it.
    model::AdministrationDetails fill_in(double stands, int item9, model::Date day);

private:
    model::MeasureDefinition definition_;
    DemoRandom& random_;
    std::vector<double> leanings_{}; ///< Of each item, for this client.
};

} // namespace app
