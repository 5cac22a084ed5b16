#pragma once

#include <span>
#include <string_view>

namespace model {

/// A text file that was built into the program.
struct EmbeddedFile {
    std::string_view name; ///< File name without its folder.
    std::string_view text; ///< UTF-8.
};

} // namespace model
