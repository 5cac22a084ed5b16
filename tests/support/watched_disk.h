#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>

namespace tests {

/// What a database asks of its disk.
enum class DiskCall { open, read, write, truncate, sync, remove, sync_folder };

/// One request. `file` is its name without the folder.
struct DiskRequest {
    DiskCall call = DiskCall::read;
    std::string file{};
    std::int64_t offset = 0;                ///< Of a read or a write; for a truncation the new size.
    std::span<const unsigned char> bytes{}; ///< Of a write; of a read those that it has read, or will.
    bool makes_the_file = false;            ///< Of an opening: the file was not there before.
};

/// Stands between SQLite and the real disk while it lives, for every database file that is opened meanwhile.
/// All of them must be closed before it goes. One at a time; one thread.
///
/// Everything reaches the real disk unless `before` forbids it, and the real disk's folders tell when they are synced,
/// so that nothing is presumed about when SQLite does that.
class WatchedDisk {
public:
    WatchedDisk();
    WatchedDisk(const WatchedDisk&) = delete;
    WatchedDisk& operator=(const WatchedDisk&) = delete;
    ~WatchedDisk();

    /// Asked before each request: 0 lets it pass, anything else is the code of SQLite that it fails with, undone.
    std::function<int(const DiskRequest&)> before = [](const DiskRequest&) { return 0; };

    /// Told after each request that worked.
    std::function<void(const DiskRequest&)> after = [](const DiskRequest&) {};

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

} // namespace tests
