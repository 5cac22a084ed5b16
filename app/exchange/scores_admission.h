#pragma once

#include "app/exchange/scores_known.h"

#include <optional>
#include <variant>

namespace app {

/// What becomes of a client's first admission.
struct Admission {
    std::optional<model::Date> on{};              ///< Empty for one who is not in care, and was not made here.
    std::optional<model::Date> was{};             ///< Where it moves.
    bool is_assumed = false;                      ///< It is the day of the first score.
    std::optional<model::EpisodeId> to_correct{}; ///< A person says another day.
};

/// `known` must have new rows. `today` is the day on the practice's calendar.
std::variant<Admission, ScoresProblem> admission_of(const storage::Casebook& casebook, const KnownClient& known,
                                                    bool is_new, const ImportChoices& choices, model::Date today);

} // namespace app
