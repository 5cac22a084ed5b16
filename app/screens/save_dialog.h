#pragma once

#include <wx/window.h>

#include <optional>
#include <string>

namespace app {

/// What a dialog asks that is about saving a file.
struct SaveQuestion {
    std::string title{};  ///< Empty: the desktop's own.
    std::string folder{}; ///< Where it begins; empty: where the last one ended.
    std::string name{};   ///< What the file is called unless another name is typed.
    std::string ending{}; ///< "pdf": the kind of file.
};

/// Asks where to save a file. A name without an ending gets one, and the dialog asks before a file is replaced. Empty
/// when the person changed their mind, or chose a casebook's folder or a backup, which is then announced in `parent`.
std::optional<std::string> ask_where_to_save(wxWindow& parent, const SaveQuestion& question);

} // namespace app
