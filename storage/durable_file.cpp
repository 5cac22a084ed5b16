#include "storage/durable_file.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>
#include <utility>

namespace storage {

namespace {

namespace fs = std::filesystem;

/// An open file, closed at the end.
class Descriptor {
public:
    Descriptor(const fs::path& file, int flags) : number_{::open(file.c_str(), flags | O_CLOEXEC, 0600)} {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor()
    {
        if (number_ >= 0)
            ::close(number_);
    }

    bool is_open() const { return number_ >= 0; }
    int number() const { return number_; }

private:
    int number_;
};

void write_all(int descriptor, std::span<const std::uint8_t> bytes, const std::string& name)
{
    while (!bytes.empty()) {
        const auto written = ::write(descriptor, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            throw from_errno(errno, "write " + name);
        bytes = bytes.subspan(static_cast<std::size_t>(written));
    }
}

void write_and_sync(const fs::path& file, const std::function<void(const Sink&)>& write)
{
    const std::string name = file.filename().string();
    const Descriptor descriptor{file, O_WRONLY | O_CREAT | O_TRUNC};
    if (!descriptor.is_open())
        throw from_errno(errno, "create " + name);
    write([&](std::span<const std::uint8_t> bytes) { write_all(descriptor.number(), bytes, name); });
    if (::fsync(descriptor.number()) != 0)
        throw from_errno(errno, "sync " + name);
}

} // namespace

StorageError from_errno(int error, const std::string& what)
{
    const std::string detail = what + ": " + std::strerror(error);
    switch (error) {
    case ENOENT:
    case ENOTDIR:
        return StorageError{StorageErrorKind::not_found, detail};
    case EEXIST:
    case ENOTEMPTY:
        return StorageError{StorageErrorKind::exists, detail};
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
        return StorageError{StorageErrorKind::full, detail};
    case EROFS:
        return StorageError{StorageErrorKind::read_only, detail};
    case EIO:
        return StorageError{StorageErrorKind::disk_error, detail};
    case ENOMEM:
        return StorageError{StorageErrorKind::too_little_memory, detail};
    default:
        return StorageError{StorageErrorKind::cannot_open, detail};
    }
}

std::optional<std::vector<std::uint8_t>> read_file(const fs::path& file, std::size_t most)
{
    const std::string name = file.filename().string();
    const Descriptor descriptor{file, O_RDONLY};
    if (!descriptor.is_open()) {
        if (errno == ENOENT || errno == ENOTDIR)
            return std::nullopt;
        throw from_errno(errno, "open " + name);
    }
    std::vector<std::uint8_t> bytes(most + 1);
    std::size_t count = 0;
    while (count < bytes.size()) {
        const auto got = ::read(descriptor.number(), bytes.data() + count, bytes.size() - count);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            throw from_errno(errno, "read " + name);
        if (got == 0)
            break;
        count += static_cast<std::size_t>(got);
    }
    bytes.resize(count);
    return bytes;
}

void write_durably(const fs::path& file, const std::function<void(const Sink&)>& write)
{
    fs::path fresh = file;
    fresh += ".new";
    try {
        write_and_sync(fresh, write);
        if (::rename(fresh.c_str(), file.c_str()) != 0)
            throw from_errno(errno, "rename " + fresh.filename().string());
    } catch (...) {
        ::unlink(fresh.c_str());
        throw;
    }
    sync_folder(file.parent_path());
}

void write_durably(const fs::path& file, std::span<const std::uint8_t> bytes)
{
    write_durably(file, [bytes](const Sink& sink) { sink(bytes); });
    const auto back = read_file(file, bytes.size());
    if (!back || !std::ranges::equal(*back, bytes))
        throw StorageError{StorageErrorKind::disk_error, "read back " + file.filename().string() + ": other bytes"};
}

void rename_to_new(const fs::path& from, const fs::path& to)
{
    int failed = ::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE);
    // Not every file system knows RENAME_NOREPLACE.
    if (failed != 0 && (errno == EINVAL || errno == ENOSYS)) {
        if (fs::exists(fs::symlink_status(to)))
            throw StorageError{StorageErrorKind::exists, "rename " + from.filename().string()};
        failed = ::rename(from.c_str(), to.c_str());
    }
    if (failed != 0)
        throw from_errno(errno, "rename " + from.filename().string());
}

void sync_folder(const fs::path& folder)
{
    const Descriptor descriptor{folder.empty() ? fs::path{"."} : folder, O_RDONLY | O_DIRECTORY};
    if (!descriptor.is_open())
        throw from_errno(errno, "open folder");
    // Some network file systems cannot sync a folder and say EINVAL; nothing more can be done there.
    if (::fsync(descriptor.number()) != 0 && errno != EINVAL)
        throw from_errno(errno, "sync folder");
}

} // namespace storage
