#pragma once

#include "storage/migrations.h"

#include <initializer_list>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace tests {

/// The migrations that ship, and `sql` after them, one migration each.
inline std::vector<model::EmbeddedFile> shipped_and(std::initializer_list<std::string_view> sql)
{
    static std::set<std::string> names; // The files hold views of them.
    const auto shipped = storage::migration_files();
    std::vector<model::EmbeddedFile> files{shipped.begin(), shipped.end()};
    for (const std::string_view text : sql) {
        const std::string number = std::to_string(files.size() + 1);
        const auto name = names.insert(std::string(4 - number.size(), '0') + number + "_test.sql").first;
        files.push_back({.name = *name, .text = text});
    }
    return files;
}

} // namespace tests
