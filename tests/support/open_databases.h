#pragma once

#include <sqlite3.h>

#include <string>
#include <vector>

namespace tests {

/// Knows every database that is opened while it lives, so that a test can see what the program prepared on them.
class OpenDatabases {
public:
    OpenDatabases()
    {
        opened().clear();
        sqlite3_auto_extension(hook());
    }
    ~OpenDatabases() { sqlite3_cancel_auto_extension(hook()); }
    OpenDatabases(const OpenDatabases&) = delete;
    OpenDatabases& operator=(const OpenDatabases&) = delete;

    /// Every statement that is prepared on one of them. All of them must still be open.
    static std::vector<std::string> statements()
    {
        std::vector<std::string> found;
        for (sqlite3* database : opened()) {
            for (auto* one = sqlite3_next_stmt(database, nullptr); one != nullptr;
                 one = sqlite3_next_stmt(database, one)) {
                found.emplace_back(sqlite3_sql(one));
            }
        }
        return found;
    }

private:
    using Hook = void (*)();

    static std::vector<sqlite3*>& opened()
    {
        static std::vector<sqlite3*> databases;
        return databases;
    }

    static int remember(sqlite3* database, char** /*message*/, const void* /*api*/)
    {
        opened().push_back(database);
        return SQLITE_OK;
    }

    static Hook hook() { return reinterpret_cast<Hook>(&OpenDatabases::remember); }
};

} // namespace tests
