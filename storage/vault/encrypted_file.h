#pragma once

#include "storage/vault/secret_key.h"

#include <SQLiteCpp/Database.h>

#include <cstdint>
#include <filesystem>

namespace storage::vault {

/// Whether a file must be there already or must not. `read_only`: it is there, and nobody writes it meanwhile.
enum class OpenMode { existing, create, read_only };

/// Opens or makes an encrypted database, fail closed: the library is asked for its cipher before a key is given or a
/// byte written; the file is locked for this connection alone, or for reading; its first bytes must not be those of a
/// plain file; its `application_id` must be `kind`. None of these checks can be switched off. A file that looks damaged
/// is opened once more before it is said to be: the first time may have undone what a power cut left of its first
/// bytes.
///
/// The file is a SQLCipher 3 file with a raw 256-bit key and pages of 4096 bytes.
///
/// Throws `StorageError`: `refused` (the program is linked without encryption), `cannot_open`, `not_found`, `exists`,
/// `in_use`, `not_ours` (a plain or a foreign database), `damaged` (not a page of it can be read), `full`.
SQLite::Database open_encrypted(const std::filesystem::path& file, const SecretKey& key, std::int32_t kind,
                                OpenMode mode);

/// An empty database that lives and dies with the connection, by the same library with the same settings.
SQLite::Database memory_database();

} // namespace storage::vault
