#include "storage/recovery.h"

#include "storage/act_log.h"
#include "storage/acts.h"
#include "storage/casebook_folder.h"
#include "storage/database.h"
#include "storage/record.h"
#include "storage/vault/encrypted_file.h"

#include <limits>
#include <optional>
#include <system_error>
#include <utility>

namespace storage {

namespace {

namespace fs = std::filesystem;

/// A number above everybody's whom the record knows by their details or by what they did. Damaged rows count too: a
/// number that may have been somebody's is nobody else's.
vault::Person next_person_in(Record& record)
{
    constexpr auto most = std::numeric_limits<vault::Person>::max() - 1;
    Statement query{record, R"(
        SELECT max(number) AS highest
          FROM (SELECT id AS number FROM therapist UNION ALL SELECT person FROM act_log)
         WHERE number BETWEEN 1 AND :most)"};
    query.bind(":most", std::int64_t{most});
    query.step();
    return static_cast<vault::Person>(query.read<std::optional<std::int64_t>>("highest").value_or(0)) + 1;
}

} // namespace

Recovered recover_from_sheet(const fs::path& folder, vault::SealedPerson person, std::function<model::Moment()> now,
                             Elsewhere elsewhere)
{
    return with_storage_errors([&] {
        require_not_elsewhere(folder, elsewhere);
        // Held until the keys are written, so that nobody else works in it meanwhile.
        SQLite::Database file =
            vault::open_encrypted(folder / "record.db", subkey(person.keys.vault, vault::Purpose::record_database),
                                  record_file_kind, vault::OpenMode::existing);
        vault::require_keys_lost(folder, person.keys.vault);
        Record record{file, subkey(person.keys.vault, vault::Purpose::row_macs)};
        ActLog log{record, subkey(person.keys.vault, vault::Purpose::chain_macs), person.keys.person, std::move(now)};
        Acts acts{record, log};

        const fs::path private_notes = folder / vault::private_file_name(person.keys.person);
        const bool are_missing = !fs::exists(fs::symlink_status(private_notes));
        make_private_notes(folder, person.keys, NotesOf::somebody_known);
        try {
            // Before the keys are there: nobody gets new ones that the log does not tell of.
            acts.run(model::ActKind::recovery_used, [&] { acts.concerns({.record = person.keys.person}); });
            const vault::Person next = next_person_in(record);
            return Recovered{.vault = vault::rebuild_keys(folder, std::move(person), log.head(), next),
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
