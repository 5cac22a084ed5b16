#include "storage/vault/two_copies.h"

#include "storage/durable_file.h"
#include "storage/storage_error.h"
#include "storage/vault/wire.h"

#include <algorithm>
#include <fcntl.h>
#include <unistd.h>

namespace storage::vault {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t longest_file = 64UL * 1024;
constexpr std::size_t counter_size = 4;

/// How many wrong passwords a copy has counted; none where it cannot be read.
std::uint32_t counted_in(const fs::path& file)
{
    try {
        const Copy copy = read_copy(file);
        return copy.is_good() ? copy.file().failed_unlocks : 0;
    } catch (const StorageError&) {
        return 0;
    }
}

} // namespace

bool Copy::is_sealed_by(const SecretKey& key) const
{
    return vault::is_sealed_by(*bytes, key);
}

std::span<const std::uint8_t> Copy::lasting() const
{
    return std::span{*bytes}.first(bytes->size() - counter_size);
}

fs::path first_copy(const fs::path& folder)
{
    return folder / "keys";
}

fs::path second_copy(const fs::path& folder)
{
    return folder / "keys.bak";
}

Copy read_copy(const fs::path& file)
{
    Copy copy{.bytes = read_file(file, longest_file)};
    if (copy.bytes)
        copy.content = parse_keys(*copy.bytes);
    return copy;
}

TwoCopies read_copies(const fs::path& folder)
{
    return {.first = read_copy(first_copy(folder)), .second = read_copy(second_copy(folder))};
}

bool are_alike(const Copy& one, const Copy& other)
{
    return one.is_good() && other.is_good() && std::ranges::equal(one.lasting(), other.lasting());
}

void write_copy(const fs::path& file, const OpenVault& vault)
{
    KeysFile content = vault.file;
    content.failed_unlocks = std::max(content.failed_unlocks, counted_in(file));
    write_durably(file, write_keys(content, vault.keys.vault));
}

void write_counter(const fs::path& folder, std::uint32_t count)
{
    const int descriptor = ::open(first_copy(folder).c_str(), O_RDWR | O_CLOEXEC);
    if (descriptor < 0)
        return;
    Writer writer;
    writer.number(count, static_cast<int>(counter_size));
    const off_t size = ::lseek(descriptor, 0, SEEK_END);
    // A keys file is only ever replaced as a whole, so the end of this one stays its end.
    if (size > static_cast<off_t>(counter_size)) {
        const auto written =
            ::pwrite(descriptor, writer.written().data(), counter_size, size - static_cast<off_t>(counter_size));
        static_cast<void>(written);
    }
    ::close(descriptor);
}

void forget_failed(const fs::path& folder, std::uint32_t count)
{
    if (count > 0) {
        const auto counted = counted_in(first_copy(folder));
        write_counter(folder, counted - std::min(counted, count));
    }
}

} // namespace storage::vault
