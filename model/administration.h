#pragma once

#include "model/calendar.h"
#include "model/ids.h"
#include "model/scoring.h"
#include "model/session_note.h"

#include <optional>
#include <string>
#include <vector>

namespace model {

/// What is entered when a client has filled in a measure: every answer, or a bare total.
struct AdministrationDetails {
    std::string measure{}; ///< Code of its definition.
    Date taken_on{};
    Answers answers{};             ///< In the order of the form; empty when only a total was entered.
    std::optional<double> total{}; ///< Only when there are no answers.

    bool operator==(const AdministrationDetails&) const = default;
};

/// One filling-in of a measure, with the scores as they were computed when it was entered.
struct Administration {
    AdministrationId id{};
    ClientId client{};
    AdministrationDetails details{};
    std::vector<ScaleScore> scores{};
    std::optional<EnteredInError> entered_in_error{};

    bool operator==(const Administration&) const = default;
};

} // namespace model
