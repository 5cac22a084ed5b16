#pragma once

#include "model/client.h"
#include "storage/record.h"

#include <optional>
#include <string>
#include <vector>

namespace storage {

/// Throws `StorageError{not_found}` when there is none.
model::Client client(Record& file, model::ClientId id);

/// Every client with code and names only, by shown name without regard to case or accents.
std::vector<model::Client> clients_by_name(Record& file);

/// The client whose code this is, however it is spelt; else the one into whom the client with this code was merged.
std::optional<model::ClientId> client_with_code(Record& file, const std::string& code);

/// A code that leads to a client: their own, or that of somebody who was merged into them.
struct KnownCode {
    std::string code{};
    model::ClientId client{};

    bool operator==(const KnownCode&) const = default;
};

/// Every code that leads to a client, in no promised order.
std::vector<KnownCode> known_codes(Record& file);

/// Throws `StorageError{refused}` when the code is missing or taken.
model::ClientId add_client(Record& file, const model::ClientDetails& details);

/// Throws `StorageError`: `not_found`, or `refused` when the code is missing or taken.
void change_details(Record& file, model::ClientId id, const model::ClientDetails& details);

} // namespace storage
