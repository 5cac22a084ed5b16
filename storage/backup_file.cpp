#include "storage/backup_file.h"

#include "storage/file_stream.h"
#include "storage/vault/checksum.h"
#include "storage/vault/wire.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

namespace storage {

namespace {

namespace fs = std::filesystem;

constexpr std::array<std::uint8_t, 8> magic{'M', 'e', 'n', 'd', 'B', 'a', 'c', 'k'};
constexpr std::uint64_t format = 1;
constexpr std::size_t head_size = magic.size() + 4 + 4 + 16 + 8;
constexpr std::size_t name_size = 64;
constexpr std::size_t entry_size = name_size + 8;
constexpr std::uint64_t latest_moment = 253'402'300'799; // The end of the year 9999.
constexpr std::uint64_t longest_part = 1ULL << 48;       // So that no sum of sizes can overflow.

StorageError damaged(const std::string& what)
{
    return StorageError{StorageErrorKind::damaged, "backup: " + what};
}

bool is_acceptable(const std::vector<BackupPart>& parts)
{
    std::set<std::string_view> names;
    for (const BackupPart& part : parts)
        if (!is_part_name(part.name) || part.size > longest_part || !names.insert(part.name).second)
            return false;
    return !parts.empty() && parts.size() <= BackupHead::most_parts && parts.front().name == "keys" &&
           parts.front().size <= BackupHead::longest_keys && names.contains("record.db");
}

std::vector<std::uint8_t> bytes_of_head(const BackupHead& head)
{
    vault::Writer writer;
    writer.bytes(magic);
    writer.number(format, 4);
    writer.number(head.parts.size(), 4);
    writer.bytes(head.vault);
    writer.number(static_cast<std::uint64_t>(head.made_at.time_since_epoch().count()), 8);
    for (const BackupPart& part : head.parts) {
        std::array<std::uint8_t, name_size> name{};
        std::ranges::copy(part.name, name.begin());
        writer.bytes(name);
        writer.number(part.size, 8);
    }
    return writer.take();
}

/// A name with nothing but zeros behind it; empty when it is anything else.
std::string read_name(vault::Reader& reader)
{
    std::array<std::uint8_t, name_size> bytes{};
    reader.bytes(bytes);
    const auto end = std::ranges::find(bytes, 0);
    if (std::any_of(end, bytes.end(), [](std::uint8_t byte) { return byte != 0; }))
        return {};
    return std::string(bytes.begin(), end);
}

/// Reads from a backup and adds what it reads to the checksum.
class BackupStream {
public:
    explicit BackupStream(const fs::path& file) : stream_{FileStream::to_read(file)} {}

    std::vector<std::uint8_t> read(std::size_t count)
    {
        std::vector<std::uint8_t> bytes(count);
        stream_.read(bytes);
        checksum_.add(bytes);
        return bytes;
    }

    BackupHead read_head();

    void read_part(const BackupPart& part, const Sink& sink)
    {
        for (std::uint64_t left = part.size; left > 0;) {
            const auto count = std::min<std::uint64_t>(left, piece_size);
            sink(read(static_cast<std::size_t>(count)));
            left -= count;
        }
    }

    /// Throws unless the checksum that comes next is that of all before. Nothing more can be read then.
    void require_right_checksum()
    {
        const auto expected = checksum_.value();
        vault::Checksum::Value found{};
        stream_.read(found);
        if (found != expected)
            throw damaged("checksum");
    }

private:
    FileStream stream_;
    vault::Checksum checksum_{};
};

BackupHead BackupStream::read_head()
{
    const std::uint64_t size = stream_.size();
    if (size < magic.size() || !std::ranges::equal(read(magic.size()), magic))
        throw StorageError{StorageErrorKind::not_ours, "no backup"};
    if (size < head_size)
        throw damaged("head");
    const auto fixed = read(head_size - magic.size());
    vault::Reader reader{fixed};
    if (const auto written_format = reader.number(4); written_format != format)
        throw written_format > format ? StorageError{StorageErrorKind::too_new, "backup: newer format"}
                                      : damaged("format");
    const auto count = reader.number(4);
    if (count < 1 || count > BackupHead::most_parts || size < head_size + count * entry_size)
        throw damaged("number of parts");

    BackupHead head;
    reader.bytes(head.vault);
    const auto seconds = reader.number(8);
    if (seconds > latest_moment)
        throw damaged("moment");
    head.made_at = model::Moment{std::chrono::seconds{static_cast<std::int64_t>(seconds)}};
    const auto listed = read(static_cast<std::size_t>(count) * entry_size);
    vault::Reader entries{listed};
    std::uint64_t whole = head_size + count * entry_size + vault::Checksum::size;
    for (std::uint64_t i = 0; i < count; ++i) {
        const std::string name = read_name(entries);
        head.parts.push_back({.name = name, .size = entries.number(8)});
        whole += std::min(head.parts.back().size, longest_part);
    }
    if (!is_acceptable(head.parts) || whole != size)
        throw damaged("parts");
    return head;
}

/// Tells how much of the parts is done.
class PartsProgress {
public:
    PartsProgress(const BackupHead& head, const Progress& progress) : progress_{progress}
    {
        for (const BackupPart& part : head.parts)
            whole_ += static_cast<double>(part.size);
    }

    void add(std::size_t bytes)
    {
        done_ += static_cast<double>(bytes);
        progress_.reach(done_ / whole_);
    }

private:
    const Progress& progress_;
    double whole_ = 0;
    double done_ = 0;
};

} // namespace

bool is_part_name(std::string_view name)
{
    constexpr std::string_view start = "private";
    constexpr std::string_view end = ".db";
    constexpr std::string_view journal = "-journal";
    if (name == "keys" || name == "record.db")
        return true;
    if (name.ends_with(journal))
        name.remove_suffix(journal.size());
    if (name.size() + journal.size() >= name_size || !name.starts_with(start) || !name.ends_with(end))
        return false;
    name.remove_prefix(start.size());
    name.remove_suffix(end.size());
    return std::ranges::all_of(
        name, [](char sign) { return (sign >= 'a' && sign <= 'z') || (sign >= '0' && sign <= '9') || sign == '-'; });
}

void write_backup_file(const fs::path& file, const BackupHead& head, const PartBytes& bytes_of)
{
    if (!is_acceptable(head.parts))
        throw StorageError{StorageErrorKind::refused, "backup: parts that no casebook has"};
    FileStream stream = FileStream::to_write(file);
    vault::Checksum checksum;
    const auto write = [&](std::span<const std::uint8_t> bytes) {
        checksum.add(bytes);
        stream.write(bytes);
    };
    write(bytes_of_head(head));
    for (const BackupPart& part : head.parts) {
        std::uint64_t written = 0;
        bytes_of(part, [&](std::span<const std::uint8_t> bytes) {
            written += bytes.size();
            write(bytes);
        });
        if (written != part.size)
            throw damaged(part.name + " has another size");
    }
    stream.write(checksum.value());
}

BackupHead read_backup_head(const fs::path& file)
{
    return BackupStream{file}.read_head();
}

std::vector<std::uint8_t> read_backup_keys(const fs::path& file)
{
    BackupStream stream{file};
    const BackupHead head = stream.read_head();
    return stream.read(static_cast<std::size_t>(head.parts.front().size));
}

BackupHead unpack_backup_file(const fs::path& file, const fs::path& folder, Unpacking what_for,
                              const Progress& progress)
{
    BackupStream stream{file};
    BackupHead head = stream.read_head();
    PartsProgress parts{head, progress};
    for (const BackupPart& part : head.parts) {
        FileStream into = FileStream::to_write(folder / part.name);
        stream.read_part(part, [&](std::span<const std::uint8_t> bytes) {
            into.write(bytes);
            parts.add(bytes.size());
        });
        if (what_for == Unpacking::to_keep)
            into.sync();
    }
    stream.require_right_checksum();
    if (what_for == Unpacking::to_keep)
        sync_folder(folder);
    return head;
}

void check_backup_file(const fs::path& file, const Progress& progress)
{
    BackupStream stream{file};
    const BackupHead head = stream.read_head();
    PartsProgress parts{head, progress};
    for (const BackupPart& part : head.parts)
        stream.read_part(part, [&](std::span<const std::uint8_t> bytes) { parts.add(bytes.size()); });
    stream.require_right_checksum();
}

} // namespace storage
