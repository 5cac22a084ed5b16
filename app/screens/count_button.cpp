#include "app/screens/count_button.h"

#include "app/screens/accessible.h"
#include "app/screens/layout.h"
#include "app/screens/text.h"
#include "app/screens/theme.h"

#include <gtk/gtk.h>

namespace app {

CountButton::CountButton(wxWindow* parent, std::string_view words)
    : wxToggleButton(parent, wxID_ANY, shown(words), wxDefaultPosition, wxDefaultSize, wxBORDER_NONE), words_{words}
{
    // The toolkit's button has one label in its middle; the native one takes any content.
    GtkWidget* button = GetHandle();
    gtk_container_remove(GTK_CONTAINER(button), gtk_bin_get_child(GTK_BIN(button)));
    GtkWidget* row = gtk_box_new(GTK_ORIENTATION_HORIZONTAL, 0);
    gtk_widget_set_margin_start(row, px(*this, gap::small));
    gtk_widget_set_margin_end(row, px(*this, gap::small));
    GtkWidget* label = gtk_label_new(words_.c_str());
    gtk_label_set_xalign(GTK_LABEL(label), 0);
    GtkWidget* count = gtk_label_new("0");
    gtk_box_pack_start(GTK_BOX(row), label, TRUE, TRUE, 0);
    gtk_box_pack_end(GTK_BOX(row), count, FALSE, FALSE, 0);
    gtk_container_add(GTK_CONTAINER(button), row);
    gtk_widget_show_all(row);
    count_ = count;
    give_style(*this, "mendline-row");
    InvalidateBestSize();
}

void CountButton::show_count(int count)
{
    const std::string number = std::to_string(count);
    const std::string bold = "<b>" + number + "</b>";
    gtk_label_set_markup(GTK_LABEL(static_cast<GtkWidget*>(count_)), count > 0 ? bold.c_str() : number.c_str());
    set_accessible_name(*this, words_ + ": " + number);
}

} // namespace app
