#include "app/presenters/goals_presenter.h"
#include "app/words/dates.h"
#include "model/text.h"

/// The part of the goals tab that closes goals, opens them again, and asks before typed words go.
namespace app {

void GoalsPresenter::begin_closing(model::GoalId id)
{
    const model::Goal* found = goal(id);
    if (found == nullptr || found->closed_on || (screen_.closing && screen_.closing->goal == id)) {
        return;
    }
    if (has_typed_reason()) {
        screen_.asks_about = UnsavedGoal::closing_reason;
    } else {
        screen_.closing = Closing{.goal = id, .closed_on = short_date(clock_.today())};
    }
    on_change();
}

void GoalsPresenter::type_closed_on(const std::string& text)
{
    if (screen_.closing && screen_.closing->closed_on != text) {
        screen_.closing->closed_on = text;
        screen_.closing->problem.reset();
        on_change();
    }
}

void GoalsPresenter::type_reason(const std::string& text)
{
    if (screen_.closing && screen_.closing->reason != text) {
        screen_.closing->reason = text;
        on_change();
    }
}

std::optional<GoalProblem> GoalsPresenter::problem_with(const Closing& closing) const
{
    const auto closed_on = clock_.read_day(closing.closed_on);
    if (!closed_on) {
        return GoalProblem::closed_unreadable;
    }
    if (*closed_on > clock_.today()) {
        return GoalProblem::closed_in_future;
    }
    const model::Goal* closed = goal(closing.goal);
    return closed != nullptr && *closed_on < closed->details.agreed_on
               ? std::optional{GoalProblem::closed_before_agreed}
               : std::nullopt;
}

void GoalsPresenter::close()
{
    if (!screen_.closing) {
        return;
    }
    screen_.closing->problem = problem_with(*screen_.closing);
    if (!screen_.closing->problem) {
        const Closing closing = *screen_.closing;
        casebook_.close_goal(closing.goal, *clock_.read_day(closing.closed_on), model::trimmed(closing.reason));
        screen_.closing.reset();
        screen_.asks_about = UnsavedGoal::nothing;
    }
    on_change();
}

void GoalsPresenter::cancel_closing()
{
    screen_.closing.reset();
    screen_.asks_about = UnsavedGoal::nothing;
    on_change();
}

void GoalsPresenter::reopen(model::GoalId id)
{
    casebook_.reopen_goal(id);
}

bool GoalsPresenter::has_typed_reason() const
{
    return screen_.closing && !model::is_blank(screen_.closing->reason);
}

bool GoalsPresenter::may_leave()
{
    using enum UnsavedGoal;
    const bool has_goal = screen_.entry && !model::is_blank(screen_.entry->wording);
    const bool has_reason = has_typed_reason();
    const UnsavedGoal unsaved = has_goal && has_reason ? both
                                : has_goal             ? new_goal
                                : has_reason           ? closing_reason
                                                       : nothing;
    if (unsaved != screen_.asks_about) {
        screen_.asks_about = unsaved;
        on_change();
    }
    return unsaved == nothing;
}

void GoalsPresenter::keep_typing()
{
    screen_.asks_about = UnsavedGoal::nothing;
    on_change();
}

void GoalsPresenter::throw_away()
{
    using enum UnsavedGoal;
    const UnsavedGoal unwanted = screen_.asks_about;
    screen_.asks_about = nothing;
    if (unwanted == new_goal || unwanted == both) {
        screen_.entry.reset();
    }
    if (unwanted == closing_reason || unwanted == both) {
        screen_.closing.reset();
    }
    on_change();
}

} // namespace app
