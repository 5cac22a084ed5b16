#pragma once

#include "model/calendar.h"
#include "model/ids.h"

#include <string>
#include <vector>

namespace model {

/// Why a client's record is taken out of the casebook.
enum class ErasureGround {
    added_by_mistake, ///< There is no signed note.
    retention_ended,  ///< The time for which records must be kept is over.
    legal_duty,       ///< A law, a court or the client's right to erasure demands it.
};

/// That a client's record was taken out. Nothing else of the client is left.
struct Erasure {
    ClientId client{};
    std::string code{};
    ErasureGround ground = ErasureGround::added_by_mistake;
    std::string reason{}; ///< In the words of whoever did it; may be empty for one added by mistake.
    std::string by{};     ///< Name and credentials; empty where they had not been entered.
    Moment at{};
    int notes = 0;                           ///< Signed notes that went with it.
    int forms = 0;                           ///< Filled-in measures that went with it.
    std::vector<std::string> former_codes{}; ///< Of clients who had been merged into this one.

    bool operator==(const Erasure&) const = default;
};

} // namespace model
