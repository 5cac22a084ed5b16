#include "app/cli/command_line.h"
#include "app/cli/commands.h"
#include "app/words/backup_words.h"
#include "app/words/cli_words.h"
#include "app/words/client_record_words.h"
#include "app/words/errors.h"
#include "storage/backups.h"
#include "storage/casebook_folder.h"
#include "storage/restoring.h"

#include <csignal>
#include <iostream>
#include <unistd.h>
#include <utility>
#include <variant>

namespace app::cli {

namespace {

volatile std::sig_atomic_t was_interrupted = 0;

/// Tells how far the work is where somebody looks on, and stops it on Ctrl+C, so that nothing half done is left.
class Watching {
public:
    explicit Watching(bool is_restoring) : is_restoring_{is_restoring}
    {
        for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
            std::signal(signal, [](int) { was_interrupted = 1; });
        }
    }
    Watching(const Watching&) = delete;
    Watching& operator=(const Watching&) = delete;
    ~Watching()
    {
        if (shown_percent_ >= 0) {
            std::cerr << '\n';
        }
    }

    storage::Progress progress()
    {
        return {.tell = [this](double part) { tell(part); }, .stop = stop_.get_token()};
    }

private:
    void tell(double part)
    {
        if (was_interrupted != 0) {
            stop_.request_stop();
        }
        const int percent = static_cast<int>(part * 100);
        if (is_watched_ && percent != std::exchange(shown_percent_, percent)) {
            std::cerr << '\r' << backups::progress_line(is_restoring_, percent) << std::flush;
        }
    }

    bool is_restoring_;
    bool is_watched_ = isatty(STDERR_FILENO) != 0;
    int shown_percent_ = -1;
    std::stop_source stop_{};
};

/// Runs the work; what goes wrong is said in words about backups.
template <class Work>
auto watched(BackupProblem problem, const Work& work)
{
    try {
        Watching watching{problem == BackupProblem::restoring};
        return work(watching.progress());
    } catch (const storage::StorageError& error) {
        throw Refusal{words_for(BackupTrouble{.problem = problem, .kind = error.kind})};
    } catch (const storage::Stopped&) {
        throw Refusal{words_for(BackupTrouble{.problem = BackupProblem::stopped})};
    }
}

storage::Unlocking unlocking_from(const Common& common, const RestoreOptions& options)
{
    if (!options.recovery_code_file) {
        return [password = password_from(common.password_file)](const std::filesystem::path& folder) {
            return storage::vault::unlock(folder, password);
        };
    }
    const auto read = storage::vault::parse_recovery_code(password_from(options.recovery_code_file));
    const auto* code = std::get_if<storage::vault::RecoveryCode>(&read);
    if (code == nullptr) {
        throw Refusal{backups::code_unreadable_line()};
    }
    return [code = *code](const std::filesystem::path& folder) {
        return storage::vault::unlock_with_recovery(folder, code);
    };
}

/// The casebook that says what was erased since the backup was made.
storage::KnownErasures known_erasures(const RestoreOptions& options)
{
    if (options.instead_of) {
        if (!std::filesystem::exists(*options.instead_of)) {
            throw Refusal{words::no_casebook(options.instead_of->string())};
        }
        return *options.instead_of;
    }
    const auto around = storage::casebook_of_backup(std::filesystem::absolute(options.file));
    return around ? storage::KnownErasures{*around} : storage::KnownErasures{};
}

} // namespace

void make_backup(const Common& common, const BackupOptions& options)
{
    require_free(options.to);
    storage::Casebook casebook = open_casebook(common);
    const auto backup = watched(BackupProblem::making, [&](const storage::Progress& progress) {
        return storage::prove(casebook.copy_for_backup(options.to, now()), storage::prove_databases, progress);
    });
    if (!backup.is_proved) {
        throw Refusal{words_for(BackupTrouble{.problem = BackupProblem::unproved}) + ' ' +
                      backups::unproved_line(backup.file.string())};
    }
    casebook.log_act(model::ActKind::backed_up);
    std::cout << backups::written(options.to.string(), casebook.name(), backup.size) << '\n';
}

void restore_backup(const Common& common, const RestoreOptions& options)
{
    require_free(options.to);
    if (!std::filesystem::exists(options.file)) {
        throw Refusal{words::cannot_read(options.file.string())};
    }
    if (!std::filesystem::is_directory(std::filesystem::absolute(options.to).parent_path())) {
        throw Refusal{words_for(BackupTrouble{.problem = BackupProblem::folder_missing})};
    }
    const auto unlocking = unlocking_from(common, options);
    const storage::KnownErasures known = known_erasures(options);
    const auto restored = watched(BackupProblem::restoring, [&](const storage::Progress& progress) {
        return storage::restore_to(options.file, options.to, unlocking, storage::prove_databases, now, progress, known);
    });
    std::cout << backups::restored_line(options.to.string(), restored.made_at, restored.clients, restored.notes)
              << '\n';
    if (!restored.is_sound) {
        std::cout << backups::restored_unsound() << '\n';
    }
    const auto back = client_record_words::erased_since(restored.erased_since, restored.is_erased_since_known, "UTC");
    if (!back.empty()) {
        std::cout << back << '\n';
    }
}

} // namespace app::cli
