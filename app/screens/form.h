#pragma once

#include <wx/button.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include <string>
#include <string_view>

/// The parts that forms are put together from, so that all of them look alike.
namespace app {

/// How much larger the words at the head of a page are than others.
inline constexpr double heading_scale = 1.4;

/// The bold words above a group of fields or a list. Here and below `&` is a sign like any other; only on buttons it
/// marks the key.
wxStaticText* make_caption(wxWindow& parent, std::string_view words);

/// Words of second rank, on one line.
wxStaticText* make_quiet(wxWindow& parent, std::string_view words);

/// Makes the words quiet, or loud like a notice.
void colour_quiet(wxWindow& words);
void colour_loud(wxWindow& words);

/// Words that break into lines at the width they are given. Loud ones are announced to screen readers when they appear.
class Paragraph : public wxStaticText {
public:
    enum class Tone { plain, quiet, loud, alarm }; ///< Alarm is loud and bold.

    Paragraph(wxWindow* parent, std::string_view words, Tone tone = Tone::plain);

    /// New words; without any, the paragraph takes no room.
    void say(std::string_view words);

    /// Called by the sizer that gives the paragraph its width.
    bool InformFirstDirection(int direction, int size, int available_other_direction) override;

private:
    void take_height(int width);
    void lay_out_around();

    wxString words_;
    bool is_loud_ = false;
    int width_ = -1; ///< For which the height was taken.
    bool has_width_ = false;
    int width_before_ = -1;
};

/// The words at the head of a page. Where they are longer than the page is wide they break into lines, and so need a
/// sizer that gives them its width.
Paragraph* make_heading(wxWindow& parent, std::string_view words);

/// Makes words bold, and `scale` times as large as the others.
void make_bold(wxStaticText& words, double scale = 1);

/// A line to type in. `is_secret` shows dots.
wxTextCtrl* make_line(wxWindow& parent, std::string_view accessible_name, bool is_secret = false);

/// Several lines to type in, `lines` of them in sight.
wxTextCtrl* make_lines(wxWindow& parent, std::string_view accessible_name, int lines);

/// Writes into a field without news and without moving its caret, unless it says the same already.
void fill(wxTextCtrl& field, std::string_view words);

/// Puts a label above `field` into `column`, `field` as wide as the column. Returns the label.
wxStaticText* add_field(wxSizer& column, wxWindow& parent, std::string_view label, wxWindow& field);

/// The same for a field that must not stay empty: its label says so, and so does a screen reader.
wxStaticText* add_required_field(wxSizer& column, wxWindow& parent, std::string_view label, wxWindow& field);

/// The one main action of a form: drawn in the accent colour.
wxButton* make_main_button(wxWindow& parent, std::string_view words);

/// Paints a control as it is now, while the window handles nothing else.
void paint_now(wxWindow& control);

/// Another action.
wxButton* make_button(wxWindow& parent, std::string_view words);

} // namespace app
