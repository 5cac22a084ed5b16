#include "app/words/definition_words.h"

#include "app/words/isolated.h"
#include "model/text.h"

namespace app {

namespace {

/// What stands in the file, between quotation marks: short, on one line, and text in any case.
std::string quoted(std::string_view subject)
{
    constexpr std::size_t longest = 60;
    if (!model::is_utf8(subject)) {
        return "\"…\"";
    }
    const auto beginning = model::first_characters(subject, longest);
    return "\"" + isolated(model::without_controls(beginning)) + (beginning.size() < subject.size() ? "…\"" : "\"");
}

std::string reason(const model::DefinitionError& error)
{
    using enum model::DefinitionFault;
    const std::string subject = quoted(error.subject);
    switch (error.reason) {
    case not_json:
        return "this is not JSON in UTF-8" + (model::is_utf8(error.subject) ? " (at " + subject + ")." : ".");
    case nested_too_deeply:
        return "there are more brackets within brackets than a definition needs.";
    case unknown_key:
        return "there is no key " + subject +
               " here; a definition holds scoring rules only, never the wording of items.";
    case duplicate_key:
        return "the key " + subject + " appears twice.";
    case missing_key:
        return "the key " + subject + " is missing.";
    case wrong_type:
        return "the value of " + subject + " is of the wrong kind, such as text in place of a number.";
    case unknown_word:
        return subject + " is not one of the words allowed here.";
    case empty_value:
        return subject + " is empty.";
    case too_long:
        return subject + " is longer than a definition needs.";
    case bad_text:
        return subject + " holds a control character.";
    case bad_code:
        return "the code " + subject + " may hold only lower-case letters, digits, - and _.";
    case bad_number:
        return "the number of " + subject + " makes no sense here.";
    case range_upside_down:
        return "the lowest value of " + subject + " does not lie below the highest.";
    case range_does_not_fit_items:
        return "the range of " + subject + " is not the one its items can reach.";
    case duplicate_item:
        return "the item " + subject + " appears twice.";
    case unknown_item:
        return "the measure has no item " + subject + ".";
    case item_not_in_scale:
        return "the item " + subject + " does not belong to the scale.";
    case too_many_missing:
        return "every item of " + subject + " could be missing.";
    case duplicate_scale:
        return "two scales have the code " + subject + ".";
    case unknown_scale:
        return "there is no scale " + subject + " that could be used here.";
    case part_not_in_scale:
        return subject + " is reversed, but is not a part of the scale.";
    case band_out_of_order:
        return "the band " + subject + " does not start above the one before it.";
    case outside_range:
        return subject + " lies outside the range of its scale.";
    case second_cut_off:
        return "the scale has more than one cut-off; " + subject + " is the second.";
    }
    return {};
}

} // namespace

std::string words_for(const model::DefinitionError& error)
{
    return "Line " + std::to_string(error.line) + ": " + reason(error) + " Nothing was added.";
}

std::string words_for(const DefinitionOutcome& outcome)
{
    if (const auto* added = std::get_if<MeasureAdded>(&outcome)) {
        return isolated(added->name) + " is added.";
    }
    if (const auto* replaced = std::get_if<MeasureReplaced>(&outcome)) {
        return isolated(replaced->name) + " now has version " + std::to_string(replaced->revision) +
               " of its definition. The version of before is kept.";
    }
    if (const auto* in_use = std::get_if<MeasureInUse>(&outcome)) {
        return isolated(in_use->name) +
               " has been filled in, so its definition stays as it is. Please give the new definition "
               "another code, and retire this one. Nothing was added.";
    }
    if (const auto* taken = std::get_if<MeasureCodeTaken>(&outcome)) {
        return "A measure with the code " + isolated(taken->code) + " already exists. Nothing was added.";
    }
    if (std::holds_alternative<DefinitionUnreadable>(outcome)) {
        return "This file cannot be read. Nothing was added.";
    }
    const auto* error = std::get_if<model::DefinitionError>(&outcome);
    return error != nullptr ? words_for(*error) : std::string{};
}

} // namespace app
