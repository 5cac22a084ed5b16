#pragma once

#include <string>

namespace app {

/// Why the casebook was locked.
enum class LockReason {
    asked,   ///< Somebody chose to.
    idle,    ///< Nobody touched the program for a while.
    screen,  ///< The desktop locked its screen.
    suspend, ///< The machine was about to sleep.
    unsaved, ///< Somebody chose to, although something could not be kept.
};

/// What the unlock page says when it stands where a casebook was.
struct Locked {
    LockReason reason = LockReason::asked;
    int idle_minutes = 0; ///< For `idle`: how many it took.
    bool is_kept = true;  ///< Where it was left; a casebook that is read-only takes that no more than anything else.

    bool operator==(const Locked&) const = default;
};

std::string words_for(const Locked& locked);

namespace lock_words {

/// The window is veiled, because what was typed cannot be kept: why, and what happens next.
std::string veiled(const std::string& trouble);
std::string veil_heading();
std::string lock_without_saving();

/// What was typed has no place any more; beside a button that copies it.
std::string found_no_place(const std::string& text);
std::string copy_it();

/// On the demo, which has no password.
std::string demo_is_not_locked();

std::string settings_heading();
std::string settings_explanation();
std::string idle_label(int shortest, int longest);
std::string idle_unreadable(int shortest, int longest);
std::string settings_saved();

} // namespace lock_words

} // namespace app
