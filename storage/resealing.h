#pragma once

#include "model/calendar.h"
#include "storage/record.h"
#include "storage/seals.h"
#include "storage/vault/keys_file.h"

#include <SQLiteCpp/Database.h>

#include <cstdint>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace storage {

/// What happens around the SQL of an upgrade, in its transaction: rows whose columns it changes are sealed anew, as
/// far as they were sound, and the upgrade is entered into the log. See `run_migrations`.
class Resealing {
public:
    /// Before the SQL, and before its transaction. Holds log and rows against each other, if any table is sealed anew,
    /// and lists what it finds in the table `temp.doubtful_row (table_name, row_id, is_damaged)`: rows that are
    /// damaged, and others that are not what the log says. A migration that makes rows out of others adds those that it
    /// made of such ones. `file` and `keys` must outlive it. Throws `StorageError{damaged}`, see `run_migrations`.
    Resealing(SQLite::Database& file, const vault::CasebookKeys& keys, std::set<std::string> tables);
    Resealing(const Resealing&) = delete;
    Resealing& operator=(const Resealing&) = delete;
    ~Resealing();

    /// After the SQL: seals the tables anew and enters the upgrade to this schema version, with every row that was
    /// sealed or is gone.
    void finish(int version, const std::function<model::Moment()>& now);

    /// The rows that were damaged before, and are so still.
    const std::set<RowName>& damaged() const { return damaged_; }

private:
    void hold_against_log(Record& record);
    void require_own_keys(const Seals& seals) const;
    void list_doubtful() const;
    void read_doubtful();
    std::vector<RowWritten> seal_tables(Seals& seals) const;
    std::vector<std::int64_t> ids_in(const std::string& table) const;

    SQLite::Database& file_;
    const vault::CasebookKeys& keys_;
    std::set<std::string> tables_;
    bool is_log_readable_ = false;
    std::set<RowName> damaged_{};
    std::set<RowName> unvouched_{};                             ///< Sound, but not what the log says.
    std::map<std::string, std::vector<std::int64_t>> before_{}; ///< The rows of each table.
};

} // namespace storage
