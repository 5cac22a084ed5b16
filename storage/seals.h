#pragma once

#include "storage/vault/mac.h"

#include <SQLiteCpp/Database.h>

#include <compare>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace storage {

/// Names a row of the record: its table and its key there.
struct RowName {
    std::string table{};
    std::int64_t id = 0;

    auto operator<=>(const RowName&) const = default;
};

/// What an act did to a row. The seal of a removed row is of no account.
struct RowWritten {
    RowName row{};
    bool is_removed = false;
    vault::RowSeal seal{};

    bool operator==(const RowWritten&) const = default;
};

/// What a trigger says when somebody wants to update a row whose seal is broken.
constexpr auto broken_seal = "the row is damaged";

/// Vouches for every row of the record that is ever shown: the cipher of the file takes a page of zeros, or an older
/// copy of a page, for a good one.
///
/// A table takes part by having the columns `act` and `seal`. For each such table T this makes, for its own connection
/// only: triggers that seal a row when it is inserted or updated, and refuse to update one whose seal is broken; the
/// view `sealed_T`, which is T and a column `is_sound`; and the view `sound_T`, only the rows whose seal is right.
/// Everything that is shown is read through these views. A broken row that a query came across is remembered in
/// `unsound`.
///
/// The seal covers table, key and act, and of every other column the name and the value, in the order of their names,
/// with types and lengths. A value that is absent is left out: a new column without values leaves old rows sound.
class Seals {
public:
    /// `file` must have its schema and outlive it; `key` is for `Purpose::row_macs`.
    Seals(SQLite::Database& file, vault::SecretKey key);
    Seals(const Seals&) = delete;
    Seals& operator=(const Seals&) = delete;
    /// Takes its triggers, views and functions away.
    ~Seals();

    /// Rows are sealed as written by this act from now on. Nothing can be written while there is no act.
    void begin_act(std::uint64_t number);
    /// Ends the act, and hands out what it wrote: each row once, as it stands at the end.
    std::vector<RowWritten> end_act();

    /// While one stands, a row with a broken seal may be updated, and gets no new one. For giving rows to another
    /// client only; one whose sole damage is that it stood with the wrong client is sound again at the right one.
    class DamagedRowsMove {
    public:
        explicit DamagedRowsMove(Seals& seals) : seals_{seals}, before_{std::exchange(seals.damaged_rows_move_, true)}
        {
        }
        ~DamagedRowsMove() { seals_.damaged_rows_move_ = before_; }
        DamagedRowsMove(const DamagedRowsMove&) = delete;
        DamagedRowsMove& operator=(const DamagedRowsMove&) = delete;

    private:
        Seals& seals_;
        bool before_;
    };

    /// Within an act: seals those rows of a table that the SQL condition `which` chooses, whatever seal they have. For
    /// upgrades alone.
    void seal_anew(const std::string& table, const std::string& which);

    /// Whether a table of this name is sealed; and what its key is called. Throws `std::out_of_range` where none is.
    bool knows(const std::string& table) const { return columns_.contains(table); }
    const std::string& key_of(const std::string& table) const { return columns_.at(table).key; }

    /// The tables that are sealed, by name.
    const std::vector<std::string>& tables() const { return tables_; }
    /// Remembers a row that somebody else found damaged.
    void met(const RowName& row) { unsound_.insert(row); }
    /// Part of a table could not be read at all: remembers that as a row of it with the id 0.
    void met_unreadable(const std::string& table);

    /// The rows with a broken seal that reading has come across so far.
    const std::set<RowName>& unsound() const { return unsound_; }
    /// How often reading has come across one; so that who reads a record in parts can tell whether a part was broken.
    std::uint64_t times_unsound() const { return times_unsound_; }

private:
    struct Functions; ///< What the triggers and views call.

    /// The columns of a sealed table: its key, and what the seal covers besides key and act, in the order of the names.
    struct Columns {
        std::string key{};
        std::vector<std::string> fields{};
    };

    void read_tables();
    void make_functions();
    void make_guards(const std::string& table, const Columns& columns);

    SQLite::Database& file_;
    vault::SecretKey key_;
    std::vector<std::string> tables_{};
    std::map<std::string, Columns> columns_{}; ///< By table.
    std::uint64_t act_ = 0;                    ///< 0 while none is running.
    bool damaged_rows_move_ = false;
    std::vector<RowWritten> written_{};
    std::set<RowName> unsound_{};
    std::uint64_t times_unsound_ = 0;
    std::vector<std::uint8_t> bytes_{}; ///< Of the row in hand; kept for its memory.
};

} // namespace storage
