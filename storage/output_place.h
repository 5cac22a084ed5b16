#pragma once

#include <filesystem>
#include <optional>
#include <span>

namespace storage {

/// Why nothing that is printed, exported or newly made may be put somewhere.
enum class OutputProblem {
    in_casebook, ///< The place is a casebook's folder, or lies in one.
    on_backup,   ///< A backup is there.
    on_input,    ///< It is a file that is read for it, by whatever name: a password's, for one.
};

/// What keeps `path`, a file or a folder that is to be made, from being written: whatever it is called, and through
/// whatever links it leads. `inputs` are the files that are read for it. Whether anything else is there is the caller's
/// question.
std::optional<OutputProblem> problem_with_output(const std::filesystem::path& path,
                                                 std::span<const std::filesystem::path> inputs = {});

} // namespace storage
