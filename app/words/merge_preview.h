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

/// What a merge will do, sentence by sentence; first of all where the two contradict each other.
std::vector<std::string> merge_preview(const model::MergeOutlook& outlook, const MergedPair& pair);

} // namespace app
