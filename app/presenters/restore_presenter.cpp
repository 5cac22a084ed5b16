#include "app/presenters/restore_presenter.h"

#include "app/presenters/casebook_place.h"
#include "app/presenters/vault_work.h"
#include "model/text.h"
#include "storage/backup_file.h"
#include "storage/casebook_folder.h"

#include <algorithm>
#include <system_error>
#include <utility>

namespace app {

namespace fs = std::filesystem;

namespace {

/// `Practice` of `Practice 2026-11-20T18-04-05Z.mendline-backup`, as copies are called.
std::string name_in(const fs::path& backup)
{
    const std::string name = backup.filename().string();
    const auto end = name.rfind(' ');
    const bool is_copy = end != std::string::npos && end > 0 && storage::moment_of_backup(name.substr(end + 1));
    return is_copy ? name.substr(0, end) : backups::default_name();
}

BackupProblem backup_problem(PlaceProblem problem)
{
    switch (problem) {
    case PlaceProblem::name_missing:
        return BackupProblem::name_missing;
    case PlaceProblem::name_unusable:
        return BackupProblem::name_unusable;
    case PlaceProblem::in_casebook:
        return BackupProblem::in_casebook;
    case PlaceProblem::folder_missing:
        break;
    }
    return BackupProblem::folder_missing;
}

/// What is wrong with a recovery code, in what looks like one and is none.
std::optional<StartTrouble> slip_in(const std::string& secret)
{
    constexpr std::size_t half_a_code = 20;
    const auto groups = std::ranges::count_if(secret, [](char letter) { return letter == '-' || letter == ' '; });
    const auto read = storage::vault::parse_recovery_code(secret);
    const auto* typo = std::get_if<storage::vault::RecoveryTypo>(&read);
    const bool looks_like_one = groups >= 3 && secret.size() >= half_a_code;
    return typo != nullptr && looks_like_one ? std::optional{trouble_with(*typo)} : std::nullopt;
}

/// A code of a recovery sheet is one by its check letters; whatever else is typed is a password.
storage::Unlocking unlocking_with(const std::string& secret)
{
    const auto read = storage::vault::parse_recovery_code(secret);
    if (const auto* code = std::get_if<storage::vault::RecoveryCode>(&read)) {
        return [code = *code](const fs::path& folder) { return storage::vault::unlock_with_recovery(folder, code); };
    }
    return [secret](const fs::path& folder) { return storage::vault::unlock(folder, secret); };
}

} // namespace

OpenCasebook what_is_open(const storage::Casebook& casebook)
{
    OpenCasebook open{.folder = casebook.folder()};
    try {
        open.erased = casebook.erased_with_merged();
    } catch (const storage::StorageError&) {
        open.erased.reset(); // A casebook that cannot be read any more is why somebody restores.
    }
    return open;
}

RestorePresenter::RestorePresenter(fs::path backup, const std::optional<OpenCasebook>& open, const fs::path& documents,
                                   storage::Now now, SlowWork slow_work)
    : backup_{std::move(backup)}, now_{std::move(now)}, slow_work_{std::move(slow_work)}
{
    if (open && storage::may_belong_to(backup_, open->folder)) {
        casebook_ = open->folder;
        if (open->erased) {
            known_ = *open->erased; // It must not be opened a second time.
        }
    } else if (const auto around = storage::casebook_of_backup(backup_);
               around && storage::may_belong_to(backup_, *around)) {
        casebook_ = around;
        known_ = *around;
    }
    try {
        screen_.made_at = storage::read_backup_head(backup_).made_at;
    } catch (const storage::StorageError& error) {
        screen_.trouble = BackupTrouble{.problem = BackupProblem::restoring, .kind = error.kind};
    }
    propose(documents);
}

void RestorePresenter::propose(const fs::path& documents)
{
    if (!casebook_) {
        screen_.name = name_in(backup_);
        screen_.in_folder = documents.string();
        return;
    }
    screen_.casebook = storage::casebook_name(*casebook_);
    const model::Date day{date::floor<date::days>(screen_.made_at.value_or(model::Moment{}))};
    screen_.in_folder = casebook_->parent_path().string();
    std::error_code ignored;
    int number = 0;
    do {
        screen_.name = backups::restored_name(screen_.casebook, day, ++number);
    } while (fs::exists(casebook_->parent_path() / (screen_.name + ".casebook"), ignored));
}

void RestorePresenter::restore(const std::string& secret, const std::string& typed_name, const fs::path& in_folder)
{
    if (screen_.is_busy || screen_.restored) {
        return;
    }
    const std::string name = model::trimmed(typed_name);
    if (const auto problem = problem_with_place(name, in_folder)) {
        return say(BackupTrouble{.problem = backup_problem(*problem)});
    }
    if (secret.empty()) {
        return say(BackupTrouble{.problem = BackupProblem::code_unreadable});
    }
    screen_.is_busy = true;
    say(std::nullopt);
    work_.run<storage::Restored>(
        slow_work_, BackupProblem::restoring,
        [backup = backup_, folder = in_folder / (name + ".casebook"), unlocking = unlocking_with(secret), now = now_,
         known = known_](const storage::Progress& progress) {
            return storage::restore_to(backup, folder, unlocking, storage::prove_databases, now, progress, known);
        },
        [this, slip = slip_in(secret)](const std::variant<storage::Restored, BackupTrouble>& result) {
            screen_.is_busy = false;
            if (const auto* failure = std::get_if<BackupTrouble>(&result)) {
                BackupTrouble trouble = *failure;
                if (trouble.kind == storage::StorageErrorKind::wrong_password) {
                    trouble.slip = slip;
                }
                return say(trouble);
            }
            screen_.restored = std::get<storage::Restored>(result);
            say(std::nullopt);
        });
}

void RestorePresenter::say(const std::optional<BackupTrouble>& trouble)
{
    screen_.trouble = trouble;
    on_change();
}

PutInPlace put_in_place(const fs::path& restored, const fs::path& casebook, model::Date today)
{
    try {
        const auto old = storage::swap_in(restored, casebook, today);
        const std::string name = storage::casebook_name(casebook);
        return {.words =
                    old ? backups::swapped(name, storage::casebook_name(*old)) : backups::is_beside(casebook.string()),
                .casebook = casebook};
    } catch (const storage::StorageError& error) {
        return {.words = words_for(BackupTrouble{.problem = BackupProblem::swapping, .kind = error.kind}),
                .casebook = casebook};
    }
}

} // namespace app
