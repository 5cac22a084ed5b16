#include "app/screens/theme.h"

#include "app/drawing/style.h"
#include "app/screens/accessible.h"

#include <gtk/gtk.h>
#include <wx/settings.h>

#include <array>
#include <cstdio>
#include <string>

namespace app {

namespace {

std::string css(Colour colour)
{
    std::array<char, 8> text{};
    std::snprintf(text.data(), text.size(), "#%02x%02x%02x", colour.r, colour.g, colour.b);
    return text.data();
}

/// The rules; each `@name` below is one colour of the palette.
constexpr const char* rules = R"(
* { outline: 2px solid @md_accent; outline-offset: -3px; }
window.background, notebook.mendline-tabs > stack, .mendline-page { background-color: @md_paper; }
.mendline-side { background-color: @md_side; }
notebook.mendline-tabs, notebook.mendline-tabs > header { background: none; border: none; }
notebook.mendline-tabs > header.top { border-bottom: 1px solid @md_hairline; padding: 0 2px; }
notebook.mendline-tabs > header.top > tabs { margin: 0; }
notebook.mendline-tabs > header.top > tabs > tab {
  background: none; border: none; box-shadow: none; outline-offset: -4px;
  padding: 6px 10px; min-height: 24px; color: @md_quiet; }
notebook.mendline-tabs > header.top > tabs > tab:hover { color: @md_ink; box-shadow: inset 0 -2px @md_hairline; }
notebook.mendline-tabs > header.top > tabs > tab:checked { color: @md_ink; box-shadow: inset 0 -2px @md_accent; }
notebook.mendline-tabs > header.top > tabs > tab:checked label { font-weight: bold; }
button.suggested-action, button.suggested-action:hover, button.suggested-action:active {
  background-image: none; background-color: @md_accent; border-color: @md_accent;
  color: @md_on_accent; text-shadow: none; box-shadow: none; }
button.suggested-action:focus { outline: 2px solid @md_on_accent; outline-offset: -5px; }
button.suggested-action label { color: @md_on_accent; text-shadow: none; }
button.suggested-action:hover { background-color: shade(@md_accent, 1.1); }
button.suggested-action:disabled {
  background-color: transparent; border-color: @md_hairline; }
button.suggested-action:disabled label { color: @md_quiet; }
treeview.view { -GtkTreeView-horizontal-separator: 10; }
.mendline-side treeview.view { background-color: @md_side; -GtkTreeView-horizontal-separator: 4; }
treeview.view:selected, treeview.view:selected:focus {
  background-color: @md_selection; color: @md_ink; }
button.mendline-row { padding: 4px 8px; border-color: transparent; background: none; box-shadow: none; }
button.mendline-row:hover { background-color: @md_hover; }
button.mendline-row:checked { background-color: @md_selection; color: @md_ink; }
button.mendline-chip { border-radius: 14px; padding: 1px 12px; min-height: 24px; background-image: none;
  background-color: @md_paper; box-shadow: none; text-shadow: none; }
button.mendline-chip.mendline-chosen { background-color: @md_selection; border-color: @md_accent; }
button.mendline-chip.mendline-carried { background-color: @md_hover; border: 1px dashed @md_accent;
  font-style: italic; }
button.mendline-chip:hover { background-color: @md_hover; }
combobox.mendline-slim button { padding: 1px 8px; min-height: 24px; background-image: none;
  background-color: @md_paper; box-shadow: none; text-shadow: none; }
check:checked, radio:checked, check:indeterminate {
  background-image: none; background-color: @md_accent; border-color: @md_accent; color: @md_on_accent;
  box-shadow: none; }
menubar > menuitem:hover { color: @md_ink; box-shadow: inset 0 -2px @md_accent; }
menu menuitem:hover { background-color: @md_selection; color: @md_ink; }
menu menuitem:hover accelerator { color: @md_quiet; }
separator { background-color: @md_hairline; min-width: 1px; min-height: 1px; }
calendar:selected { background-color: @md_accent; color: @md_on_accent; }
label.mendline-calendar-keys { color: @md_quiet; }
.mendline-notice { background-color: @md_notice; }
.mendline-news.mendline-said { background-color: @md_selection; }
.mendline-news button { padding: 0 8px; min-height: 20px; }
scrolledwindow.frame { border-radius: 5px; }
entry { background-color: @md_field; background-image: none; color: @md_ink; }
entry:disabled { color: @md_quiet; }
entry image { color: @md_quiet; }
treeview.view header button { background-image: none; background-color: @md_paper; color: @md_quiet; }
entry:focus { border-color: @md_accent; box-shadow: inset 0 0 0 1px @md_accent; }
entry selection, textview text selection { background-color: transparent; color: inherit; }
entry:focus selection, textview:focus text selection { background-color: @md_accent; color: @md_on_accent; }
)";

void define(std::string& sheet, const char* name, Colour colour)
{
    sheet += std::string{"@define-color "} + name + " " + css(colour) + ";\n";
}

std::string style_sheet(bool is_dark)
{
    const Palette palette = is_dark ? dark_palette() : light_palette();
    std::string sheet;
    define(sheet, "md_paper", palette.paper);
    define(sheet, "md_ink", palette.ink);
    define(sheet, "placeholder_text_color", palette.quiet_ink); // The toolkit's own name.
    define(sheet, "md_quiet", palette.quiet_ink);
    define(sheet, "md_hairline", palette.hairline);
    define(sheet, "md_accent", palette.accent);
    define(sheet, "md_on_accent", is_dark ? palette.paper : Colour::hex(0xFFFFFF));
    define(sheet, "md_selection", palette.selection);
    define(sheet, "md_side", is_dark ? Colour::hex(0x1E2021) : Colour::hex(0xF4F5F2));
    define(sheet, "md_field", is_dark ? Colour::hex(0x2D2F30) : Colour::hex(0xFFFFFF));
    define(sheet, "md_hover", palette.spans[0]);
    define(sheet, "md_notice", palette.spans[1]);
    return sheet + rules;
}

/// Does something with every widget of a kind when it is made; with those of kinds that follow it, if none was made
/// yet.
template <auto act>
void with_every(GType kind)
{
    auto* all = G_OBJECT_CLASS(g_type_class_ref(kind));
    static void (*const made_before)(GObject*) = all->constructed;
    all->constructed = [](GObject* made) {
        made_before(made);
        act(GTK_WIDGET(made));
    };
}

AtkRole role_of(GtkWidget* widget)
{
    return atk_object_get_role(gtk_widget_get_accessible(widget));
}

/// Whether a widget has the keyboard and shows nothing of that by itself.
bool needs_ring(GtkWidget* widget)
{
    if (widget == nullptr || gtk_widget_has_focus(widget) == FALSE) {
        return false;
    }
    if (GTK_IS_TREE_VIEW(widget)) {
        GtkWidget* around = gtk_widget_get_parent(widget);
        const bool has_frame = GTK_IS_SCROLLED_WINDOW(around) &&
                               gtk_scrolled_window_get_shadow_type(GTK_SCROLLED_WINDOW(around)) != GTK_SHADOW_NONE;
        // A list without a frame is its rows: the chosen one is marked, where there is one.
        return has_frame ||
               gtk_tree_selection_count_selected_rows(gtk_tree_view_get_selection(GTK_TREE_VIEW(widget))) == 0;
    }
    // Rows of numbers and boxes to fill in mark their own place.
    const bool is_ours = GTK_IS_FIXED(widget) && role_of(widget) != ATK_ROLE_RATING && role_of(widget) != ATK_ROLE_FORM;
    return GTK_IS_TEXT_VIEW(widget) || is_ours;
}

/// Paints the ring of what has the keyboard, above all else.
void draw_ring(GtkWidget* around, cairo_t* context)
{
    constexpr double width = 2;
    GdkRGBA accent;
    if (gtk_style_context_lookup_color(gtk_widget_get_style_context(around), "md_accent", &accent) == FALSE) {
        return;
    }
    gdk_cairo_set_source_rgba(context, &accent);
    cairo_set_line_width(context, width);
    cairo_rectangle(context, width / 2, width / 2, gtk_widget_get_allocated_width(around) - width,
                    gtk_widget_get_allocated_height(around) - width);
    cairo_stroke(context);
}

/// Windows of our own are no stop of the keyboard and nothing to a screen reader until they say what they are.
void prepare_own_window(GtkWidget* made)
{
    atk_object_set_role(gtk_widget_get_accessible(made), ATK_ROLE_FILLER);
    g_signal_connect(made, "notify::can-focus", G_CALLBACK(+[](GtkWidget* widget) {
                         if (gtk_widget_get_can_focus(widget) != FALSE && role_of(widget) == ATK_ROLE_FILLER) {
                             gtk_widget_set_can_focus(widget, FALSE);
                         }
                     }),
                     nullptr);
    g_signal_connect_after(made, "draw", G_CALLBACK(+[](GtkWidget* widget, cairo_t* context) -> gboolean {
                               if (!GTK_IS_SCROLLED_WINDOW(gtk_widget_get_parent(widget)) && needs_ring(widget)) {
                                   draw_ring(widget, context);
                               }
                               return FALSE;
                           }),
                           nullptr);
}

/// What scrolls is no stop; what lies within is, and its mark stays where it is when it is scrolled.
void prepare_scrolled_window(GtkWidget* made)
{
    const auto refuse = +[](GtkWidget* widget) {
        if (gtk_widget_get_can_focus(widget) != FALSE) {
            gtk_widget_set_can_focus(widget, FALSE);
        }
    };
    refuse(made);
    g_signal_connect(made, "notify::can-focus", G_CALLBACK(refuse), nullptr);
    g_signal_connect_after(made, "draw", G_CALLBACK(+[](GtkWidget* widget, cairo_t* context) -> gboolean {
                               if (needs_ring(gtk_bin_get_child(GTK_BIN(widget)))) {
                                   draw_ring(widget, context);
                               }
                               return FALSE;
                           }),
                           nullptr);
}

/// Rings are painted anew wherever the keyboard comes and goes.
gboolean repaint_ring(GSignalInvocationHint* /*hint*/, guint /*count*/, const GValue* values, gpointer /*nothing*/)
{
    auto* widget = GTK_WIDGET(g_value_get_object(values));
    GtkWidget* around = gtk_widget_get_parent(widget);
    gtk_widget_queue_draw(GTK_IS_SCROLLED_WINDOW(around) ? around : widget);
    return TRUE;
}

void mark_the_keyboard()
{
    with_every<prepare_own_window>(GTK_TYPE_FIXED);
    with_every<prepare_scrolled_window>(GTK_TYPE_SCROLLED_WINDOW);
    for (const char* signal : {"focus-in-event", "focus-out-event"}) {
        g_signal_add_emission_hook(g_signal_lookup(signal, GTK_TYPE_WIDGET), 0, repaint_ring, nullptr, nullptr);
    }
}

/// Letters typed into a native list open a search of its own, which knows nothing of our columns.
void take_search_from_lists()
{
    with_every<[](GtkWidget* list) { gtk_tree_view_set_enable_search(GTK_TREE_VIEW(list), FALSE); }>(
        GTK_TYPE_TREE_VIEW);
}

/// Native lists have keys of their own for moving and searching, which would come before the commands of the menu.
void free_keys_of_lists()
{
    GtkBindingSet* keys = gtk_binding_set_by_class(g_type_class_ref(GTK_TYPE_TREE_VIEW));
    for (const guint letter : {GDK_KEY_f, GDK_KEY_F, GDK_KEY_n, GDK_KEY_N, GDK_KEY_p, GDK_KEY_P}) {
        gtk_binding_entry_remove(keys, letter, GDK_CONTROL_MASK);
        gtk_binding_entry_remove(keys, letter, static_cast<GdkModifierType>(GDK_CONTROL_MASK | GDK_SHIFT_MASK));
    }
}

} // namespace

void apply_theme()
{
    static const bool is_prepared = [] {
        free_keys_of_lists();
        take_search_from_lists();
        name_every_cell();
        mark_the_keyboard();
        return true;
    }();
    static_cast<void>(is_prepared);

    GtkCssProvider* provider = gtk_css_provider_new();
    const std::string sheet = style_sheet(wxSystemSettings::GetAppearance().IsUsingDarkBackground());
    gtk_css_provider_load_from_data(provider, sheet.c_str(), static_cast<gssize>(sheet.size()), nullptr);
    gtk_style_context_add_provider_for_screen(gdk_screen_get_default(), GTK_STYLE_PROVIDER(provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
    g_object_unref(provider);
}

void give_style(wxWindow& control, const char* style_class)
{
    gtk_style_context_add_class(gtk_widget_get_style_context(control.GetHandle()), style_class);
}

void take_style(wxWindow& control, const char* style_class)
{
    gtk_style_context_remove_class(gtk_widget_get_style_context(control.GetHandle()), style_class);
}

} // namespace app
