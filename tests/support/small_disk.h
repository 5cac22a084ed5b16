#pragma once

#include "tests/support/temporary_folder.h"

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <sched.h>
#include <string>
#include <sys/mount.h>
#include <unistd.h>
#include <utility>

namespace tests {

/// A disk of its own for the test: a piece of memory, which only root may mount.
class SmallDisk {
public:
    static constexpr std::uintmax_t size = 8 << 20;
    static constexpr std::uintmax_t block = 4096;

    SmallDisk()
    {
        const std::string options = "size=" + std::to_string(size);
        // In a view of the file system of its own, so that nobody else sees the disk and it goes with the process.
        is_there_ = ::geteuid() == 0 && ::unshare(CLONE_NEWNS) == 0 &&
                    ::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0 &&
                    ::mount("tmpfs", place_.path().c_str(), "tmpfs", 0, options.c_str()) == 0;
    }
    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;
    ~SmallDisk()
    {
        if (is_there_) {
            ::umount2(place_.path().c_str(), MNT_DETACH);
        }
    }

    bool is_there() const { return is_there_; }
    const std::filesystem::path& path() const { return place_.path(); }

private:
    TemporaryFolder place_{};
    bool is_there_ = false;
};

/// While it lives the disk has so many bytes free.
class Filler {
public:
    Filler(const std::filesystem::path& disk, std::uintmax_t free) : file_{disk / "filler"}
    {
        std::ofstream{file_}.put('x');
        const auto room = std::filesystem::space(disk).available + SmallDisk::block;
        if (room > free) {
            const std::string bytes(room - free, 'x');
            std::ofstream{file_, std::ios::binary} << bytes;
        }
    }
    Filler(Filler&& other) noexcept : file_{std::exchange(other.file_, {})} {}
    Filler& operator=(Filler&&) = delete;
    ~Filler()
    {
        if (!file_.empty()) {
            std::filesystem::remove(file_);
        }
    }

private:
    std::filesystem::path file_;
};

} // namespace tests
