#pragma once

#include "model/calendar.h"
#include "storage/casebook.h"

#include <optional>

/// The demo practice: invented clients with about two years of notes, goals and measures, to look at, to learn with
/// and to test against. Nobody in it exists.
namespace app {

struct DemoOptions {
    unsigned seed = 1;
    model::Date as_of{}; ///< The day on which the practice ends; nothing in it is dated later, except reviews to come.
    int clients = 12;
    std::optional<int> sessions{}; ///< In all, for trying sizes; empty: what the clients' stories ask for.
};

/// Fills an empty casebook. The same options give the same practice, value for value. Throws `StorageError`; then the
/// casebook is as it was.
void fill_demo_practice(storage::Casebook& casebook, const DemoOptions& options);

} // namespace app
