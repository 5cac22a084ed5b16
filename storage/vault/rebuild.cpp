#include "storage/vault/rebuild.h"

#include "storage/durable_file.h"
#include "storage/storage_error.h"
#include "storage/vault/slot_sealing.h"
#include "storage/vault/two_copies.h"

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <limits>
#include <string>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace storage::vault {

namespace {

namespace fs = std::filesystem;

/// A good copy is never written over; of another casebook, or forged, it is not good for this one.
void require_none_good(const TwoCopies& copies, const SecretKey& key)
{
    if (copies.has(KeysProblem::too_new))
        throw StorageError{StorageErrorKind::too_new, "keys: newer format"};
    for (const Copy* copy : {&copies.first, &copies.second})
        if (copy->is_good() && copy->is_sealed_by(key))
            throw StorageError{StorageErrorKind::exists, "keys: one copy is good"};
}

/// One more than the highest generation that either copy claims. A broken claim may be any number: one so high that
/// counting on from it could come to an end is not believed.
std::uint64_t next_generation(const TwoCopies& copies)
{
    constexpr auto highest_believed = std::numeric_limits<std::uint64_t>::max() / 2;
    std::uint64_t highest = 0;
    for (const Copy* copy : {&copies.first, &copies.second}) {
        const auto claimed = copy->bytes ? claimed_generation(*copy->bytes) : std::nullopt;
        if (claimed && *claimed <= highest_believed)
            highest = std::max(highest, *claimed);
    }
    return highest + 1;
}

/// The person whose private notes a file holds by its name; empty for other files.
std::optional<Person> owner_of(const std::string& name)
{
    constexpr std::string_view start = "private-";
    Person person = 0;
    if (name.starts_with(start))
        std::from_chars(name.data() + start.size(), name.data() + name.size(), person);
    return name == private_file_name(person) ? std::optional{person} : std::nullopt;
}

/// A number above everybody's for whom private notes lie in the folder.
Person next_person_in(const fs::path& folder, Person at_least)
{
    Person next = at_least;
    for (const auto& entry : fs::directory_iterator{folder})
        if (const auto owner = owner_of(entry.path().filename().string());
            owner && *owner < std::numeric_limits<Person>::max())
            next = std::max(next, *owner + 1);
    return next;
}

/// Keeps a broken file under a name that nothing has yet.
void set_aside(const fs::path& file)
{
    struct ::stat status {};
    if (::lstat(file.c_str(), &status) != 0 && errno == ENOENT)
        return;
    for (int number = 1;; ++number) {
        const fs::path aside = file.parent_path() / ("keys.damaged-" + std::to_string(number));
        if (::lstat(aside.c_str(), &status) == 0)
            continue;
        if (::rename(file.c_str(), aside.c_str()) != 0)
            throw from_errno(errno, "set " + file.filename().string() + " aside");
        return;
    }
}

} // namespace

SealedPerson seal_from_sheet(const SheetSlot& sheet, const RecoveryCode& code, std::string_view new_password,
                             KeyCost cost, const KeysFile& others)
{
    require_usable(new_password, cost);
    if (sheet.slot.kind != KeySlot::Kind::recovery || sheet.slot.person == std::numeric_limits<Person>::max())
        throw StorageError{StorageErrorKind::refused, "the slot is not of a sheet"};
    CasebookKeys keys = unlock_sheet(sheet, code);
    require_nobody_elses(new_password, others, keys.person);
    const KeySlot slot = seal_and_try(keys, KeySlot::Kind::password, new_password, cost);
    return {.keys = std::move(keys), .password = slot, .recovery = sheet.slot};
}

void require_keys_lost(const fs::path& folder, const SecretKey& vault_key)
{
    require_none_good(read_copies(folder), vault_key);
}

OpenVault rebuild_keys(const fs::path& folder, SealedPerson person, const LogHead& head, Person next_person)
{
    const TwoCopies copies = read_copies(folder);
    require_none_good(copies, person.keys.vault);

    OpenVault vault{.file = {.generation = next_generation(copies),
                             .vault = person.keys.id,
                             .head = head,
                             .slots = {person.password, person.recovery}}};
    try {
        vault.file.next_person = next_person_in(folder, std::max(next_person, person.keys.person + 1));
    } catch (const fs::filesystem_error& error) {
        throw from_errno(error.code().value(), "read folder");
    }
    vault.keys = std::move(person.keys);

    set_aside(first_copy(folder));
    set_aside(second_copy(folder));
    write_both(folder, vault);
    return vault;
}

} // namespace storage::vault
