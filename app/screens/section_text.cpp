#include "app/screens/section_text.h"

#include "app/presenters/note_editor_presenter.h"
#include "app/screens/accessible.h"
#include "app/screens/colours.h"
#include "app/screens/guarded.h"
#include "app/screens/layout.h"
#include "app/screens/scrolled_page.h"
#include "app/screens/text.h"

#include <gtk/gtk.h>
#include <wx/clipbrd.h>

#include <algorithm>

namespace app {

namespace {

/// Longer texts scroll inside. With all sections this long the page is still as high as a display can draw.
constexpr int tallest = 2400;

GtkTextView* view_of(const wxTextCtrl& field)
{
    return GTK_TEXT_VIEW(gtk_bin_get_child(GTK_BIN(field.GetHandle())));
}

/// Paints the hint into an empty field. The toolkit has hints for fields of one line only.
gboolean draw_hint(GtkWidget* widget, cairo_t* context, gpointer hint)
{
    auto* view = GTK_TEXT_VIEW(widget);
    if (gtk_text_buffer_get_char_count(gtk_text_view_get_buffer(view)) > 0 ||
        !gtk_cairo_should_draw_window(context, gtk_text_view_get_window(view, GTK_TEXT_WINDOW_TEXT))) {
        return FALSE;
    }
    PangoLayout* layout = gtk_widget_create_pango_layout(widget, static_cast<const wxString*>(hint)->utf8_str());
    GdkRGBA ink;
    GtkStyleContext* style = gtk_widget_get_style_context(widget);
    gtk_style_context_get_color(style, gtk_style_context_get_state(style), &ink);
    ink.alpha = 0.62;
    gdk_cairo_set_source_rgba(context, &ink);
    cairo_move_to(context, gtk_text_view_get_left_margin(view), gtk_text_view_get_top_margin(view));
    pango_cairo_show_layout(context, layout);
    g_object_unref(layout);
    return FALSE;
}

} // namespace

SectionText::SectionText(wxWindow* parent, std::string_view accessible_name, std::string_view hint, int lines)
    : wxTextCtrl(parent, wxID_ANY, wxString{}, wxDefaultPosition, wxDefaultSize, wxTE_MULTILINE | wxTE_NO_VSCROLL),
      hint_{shown(hint)}
{
    GtkTextView* view = view_of(*this);
    gtk_text_view_set_left_margin(view, gap::small);
    gtk_text_view_set_right_margin(view, gap::small);
    gtk_text_view_set_top_margin(view, gap::hair + 2);
    gtk_text_view_set_bottom_margin(view, gap::hair + 2);
    gtk_text_view_set_wrap_mode(view, GTK_WRAP_WORD_CHAR);
    g_signal_connect_after(view, "draw", G_CALLBACK(draw_hint), &hint_);
    // The toolkit finds out how high a text is some time after it has it.
    const auto height_found = +[](GtkAdjustment* /*height*/, gpointer field) {
        auto* text = static_cast<SectionText*>(field);
        text->CallAfter([text] { text->grow(); });
    };
    g_signal_connect(gtk_scrollable_get_vadjustment(GTK_SCROLLABLE(view)), "changed", G_CALLBACK(height_found), this);
    least_height_ = lines * GetCharHeight() + px(*parent, gap::large);
    SetMinSize({px(*parent, 160), least_height_});
    set_accessible_name(*this, accessible_name);
    set_accessible_description(*this, hint);
    Bind(wxEVT_TEXT, [this](wxCommandEvent&) { guarded(*this, [this] { take_text(); }); });
    Bind(wxEVT_KEY_DOWN, [this](wxKeyEvent& key) { guarded(*this, [&] { press(key); }); });
    Bind(wxEVT_TEXT_PASTE, [this](wxClipboardTextEvent&) { guarded(*this, [this] { paste_plain(); }); });
    Bind(wxEVT_SIZE, [this](wxSizeEvent& size) {
        CallAfter([this] { grow(); });
        size.Skip();
    });
}

void SectionText::show(std::string_view text)
{
    if (const wxString now = shown(text); GetValue() != now) {
        ChangeValue(now);
        accepted_ = now;
        CallAfter([this] { grow(); });
    }
}

void SectionText::show(const TextState& state)
{
    show(state.text);
    SetInsertionPoint(state.caret);
    ShowPosition(state.caret);
}

SectionText* SectionText::make_read_only(wxWindow* parent, std::string_view accessible_name, std::string_view text)
{
    auto* made = new SectionText(parent, accessible_name, {}, 1);
    made->is_read_only_ = true;
    made->SetEditable(false);
    // Like the words around it, not like a field.
    gtk_scrolled_window_set_shadow_type(GTK_SCROLLED_WINDOW(made->GetHandle()), GTK_SHADOW_NONE);
    gtk_text_view_set_left_margin(view_of(*made), 0);
    gtk_text_view_set_top_margin(view_of(*made), 0);
    made->SetBackgroundColour(toolkit_colour(screen_palette(*parent).paper));
    made->least_height_ = made->GetCharHeight();
    made->show(text);
    return made;
}

void SectionText::take_text()
{
    const wxString now = GetValue();
    const long caret = GetInsertionPoint();
    if (!on_type(utf8(now), caret)) {
        ChangeValue(accepted_);
        SetInsertionPoint(std::min<long>(caret, GetLastPosition()));
        on_too_long();
        return;
    }
    accepted_ = now;
    CallAfter([this] { grow(); });
}

void SectionText::press(wxKeyEvent& key)
{
    const int code = key.GetKeyCode();
    const bool is_command = key.GetModifiers() == wxMOD_CONTROL;
    const bool is_shifted = key.GetModifiers() == (wxMOD_CONTROL | wxMOD_SHIFT);
    if (is_read_only_ || !((code == 'Z' && (is_command || is_shifted)) || (code == 'Y' && is_command))) {
        key.Skip();
        return;
    }
    if (const auto state = code == 'Z' && is_command ? on_undo() : on_redo()) {
        show(*state);
    }
}

void SectionText::paste_plain()
{
    const wxClipboardLocker clipboard;
    wxTextDataObject pasted;
    if (is_read_only_ || !clipboard || !wxTheClipboard->GetData(pasted)) {
        return;
    }
    const std::string text = plain_text(utf8(pasted.GetText()));
    if (text.size() + utf8(GetValue()).size() > model::longest_section) {
        on_too_long();
        return;
    }
    long from = 0;
    long to = 0;
    GetSelection(&from, &to);
    Replace(from, to, shown(text));
}

void SectionText::grow()
{
    int least = 0;
    int natural = 0;
    gtk_widget_get_preferred_height(GTK_WIDGET(view_of(*this)), &least, &natural);
    const int height = std::clamp(natural + 2, least_height_, std::max(least_height_, px(*this, tallest)));
    if (height != GetMinSize().y) {
        SetMinSize({GetMinSize().x, height});
        lay_out_around(*this);
    }
}

} // namespace app
