#pragma once

#include "model/client.h"
#include "model/merging.h"
#include "storage/record.h"

#include <string>
#include <vector>

/// Two clients who are one person. To be run within an act.
namespace storage {

/// That another client became part of one.
struct MergedClient {
    model::ClientId from{};
    std::string code{};
    std::string reason{};
    std::string by{}; ///< Name and credentials; empty where they had not been entered.
    model::Moment at{};

    bool operator==(const MergedClient&) const = default;
};

/// The clients that became part of this one, the first first.
std::vector<MergedClient> merged_into(Record& file, model::ClientId client);

/// How much there is in a client's record, damaged parts included.
model::RecordCounts counts_of(Record& file, model::ClientId client);

model::MergeOutlook merge_outlook(Record& file, model::ClientId from, model::ClientId into);

/// Gives everything of `merged.from` to `into`, with the episodes of both as `model::united_episodes` has them; the
/// client itself is gone. What `into` has no details of is filled in.
void merge_clients(Record& file, const MergedClient& merged, model::ClientId into);

} // namespace storage
