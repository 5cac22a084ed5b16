#pragma once

#include "model/calendar.h"
#include "model/codes.h"
#include "model/ids.h"

#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Statement.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

/// How a value of the model stands in a column, and back. A column that holds what was never written there is
/// `StorageError{damaged}`.
namespace storage {

void bind_column(SQLite::Statement& statement, const char* parameter, std::int64_t value);
void bind_column(SQLite::Statement& statement, const char* parameter, double value);
void bind_column(SQLite::Statement& statement, const char* parameter, const std::string& value);
void bind_column(SQLite::Statement& statement, const char* parameter, const std::vector<std::uint8_t>& value);
void bind_column(SQLite::Statement& statement, const char* parameter, model::Date value);   ///< As an ISO date.
void bind_column(SQLite::Statement& statement, const char* parameter, model::Moment value); ///< As seconds of UTC.

inline void bind_column(SQLite::Statement& statement, const char* parameter, int value)
{
    bind_column(statement, parameter, std::int64_t{value});
}

inline void bind_column(SQLite::Statement& statement, const char* parameter, bool value)
{
    bind_column(statement, parameter, std::int64_t{value ? 1 : 0});
}

template <class Kind>
void bind_column(SQLite::Statement& statement, const char* parameter, model::Id<Kind> value)
{
    bind_column(statement, parameter, value.value);
}

template <model::Coded Choice>
void bind_column(SQLite::Statement& statement, const char* parameter, Choice value)
{
    bind_column(statement, parameter, std::string{model::code_of(value)});
}

/// Nothing is NULL.
template <class Value>
void bind_column(SQLite::Statement& statement, const char* parameter, const std::optional<Value>& value)
{
    if (value) {
        bind_column(statement, parameter, *value);
    } else {
        statement.bind(parameter);
    }
}

void read_column(const SQLite::Column& column, std::int64_t& value);
void read_column(const SQLite::Column& column, int& value);
void read_column(const SQLite::Column& column, bool& value);
void read_column(const SQLite::Column& column, double& value);
void read_column(const SQLite::Column& column, std::string& value);
void read_column(const SQLite::Column& column, std::vector<std::uint8_t>& value);
void read_column(const SQLite::Column& column, model::Date& value);
void read_column(const SQLite::Column& column, model::Moment& value);

/// Throws `StorageError{damaged}`, naming the column.
[[noreturn]] void refuse_column(const SQLite::Column& column);

template <class Kind>
void read_column(const SQLite::Column& column, model::Id<Kind>& value)
{
    read_column(column, value.value);
}

template <model::Coded Choice>
void read_column(const SQLite::Column& column, Choice& value)
{
    std::string code;
    read_column(column, code);
    const auto found = model::from_code<Choice>(code);
    if (!found) {
        refuse_column(column);
    }
    value = *found;
}

template <class Value>
void read_column(const SQLite::Column& column, std::optional<Value>& value)
{
    if (column.isNull()) {
        value.reset();
    } else {
        read_column(column, value.emplace());
    }
}

/// Numbers between semicolons, nothing where one is absent: `3;2;;1`.
std::string joined(const std::vector<std::optional<int>>& numbers);

/// Reads what `joined` wrote; at least one number, present or absent. Empty when it is anything else.
std::optional<std::vector<std::optional<int>>> split(std::string_view text);

} // namespace storage
