#pragma once

#include <gtk/gtk.h>
#include <wx/window.h>

#include <functional>

/// The mouse wheel over the native widgets of a window.
namespace tests {

/// Calls `act` for every native widget below `widget`, and for `widget`, that is in sight.
inline void each_widget(GtkWidget* widget, const std::function<void(GtkWidget*)>& act)
{
    if (gtk_widget_get_mapped(widget) == FALSE) {
        return;
    }
    act(widget);
    if (GTK_IS_CONTAINER(widget)) {
        // The inner parts of a drop-down are no children for those who put windows together; the pointer meets them.
        gtk_container_forall(
            GTK_CONTAINER(widget),
            [](GtkWidget* child, gpointer again) {
                each_widget(child, *static_cast<const std::function<void(GtkWidget*)>*>(again));
            },
            const_cast<std::function<void(GtkWidget*)>*>(&act));
    }
}

/// The window of the display that belongs to `widget` and lies furthest in front, where the pointer would meet it.
inline GdkWindow* display_window_of(GtkWidget* widget)
{
    GdkWindow* found = gtk_widget_get_window(widget);
    const std::function<void(GdkWindow*)> look = [&](GdkWindow* place) {
        gpointer owner = nullptr;
        gdk_window_get_user_data(place, &owner);
        found = owner == widget ? place : found;
        for (GList* child = gdk_window_peek_children(place); child != nullptr; child = child->next) {
            look(GDK_WINDOW(child->data));
        }
    };
    look(gtk_widget_get_window(gtk_widget_get_toplevel(widget)));
    return found;
}

/// Turns the wheel by one notch over a native widget, as a mouse would.
inline void turn_wheel_over(GtkWidget* widget, GdkScrollDirection direction)
{
    GdkEvent* event = gdk_event_new(GDK_SCROLL);
    event->scroll.window = GDK_WINDOW(g_object_ref(display_window_of(widget)));
    event->scroll.send_event = FALSE;
    event->scroll.time = GDK_CURRENT_TIME;
    event->scroll.direction = direction;
    event->scroll.x = 2;
    event->scroll.y = 2;
    gdk_event_set_device(event, gdk_seat_get_pointer(gdk_display_get_default_seat(gdk_display_get_default())));
    gtk_main_do_event(event);
    gdk_event_free(event);
}

/// The same over a control: over its innermost part.
inline void turn_wheel_over(wxWindow& control, GdkScrollDirection direction)
{
    GtkWidget* innermost = control.GetHandle();
    each_widget(innermost, [&](GtkWidget* part) { innermost = GTK_IS_LABEL(part) ? innermost : part; });
    turn_wheel_over(innermost, direction);
}

} // namespace tests
