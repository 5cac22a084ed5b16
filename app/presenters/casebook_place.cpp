#include "app/presenters/casebook_place.h"

#include "storage/output_place.h"

#include <string_view>
#include <system_error>

namespace app {

std::optional<PlaceProblem> problem_with_place(const std::string& name, const std::filesystem::path& in_folder)
{
    constexpr std::size_t longest_name = 200; // Bytes; a file's name has room for 255.
    std::error_code ignored;
    if (name.empty()) {
        return PlaceProblem::name_missing;
    }
    if (name.front() == '.' || name.find_first_of(std::string_view{"/\0", 2}) != std::string::npos ||
        name.size() > longest_name) {
        return PlaceProblem::name_unusable;
    }
    if (!std::filesystem::is_directory(in_folder, ignored)) {
        return PlaceProblem::folder_missing;
    }
    if (storage::problem_with_output(in_folder / "of a new casebook")) {
        return PlaceProblem::in_casebook;
    }
    return std::nullopt;
}

} // namespace app
