#include "app/presenters/goals_presenter.h"
#include "app/words/dates.h"
#include "model/text.h"

#include <utility>

/// The part of the goals tab that gives goals other words, closes them, opens them again, and asks before typed words
/// go.
namespace app {

void GoalsPresenter::begin_rewording(model::GoalId id)
{
    const model::Goal* found = goal(id);
    if (found == nullptr || found->closed_on || (screen_.rewording && screen_.rewording->goal == id)) {
        return;
    }
    if (has_typed_words()) {
        return ask_about({.new_words = true});
    }
    const model::Date today = clock_.today();
    screen_.rewording = Rewording{.goal = id,
                                  .wording = found->details.wording,
                                  .keeps_former = !model::is_wording_new(record_, *found, today, clock_.zone),
                                  .starts_tomorrow = model::new_wording_from(record_, *found, today) > today};
    on_change();
}

void GoalsPresenter::type_new_wording(const std::string& wording)
{
    if (screen_.rewording && screen_.rewording->wording != wording) {
        screen_.rewording->wording = wording;
        const bool is_too_long = model::characters_in(model::trimmed(wording)) > longest_wording;
        screen_.rewording->problem = is_too_long ? std::optional{GoalProblem::wording_too_long} : std::nullopt;
        on_change();
    }
}

void GoalsPresenter::reword()
{
    if (!screen_.rewording) {
        return;
    }
    const model::Goal& before = *goal(screen_.rewording->goal);
    const std::string wording = model::trimmed(screen_.rewording->wording);
    screen_.rewording->problem = problem_with_wording(wording, before.id);
    if (!screen_.rewording->problem) {
        const model::Date today = clock_.today();
        if (wording == before.details.wording) {
            // Nothing to keep.
        } else if (model::is_wording_new(record_, before, today, clock_.zone)) {
            casebook_.correct_goal(before.id, wording);
        } else {
            casebook_.reword_goal(before.id, wording, model::new_wording_from(record_, before, today));
        }
        screen_.rewording.reset();
        screen_.asks_about = {};
    }
    on_change();
}

void GoalsPresenter::cancel_rewording()
{
    if (has_typed_words()) {
        return ask_about({.new_words = true});
    }
    screen_.rewording.reset();
    screen_.asks_about = {};
    on_change();
}

void GoalsPresenter::begin_closing(model::GoalId id)
{
    const model::Goal* found = goal(id);
    if (found == nullptr || found->closed_on || (screen_.closing && screen_.closing->goal == id)) {
        return;
    }
    if (has_typed_reason()) {
        return ask_about({.closing_reason = true});
    }
    screen_.closing = Closing{.goal = id, .closed_on = short_date(clock_.today())};
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
        screen_.asks_about = {};
    }
    on_change();
}

void GoalsPresenter::cancel_closing()
{
    if (has_typed_reason()) {
        return ask_about({.closing_reason = true});
    }
    screen_.closing.reset();
    screen_.asks_about = {};
    on_change();
}

void GoalsPresenter::reopen(model::GoalId id)
{
    casebook_.reopen_goal(id);
}

bool GoalsPresenter::has_typed_goal() const
{
    return screen_.entry && !model::is_blank(screen_.entry->wording);
}

bool GoalsPresenter::has_typed_words() const
{
    return screen_.rewording &&
           model::trimmed(screen_.rewording->wording) != goal(screen_.rewording->goal)->details.wording;
}

bool GoalsPresenter::has_typed_reason() const
{
    return screen_.closing && !model::is_blank(screen_.closing->reason);
}

void GoalsPresenter::ask_about(const UnsavedGoals& unsaved)
{
    if (unsaved != screen_.asks_about) {
        screen_.asks_about = unsaved;
        on_change();
    }
}

bool GoalsPresenter::may_leave()
{
    ask_about({.new_goal = has_typed_goal(), .new_words = has_typed_words(), .closing_reason = has_typed_reason()});
    return screen_.asks_about == UnsavedGoals{};
}

void GoalsPresenter::keep_typing()
{
    ask_about({});
}

void GoalsPresenter::throw_away()
{
    const UnsavedGoals unwanted = std::exchange(screen_.asks_about, {});
    if (unwanted.new_goal) {
        screen_.entry.reset();
    }
    if (unwanted.new_words) {
        screen_.rewording.reset();
    }
    if (unwanted.closing_reason) {
        screen_.closing.reset();
    }
    on_change();
}

} // namespace app
