#pragma once

#include "app/exchange/scores_known.h"

#include <optional>
#include <string>
#include <variant>

namespace app {

/// What becomes of a client's first admission.
struct Admission {
    std::optional<model::Date> on{};              ///< Empty for one who is not in care, and was not made here.
    std::optional<model::Date> was{};             ///< Where it moves.
    bool is_assumed = false;                      ///< It is the day of the first score.
    std::optional<model::EpisodeId> to_correct{}; ///< A person says another day.
};

/// The day that was said of this one client, by their code.
std::optional<model::Date> admission_named(const ImportChoices& choices, const std::string& code);

/// `known` must have new rows; `id` is empty for a new client. `today` is the day on the practice's calendar.
std::variant<Admission, ScoresProblem> admission_of(const storage::Casebook& casebook, const KnownClient& known,
                                                    std::optional<model::ClientId> id, const ImportChoices& choices,
                                                    model::Date today);

} // namespace app
