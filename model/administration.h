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
    /// Puts several of one day in order: 10,000 and the minute of the day where the time is known, else a number from 1
    /// to 9,999 that whoever entered it gave; 0 where neither was said.
    int order_on_day = 0;

    bool operator==(const AdministrationDetails&) const = default;
};

/// One filling-in of a measure, with the scores as they were computed when it was entered.
struct Administration {
    AdministrationId id{};
    ClientId client{};
    AdministrationDetails details{};
    std::vector<ScaleScore> scores{};
    int definition_revision = 0; ///< Which version of the definition they were made by, see `MeasureDefinition`.
    std::optional<EnteredInError> entered_in_error{};

    bool operator==(const Administration&) const = default;
};

} // namespace model
