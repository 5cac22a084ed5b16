#pragma once

#include "app/presenters/workplace.h"
#include "storage/earlier_records.h"

#include <string>
#include <vector>

namespace app {

/// A part of a record as people read it.
struct RecordFact {
    std::string caption{}; ///< Empty for the first line of a record, which says what it is.
    std::string text{};

    bool operator==(const RecordFact&) const = default;
};

/// Everything that a record says, in the words of the tab it belongs to; parts that say nothing are left out. While
/// names are hidden a client is shown by the code.
std::vector<RecordFact> facts_of(const storage::AnyRecord& record, const Workplace& place);

} // namespace app
