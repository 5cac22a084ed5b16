#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace model {

/// A JSON value that remembers on which line it stands, so that a fault in it can be pointed at.
struct LocatedJson {
    enum class Kind { null, boolean, number, text, list, object };

    Kind kind = Kind::null;
    int line = 0;      ///< Counted from 1. For a member of an object: the line of its key.
    std::string key{}; ///< The key, for a member of an object.
    bool boolean = false;
    double number = 0;
    std::string text{};
    std::vector<LocatedJson> children{}; ///< Elements of a list, or members of an object in their order.

    /// The member with this key, or null.
    const LocatedJson* member(std::string_view name) const;
};

/// Where and why a text is not JSON that this program reads.
struct JsonFault {
    int line = 0;
    bool is_too_deep = false; ///< Well-formed so far, but nested deeper than any file of this program.
    std::string near{};       ///< The last piece of text read.
};

/// Reads JSON in UTF-8. Duplicate keys are kept as they stand, for the caller to judge.
std::variant<LocatedJson, JsonFault> read_located_json(std::string_view json);

} // namespace model
