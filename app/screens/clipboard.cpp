#include "app/screens/clipboard.h"

#include <gtk/gtk.h>

#include <cstring>
#include <string>
#include <string_view>

namespace app {

namespace {

constexpr const char* of_ours = "mendline-copied";
constexpr const char* hint_target = "x-kde-passwordManagerHint";
constexpr std::string_view hint = "secret";
constexpr guint hint_number = 1;

/// What was copied, for as long as the clipboard is ours.
struct Copied {
    GtkClipboard* clipboard = nullptr;
    std::string words{};
    guint timer = 0;
};

GtkClipboard* the_clipboard()
{
    return gtk_clipboard_get(GDK_SELECTION_CLIPBOARD);
}

/// Somebody pastes, or asks how confidential it is.
void hand_out(GtkClipboard* /*clipboard*/, GtkSelectionData* to, guint number, gpointer copied)
{
    if (number == hint_number) {
        gtk_selection_data_set(to, gdk_atom_intern(hint_target, FALSE), 8, reinterpret_cast<const guchar*>(hint.data()),
                               static_cast<gint>(hint.size()));
        return;
    }
    const std::string& words = static_cast<Copied*>(copied)->words;
    gtk_selection_data_set_text(to, words.c_str(), static_cast<gint>(words.size()));
}

/// Something else was copied, here or elsewhere, or ours was taken back.
void let_go(GtkClipboard* clipboard, gpointer data)
{
    auto* const copied = static_cast<Copied*>(data);
    if (copied->timer != 0) {
        g_source_remove(copied->timer);
    }
    if (g_object_get_data(G_OBJECT(clipboard), of_ours) == copied) {
        g_object_set_data(G_OBJECT(clipboard), of_ours, nullptr);
    }
    explicit_bzero(copied->words.data(), copied->words.size());
    delete copied;
}

gboolean take_back(gpointer data)
{
    auto* const copied = static_cast<Copied*>(data);
    copied->timer = 0;
    gtk_clipboard_clear(copied->clipboard);
    return G_SOURCE_REMOVE;
}

/// Copies what is selected in a line; dots are never copied. False when there is nothing to copy.
bool copy_from(GtkEntry* entry)
{
    gint from = 0;
    gint to = 0;
    if (gtk_editable_get_selection_bounds(GTK_EDITABLE(entry), &from, &to) == FALSE ||
        gtk_entry_get_visibility(entry) == FALSE) {
        gtk_widget_error_bell(GTK_WIDGET(entry));
        return false;
    }
    char* const words = gtk_editable_get_chars(GTK_EDITABLE(entry), from, to);
    copy_for_a_while(words);
    g_free(words);
    return true;
}

bool copy_from(GtkTextView* view)
{
    GtkTextIter from;
    GtkTextIter to;
    GtkTextBuffer* const buffer = gtk_text_view_get_buffer(view);
    if (gtk_text_buffer_get_selection_bounds(buffer, &from, &to) == FALSE) {
        return false;
    }
    char* const words = gtk_text_buffer_get_text(buffer, &from, &to, FALSE);
    copy_for_a_while(words);
    g_free(words);
    return true;
}

void copy_line(GtkEntry* entry)
{
    copy_from(entry);
}

void cut_line(GtkEntry* entry)
{
    if (copy_from(entry) && gtk_editable_get_editable(GTK_EDITABLE(entry)) != FALSE) {
        gtk_editable_delete_selection(GTK_EDITABLE(entry));
    }
}

void copy_text(GtkTextView* view)
{
    copy_from(view);
}

void cut_text(GtkTextView* view)
{
    if (copy_from(view)) {
        gtk_text_buffer_delete_selection(gtk_text_view_get_buffer(view), TRUE, gtk_text_view_get_editable(view));
        gtk_text_view_scroll_mark_onscreen(view, gtk_text_buffer_get_insert(gtk_text_view_get_buffer(view)));
    }
}

} // namespace

void guard_clipboard()
{
    auto* every_line = GTK_ENTRY_CLASS(g_type_class_ref(GTK_TYPE_ENTRY));
    every_line->copy_clipboard = copy_line;
    every_line->cut_clipboard = cut_line;
    auto* every_text = GTK_TEXT_VIEW_CLASS(g_type_class_ref(GTK_TYPE_TEXT_VIEW));
    every_text->copy_clipboard = copy_text;
    every_text->cut_clipboard = cut_text;
}

void copy_for_a_while(const char* words, std::chrono::milliseconds lent_for)
{
    GtkTargetList* list = gtk_target_list_new(nullptr, 0);
    gtk_target_list_add_text_targets(list, 0);
    gtk_target_list_add(list, gdk_atom_intern(hint_target, FALSE), 0, hint_number);
    gint count = 0;
    GtkTargetEntry* const targets = gtk_target_table_new_from_list(list, &count);
    GtkClipboard* const clipboard = the_clipboard();
    auto* const copied = new Copied{.clipboard = clipboard, .words = words};
    // What was ours before is let go of in here.
    if (gtk_clipboard_set_with_data(clipboard, targets, static_cast<guint>(count), hand_out, let_go, copied) != FALSE) {
        g_object_set_data(G_OBJECT(clipboard), of_ours, copied);
        copied->timer = g_timeout_add(static_cast<guint>(lent_for.count()), take_back, copied);
    } else {
        delete copied;
    }
    gtk_target_table_free(targets, count);
    gtk_target_list_unref(list);
}

void forget_copied()
{
    GtkClipboard* const clipboard = the_clipboard();
    if (g_object_get_data(G_OBJECT(clipboard), of_ours) != nullptr) {
        gtk_clipboard_clear(clipboard);
        gdk_display_flush(gtk_clipboard_get_display(clipboard));
    }
}

} // namespace app
