#pragma once

#include "model/calendar.h"
#include "storage/durable_file.h"
#include "storage/progress.h"
#include "storage/vault/key_slot.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

/// A backup as a file: the files of a casebook one after the other, and a checksum. backup_format.md has it to the
/// byte.
namespace storage {

/// One of the files in a backup.
struct BackupPart {
    std::string name{};
    std::uint64_t size = 0; ///< In bytes.

    bool operator==(const BackupPart&) const = default;
};

/// What a backup says about itself.
struct BackupHead {
    static constexpr std::size_t most_parts = 256;
    static constexpr std::size_t longest_keys = 64UL << 10; ///< Of the part `keys`, in bytes.

    vault::VaultId vault{}; ///< Which casebook it is of.
    model::Moment made_at{};
    std::vector<BackupPart> parts{}; ///< `keys` first; `record.db` is among them; no name twice.

    bool operator==(const BackupHead&) const = default;
};

/// Whether a casebook has a file of this name that belongs into a backup: `keys`, `record.db`, `private.db`, and with
/// letters, digits or dashes after `private` those of other people; of these also the journals.
bool is_part_name(std::string_view name);

/// Gives the bytes of a part, exactly as many as its size says.
using PartBytes = std::function<void(const BackupPart&, const Sink&)>;

/// Writes a new file, not yet durably. Throws `exists`, `full`, `refused` for a head that no reader would accept...,
/// and what `bytes_of` throws; the file may then be there in part.
void write_backup_file(const std::filesystem::path& file, const BackupHead& head, const PartBytes& bytes_of);

/// Reads what stands before the parts. Strict, and nothing is allocated by a length that the file merely claims, but
/// the checksum is not looked at. Throws `not_found`, `not_ours`, `too_new`, `damaged`.
BackupHead read_backup_head(const std::filesystem::path& file);

/// The part `keys` alone, so that a password can be tried before all the rest is read. Throws as `read_backup_head`.
std::vector<std::uint8_t> read_backup_keys(const std::filesystem::path& file);

/// What is unpacked for.
enum class Unpacking {
    to_keep, ///< Synced, so that a power cut takes nothing away.
    to_try,
};

/// Writes the parts into `folder`, which must be there and have none of them, and checks the whole. Throws as
/// `read_backup_head`, `damaged` also for a checksum that does not fit, `full`..., and `Stopped`; the folder then holds
/// what must not be used.
BackupHead unpack_backup_file(const std::filesystem::path& file, const std::filesystem::path& folder,
                              Unpacking what_for, const Progress& progress);

/// Reads all of a backup and checks it. Throws as `unpack_backup_file`.
void check_backup_file(const std::filesystem::path& file, const Progress& progress);

} // namespace storage
