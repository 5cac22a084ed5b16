#include "app/output/files.h"

#include <cerrno>
#include <cstdlib>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace app {

namespace {

std::error_code last_error()
{
    return {errno, std::generic_category()};
}

/// An open file, closed on the way out.
struct OpenFile {
    int number = -1;

    explicit OpenFile(int opened) : number{opened} {}
    OpenFile(const OpenFile&) = delete;
    OpenFile& operator=(const OpenFile&) = delete;
    ~OpenFile()
    {
        if (number >= 0)
            ::close(number);
    }
};

std::error_code write_all(int file, std::string_view bytes)
{
    while (!bytes.empty()) {
        const auto written = ::write(file, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return last_error();
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return {};
}

std::error_code write_durably(int file, std::string_view bytes)
{
    if (const auto trouble = write_all(file, bytes))
        return trouble;
    return ::fsync(file) == 0 ? std::error_code{} : last_error();
}

/// Makes the new name durable. Some file systems cannot; the file itself is safe by then.
void sync_folder(const std::filesystem::path& folder)
{
    const OpenFile opened{::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
    if (opened.number >= 0)
        static_cast<void>(::fsync(opened.number));
}

std::error_code replace_file(const std::filesystem::path& path, std::string_view bytes)
{
    const auto folder = path.has_parent_path() ? path.parent_path() : std::filesystem::path{"."};
    std::string beside = folder / ".mendline-XXXXXX";
    const OpenFile file{::mkostemp(beside.data(), O_CLOEXEC)};
    if (file.number < 0)
        return last_error();

    auto trouble = write_durably(file.number, bytes);
    if (!trouble && ::rename(beside.c_str(), path.c_str()) != 0)
        trouble = last_error();
    if (trouble) {
        ::unlink(beside.c_str());
        return trouble;
    }
    sync_folder(folder);
    return {};
}

} // namespace

std::error_code write_file(const std::filesystem::path& path, std::string_view bytes)
{
    std::error_code unknown;
    const auto there = std::filesystem::status(path, unknown);
    if (std::filesystem::is_directory(there))
        return std::make_error_code(std::errc::is_a_directory);
    if (path.empty() || !path.has_filename())
        return std::make_error_code(std::errc::no_such_file_or_directory);

    if (std::filesystem::exists(there) && !std::filesystem::is_regular_file(there)) {
        // A pipe or a device: nothing to replace, and its name must stay what it is.
        const OpenFile file{::open(path.c_str(), O_WRONLY | O_CLOEXEC)};
        return file.number < 0 ? last_error() : write_all(file.number, bytes);
    }
    // A link stays a link; what it points to is replaced.
    const bool is_link = std::filesystem::is_symlink(std::filesystem::symlink_status(path, unknown));
    const auto target = is_link ? std::filesystem::weakly_canonical(path, unknown) : path;
    return replace_file(unknown ? path : target, bytes);
}

} // namespace app
