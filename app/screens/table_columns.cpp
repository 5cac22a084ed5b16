#include "app/screens/table_columns.h"

#include "app/screens/guarded.h"
#include "app/screens/layout.h"

#include <gtk/gtk.h>
#include <wx/dataview.h>

namespace app {

namespace {

/// A table whose columns are kept inside it; goes with its native part.
struct KeptTable {
    wxDataViewCtrl& table;
    std::vector<ColumnRoom> rooms{};
    std::vector<int> given{}; ///< What the columns were told last.
};

/// The rooms of the columns that have any to take: a spare one is hidden only by us.
std::vector<ColumnRoom> rooms_now(const KeptTable& kept)
{
    std::vector<ColumnRoom> rooms;
    for (unsigned i = 0; i < kept.rooms.size(); ++i) {
        ColumnRoom room = kept.rooms[i];
        const bool takes_none = !room.is_spare && kept.table.GetColumn(i)->IsHidden();
        room.wanted = takes_none ? 0 : px(kept.table, room.wanted);
        room.least = takes_none ? 0 : px(kept.table, room.least);
        rooms.push_back(room);
    }
    return rooms;
}

void give_widths(KeptTable& kept)
{
    for (unsigned i = 0; i < kept.given.size(); ++i) {
        auto* column = kept.table.GetColumn(i);
        const int width = kept.given[i];
        if (kept.rooms[i].is_spare && column->IsHidden() == (width > 0)) {
            column->SetHidden(width == 0);
        }
        if (width > 0) {
            column->SetWidth(width);
        }
    }
}

void heed_room(GtkWidget* /*tree*/, GdkRectangle* place, gpointer data)
{
    auto& kept = *static_cast<KeptTable*>(data);
    auto widths = column_widths(rooms_now(kept), place->width);
    // Widths that somebody has dragged stay until the room changes.
    if (widths != kept.given) {
        kept.given = std::move(widths);
        // Never while the native table is being laid out.
        kept.table.CallAfter([&kept] { guarded(kept.table, [&kept] { give_widths(kept); }); });
    }
}

} // namespace

void keep_columns_inside(wxDataViewCtrl& table, const std::vector<ColumnRoom>& rooms)
{
    for (unsigned i = 0; i < rooms.size(); ++i) {
        table.GetColumn(i)->GetRenderer()->EnableEllipsize(wxELLIPSIZE_END);
    }
    auto* kept = new KeptTable{.table = table, .rooms = rooms};
    g_signal_connect_data(
        table.GtkGetTreeView(), "size-allocate", G_CALLBACK(heed_room), kept,
        [](gpointer data, GClosure*) { delete static_cast<KeptTable*>(data); }, G_CONNECT_AFTER);
}

} // namespace app
