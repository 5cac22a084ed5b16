#include "tests/support/seeming_room.h"

#include <dlfcn.h>
#include <sys/statvfs.h>

namespace {

bool seems_to_have_room = false;

} // namespace

// Stands before the one of the C library, which `std::filesystem::space` asks.
extern "C" int statvfs(const char* path, struct ::statvfs* status) noexcept
{
    using Ask = int(const char*, struct ::statvfs*);
    static auto* const ask = reinterpret_cast<Ask*>(::dlsym(RTLD_NEXT, "statvfs"));
    const int failed = ask(path, status);
    if (failed == 0 && seems_to_have_room) {
        constexpr fsblkcnt_t plenty = 1UL << 30;
        status->f_bfree = plenty;
        status->f_bavail = plenty;
    }
    return failed;
}

namespace tests {

SeemingRoom::SeemingRoom()
{
    seems_to_have_room = true;
}

SeemingRoom::~SeemingRoom()
{
    seems_to_have_room = false;
}

} // namespace tests
