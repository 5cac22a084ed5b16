#pragma once

#include "model/client.h"
#include "storage/record.h"

#include <vector>

/// What the details of clients said before.
namespace storage {

/// Earlier details, the latest first.
std::vector<model::ClientVersion> versions_of(Record& file, model::ClientId client);

/// Keeps details that are about to be replaced, if `model::is_worth_keeping` says so.
void keep_version(Record& file, model::ClientId client, const model::ClientDetails& before,
                  const model::ClientDetails& after, const std::string& author, model::Moment now);

/// Keeps the details of a client who becomes part of `into`.
void keep_merged_version(Record& file, model::ClientId into, const model::ClientDetails& details,
                         const std::string& author, model::Moment now);

/// Keeps the details that a client had before another became part of it.
void keep_version_before_merge(Record& file, model::ClientId client, const model::ClientDetails& details,
                               const std::string& author, model::Moment now);

} // namespace storage
