#pragma once

#include "model/fields.h"
#include "model/ids.h"
#include "model/text.h"

#include <string>
#include <tuple>

namespace model {

/// The practice that keeps the casebook, as it stands at the head of a printed page.
struct Practice {
    std::string name{};
    std::string address{}; ///< One or more lines.

    bool operator==(const Practice&) const = default;
};

template <>
inline constexpr auto fields_of<Practice> =
    std::tuple{field("name", &Practice::name), field("address", &Practice::address)};

/// The person who writes and signs notes.
struct Therapist {
    TherapistId id{};
    std::string name{};
    std::string credentials{};    ///< For example a degree or a professional title.
    std::string licence_number{}; ///< As the licensing body writes it.

    /// Whether everything a signature must show is known.
    bool may_sign() const { return !is_blank(name) && !is_blank(credentials) && !is_blank(licence_number); }

    bool operator==(const Therapist&) const = default;
};

template <>
inline constexpr auto fields_of<Therapist> =
    std::tuple{field("name", &Therapist::name), field("credentials", &Therapist::credentials),
               field("licence_number", &Therapist::licence_number)};

} // namespace model
