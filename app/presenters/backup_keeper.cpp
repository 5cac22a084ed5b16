#include "app/presenters/backup_keeper.h"

#include "storage/output_place.h"

#include <utility>

namespace app {

namespace {

constexpr int warn_after_days = 7;

} // namespace

BackupKeeper::BackupKeeper(storage::Casebook& casebook, const Clock& clock, SlowWork slow_work)
    : casebook_{casebook}, clock_{clock}, slow_work_{std::move(slow_work)}, changes_backed_up_{casebook.changes_made()}
{
    look();
    const auto last_change = casebook.last_change_at();
    const auto& last_backup = screen_.standing.last_proved;
    has_older_changes_ = last_change && (!last_backup || *last_change > *last_backup);
}

bool BackupKeeper::is_wanted_on_closing() const
{
    return has_older_changes_ || casebook_.changes_made() != changes_backed_up_;
}

storage::Subscription BackupKeeper::subscribe(std::function<void()> listener)
{
    const auto number = next_listener_++;
    listeners_->emplace(number, std::move(listener));
    return storage::Subscription{[listeners = std::weak_ptr{listeners_}, number] {
        if (const auto all = listeners.lock()) {
            all->erase(number);
        }
    }};
}

void BackupKeeper::back_up()
{
    if (screen_.work != Work::none) {
        return;
    }
    begin(Work::backing_up);
    const auto now = clock_.now();
    const auto changes = casebook_.changes_made();
    std::shared_ptr<storage::UnprovedBackup> copy;
    try {
        copy = std::make_shared<storage::UnprovedBackup>(
            casebook_.copy_for_backup(storage::place_for_backup(casebook_.folder(), now), now));
    } catch (const storage::StorageError& error) {
        return finish(BackupTrouble{.problem = BackupProblem::making, .kind = error.kind});
    }
    work_.run<storage::Backup>(
        slow_work_, BackupProblem::making,
        [copy, folder = casebook_.folder()](const storage::Progress& progress) {
            const auto backup = storage::prove(std::move(*copy), storage::prove_databases, progress);
            storage::remove_old_backups(folder, backup);
            return backup;
        },
        [this, changes](const std::variant<storage::Backup, BackupTrouble>& result) {
            if (const auto* trouble = std::get_if<BackupTrouble>(&result)) {
                return finish(*trouble);
            }
            const auto& made = std::get<storage::Backup>(result);
            changes_backed_up_ = changes;
            has_older_changes_ = false;
            if (!made.is_proved) {
                return finish(BackupTrouble{.problem = BackupProblem::unproved});
            }
            enter(model::ActKind::backed_up);
            screen_.made = made;
            finish(std::nullopt);
        });
}

void BackupKeeper::copy_to(std::size_t backup, const std::filesystem::path& folder)
{
    if (screen_.work != Work::none || backup >= screen_.backups.size()) {
        return;
    }
    begin(Work::copying);
    if (storage::problem_with_output(folder / "of a copy")) {
        return finish(BackupTrouble{.problem = BackupProblem::in_casebook});
    }
    const auto& from = screen_.backups.at(backup).file;
    // Copies of several casebooks may lie side by side.
    const auto to = folder / (casebook_.name() + " " + from.filename().string());
    work_.run<std::filesystem::path>(
        slow_work_, BackupProblem::copying,
        [from, to](const storage::Progress& progress) {
            storage::copy_backup(from, to, progress);
            return to;
        },
        [this, folder](const std::variant<std::filesystem::path, BackupTrouble>& result) {
            if (const auto* trouble = std::get_if<BackupTrouble>(&result)) {
                return finish(*trouble);
            }
            enter(model::ActKind::backup_copied);
            screen_.copied_to = folder.string();
            finish(std::nullopt);
        });
}

void BackupKeeper::look()
{
    screen_.backups = storage::backups_of(casebook_.folder());
    screen_.standing = {};
    if (!screen_.backups.empty()) {
        screen_.standing.last_proved = screen_.backups.front().made_at;
    }
    screen_.standing.is_due = is_older_than(std::chrono::hours{24 * warn_after_days});
    changed();
}

bool BackupKeeper::is_daily_due() const
{
    return screen_.work == Work::none && !casebook_.is_read_only() && is_older_than(std::chrono::hours{24});
}

bool BackupKeeper::is_older_than(std::chrono::hours age) const
{
    const auto& last = screen_.standing.last_proved;
    // One of the future was made while the clock was wrong, and says nothing.
    return !last || *last > clock_.now() || clock_.now() - *last > age;
}

void BackupKeeper::enter(model::ActKind kind)
{
    try {
        casebook_.log_act(kind);
        casebook_.keep_head();
    } catch (const storage::StorageError&) {
        // The backup is there whatever becomes of the line about it.
    }
}

void BackupKeeper::begin(Work work)
{
    screen_.work = work;
    screen_.trouble.reset();
    screen_.made.reset();
    screen_.copied_to.clear();
    changed();
}

void BackupKeeper::finish(const std::optional<BackupTrouble>& trouble)
{
    screen_.work = Work::none;
    screen_.trouble = trouble;
    look();
}

void BackupKeeper::changed()
{
    // A listener may go, and another come, while they are told.
    const auto told = *listeners_;
    for (const auto& [number, listener] : told) {
        if (listeners_->contains(number)) {
            listener();
        }
    }
}

} // namespace app
