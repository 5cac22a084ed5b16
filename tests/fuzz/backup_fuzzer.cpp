#include "storage/backup_file.h"
#include "storage/vault/checksum.h"
#include "tests/fuzz/property.h"
#include "tests/support/temporary_folder.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <map>
#include <new>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

namespace {

/// The largest piece of memory that was asked for since this was last set to nothing.
thread_local std::size_t largest_piece = 0;

} // namespace

// Every piece of memory passes through here, so that one of a size that was merely claimed is seen. Not inline: the
// compiler would take memory from `new` that `free` takes back for a mistake.
[[gnu::noinline]] void* operator new(std::size_t size, const std::nothrow_t& /*says*/) noexcept
{
    largest_piece = std::max(largest_piece, size);
    return std::malloc(std::max<std::size_t>(size, 1));
}

[[gnu::noinline]] void* operator new(std::size_t size)
{
    if (void* memory = operator new(size, std::nothrow))
        return memory;
    throw std::bad_alloc{};
}

[[gnu::noinline]] void operator delete(void* memory) noexcept
{
    std::free(memory);
}

[[gnu::noinline]] void operator delete(void* memory, std::size_t /*size*/) noexcept
{
    std::free(memory);
}

namespace {

namespace fs = std::filesystem;
using Bytes = std::vector<std::uint8_t>;
using storage::BackupHead;
using storage::StorageErrorKind;
using tests::require;

// As backup_format.md has it.
constexpr std::size_t number_of_parts_at = 12;
constexpr std::size_t list_at = 40;
constexpr std::size_t name_size = 64;
constexpr std::size_t entry_size = name_size + 8;
constexpr std::size_t checksum_size = 32;
constexpr std::uint64_t most_of_keys = 64 * 1024;
constexpr std::uint64_t end_of_9999 = 253'402'300'799;

/// Where an input lies as a file, and what is made of it.
struct Place {
    tests::TemporaryFoldersIn in_memory{tests::memory_folder()};
    tests::TemporaryFolder folder{};
    fs::path input = folder.path() / "input";
    fs::path unpacked = folder.path() / "unpacked";
    fs::path again = folder.path() / "again";
};

Bytes bytes_of(const fs::path& file)
{
    std::ifstream stream{file, std::ios::binary};
    return {std::istreambuf_iterator<char>{stream}, {}};
}

std::uint64_t number_at(const Bytes& bytes, std::size_t at, std::size_t size)
{
    std::uint64_t number = 0;
    for (std::size_t i = size; i > 0; --i)
        number = number << 8 | bytes.at(at + i - 1);
    return number;
}

Bytes checksum_of(std::span<const std::uint8_t> bytes)
{
    storage::vault::Checksum checksum;
    checksum.add(bytes);
    const auto value = checksum.value();
    return {value.begin(), value.end()};
}

std::span<const std::uint8_t> before_checksum(const Bytes& bytes)
{
    return std::span{bytes}.first(bytes.size() - checksum_size);
}

/// What came of a reading: how it failed, or nothing. It asks for no more memory than the input has bytes, but for the
/// odds and ends of any reading.
template <class Read>
std::optional<StorageErrorKind> failure_of(std::size_t size, const Read& read)
{
    constexpr std::size_t odds_and_ends = 4096;
    std::optional<StorageErrorKind> failure;
    largest_piece = 0;
    try {
        read();
    } catch (const storage::StorageError& error) {
        failure = error.kind;
    }
    require(largest_piece <= 2 * size + odds_and_ends, "nothing is allocated by a length that is merely claimed");
    return failure;
}

std::set<std::string> names_in(const fs::path& folder)
{
    std::set<std::string> names;
    for (const auto& entry : fs::directory_iterator{folder})
        names.insert(entry.path().filename().string());
    return names;
}

/// What each part holds.
using Parts = std::map<std::string, Bytes>;

Parts unpacked_parts(const fs::path& folder)
{
    Parts parts;
    for (const std::string& name : names_in(folder))
        parts.emplace(name, bytes_of(folder / name));
    return parts;
}

/// The parts that a head tells of, cut out of the input.
Parts parts_in(const Bytes& bytes, const BackupHead& head)
{
    Parts parts;
    auto at = bytes.begin() + static_cast<std::ptrdiff_t>(list_at + head.parts.size() * entry_size);
    for (const auto& part : head.parts) {
        const auto end = at + static_cast<std::ptrdiff_t>(part.size);
        parts.emplace(part.name, Bytes(at, end));
        at = end;
    }
    return parts;
}

void require_rules(const BackupHead& head, const Bytes& bytes)
{
    const auto seconds = head.made_at.time_since_epoch().count();
    require(seconds >= 0 && static_cast<std::uint64_t>(seconds) <= end_of_9999, "it was made before the year 10000");
    require(!head.parts.empty() && head.parts.size() <= BackupHead::most_parts, "there are 1 to 256 parts");
    require(head.parts.front().name == "keys" && head.parts.front().size <= most_of_keys, "the keys come first");
    std::set<std::string> names;
    std::uint64_t whole = list_at + head.parts.size() * entry_size + checksum_size;
    for (const auto& part : head.parts) {
        require(names.insert(part.name).second, "no name comes twice");
        require(storage::is_part_name(part.name) && fs::path{part.name}.filename() == part.name &&
                    part.name.size() < name_size,
                "a part can never leave its folder");
        require(part.size <= bytes.size(), "no part is longer than all of it");
        whole += part.size;
    }
    require(names.contains("record.db"), "there is a record");
    require(whole == bytes.size(), "the sizes make up the whole");
}

/// Unpacks the input as the program does, and holds what comes out against what went in.
void require_right_unpacking(const Place& place, const Bytes& bytes, const BackupHead& head, bool is_whole)
{
    double reached = 0;
    const storage::Progress progress{.tell = [&](double part) {
        require(part >= reached && part <= 1, "it goes on and never back");
        reached = part;
    }};
    const auto failure = failure_of(bytes.size(), [&] {
        const auto found =
            storage::unpack_backup_file(place.input, place.unpacked, storage::Unpacking::to_try, progress);
        require(found == head, "it is what its head says");
    });
    require(failure == (is_whole ? std::nullopt : std::optional{StorageErrorKind::damaged}),
            "it is unpacked where its checksum fits, and nowhere else");
    require(unpacked_parts(place.unpacked) == parts_in(bytes, head), "what went in comes out, and nothing else");
    require(names_in(place.folder.path()) == std::set<std::string>{"input", "unpacked"}, "nothing leaves its folder");
}

void require_same_when_written_again(const Place& place, const Bytes& bytes, const BackupHead& head)
{
    const Parts parts = parts_in(bytes, head);
    storage::write_backup_file(place.again, head, [&](const storage::BackupPart& part, const storage::Sink& sink) {
        sink(parts.at(part.name));
    });
    require(bytes_of(place.again) == bytes, "what is read is written again to the byte");
    fs::remove(place.again);
}

/// Everything that can be asked of a file that has no head.
void require_failures_alike(const Place& place, const Bytes& bytes, StorageErrorKind kind)
{
    using enum StorageErrorKind;
    require(kind == not_ours || kind == too_new || kind == damaged, "it is told what is wrong with the file");
    const auto fails = [&](const auto& read) { return failure_of(bytes.size(), read) == kind; };
    require(fails([&] { storage::read_backup_keys(place.input); }) &&
                fails([&] { storage::check_backup_file(place.input, {}); }) && fails([&] {
                    storage::unpack_backup_file(place.input, place.unpacked, storage::Unpacking::to_try, {});
                }),
            "whatever is asked of it, the same is wrong with it");
    require(fs::is_empty(place.unpacked), "nothing comes out of a file without a head");
}

void check(const Bytes& bytes)
{
    static const Place place;
    std::ofstream{place.input, std::ios::binary | std::ios::trunc}.write(reinterpret_cast<const char*>(bytes.data()),
                                                                         static_cast<std::streamsize>(bytes.size()));
    fs::remove_all(place.unpacked);
    fs::create_directory(place.unpacked);

    BackupHead head;
    if (const auto failure = failure_of(bytes.size(), [&] { head = storage::read_backup_head(place.input); })) {
        require_failures_alike(place, bytes, *failure);
        return;
    }
    require_rules(head, bytes);
    Bytes keys;
    require(!failure_of(bytes.size(), [&] { keys = storage::read_backup_keys(place.input); }) &&
                keys == parts_in(bytes, head).at("keys"),
            "the keys can be read alone");
    const bool is_whole = std::ranges::equal(checksum_of(before_checksum(bytes)), std::span{bytes}.last(checksum_size));
    require(failure_of(bytes.size(), [&] { storage::check_backup_file(place.input, {}); }).has_value() != is_whole,
            "a checksum that does not fit is found");
    require_right_unpacking(place, bytes, head, is_whole);
    if (is_whole)
        require_same_when_written_again(place, bytes, head);
}

/// The same bytes with a checksum that fits, so that what lies behind it is reached.
Bytes with_right_checksum(Bytes bytes)
{
    if (bytes.size() >= checksum_size)
        std::ranges::copy(checksum_of(before_checksum(bytes)),
                          bytes.end() - static_cast<std::ptrdiff_t>(checksum_size));
    return bytes;
}

/// The same bytes with a last part of the size that is left for it, which chance would never hit.
Bytes with_sizes_that_fit(Bytes bytes)
{
    if (bytes.size() < list_at)
        return bytes;
    const auto parts = number_at(bytes, number_of_parts_at, 4);
    if (parts < 1 || parts > bytes.size() / entry_size || list_at + parts * entry_size + checksum_size > bytes.size())
        return bytes;
    std::uint64_t left = bytes.size() - list_at - parts * entry_size - checksum_size;
    for (std::uint64_t part = 0; part + 1 < parts; ++part)
        left -= number_at(bytes, list_at + part * entry_size + name_size, 8);
    for (std::size_t i = 0; i < 8; ++i)
        bytes.at(list_at + (parts - 1) * entry_size + name_size + i) = static_cast<std::uint8_t>(left >> (8 * i));
    return bytes;
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    const Bytes input(bytes, bytes + size);
    check(input);
    check(with_right_checksum(input));
    check(with_right_checksum(with_sizes_that_fit(input)));
    return 0;
}
