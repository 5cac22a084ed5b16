#include "app/screens/caret.h"

#include <gtk/gtk.h>
#include <wx/textctrl.h>

namespace app {

namespace {

GtkTextView* several_lines_of(const wxTextCtrl& text)
{
    return GTK_TEXT_VIEW(gtk_bin_get_child(GTK_BIN(text.GetHandle())));
}

} // namespace

wxRect caret_place(const wxTextCtrl& text)
{
    GtkTextView* view = several_lines_of(text);
    GdkRectangle caret;
    gtk_text_view_get_cursor_locations(view, nullptr, &caret, nullptr);
    wxPoint corner;
    gtk_text_view_buffer_to_window_coords(view, GTK_TEXT_WINDOW_WIDGET, caret.x, caret.y, &corner.x, &corner.y);
    return {corner, wxSize{1, caret.height}};
}

void watch_caret(wxTextCtrl& text, const CaretWatch& watch)
{
    constexpr const char* watched = "mendline-caret";
    GtkTextView* view = several_lines_of(text);
    if (g_object_get_data(G_OBJECT(view), watched) != nullptr) {
        return;
    }
    g_object_set_data_full(G_OBJECT(view), watched, new CaretWatch{watch},
                           [](gpointer kept) { delete static_cast<CaretWatch*>(kept); });
    const auto moved = +[](GObject*, GParamSpec*, gpointer of_view) {
        static_cast<CaretWatch*>(g_object_get_data(G_OBJECT(of_view), watched))->moved();
    };
    const auto sized = +[](GtkWidget* of_text, GdkRectangle*, gpointer) {
        static_cast<CaretWatch*>(g_object_get_data(G_OBJECT(of_text), watched))->sized();
    };
    g_signal_connect_object(gtk_text_view_get_buffer(view), "notify::cursor-position", G_CALLBACK(moved), view,
                            static_cast<GConnectFlags>(0));
    g_signal_connect_after(view, "size-allocate", G_CALLBACK(sized), nullptr);
}

} // namespace app
