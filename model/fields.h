#pragma once

#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>

/// What the fields of a stored record are called, said once: lists of columns, binding, reading and JSON come from it.
namespace model {

/// What a field is called.
struct FieldName {
    std::string_view column; ///< In the record's table.
    std::string_view key;    ///< In JSON.
    bool came_later = false; ///< Rows of before have nothing there, and an empty text stays nothing: they stay sound.
};

/// A member that is one field.
template <class Record, class Value>
struct Field {
    FieldName name;
    Value Record::*member;

    template <class Visitor, class... Records>
    constexpr void visit(Visitor& visitor, Records&... records) const
    {
        visitor(name, records.*member...);
    }
};

/// A field that is called the same in the table and in JSON.
template <class Record, class Value>
constexpr Field<Record, Value> field(std::string_view name, Value Record::*member)
{
    return {.name = {.column = name, .key = name}, .member = member};
}

/// A text that a migration added to a table which had rows.
template <class Record>
constexpr Field<Record, std::string> later_text(std::string_view name, std::string Record::*member)
{
    return {.name = {.column = name, .key = name, .came_later = true}, .member = member};
}

/// The list of a record's fields, which stands beside the record:
///
///     template <>
///     inline constexpr auto fields_of<Practice> =
///         std::tuple{field("name", &Practice::name), field("address", &Practice::address)};
template <class Record>
inline constexpr auto fields_of = [] {
    static_assert(std::is_void_v<Record>, "this record has no list of fields: write fields_of for it, beside it");
    return std::tuple{};
}();

/// Calls `visitor(name, value)` for each field of a record, in the order of its list; for several records of one kind
/// `visitor(name, value, other)`.
template <class Visitor, class Record, class... Others>
constexpr void visit_fields(Visitor&& visitor, Record& record, Others&... others)
{
    std::apply([&](const auto&... fields) { (fields.visit(visitor, record, others...), ...); },
               fields_of<std::remove_const_t<Record>>);
}

/// A member that is a record of its own, whose fields stand among the others.
template <class Record, class Inner>
struct Part {
    Inner Record::*member;

    template <class Visitor, class... Records>
    constexpr void visit(Visitor& visitor, Records&... records) const
    {
        visit_fields(visitor, records.*member...);
    }
};

template <class Record, class Inner>
constexpr Part<Record, Inner> part(Inner Record::*member)
{
    return {.member = member};
}

} // namespace model
