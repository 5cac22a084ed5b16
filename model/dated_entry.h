#pragma once

#include "model/calendar.h"

#include <string>

namespace model {

/// Something in a client's record that has a day, on which the client was alive.
struct DatedEntry {
    enum class Kind { form, session, admission };

    Kind kind = Kind::admission;
    Date on{};
    std::string measure{}; ///< Of a form: the code of its measure.

    bool operator==(const DatedEntry&) const = default;
};

} // namespace model
