#include "app/presenters/earlier_versions.h"

#include "app/words/dates.h"
#include "app/words/earlier_words.h"

#include <algorithm>
#include <memory>

namespace app {

void EarlierVersions::look_for(const std::vector<storage::RowName>& rows)
{
    using Found = std::map<storage::RowName, storage::EarlierRecord>;
    work_.stop();
    found_.clear();
    std::vector<storage::RowName> wanted;
    std::ranges::copy_if(rows, std::back_inserter(wanted),
                         [](const storage::RowName& row) { return storage::is_of_a_record(row.table); });
    if (wanted.empty()) {
        state_ = State::done;
        return on_change();
    }
    state_ = State::looking;
    on_change();
    const auto keys = std::make_shared<storage::vault::CasebookKeys>(place_.casebook.vault().keys);
    work_.run<Found>(
        place_.slow_work, BackupProblem::restoring,
        [folder = place_.casebook.folder(), keys, wanted](const storage::Progress& progress) {
            return storage::earlier_records(folder, *keys, wanted, progress);
        },
        [this](const std::variant<Found, BackupTrouble>& result) {
            const auto* found = std::get_if<Found>(&result);
            state_ = found != nullptr ? State::done : State::failed;
            found_ = found != nullptr ? *found : Found{};
            on_change();
        });
}

EarlierVersion EarlierVersions::of(const storage::RowName& row) const
{
    if (state_ == State::waiting || !storage::is_of_a_record(row.table)) {
        return {};
    }
    if (state_ == State::looking) {
        return {.caption = earlier_words::looking()};
    }
    if (state_ == State::failed) {
        return {.caption = earlier_words::could_not_look()};
    }
    const auto found = found_.find(row);
    if (found == found_.end()) {
        return {.caption = earlier_words::in_no_backup()};
    }
    return {.caption = earlier_words::found(date_and_time(found->second.backup_made_at, place_.clock.face())),
            .facts = facts_of(found->second.record, place_)};
}

} // namespace app
