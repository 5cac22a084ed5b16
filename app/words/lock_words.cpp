#include "app/words/lock_words.h"

#include "app/words/isolated.h"
#include "app/words/numbers.h"

namespace app {

namespace {

std::string reason_words(const Locked& locked)
{
    switch (locked.reason) {
    case LockReason::asked:
        return "You locked this casebook.";
    case LockReason::idle:
        return "This casebook was locked after " + counted(locked.idle_minutes, "minute", "minutes") +
               " of inactivity.";
    case LockReason::screen:
        return "This casebook was locked together with your screen.";
    case LockReason::suspend:
        return "This casebook was locked before your computer went to sleep.";
    case LockReason::unsaved:
        return "You locked this casebook without saving the last changes. Everything saved before is safe.";
    }
    return {};
}

std::string bounds(int shortest, int longest)
{
    return std::to_string(shortest) + " to " + std::to_string(longest);
}

} // namespace

std::string words_for(const Locked& locked)
{
    if (locked.reason == LockReason::unsaved) {
        return reason_words(locked);
    }
    return reason_words(locked) +
           (locked.is_kept ? " What you typed is saved in it. Unlock it to continue where you were."
                           : " It was open read-only, so there was nothing to save. Unlock it to continue reading.");
}

namespace lock_words {

std::string veil_heading()
{
    return "Almost locked";
}

std::string veiled(const std::string& trouble)
{
    return trouble + " What you typed is still here, behind this page. Mendline tries again every few seconds and "
                     "locks as soon as it is saved.";
}

std::string lock_without_saving()
{
    return "Lock &without saving it";
}

std::string found_no_place(const std::string& text)
{
    return "This was typed before the casebook was locked, and the field it was in is not open now: “" +
           isolated(text) + "”";
}

std::string copy_it()
{
    return "Copy it";
}

std::string demo_is_not_locked()
{
    return "The demo has no password, so it is not locked.";
}

std::string settings_heading()
{
    return "Settings of this casebook";
}

std::string settings_explanation()
{
    return "The casebook locks automatically after a time of inactivity. What you typed is saved, and after unlocking "
           "you continue where you were. Ctrl+L locks it at once. How days and times are written holds for everybody "
           "who uses this casebook.";
}

std::string idle_label(int shortest, int longest)
{
    return "Lock after inactivity (minutes, " + bounds(shortest, longest) + ")";
}

std::string idle_unreadable(int shortest, int longest)
{
    return "Please give a number of minutes from " + bounds(shortest, longest) + ".";
}

std::string settings_saved()
{
    return "The settings are saved.";
}

} // namespace lock_words

} // namespace app
