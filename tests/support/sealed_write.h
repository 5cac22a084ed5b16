#pragma once

#include "storage/casebook_folder.h"
#include "storage/record.h"

#include <functional>
#include <string>

namespace tests {

/// Writes into the databases of a closed casebook past its front door, with the seals in order: what an earlier or a
/// later release of the program might have written.
inline void write_sealed(storage::OpenFiles files, const storage::vault::CasebookKeys& keys, const std::string& sql)
{
    storage::Record record{files.record, subkey(keys.vault, storage::vault::Purpose::row_macs)};
    record.seals().begin_act(1);
    files.record.exec(sql);
    record.seals().end_act();
}

} // namespace tests
