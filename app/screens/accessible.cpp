#include "app/screens/accessible.h"

#include "app/words/main_words.h"

#include <gtk/gtk-a11y.h>
#include <gtk/gtk.h>
#include <wx/dataview.h>

#include <string>
#include <utility>

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

AtkObject* accessible_of(const wxWindow& control)
{
    return gtk_widget_get_accessible(inner_widget(control));
}

/// The button inside a drop-down: there the keyboard is, so its name is the one that is heard.
GtkWidget* button_of(GtkWidget* drop_down)
{
    GtkWidget* button = nullptr;
    gtk_container_forall(
        GTK_CONTAINER(drop_down),
        [](GtkWidget* child, gpointer found) {
            auto** inside = static_cast<GtkWidget**>(found);
            if (GTK_IS_TOGGLE_BUTTON(child)) {
                *inside = child;
            } else if (*inside == nullptr && GTK_IS_CONTAINER(child)) {
                *inside = button_of(child);
            }
        },
        &button);
    return button;
}

/// What is chosen in a drop-down; empty while nothing is.
std::string chosen_in(GtkComboBox* drop_down)
{
    GtkTreeIter row;
    GtkTreeModel* rows = gtk_combo_box_get_model(drop_down);
    if (rows == nullptr || gtk_combo_box_get_active_iter(drop_down, &row) == FALSE ||
        gtk_tree_model_get_column_type(rows, 0) != G_TYPE_STRING) {
        return {};
    }
    char* words = nullptr;
    gtk_tree_model_get(rows, &row, 0, &words, -1);
    std::string chosen = words != nullptr ? words : "";
    g_free(words);
    return chosen;
}

void name_drop_down(GtkComboBox* drop_down, gpointer /*nothing*/)
{
    GtkWidget* button = button_of(GTK_WIDGET(drop_down));
    const char* name = atk_object_get_name(gtk_widget_get_accessible(GTK_WIDGET(drop_down)));
    if (button == nullptr || name == nullptr) {
        return;
    }
    const std::string chosen = chosen_in(drop_down);
    const std::string words = chosen.empty() ? name : name + (", " + chosen);
    AtkObject* accessible = gtk_widget_get_accessible(button);
    atk_object_set_role(accessible, ATK_ROLE_COMBO_BOX);
    atk_object_set_name(accessible, words.c_str());
}

using CellWords = std::function<std::string(int row, int column)>;
constexpr const char* cell_words_key = "mendline-cell-words";

/// The first text that stands in a row, for a box to tick, which has none.
std::string text_of_row(AtkTable* table, int row)
{
    std::string text;
    for (int column = 0; column < atk_table_get_n_columns(table) && text.empty(); ++column) {
        AtkObject* cell = atk_table_ref_at(table, row, column);
        if (ATK_IS_TEXT(cell)) {
            char* words = atk_text_get_text(ATK_TEXT(cell), 0, -1);
            text = words != nullptr ? words : "";
            g_free(words);
        }
        if (cell != nullptr) {
            g_object_unref(cell);
        }
    }
    return text;
}

/// Which column of the list this is, as the list counts: the tree of what is accessible leaves out hidden ones.
int column_of_list(GtkTreeView* list, int accessible_column)
{
    int column = 0;
    for (int passed = 0; GtkTreeViewColumn* any = gtk_tree_view_get_column(list, column); ++column) {
        if (gtk_tree_view_column_get_visible(any) != FALSE && passed++ == accessible_column) {
            break;
        }
    }
    return column;
}

/// What a cell without text is called.
std::string words_of_cell(AtkObject* cell)
{
    AtkObject* table = atk_object_get_parent(cell);
    GtkWidget* list = GTK_IS_ACCESSIBLE(table) ? gtk_accessible_get_widget(GTK_ACCESSIBLE(table)) : nullptr;
    int row = -1;
    int column = -1;
    if (!GTK_IS_TREE_VIEW(list) || !ATK_IS_TABLE_CELL(cell)) {
        return {};
    }
    // What it returns is false for the very first cell as well.
    atk_table_cell_get_position(ATK_TABLE_CELL(cell), &row, &column);
    if (row < 0 || column < 0) {
        return {};
    }
    column = column_of_list(GTK_TREE_VIEW(list), column);
    const auto* words = static_cast<CellWords*>(g_object_get_data(G_OBJECT(list), cell_words_key));
    if (std::string own = words != nullptr ? (*words)(row, column) : std::string{}; !own.empty()) {
        return own;
    }
    GtkTreeViewColumn* shown = gtk_tree_view_get_column(GTK_TREE_VIEW(list), column);
    const char* title = shown != nullptr ? gtk_tree_view_column_get_title(shown) : nullptr;
    return title != nullptr && *title != '\0' ? main_words::empty_cell(title) : text_of_row(ATK_TABLE(table), row);
}

using NameOfObject = const char* (*)(AtkObject*);

/// The name that the toolkit has for a cell, or else ours, which lives as long as the cell or until it is asked again.
const char* name_of_cell(AtkObject* cell, NameOfObject toolkits_name)
{
    if (const char* name = toolkits_name(cell); name != nullptr && *name != '\0') {
        return name;
    }
    const std::string words = words_of_cell(cell);
    g_object_set_data_full(G_OBJECT(cell), "mendline-name", g_strdup(words.c_str()), g_free);
    return static_cast<const char*>(g_object_get_data(G_OBJECT(cell), "mendline-name"));
}

AtkRole toolkit_role(AccessibleRole role)
{
    switch (role) {
    case AccessibleRole::rating:
        return ATK_ROLE_RATING;
    case AccessibleRole::form:
        return ATK_ROLE_FORM;
    case AccessibleRole::chart:
        return ATK_ROLE_CHART;
    case AccessibleRole::pages:
        return ATK_ROLE_DOCUMENT_FRAME;
    case AccessibleRole::reading:
        return ATK_ROLE_SCROLL_PANE;
    case AccessibleRole::heading:
        return ATK_ROLE_HEADING;
    case AccessibleRole::divider:
        break;
    }
    return ATK_ROLE_SEPARATOR;
}

} // namespace

void set_accessible_name(wxWindow& control, std::string_view name)
{
    AtkObject* accessible = accessible_of(control);
    const std::string words{name};
    atk_object_set_name(accessible, words.c_str());
    if (GTK_IS_COMBO_BOX(control.GetHandle())) {
        auto* drop_down = GTK_COMBO_BOX(control.GetHandle());
        g_signal_handlers_disconnect_by_func(drop_down, reinterpret_cast<gpointer>(name_drop_down), nullptr);
        g_signal_connect(drop_down, "changed", G_CALLBACK(name_drop_down), nullptr);
        name_drop_down(drop_down, nullptr);
    } else if (atk_object_get_role(accessible) == ATK_ROLE_FILLER) {
        atk_object_set_role(accessible, ATK_ROLE_PANEL);
    }
}

void set_accessible_description(wxWindow& control, std::string_view description)
{
    atk_object_set_description(accessible_of(control), std::string{description}.c_str());
}

void set_accessible_cells(wxDataViewCtrl& list, std::function<std::string(int row, int column)> words)
{
    g_object_set_data_full(G_OBJECT(list.GtkGetTreeView()), cell_words_key, new CellWords{std::move(words)},
                           [](gpointer old) { delete static_cast<CellWords*>(old); });
}

void name_every_cell()
{
    auto* text = ATK_OBJECT_CLASS(g_type_class_ref(GTK_TYPE_TEXT_CELL_ACCESSIBLE));
    static const NameOfObject name_of_text = text->get_name;
    text->get_name = [](AtkObject* cell) { return name_of_cell(cell, name_of_text); };
    // Boxes to tick and pictures follow this one.
    auto* other = ATK_OBJECT_CLASS(g_type_class_ref(GTK_TYPE_RENDERER_CELL_ACCESSIBLE));
    static const NameOfObject name_of_other = other->get_name;
    other->get_name = [](AtkObject* cell) { return name_of_cell(cell, name_of_other); };
}

void set_accessible_role(wxWindow& control, AccessibleRole role)
{
    GtkWidget* widget = inner_widget(control);
    atk_object_set_role(gtk_widget_get_accessible(widget), toolkit_role(role));
    if (control.AcceptsFocus()) {
        gtk_widget_set_can_focus(widget, TRUE);
    }
}

void set_takes_keyboard(wxWindow& control, bool takes)
{
    gtk_widget_set_can_focus(inner_widget(control), takes ? TRUE : FALSE);
}

std::string accessible_name(const wxWindow& control)
{
    const char* name = atk_object_get_name(accessible_of(control));
    return name != nullptr ? name : "";
}

void say_aloud(wxWindow& place, std::string_view words)
{
    if (words.empty()) {
        return;
    }
    // Moving the keyboard makes a screen reader fall silent, so the words come after what the same gesture does to it.
    place.CallAfter([&place, said = std::string{words}] {
        AtkObject* speaker = accessible_of(place);
        // Known to libraries since 2.46; with older ones the words are only seen.
        if (place.IsShownOnScreen() && g_signal_lookup("announcement", G_OBJECT_TYPE(speaker)) != 0) {
            g_signal_emit_by_name(speaker, "announcement", said.c_str());
        }
    });
}

} // namespace app
