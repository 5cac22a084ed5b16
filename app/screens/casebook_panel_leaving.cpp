// How an open casebook is left when it is locked, and taken up again.

#include "app/screens/accessible.h"
#include "app/screens/add_client_panel.h"
#include "app/screens/casebook_panel.h"
#include "app/screens/client_tabs.h"
#include "app/screens/typed_texts.h"

#include <algorithm>
#include <utility>

namespace app {

namespace {

constexpr int outside_of_tabs = -1;

/// The client, tab and note of a place.
void note_place(storage::LeftOpen& left, const Destination& place, bool is_new_note)
{
    left.client = place.client;
    left.tab = static_cast<int>(place.tab);
    left.note = place.note;
    left.is_starting_note = is_new_note;
}

} // namespace

storage::LeftOpen CasebookPanel::leave_open()
{
    storage::LeftOpen left{.client = client()};
    // Leaving may ask something and so take the keyboard elsewhere.
    const wxTextCtrl* const focus = page_ != nullptr ? focused_text(*page_) : nullptr;
    const long caret = focus != nullptr ? focus->GetInsertionPoint() : 0;
    leave();
    if (ClientPanel* const panel = client_panel(); panel != nullptr) {
        left.typed = panel->leave_open();
        TabBar& tabs = panel->tabs();
        Destination place = place_in(tabs.tab(), panel->client(), tabs.kind());
        bool is_new_note = false;
        tabs.each([&](const Tab& tab) {
            const auto note = place_in(tab, panel->client(), tabs.kind()).note;
            place.note = std::holds_alternative<std::monostate>(note) ? place.note : note;
            is_new_note = is_new_note || is_starting_note(tab);
        });
        note_place(left, place, is_new_note);
        left.focus_tab = focus != nullptr ? panel->place_of(*focus) : outside_of_tabs;
    } else if (work_) {
        note_place(left, work_->place, work_->is_new_note);
    } else if (dynamic_cast<AddClientPanel*>(page_) != nullptr) {
        left.is_adding_client = true;
        left.typed = typed_in(*page_, outside_of_tabs, false);
    }
    if (focus != nullptr && focus->IsEditable() && !focus->HasFlag(wxTE_PASSWORD)) {
        left.focus = accessible_name(*focus);
        left.caret = caret;
    }
    return left;
}

std::vector<storage::LeftOpen::Typed> CasebookPanel::take_up(const storage::LeftOpen& left)
{
    const bool is_known_tab = left.tab >= 0 && left.tab <= static_cast<int>(TabKind::details);
    const TabKind front = is_known_tab ? static_cast<TabKind>(left.tab) : TabKind::sessions;
    if (left.client) {
        go({.client = *left.client, .tab = TabKind::sessions, .note = left.note});
        if (left.is_starting_note && client_panel() != nullptr) {
            app::start_note(client_panel()->tabs().tab());
        }
        if (front != TabKind::sessions) {
            show_tab(front);
        } else if (std::holds_alternative<std::monostate>(left.note) && !left.is_starting_note) {
            focus_first();
        }
    }
    if (left.is_adding_client) {
        add_client();
    }
    auto homeless = left.typed;
    if (ClientPanel* const panel = client_panel(); panel != nullptr) {
        homeless = panel->take_up(left.typed);
    } else if (page_ != nullptr) {
        homeless = type_again(*page_, left.typed, outside_of_tabs);
    }
    // After whatever pages do for themselves once they are shown.
    CallAfter([this, left] { guarded(*this, [&] { put_back_focus(left); }); });
    std::erase_if(homeless, [](const auto& words) { return words.is_kept; });
    return homeless;
}

void CasebookPanel::put_back_focus(const storage::LeftOpen& left)
{
    wxWindow* place = page_;
    if (ClientPanel* const panel = client_panel(); panel != nullptr) {
        panel->tabs().each_with_kind(
            [&](TabKind kind, Tab& tab) { place = static_cast<int>(kind) == left.focus_tab ? &tab : place; });
    }
    wxTextCtrl* const field = place != nullptr && !left.focus.empty() ? text_called(*place, left.focus) : nullptr;
    if (field != nullptr && field->IsShownOnScreen()) {
        field->SetFocus();
        field->SetInsertionPoint(std::clamp<long>(static_cast<long>(left.caret), 0, field->GetLastPosition()));
    }
}

} // namespace app
