#pragma once

#include "model/fields.h"
#include "model/ids.h"

#include <cstdint>
#include <optional>
#include <string>
#include <tuple>
#include <variant>
#include <vector>

namespace storage {

class Record;

/// Where somebody was when the casebook was locked, and what they had typed that no record holds yet. Kept in the
/// casebook, because it is as confidential as the rest, and only until the casebook is unlocked.
struct LeftOpen {
    /// The words of one field.
    struct Typed {
        int tab = 0;         ///< Of the client, from 0; -1 for a field outside of the tabs.
        std::string field{}; ///< The field's name.
        std::string text{};
        bool is_kept = false; ///< A record holds the words too: a field that is gone is no loss.

        bool operator==(const Typed&) const = default;
    };

    std::optional<model::ClientId> client{};
    int tab = 0; ///< The one in front, 0 to 5.
    std::variant<std::monostate, model::NoteId, model::DraftId> note{};
    bool is_starting_note = false; ///< A note without a word stood open.
    bool is_adding_client = false; ///< The form for a new client stood open.
    bool names_are_hidden = false;
    int focus_tab = -1;     ///< As `Typed::tab`.
    std::string focus{};    ///< The name of the field that had the keyboard; may be empty.
    std::int64_t caret = 0; ///< In that field.
    std::vector<Typed> typed{};

    bool operator==(const LeftOpen&) const = default;
};

} // namespace storage

/// But for the note, which is a column for each of its kinds.
template <>
inline constexpr auto model::fields_of<storage::LeftOpen> =
    std::tuple{field("client_id", &storage::LeftOpen::client),
               field("tab", &storage::LeftOpen::tab),
               field("is_starting_note", &storage::LeftOpen::is_starting_note),
               field("is_adding_client", &storage::LeftOpen::is_adding_client),
               field("names_are_hidden", &storage::LeftOpen::names_are_hidden),
               field("focus_tab", &storage::LeftOpen::focus_tab),
               field("focus", &storage::LeftOpen::focus),
               field("caret", &storage::LeftOpen::caret)};

template <>
inline constexpr auto model::fields_of<storage::LeftOpen::Typed> =
    std::tuple{field("tab", &storage::LeftOpen::Typed::tab), field("field", &storage::LeftOpen::Typed::field),
               field("text", &storage::LeftOpen::Typed::text), field("is_kept", &storage::LeftOpen::Typed::is_kept)};

namespace storage {

/// What was left open, if anything was.
std::optional<LeftOpen> left_open(Record& file);

/// Keeps it in the place of what was kept before; nothing: forgets it.
void keep_left_open(Record& file, const std::optional<LeftOpen>& left);

} // namespace storage
