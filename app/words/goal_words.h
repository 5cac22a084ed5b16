#pragma once

#include "model/goal.h"
#include "model/trajectory.h"

#include <cstddef>
#include <string>
#include <vector>

/// What stands on the goals tab.
namespace app {

/// The longest wording of a goal, in characters: it has to fit above a chart and on a printed line.
inline constexpr std::size_t longest_wording = 200;

/// Why a goal cannot be kept, closed or opened again.
enum class GoalProblem {
    wording_missing,
    wording_too_long,
    wording_taken, ///< Another open goal has the same words.
    agreed_unreadable,
    agreed_in_future,
    agreed_before_birth,
    closed_unreadable,
    closed_in_future,
    closed_before_agreed,
};

/// What was typed on the goals tab and not kept.
struct UnsavedGoals {
    bool new_goal = false;
    bool new_words = false; ///< For a goal that there is.
    bool closing_reason = false;

    bool operator==(const UnsavedGoals&) const = default;
};

namespace goal_words {

std::string words_for(GoalProblem problem);

std::string heading();
std::string explanation();
std::string new_goal_button();
std::string open_caption();
std::string closed_caption();
/// Where there is no goal at all.
std::string no_goals();
/// Where all goals are closed.
std::string no_open_goals();

/// "Boundaries · agreed 3 Jan 2026".
std::string about(const std::string& family, const model::Goal& goal);
/// "Closed 3 Mar 2026: reached"; empty for an open goal.
std::string ended(const model::Goal& goal);
/// "Until 3 Mar 2026: Say no", a line for each wording of before, the last one first.
std::string former(const model::Goal& goal);
/// "Therapist 7 on 20 Nov 2026, first 2 on 3 Jan 2026, +5 over 14 ratings".
std::string ratings(model::Rater rater, const model::Reading& reading);
std::string not_rated();

std::string entry_caption();
std::string wording_label();
/// "12 of 200 characters"; empty while there is room enough.
std::string room_left(std::size_t characters);
std::string area_label();
std::string examples_label();
/// The first of the examples: what was typed.
std::string own_words();
std::string agreed_label();
std::string add_button();
/// "0 - I treat myself as ...", one line each.
std::vector<std::string> anchors(const model::GoalFamily& family);
std::string small_steps(const model::GoalFamily& family);
/// `measures` are their names.
std::string measures(const std::vector<std::string>& measures);

std::string reword_button();
/// The same for who cannot see beside which goal they stand.
std::string reword_name(const std::string& wording);
std::string new_wording_label();
/// What becomes of the words of before.
/// `starts_tomorrow`: a signed note of today keeps the words of before.
std::string reword_explanation(bool keeps_former, bool starts_tomorrow = false);
std::string reword_for_good_button();

std::string close_goal_button();
std::string reopen_button();
/// The same for who cannot see beside which goal they stand.
std::string close_goal_name(const std::string& wording);
std::string reopen_name(const std::string& wording);
std::string closed_on_label();
std::string reason_label();
std::string reason_hint();
std::string close_for_good_button();
/// Before it goes; empty where there is nothing to ask about.
std::string words_for(const UnsavedGoals& unsaved);

} // namespace goal_words

} // namespace app
