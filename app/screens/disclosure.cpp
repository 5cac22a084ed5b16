#include "app/screens/disclosure.h"

#include "app/screens/accessible.h"
#include "app/screens/guarded.h"
#include "app/screens/text.h"

namespace app {

Disclosure::Disclosure(wxWindow* parent, std::string_view caption, std::string_view about)
    : wxToggleButton(parent, wxID_ANY, shown(caption), wxDefaultPosition, wxDefaultSize, wxBORDER_NONE | wxBU_EXACTFIT),
      caption_{caption}, words_{new Paragraph(parent, {}, Paragraph::Tone::quiet)}
{
    set_accessible_name(*this, caption_ + (about.empty() ? "" : ": " + std::string{about}));
    Bind(wxEVT_TOGGLEBUTTON, [this](wxCommandEvent&) {
        guarded(*this, [this] {
            draw();
            on_toggle(GetValue());
        });
    });
    draw();
}

void Disclosure::say(std::string_view words)
{
    said_ = words;
    draw();
}

void Disclosure::open(bool is_open)
{
    SetValue(is_open);
    draw();
}

void Disclosure::draw()
{
    SetLabel(shown((GetValue() ? "\u25BE " : "\u25B8 ") + caption_));
    words_->say(GetValue() ? said_ : std::string{});
    Show(!said_.empty());
}

} // namespace app
