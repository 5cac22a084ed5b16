#include "app/screens/client_picker.h"

#include "app/screens/accessible.h"
#include "app/screens/guarded.h"
#include "app/screens/layout.h"
#include "app/screens/text.h"
#include "app/screens/unplaced.h"
#include "app/words/client_choice_words.h"

#include <gtk/gtk.h>

#include <algorithm>

namespace app {

namespace {

/// While the key is handled that is pressed now.
bool is_control_down()
{
    GdkModifierType state{};
    return gtk_get_current_event_state(&state) != 0 && (state & GDK_CONTROL_MASK) != 0;
}

} // namespace

ClientPicker::ClientPicker(wxWindow* parent, const Labels& labels) : Panel(parent), nobody_{labels.nobody}
{
    filter_ = make_line(*this, labels.filter);
    list_ = new wxListBox(this, wxID_ANY);
    list_->SetSize(unplaced);
    list_->SetMinSize({px(*this, 240), px(*this, 132)});
    set_accessible_name(*list_, labels.list);
    nobody_found_ = new Paragraph(this, {}, Paragraph::Tone::quiet);
    lay_out(labels);
    bind_gestures();
}

void ClientPicker::lay_out(const Labels& labels)
{
    auto* column = new wxBoxSizer(wxVERTICAL);
    add_field(*column, *this, labels.filter, *filter_);
    add_field(*column, *this, labels.list, *list_);
    column->Add(nobody_found_, wxSizerFlags().Expand().Border(wxBOTTOM, px(*this, gap::small)));
    SetSizer(column);
}

void ClientPicker::bind_gestures()
{
    filter_->Bind(wxEVT_TEXT,
                  [this](wxCommandEvent&) { guarded(*this, [this] { on_filter(utf8(filter_->GetValue())); }); });
    filter_->Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& key) {
        const int code = key.GetKeyCode();
        const bool leads_to_list = code == WXK_DOWN || code == WXK_RETURN || code == WXK_NUMPAD_ENTER;
        if (leads_to_list && key.GetModifiers() == wxMOD_NONE) {
            list_->SetFocus(); // Enter in a search takes nobody yet, and finishes nothing.
        } else {
            key.Skip();
        }
    });
    // The toolkit takes every Enter in a list for a choice, also that which would finish a form.
    list_->Bind(wxEVT_LISTBOX_DCLICK, [this](wxCommandEvent&) {
        if (is_control_down()) {
            wxKeyEvent finish{wxEVT_CHAR_HOOK};
            finish.m_keyCode = WXK_RETURN;
            finish.SetControlDown(true);
            ProcessWindowEvent(finish);
        }
    });
    list_->Bind(wxEVT_LISTBOX, [this](wxCommandEvent& event) {
        const auto line = static_cast<std::size_t>(std::max(event.GetInt(), 0));
        if (shown_ && line <= shown_->size()) {
            guarded(*this, [&] { on_choose(line == 0 ? std::nullopt : std::optional{(*shown_)[line - 1].client}); });
        }
    });
}

void ClientPicker::draw(const std::string& filter, const std::vector<ClientChoice>& clients,
                        const std::optional<model::ClientId>& chosen)
{
    fill(*filter_, filter);
    list(clients);
    const auto found = chosen ? std::ranges::find(clients, *chosen, &ClientChoice::client) : clients.end();
    const int line = found == clients.end() ? 0 : static_cast<int>(found - clients.begin()) + 1;
    if (list_->GetSelection() != line) {
        list_->SetSelection(line);
        list_->EnsureVisible(line);
    }
    nobody_found_->say(clients.empty() && !filter.empty() ? nobody_found() : std::string{});
}

void ClientPicker::list(const std::vector<ClientChoice>& clients)
{
    if (shown_ == clients) {
        return;
    }
    shown_ = clients;
    wxArrayString words;
    words.Add(shown(nobody_));
    for (const ClientChoice& client : clients) {
        words.Add(shown(client.words));
    }
    list_->Set(words);
}

} // namespace app
