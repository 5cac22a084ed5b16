#include "app/output/files.h"
#include "app/screens/guarded.h"
#include "app/screens/save_dialog.h"
#include "app/screens/text.h"
#include "app/screens/trajectory_panel.h"
#include "app/words/trajectory_tab_words.h"

#include <gtk/gtk.h>
#include <wx/menu.h>

#include <algorithm>
#include <array>

namespace app {

namespace {

/// Ticks an item and keeps the menu open for the next one.
gboolean tick_item(GtkWidget* item, GdkEvent* /*release*/, gpointer /*nothing*/)
{
    gtk_menu_item_activate(GTK_MENU_ITEM(item));
    return TRUE;
}

/// Space and Enter do the same; Escape closes the menu.
gboolean tick_by_key(GtkWidget* menu, GdkEventKey* key, gpointer /*nothing*/)
{
    constexpr std::array<guint, 5> ticking{GDK_KEY_space, GDK_KEY_KP_Space, GDK_KEY_Return, GDK_KEY_KP_Enter,
                                           GDK_KEY_ISO_Enter};
    GtkWidget* item = gtk_menu_shell_get_selected_item(GTK_MENU_SHELL(menu));
    const bool ticks = std::ranges::find(ticking, key->keyval) != ticking.end();
    return ticks && GTK_IS_CHECK_MENU_ITEM(item) ? tick_item(item, nullptr, nullptr) : FALSE;
}

} // namespace

void TrajectoryPanel::choose_panels()
{
    wxMenu menu;
    g_signal_connect(menu.m_menu, "key-press-event", G_CALLBACK(tick_by_key), nullptr);
    const auto choices = presenter_.screen().choices;
    for (const auto& choice : choices) {
        auto* item = menu.AppendCheckItem(wxID_ANY, wxControl::EscapeMnemonics(shown(choice.title)));
        item->Check(choice.is_shown);
        g_signal_connect(item->GetMenuItem(), "button-release-event", G_CALLBACK(tick_item), nullptr);
        menu.Bind(
            wxEVT_MENU,
            [this, key = choice.key](wxCommandEvent& tick) {
                guarded(*this, [&] { presenter_.show_panel(key, tick.IsChecked()); });
            },
            item->GetId());
    }
    menu.AppendSeparator();
    auto* all = menu.Append(wxID_ANY, shown(trajectory_tab_words::show_all_panels()));
    menu.Bind(
        wxEVT_MENU, [this](wxCommandEvent&) { guarded(*this, [this] { presenter_.show_all_panels(); }); },
        all->GetId());
    panels_->PopupMenu(&menu, 0, panels_->GetSize().y);
}

void TrajectoryPanel::offer_saving()
{
    wxMenu menu;
    auto* copy = menu.Append(wxID_ANY, shown(trajectory_tab_words::copy_picture()));
    menu.Bind(
        wxEVT_MENU, [this](wxCommandEvent&) { guarded(*this, [this] { copy_picture(); }); }, copy->GetId());
    menu.AppendSeparator();
    for (const std::string format : {"PNG", "SVG", "PDF", "CSV"}) {
        auto* item = menu.Append(wxID_ANY, shown(trajectory_tab_words::save_as(format)));
        menu.Bind(
            wxEVT_MENU, [this, format](wxCommandEvent&) { guarded(*this, [&] { save(format); }); }, item->GetId());
    }
    save_->PopupMenu(&menu, 0, save_->GetSize().y);
}

void TrajectoryPanel::copy_picture()
{
    if (copied_.copy(png_of(presenter_.picture(PangoRuler{}), 2))) {
        presenter_.released(model::ActKind::trajectory_copied);
        announce(*this, trajectory_tab_words::copied());
    }
}

std::optional<std::string> TrajectoryPanel::ask_where_to_save_as(const std::string& format)
{
    const std::string ending = utf8(shown(format).Lower());
    return ask_where_to_save(*this, {.title = trajectory_tab_words::file_dialog_title(),
                                     .name = presenter_.file_stem() + "." + ending,
                                     .ending = ending});
}

void TrajectoryPanel::save(const std::string& format)
{
    if (format == "PDF") {
        saving_->toggle();
        return;
    }
    const auto path = ask_where_to_save_as(format);
    if (!path) {
        return;
    }
    if (format == "CSV") {
        write(*path, presenter_.csv());
        return;
    }
    const Scene picture = presenter_.picture(PangoRuler{});
    write(*path, format == "SVG" ? svg_of(picture) : png_of(picture, 2));
}

void TrajectoryPanel::save_pdf(const std::optional<std::string>& password)
{
    const auto path = ask_where_to_save_as("PDF");
    if (!path) {
        return;
    }
    const Scene picture = presenter_.picture(PangoRuler{});
    const std::string pdf = pdf_of({&picture, 1}, {.title = presenter_.file_stem()}, password);
    if (write_file(*path, pdf)) {
        announce(*this, trajectory_tab_words::not_saved());
        return;
    }
    saving_->finish();
    presenter_.released(model::ActKind::trajectory_saved);
    announce(*this, password ? trajectory_tab_words::saved_protected(*path) : trajectory_tab_words::saved(*path));
}

void TrajectoryPanel::write(const std::string& path, const std::string& bytes)
{
    if (write_file(path, bytes)) {
        announce(*this, trajectory_tab_words::not_saved());
        return;
    }
    presenter_.released(model::ActKind::trajectory_saved);
    announce(*this, trajectory_tab_words::saved(path));
}

} // namespace app
