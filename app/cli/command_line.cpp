#include "app/cli/command_line.h"

#include "app/output/files.h"
#include "app/words/cli_words.h"

#include <chrono>
#include <ctime>
#include <fstream>
#include <iostream>
#include <iterator>
#include <termios.h>
#include <unistd.h>

namespace app::cli {

namespace {

/// Switches the terminal's echo off while it lives.
class UnseenTyping {
public:
    UnseenTyping()
    {
        is_terminal_ = tcgetattr(STDIN_FILENO, &before_) == 0;
        if (is_terminal_) {
            termios unseen = before_;
            unseen.c_lflag &= ~static_cast<tcflag_t>(ECHO);
            tcsetattr(STDIN_FILENO, TCSAFLUSH, &unseen);
        }
    }
    UnseenTyping(const UnseenTyping&) = delete;
    UnseenTyping& operator=(const UnseenTyping&) = delete;
    ~UnseenTyping()
    {
        if (is_terminal_) {
            tcsetattr(STDIN_FILENO, TCSAFLUSH, &before_);
        }
    }

private:
    termios before_{};
    bool is_terminal_ = false;
};

std::string first_line(std::string text)
{
    text.resize(std::min(text.find_first_of("\r\n"), text.size()));
    return text;
}

std::string typed_password(const std::string& prompt)
{
    if (isatty(STDIN_FILENO) == 0) {
        throw Refusal{words::no_password()};
    }
    std::cerr << prompt << std::flush;
    const UnseenTyping unseen;
    std::string line;
    if (!std::getline(std::cin, line)) {
        throw Refusal{words::no_password()};
    }
    std::cerr << '\n';
    return line;
}

} // namespace

model::Moment now()
{
    return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

model::Date today()
{
    const std::time_t seconds = now().time_since_epoch().count();
    std::tm local{};
    localtime_r(&seconds, &local);
    return date::year{local.tm_year + 1900} / date::month{static_cast<unsigned>(local.tm_mon + 1)} /
           date::day{static_cast<unsigned>(local.tm_mday)};
}

std::string read_file(const std::filesystem::path& file)
{
    std::ifstream stream{file, std::ios::binary};
    std::string bytes{std::istreambuf_iterator<char>{stream}, {}};
    if (!stream || std::filesystem::is_directory(file)) {
        throw Refusal{words::cannot_read(file.string())};
    }
    return bytes;
}

void write(const std::filesystem::path& file, std::string_view bytes)
{
    if (const std::error_code error = write_file(file, bytes)) {
        throw Refusal{words::cannot_write(file.string(), error.message())};
    }
}

std::string password_from(const std::optional<std::filesystem::path>& file)
{
    return file ? first_line(read_file(*file)) : typed_password(words::password_prompt());
}

std::string new_password_from(const std::optional<std::filesystem::path>& file)
{
    if (file) {
        return first_line(read_file(*file));
    }
    std::string password = typed_password(words::new_password_prompt());
    if (password != typed_password(words::repeat_password_prompt())) {
        throw Refusal{words::passwords_differ()};
    }
    return password;
}

storage::Casebook open_casebook(const std::filesystem::path& folder,
                                const std::optional<std::filesystem::path>& password_file)
{
    return storage::Casebook{folder, storage::vault::unlock(folder, password_from(password_file)).keys};
}

model::ClientId client_with_code(const storage::Casebook& casebook, const std::string& code)
{
    const auto client = casebook.client_with_code(code);
    if (!client) {
        throw Refusal{words::no_such_client(code)};
    }
    return *client;
}

} // namespace app::cli
