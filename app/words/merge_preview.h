#pragma once

#include "model/client.h"
#include "model/merging.h"

#include <string>
#include <vector>

namespace app {

/// Two clients who are one person, before they are merged.
struct MergedPair {
    model::ClientDetails kept{};
    model::ClientDetails gone{};
    bool kept_had_care = false;
    bool names_are_hidden = false; ///< Only codes may show.
};

/// Where the details of the two contradict each other, sentence by sentence.
std::vector<std::string> merge_contradictions(const MergedPair& pair);

/// What a merge will do, sentence by sentence.
std::vector<std::string> merge_preview(const model::MergeOutlook& outlook, const MergedPair& pair);

} // namespace app
