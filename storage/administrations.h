#pragma once

#include "model/administration.h"
#include "storage/record.h"

#include <string>
#include <vector>

namespace storage {

/// Keeps a filling-in that has no id yet, with its scores.
model::AdministrationId add_administration(Record& file, const model::Administration& administration,
                                           model::Moment entered_at);

/// Whether any client ever filled in a measure, also by mistake.
bool is_filled_in(Record& file, const std::string& measure);

/// The codes of the measures that a client ever filled in.
std::vector<std::string> measures_filled_in(Record& file, model::ClientId client);

/// A client's filling-ins, oldest first, those in error included.
std::vector<model::Administration> administrations_of(Record& file, model::ClientId client);

/// Whose administration one is, and of which measure.
struct AdministrationPlace {
    model::ClientId client{};
    std::string measure{};
};

/// Throws `StorageError{not_found}` when there is none.
AdministrationPlace place_of_administration(Record& file, model::AdministrationId id);

/// One filling-in. Throws `StorageError{not_found}` when there is none, `damaged` when it cannot be read.
model::Administration administration(Record& file, model::AdministrationId id);

/// Throws `StorageError{refused}` when it is marked already.
void mark_administration_in_error(Record& file, model::AdministrationId id, const model::EnteredInError& mark);

} // namespace storage
