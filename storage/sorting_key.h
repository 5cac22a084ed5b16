#pragma once

#include <string>
#include <string_view>

namespace storage {

/// What a name is sorted by: without case, accents and differences of form (Unicode NFKD, case folding), so that
/// "émile" stands beside "Emil". Text that is not UTF-8 is its own key.
std::string sorting_key(std::string_view name);

} // namespace storage
