#pragma once

#include "model/ids.h"
#include "model/text.h"

#include <string>

namespace model {

/// The practice that keeps the casebook, as it stands at the head of a printed page.
struct Practice {
    std::string name{};
    std::string address{}; ///< One or more lines.

    bool operator==(const Practice&) const = default;
};

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

} // namespace model
