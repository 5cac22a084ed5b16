#pragma once

#include "app/presenters/watched_work.h"
#include "app/presenters/workplace.h"
#include "storage/backups.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace app {

/// The backups of an open casebook, without a window: what there is, and what is being made.
class BackupKeeper {
public:
    enum class Work { none, backing_up, copying };

    struct Screen {
        std::vector<storage::Backup> backups{}; ///< Proved ones, newest first.
        BackupStanding standing{};
        Work work = Work::none;
        std::optional<BackupTrouble> trouble{}; ///< Of the last work.
        std::optional<storage::Backup> made{};  ///< By the last work, and proved.
        std::string copied_to{};                ///< The folder that the last work copied to.
        bool operator==(const Screen&) const = default;
    };

    /// The casebook must be on disk, and outlive this.
    BackupKeeper(storage::Casebook& casebook, const Clock& clock, SlowWork slow_work);

    const Screen& screen() const { return screen_; }
    double done() const { return work_.done(); } ///< Of the work, from 0 to 1.
    const std::filesystem::path& casebook() const { return casebook_.folder(); }
    const Clock& clock() const { return clock_; }

    /// Called whenever the screen has changed, until the subscription goes.
    [[nodiscard]] storage::Subscription subscribe(std::function<void()> listener);

    void back_up(); ///< Does nothing while there is work.
    void stop() { work_.stop(); }
    void copy_to(std::size_t backup, const std::filesystem::path& folder);

    /// Looks again at what there is, and what time it is.
    void look();

    /// Whether closing should make a backup: something was kept since the last one.
    bool is_wanted_on_closing() const;

    /// Whether the one of the day should be made: the last one is older than a day, or there is none.
    bool is_daily_due() const;

private:
    bool is_older_than(std::chrono::hours age) const; ///< The last proved one; also when there is none.
    void enter(model::ActKind kind);
    void changed();
    void begin(Work work);
    void finish(const std::optional<BackupTrouble>& trouble);

    storage::Casebook& casebook_;
    const Clock& clock_;
    SlowWork slow_work_;
    Screen screen_;
    std::uint64_t changes_backed_up_;
    bool has_older_changes_ = false; ///< An earlier sitting kept something after the last backup.
    std::shared_ptr<std::map<std::uint64_t, std::function<void()>>> listeners_ =
        std::make_shared<std::map<std::uint64_t, std::function<void()>>>();
    std::uint64_t next_listener_ = 0;
    WatchedWork work_; ///< Last: nothing is heard of it any more while the rest goes away.
};

} // namespace app
