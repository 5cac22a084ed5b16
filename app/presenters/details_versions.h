#pragma once

#include "app/words/details_words.h"
#include "model/client.h"
#include "model/date_habits.h"

#include <span>
#include <string>
#include <vector>

namespace app {

/// What a field said before it was changed.
struct EarlierText {
    DetailsField field{};
    std::string text{};

    bool operator==(const EarlierText&) const = default;
};

/// What the details said until they were changed, as far as that was another thing.
struct EarlierDetails {
    std::string heading{}; ///< Until when, and who changed them.
    std::vector<EarlierText> texts{};

    bool operator==(const EarlierDetails&) const = default;
};

/// `versions` with the latest first, each beside what took its place; those of a merged client beside `now`. Versions
/// of which nothing was taken away are left out.
std::vector<EarlierDetails> earlier_details(std::span<const model::ClientVersion> versions,
                                            const model::ClientDetails& now, const model::ClockFace& clock);

} // namespace app
