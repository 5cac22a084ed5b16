#pragma once

#include "app/presenters/record_facts.h"
#include "app/presenters/watched_work.h"

#include <functional>
#include <map>
#include <vector>

namespace app {

/// A damaged record as it stands in a backup, in words.
struct EarlierVersion {
    std::string caption{}; ///< Which backup it is from, or why there is nothing to show; empty: nothing to say.
    std::vector<RecordFact> facts{};

    bool operator==(const EarlierVersion&) const = default;
};

/// Looks into the casebook's backups for records that are damaged now, without a window and away from it.
class EarlierVersions {
public:
    explicit EarlierVersions(const Workplace& place) : place_{place} {}

    std::function<void()> on_change = [] {};

    /// Looks for these rows, and forgets what was found before.
    void look_for(const std::vector<storage::RowName>& rows);

    /// What there is to say about one of the rows that were looked for.
    EarlierVersion of(const storage::RowName& row) const;

private:
    enum class State { waiting, looking, done, failed };

    Workplace place_;
    State state_ = State::waiting;
    std::map<storage::RowName, storage::EarlierRecord> found_{};
    WatchedWork work_; ///< Last: nothing is heard of it any more while the rest goes away.
};

} // namespace app
