#pragma once

#include "app/presenters/zone_presenter.h"

#include <filesystem>
#include <optional>

namespace app {

/// How wide the caseload's column is for a new user.
inline constexpr int usual_side_width = 316;

/// How wide the caseload's column is in a casebook's window of `room`, when somebody wants `wanted`: never so wide that
/// a client's page is squeezed, never so narrow that names are cut to a few letters.
int side_width_in(int room, int wanted);

/// What the program remembers outside of casebooks: which one was open last, how large the window was, and the zone of
/// the machine where that had to be asked for. Nothing else.
struct WindowMemory {
    std::optional<std::filesystem::path> last_casebook{};
    int width = 1280; ///< In pixels of the display.
    int height = 800;
    bool is_maximized = false;
    ZoneAnswer zone{};                 ///< Of the machine, where that had to be asked for.
    int side_width = usual_side_width; ///< Of the caseload's column, as its user wants it.

    bool operator==(const WindowMemory&) const = default;
};

/// Where it is kept: `mendline/window` in the user's configuration folder.
std::filesystem::path memory_file();

/// Reads it; what is missing or unreadable is as for a new user.
WindowMemory read_memory(const std::filesystem::path& file);

/// Writes it. That this fails is no reason to trouble anybody.
void write_memory(const std::filesystem::path& file, const WindowMemory& memory);

} // namespace app
