#pragma once

#include "model/client.h"
#include "model/erasure.h"
#include "model/merging.h"
#include "storage/record.h"

#include <string>
#include <vector>

/// Two clients who are one person, and clients whose record is taken out. To be run within an act.
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

/// Everything that was ever erased, the latest first.
std::vector<model::Erasure> erasures(Record& file);

/// The same, and after each whoever had been merged into that client, as the log of acts has it, without their code.
std::vector<model::Erasure> erased_with_merged(Record& file);

/// What would go with a client: code, and how many signed notes and forms.
model::Erasure erasure_of(Record& file, model::ClientId client);

/// Removes every row of the client; what stays is `erasure`.
void erase_client(Record& file, const model::Erasure& erasure);

} // namespace storage
