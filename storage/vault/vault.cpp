#include "storage/vault/vault.h"

#include "storage/durable_file.h"
#include "storage/vault/wire.h"

#include <algorithm>
#include <csignal>
#include <fcntl.h>
#include <limits>
#include <optional>
#include <string>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>
#include <utility>

namespace storage::vault {

namespace {

namespace fs = std::filesystem;
using Bytes = std::vector<std::uint8_t>;

constexpr auto first_name = "keys";
constexpr auto second_name = "keys.bak";
constexpr std::size_t longest_file = 64UL * 1024;
constexpr std::size_t counter_size = 4;

/// One of the two copies as it lies in the folder.
struct Copy {
    std::optional<Bytes> bytes{}; ///< Empty when there is no file.
    std::variant<KeysFile, KeysProblem> content = KeysProblem::not_ours;

    bool is_good() const { return std::holds_alternative<KeysFile>(content); }
    const KeysFile& file() const { return std::get<KeysFile>(content); }
    bool has(KeysProblem problem) const { return bytes && content == std::variant<KeysFile, KeysProblem>{problem}; }

    /// All that checksum and MAC vouch for, and these themselves; not the counter.
    std::span<const std::uint8_t> lasting() const { return std::span{*bytes}.first(bytes->size() - counter_size); }
};

Copy read_copy(const fs::path& file)
{
    Copy copy{.bytes = read_file(file, longest_file)};
    if (copy.bytes)
        copy.content = parse_keys(*copy.bytes);
    return copy;
}

bool are_alike(const Copy& one, const Copy& other)
{
    return one.is_good() && other.is_good() && std::ranges::equal(one.lasting(), other.lasting());
}

/// The good ones of both copies, the newer first.
std::vector<const Copy*> by_age(const Copy& first, const Copy& second)
{
    std::vector<const Copy*> good;
    for (const Copy* copy : {&first, &second})
        if (copy->is_good())
            good.push_back(copy);
    std::ranges::stable_sort(good, std::ranges::greater{}, [](const Copy* copy) { return copy->file().generation; });
    if (good.size() == 2 && are_alike(first, second))
        good.pop_back();
    return good;
}

/// Throws unless one of the copies can be tried.
void require_good(const fs::path& folder, const Copy& first, const Copy& second)
{
    if (std::error_code none; !fs::is_directory(folder, none))
        throw StorageError{fs::exists(folder, none) ? StorageErrorKind::not_ours : StorageErrorKind::not_found,
                           "no folder"};
    if (first.has(KeysProblem::too_new) || second.has(KeysProblem::too_new))
        throw StorageError{StorageErrorKind::too_new, "keys: newer format"};
    if (first.is_good() || second.is_good())
        return;
    if (first.has(KeysProblem::damaged) || second.has(KeysProblem::damaged))
        throw StorageError{StorageErrorKind::damaged, "keys: both copies"};
    throw StorageError{StorageErrorKind::not_ours, "keys: none"};
}

/// Overwrites the counter where it stands. Only for a person's information, so a failure is no failure.
void write_counter(const fs::path& folder, std::uint32_t count)
{
    const int descriptor = ::open((folder / first_name).c_str(), O_RDWR | O_CLOEXEC);
    if (descriptor < 0)
        return;
    Writer writer;
    writer.number(count, static_cast<int>(counter_size));
    const off_t size = ::lseek(descriptor, 0, SEEK_END);
    // A keys file is only ever replaced as a whole, so the end of this one stays its end.
    if (size > static_cast<off_t>(counter_size)) {
        const auto written =
            ::pwrite(descriptor, writer.written().data(), counter_size, size - static_cast<off_t>(counter_size));
        static_cast<void>(written);
    }
    ::close(descriptor);
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
        if (!is_sealed_by(*copy.bytes, keys->vault))
            return Attempt::forged;
        into = {.keys = std::move(*keys), .file = copy.file()};
        return Attempt::opened;
    }
    return Attempt::no_slot_opens;
}

/// Puts the copy that opened in the place of one that is missing, broken or older. The casebook is open all the same
/// when that fails, say on a full or read-only disk; the next opening tries again.
void mend_copies(const fs::path& folder, const OpenVault& vault, const Copy& good, const Copy& first,
                 const Copy& second)
{
    const Bytes bytes = write_keys(vault.file, vault.keys.vault);
    try {
        if (!are_alike(first, good))
            write_durably(folder / first_name, bytes);
        if (!are_alike(second, good))
            write_durably(folder / second_name, bytes);
    } catch (const StorageError&) {
        return;
    }
}

OpenVault unlock_with(const fs::path& folder, KeySlot::Kind kind, std::string_view secret)
{
    const Copy first = read_copy(folder / first_name);
    const Copy second = read_copy(folder / second_name);
    require_good(folder, first, second);

    const auto copies = by_age(first, second);
    const auto newest = copies.front()->file().generation;
    bool some_forged = false;
    for (const Copy* copy : copies) {
        // An older copy may still know a password that was changed since; it counts only where the newer one is forged.
        if (copy->file().generation != newest && !some_forged)
            break;
        OpenVault vault;
        const auto attempt = try_copy(*copy, kind, secret, vault);
        some_forged = some_forged || attempt == Attempt::forged;
        if (attempt != Attempt::opened)
            continue;

        vault.failed_before = std::exchange(vault.file.failed_unlocks, 0);
        vault.from_copy = copy == &second;
        mend_copies(folder, vault, *copy, first, second);
        if (vault.failed_before > 0)
            write_counter(folder, 0);
        return vault;
    }
    if (some_forged)
        throw StorageError{StorageErrorKind::damaged, "keys: MAC"};
    const auto failed = copies.front()->file().failed_unlocks;
    if (copies.front() == &first && failed < std::numeric_limits<std::uint32_t>::max())
        write_counter(folder, failed + 1);
    throw StorageError{StorageErrorKind::wrong_password, "no slot opens"};
}

void require_usable(std::string_view password, KeyCost cost)
{
    if (problem_with(password))
        throw StorageError{StorageErrorKind::refused, "password cannot be used"};
    if (!cost.is_allowed())
        throw StorageError{StorageErrorKind::refused, "key cost out of range"};
}

/// Reads back what was just written and opens its last slot as a person would.
void require_opens(const fs::path& file, const OpenVault& vault, std::string_view password)
{
    const Copy copy = read_copy(file);
    if (copy.is_good() && is_sealed_by(*copy.bytes, vault.keys.vault)) {
        const auto keys = open_slot(copy.file().slots.back(), copy.file().vault, password);
        if (keys && keys->vault == vault.keys.vault && keys->drawer == vault.keys.drawer)
            return;
    }
    throw StorageError{StorageErrorKind::disk_error, "keys: the new slot does not open"};
}

} // namespace

OpenVault copy_of(const OpenVault& vault)
{
    return {.keys = copy_of(vault.keys),
            .file = vault.file,
            .failed_before = vault.failed_before,
            .from_copy = vault.from_copy};
}

bool has_keys(const std::filesystem::path& folder)
{
    std::error_code ignored;
    return std::filesystem::exists(folder / first_name, ignored) ||
           std::filesystem::exists(folder / second_name, ignored);
}

NewVault make_vault(std::string_view password, KeyCost cost)
{
    require_usable(password, cost);
    NewVault made{.vault = {}, .sheet = {.code = RecoveryCode::random(), .slot = {}}};
    CasebookKeys& keys = made.vault.keys;
    keys.vault = SecretKey::random();
    keys.drawer = SecretKey::random();
    std::ranges::copy(std::span{SecretKey::random().bytes()}.first(keys.id.size()), keys.id.begin());

    KeysFile& file = made.vault.file;
    file.vault = keys.id;
    file.slots.push_back(seal_slot(keys, KeySlot::Kind::password, password, cost));
    // 160 random bits need no stretching, and the sheet must open on the smallest machine.
    file.slots.push_back(seal_slot(keys, KeySlot::Kind::recovery, made.sheet.code.secret(), KeyCost::smallest()));
    made.sheet.slot = sheet_text(keys.id, file.slots.back());
    return made;
}

void write_both(const fs::path& folder, const OpenVault& vault)
{
    const Bytes bytes = write_keys(vault.file, vault.keys.vault);
    write_durably(folder / first_name, bytes);
    write_durably(folder / second_name, bytes);
}

OpenVault unlock(const fs::path& folder, std::string_view password)
{
    return unlock_with(folder, KeySlot::Kind::password, password);
}

OpenVault unlock_with_recovery(const fs::path& folder, const RecoveryCode& code)
{
    return unlock_with(folder, KeySlot::Kind::recovery, code.secret());
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
    require_usable(new_password, cost);
    const KeysFile before = vault.file;
    const auto write = [&](const char* name) {
        write_durably(folder / name, write_keys(vault.file, vault.keys.vault));
    };

    try {
        vault.file.slots.push_back(seal_slot(vault.keys, KeySlot::Kind::password, new_password, cost));
        ++vault.file.generation;
        write(first_name);
        require_opens(folder / first_name, vault, new_password);
        write(second_name);

        const KeySlot fresh = vault.file.slots.back();
        std::erase_if(vault.file.slots, [&](const KeySlot& slot) {
            return slot.kind == KeySlot::Kind::password && slot.person == vault.keys.person && !(slot == fresh);
        });
        ++vault.file.generation;
        write(first_name);
    } catch (...) {
        const auto reached = vault.file.generation;
        vault.file = before;
        vault.file.generation = reached + 1;
        try {
            write_both(folder, vault);
        } catch (const StorageError&) {
            // What is on disk opens with the old password all the same, unless the last write reached its name before
            // it failed; a half-made slot stays until the next change.
        }
        throw;
    }
    try {
        write(second_name);
    } catch (const StorageError&) {
        // The password is changed: `keys` says so and is the newer. The next unlock mends the copy.
    }
}

void harden_process()
{
    constexpr rlimit none{.rlim_cur = 0, .rlim_max = 0};
    ::setrlimit(RLIMIT_CORE, &none);
    ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
    std::signal(SIGXFSZ, SIG_IGN);
    ready_sodium();
}

} // namespace storage::vault
