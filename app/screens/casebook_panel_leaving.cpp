// How an open casebook is left when it is locked, and taken up again.

#include "app/screens/accessible.h"
#include "app/screens/add_client_panel.h"
#include "app/screens/casebook_panel.h"
#include "app/screens/client_tabs.h"
#include "app/screens/import_scores_panel.h"
#include "app/screens/people_panel.h"
#include "app/screens/settings_panel.h"
#include "app/screens/typed_texts.h"
#include "app/words/main_words.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace app {

namespace {

constexpr int outside_of_tabs = -1;
// Pages that cover a client, and come back with what was typed there.
constexpr int on_settings = -2;
constexpr int on_new_person = -3;

using Typed = storage::LeftOpen::Typed;

bool has_words_of(const std::vector<Typed>& typed, int page)
{
    return std::ranges::find(typed, page, &Typed::tab) != typed.end();
}

/// The form for a new client, with the level of care that was chosen.
std::vector<Typed> typed_in_form(AddClientPanel& form)
{
    auto typed = typed_in(form, outside_of_tabs, false);
    // A choice needs no place where words are handed out.
    typed.push_back(
        {.tab = outside_of_tabs, .field = main_words::level_label(), .text = form.chosen_level(), .is_kept = true});
    return typed;
}

/// The client, tab and note of a place.
void note_place(storage::LeftOpen& left, const Destination& place, bool is_new_note)
{
    left.client = place.client;
    left.tab = static_cast<int>(place.tab);
    left.note = place.note;
    left.is_starting_note = is_new_note;
}

} // namespace

void CasebookPanel::cover()
{
    if (IsShown()) {
        caret_before_cover_ = caret();
        Hide();
    }
}

void CasebookPanel::stop_work()
{
    if (auto* const restoring = dynamic_cast<RestorePanel*>(page_); restoring != nullptr) {
        restoring->stop();
    }
    if (auto* const importing = dynamic_cast<ImportScoresPanel*>(page_); importing != nullptr) {
        importing->stop();
    }
}

CasebookPanel::Caret CasebookPanel::caret() const
{
    const wxTextCtrl* const focus = page_ != nullptr ? focused_text(*page_) : nullptr;
    if (focus == nullptr || !focus->IsEditable() || focus->HasFlag(wxTE_PASSWORD)) {
        return {.tab = outside_of_tabs};
    }
    return {.field = accessible_name(*focus),
            .tab = client_panel() != nullptr ? client_panel()->place_of(*focus) : outside_of_tabs,
            .at = focus->GetInsertionPoint()};
}

storage::LeftOpen CasebookPanel::leave_open()
{
    storage::LeftOpen left{.client = client()};
    // Leaving may ask something and so take the keyboard elsewhere.
    const Caret keyboard = IsShown() ? caret() : caret_before_cover_;
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
    } else if (work_) {
        note_place(left, work_->place, work_->is_new_note);
    }
    if (auto* const form = dynamic_cast<AddClientPanel*>(page_); form != nullptr) {
        left.is_adding_client = true;
        left.typed = typed_in_form(*form);
    } else if (const auto* settings = dynamic_cast<SettingsPanel*>(page_);
               settings != nullptr && !settings->is_untouched()) {
        left.typed = typed_in(*page_, on_settings, false);
    } else if (const auto* people = dynamic_cast<PeoplePanel*>(page_); people != nullptr && people->is_adding()) {
        left.typed = typed_in(*page_, on_new_person, false);
    }
    left.focus = keyboard.field;
    left.focus_tab = keyboard.tab;
    left.caret = keyboard.at;
    return left;
}

bool CasebookPanel::is_there(model::ClientId client) const
{
    try {
        place_.casebook.client(client);
        return true;
    } catch (const storage::StorageError& error) {
        return error.kind != storage::StorageErrorKind::not_found;
    }
}

std::vector<storage::LeftOpen::Typed> CasebookPanel::take_up(const storage::LeftOpen& left)
{
    const bool is_known_tab = left.tab >= 0 && left.tab <= static_cast<int>(TabKind::details);
    const TabKind front = is_known_tab ? static_cast<TabKind>(left.tab) : TabKind::sessions;
    if (left.client && !is_there(*left.client)) {
        // Their words must not come to stand on somebody else's page.
        auto homeless = left.typed;
        std::erase_if(homeless, [](const Typed& words) { return words.is_kept; });
        return homeless;
    }
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
    } else if (has_words_of(left.typed, on_settings)) {
        change_settings();
    } else if (has_words_of(left.typed, on_new_person)) {
        show_people();
    }
    const auto homeless = type_where_it_was(left.typed);
    // After whatever pages do for themselves once they are shown.
    wxWindow* const last_to_act = client_panel() != nullptr ? this : page_;
    last_to_act->CallAfter([this, left] { guarded(*this, [&] { put_back_focus(left); }); });
    return homeless;
}

std::vector<Typed> CasebookPanel::type_where_it_was(const std::vector<Typed>& typed)
{
    auto homeless = typed;
    const auto type_on = [&](int page) {
        std::erase_if(homeless, [&](const Typed& words) { return words.tab == page; });
        std::ranges::move(type_again(*page_, typed, page), std::back_inserter(homeless));
    };
    if (ClientPanel* const panel = client_panel(); panel != nullptr) {
        std::erase_if(homeless, [](const Typed& words) { return words.tab >= outside_of_tabs; });
        std::ranges::move(panel->take_up(typed), std::back_inserter(homeless));
    } else if (auto* const form = dynamic_cast<AddClientPanel*>(page_); form != nullptr) {
        type_on(outside_of_tabs);
        const auto level = std::ranges::find(typed, main_words::level_label(), &Typed::field);
        if (level != typed.end()) {
            form->choose_level(level->text);
        }
    } else if (auto* const people = dynamic_cast<PeoplePanel*>(page_); people != nullptr) {
        people->begin_adding();
        type_on(on_new_person);
    } else if (dynamic_cast<SettingsPanel*>(page_) != nullptr) {
        type_on(on_settings);
    }
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
