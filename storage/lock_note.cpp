#include "storage/lock_note.h"

#include "model/text.h"
#include "storage/durable_file.h"
#include "storage/vault/checksum.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <chrono>
#include <csignal>
#include <fstream>
#include <sstream>
#include <string_view>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <utility>
#include <vector>

namespace storage {

namespace {

namespace fs = std::filesystem;

constexpr auto lock_name = "lock";
constexpr std::size_t longest_note = 1024;
constexpr std::size_t longest_mark = 64;

std::string host_name()
{
    std::array<char, 256> name{};
    ::gethostname(name.data(), name.size() - 1);
    return name.data();
}

bool is_mark(std::string_view text)
{
    const auto is_sign = [](char sign) {
        return ('0' <= sign && sign <= '9') || ('a' <= sign && sign <= 'f') || sign == '-';
    };
    return text.size() <= longest_mark && std::ranges::all_of(text, is_sign);
}

/// The first line of a file that the system keeps; empty where it has none, or another than a mark.
std::string mark_in(const char* file)
{
    std::ifstream stream{file};
    std::string line;
    std::getline(stream, line);
    return is_mark(line) ? line : std::string{};
}

/// Systemd asks that the machine's number be kept to itself: what leaves the machine is a checksum of it.
std::string unlike(const std::string& number)
{
    if (number.empty()) {
        return {};
    }
    const std::string text = "mendline lock " + number;
    vault::Checksum sum;
    sum.add({reinterpret_cast<const std::uint8_t*>(text.data()), text.size()});
    constexpr std::string_view digits = "0123456789abcdef";
    constexpr std::size_t bytes_told = 8;
    const auto value = sum.value();
    std::string mark;
    for (std::size_t i = 0; i < bytes_told; ++i) {
        mark += digits[value.at(i) / digits.size()];
        mark += digits[value.at(i) % digits.size()];
    }
    return mark;
}

bool is_host_name(const std::string& text)
{
    const auto is_control = [](char sign) { return static_cast<unsigned char>(sign) < ' ' || sign == '\x7F'; };
    return !model::is_blank(text) && model::is_utf8(text) && std::ranges::none_of(text, is_control);
}

/// When the note says that it was left. Notes of before say nothing, and what is copied to and fro may be any text.
std::optional<model::Moment> moment_in(const std::string& line)
{
    constexpr std::int64_t year_10000 = 253'402'300'800;
    std::int64_t seconds = 0;
    const auto end = line.data() + line.size();
    const auto read = std::from_chars(line.data(), end, seconds);
    const bool is_moment = !line.empty() && read.ec == std::errc{} && read.ptr == end && seconds > 0;
    return is_moment && seconds < year_10000 ? std::optional{model::Moment{std::chrono::seconds{seconds}}}
                                             : std::nullopt;
}

std::string note_of_this_process()
{
    const Machine machine = this_machine();
    const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    return machine.host + "\n" + std::to_string(::getpid()) + "\n" + machine.id + "\n" + machine.boot + "\n" +
           std::to_string(now.time_since_epoch().count()) + "\n";
}

std::optional<std::string> text_of(const fs::path& file)
{
    if (std::error_code none; !fs::is_regular_file(file, none)) {
        return std::nullopt; // A pipe would keep whoever reads it waiting.
    }
    try {
        const auto bytes = read_file(file, longest_note);
        return bytes ? std::optional{std::string{bytes->begin(), bytes->end()}} : std::nullopt;
    } catch (const StorageError&) {
        return std::nullopt;
    }
}

/// As this program ends its lines. What is synchronised may come from an editor of another system.
std::string with_plain_lines(std::string_view text)
{
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    if (text.starts_with(byte_order_mark)) {
        text.remove_prefix(byte_order_mark.size());
    }
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '\r') {
            plain += text[i];
        } else if (i + 1 == text.size() || text[i + 1] != '\n') {
            plain += '\n';
        }
    }
    return plain;
}

/// When whatever lies there was last changed, be it a note or not.
std::optional<model::Moment> left_at(const fs::path& file)
{
    struct ::stat status {};
    return ::lstat(file.c_str(), &status) == 0 ? std::optional{model::Moment{std::chrono::seconds{status.st_mtime}}}
                                               : std::nullopt;
}

/// A file cannot take the place of a folder: an empty one goes, another is called otherwise.
void make_room_for(const fs::path& file)
{
    std::error_code none;
    if (fs::is_directory(fs::symlink_status(file, none)) && ::rmdir(file.c_str()) != 0) {
        std::string aside = file.string() + ".aside";
        for (int number = 2; fs::exists(fs::symlink_status(aside, none)); ++number) {
            aside = file.string() + ".aside" + std::to_string(number);
        }
        rename_to_new(file, aside);
    }
}

} // namespace

Machine this_machine()
{
    return {.host = host_name(),
            .id = unlike(mark_in("/etc/machine-id")),
            .boot = mark_in("/proc/sys/kernel/random/boot_id")};
}

std::optional<LockNote> lock_note(const fs::path& folder)
{
    const fs::path file = folder / lock_name;
    const auto text = text_of(file);
    const auto changed_at = left_at(file);
    if (!text || !changed_at) {
        return std::nullopt;
    }
    std::istringstream lines{with_plain_lines(*text)};
    LockNote note;
    std::string rest;
    if (!std::getline(lines, note.holder.host) || !is_host_name(note.holder.host) || !(lines >> note.process) ||
        note.process <= 0) {
        return std::nullopt;
    }
    std::string since;
    std::getline(lines, rest);
    std::getline(lines, note.machine_id);
    std::getline(lines, note.boot);
    std::getline(lines, since);
    if (!is_mark(note.machine_id) || !is_mark(note.boot)) {
        note.machine_id.clear();
        note.boot.clear();
    }
    note.holder.since = moment_in(since).value_or(*changed_at);
    return note;
}

bool is_of(const LockNote& note, const Machine& machine)
{
    if (!note.boot.empty() && note.boot == machine.boot) {
        return true;
    }
    const bool are_both_marked = !note.machine_id.empty() && !machine.id.empty();
    return note.holder.host == machine.host && (!are_both_marked || note.machine_id == machine.id);
}

bool is_stale(const LockNote& note)
{
    const Machine here = this_machine();
    const bool is_of_before = !note.boot.empty() && !here.boot.empty() && note.boot != here.boot;
    return is_of(note, here) && (is_of_before || (::kill(static_cast<pid_t>(note.process), 0) != 0 && errno == ESRCH));
}

std::optional<Holder> holder_elsewhere(const fs::path& folder)
{
    const fs::path file = folder / lock_name;
    if (!left_at(file)) {
        return std::nullopt;
    }
    if (const auto note = lock_note(folder)) {
        return !is_of(*note, this_machine()) ? std::optional{note->holder} : std::nullopt;
    }
    // Asked again: it may have been taken away just now.
    const auto changed_at = left_at(file);
    return changed_at ? std::optional{Holder{.since = *changed_at}} : std::nullopt;
}

void require_not_elsewhere(const fs::path& folder, Elsewhere elsewhere)
{
    if (elsewhere == Elsewhere::was_asked_about) {
        return;
    }
    if (auto holder = holder_elsewhere(folder)) {
        throw StorageError{std::move(*holder), StorageErrorKind::open_elsewhere};
    }
}

LockFile::LockFile(const fs::path& folder) : file_{folder / lock_name}, text_{note_of_this_process()}
{
    try {
        make_room_for(file_);
        write_durably(file_, [this](const Sink& sink) {
            sink({reinterpret_cast<const std::uint8_t*>(text_.data()), text_.size()});
        });
    } catch (const StorageError&) {
        // A full disk must not keep anybody from their records.
    }
}

LockFile::LockFile(LockFile&& other) noexcept
    : file_{std::exchange(other.file_, {})}, text_{std::exchange(other.text_, {})}
{
}

LockFile& LockFile::operator=(LockFile&& other) noexcept
{
    std::swap(file_, other.file_);
    std::swap(text_, other.text_);
    return *this;
}

LockFile::~LockFile()
{
    if (!file_.empty() && text_of(file_) == text_) {
        ::unlink(file_.c_str());
    }
}

} // namespace storage
