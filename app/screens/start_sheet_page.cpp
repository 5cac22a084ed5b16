#include "app/screens/guarded.h"
#include "app/screens/start_pages.h"
#include "app/words/button_words.h"

namespace app {

SheetPage::SheetPage(wxWindow* parent, StartPresenter& presenter, std::string made_on)
    : StartPageView(parent, presenter), made_on_{std::move(made_on)}
{
    add_heading(start::sheet_heading(), start::sheet_explanation());
    const auto& screen = presenter.screen();
    form_ = std::make_unique<SheetForm>(
        *this, SheetGroups{.first = screen.first_group, .second = screen.second_group}, [this] { return facts(); },
        [this](bool is_saved) { this->presenter().sheet_was_saved(is_saved); });
    form_->add_to(column());
    finish_ = make_main_button(*this, start::finish());
    add_foot({finish_, make_back_button(back_button())}, {});
    finish_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
        guarded(*this, [this] { this->presenter().finish(form_->first_group(), form_->second_group()); });
    });
}

void SheetPage::draw(const StartPresenter::Screen& screen)
{
    StartPageView::draw(screen);
    const bool may_finish = screen.sheet_is_saved && !screen.is_busy;
    form_->enable_groups(may_finish);
    finish_->Enable(may_finish);
}

std::optional<RecoverySheet> SheetPage::facts()
{
    const auto* sheet = presenter().sheet();
    if (sheet == nullptr) {
        return std::nullopt;
    }
    return RecoverySheet{.casebook_name = presenter().screen().casebook,
                         .made_on = made_on_,
                         .code = sheet->code.text(),
                         .payload = sheet->slot};
}

} // namespace app
