#include "tests/bench/sqlite_shell.h"

#include <cstdlib>
#include <iostream>
#include <stdexcept>
#include <sys/wait.h>
#include <unistd.h>

namespace bench {

bool SqliteShell::is_there()
{
    static const bool is_there = std::system("command -v sqlite3 >/dev/null && command -v stdbuf >/dev/null") == 0;
    static const bool is_said = is_there || (std::cerr << "SKIPPED: comparison with the sqlite3 shell, which is not "
                                                          "installed (package sqlite3)\n");
    return is_said && is_there;
}

SqliteShell::SqliteShell(const std::filesystem::path& file)
{
    int in[2];
    int out[2];
    if (::pipe(in) != 0 || ::pipe(out) != 0) {
        throw std::runtime_error{"no pipe"};
    }
    process_ = ::fork();
    if (process_ == 0) {
        ::dup2(in[0], STDIN_FILENO);
        ::dup2(out[1], STDOUT_FILENO);
        for (const int end : {in[0], in[1], out[0], out[1]}) {
            ::close(end);
        }
        // Into a pipe the shell would keep its answers back.
        ::execlp("stdbuf", "stdbuf", "-oL", "sqlite3", "-batch", file.c_str(), nullptr);
        ::_exit(127);
    }
    ::close(in[0]);
    ::close(out[1]);
    to_shell_ = in[1];
    from_shell_ = out[0];
}

SqliteShell::~SqliteShell()
{
    ::close(to_shell_);
    ::close(from_shell_);
    ::waitpid(process_, nullptr, 0);
}

void SqliteShell::run(const std::string& lines)
{
    const std::string all = lines + "\n.print done\n";
    if (::write(to_shell_, all.data(), all.size()) != static_cast<ssize_t>(all.size())) {
        throw std::runtime_error{"the sqlite3 shell takes nothing"};
    }
    for (char letter = 0; letter != '\n';) {
        if (::read(from_shell_, &letter, 1) != 1) {
            throw std::runtime_error{"the sqlite3 shell does not answer"};
        }
    }
}

} // namespace bench
