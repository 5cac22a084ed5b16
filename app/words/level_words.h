#pragma once

#include "model/episode.h"

#include <array>
#include <string>

namespace app {

/// The levels of care in the order in which they are offered.
inline constexpr std::array levels_of_care{model::LevelOfCare::outpatient, model::LevelOfCare::intensive,
                                           model::LevelOfCare::inpatient};

/// Inside a sentence: "outpatient".
std::string level_of_care_words(model::LevelOfCare level);

/// On its own, as in a list of choices: "Outpatient".
std::string level_of_care_label(model::LevelOfCare level);

} // namespace app
