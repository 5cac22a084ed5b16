#pragma once

#include "storage/storage_error.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>

/// Files that are too large to be held in memory, piece by piece. Never for the file of an open database.
namespace storage {

/// What is read or written at once.
inline constexpr std::size_t piece_size = 1UL << 20;

/// An open file, closed at the end of its life.
class FileStream {
public:
    /// A file to be read from its beginning. Throws `not_found`, and `not_ours` for what is no file.
    static FileStream to_read(const std::filesystem::path& file);

    /// A new file (mode 0600) to be written. Throws `exists` when something of that name is there.
    static FileStream to_write(const std::filesystem::path& file);

    FileStream(FileStream&& other) noexcept;
    FileStream& operator=(FileStream&& other) noexcept;
    FileStream(const FileStream&) = delete;
    FileStream& operator=(const FileStream&) = delete;
    ~FileStream();

    std::uint64_t size() const;

    /// Fills `into` with the next bytes. Throws `damaged` when the file ends before.
    void read(std::span<std::uint8_t> into);

    void write(std::span<const std::uint8_t> bytes);

    /// Puts all that was written on the disk, and lets the system forget it, so that it is read from there next.
    void sync();

private:
    FileStream(const std::filesystem::path& file, int flags);

    int descriptor_;
    std::string name_;
};

} // namespace storage
