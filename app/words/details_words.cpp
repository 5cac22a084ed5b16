#include "app/words/details_words.h"

#include "app/words/dates.h"
#include "app/words/isolated.h"

#include <algorithm>
#include <ranges>
#include <type_traits>

namespace app {

namespace {

const DetailsLabel& row_of(DetailsField field)
{
    return details_labels.at(static_cast<std::size_t>(field));
}

static_assert(std::ranges::equal(details_fields, std::views::iota(std::size_t{0}, details_fields.size()), {},
                                 [](DetailsField field) { return static_cast<std::size_t>(field); }),
              "the labels of the details stand in the order of their fields");

} // namespace

std::string* text_in(model::ClientDetails& details, DetailsField field)
{
    std::string* found = nullptr;
    const auto look = [&]<class Value>(const model::FieldName& name, Value& value) {
        if constexpr (std::is_same_v<Value, std::string>) {
            found = name.key == row_of(field).key ? &value : found;
        }
    };
    model::visit_fields(look, details);
    return found;
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
    return std::string{row_of(field).label};
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
