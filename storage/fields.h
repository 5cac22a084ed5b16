#pragma once

#include "model/fields.h"
#include "storage/record.h"

#include <cstddef>
#include <optional>
#include <string>
#include <type_traits>

/// The fields of a record (`model/fields.h`) in SQL. Joins and ordering stay written by hand around them.
namespace storage {

/// What `each` makes of the column of each field, with commas between.
template <class Record, class Each>
std::string fields_as(Each&& each)
{
    static const Record blank{};
    std::string list;
    model::visit_fields([&](const model::FieldName& name,
                            const auto&) { list += (list.empty() ? "" : ", ") + each(std::string{name.column}); },
                        blank);
    return list;
}

/// `code, name, pronouns`
template <class Record>
const std::string& columns_of()
{
    static const std::string list = fields_as<Record>([](const std::string& column) { return column; });
    return list;
}

/// `:code, :name, :pronouns`
template <class Record>
const std::string& parameters_of()
{
    static const std::string list = fields_as<Record>([](const std::string& column) { return ":" + column; });
    return list;
}

/// `code = :code, name = :name, pronouns = :pronouns`
template <class Record>
const std::string& assignments_of()
{
    static const std::string list =
        fields_as<Record>([](const std::string& column) { return column + " = :" + column; });
    return list;
}

/// `INSERT INTO goal (client_id, wording) VALUES (:client_id, :wording)`: into `table`, with the columns `keys` (commas
/// between) before those of the fields.
template <class Record>
std::string insertion_into(const std::string& table, const std::string& keys)
{
    std::string places = ":" + keys;
    for (std::size_t at = 0; (at = places.find(", ", at)) != std::string::npos; at += 3) {
        places.insert(at + 2, ":");
    }
    return "INSERT INTO " + table + " (" + keys + ", " + columns_of<Record>() + ") VALUES (" + places + ", " +
           parameters_of<Record>() + ")";
}

/// Gives every parameter that is called like a field its value.
template <class Record>
void bind_fields(Statement& statement, const Record& record)
{
    const auto bind = [&]<class Value>(const model::FieldName& name, const Value& value) {
        const std::string parameter = ":" + std::string{name.column};
        if constexpr (std::is_same_v<Value, std::string>) {
            if (name.came_later && value.empty()) {
                statement.bind(parameter.c_str(), std::optional<std::string>{});
                return;
            }
        }
        statement.bind(parameter.c_str(), value);
    };
    model::visit_fields(bind, record);
}

/// The record in the present row. Throws `StorageError{damaged}` when a column cannot be such a value.
template <class Record>
Record read_fields(const Statement& row)
{
    Record record{};
    const auto read = [&]<class Value>(const model::FieldName& name, Value& value) {
        const std::string column{name.column};
        if constexpr (std::is_same_v<Value, std::string>) {
            if (name.came_later) {
                value = row.read<std::optional<std::string>>(column.c_str()).value_or(std::string{});
                return;
            }
        }
        value = row.read<Value>(column.c_str());
    };
    model::visit_fields(read, record);
    return record;
}

} // namespace storage
