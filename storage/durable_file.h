#pragma once

#include "storage/storage_error.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

/// Files that are written whole or not at all. Never for the file of an open database.
namespace storage {

/// The one place where an `errno` becomes a kind of ours. `what` names the step and the file, not its contents.
StorageError from_errno(int error, const std::string& what);

/// The bytes of a file, at most `most + 1` of them, so that a longer file shows; empty when there is no such file.
std::optional<std::vector<std::uint8_t>> read_file(const std::filesystem::path& file, std::size_t most);

/// Takes bytes to be written next.
using Sink = std::function<void(std::span<const std::uint8_t>)>;

/// Writes a file (mode 0600) so that after a crash there is the old one or the new one: what `write` gives its sink
/// goes to `NAME.new`, which is synced and renamed; then the folder is synced. A leftover `NAME.new` is overwritten.
/// Throws `StorageError`. The old file is then untouched, unless only the last step failed: then the new one stands in
/// its place, and might not survive a power cut.
void write_durably(const std::filesystem::path& file, const std::function<void(const Sink&)>& write);

/// The same for bytes at hand, which are then read back and compared: `StorageError{disk_error}` when they differ.
void write_durably(const std::filesystem::path& file, std::span<const std::uint8_t> bytes);

/// Gives a file or folder another name, unless something has that name: `exists`. Not yet durable: `sync_folder`.
void rename_to_new(const std::filesystem::path& from, const std::filesystem::path& to);

/// Makes names that were made or changed in a folder survive a power cut.
void sync_folder(const std::filesystem::path& folder);

} // namespace storage
