#pragma once

#include "storage/columns.h"
#include "storage/seals.h"
#include "storage/storage_error.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace storage {

/// The database of the ordinary record, with the seals of its rows and with the statements that were prepared on it:
/// preparing one anew costs more than running it.
class Record {
public:
    /// `file` must have its schema and outlive the record; `seal_key` is for `Purpose::row_macs`.
    Record(SQLite::Database& file, vault::SecretKey seal_key) : file_{&file}, seals_{file, std::move(seal_key)} {}

    SQLite::Database& file() { return *file_; }
    Seals& seals() { return seals_; }

private:
    friend class Statement;

    using Prepared = std::unique_ptr<SQLite::Statement>;

    SQLite::Database* file_;
    Seals seals_;
    std::map<std::string, std::vector<Prepared>, std::less<>> at_rest_; ///< By their SQL.
};

/// One use of a statement. Read with `step` and `read`, or write with `run`.
class Statement {
public:
    Statement(Record& record, std::string_view sql);
    ~Statement();

    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;

    /// Gives a `:named` parameter its value; one that is given none is NULL.
    template <class Value>
    void bind(const char* parameter, const Value& value)
    {
        bind_column(*prepared_, parameter, value);
    }

    /// Goes to the next row; false after the last.
    bool step() { return prepared_->executeStep(); }

    /// A column of the present row. Throws `StorageError{damaged}` when it cannot be such a value.
    template <class Value>
    Value read(const char* column) const
    {
        Value value{};
        read_column(prepared_->getColumn(column), value);
        return value;
    }

    /// The same of a row that may be damaged: empty where the column cannot be such a value.
    template <class Value>
    std::optional<Value> read_if_readable(const char* column) const
    {
        try {
            return read<Value>(column);
        } catch (const StorageError& error) {
            if (error.kind != StorageErrorKind::damaged) {
                throw;
            }
            return std::nullopt;
        }
    }

    /// Runs a statement that gives no rows, and says how many rows it wrote.
    int run();

    /// Runs an INSERT and hands out the id of the new row.
    std::int64_t insert();

private:
    Record& record_;
    const std::string_view sql_;
    Record::Prepared prepared_;
};

/// The day in a column of a damaged row; 1 January 1970 where there is none that could be read, so that lists have the
/// row all the same.
model::Date day_of_damaged(const Statement& row, const char* column);

/// Why a row that was asked for by its id, or something kept with it, is not among the sound ones: it is there but
/// `damaged`, or `not_found`.
StorageError missing(Record& record, const std::string& table, std::int64_t id);

} // namespace storage
