#include "app/screens/theme.h"

#include "app/drawing/style.h"

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
button.suggested-action:focus { outline: 1px dashed @md_on_accent; outline-offset: -4px; }
button.suggested-action label { color: @md_on_accent; text-shadow: none; }
button.suggested-action:hover { background-color: shade(@md_accent, 1.1); }
button.suggested-action:disabled {
  background-color: transparent; border-color: @md_hairline; }
button.suggested-action:disabled label { color: @md_quiet; }
.mendline-side treeview.view { background-color: @md_side; }
treeview.view:selected, treeview.view:selected:focus {
  background-color: @md_selection; color: @md_ink; }
button.mendline-row { padding: 4px 8px; border-color: transparent; background: none; box-shadow: none; }
button.mendline-row:hover { background-color: @md_hover; }
button.mendline-row:checked { background-color: @md_selection; color: @md_ink; }
button.mendline-chip { border-radius: 14px; padding: 1px 12px; min-height: 24px; background-image: none;
  background-color: @md_paper; box-shadow: none; text-shadow: none; }
button.mendline-chip.mendline-chosen { background-color: @md_selection; border-color: @md_accent; }
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
.mendline-notice { background-color: @md_notice; }
.mendline-news.mendline-said { background-color: @md_selection; }
.mendline-news button { padding: 0 8px; min-height: 20px; }
scrolledwindow.frame { border-radius: 5px; }
entry:focus, textview:focus, button:focus { outline-color: @md_accent; }
entry:focus { border-color: @md_accent; box-shadow: inset 0 0 0 1px @md_accent; }
entry selection, textview text selection { background-color: @md_accent; color: @md_on_accent; }
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
    define(sheet, "md_quiet", palette.quiet_ink);
    define(sheet, "md_hairline", palette.hairline);
    define(sheet, "md_accent", palette.accent);
    define(sheet, "md_on_accent", is_dark ? palette.paper : Colour::hex(0xFFFFFF));
    define(sheet, "md_selection", palette.selection);
    define(sheet, "md_side", is_dark ? Colour::hex(0x1E2021) : Colour::hex(0xF4F5F2));
    define(sheet, "md_hover", palette.spans[0]);
    define(sheet, "md_notice", palette.spans[1]);
    return sheet + rules;
}

/// Letters typed into a native list open a search of its own, which knows nothing of our columns.
void take_search_from_lists()
{
    auto* every_list = G_OBJECT_CLASS(g_type_class_ref(GTK_TYPE_TREE_VIEW));
    static void (*const built_before)(GObject*) = every_list->constructed;
    every_list->constructed = [](GObject* list) {
        built_before(list);
        gtk_tree_view_set_enable_search(GTK_TREE_VIEW(list), FALSE);
    };
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
    free_keys_of_lists();
    take_search_from_lists();

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
