#include "tests/support/watched_disk.h"

#include <sqlite3.h>

#include <cassert>
#include <cstring>
#include <exception>
#include <filesystem>
#include <new>

namespace tests {

namespace {

/// A file as SQLite holds it: ours in front, the real one behind it in the same memory.
struct WatchedFile {
    sqlite3_file base{};
    WatchedDisk* disk = nullptr;
    std::string* name = nullptr; ///< Empty for a temporary file.

    sqlite3_file* real() { return reinterpret_cast<sqlite3_file*>(this + 1); }
};

WatchedFile& watched(sqlite3_file* file)
{
    return *reinterpret_cast<WatchedFile*>(file);
}

sqlite3_file* real(sqlite3_file* file)
{
    return watched(file).real();
}

/// The disk, for the one function of the real one that is handed nothing to know it by.
WatchedDisk* present_disk = nullptr;
bool folder_was_opened = false;
int (*open_real_folder)(const char*, int*) = nullptr;

/// SQLite opens a folder for one purpose only: to sync it.
int open_folder(const char* file, int* descriptor)
{
    folder_was_opened = true;
    return open_real_folder(file, descriptor);
}

/// Asks, does, and tells. What `act` does may sync the folder as well.
template <class Act>
int watch(WatchedDisk& disk, const DiskRequest& request, const Act& act)
{
    const int refusal = disk.before(request);
    if (refusal != SQLITE_OK) {
        return refusal;
    }
    folder_was_opened = false;
    const int result = act();
    if (result == SQLITE_OK) {
        disk.after(request);
        if (folder_was_opened) {
            disk.after({.call = DiskCall::sync_folder, .file = request.file});
        }
    }
    return result;
}

int close_file(sqlite3_file* file)
{
    delete watched(file).name;
    watched(file).name = nullptr;
    return real(file)->pMethods->xClose(real(file));
}

int read_file(sqlite3_file* file, void* bytes, int count, sqlite3_int64 offset)
{
    // A read that reaches behind the end is an answer, not a failure; it passes through as it is.
    const std::span read{static_cast<const unsigned char*>(bytes), static_cast<std::size_t>(count)};
    return watch(*watched(file).disk,
                 {.call = DiskCall::read, .file = *watched(file).name, .offset = offset, .bytes = read},
                 [&] { return real(file)->pMethods->xRead(real(file), bytes, count, offset); });
}

int write_file(sqlite3_file* file, const void* bytes, int count, sqlite3_int64 offset)
{
    const std::span written{static_cast<const unsigned char*>(bytes), static_cast<std::size_t>(count)};
    return watch(*watched(file).disk,
                 {.call = DiskCall::write, .file = *watched(file).name, .offset = offset, .bytes = written},
                 [&] { return real(file)->pMethods->xWrite(real(file), bytes, count, offset); });
}

int truncate_file(sqlite3_file* file, sqlite3_int64 size)
{
    return watch(*watched(file).disk, {.call = DiskCall::truncate, .file = *watched(file).name, .offset = size},
                 [&] { return real(file)->pMethods->xTruncate(real(file), size); });
}

int sync_file(sqlite3_file* file, int flags)
{
    return watch(*watched(file).disk, {.call = DiskCall::sync, .file = *watched(file).name},
                 [&] { return real(file)->pMethods->xSync(real(file), flags); });
}

int file_size(sqlite3_file* file, sqlite3_int64* size)
{
    return real(file)->pMethods->xFileSize(real(file), size);
}

int lock_file(sqlite3_file* file, int level)
{
    return real(file)->pMethods->xLock(real(file), level);
}

int unlock_file(sqlite3_file* file, int level)
{
    return real(file)->pMethods->xUnlock(real(file), level);
}

int is_reserved(sqlite3_file* file, int* answer)
{
    return real(file)->pMethods->xCheckReservedLock(real(file), answer);
}

int control_file(sqlite3_file* file, int what, void* value)
{
    return real(file)->pMethods->xFileControl(real(file), what, value);
}

int sector_size(sqlite3_file* file)
{
    return real(file)->pMethods->xSectorSize(real(file));
}

int characteristics(sqlite3_file* file)
{
    return real(file)->pMethods->xDeviceCharacteristics(real(file));
}

constexpr sqlite3_io_methods methods_of_a_file = {.iVersion = 1,
                                                  .xClose = close_file,
                                                  .xRead = read_file,
                                                  .xWrite = write_file,
                                                  .xTruncate = truncate_file,
                                                  .xSync = sync_file,
                                                  .xFileSize = file_size,
                                                  .xLock = lock_file,
                                                  .xUnlock = unlock_file,
                                                  .xCheckReservedLock = is_reserved,
                                                  .xFileControl = control_file,
                                                  .xSectorSize = sector_size,
                                                  .xDeviceCharacteristics = characteristics,
                                                  .xShmMap = nullptr,
                                                  .xShmLock = nullptr,
                                                  .xShmBarrier = nullptr,
                                                  .xShmUnmap = nullptr,
                                                  .xFetch = nullptr,
                                                  .xUnfetch = nullptr};

std::string name_of(const char* path)
{
    return path == nullptr ? std::string{} : std::filesystem::path{path}.filename().string();
}

} // namespace

struct WatchedDisk::Inside {
    sqlite3_vfs* real = nullptr;
    sqlite3_vfs shim{};
    WatchedDisk* disk = nullptr;

    static Inside& of(sqlite3_vfs* vfs) { return *static_cast<Inside*>(vfs->pAppData); }

    static int open(sqlite3_vfs* vfs, const char* path, sqlite3_file* file, int flags, int* flags_taken)
    {
        Inside& inside = of(vfs);
        auto* const ours = ::new (static_cast<void*>(file)) WatchedFile{};
        const bool may_be_made = (flags & SQLITE_OPEN_CREATE) != 0 && path != nullptr;
        const DiskRequest request{.call = DiskCall::open,
                                  .file = name_of(path),
                                  .makes_the_file = may_be_made && !std::filesystem::exists(path)};
        const int result = watch(*inside.disk, request, [&] {
            return inside.real->xOpen(inside.real, path, ours->real(), flags, flags_taken);
        });
        if (result == SQLITE_OK) {
            ours->disk = inside.disk;
            ours->name = new std::string{request.file};
            ours->base.pMethods = &methods_of_a_file;
        }
        return result;
    }

    static int remove(sqlite3_vfs* vfs, const char* path, int sync_folder)
    {
        Inside& inside = of(vfs);
        return watch(*inside.disk, {.call = DiskCall::remove, .file = name_of(path)},
                     [&] { return inside.real->xDelete(inside.real, path, sync_folder); });
    }
};

WatchedDisk::WatchedDisk() : inside_{std::make_unique<Inside>()}
{
    assert(present_disk == nullptr);
    present_disk = this;
    inside_->disk = this;
    inside_->real = sqlite3_vfs_find(nullptr);
    // What concerns no file's bytes, such as time and randomness, is the real disk's own.
    inside_->shim = *inside_->real;
    inside_->shim.zName = "watched";
    inside_->shim.szOsFile += static_cast<int>(sizeof(WatchedFile));
    inside_->shim.pNext = nullptr;
    inside_->shim.pAppData = inside_.get();
    inside_->shim.xOpen = Inside::open;
    inside_->shim.xDelete = Inside::remove;
    open_real_folder =
        reinterpret_cast<int (*)(const char*, int*)>(inside_->real->xGetSystemCall(inside_->real, "openDirectory"));
    inside_->real->xSetSystemCall(inside_->real, "openDirectory", reinterpret_cast<sqlite3_syscall_ptr>(&open_folder));
    sqlite3_vfs_register(&inside_->shim, 1);
}

WatchedDisk::~WatchedDisk()
{
    inside_->real->xSetSystemCall(inside_->real, "openDirectory", nullptr);
    sqlite3_vfs_unregister(&inside_->shim);
    sqlite3_vfs_register(inside_->real, 1);
    present_disk = nullptr;
}

} // namespace tests
