#include "app/screens/start_panel.h"

#include "app/screens/layout.h"
#include "app/screens/start_pages.h"
#include "app/screens/theme.h"
#include "app/words/dates.h"

#include <wx/app.h>
#include <wx/sizer.h>

#include <utility>

namespace app {

StartPanel::StartPanel(wxWindow* parent, const Clock& clock, std::optional<std::filesystem::path> last,
                       SlowWork slow_work, std::function<void(storage::Casebook)> on_open, storage::vault::KeyCost cost)
    : wxPanel(parent), clock_{clock}, presenter_{std::move(last), clock.now, std::move(slow_work), cost}
{
    give_style(*this, "mendline-page");
    SetSizer(new wxBoxSizer(wxVERTICAL));
    presenter_.on_change = [this] { draw(presenter_.screen()); };
    presenter_.on_open = std::move(on_open);
    presenter_.on_restore = [this](const std::filesystem::path& backup) { on_restore(backup); };
    presenter_.on_demo = [this] { on_demo(); };
    draw(presenter_.screen());
}

void StartPanel::choose(const std::filesystem::path& folder, const std::optional<Locked>& locked)
{
    presenter_.choose(folder, locked);
}

void StartPanel::focus_first()
{
    page_->focus_first();
}

std::string StartPanel::words_on_opening() const
{
    return presenter_.screen().has_new_private_notes ? start::private_notes_made_anew() : std::string{};
}

void StartPanel::draw(const StartPresenter::Screen& screen)
{
    if (page_shown_ == screen.page) {
        page_->draw(screen);
        return;
    }
    if (page_ != nullptr) {
        page_->Hide();
        // The gesture that leads away from a page is still running in it.
        wxTheApp->ScheduleForDestruction(page_);
    }
    page_shown_ = screen.page;
    page_ = make_page(screen.page);
    GetSizer()->Clear();
    GetSizer()->AddStretchSpacer(2);
    GetSizer()->Add(page_, wxSizerFlags().CentreHorizontal().Border(wxALL, px(*this, gap::page)));
    GetSizer()->AddStretchSpacer(3);
    page_->GetSizer()->SetMinSize(px(*this, 440), -1);
    page_->tell_times_by(clock_.face());
    page_->draw(screen);
    Layout();
    page_->focus_first();
}

StartPageView* StartPanel::make_page(StartPage page)
{
    switch (page) {
    case StartPage::choose:
        return new ChoosePage(this, presenter_);
    case StartPage::make:
        return new MakePage(this, presenter_, clock_.habits);
    case StartPage::sheet:
        return new SheetPage(this, presenter_, long_date(clock_.today()));
    case StartPage::unlock:
        return new UnlockPage(this, presenter_);
    case StartPage::recover:
        return new RecoverPage(this, presenter_);
    case StartPage::from_sheet:
        return new FromSheetPage(this, presenter_);
    case StartPage::new_password:
        return new NewPasswordPage(this, presenter_);
    }
    return nullptr;
}

} // namespace app
