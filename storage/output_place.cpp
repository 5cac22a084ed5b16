#include "storage/output_place.h"

#include "storage/backup_file.h"
#include "storage/casebook_folder.h"
#include "storage/storage_error.h"

#include <algorithm>
#include <system_error>

namespace storage {

namespace fs = std::filesystem;

namespace {

/// A casebook that lost its keys and its record is still known by its name.
bool is_casebook(const fs::path& folder)
{
    std::error_code ignored;
    return fs::is_directory(folder, ignored) && (folder.extension() == ".casebook" || !problem_with_folder(folder));
}

bool is_in_casebook(fs::path place)
{
    for (; place.has_relative_path(); place = place.parent_path()) {
        if (is_casebook(place)) {
            return true;
        }
    }
    return false;
}

/// Also one that is damaged or was written by a newer program.
bool is_backup(const fs::path& file)
{
    std::error_code ignored;
    if (!fs::is_regular_file(file, ignored)) {
        return false;
    }
    if (file.extension() == ".mendline-backup") {
        return true;
    }
    try {
        read_backup_head(file);
        return true;
    } catch (const StorageError& error) {
        return error.kind == StorageErrorKind::damaged || error.kind == StorageErrorKind::too_new;
    }
}

/// One file on the disk, whatever it is called: a link of either kind is the file itself. A terminal may be both read
/// from and written to.
bool is_one_file(const fs::path& one, const fs::path& other)
{
    std::error_code missing;
    return fs::is_regular_file(one, missing) && fs::equivalent(one, other, missing);
}

} // namespace

std::optional<OutputProblem> problem_with_output(const fs::path& path, std::span<const fs::path> inputs)
{
    std::error_code unknown;
    if (std::ranges::any_of(inputs, [&](const fs::path& input) { return is_one_file(path, input); })) {
        return OutputProblem::on_input;
    }
    const fs::path as_given = fs::absolute(path, unknown).lexically_normal();
    const fs::path as_it_leads = fs::weakly_canonical(as_given, unknown);
    for (const fs::path& place : {as_given, as_it_leads}) {
        if (is_in_casebook(place)) {
            return OutputProblem::in_casebook;
        }
        if (is_backup(place)) {
            return OutputProblem::on_backup;
        }
    }
    return std::nullopt;
}

} // namespace storage
