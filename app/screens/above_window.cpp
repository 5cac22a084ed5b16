#include "app/screens/above_window.h"

#include <gtk/gtk.h>
#include <wx/app.h>
#include <wx/evtloop.h>

#include <memory>
#include <utility>

namespace app {

namespace {

/// Cancels what holds the keyboard and the mouse, if anything does.
void put_away(GtkWidget* holder)
{
    if (holder == nullptr) {
        return;
    }
    if (GtkWidget* popover = gtk_widget_get_ancestor(holder, GTK_TYPE_POPOVER); popover != nullptr) {
        gtk_popover_popdown(GTK_POPOVER(popover)); // It stands in the window itself, which must not close.
    } else if (GTK_IS_MENU_SHELL(holder)) {
        gtk_menu_shell_cancel(GTK_MENU_SHELL(holder));
    } else if (GtkWidget* top = gtk_widget_get_toplevel(holder); GTK_IS_DIALOG(top)) {
        gtk_dialog_response(GTK_DIALOG(top), GTK_RESPONSE_CANCEL);
    } else if (GTK_IS_WINDOW(top)) {
        gtk_window_close(GTK_WINDOW(top));
    }
}

/// The loop that everything runs in when no dialog has one of its own.
bool is_outermost_loop()
{
    const wxEventLoopBase* const main = wxTheApp->GetMainLoop();
    return main == nullptr || wxEventLoopBase::GetActive() == main;
}

gboolean try_again(gpointer act)
{
    const std::unique_ptr<std::function<void()>> waiting{static_cast<std::function<void()>*>(act)};
    when_nothing_is_above(std::move(*waiting));
    return G_SOURCE_REMOVE;
}

} // namespace

void when_nothing_is_above(std::function<void()> act)
{
    if (is_outermost_loop() && gtk_grab_get_current() == nullptr) {
        act();
        return;
    }
    constexpr guint soon = 50; // Milliseconds.
    put_away(gtk_grab_get_current());
    g_timeout_add(soon, try_again, new std::function<void()>{std::move(act)});
}

} // namespace app
