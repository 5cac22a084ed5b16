#pragma once

#include "storage/vault/vault.h"

#include <string_view>

/// What every slot that is made anew goes through. Only for the files of this folder.
namespace storage::vault {

/// Throws `StorageError{refused}` unless a slot can be made with this password at this cost.
void require_usable(std::string_view password, KeyCost cost);

/// Throws `StorageError{exists}` when the password opens a slot of somebody other than `owner`: with one password for
/// two people nobody could say which of them came. One derivation for each of the others' password slots.
void require_nobody_elses(std::string_view password, const KeysFile& file, Person owner);

/// A slot that was opened again with its secret before anybody relies on it: two derivations.
KeySlot seal_and_try(const CasebookKeys& keys, KeySlot::Kind kind, std::string_view secret, KeyCost cost);

} // namespace storage::vault
