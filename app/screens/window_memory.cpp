#include "app/screens/window_memory.h"

#include "app/output/files.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <fstream>
#include <string>
#include <system_error>

namespace app {

namespace {

constexpr int smallest_width = 640;
constexpr int smallest_height = 400;
constexpr int smallest_side = 220;
constexpr int room_for_a_page = 700;
constexpr int largest = 16'000;

int read_size(const std::string& text, int smallest, int usual)
{
    int size = usual;
    std::from_chars(text.data(), text.data() + text.size(), size);
    return std::clamp(size, smallest, largest);
}

} // namespace

int side_width_in(int room, int wanted)
{
    return std::max(smallest_side, std::min(wanted, room - room_for_a_page));
}

std::filesystem::path memory_file()
{
    if (const char* folder = std::getenv("XDG_CONFIG_HOME"); folder != nullptr && *folder == '/') {
        return std::filesystem::path{folder} / "mendline" / "window";
    }
    const char* home = std::getenv("HOME");
    return std::filesystem::path{home != nullptr ? home : "/"} / ".config" / "mendline" / "window";
}

WindowMemory read_memory(const std::filesystem::path& file)
{
    WindowMemory memory;
    std::ifstream lines{file};
    for (std::string line; std::getline(lines, line);) {
        const auto sign = line.find('=');
        if (sign == std::string::npos) {
            continue;
        }
        const std::string what = line.substr(0, sign);
        const std::string value = line.substr(sign + 1);
        if (what == "last_casebook" && !value.empty()) {
            memory.last_casebook = value;
        } else if (what == "width") {
            memory.width = read_size(value, smallest_width, memory.width);
        } else if (what == "height") {
            memory.height = read_size(value, smallest_height, memory.height);
        } else if (what == "side_width") {
            memory.side_width = read_size(value, smallest_side, memory.side_width);
        } else if (what == "zone") {
            memory.zone.zone = value;
        } else if (what == "zone_guess") {
            memory.zone.guess = value;
        } else if (what == "maximized") {
            memory.is_maximized = value == "1";
        }
    }
    return memory;
}

void write_memory(const std::filesystem::path& file, const WindowMemory& memory)
{
    std::string text;
    // A path may hold a line end; such a casebook has to be chosen again.
    if (memory.last_casebook && memory.last_casebook->string().find('\n') == std::string::npos) {
        text += "last_casebook=" + memory.last_casebook->string() + "\n";
    }
    if (!memory.zone.zone.empty()) {
        text += "zone=" + memory.zone.zone + "\nzone_guess=" + memory.zone.guess + "\n";
    }
    text += "width=" + std::to_string(memory.width) + "\nheight=" + std::to_string(memory.height) +
            "\nside_width=" + std::to_string(memory.side_width) + "\nmaximized=" + (memory.is_maximized ? "1" : "0") +
            "\n";
    std::error_code ignored;
    std::filesystem::create_directories(file.parent_path(), ignored);
    ignored = write_file(file, text);
}

} // namespace app
