#pragma once

#include "app/presenters/watched_work.h"
#include "storage/restoring.h"

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace app {

/// The casebook that is open while a backup is restored.
struct OpenCasebook {
    std::filesystem::path folder{};
    std::optional<std::vector<model::Erasure>> erased{}; ///< Empty where it cannot be read.
};
OpenCasebook what_is_open(const storage::Casebook& casebook);

/// A casebook out of a backup, without a window: asked for, made beside what is there, and offered for its place.
class RestorePresenter {
public:
    struct Screen {
        std::optional<model::Moment> made_at{}; ///< Of the backup, where it can be read.
        std::string casebook{};                 ///< The name of the one whose place it may take; empty for none.
        std::string name{};                     ///< Proposed for the restored one.
        std::string in_folder{};                ///< Proposed.
        bool is_busy = false;
        std::optional<BackupTrouble> trouble{};
        std::optional<storage::Restored> restored{}; ///< It is there.
        bool operator==(const Screen&) const = default;
    };

    /// `open` is there if a casebook is. The restored one may take the place of that, or of the casebook
    /// among whose backups the backup lies, if it is a backup of that; else `documents` is proposed as its place.
    RestorePresenter(std::filesystem::path backup, const std::optional<OpenCasebook>& open,
                     const std::filesystem::path& documents, storage::Now now, SlowWork slow_work);

    const Screen& screen() const { return screen_; }
    std::function<void()> on_change = [] {};
    double done() const { return work_.done(); }
    const std::optional<std::filesystem::path>& casebook() const { return casebook_; }

    /// `secret` is the password or the recovery code.
    void restore(const std::string& secret, const std::string& name, const std::filesystem::path& in_folder);
    void stop() { work_.stop(); }
    bool may_leave() const { return !screen_.is_busy; }

private:
    void say(const std::optional<BackupTrouble>& trouble);
    void propose(const std::filesystem::path& documents);

    std::filesystem::path backup_;
    std::optional<std::filesystem::path> casebook_;
    storage::KnownErasures known_{}; ///< Which tells what was erased since the backup was made.
    storage::Now now_;               ///< Also asked on a worker.
    SlowWork slow_work_;
    Screen screen_;
    WatchedWork work_;
};

/// Puts a restored casebook in the place of one that is closed. Gives the words to be said about it, also for a
/// failure, and the casebook to go on with.
struct PutInPlace {
    std::string words{};
    std::filesystem::path casebook{};
};
PutInPlace put_in_place(const std::filesystem::path& restored, const std::filesystem::path& casebook,
                        model::Date today);

} // namespace app
