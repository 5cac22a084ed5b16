#pragma once

#include "tests/support/file_bytes.h"

#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <unistd.h>

namespace tests {

/// A folder of one test's own, gone when the test is.
class OwnFolder {
public:
    OwnFolder()
    {
        std::string name = testing::TempDir() + "output-XXXXXX";
        path_ = mkdtemp(name.data());
    }
    OwnFolder(const OwnFolder&) = delete;
    OwnFolder& operator=(const OwnFolder&) = delete;
    ~OwnFolder() { std::filesystem::remove_all(path_); }

    std::filesystem::path operator/(std::string_view name) const { return path_ / name; }
    const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

inline void put(const std::filesystem::path& path, std::string_view bytes)
{
    std::ofstream{path, std::ios::binary} << bytes;
}

/// What a command wrote, and its exit status.
struct Said {
    std::string words;
    int status = 0;
};

inline Said run(const std::string& command)
{
    Said said;
    FILE* pipe = popen((command + " 2>&1").c_str(), "r");
    std::array<char, 4096> part{};
    for (std::size_t count = 0; (count = fread(part.data(), 1, part.size(), pipe)) > 0;)
        said.words.append(part.data(), count);
    said.status = pclose(pipe);
    return said;
}

} // namespace tests
