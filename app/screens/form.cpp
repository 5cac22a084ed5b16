#include "app/screens/form.h"

#include "app/screens/accessible.h"
#include "app/screens/colours.h"
#include "app/screens/layout.h"
#include "app/screens/text.h"

#include <gtk/gtk.h>

#include <vector>

namespace app {

wxStaticText* make_heading(wxWindow& parent, std::string_view words)
{
    auto* heading = new wxStaticText(&parent, wxID_ANY, shown(words));
    heading->SetFont(heading->GetFont().Bold().Scaled(1.4F));
    return heading;
}

wxStaticText* make_caption(wxWindow& parent, std::string_view words)
{
    auto* caption = new wxStaticText(&parent, wxID_ANY, shown(words));
    caption->SetFont(caption->GetFont().Bold());
    return caption;
}

wxStaticText* make_quiet(wxWindow& parent, std::string_view words)
{
    auto* quiet = new wxStaticText(&parent, wxID_ANY, shown(words));
    colour_quiet(*quiet);
    return quiet;
}

void colour_quiet(wxWindow& words)
{
    words.SetForegroundColour(toolkit_colour(screen_palette(words).quiet_ink));
}

void colour_loud(wxWindow& words)
{
    words.SetForegroundColour(toolkit_colour(screen_palette(words).attention));
}

Paragraph::Paragraph(wxWindow* parent, std::string_view words, Tone tone) : wxStaticText(parent, wxID_ANY, wxString{})
{
    if (tone == Tone::quiet) {
        colour_quiet(*this);
    } else if (tone == Tone::loud) {
        colour_loud(*this);
    }
    say(words);
}

void Paragraph::say(std::string_view words)
{
    const wxString now = shown(words);
    if (now == words_ && IsShown() == !now.empty()) {
        return;
    }
    words_ = now;
    width_ = -1;
    SetMinSize(wxDefaultSize); // A best size is never below the least one.
    SetLabelText(words_);
    // The words may be narrower than they are long: their width comes from the sizer.
    SetMinSize({1, GetBestSize().y});
    Show(!words_.empty());
    lay_out_around();
}

bool Paragraph::InformFirstDirection(int direction, int size, int /*available_other_direction*/)
{
    if (direction != wxHORIZONTAL || size <= 1) {
        return false;
    }
    if (size == width_) {
        return true;
    }
    width_ = size;
    SetMinSize(wxDefaultSize);
    SetLabelText(words_);
    Wrap(size);
    InvalidateBestSize();
    SetMinSize({1, GetBestSize().y});
    return true;
}

wxTextCtrl* make_line(wxWindow& parent, std::string_view accessible_name, bool is_secret)
{
    auto* line = new wxTextCtrl(&parent, wxID_ANY, wxString{}, wxDefaultPosition, wxDefaultSize,
                                is_secret ? wxTE_PASSWORD | wxTE_PROCESS_ENTER : 0);
    set_accessible_name(*line, accessible_name);
    return line;
}

wxTextCtrl* make_lines(wxWindow& parent, std::string_view accessible_name, int lines)
{
    auto* field = new wxTextCtrl(&parent, wxID_ANY, wxString{}, wxDefaultPosition, wxDefaultSize,
                                 wxTE_MULTILINE | wxTE_NO_VSCROLL);
    field->SetMinSize({px(parent, 120), lines * field->GetCharHeight() + px(parent, gap::medium)});
    set_accessible_name(*field, accessible_name);
    return field;
}

void fill(wxTextCtrl& field, std::string_view words)
{
    if (const wxString now = shown(words); field.GetValue() != now) {
        field.ChangeValue(now);
    }
}

wxStaticText* add_field(wxSizer& column, wxWindow& parent, std::string_view label, wxWindow& field)
{
    auto* words = new wxStaticText(&parent, wxID_ANY, shown(label));
    column.Add(words, wxSizerFlags().Border(wxBOTTOM, px(parent, gap::hair)));
    column.Add(&field, wxSizerFlags().Expand().Border(wxBOTTOM, px(parent, gap::medium)));
    return words;
}

wxButton* make_main_button(wxWindow& parent, std::string_view words)
{
    auto* button = make_button(parent, words);
    gtk_style_context_add_class(gtk_widget_get_style_context(button->GetHandle()), GTK_STYLE_CLASS_SUGGESTED_ACTION);
    return button;
}

wxButton* make_button(wxWindow& parent, std::string_view words)
{
    return new wxButton(&parent, wxID_ANY, shown(words));
}

} // namespace app
