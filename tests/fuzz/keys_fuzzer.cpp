#include "storage/vault/keys_file.h"
#include "tests/fuzz/property.h"

#include <sodium.h>

#include <algorithm>
#include <vector>

using namespace storage::vault;

namespace {

constexpr std::size_t hash_size = 32;
constexpr std::size_t tail_size = 2 * hash_size + 4;

/// The same bytes with a checksum that fits, so that what lies behind it is reached.
std::vector<std::uint8_t> with_right_checksum(std::vector<std::uint8_t> bytes)
{
    if (bytes.size() > tail_size) {
        const std::size_t covered = bytes.size() - tail_size;
        crypto_generichash(bytes.data() + covered, hash_size, bytes.data(), covered, nullptr, 0);
    }
    return bytes;
}

void check(const std::vector<std::uint8_t>& bytes)
{
    static const SecretKey key = SecretKey::random();
    const auto read = parse_keys(bytes);
    const auto* file = std::get_if<KeysFile>(&read);
    if (file == nullptr)
        return;
    tests::require(claimed_generation(bytes) == file->generation, "the generation is where it is claimed to be");
    tests::require(!is_sealed_by(bytes, key), "nobody can forge the MAC of a key they do not have");
    tests::require(std::ranges::all_of(file->slots, [](const KeySlot& slot) { return slot.cost.is_allowed(); }),
                   "no slot asks for more than is allowed");

    const auto written = write_keys(*file, key);
    const auto covered = static_cast<std::ptrdiff_t>(bytes.size() - hash_size - 4);
    tests::require(written.size() == bytes.size() &&
                       std::equal(bytes.begin(), bytes.begin() + covered, written.begin()),
                   "what is read is written again to the byte");
    tests::require(parse_keys(written) == read && is_sealed_by(written, key), "what is written is read again");
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    ready_sodium();
    const std::vector<std::uint8_t> input(bytes, bytes + size);
    check(input);
    check(with_right_checksum(input));
    static_cast<void>(claimed_generation(input));
    return 0;
}
