#include "storage/recovery.h"

#include "storage/act_log.h"
#include "storage/casebook_folder.h"
#include "storage/database.h"
#include "storage/record.h"
#include "storage/vault/encrypted_file.h"

#include <system_error>
#include <utility>

namespace storage {

namespace {

namespace fs = std::filesystem;

/// Where the log of acts ends.
LogHead head_of(SQLite::Database& file, const vault::CasebookKeys& keys)
{
    Record record{file, subkey(keys.vault, vault::Purpose::row_macs)};
    const ActLog log{record, subkey(keys.vault, vault::Purpose::chain_macs), keys.person,
                     [] { return model::Moment{}; }};
    return log.head();
}

} // namespace

Recovered recover_from_sheet(const fs::path& folder, vault::SealedPerson person)
{
    return with_storage_errors([&] {
        // Held until the keys are written, so that nobody else works in it meanwhile.
        SQLite::Database record =
            vault::open_encrypted(folder / "record.db", subkey(person.keys.vault, vault::Purpose::record_database),
                                  record_file_kind, vault::OpenMode::existing);
        const LogHead head = head_of(record, person.keys);

        const fs::path private_notes = folder / vault::private_file_name(person.keys.person);
        const bool are_missing = !fs::exists(fs::symlink_status(private_notes));
        make_private_notes(folder, person.keys);
        try {
            return Recovered{.vault = vault::rebuild_keys(folder, std::move(person), head),
                             .has_new_private_notes = are_missing};
        } catch (...) {
            std::error_code ignored;
            if (are_missing) {
                fs::remove(private_notes, ignored);
            }
            throw;
        }
    });
}

} // namespace storage
