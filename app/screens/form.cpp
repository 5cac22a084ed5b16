#include "app/screens/form.h"

#include "app/screens/accessible.h"
#include "app/screens/colours.h"
#include "app/screens/layout.h"
#include "app/screens/text.h"
#include "app/words/form_words.h"

#include <gtk/gtk.h>
#include <wx/weakref.h>

#include <utility>
#include <vector>

namespace app {

void make_bold(wxStaticText& words, double scale)
{
    // Another font would come into force only after the words have been measured.
    PangoAttrList* bold = pango_attr_list_new();
    pango_attr_list_insert(bold, pango_attr_weight_new(PANGO_WEIGHT_BOLD));
    pango_attr_list_insert(bold, pango_attr_scale_new(scale));
    gtk_label_set_attributes(GTK_LABEL(words.GetHandle()), bold);
    pango_attr_list_unref(bold);
    words.InvalidateBestSize();
    words.SetInitialSize();
}

Paragraph* make_heading(wxWindow& parent, std::string_view words)
{
    auto* heading = new Paragraph(&parent, {});
    make_bold(*heading, heading_scale);
    heading->say(words);
    set_accessible_role(*heading, AccessibleRole::heading);
    // Whoever comes to a page hears its heading first.
    if (!words.empty() && accessible_name(parent).empty()) {
        set_accessible_name(parent, words);
    }
    return heading;
}

wxStaticText* make_caption(wxWindow& parent, std::string_view words)
{
    auto* caption = new wxStaticText(&parent, wxID_ANY, wxControl::EscapeMnemonics(shown(words)));
    make_bold(*caption);
    return caption;
}

wxStaticText* make_quiet(wxWindow& parent, std::string_view words)
{
    auto* quiet = new wxStaticText(&parent, wxID_ANY, wxControl::EscapeMnemonics(shown(words)));
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

namespace {

constexpr const char* layout_due = "mendline-layout-due";

bool is_layout_due(const wxWindow& place)
{
    return g_object_get_data(G_OBJECT(place.GetHandle()), layout_due) != nullptr;
}

void mark_layout_due(wxWindow& place, bool is_due)
{
    g_object_set_data(G_OBJECT(place.GetHandle()), layout_due, is_due ? &place : nullptr);
}

/// The windows whose layout is due, each before its children; none of them is due any more.
void collect_due(wxWindow& place, std::vector<wxWeakRef<wxWindow>>& due)
{
    mark_layout_due(place, false);
    due.emplace_back(&place);
    for (wxWindow* child : place.GetChildren()) {
        if (is_layout_due(*child)) {
            collect_due(*child, due);
        }
    }
}

/// From the outside to the inside, so that each window has its size before its content is laid out.
void lay_out_what_is_due(wxWindow& top)
{
    std::vector<wxWeakRef<wxWindow>> due;
    collect_due(top, due);
    for (const wxWeakRef<wxWindow>& place : due) {
        if (place) { // A window may build its content anew when it gets another size.
            place->Layout();
        }
    }
}

} // namespace

Paragraph::Paragraph(wxWindow* parent, std::string_view words, Tone tone)
    : wxStaticText(parent, wxID_ANY, wxString{}, wxDefaultPosition, wxDefaultSize, wxST_NO_AUTORESIZE),
      is_loud_{tone == Tone::loud || tone == Tone::alarm}
{
    // GTK breaks the lines itself: breaking them by new words would resize the label, which would break them again.
    auto* label = GTK_LABEL(GetHandle());
    gtk_label_set_line_wrap(label, TRUE);
    gtk_label_set_line_wrap_mode(label, PANGO_WRAP_WORD_CHAR);
    if (tone == Tone::quiet) {
        colour_quiet(*this);
    } else if (is_loud_) {
        colour_loud(*this);
    }
    if (tone == Tone::alarm) {
        make_bold(*this);
    }
    // A sizer that stacks tells the width beforehand, one that puts things side by side does not.
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        has_width_ = has_width_ || event.GetSize().x > 1;
        take_height(event.GetSize().x);
        event.Skip();
    });
    say(words);
}

void Paragraph::say(std::string_view words)
{
    const wxString now = shown(words);
    if (now == words_ && IsShown() == !now.empty()) {
        return;
    }
    words_ = now;
    SetLabelText(words_);
    Show(!words_.empty());
    if (!words_.empty()) {
        constexpr int one_line = 10'000;
        const int width = std::exchange(width_, -1);
        width_before_ = -1;
        take_height(width > 0 ? width : one_line);
    }
    if (is_loud_) {
        say_aloud(*this, words);
    }
    lay_out_around();
}

void Paragraph::take_height(int width)
{
    // While windows find their places they are a few pixels wide; the words would be a tower of letters.
    constexpr int narrowest = 40;
    if (width == width_ || width < narrowest) {
        return;
    }
    const bool is_back = width == width_before_;
    width_before_ = std::exchange(width_, width);
    int height = 0;
    gtk_widget_get_preferred_height_for_width(GetHandle(), width, nullptr, &height);
    if (is_back && height < GetMinSize().y) {
        return; // A scroll bar that comes and goes with the height must not set the page dancing.
    }
    if (height != GetMinSize().y) {
        // The words may be narrower than they are long: their width comes from the sizer.
        SetMinSize({1, height});
        lay_out_around();
    }
}

bool Paragraph::InformFirstDirection(int direction, int size, int /*available_other_direction*/)
{
    // What a sizer announces and what it then gives may differ by a border: once given, only that counts.
    const bool is_news = direction == wxHORIZONTAL && size > 1 && !has_width_;
    if (is_news) {
        take_height(size);
    }
    return is_news;
}

void Paragraph::lay_out_around()
{
    InvalidateBestSize();
    // Many paragraphs change at once; everything around them is laid out once, when all of them have.
    for (wxWindow* place = GetParent(); place != nullptr && !is_layout_due(*place); place = place->GetParent()) {
        mark_layout_due(*place, true);
        if (place->IsTopLevel()) {
            place->CallAfter([place] { lay_out_what_is_due(*place); });
            return;
        }
    }
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
    auto* text = GTK_TEXT_VIEW(gtk_bin_get_child(GTK_BIN(field->GetHandle())));
    gtk_text_view_set_left_margin(text, px(parent, gap::small));
    gtk_text_view_set_right_margin(text, px(parent, gap::small));
    gtk_text_view_set_top_margin(text, px(parent, gap::hair));
    gtk_text_view_set_bottom_margin(text, px(parent, gap::hair));
    field->SetMinSize({px(parent, 120), lines * field->GetCharHeight() + px(parent, gap::large)});
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

wxStaticText* add_required_field(wxSizer& column, wxWindow& parent, std::string_view label, wxWindow& field)
{
    set_accessible_description(field, form_words::required());
    return add_field(column, parent, form_words::required_label(label), field);
}

wxButton* make_main_button(wxWindow& parent, std::string_view words)
{
    auto* button = make_button(parent, words);
    gtk_style_context_add_class(gtk_widget_get_style_context(button->GetHandle()), GTK_STYLE_CLASS_SUGGESTED_ACTION);
    return button;
}

void paint_now(wxWindow& control)
{
    // What is in it may have another size, which the toolkit would only heed once it has time again.
    GtkAllocation place{};
    gtk_widget_get_allocation(control.GetHandle(), &place);
    gtk_widget_size_allocate(control.GetHandle(), &place);
    control.Update();
}

wxButton* make_button(wxWindow& parent, std::string_view words)
{
    auto* button = new wxButton(&parent, wxID_ANY, shown(words));
    // The toolkit may look at a new page before it is laid out, and complains of buttons that have no size yet.
    const wxSize size = button->GetBestSize();
    GtkAllocation place{0, 0, size.x, size.y};
    gtk_widget_size_allocate(button->GetHandle(), &place);
    return button;
}

} // namespace app
