#include "app/screens/accessible.h"

#include <gtk/gtk.h>

#include <string>

namespace app {

namespace {

/// The widget that takes the keyboard: for a scrolled text that is the text inside, not the frame around it.
GtkWidget* inner_widget(const wxWindow& control)
{
    GtkWidget* widget = control.GetHandle();
    if (GTK_IS_SCROLLED_WINDOW(widget)) {
        if (GtkWidget* child = gtk_bin_get_child(GTK_BIN(widget))) {
            return child;
        }
    }
    return widget;
}

} // namespace

void set_accessible_name(wxWindow& control, std::string_view name)
{
    atk_object_set_name(gtk_widget_get_accessible(inner_widget(control)), std::string{name}.c_str());
}

void set_accessible_description(wxWindow& control, std::string_view description)
{
    atk_object_set_description(gtk_widget_get_accessible(inner_widget(control)), std::string{description}.c_str());
}

std::string accessible_name(const wxWindow& control)
{
    const char* name = atk_object_get_name(gtk_widget_get_accessible(inner_widget(control)));
    return name != nullptr ? name : "";
}

void announce(wxWindow& place, std::string_view words)
{
    if (words.empty()) {
        return;
    }
    // Moving the keyboard makes a screen reader fall silent, so the words come after what the same gesture does to it.
    place.CallAfter([&place, said = std::string{words}] {
        AtkObject* speaker = gtk_widget_get_accessible(inner_widget(place));
        // Known to libraries since 2.46; with older ones the words are only seen.
        if (place.IsShownOnScreen() && g_signal_lookup("announcement", G_OBJECT_TYPE(speaker)) != 0) {
            g_signal_emit_by_name(speaker, "announcement", said.c_str());
        }
    });
}

} // namespace app
