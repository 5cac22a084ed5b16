#include "storage/vault/vault.h"

#include "storage/storage_error.h"
#include "storage/vault/people.h"
#include "storage/vault/slot_sealing.h"
#include "storage/vault/two_copies.h"
#include "storage/vault/wiping_allocator.h"

#include <algorithm>
#include <cassert>
#include <csignal>
#include <limits>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <utility>

namespace storage::vault {

namespace {

namespace fs = std::filesystem;

/// The good ones of both copies, the newer first.
std::vector<const Copy*> by_age(const TwoCopies& copies)
{
    std::vector<const Copy*> good;
    for (const Copy* copy : {&copies.first, &copies.second})
        if (copy->is_good())
            good.push_back(copy);
    std::ranges::stable_sort(good, std::ranges::greater{}, [](const Copy* copy) { return copy->file().generation; });
    if (good.size() == 2 && are_alike(copies.first, copies.second))
        good.pop_back();
    return good;
}

/// Throws unless one of the copies can be tried.
void require_good(const fs::path& folder, const TwoCopies& copies)
{
    if (std::error_code none; !fs::is_directory(folder, none))
        throw StorageError{fs::exists(folder, none) ? StorageErrorKind::not_ours : StorageErrorKind::not_found,
                           "no folder"};
    if (copies.has(KeysProblem::too_new))
        throw StorageError{StorageErrorKind::too_new, "keys: newer format"};
    if (copies.first.is_good() || copies.second.is_good())
        return;
    if (copies.has(KeysProblem::damaged) || fs::exists(folder / "record.db"))
        throw StorageError{StorageErrorKind::keys_lost, "keys: both copies"};
    throw StorageError{StorageErrorKind::not_ours, "keys: none"};
}

/// What trying a copy came to.
enum class Attempt { opened, no_slot_opens, forged };

Attempt try_copy(const Copy& copy, KeySlot::Kind kind, std::string_view secret, OpenVault& into)
{
    for (const KeySlot& slot : copy.file().slots) {
        if (slot.kind != kind)
            continue;
        auto keys = open_slot(slot, copy.file().vault, secret);
        if (!keys)
            continue;
        if (!copy.is_sealed_by(keys->vault))
            return Attempt::forged;
        into = {.keys = std::move(*keys), .file = copy.file()};
        return Attempt::opened;
    }
    return Attempt::no_slot_opens;
}

/// Whether a copy on disk says what `vault` does, the counter aside.
bool is_as_in(const Copy& copy, const OpenVault& vault)
{
    if (!copy.is_good() || !copy.is_sealed_by(vault.keys.vault))
        return false;
    KeysFile file = copy.file();
    file.failed_unlocks = vault.file.failed_unlocks;
    return file == vault.file;
}

OpenVault unlock_with(const fs::path& folder, KeySlot::Kind kind, std::string_view secret)
{
    const TwoCopies copies = read_copies(folder);
    require_good(folder, copies);

    const auto tried = by_age(copies);
    const auto newest = tried.front()->file().generation;
    bool some_forged = false;
    for (const Copy* copy : tried) {
        // An older copy may still know a password that was changed since; it counts only where the newer one is forged.
        if (copy->file().generation != newest && !some_forged)
            break;
        OpenVault vault;
        const auto attempt = try_copy(*copy, kind, secret, vault);
        some_forged = some_forged || attempt == Attempt::forged;
        if (attempt != Attempt::opened)
            continue;

        vault.failed_before = std::exchange(vault.file.failed_unlocks, 0);
        vault.from_copy = copy == &copies.second;
        return vault;
    }
    if (some_forged)
        throw StorageError{StorageErrorKind::keys_lost, "keys: MAC"};
    const auto failed = tried.front()->file().failed_unlocks;
    if (tried.front() == &copies.first && failed < std::numeric_limits<std::uint32_t>::max())
        write_counter(folder, failed + 1);
    throw StorageError{StorageErrorKind::wrong_password, "no slot opens"};
}

} // namespace

OpenVault copy_of(const OpenVault& vault)
{
    return {.keys = copy_of(vault.keys),
            .file = vault.file,
            .failed_before = vault.failed_before,
            .from_copy = vault.from_copy};
}

bool has_keys(const fs::path& folder)
{
    std::error_code ignored;
    return fs::exists(first_copy(folder), ignored) || fs::exists(second_copy(folder), ignored);
}

NewVault make_vault(std::string_view password, KeyCost cost)
{
    require_usable(password, cost);
    CasebookKeys keys{.vault = SecretKey::random(), .drawer = SecretKey::random()};
    std::ranges::copy(std::span{SecretKey::random().bytes()}.first(keys.id.size()), keys.id.begin());

    const KeySlot slot = seal_slot(keys, KeySlot::Kind::password, password, cost);
    SealedSheet sealed = seal_sheet(keys);
    KeysFile file{.vault = keys.id, .slots = {slot, sealed.slot}};
    return {.vault = {.keys = std::move(keys), .file = std::move(file)}, .sheet = std::move(sealed.sheet)};
}

void write_both(const fs::path& folder, const OpenVault& vault)
{
    write_copy(first_copy(folder), vault);
    write_copy(second_copy(folder), vault);
}

void write_head(const fs::path& folder, OpenVault& vault, const LogHead& head)
{
    assert(head.number > vault.file.head.number || head == vault.file.head);
    if (head != vault.file.head)
        replace_head(folder, vault, head);
}

void replace_head(const fs::path& folder, OpenVault& vault, const LogHead& head)
{
    const LogHead before = vault.file.head;
    vault.file.head = head;
    ++vault.file.generation;
    try {
        write_copy(first_copy(folder), vault);
    } catch (...) {
        vault.file.head = before;
        throw;
    }
    try {
        write_copy(second_copy(folder), vault);
    } catch (const StorageError&) {
        // `keys` has the head and is the newer. The next opening mends the copy.
    }
}

OpenVault unlock(const fs::path& folder, std::string_view password)
{
    return unlock_with(folder, KeySlot::Kind::password, password);
}

OpenVault unlock_with_recovery(const fs::path& folder, const RecoveryCode& code)
{
    return unlock_with(folder, KeySlot::Kind::recovery, code.secret());
}

void finish_unlocking(const fs::path& folder, OpenVault& vault)
{
    try {
        const TwoCopies copies = read_copies(folder);
        for (const Copy* copy : by_age(copies))
            if (copy->file().generation > vault.file.generation && copy->is_sealed_by(vault.keys.vault)) {
                vault.file = copy->file();
                vault.file.failed_unlocks = 0;
                break;
            }
        if (!is_as_in(copies.first, vault))
            write_copy(first_copy(folder), vault);
        if (!is_as_in(copies.second, vault))
            write_copy(second_copy(folder), vault);
    } catch (const StorageError&) {
        // The casebook is open all the same.
    }
    forget_failed(folder, std::exchange(vault.failed_before, 0));
}

CasebookKeys unlock_sheet(const SheetSlot& sheet, const RecoveryCode& code)
{
    auto keys = open_slot(sheet.slot, sheet.vault, code.secret());
    if (!keys)
        throw StorageError{StorageErrorKind::wrong_password, "sheet and code do not belong together"};
    return std::move(*keys);
}

void change_password(const fs::path& folder, OpenVault& vault, std::string_view new_password, KeyCost cost)
{
    replace_password(folder, vault, seal_password(vault, new_password, cost));
}

void harden_process()
{
    constexpr rlimit none{.rlim_cur = 0, .rlim_max = 0};
    ::setrlimit(RLIMIT_CORE, &none);
    ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
    std::signal(SIGXFSZ, SIG_IGN);
    ready_sodium();
    [[maybe_unused]] const bool is_in_time = wipe_freed_memory();
    assert(is_in_time);
}

} // namespace storage::vault
