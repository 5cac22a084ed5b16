// The words of the details that concern episodes and levels of care.

#include "app/words/dates.h"
#include "app/words/details_words.h"
#include "app/words/isolated.h"
#include "app/words/level_words.h"

namespace app {

namespace {

std::string what_it_was(const model::EpisodeCorrection& correction)
{
    const std::string day = short_date(correction.was_on);
    switch (correction.of) {
    case model::EpisodePart::admission:
        return "Admission was " + day;
    case model::EpisodePart::discharge:
        return "Discharge was " + day;
    case model::EpisodePart::level_of_care:
        break;
    }
    return "Level of care was " + level_of_care_words(*correction.level) + " from " + day;
}

} // namespace

std::string words_for(model::EpisodeProblem problem)
{
    switch (problem) {
    case model::EpisodeProblem::in_the_future:
        return "This date is in the future.";
    case model::EpisodeProblem::too_early:
        return "This date is before 1950. Please check the year.";
    case model::EpisodeProblem::before_birth:
        return "This date is before the client's date of birth. Please check the year, or the date of birth.";
    case model::EpisodeProblem::episode_is_open:
        return "The client is already in care. Please enter the discharge first.";
    case model::EpisodeProblem::before_last_discharge:
        return "This date is before the last discharge.";
    case model::EpisodeProblem::discharge_before_admission:
        return "This date is before the admission.";
    case model::EpisodeProblem::discharge_before_session:
        return "There are sessions after this date.";
    case model::EpisodeProblem::discharge_before_draft:
        return "There is an unsigned note of a session after this date. Please sign or discard it first.";
    case model::EpisodeProblem::admission_after_discharge:
        return "This date is after the discharge.";
    case model::EpisodeProblem::admission_after_session:
        return "There are sessions before this date.";
    case model::EpisodeProblem::discharge_after_next_admission:
        return "The client had been admitted again by this date.";
    case model::EpisodeProblem::not_discharged:
        return "This care has no discharge.";
    case model::EpisodeProblem::already_discharged:
        return "The client is not in care on this date.";
    case model::EpisodeProblem::level_before_admission:
        return "This date is before the admission.";
    case model::EpisodeProblem::level_after_discharge:
        return "This date is after the discharge.";
    case model::EpisodeProblem::level_starts_twice:
        return "Another level of care starts on this date.";
    }
    return {};
}

std::string episode_words(const model::EpisodeOfCare& episode)
{
    std::string words = short_date(episode.admitted_on) + " to " +
                        (episode.discharged_on ? short_date(*episode.discharged_on) : std::string{"today"});
    if (!episode.discharge_reason.empty()) {
        words += " · " + isolated(episode.discharge_reason);
    }
    if (episode.is_admission_assumed) {
        words += " · admission assumed from the first imported score";
    }
    return words;
}

std::vector<std::string> correction_lines(const model::EpisodeOfCare& episode, const std::string& zone)
{
    std::vector<std::string> lines;
    for (const model::EpisodeCorrection& correction : episode.corrections) {
        std::string line = what_it_was(correction);
        if (!correction.reason.empty()) {
            line += " (" + isolated(correction.reason) + ")";
        }
        line += "; corrected on " + short_date(model::date_in_zone(correction.at, zone));
        if (!correction.by.empty()) {
            line += " by " + isolated(correction.by);
        }
        lines.push_back(line + ": " + isolated(correction.why));
    }
    return lines;
}

std::vector<std::string> level_lines(const model::EpisodeOfCare& episode)
{
    std::vector<std::string> lines;
    for (const model::LevelOfCareSpan& span : episode.levels) {
        std::string line = "from " + short_date(span.from) + " · " + level_of_care_words(span.level);
        if (span.review_on) {
            line += " · review " + short_date(*span.review_on);
        }
        if (!span.reason.empty()) {
            line += " · " + isolated(span.reason);
        }
        lines.push_back(std::move(line));
    }
    return lines;
}

namespace details_words {

std::string not_admitted_yet()
{
    return "Not admitted yet. Notes can be signed once an episode of care covers their date.";
}

std::string admit_button()
{
    return "Admit…";
}

std::string discharge_button()
{
    return "Discharge…";
}

std::string level_button()
{
    return "Change the level of care…";
}

std::string admit_heading()
{
    return "Admission";
}

std::string discharge_heading()
{
    return "Discharge";
}

std::string correct_button()
{
    return "Correct…";
}

std::string correction_heading()
{
    return "Correction";
}

std::string what_to_correct_label()
{
    return "What was wrong";
}

std::string correct_admission_choice()
{
    return "The day of admission";
}

std::string correct_discharge_choice()
{
    return "The day of discharge";
}

std::string take_back_discharge_choice()
{
    return "The discharge: care continues";
}

std::string right_day_label()
{
    return "The right day";
}

std::string why_label()
{
    return "Why";
}

std::string why_missing()
{
    return "Please say briefly why.";
}

std::string correction_is_kept()
{
    return "What was entered before is kept below the episode.";
}

std::string joins_next_episode()
{
    return "The client was admitted again since. Both episodes become one, from the first admission on.";
}

std::string unsaved_form()
{
    return "A change of care is typed here but not saved yet.";
}

std::string level_heading()
{
    return "Level of care";
}

std::string day_label()
{
    return "On";
}

std::string level_label()
{
    return "Level of care";
}

std::string reason_label()
{
    return "Reason";
}

std::string review_label()
{
    return "Review on, if planned";
}

std::string date_unreadable()
{
    return unreadable_date_words();
}

} // namespace details_words

} // namespace app
