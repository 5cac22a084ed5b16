#include "storage/vault/people.h"

#include "storage/storage_error.h"
#include "storage/vault/slot_changes.h"
#include "storage/vault/slot_sealing.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <limits>

namespace storage::vault {

namespace {

namespace fs = std::filesystem;

bool is_of_kind(const KeySlot& slot, KeySlot::Kind kind, Person person)
{
    return slot.kind == kind && slot.person == person;
}

bool has_slots(const KeysFile& file, Person person)
{
    return std::ranges::find(file.slots, person, &KeySlot::person) != file.slots.end();
}

bool is_old_never(const KeySlot&)
{
    return false;
}

/// The slot takes the place of all others of its kind and person.
void replace_slot(const fs::path& folder, OpenVault& vault, const KeySlot& fresh)
{
    assert(fresh.person == vault.keys.person);
    exchange_slots(folder, vault, std::array{fresh},
                   [&](const KeySlot& slot) { return is_of_kind(slot, fresh.kind, fresh.person); });
}

} // namespace

std::string private_file_name(Person person)
{
    return person == 1 ? "private.db" : "private-" + std::to_string(person) + ".db";
}

std::vector<Person> people_of(const KeysFile& file)
{
    std::vector<Person> people;
    people.reserve(file.slots.size());
    for (const KeySlot& slot : file.slots)
        people.push_back(slot.person);
    std::ranges::sort(people);
    people.erase(std::ranges::unique(people).begin(), people.end());
    return people;
}

NewPerson seal_person(const OpenVault& vault, std::string_view password, KeyCost cost)
{
    require_usable(password, cost);
    require_nobody_elses(password, vault.file, vault.file.next_person);
    CasebookKeys keys{.id = vault.keys.id,
                      .person = vault.file.next_person,
                      .vault = SecretKey::copy_of(vault.keys.vault.bytes()),
                      .drawer = SecretKey::random()};
    const KeySlot slot = seal_and_try(keys, KeySlot::Kind::password, password, cost);
    SealedSheet sealed = seal_sheet(keys);
    return {.person = {.keys = std::move(keys), .password = slot, .recovery = sealed.slot},
            .sheet = std::move(sealed.sheet)};
}

void add_person(const fs::path& folder, OpenVault& vault, const SealedPerson& person)
{
    const Person number = person.keys.person;
    if (person.keys.id != vault.keys.id || !(person.keys.vault == vault.keys.vault))
        throw StorageError{StorageErrorKind::refused, "keys: sealed for another casebook"};
    if (has_slots(vault.file, number))
        throw StorageError{StorageErrorKind::exists, "keys: person " + std::to_string(number)};
    // One place stays free, so that whoever is there can change a password or a sheet.
    if (vault.file.slots.size() + 2 >= KeysFile::most_slots || number == std::numeric_limits<Person>::max())
        throw StorageError{StorageErrorKind::refused, "keys: no room for another person"};
    exchange_slots(folder, vault, std::array{person.password, person.recovery}, is_old_never);
}

void remove_person(const fs::path& folder, OpenVault& vault, Person person)
{
    if (!has_slots(vault.file, person))
        throw StorageError{StorageErrorKind::not_found, "keys: person " + std::to_string(person)};
    if (std::ranges::none_of(vault.file.slots, [&](const KeySlot& slot) {
            return slot.kind == KeySlot::Kind::password && slot.person != person;
        }))
        throw StorageError{StorageErrorKind::refused, "keys: the last password"};
    exchange_slots(folder, vault, {}, [&](const KeySlot& slot) { return slot.person == person; });
}

bool is_own_password(const OpenVault& vault, std::string_view password)
{
    return !problem_with(password) && std::ranges::any_of(vault.file.slots, [&](const KeySlot& slot) {
        return is_of_kind(slot, KeySlot::Kind::password, vault.keys.person) &&
               open_slot(slot, vault.file.vault, password);
    });
}

KeySlot seal_password(const OpenVault& vault, std::string_view password, KeyCost cost)
{
    require_usable(password, cost);
    require_nobody_elses(password, vault.file, vault.keys.person);
    return seal_and_try(vault.keys, KeySlot::Kind::password, password, cost);
}

void replace_password(const fs::path& folder, OpenVault& vault, const KeySlot& sealed)
{
    assert(sealed.kind == KeySlot::Kind::password);
    replace_slot(folder, vault, sealed);
}

SealedSheet seal_sheet(const CasebookKeys& keys)
{
    const auto code = RecoveryCode::random();
    // 160 random bits need no stretching, and the sheet must open on the smallest machine.
    const KeySlot slot = seal_and_try(keys, KeySlot::Kind::recovery, code.secret(), KeyCost::smallest());
    return {.slot = slot, .sheet = {.code = code, .slot = sheet_text(keys.id, slot)}};
}

void replace_sheet(const fs::path& folder, OpenVault& vault, const SealedSheet& sealed)
{
    assert(sealed.slot.kind == KeySlot::Kind::recovery);
    replace_slot(folder, vault, sealed.slot);
}

void put_slots_back(const fs::path& folder, OpenVault& vault, const KeysFile& before)
{
    if (vault.file.slots != before.slots)
        take_back(folder, vault, before);
}

} // namespace storage::vault
