#include "app/screens/system_clock.h"

#include <chrono>
#include <cstdlib>
#include <filesystem>
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

Clock system_clock()
{
    return {
        .now = [] { return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()); },
        .zone = system_zone(),
    };
}

} // namespace app
