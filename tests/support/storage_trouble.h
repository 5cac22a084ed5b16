#pragma once

#include "storage/storage_error.h"
#include "tests/support/file_bytes.h"

#include <csignal>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <optional>
#include <string>
#include <sys/resource.h>

/// The world going wrong, for tests of storage.
namespace tests {

/// What kind of failure `act` ends in; empty when it works.
inline std::optional<storage::StorageErrorKind> failure_of(const std::function<void()>& act)
{
    try {
        act();
        return std::nullopt;
    } catch (const storage::StorageError& error) {
        return error.kind;
    }
}

/// While it lives no file can grow beyond so many bytes, as on a full disk. Print nothing meanwhile.
class FileSizeLimit {
public:
    explicit FileSizeLimit(rlim_t bytes)
    {
        std::signal(SIGXFSZ, SIG_IGN);
        ::getrlimit(RLIMIT_FSIZE, &before_);
        const rlimit now{.rlim_cur = bytes, .rlim_max = before_.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &now);
    }
    FileSizeLimit(const FileSizeLimit&) = delete;
    FileSizeLimit& operator=(const FileSizeLimit&) = delete;
    ~FileSizeLimit() { ::setrlimit(RLIMIT_FSIZE, &before_); }

private:
    rlimit before_{};
};

/// Puts these bytes in the place of the file's.
inline void overwrite(const std::filesystem::path& file, const std::string& bytes)
{
    std::ofstream{file, std::ios::binary | std::ios::trunc} << bytes;
}

/// The same bytes with one bit turned over.
inline std::string with_flipped_bit(std::string bytes, std::size_t bit)
{
    bytes.at(bit / 8) = static_cast<char>(bytes.at(bit / 8) ^ (1 << (bit % 8)));
    return bytes;
}

} // namespace tests
