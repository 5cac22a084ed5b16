#include "storage/vault/encrypted_file.h"
#include "storage/vault/vault.h"
#include "storage/vault/wiping_allocator.h"
#include "tests/support/temporary_folder.h"

#include <SQLiteCpp/Statement.h>
#include <sodium.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <fcntl.h>
#include <fstream>
#include <functional>
#include <memory>
#include <span>
#include <sstream>
#include <string>
#include <sys/wait.h>
#include <unistd.h>
#include <variant>
#include <vector>

// What stays readable in this process's memory of a casebook that was written, read and closed: nothing, where SQLite
// wipes what it frees; much, where it does not. A program of its own, because that is decided before SQLite is first
// used in a process. And what stays of the code of a recovery sheet that was typed and opened a casebook: nothing.

namespace {

constexpr std::size_t canary_size = 20;
constexpr int rows = 400;

/// What is looked for: "The heron in row 17.", kept turned over, so that the search does not find itself.
class Needle {
public:
    Needle()
    {
        const std::string words = canary(17);
        for (const char letter : words)
            turned_.push_back(static_cast<unsigned char>(~letter));
    }

    /// The sentence of a row; the caller wipes it.
    static std::string canary(int row)
    {
        std::string words = "The heron in row ";
        words.reserve(64);
        words += std::to_string(row % 90 + 10);
        words += '.';
        return words;
    }

    /// How many rows' sentences stand in these bytes.
    int count_in(std::span<const unsigned char> bytes) const
    {
        constexpr std::size_t same_in_all = 17;
        int count = 0;
        for (std::size_t at = 0; at + canary_size <= bytes.size(); ++at) {
            std::size_t alike = 0;
            while (alike < same_in_all && bytes[at + alike] == static_cast<unsigned char>(~turned_[alike]))
                ++alike;
            count += alike == same_in_all && bytes[at + canary_size - 1] == '.' ? 1 : 0;
        }
        return count;
    }

private:
    std::vector<unsigned char> turned_{};
};

/// The code of a recovery sheet, kept turned over in the same way.
class CodeNeedle {
public:
    /// The code as it is typed; the caller wipes it.
    static std::string typed(const storage::vault::RecoveryCode& code)
    {
        std::string text = code.text();
        std::ranges::transform(text, text.begin(), [](char sign) { return sign == '-' ? ' ' : sign; });
        return text;
    }

    explicit CodeNeedle(const storage::vault::RecoveryCode& code)
    {
        const auto letters = code.secret();
        // Whoever gives memory back writes over its first bytes.
        for (const char letter : letters.view().substr(letters.view().size() - shown))
            turned_.push_back(static_cast<unsigned char>(~letter));
    }

    /// How often its last letters stand in these bytes one after the other, as they are or each as a whole number.
    int count_in(std::span<const unsigned char> bytes) const
    {
        int count = 0;
        for (const std::size_t width : {std::size_t{1}, std::size_t{4}})
            for (std::size_t at = 0; at + (shown - 1) * width < bytes.size(); ++at) {
                std::size_t alike = 0;
                while (alike < shown && bytes[at + alike * width] == static_cast<unsigned char>(~turned_[alike]))
                    ++alike;
                count += alike == shown ? 1 : 0;
            }
        return count;
    }

private:
    static constexpr std::size_t shown = 10;
    std::vector<unsigned char> turned_{};
};

/// How often what is looked for stands in the memory of this process that can be written.
template <class Looked>
int found_in_memory(const Looked& needle)
{
    constexpr std::uintptr_t largest = 1ULL << 30; // Beyond that: what a sanitizer reserves for itself.
    constexpr std::size_t step = 1U << 20;
    std::ifstream maps{"/proc/self/maps"};
    const int memory = ::open("/proc/self/mem", O_RDONLY | O_CLOEXEC);
    // Fenced in by libsodium, so that it is a stretch of memory by itself and can be passed over.
    const std::unique_ptr<unsigned char, decltype(&sodium_free)> room{
        static_cast<unsigned char*>(sodium_malloc(step + canary_size)), &sodium_free};
    const auto own = reinterpret_cast<std::uintptr_t>(room.get());
    int found = 0;
    for (std::string line; std::getline(maps, line);) {
        std::istringstream text{line};
        std::uintptr_t begin = 0;
        std::uintptr_t end = 0;
        char dash = 0;
        std::string rights;
        text >> std::hex >> begin >> dash >> end >> rights;
        if (!rights.starts_with("rw") || end - begin > largest || (begin <= own && own < end))
            continue;
        for (; begin < end; begin += step) {
            const auto wanted = std::min(step + canary_size - 1, static_cast<std::size_t>(end - begin));
            const auto got = ::pread(memory, room.get(), wanted, static_cast<off_t>(begin));
            found += needle.count_in({room.get(), got > 0 ? static_cast<std::size_t>(got) : 0});
        }
    }
    ::close(memory);
    return found;
}

void write_rows(SQLite::Database& file)
{
    file.exec("CREATE TABLE note (words TEXT NOT NULL); CREATE INDEX note_by_words ON note (words)");
    for (int row = 0; row < rows; ++row) {
        std::string words = Needle::canary(row);
        SQLite::Statement insert{file, "INSERT INTO note (words) VALUES (:words)"};
        insert.bind(":words", words);
        insert.exec();
        sodium_memzero(words.data(), words.size());
    }
}

void read_rows(SQLite::Database& file)
{
    SQLite::Statement query{file,
                            "SELECT words, group_concat(words, ' ') FROM note GROUP BY words ORDER BY words || 'x'"};
    std::size_t letters = 0;
    while (query.executeStep())
        letters += static_cast<std::size_t>(query.getColumn(1).getBytes());
    if (letters < rows * canary_size)
        std::puts("the rows were not read");
}

/// Writes, reads and closes a casebook's file, and tells what can still be read in memory; at most 255, for `_exit`.
int readable_after_closing()
{
    const tests::TemporaryFolder folder;
    {
        SQLite::Database file = storage::vault::open_encrypted(
            folder.path() / "some.db", storage::vault::SecretKey::random(), 1, storage::vault::OpenMode::create);
        write_rows(file);
        read_rows(file);
    }
    return std::min(found_in_memory(Needle{}), 255);
}

/// Reads a code as it is typed, makes a sheet and opens it with the code, and tells what can still be read of it.
int readable_of_code(bool is_careless)
{
    using namespace storage::vault;
    const auto code = RecoveryCode::random();
    const CodeNeedle needle{code};
    std::string typed = CodeNeedle::typed(code);
    const auto read = std::get<RecoveryCode>(parse_recovery_code(typed));
    const auto keys = random_keys();
    const KeySlot slot = seal_slot(keys, KeySlot::Kind::recovery, read.secret(), KeyCost::smallest());
    unlock_sheet({.vault = keys.id, .slot = slot}, read);
    if (!is_group(read, 8, std::string_view{typed}.substr(42)))
        std::puts("the code is another");
    sodium_memzero(typed.data(), typed.size());
    if (is_careless)
        const std::string left{read.secret().view()};
    return std::min(found_in_memory(needle), 255);
}

/// How much a process of its own finds; -1 when that fails.
int found_in_child(const std::function<int()>& look)
{
    const pid_t child = ::fork();
    if (child == 0)
        ::_exit(look());
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

} // namespace

int main()
{
    const int without = found_in_child(readable_after_closing);
    const int with = found_in_child([] {
        if (!storage::vault::wipe_freed_memory())
            ::abort();
        return readable_after_closing();
    });
    const int of_code = found_in_child([] { return readable_of_code(false); });
    const int of_code_carelessly = found_in_child([] { return readable_of_code(true); });
    std::printf("codes readable in memory after use: %d, and %d where one was left\n", of_code, of_code_carelessly);
    std::printf("sentences readable in memory after closing: %d, and %s without wiping\n", with,
                without == 255 ? "255 or more" : std::to_string(without).c_str());
    storage::vault::memory_database();
    const bool is_late = !storage::vault::wipe_freed_memory();
    const bool is_code_wiped = of_code == 0 && of_code_carelessly > 0;
    return with == 0 && without > 0 && is_code_wiped && is_late ? 0 : 1;
}
