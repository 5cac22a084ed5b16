#include "app/screens/system_clock.h"

#include "app/presenters/locale_habits.h"

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <langinfo.h>
#include <locale.h>
#include <string_view>
#include <system_error>

namespace app {

namespace {

/// `Europe/Berlin` from `/usr/share/zoneinfo/Europe/Berlin`; as it is when it is no such path.
std::string zone_in(const std::string& path)
{
    constexpr std::string_view folder = "zoneinfo/";
    const auto found = path.rfind(folder);
    return found == std::string::npos ? path : path.substr(found + folder.size());
}

} // namespace

std::string system_zone()
{
    if (const char* asked = std::getenv("TZ"); asked != nullptr && *asked != '\0') {
        const std::string zone = zone_in(*asked == ':' ? asked + 1 : asked);
        return model::is_time_zone(zone) ? zone : "UTC";
    }
    std::error_code ignored;
    const std::string zone = zone_in(std::filesystem::read_symlink("/etc/localtime", ignored).string());
    return model::is_time_zone(zone) ? zone : "UTC";
}

model::DateHabits desktop_habits()
{
    // A locale of its own: the program's must not change under anybody's feet.
    const locale_t locale = ::newlocale(LC_TIME_MASK, "", nullptr);
    if (locale == nullptr) {
        return {};
    }
    const std::string name = ::nl_langinfo_l(NL_LOCALE_NAME(LC_TIME), locale);
    const bool is_nobodys = name == "C" || name == "POSIX" || name.starts_with("C."); // Of machines.
    const auto habits =
        is_nobodys ? model::DateHabits{} : habits_in(::nl_langinfo_l(D_FMT, locale), ::nl_langinfo_l(T_FMT, locale));
    ::freelocale(locale);
    return habits;
}

Clock system_clock()
{
    return {
        .now = [] { return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()); },
        .zone = system_zone(),
        .habits = desktop_habits(),
    };
}

} // namespace app
