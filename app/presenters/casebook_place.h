#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace app {

/// Why a new casebook cannot lie there under this name.
enum class PlaceProblem {
    name_missing,
    name_unusable, ///< It cannot be a folder's.
    folder_missing,
    in_casebook, ///< The folder is a casebook, or lies in one.
};

/// What is wrong with a name, without blanks around it, and the folder that the casebook shall lie in.
std::optional<PlaceProblem> problem_with_place(const std::string& name, const std::filesystem::path& in_folder);

} // namespace app
