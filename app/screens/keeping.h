#pragma once

/// When what is typed goes into the casebook.
namespace app::keeping {

/// From the first unsaved key, in milliseconds; with the time of saving it stays below two seconds.
inline constexpr int after_ms = 1000;

/// After an attempt that failed.
inline constexpr int again_after_ms = 3000;

} // namespace app::keeping
