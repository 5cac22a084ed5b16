#include "app/screens/chip.h"

#include "app/screens/layout.h"
#include "app/screens/text.h"
#include "app/screens/theme.h"

#include <gtk/gtk.h>

namespace app {

wxToggleButton* make_chip(wxWindow& parent, std::string_view words)
{
    auto* chip = new wxToggleButton(&parent, wxID_ANY, shown(words), wxDefaultPosition, wxDefaultSize, wxBU_EXACTFIT);
    give_style(*chip, "mendline-chip");
    // The button measures itself before it is given its shape.
    constexpr int height = 28;
    chip->SetMinSize({chip->GetBestSize().x, px(parent, height)});
    return chip;
}

void set_chosen(wxToggleButton& chip, bool is_chosen)
{
    chip.SetValue(is_chosen);
    GtkStyleContext* style = gtk_widget_get_style_context(chip.GetHandle());
    if (is_chosen) {
        gtk_style_context_add_class(style, "mendline-chosen");
    } else {
        gtk_style_context_remove_class(style, "mendline-chosen");
    }
}

} // namespace app
