#include "app/presenters/goals_presenter.h"

#include "app/words/dates.h"
#include "model/text.h"
#include "model/trajectory.h"

#include <algorithm>
#include <functional>

namespace app {

namespace {

std::vector<GoalPoint> points_of(const model::Series& series)
{
    std::vector<GoalPoint> points;
    points.reserve(series.points.size());
    for (const model::TrajectoryPoint& point : series.points) {
        points.push_back({.on = point.on, .value = static_cast<int>(point.value)});
    }
    return points;
}

} // namespace

GoalsPresenter::GoalsPresenter(const Workplace& place, model::ClientId client)
    : casebook_{place.casebook}, clock_{place.clock}, client_{client}
{
    reload();
    changes_ = casebook_.subscribe([this](const storage::Change& change) {
        using enum storage::Changed;
        const bool is_shown_here = change.what == goals || change.what == notes || change.what == episodes ||
                                   change.what == clients || change.what == measures;
        if (is_shown_here && (!change.client || change.client == client_)) {
            reload();
            on_change();
        }
    });
}

void GoalsPresenter::reload()
{
    record_ = casebook_.record_of(client_);
    const model::Date today = clock_.today();
    const model::Trajectory trajectory =
        model::build_trajectory(record_, {}, model::period_of(record_, model::Range::all, today));
    screen_.open.clear();
    screen_.closed.clear();
    std::vector<model::Goal> closed;
    for (const model::Goal& each : record_.goals) {
        if (each.closed_on) {
            closed.push_back(each);
        } else {
            screen_.open.push_back(line_of(each, trajectory));
        }
    }
    std::ranges::stable_sort(closed, std::greater{}, &model::Goal::closed_on);
    for (const model::Goal& each : closed) {
        screen_.closed.push_back(line_of(each, trajectory));
    }
    const auto is_open = [this](model::GoalId id) { return goal(id) != nullptr && !goal(id)->closed_on; };
    if (screen_.closing && !is_open(screen_.closing->goal)) {
        screen_.closing.reset();
        screen_.asks_about = {};
    }
    if (screen_.rewording && !is_open(screen_.rewording->goal)) {
        screen_.rewording.reset();
        screen_.asks_about = {};
    }
}

GoalsPresenter::Line GoalsPresenter::line_of(const model::Goal& goal, const model::Trajectory& trajectory) const
{
    const auto family = std::ranges::find(families_, goal.details.family, &model::GoalFamily::code);
    Line line{.id = goal.id,
              .wording = goal.details.wording,
              .about = goal_words::about(family != families_.end() ? family->name : goal.details.family, goal),
              .ended = goal_words::ended(goal),
              .former = goal_words::former(goal)};
    const auto panel = std::ranges::find(trajectory.panels, std::optional{goal.id}, &model::Panel::goal);
    if (panel != trajectory.panels.end()) {
        for (const model::Series& series : panel->series) {
            const model::Rater rater = series.rater.value_or(model::Rater::therapist);
            (rater == model::Rater::therapist ? line.history.by_therapist : line.history.by_client) = points_of(series);
            const std::string words = goal_words::ratings(rater, series.reading);
            line.ratings += (line.ratings.empty() || words.empty() ? "" : "\n") + words;
        }
    }
    if (line.ratings.empty()) {
        line.ratings = goal_words::not_rated();
    }
    return line;
}

const model::Goal* GoalsPresenter::goal(model::GoalId id) const
{
    const auto found = std::ranges::find(record_.goals, id, &model::Goal::id);
    return found == record_.goals.end() ? nullptr : &*found;
}

std::vector<std::string> GoalsPresenter::measures_of(const model::GoalFamily& family) const
{
    std::vector<std::string> names;
    for (const std::string& code : family.measures) {
        if (const auto measure = casebook_.measure(code)) {
            names.push_back(measure->name);
        }
    }
    return names;
}

void GoalsPresenter::begin_entry()
{
    if (!screen_.entry) {
        own_wording_.clear();
        screen_.entry = Entry{.agreed_on = short_date(clock_.today())};
        on_change();
    }
}

void GoalsPresenter::type_wording(const std::string& wording)
{
    if (!screen_.entry || screen_.entry->wording == wording) {
        return;
    }
    Entry& entry = *screen_.entry;
    entry.wording = wording;
    entry.example = 0;
    const bool is_too_long = model::characters_in(model::trimmed(wording)) > longest_wording;
    entry.problem = is_too_long ? std::optional{GoalProblem::wording_too_long} : std::nullopt;
    on_change();
}

void GoalsPresenter::choose_family(std::size_t family)
{
    if (screen_.entry && family < families_.size() && family != screen_.entry->family) {
        Entry& entry = *screen_.entry;
        if (entry.example != 0 && !model::is_blank(own_wording_)) {
            entry.wording = own_wording_;
        }
        entry.example = 0;
        entry.family = family;
        on_change();
    }
}

void GoalsPresenter::choose_example(std::size_t example)
{
    if (!screen_.entry || example == screen_.entry->example) {
        return;
    }
    Entry& entry = *screen_.entry;
    const auto& examples = families_[entry.family].examples;
    if (example > examples.size()) {
        return;
    }
    if (entry.example == 0) {
        own_wording_ = entry.wording;
    }
    entry.example = example;
    entry.wording = example == 0 ? own_wording_ : examples[example - 1];
    entry.problem.reset();
    on_change();
}

void GoalsPresenter::type_agreed_on(const std::string& text)
{
    if (screen_.entry && screen_.entry->agreed_on != text) {
        screen_.entry->agreed_on = text;
        screen_.entry->problem.reset();
        on_change();
    }
}

std::optional<GoalProblem> GoalsPresenter::problem_with_wording(const std::string& wording, model::GoalId of) const
{
    if (wording.empty()) {
        return GoalProblem::wording_missing;
    }
    if (model::characters_in(wording) > longest_wording) {
        return GoalProblem::wording_too_long;
    }
    const bool is_taken = std::ranges::any_of(record_.goals, [&](const model::Goal& other) {
        return other.id != of && !other.closed_on && other.details.wording == wording;
    });
    return is_taken ? std::optional{GoalProblem::wording_taken} : std::nullopt;
}

std::optional<GoalProblem> GoalsPresenter::problem_with(const Entry& entry) const
{
    if (const auto problem = problem_with_wording(model::trimmed(entry.wording), {})) {
        return problem;
    }
    const auto agreed_on = clock_.read_day(entry.agreed_on);
    if (!agreed_on) {
        return GoalProblem::agreed_unreadable;
    }
    if (*agreed_on > clock_.today()) {
        return GoalProblem::agreed_in_future;
    }
    const auto& born_on = record_.client.details.born_on;
    return born_on && *agreed_on < *born_on ? std::optional{GoalProblem::agreed_before_birth} : std::nullopt;
}

void GoalsPresenter::add()
{
    if (!screen_.entry) {
        return;
    }
    screen_.entry->problem = problem_with(*screen_.entry);
    if (!screen_.entry->problem) {
        casebook_.add_goal(client_, {.wording = model::trimmed(screen_.entry->wording),
                                     .family = families_[screen_.entry->family].code,
                                     .agreed_on = *clock_.read_day(screen_.entry->agreed_on)});
        screen_.entry.reset();
        screen_.asks_about = {};
    }
    on_change();
}

void GoalsPresenter::cancel_entry()
{
    if (has_typed_goal()) {
        return ask_about({.new_goal = true});
    }
    screen_.entry.reset();
    screen_.asks_about = {};
    on_change();
}

} // namespace app
