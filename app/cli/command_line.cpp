#include "app/cli/command_line.h"

#include "app/output/files.h"
#include "app/words/cli_words.h"
#include "app/words/errors.h"
#include "app/words/verification_words.h"
#include "app/words/zone_words.h"
#include "storage/machine_zone.h"
#include "storage/output_place.h"

#include <array>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>
#include <set>
#include <termios.h>
#include <unistd.h>
#include <vector>

namespace app::cli {

namespace {

/// The terminal before unseen typing. Outside of the class because the handler of a signal can be handed nothing.
termios terminal_before{};

/// Gives the echo back; the signal then ends the program as it would have.
void give_echo_back(int signal)
{
    tcsetattr(STDIN_FILENO, TCSANOW, &terminal_before);
    raise(signal);
}

/// Switches the echo of the terminal on standard input off while it lives, or until a signal ends the program.
class UnseenTyping {
public:
    UnseenTyping()
    {
        tcgetattr(STDIN_FILENO, &terminal_before);
        struct sigaction before_the_end {};
        before_the_end.sa_handler = give_echo_back;
        before_the_end.sa_flags = static_cast<int>(SA_RESETHAND);
        for (std::size_t i = 0; i < ending_signals.size(); ++i) {
            sigaction(ending_signals.at(i), &before_the_end, &handlers_before_.at(i));
        }
        termios unseen = terminal_before;
        unseen.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &unseen);
    }
    UnseenTyping(const UnseenTyping&) = delete;
    UnseenTyping& operator=(const UnseenTyping&) = delete;
    ~UnseenTyping()
    {
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &terminal_before);
        for (std::size_t i = 0; i < ending_signals.size(); ++i) {
            sigaction(ending_signals.at(i), &handlers_before_.at(i), nullptr);
        }
    }

private:
    static constexpr std::array ending_signals{SIGINT, SIGTERM, SIGHUP, SIGQUIT};

    std::array<struct sigaction, ending_signals.size()> handlers_before_{};
};

std::string first_line(std::string text)
{
    // Some editors begin every file with a byte order mark; nobody types it.
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    if (text.starts_with(byte_order_mark)) {
        text.erase(0, byte_order_mark.size());
    }
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

/// Found once for all that a command asks.
const storage::MachineZone& zone()
{
    static const storage::MachineZone found = storage::machine_zone();
    return found;
}

std::string zone_variable()
{
    const char* variable = std::getenv("TZ");
    return variable != nullptr ? variable : "";
}

/// The zone to go by; that it is a guess is said once. Nobody can be asked here: where nothing fits, nothing is done.
const std::string& zone_name()
{
    if (zone().certainty == storage::ZoneCertainty::unknown) {
        throw Refusal{zone_words::unknown_line(zone_variable())};
    }
    if (static bool is_said = false; zone().certainty == storage::ZoneCertainty::guessed && !is_said) {
        is_said = true;
        std::cerr << zone_words::guessed_line(zone().name) << '\n';
    }
    return zone().name;
}

} // namespace

std::string about_program()
{
    return "Mendline without its window. " + zone_words::help_line();
}

model::Moment now()
{
    return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

model::Date today()
{
    return model::date_in_zone(now(), zone_name());
}

model::Date read_day(const std::string& text)
{
    const auto day = model::parse_date(text);
    if (!day) {
        throw Refusal{words::not_a_date(text)};
    }
    return *day;
}

std::string read_file(const std::filesystem::path& file)
{
    if (std::filesystem::is_directory(file)) {
        throw Refusal{words::is_a_folder(file.string())};
    }
    std::ifstream stream{file, std::ios::binary};
    std::string bytes{std::istreambuf_iterator<char>{stream}, {}};
    if (!stream) {
        throw Refusal{words::cannot_read(file.string())};
    }
    return bytes;
}

model::ClockFace clock_face()
{
    return {.zone = zone_name()};
}

model::ClockFace clock_or_utc()
{
    if (zone().certainty != storage::ZoneCertainty::unknown) {
        return clock_face();
    }
    if (static bool is_said = false; !is_said) {
        is_said = true;
        std::cerr << zone_words::utc_line(zone_variable()) << '\n';
    }
    return {.zone = "UTC"};
}

model::ClockFace clock_of_complaints()
{
    const bool is_known = zone().certainty != storage::ZoneCertainty::unknown;
    return {.zone = is_known ? zone().name : std::string{}};
}

void require_free(const std::filesystem::path& place)
{
    if (std::filesystem::exists(std::filesystem::symlink_status(place))) {
        throw Refusal{words::already_there(place.string())};
    }
    if (const auto problem = storage::problem_with_output(place)) {
        throw Refusal{words_for(*problem, place.string())};
    }
}

void require_outputs(std::span<const std::filesystem::path> files, bool overwrite,
                     std::initializer_list<std::optional<std::filesystem::path>> inputs)
{
    std::vector<std::filesystem::path> read;
    for (const auto& input : inputs) {
        read.insert(read.end(), input ? 1 : 0, input.value_or(std::filesystem::path{}));
    }
    std::set<std::filesystem::path> places;
    for (const std::filesystem::path& file : files) {
        if (const auto problem = storage::problem_with_output(file, read)) {
            throw Refusal{words_for(*problem, file.string())};
        }
        std::error_code unknown;
        const auto there = std::filesystem::status(file, unknown);
        if (std::filesystem::exists(there) && !std::filesystem::is_regular_file(there)) {
            continue; // A pipe or a device is written to, not replaced.
        }
        if (std::filesystem::exists(there) && !overwrite) {
            throw Refusal{words::file_already_there(file.string())};
        }
        if (!places.insert(std::filesystem::weakly_canonical(file, unknown)).second) {
            throw Refusal{words::output_named_twice(file.string())};
        }
    }
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
    std::string password = file ? first_line(read_file(*file)) : typed_password(words::new_password_prompt());
    if (!file && password != typed_password(words::repeat_password_prompt())) {
        throw Refusal{words::passwords_differ()};
    }
    if (storage::vault::problem_with(password)) {
        throw Refusal{words::password_unusable()};
    }
    return password;
}

storage::Elsewhere elsewhere_for(const Common& common)
{
    return common.open_anyway ? storage::Elsewhere::was_asked_about : storage::Elsewhere::is_refused;
}

storage::Casebook open_casebook(const Common& common)
{
    if (!std::filesystem::exists(common.casebook)) {
        throw Refusal{words::no_casebook(common.casebook.string())};
    }
    storage::Casebook casebook{common.casebook,
                               storage::vault::unlock(common.casebook, password_from(common.password_file)), now,
                               elsewhere_for(common)};
    if (casebook.is_behind_its_keys()) {
        std::cerr << verification_words::older_copy_banner() << '\n';
    }
    return casebook;
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
