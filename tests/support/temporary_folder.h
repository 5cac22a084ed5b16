#pragma once

#include <cstdlib>
#include <filesystem>
#include <optional>
#include <stdexcept>
#include <string>
#include <system_error>
#include <unistd.h>

namespace tests {

/// A folder of the test's own, gone when the test is.
class TemporaryFolder {
public:
    TemporaryFolder()
    {
        std::string name = (std::filesystem::temp_directory_path() / "mendline-test-XXXXXX").string();
        if (::mkdtemp(name.data()) == nullptr)
            throw std::runtime_error{"no temporary folder"};
        path_ = name;
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    ~TemporaryFolder()
    {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }

    const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

/// Makes temporary folders lie in `folder` while it lives.
class TemporaryFoldersIn {
public:
    explicit TemporaryFoldersIn(const std::filesystem::path& folder)
    {
        if (const char* now = std::getenv("TMPDIR")) {
            before_ = now;
        }
        ::setenv("TMPDIR", folder.c_str(), 1);
    }
    TemporaryFoldersIn(const TemporaryFoldersIn&) = delete;
    TemporaryFoldersIn& operator=(const TemporaryFoldersIn&) = delete;
    ~TemporaryFoldersIn() { before_ ? ::setenv("TMPDIR", before_->c_str(), 1) : ::unsetenv("TMPDIR"); }

private:
    std::optional<std::string> before_{};
};

/// A folder in memory, where syncing costs nothing; where there is none, the one of all temporary folders.
inline std::filesystem::path memory_folder()
{
    const std::filesystem::path memory = "/dev/shm";
    return ::access(memory.c_str(), W_OK) == 0 ? memory : std::filesystem::temp_directory_path();
}

} // namespace tests
