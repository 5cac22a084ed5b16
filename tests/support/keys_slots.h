#pragma once

#include "storage/durable_file.h"
#include "storage/vault/keys_file.h"

#include <algorithm>
#include <filesystem>
#include <string>
#include <variant>
#include <vector>

namespace tests {

/// Each slot of a casebook's `keys` as a line: what opens it, without the time it takes to try passwords.
inline std::vector<std::string> slots_in(const std::filesystem::path& folder)
{
    const auto bytes = storage::read_file(folder / "keys", 64UL * 1024).value();
    const auto keys = std::get<storage::vault::KeysFile>(storage::vault::parse_keys(bytes));
    std::vector<std::string> lines;
    for (const auto& slot : keys.slots) {
        const bool is_password = slot.kind == storage::vault::KeySlot::Kind::password;
        std::string line = (is_password ? "password" : "sheet") + std::string{" of "} + std::to_string(slot.person);
        for (const auto byte : slot.salt) {
            line += ' ' + std::to_string(byte);
        }
        lines.push_back(std::move(line));
    }
    std::ranges::sort(lines);
    return lines;
}

} // namespace tests
