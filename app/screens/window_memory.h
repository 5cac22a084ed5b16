#pragma once

#include <filesystem>
#include <optional>

namespace app {

/// What the program remembers outside of casebooks: which one was open last, and how large the window was. Nothing
/// else.
struct WindowMemory {
    std::optional<std::filesystem::path> last_casebook{};
    int width = 1280; ///< In pixels of the display.
    int height = 800;
    bool is_maximized = false;

    bool operator==(const WindowMemory&) const = default;
};

/// Where it is kept: `mendline/window` in the user's configuration folder.
std::filesystem::path memory_file();

/// Reads it; what is missing or unreadable is as for a new user.
WindowMemory read_memory(const std::filesystem::path& file);

/// Writes it. That this fails is no reason to trouble anybody.
void write_memory(const std::filesystem::path& file, const WindowMemory& memory);

} // namespace app
