#pragma once

#include "storage/database.h"
#include "tests/support/quick_casebook.h"

#include <SQLiteCpp/Statement.h>

#include <string>
#include <vector>

namespace tests {

/// What is wrong with the files of a casebook, whatever was written into it; empty when they are sound. It must be
/// closed. Throws what opening it throws.
inline std::vector<std::string> faults_of(const QuickCasebook& place)
{
    std::vector<std::string> faults;
    auto files = place.open_bare();
    storage::with_storage_errors([&] {
        for (auto* file : {&files.record, &files.private_notes}) {
            SQLite::Statement check{*file, "PRAGMA integrity_check"};
            while (check.executeStep()) {
                if (const auto said = check.getColumn(0).getString(); said != "ok") {
                    faults.push_back(said);
                }
            }
            SQLite::Statement broken{*file, "PRAGMA foreign_key_check"};
            while (broken.executeStep()) {
                faults.push_back("foreign key in " + broken.getColumn(0).getString());
            }
        }
    });
    return faults;
}

} // namespace tests
