#include "app/screens/modality_bar.h"

#include "app/screens/accessible.h"
#include "app/screens/form.h"
#include "app/screens/guarded.h"
#include "app/screens/layout.h"
#include "app/screens/scrolled_page.h"
#include "app/screens/slim.h"
#include "app/screens/text.h"
#include "app/screens/theme.h"
#include "app/words/isolated.h"
#include "app/words/session_words.h"

#include <wx/menu.h>
#include <wx/wrapsizer.h>

#include <algorithm>

namespace app {

namespace {

const model::Modality* modality_with(const NoteEditorScreen& screen, const std::string& code)
{
    const auto found = std::ranges::find(screen.modalities, code, &model::Modality::code);
    return found == screen.modalities.end() ? nullptr : &*found;
}

bool is_used(const NoteEditorScreen& screen, const std::string& code)
{
    return std::ranges::count(screen.content.modalities, code, &model::ModalityUse::modality) > 0;
}

/// `style` is a class of the theme besides that of all pills, or null.
wxButton* make_pill(wxWindow& parent, const std::string& words, const char* style)
{
    auto* pill = make_button(parent, words);
    if (style != nullptr) {
        give_style(*pill, style);
    }
    reshape(*pill, "mendline-chip");
    return pill;
}

} // namespace

ModalityBar::ModalityBar(wxWindow* parent, NoteEditorPresenter& presenter) : Panel(parent), presenter_{presenter}
{
    create_controls();
    lay_out();
    bind_gestures();
}

void ModalityBar::create_controls()
{
    from_last_time_ = make_quiet(*this, from_last_time());
    from_last_time_->SetToolTip(shown(from_last_time_help()));
    add_ = make_pill(*this, words_for(NoteButton::add_modality), nullptr);
    techniques_ = make_pill(*this, words_for(NoteButton::techniques), nullptr);
    chosen_techniques_ = make_quiet(*this, {});
}

void ModalityBar::lay_out()
{
    line_ = new wxWrapSizer(wxHORIZONTAL, wxREMOVE_LEADING_SPACES);
    const auto middle = wxSizerFlags().CenterVertical().Border(wxRIGHT | wxBOTTOM, px(*this, gap::small));
    line_->Add(from_last_time_, middle);
    line_->Add(add_, middle);
    line_->Add(techniques_, middle);
    line_->Add(chosen_techniques_, middle);
    SetSizer(line_);
}

void ModalityBar::bind_gestures()
{
    add_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { guarded(*this, [this] { offer_modalities(); }); });
    techniques_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { guarded(*this, [this] { offer_techniques(); }); });
}

void ModalityBar::draw(const NoteEditorScreen& screen)
{
    if (drawn_ == screen.content.modalities && drawn_as_carried_ == screen.modalities_are_carried) {
        return;
    }
    rebuild_chips(screen);
    drawn_ = screen.content.modalities;
    drawn_as_carried_ = screen.modalities_are_carried;
    from_last_time_->Show(drawn_as_carried_);
    techniques_->Show(!drawn_->empty());
    std::string chosen;
    for (const auto& use : *drawn_) {
        for (const auto& technique : use.techniques) {
            chosen += (chosen.empty() ? "" : ", ") + isolated(technique);
        }
    }
    chosen_techniques_->SetLabelText(shown(chosen));
    set_accessible_description(*techniques_, chosen);
    Layout();
    lay_out_around(*this);
}

void ModalityBar::rebuild_chips(const NoteEditorScreen& screen)
{
    const bool had_focus = std::ranges::any_of(chips_, [](const wxButton* chip) { return chip->HasFocus(); });
    for (wxButton* chip : chips_) {
        line_->Detach(chip);
        // The chip's own menu may be what changed the modalities.
        CallAfter([chip] { chip->Destroy(); });
        chip->Hide();
    }
    chips_.clear();
    const auto& uses = screen.content.modalities;
    for (const auto& use : uses) {
        const auto* modality = modality_with(screen, use.modality);
        const std::string name = modality == nullptr ? use.modality : modality->name;
        const bool is_main = uses.size() > 1 && &use == &uses.front();
        wxButton* chip = make_chip(use, is_main ? main_modality_words(name) : name, screen.modalities_are_carried);
        line_->Insert(chips_.size(), chip,
                      wxSizerFlags().CenterVertical().Border(wxRIGHT | wxBOTTOM, px(*this, gap::small)));
        chips_.push_back(chip);
    }
    // Tab goes through the chips before the button that adds one.
    for (auto chip = chips_.rbegin(); chip != chips_.rend(); ++chip) {
        (*chip)->MoveBeforeInTabOrder(chip == chips_.rbegin() ? add_ : *std::prev(chip));
    }
    if (had_focus) {
        (chips_.empty() ? add_ : chips_.front())->SetFocus();
    }
}

wxButton* ModalityBar::make_chip(const model::ModalityUse& use, const std::string& label, bool is_carried)
{
    auto* chip = make_pill(*this, utf8(wxControl::EscapeMnemonics(shown(label))),
                           is_carried ? "mendline-carried" : "mendline-chosen");
    if (is_carried) {
        chip->SetToolTip(shown(from_last_time_help()));
        set_accessible_description(*chip, from_last_time_help());
    }
    chip->Bind(wxEVT_BUTTON,
               [this, code = use.modality](wxCommandEvent&) { guarded(*this, [&] { offer_chip(code); }); });
    chip->Bind(wxEVT_KEY_DOWN, [this, code = use.modality](wxKeyEvent& key) {
        if (key.GetKeyCode() == WXK_DELETE || key.GetKeyCode() == WXK_BACK) {
            guarded(*this, [&] { presenter_.drop_modality(code); });
        } else {
            key.Skip();
        }
    });
    return chip;
}

void ModalityBar::offer_modalities()
{
    wxMenu menu;
    std::vector<std::string> codes;
    for (const auto& modality : presenter_.screen().modalities) {
        if (!is_used(presenter_.screen(), modality.code)) {
            menu.Append(static_cast<int>(codes.size()) + 1, wxControl::EscapeMnemonics(shown(modality.name)));
            codes.push_back(modality.code);
        }
    }
    const int chosen = add_->GetPopupMenuSelectionFromUser(menu, {0, add_->GetSize().y});
    if (chosen > 0) {
        presenter_.add_modality(codes.at(static_cast<std::size_t>(chosen) - 1));
    }
}

void ModalityBar::offer_chip(const std::string& code)
{
    constexpr int make_main = 1;
    constexpr int remove = 2;
    wxMenu menu;
    if (presenter_.screen().content.modalities.front().modality != code) {
        menu.Append(make_main, shown(make_main_words()));
    }
    menu.Append(remove, shown(remove_words()));
    const int chosen = GetPopupMenuSelectionFromUser(menu);
    if (chosen == make_main) {
        presenter_.make_main(code);
    } else if (chosen == remove) {
        presenter_.remove_modality(code);
    }
}

void ModalityBar::offer_techniques()
{
    wxMenu menu;
    std::vector<std::pair<std::string, std::string>> offered;
    const auto& screen = presenter_.screen();
    for (const auto& use : screen.content.modalities) {
        const auto* modality = modality_with(screen, use.modality);
        if (modality == nullptr) {
            continue;
        }
        if (menu.GetMenuItemCount() > 0) {
            menu.AppendSeparator();
        }
        for (const auto& technique : modality->techniques) {
            auto* item = menu.AppendCheckItem(static_cast<int>(offered.size()) + 1,
                                              wxControl::EscapeMnemonics(shown(technique)));
            item->Check(std::ranges::count(use.techniques, technique) > 0);
            offered.emplace_back(use.modality, technique);
        }
    }
    const int chosen = techniques_->GetPopupMenuSelectionFromUser(menu, {0, techniques_->GetSize().y});
    if (chosen > 0) {
        const auto& [code, technique] = offered.at(static_cast<std::size_t>(chosen) - 1);
        presenter_.toggle_technique(code, technique);
    }
}

} // namespace app
