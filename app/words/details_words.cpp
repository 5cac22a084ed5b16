#include "app/words/details_words.h"

#include "app/words/dates.h"
#include "app/words/isolated.h"

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
    case DetailsTrouble::born_too_late:
        return words_for_late_birth("another entry");
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
    case DetailsTrouble::born_too_late:
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

std::string words_for_late_birth(const std::string& entry)
{
    return "The record has " + entry +
           ", which is before this date. Please check the year; if the other date is wrong, correct it first. Until "
           "then this one is not saved.";
}

std::string words_for(const model::DatedEntry& entry, const std::string& measure)
{
    const std::string day = short_date(entry.on);
    switch (entry.kind) {
    case model::DatedEntry::Kind::form:
        return isolated(measure) + " of " + day;
    case model::DatedEntry::Kind::session:
        return "a session of " + day;
    case model::DatedEntry::Kind::admission:
        return "an admission of " + day;
    }
    return {};
}

std::string keep_code_button()
{
    return "It is right: save it";
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

} // namespace details_words

} // namespace app
