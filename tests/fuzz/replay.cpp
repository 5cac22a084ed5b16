#include "tests/fuzz/property.h"

#include <cstdio>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <vector>

// Tries every file of the folders it is given, and each of its beginnings, against one fuzzer's properties.

namespace {

namespace fs = std::filesystem;

/// An input in memory of exactly its size, so that a sanitizer sees a step beyond its end.
void try_input(const char* bytes, std::size_t size)
{
    const std::vector<std::uint8_t> exact(bytes, bytes + size);
    LLVMFuzzerTestOneInput(exact.data(), exact.size());
}

void try_file(const fs::path& file)
{
    constexpr std::size_t longest_cut = 1024;
    std::ifstream stream{file, std::ios::binary};
    const std::vector<char> bytes{std::istreambuf_iterator<char>{stream}, {}};
    try_input(bytes.data(), bytes.size());
    for (std::size_t size = 0; size < std::min(bytes.size(), longest_cut); ++size)
        try_input(bytes.data(), size);
}

} // namespace

int main(int count, char** words)
{
    int tried = 0;
    for (int at = 1; at < count; ++at) {
        for (const auto& entry : fs::directory_iterator{words[at]}) {
            try {
                try_file(entry.path());
                ++tried;
            } catch (const std::exception& broken) {
                std::printf("%s: %s\n", entry.path().c_str(), broken.what());
                return 1;
            }
        }
    }
    std::printf("%d files\n", tried);
    return tried > 0 ? 0 : 1;
}
