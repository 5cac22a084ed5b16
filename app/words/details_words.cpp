#include "app/words/details_words.h"

#include "app/words/dates.h"
#include "app/words/isolated.h"
#include "app/words/level_words.h"

namespace app {

std::string* text_in(model::ClientDetails& details, DetailsField field)
{
    switch (field) {
    case DetailsField::name:
        return &details.name;
    case DetailsField::preferred_name:
        return &details.preferred_name;
    case DetailsField::pronouns:
        return &details.pronouns;
    case DetailsField::code:
        return &details.code;
    case DetailsField::born_on:
        return nullptr;
    case DetailsField::contact:
        return &details.contact;
    case DetailsField::emergency_contact:
        return &details.emergency_contact;
    case DetailsField::guardian:
        return &details.guardian;
    case DetailsField::referrer:
        return &details.referrer;
    case DetailsField::reason_for_care:
        return &details.reason_for_care;
    case DetailsField::diagnosis:
        return &details.diagnosis;
    case DetailsField::consents:
        return &details.consents;
    case DetailsField::safety_plan:
        return &details.safety_plan;
    }
    return nullptr;
}

std::string text_of(const model::ClientDetails& details, DetailsField field)
{
    if (field == DetailsField::born_on) {
        return details.born_on ? short_date(*details.born_on) : std::string{};
    }
    model::ClientDetails copy = details;
    return *text_in(copy, field);
}

DetailsTrouble trouble_with(model::DetailsProblem problem)
{
    switch (problem) {
    case model::DetailsProblem::code_missing:
        return DetailsTrouble::code_missing;
    case model::DetailsProblem::code_too_long:
        return DetailsTrouble::code_too_long;
    case model::DetailsProblem::code_taken:
        return DetailsTrouble::code_taken;
    case model::DetailsProblem::born_in_the_future:
        return DetailsTrouble::born_in_the_future;
    }
    return DetailsTrouble::code_missing;
}

std::string label_of(DetailsField field)
{
    switch (field) {
    case DetailsField::name:
        return "Name";
    case DetailsField::preferred_name:
        return "Preferred name";
    case DetailsField::pronouns:
        return "Pronouns";
    case DetailsField::code:
        return "Code";
    case DetailsField::born_on:
        return "Date of birth";
    case DetailsField::contact:
        return "Contact";
    case DetailsField::emergency_contact:
        return "Emergency contact";
    case DetailsField::guardian:
        return "Guardian";
    case DetailsField::referrer:
        return "Referrer";
    case DetailsField::reason_for_care:
        return "Reason for care";
    case DetailsField::diagnosis:
        return "Diagnosis, if used";
    case DetailsField::consents:
        return "Consents";
    case DetailsField::safety_plan:
        return "Safety plan";
    }
    return {};
}

std::string words_for(DetailsTrouble trouble)
{
    switch (trouble) {
    case DetailsTrouble::code_missing:
        return "A client needs a code. Until there is one, the old code stays.";
    case DetailsTrouble::code_too_long:
        return "A code has at most 20 characters. Until it is shorter, the old code stays.";
    case DetailsTrouble::code_taken:
        return "Another client has this code, or had it before a merge. Until it is another one, the old code stays.";
    case DetailsTrouble::code_similar:
        return words_for_similar_change("another code");
    case DetailsTrouble::date_unreadable:
        return unreadable_date_words();
    case DetailsTrouble::born_in_the_future:
        return "This date is in the future.";
    }
    return {};
}

std::string words_for_adding(DetailsTrouble trouble)
{
    switch (trouble) {
    case DetailsTrouble::code_missing:
        return "A client needs a code. Please give one.";
    case DetailsTrouble::code_too_long:
        return "A code has at most 20 characters. Please shorten it.";
    case DetailsTrouble::code_taken:
        return "Another client has this code, or had it before a merge. Please choose another one.";
    case DetailsTrouble::code_similar:
    case DetailsTrouble::date_unreadable:
    case DetailsTrouble::born_in_the_future:
        break;
    }
    return words_for(trouble);
}

std::string words_for_similar_code(const std::string& other)
{
    return "This code looks like " + isolated(other) +
           ", which another client has. Change it, or add the client again if this is another person.";
}

std::string words_for_similar_change(const std::string& other)
{
    return "This code looks like " + isolated(other) + ", which another client has. It is not saved yet.";
}

std::string keep_code_button()
{
    return "It is right: save it";
}

std::string words_for(model::EpisodeProblem problem)
{
    switch (problem) {
    case model::EpisodeProblem::in_the_future:
        return "This date is in the future.";
    case model::EpisodeProblem::too_early:
        return "This date is before 1950. Please check the year.";
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

std::string person_caption()
{
    return "Person";
}

std::string contacts_caption()
{
    return "Contacts";
}

std::string care_caption()
{
    return "Care";
}

std::string reviewed_notices_caption()
{
    return "Reviewed notices";
}

std::string episodes_caption()
{
    return "Episodes and levels of care";
}

std::string earlier_button(std::size_t versions)
{
    return "Earlier versions (" + std::to_string(versions) + ")";
}

std::string more_earlier_button(std::size_t versions)
{
    return "Show older versions (" + std::to_string(versions) + ")";
}

std::string put_back_button()
{
    return "Put back";
}

std::string put_back_description(const std::string& field, const std::string& heading)
{
    return field + ", " + heading;
}

std::string until_words(const std::string& when, const std::string& by, const std::string& merged_code)
{
    if (!merged_code.empty()) {
        return "Of " + isolated(merged_code) + ", merged on " + when + (by.empty() ? "" : " by " + isolated(by));
    }
    return "Until " + when + (by.empty() ? "" : ", then changed by " + isolated(by));
}

std::string saved_as_you_type()
{
    return "Saved. Changes are saved automatically.";
}

std::string not_saved_yet()
{
    return "Not saved yet.";
}

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
