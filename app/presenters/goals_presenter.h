#pragma once

#include "app/presenters/note_background.h"
#include "app/presenters/workplace.h"
#include "app/words/goal_words.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace app {

/// The goals tab without its window: a client's goals, adding one, changing its words, closing one, opening one again.
class GoalsPresenter {
public:
    /// One goal of the list.
    struct Line {
        model::GoalId id{};
        std::string wording{};
        std::string about{};   ///< Family and the day it was agreed.
        std::string ratings{}; ///< First and last by therapist and client, a line each.
        std::string ended{};   ///< When and why it was closed; empty while it is open.
        std::string former{};  ///< The words it had before, a line each, the last ones first.
        GoalHistory history{}; ///< All ratings, for the small chart.
        bool operator==(const Line&) const = default;
    };

    /// A new goal while it is typed.
    struct Entry {
        std::string wording{};
        std::size_t family = 0;               ///< Index among the families.
        std::size_t example = 0;              ///< 0: own words; else the example's number, from 1.
        std::string agreed_on{};              ///< As typed.
        std::optional<GoalProblem> problem{}; ///< Said when it was tried to add, and at once when it is too long.
        bool operator==(const Entry&) const = default;
    };

    /// A goal while it gets other words.
    struct Rewording {
        model::GoalId goal{};
        std::string wording{};
        bool keeps_former = true;     ///< Those of before are kept; else this only corrects them.
        bool starts_tomorrow = false; ///< If they are kept: today's signed note has those of before.
        std::optional<GoalProblem> problem{};
        bool operator==(const Rewording&) const = default;
    };

    /// A goal while it is being closed.
    struct Closing {
        model::GoalId goal{};
        std::string closed_on{}; ///< As typed.
        std::string reason{};
        std::optional<GoalProblem> problem{};
        bool operator==(const Closing&) const = default;
    };

    /// Everything the panel draws.
    struct Screen {
        std::vector<Line> open{};   ///< Oldest first.
        std::vector<Line> closed{}; ///< Closed last comes first.
        std::optional<Entry> entry{};
        std::optional<Rewording> rewording{};
        std::optional<Closing> closing{};
        UnsavedGoals asks_about{}; ///< Waits for an answer: keep typing, or throw away.
        bool operator==(const Screen&) const = default;
    };

    GoalsPresenter(const Workplace& place, model::ClientId client);

    const Screen& screen() const { return screen_; }
    const Clock& clock() const { return clock_; } ///< By which its dates are read.
    const std::vector<model::GoalFamily>& families() const { return families_; }
    /// Names of the measures that go with a family, as far as the casebook has them.
    std::vector<std::string> measures_of(const model::GoalFamily& family) const;
    std::function<void()> on_change = [] {};

    void begin_entry();
    void type_wording(const std::string& wording);
    void choose_family(std::size_t family);
    void choose_example(std::size_t example); ///< 0 brings the own words back.
    void type_agreed_on(const std::string& text);
    void add();          ///< Keeps the goal, or says in the entry what is wrong.
    void cancel_entry(); ///< Closes the form; asks first when something was typed.

    void begin_rewording(model::GoalId goal); ///< Asks first when other words for another one are typed.
    void type_new_wording(const std::string& wording);
    void reword(); ///< Corrects or rewords the goal, or says what is wrong.
    void cancel_rewording();

    void begin_closing(model::GoalId goal); ///< Asks first when another one is being closed with a reason.
    void type_closed_on(const std::string& text);
    void type_reason(const std::string& text);
    void close(); ///< Closes the goal, or says what is wrong.
    void cancel_closing();
    void reopen(model::GoalId goal);

    /// Whether the tab may go; otherwise it asks about what was typed.
    bool may_leave();
    void keep_typing();
    void throw_away(); ///< What was asked about.

private:
    void reload();
    Line line_of(const model::Goal& goal, const model::Trajectory& trajectory) const;
    std::optional<GoalProblem> problem_with_wording(const std::string& wording, model::GoalId of) const;
    std::optional<GoalProblem> problem_with(const Entry& entry) const;
    std::optional<GoalProblem> problem_with(const Closing& closing) const;
    const model::Goal* goal(model::GoalId id) const;
    bool has_typed_goal() const;
    bool has_typed_words() const;
    bool has_typed_reason() const;
    void ask_about(const UnsavedGoals& unsaved);

    storage::Casebook& casebook_;
    const Clock& clock_;
    const model::ClientId client_;
    const std::vector<model::GoalFamily> families_ = model::shipped_goal_families();
    model::ClientRecord record_;
    std::string own_wording_; ///< What was typed before an example took its place.
    Screen screen_;
    storage::Subscription changes_; ///< Last: stops the news before the rest goes away.
};

} // namespace app
