#pragma once

#include <filesystem>
#include <string>
#include <sys/types.h>

namespace bench {

/// The plain `sqlite3` shell on a plain file, as a peer.
class SqliteShell {
public:
    /// Whether there is such a program here; where not, says so on the terminal.
    static bool is_there();

    /// A shell that waits for statements, with its usual settings.
    explicit SqliteShell(const std::filesystem::path& file);
    SqliteShell(const SqliteShell&) = delete;
    SqliteShell& operator=(const SqliteShell&) = delete;
    ~SqliteShell();

    /// Runs statements or commands, each line of its own, and comes back when they are done.
    void run(const std::string& lines);

private:
    int to_shell_ = -1;
    int from_shell_ = -1;
    pid_t process_ = -1;
};

} // namespace bench
