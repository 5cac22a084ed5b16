#include "app/words/goal_words.h"

#include "app/words/dates.h"
#include "app/words/isolated.h"
#include "app/words/numbers.h"

#include <ranges>

namespace app::goal_words {

std::string words_for(GoalProblem problem)
{
    switch (problem) {
    case GoalProblem::wording_missing:
        return "Please put the goal into words first.";
    case GoalProblem::wording_too_long:
        return "Please shorten it a little: up to " + std::to_string(longest_wording) +
               " characters fit above a chart and on a printed line.";
    case GoalProblem::wording_taken:
        return "There is already an open goal with this wording.";
    case GoalProblem::agreed_unreadable:
    case GoalProblem::closed_unreadable:
        return unreadable_date_words();
    case GoalProblem::agreed_in_future:
    case GoalProblem::closed_in_future:
        return "This date is in the future. Please choose today or an earlier date.";
    case GoalProblem::agreed_before_birth:
        return "This date is before the client's date of birth.";
    case GoalProblem::closed_before_agreed:
        return "A goal cannot be closed before it was agreed.";
    }
    return {};
}

std::string heading()
{
    return "Goals";
}

std::string explanation()
{
    return "In the words agreed with the client. Goals are closed or reworded, never deleted, so that past summaries "
           "stay true.";
}

std::string new_goal_button()
{
    return "&New goal…";
}

std::string open_caption()
{
    return "Being worked on";
}

std::string closed_caption()
{
    return "Closed";
}

std::string no_goals()
{
    return "No goals yet. Add the first one in the client's own words; it can then be rated from 0 to 10 in every "
           "note.";
}

std::string no_open_goals()
{
    return "No goal is open at present.";
}

std::string about(const std::string& family, const model::Goal& goal)
{
    return isolated(family) + "  ·  agreed " + short_date(goal.details.agreed_on);
}

std::string ended(const model::Goal& goal)
{
    if (!goal.closed_on) {
        return {};
    }
    const std::string day = "Closed " + short_date(*goal.closed_on);
    return goal.closing_reason.empty() ? day : day + ": " + isolated(goal.closing_reason);
}

std::string former(const model::Goal& goal)
{
    std::string lines;
    for (const model::FormerWording& words : std::views::reverse(goal.former_wordings)) {
        lines += (lines.empty() ? "Until " : "\nUntil ") + short_date(words.until) + ": " + isolated(words.wording);
    }
    return lines;
}

std::string ratings(model::Rater rater, const model::Reading& reading)
{
    if (reading.count == 0 || !reading.first || !reading.last) {
        return {};
    }
    const model::Scale scale = model::rating_scale();
    const auto number = [&](const model::ScoredOn& rated) { return plain_number(rated.value); };
    const std::string who = rater == model::Rater::therapist ? "Therapist " : "Client ";
    if (reading.count == 1) {
        return who + number(*reading.last) + " on " + short_date(reading.last->on) + ", one rating";
    }
    return who + number(*reading.first) + " \u2192 " + number(*reading.last) + " (" +
           change_words(reading.change, scale) + ", " + std::to_string(reading.count) + " ratings, last " +
           short_date(reading.last->on) + ")";
}

std::string not_rated()
{
    return "Not rated yet";
}

std::string entry_caption()
{
    return "New goal";
}

std::string wording_label()
{
    return "Goal, in the client's words";
}

std::string room_left(std::size_t characters)
{
    const bool is_near = characters + longest_wording / 4 > longest_wording;
    return is_near ? std::to_string(characters) + " of " + std::to_string(longest_wording) + " characters"
                   : std::string{};
}

std::string area_label()
{
    return "Goal area";
}

std::string examples_label()
{
    return "Start from an example";
}

std::string own_words()
{
    return "My own words";
}

std::string agreed_label()
{
    return "Agreed on";
}

std::string add_button()
{
    return "Add goal";
}

std::vector<std::string> anchors(const model::GoalFamily& family)
{
    // Figure spaces, so that the numbers stand below each other.
    return {"\u20070   " + isolated(family.at_zero), "\u20075   " + isolated(family.at_five),
            "10   " + isolated(family.at_ten)};
}

std::string small_steps(const model::GoalFamily& family)
{
    std::string words;
    for (const std::string& step : family.small_steps) {
        words += (words.empty() ? "Small steps to begin with: " : "; ") + isolated(step);
    }
    return words.empty() ? words : words + ".";
}

std::string measures(const std::vector<std::string>& measures)
{
    std::string words;
    for (const std::string& measure : measures) {
        words += (words.empty() ? "Measures that go with it: " : ", ") + isolated(measure);
    }
    return words.empty() ? words : words + ".";
}

std::string reword_button()
{
    return "Change wording…";
}

std::string reword_name(const std::string& wording)
{
    return "Change the wording of the goal: " + isolated(wording);
}

std::string new_wording_label()
{
    return "New wording, in the client's words";
}

std::string reword_explanation(bool keeps_former, bool starts_tomorrow)
{
    if (!keeps_former) {
        return "This goal was worded today, so the new wording simply replaces the old one.";
    }
    return starts_tomorrow
               ? "From tomorrow on the goal has the new wording. Today's signed note and earlier ones keep "
                 "the old one."
               : "From today on the goal has the new wording. Earlier notes and summaries keep the old one.";
}

std::string reword_for_good_button()
{
    return "Save wording";
}

std::string close_goal_button()
{
    return "Close goal…";
}

std::string reopen_button()
{
    return "Reopen";
}

std::string close_goal_name(const std::string& wording)
{
    return "Close the goal: " + isolated(wording);
}

std::string reopen_name(const std::string& wording)
{
    return "Reopen the goal: " + isolated(wording);
}

std::string closed_on_label()
{
    return "Closed on";
}

std::string reason_label()
{
    return "Reason";
}

std::string reason_hint()
{
    return "For example: reached, or no longer important";
}

std::string close_for_good_button()
{
    return "Close goal";
}

std::string words_for(const UnsavedGoals& unsaved)
{
    std::string words;
    const auto say = [&](bool is_so, const char* sentence) {
        if (is_so) {
            words += (words.empty() ? "" : " ") + std::string{sentence};
        }
    };
    say(unsaved.new_goal, "A new goal is typed but not added yet.");
    say(unsaved.new_words, "New wording is typed but not saved yet.");
    say(unsaved.closing_reason, "A reason is typed but its goal is not closed yet.");
    return words;
}

} // namespace app::goal_words
