#pragma once

#include "storage/casebook.h"

#include <functional>
#include <string>
#include <vector>

/// Each act of the front door once, on a casebook that has something for it to act on.
namespace tests::front_door {

/// One act of a person.
struct Act {
    std::string name; ///< In letters only, for the name of a test.
    std::function<void(storage::Casebook&)> run;
};

/// Two people; three clients, one of them new; goals, notes, a draft of 20 KB, filling-ins, notices, a measure and a
/// modality of the practice's own.
void begin(storage::Casebook& casebook);

/// Saving, signing and importing: what must never fail half way, and writes most.
std::vector<Act> acts_that_write_most();

/// Those that change `keys` as well as the record.
std::vector<Act> acts_on_keys();

/// Every act that changes something. Each can be done on what `begin` left.
std::vector<Act> all_acts();

/// Wrong on purpose: what should be one act is many, so that a failure in the middle leaves it half done.
Act act_by_halves();

} // namespace tests::front_door
