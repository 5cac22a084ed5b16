#pragma once

#include "storage/migrations.h"

#include <array>
#include <cassert>
#include <initializer_list>
#include <string_view>
#include <vector>

namespace tests {

/// The migrations that ship, and `sql` after them, one migration each.
inline std::vector<model::EmbeddedFile> shipped_and(std::initializer_list<std::string_view> sql)
{
    static constexpr std::array names{"0001_test.sql", "0002_test.sql", "0003_test.sql", "0004_test.sql",
                                      "0005_test.sql"};
    const auto shipped = storage::migration_files();
    std::vector<model::EmbeddedFile> files{shipped.begin(), shipped.end()};
    for (const std::string_view text : sql) {
        assert(files.size() < names.size());
        files.push_back({.name = names[files.size()], .text = text});
    }
    return files;
}

} // namespace tests
