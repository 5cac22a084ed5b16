#pragma once

#include "model/session_note.h"

#include <optional>
#include <string>
#include <string_view>

namespace model {

/// The whole of a note as one JSON object, so that a draft can be kept in one piece. Bytes that are not UTF-8 are
/// replaced by U+FFFD.
std::string to_json(const NoteContent& content);

/// Reads what `to_json` wrote. Empty when it is anything else.
std::optional<NoteContent> note_content_from_json(std::string_view json);

} // namespace model
