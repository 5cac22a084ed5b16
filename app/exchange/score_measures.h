#pragma once

#include "model/measure.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// Measures as they are called in files of scores.
namespace app {

/// Those that are called `words`. The very code means its measure alone. Next come those whose code or name it is but
/// for capitals; and where there are none, those whose code or name it is but for blanks, dashes and underscores as
/// well: `PHQ9`, `phq 9` and `Phq_9` are `phq-9`.
std::vector<const model::MeasureDefinition*> measures_called(std::span<const model::MeasureDefinition> measures,
                                                             std::string_view words);

/// The code of the one measure whose code or name is hardly another: a sign or two, as in a slip. Empty where there is
/// none, or several are as near.
std::optional<std::string> nearest_measure(std::span<const model::MeasureDefinition> measures, std::string_view words);

} // namespace app
