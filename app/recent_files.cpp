#include <gtk/gtk.h>

#include <fcntl.h>
#include <string_view>
#include <sys/stat.h>

// Linked into the program itself and into no library of it: only there do these stand before the one of GLib.

/// The desktop's list of recent files is never written, and so keeps what other programs put there. (The toolkit writes
/// it from several places, also when its main loop ends; with its own setting for this, it is written without any
/// entry.)
extern "C" gboolean g_bookmark_file_to_file(GBookmarkFile* /*list*/, const gchar* /*name*/, GError** /*error*/)
{
    return TRUE;
}

/// Nor are its permissions changed, which the toolkit would do next, complaining where there is no such list.
extern "C" int chmod(const char* name, mode_t mode) noexcept
{
    if (std::string_view{name}.ends_with("/recently-used.xbel")) {
        return 0;
    }
    return ::fchmodat(AT_FDCWD, name, mode, 0);
}
