#include "storage/file_stream.h"

#include "storage/durable_file.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace storage {

FileStream::FileStream(const std::filesystem::path& file, int flags)
    : descriptor_{::open(file.c_str(), flags | O_CLOEXEC, 0600)}, name_{file.filename().string()}
{
    if (descriptor_ < 0)
        throw from_errno(errno, "open " + name_);
}

FileStream FileStream::to_read(const std::filesystem::path& file)
{
    // Without O_NONBLOCK a pipe of that name would be waited for without end.
    FileStream stream{file, O_RDONLY | O_NONBLOCK};
    struct ::stat status {};
    if (::fstat(stream.descriptor_, &status) != 0)
        throw from_errno(errno, "look at " + stream.name_);
    if (!S_ISREG(status.st_mode))
        throw StorageError{StorageErrorKind::not_ours, stream.name_ + " is no file"};
    return stream;
}

FileStream FileStream::to_write(const std::filesystem::path& file)
{
    return FileStream{file, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW};
}

FileStream::FileStream(FileStream&& other) noexcept
    : descriptor_{std::exchange(other.descriptor_, -1)}, name_{std::move(other.name_)}
{
}

FileStream& FileStream::operator=(FileStream&& other) noexcept
{
    std::swap(descriptor_, other.descriptor_);
    std::swap(name_, other.name_);
    return *this;
}

FileStream::~FileStream()
{
    if (descriptor_ >= 0)
        ::close(descriptor_);
}

std::uint64_t FileStream::size() const
{
    struct ::stat status {};
    if (::fstat(descriptor_, &status) != 0)
        throw from_errno(errno, "look at " + name_);
    return static_cast<std::uint64_t>(status.st_size);
}

void FileStream::read(std::span<std::uint8_t> into)
{
    while (!into.empty()) {
        const auto got = ::read(descriptor_, into.data(), into.size());
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            throw from_errno(errno, "read " + name_);
        if (got == 0)
            throw StorageError{StorageErrorKind::damaged, name_ + " ends too early"};
        into = into.subspan(static_cast<std::size_t>(got));
    }
}

void FileStream::write(std::span<const std::uint8_t> bytes)
{
    while (!bytes.empty()) {
        const auto written = ::write(descriptor_, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            throw from_errno(errno, "write " + name_);
        bytes = bytes.subspan(static_cast<std::size_t>(written));
    }
}

void FileStream::sync()
{
    if (::fsync(descriptor_) != 0)
        throw from_errno(errno, "sync " + name_);
    // A wish: where it is not heeded, the next reading sees what the system remembers.
    ::posix_fadvise(descriptor_, 0, 0, POSIX_FADV_DONTNEED);
}

} // namespace storage
