#include "app/screens/start_panel.h"

#include "app/screens/layout.h"
#include "app/screens/scrolled_page.h"
#include "app/screens/start_pages.h"
#include "app/screens/theme.h"
#include "app/words/dates.h"

#include <wx/app.h>
#include <wx/sizer.h>

#include <algorithm>
#include <utility>

namespace app {

StartPanel::StartPanel(wxWindow* parent, const Clock& clock, std::optional<std::filesystem::path> last,
                       SlowWork slow_work, std::function<void(storage::Casebook)> on_open, storage::vault::KeyCost cost)
    : Panel(parent), clock_{clock}, presenter_{std::move(last), clock.now, std::move(slow_work), cost}
{
    give_style(*this, "mendline-page");
    scrolled_ = new ScrolledPage(this);
    auto* all = new wxBoxSizer(wxVERTICAL);
    all->Add(scrolled_, wxSizerFlags(1).Expand());
    SetSizer(all);
    scrolled_->content().SetSizer(new wxBoxSizer(wxVERTICAL));
    Bind(wxEVT_SIZE, [this](wxSizeEvent& size) {
        place_page();
        size.Skip();
    });
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
    wxSizer& column = *scrolled_->content().GetSizer();
    column.Clear();
    above_ = column.AddSpacer(0);
    column.Add(page_, wxSizerFlags().CentreHorizontal().Border(wxALL, px(*this, gap::page)));
    page_->GetSizer()->SetMinSize(px(*this, 440), -1);
    page_->tell_times_by(clock_.face());
    page_->draw(screen);
    place_page();
    Layout();
    scrolled_->Layout();
    page_->focus_first();
}

void StartPanel::place_page()
{
    // A little above the middle. What is said later makes the page longer, and must not move what it is about.
    const int room = GetClientSize().y - page_->GetSizer()->CalcMin().y - 2 * px(*this, gap::page);
    above_->AssignSpacer(0, std::max(0, room * 2 / 5));
}

StartPageView* StartPanel::make_page(StartPage page)
{
    switch (page) {
    case StartPage::choose:
        return new ChoosePage(&scrolled_->content(), presenter_);
    case StartPage::make:
        return new MakePage(&scrolled_->content(), presenter_, clock_.habits);
    case StartPage::sheet:
        return new SheetPage(&scrolled_->content(), presenter_, long_date(clock_.today()));
    case StartPage::unlock:
        return new UnlockPage(&scrolled_->content(), presenter_);
    case StartPage::recover:
        return new RecoverPage(&scrolled_->content(), presenter_);
    case StartPage::from_sheet:
        return new FromSheetPage(&scrolled_->content(), presenter_);
    case StartPage::new_password:
        return new NewPasswordPage(&scrolled_->content(), presenter_);
    }
    return nullptr;
}

} // namespace app
