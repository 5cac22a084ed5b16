#include "app/screens/client_header.h"

#include "app/screens/layout.h"
#include "app/screens/text.h"

#include <gtk/gtk.h>
#include <wx/weakref.h>

#include <algorithm>

namespace app {

namespace {

/// How wide these words are on one line, whatever room they have now.
int width_of(const wxStaticText& words)
{
    GtkWidget* label = words.GetHandle();
    PangoLayout* line = gtk_widget_create_pango_layout(label, gtk_label_get_text(GTK_LABEL(label)));
    pango_layout_set_attributes(line, gtk_label_get_attributes(GTK_LABEL(label)));
    int width = 0;
    pango_layout_get_pixel_size(line, &width, nullptr);
    g_object_unref(line);
    return width;
}

} // namespace

ClientHeader::ClientHeader(wxWindow* parent, const Workplace& place, model::ClientId client)
    : Panel(parent), presenter_{place, client}
{
    title_ = new wxStaticText(this, wxID_ANY, wxString{});
    make_bold(*title_, heading_scale);
    facts_ = new Paragraph(this, {}, Paragraph::Tone::quiet);
    Bind(wxEVT_SIZE, [this](wxSizeEvent& size) {
        size.Skip();
        arrange();
    });
    arrange();
    presenter_.on_change = [this] { draw(presenter_.screen()); };
    draw(presenter_.screen());
}

void ClientHeader::draw(const HeaderPresenter::Screen& screen)
{
    title_->SetLabelText(shown(screen.title));
    facts_->say(screen.facts);
    arrange();
}

void ClientHeader::arrange()
{
    const int title = width_of(*title_);
    const bool fits = title + px(*this, gap::large) + width_of(*facts_) <= GetClientSize().x;
    // With a line of its own, a name that is longer than that ends in dots.
    gtk_label_set_ellipsize(GTK_LABEL(title_->GetHandle()), fits ? PANGO_ELLIPSIZE_NONE : PANGO_ELLIPSIZE_END);
    title_->SetMinSize({fits ? std::max(title, title_->GetBestSize().x) : 1, -1});
    if (fits != is_one_line_) {
        SetSizer(nullptr); // Lets go of both.
        auto* all = new wxBoxSizer(fits ? wxHORIZONTAL : wxVERTICAL);
        all->Add(title_, fits ? wxSizerFlags().Border(wxRIGHT, px(*this, gap::large)) : wxSizerFlags().Expand());
        all->Add(facts_,
                 fits ? wxSizerFlags(1).Bottom().Border(wxBOTTOM, px(*this, gap::hair) / 2) : wxSizerFlags().Expand());
        SetSizer(all);
        is_one_line_ = fits;
        // What stands below moves with the height.
        CallAfter([parent = wxWeakRef<wxWindow>{GetParent()}] {
            if (parent) {
                parent->Layout();
            }
        });
    }
    Layout();
}

} // namespace app
