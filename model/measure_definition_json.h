#pragma once

#include "model/measure.h"

#include <variant>

namespace model {

/// What is wrong with a definition. The sentence for each is in `app/words`.
enum class DefinitionFault {
    not_json,                 ///< Not readable as JSON in UTF-8. Subject: the text at which reading stopped.
    nested_too_deeply,        ///< Brackets within brackets beyond what a definition needs.
    unknown_key,              ///< There is no such key here. There is no key for the wording of items.
    duplicate_key,            ///< The same key twice in one object.
    missing_key,              ///< Subject: the key that must be there.
    wrong_type,               ///< Text where a number belongs, and so on. Subject: the key.
    unknown_word,             ///< A word that is none of the choices. Subject: the word.
    empty_value,              ///< Empty text or an empty list where something must stand. Subject: the key.
    too_long,                 ///< A text or list longer than a definition needs. Subject: the key.
    bad_text,                 ///< A control character in a text. Subject: the key.
    bad_code,                 ///< A code that is not lower-case letters, digits, `-` and `_`. Subject: the code.
    bad_number,               ///< A number outside what makes sense for its key. Subject: the key.
    range_upside_down,        ///< The lowest value does not lie below the highest. Subject: the key.
    range_does_not_fit_items, ///< The range named is not the one that the items can reach. Subject: the scale.
    duplicate_item,           ///< The same item twice in a list. Subject: the item.
    unknown_item,             ///< An item that the measure does not have. Subject: the item.
    item_not_in_scale,        ///< A reversed or never-missing item outside its scale. Subject: the item.
    too_many_missing,         ///< Every item of the scale could be missing. Subject: the scale.
    duplicate_scale,          ///< Two scales with one code. Subject: the code.
    unknown_scale,            ///< A scale that is not defined, or not one that can be a part. Subject: the code.
    part_not_in_scale,        ///< A reversed part that is not a part. Subject: the code.
    band_out_of_order,        ///< A band that does not start above the one before. Subject: the band.
    outside_range,            ///< A band, line or threshold outside the scale's range. Subject: its key or name.
    second_cut_off,           ///< More than one line of kind `cut_off` in a scale. Subject: the line's name.
};

/// Why a definition is refused, and where.
struct DefinitionError {
    int line = 0; ///< Counted from 1.
    DefinitionFault reason = DefinitionFault::not_json;
    std::string subject{}; ///< The key or value concerned.

    bool operator==(const DefinitionError&) const = default;
};

/// Reads a measure's definition; the format is described in `model/library/measures/README.md`.
///
/// Everything is checked: unknown keys, items that do not exist, ranges and bands, so that a definition that is
/// accepted can be scored. The first fault found is reported with its line.
std::variant<MeasureDefinition, DefinitionError> read_definition(std::string_view json);

} // namespace model
