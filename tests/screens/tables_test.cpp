#include "app/screens/casebook_panel.h"
#include "tests/support/window.h"

#include <gtest/gtest.h>
#include <gtk/gtk.h>
#include <wx/dataview.h>

#include <functional>
#include <string>

namespace {

using namespace date::literals;

/// From where to where something reaches.
struct Stretch {
    int from = 0;
    int to = 0;
};

GtkWidget* label_in(GtkWidget* widget)
{
    if (GTK_IS_LABEL(widget)) {
        return widget;
    }
    GtkWidget* found = nullptr;
    if (GTK_IS_CONTAINER(widget)) {
        GList* children = gtk_container_get_children(GTK_CONTAINER(widget));
        for (GList* child = children; child != nullptr && found == nullptr; child = child->next) {
            found = label_in(GTK_WIDGET(child->data));
        }
        g_list_free(children);
    }
    return found;
}

/// Where the words of a column's header stand in its table.
Stretch header_words(GtkTreeView* table, GtkTreeViewColumn* column)
{
    GtkWidget* label = label_in(gtk_tree_view_column_get_button(column));
    GtkAllocation place;
    gtk_widget_get_allocation(label, &place);
    int from = 0;
    int top = 0;
    gtk_widget_translate_coordinates(label, GTK_WIDGET(table), 0, 0, &from, &top);
    int layout = 0;
    gtk_label_get_layout_offsets(GTK_LABEL(label), &layout, &top);
    int width = 0;
    pango_layout_get_pixel_size(gtk_label_get_layout(GTK_LABEL(label)), &width, nullptr);
    from += layout - place.x;
    return {from, from + width};
}

/// Where the words of a column's first cell may stand in its table.
Stretch cell_room(GtkTreeView* table, GtkTreeViewColumn* column, GtkCellRenderer* cell)
{
    GtkTreePath* first = gtk_tree_path_new_first();
    GdkRectangle area;
    gtk_tree_view_get_cell_area(table, first, column, &area);
    gtk_tree_path_free(first);
    int from = 0;
    int top = 0;
    gtk_tree_view_convert_bin_window_to_widget_coords(table, area.x, area.y, &from, &top);
    int padding = 0;
    gtk_cell_renderer_get_padding(cell, &padding, nullptr);
    return {from + padding, from + area.width - padding};
}

GtkCellRenderer* text_cell(GtkTreeViewColumn* column)
{
    GtkCellRenderer* found = nullptr;
    GList* cells = gtk_cell_layout_get_cells(GTK_CELL_LAYOUT(column));
    for (GList* cell = cells; cell != nullptr; cell = cell->next) {
        if (GTK_IS_CELL_RENDERER_TEXT(cell->data)) {
            found = GTK_CELL_RENDERER(cell->data);
        }
    }
    g_list_free(cells);
    return found;
}

void check_column(GtkTreeView* table, GtkTreeViewColumn* column)
{
    const std::string title = gtk_label_get_text(GTK_LABEL(label_in(gtk_tree_view_column_get_button(column))));
    GtkCellRenderer* cell = text_cell(column);
    ASSERT_NE(cell, nullptr) << title;
    const auto header = header_words(table, column);
    const auto room = cell_room(table, column, cell);
    float along = 0;
    g_object_get(cell, "xalign", &along, nullptr);
    if (along < 0.5F) {
        EXPECT_NEAR(header.from, room.from, 1) << title << " begins elsewhere than its cells";
    } else {
        EXPECT_NEAR(header.to, room.to, 1) << title << " ends elsewhere than its cells";
    }
    EXPECT_LE(header.to, room.to + 1) << title << " is cut";
    PangoEllipsizeMode ellipsis = PANGO_ELLIPSIZE_NONE;
    g_object_get(cell, "ellipsize", &ellipsis, nullptr);
    EXPECT_EQ(ellipsis, PANGO_ELLIPSIZE_END) << title << " cuts its cells without a sign";
    const int end = gtk_tree_view_column_get_x_offset(column) + gtk_tree_view_column_get_width(column);
    EXPECT_LE(end, gtk_widget_get_allocated_width(GTK_WIDGET(table))) << title << " reaches beyond the table";
}

/// A client with sessions, ratings and scores, in every table of the program.
class Tables : public tests::WindowTest {
protected:
    void SetUp() override
    {
        tests::SmallPractice practice;
        for (int week = 0; week < 12; ++week) {
            const auto day = model::days_after(2026_y / 8 / 3, 7 * week);
            auto content = tests::note_on(day, "Said no to the landlord, stayed in the room, and slept well after it.");
            content.modalities = {{.modality = "emdr", .techniques = {}}, {.modality = "somatic", .techniques = {}}};
            content.ratings = {{practice.goal, 3, 4}};
            practice.casebook.add_signed_note(practice.client, content, tests::at(day, 16));
            practice.casebook.add_administration(
                practice.client, {.measure = "phq-9", .taken_on = day, .total = 18.0 - week}, tests::at(day, 16));
        }
        window().open(std::move(practice.casebook));
        settle();
    }

    void each_table(wxWindow& place, const std::function<void(wxDataViewCtrl&)>& look)
    {
        if (!place.IsShownOnScreen()) {
            return;
        }
        if (auto* table = dynamic_cast<wxDataViewCtrl*>(&place)) {
            look(*table);
        }
        for (wxWindow* child : place.GetChildren()) {
            each_table(*child, look);
        }
    }

    /// Looks at every column of every table in sight that has headers; counts the tables.
    int check_tables(const std::string& page)
    {
        int tables = 0;
        for (const wxSize size : {wxSize{1280, 800}, wxSize{1024, 700}, wxSize{1900, 1060}, wxSize{1024, 700}}) {
            const testing::ScopedTrace trace{__FILE__, __LINE__, page + " at " + std::to_string(size.x)};
            resize(size);
            each_table(window(), [&](wxDataViewCtrl& list) {
                if ((list.GetWindowStyle() & wxDV_NO_HEADER) != 0) {
                    return;
                }
                ++tables;
                auto* table = GTK_TREE_VIEW(list.GtkGetTreeView());
                GList* columns = gtk_tree_view_get_columns(table);
                for (GList* each = columns; each != nullptr; each = each->next) {
                    auto* column = GTK_TREE_VIEW_COLUMN(each->data);
                    if (gtk_tree_view_column_get_visible(column) != FALSE) {
                        check_column(table, column);
                    }
                }
                g_list_free(columns);
            });
        }
        return tables;
    }
};

TEST_F(Tables, OfTheSessionsStandUnderTheirHeadersAndAreWhole)
{
    press("Ctrl+1");
    EXPECT_EQ(check_tables("Sessions"), 4);
}

TEST_F(Tables, OfTheTrajectoryStandUnderTheirHeadersAndAreWhole)
{
    press("Ctrl+2");
    tab_to("As table");
    press("Enter");
    EXPECT_EQ(check_tables("Trajectory"), 4);
}

TEST_F(Tables, OfTheMeasuresStandUnderTheirHeadersAndAreWhole)
{
    press("Ctrl+4");
    until("the history is up", [this] { return is_seen("History"); });
    EXPECT_EQ(check_tables("Measures"), 8);
}

TEST_F(Tables, OfTheActivityStandUnderTheirHeadersAndAreWhole)
{
    window().casebook_panel()->show_activity();
    EXPECT_EQ(check_tables("Activity"), 4);
}

} // namespace
