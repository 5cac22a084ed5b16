#include "tests/support/full_disk_acts.h"

#include "storage/backups.h"
#include "storage/file_stream.h"
#include "storage/restoring.h"
#include "tests/support/front_door_acts.h"
#include "tests/support/storage_trouble.h"

#include <algorithm>
#include <iterator>
#include <memory>
#include <utility>

namespace tests::full_disk {

namespace {

using namespace date::literals;
using storage::Casebook;
namespace fs = std::filesystem;
namespace vault = storage::vault;

const model::Moment last_proved = date::sys_days{2024_y / 3 / 10} + std::chrono::hours{18};
const model::Moment now = last_proved + std::chrono::hours{24};

storage::UnprovedBackup copy_of(const QuickCasebook& place, Casebook& casebook, model::Moment when)
{
    return casebook.copy_for_backup(storage::place_for_backup(place.folder(), when), when);
}

Act::Step change_password(const QuickCasebook& place, Casebook& /*held open, so that nobody else changes the keys*/)
{
    return [&place] {
        auto keys = vault::unlock(place.folder(), old_password);
        vault::change_password(place.folder(), keys, new_password, vault::KeyCost::smallest());
    };
}

Act::Step back_up(const QuickCasebook& place, Casebook& casebook)
{
    return [&] {
        const auto made = storage::prove(copy_of(place, casebook, now), storage::prove_databases, {});
        storage::remove_old_backups(place.folder(), made);
    };
}

Act::Step prove_a_backup(const QuickCasebook& place, Casebook& casebook)
{
    // Where a file may only grow so far, the copy would fail first, and its proof would never be tried.
    auto copy = std::make_shared<storage::UnprovedBackup>(copy_of(place, casebook, now));
    return [copy] { storage::prove(std::move(*copy), storage::prove_databases, {}); };
}

Act::Step copy_a_backup(const QuickCasebook& place, Casebook& /*open meanwhile*/)
{
    const fs::path stick = place.folder().parent_path() / "stick";
    fs::create_directory(stick);
    const fs::path to = stick / ("Practice " + storage::backup_name(last_proved));
    return [&place, to] { storage::copy_backup(first_backup(place), to, {}); };
}

Act::Step restore_a_backup(const QuickCasebook& place, Casebook& /*open meanwhile*/)
{
    return [&place] {
        const auto unlocking = [](const fs::path& folder) { return vault::unlock(folder, old_password); };
        storage::restore_to(first_backup(place), restored_place(place), unlocking, storage::prove_databases, no_time,
                            {});
    };
}

Act::Step back_up_without_proof(const QuickCasebook& place, Casebook& /*open meanwhile*/)
{
    return [&place] {
        const std::string bytes = bytes_of(first_backup(place));
        storage::FileStream::to_write(storage::place_for_backup(place.folder(), now))
            .write({reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()});
    };
}

Act of_front_door(const front_door::Act& act)
{
    return {act.name,
            [run = act.run](const QuickCasebook&, Casebook& casebook) { return [&casebook, run] { run(casebook); }; }};
}

} // namespace

void begin(const QuickCasebook& place, storage::Casebook& casebook)
{
    front_door::begin(casebook);
    storage::prove(copy_of(place, casebook, last_proved), storage::prove_databases, {});
}

fs::path first_backup(const QuickCasebook& place)
{
    return storage::backups_folder(place.folder()) / storage::backup_name(last_proved);
}

fs::path restored_place(const QuickCasebook& place)
{
    return place.folder().parent_path() / "Restored.casebook";
}

std::vector<Act> acts(bool all_of_front_door)
{
    std::vector<Act> acts;
    for (const auto& act : all_of_front_door ? front_door::all_acts() : front_door::acts_that_write_most()) {
        acts.push_back(of_front_door(act));
    }
    if (!all_of_front_door) {
        std::ranges::transform(front_door::acts_on_keys(), std::back_inserter(acts), of_front_door);
    }
    acts.push_back({"ChangingThePassword", change_password, true});
    acts.push_back(backing_up());
    acts.push_back({"ProvingABackup", prove_a_backup});
    acts.push_back({"CopyingABackup", copy_a_backup});
    acts.push_back(restoring());
    return acts;
}

Act backing_up()
{
    return {"BackingUp", back_up};
}

Act restoring()
{
    return {"RestoringABackup", restore_a_backup};
}

Act act_by_halves()
{
    return of_front_door(front_door::act_by_halves());
}

Act backing_up_without_proof()
{
    return {"BackingUpWithoutProof", back_up_without_proof};
}

} // namespace tests::full_disk
