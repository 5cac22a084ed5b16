#pragma once

#include "model/measure.h"

#include <cstddef>
#include <string>

/// Numbers as people read them: a point for the decimals, a true minus sign, the same in every locale.
namespace app {

/// A score on its scale: sums as whole numbers unless they have decimals (pro-rated), means with two decimals.
std::string score_words(double score, const model::Scale& scale);

/// A change of scores with its sign: `+1.40`, `−3`, `0`.
std::string change_words(double change, const model::Scale& scale);

/// A threshold, as many decimals as it has, at most two: `6`, `0.56`, `6.75`.
std::string plain_number(double value);

/// A slope or another small quantity: two decimals, or three where two would say next to nothing: `1.5`, `0.016`.
std::string slope_words(double value);

/// `1 score`, `14 scores`.
std::string counted(long count, const std::string& singular, const std::string& plural);

/// With a comma between thousands: `12,345`.
std::string grouped_number(std::size_t number);

/// The number in the fewest digits that read back as exactly the same number; for files.
std::string exact_number(double value);

} // namespace app
