#pragma once

#include <filesystem>
#include <optional>

namespace storage {

/// Why nothing that is printed, exported or newly made may be put somewhere.
enum class OutputProblem {
    in_casebook, ///< The place is a casebook's folder, or lies in one.
    on_backup,   ///< A backup is there.
};

/// What keeps `path`, a file or a folder that is to be made, from being written: whatever it is called, and through
/// whatever links it leads. Whether anything else is there is the caller's question.
std::optional<OutputProblem> problem_with_output(const std::filesystem::path& path);

} // namespace storage
