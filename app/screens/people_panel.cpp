#include "app/screens/people_panel.h"

#include "app/screens/escape.h"
#include "app/screens/guarded.h"
#include "app/screens/layout.h"
#include "app/screens/panel.h"
#include "app/screens/theme.h"
#include "app/words/people_words.h"
#include "app/words/unsaved_words.h"

#include <wx/app.h>

#include <algorithm>
#include <utility>

namespace app {

PeoplePanel::PeoplePanel(wxWindow* parent, const Workplace& place, SlowWork slow_work,
                         std::function<void(PeopleDone)> on_done, std::function<void()> on_end)
    : Panel(parent), place_{place}, presenter_{place.casebook, std::move(slow_work)}, on_end_{std::move(on_end)}
{
    give_style(*this, "mendline-page");
    SetSizer(new wxBoxSizer(wxVERTICAL));
    question_ = new UnsavedQuestion(this);
    GetSizer()->Add(question_, wxSizerFlags().Expand());
    question_->on_keep = [this] {
        ask({});
        focus_first();
    };
    question_->on_throw_away = [this] { presenter_.go_back(); };
    lead_back_on_escape(*this, [this] { heed_escape(); });
    presenter_.on_change = [this] { draw(presenter_.screen()); };
    presenter_.on_done = std::move(on_done);
    draw(presenter_.screen());
}

void PeoplePanel::focus_first()
{
    first_->SetFocus();
}

void PeoplePanel::renew_own_sheet()
{
    guarded(*this, [this] { presenter_.renew_own_sheet(); });
}

bool PeoplePanel::leave()
{
    if (!presenter_.may_leave()) {
        announce(*this, people_words::wait_for_keys());
    }
    return presenter_.may_leave();
}

void PeoplePanel::heed_escape()
{
    if (!leave()) {
        return;
    }
    if (presenter_.screen().page == PeoplePage::list) {
        on_end_();
    } else if (is_begun()) {
        ask(unsaved_words::on_this_page());
    } else {
        presenter_.go_back();
    }
}

bool PeoplePanel::is_begun() const
{
    const auto fields = {name_, credentials_, licence_, code_, letters_, password_, again_};
    return sheet_ != nullptr ||
           std::ranges::any_of(fields, [](const wxTextCtrl* field) { return field != nullptr && !field->IsEmpty(); });
}

void PeoplePanel::ask(std::string_view question)
{
    question_->ask(question);
    Layout();
}

void PeoplePanel::draw(const PeoplePresenter::Screen& screen)
{
    const bool is_list_new = screen.page == PeoplePage::list && shown_ && shown_->people != screen.people;
    if (!shown_ || shown_->page != screen.page || is_list_new) {
        show_page(screen);
    }
    trouble_->say(screen.is_busy   ? people_words::making_keys()
                  : screen.trouble ? words_for(*screen.trouble, place_.clock.face())
                                   : std::string{});
    for (wxWindow* child : page_->GetChildren()) {
        child->Enable(!screen.is_busy);
    }
    if (hint_ != nullptr) {
        hint_->say(password_hint(screen.password_characters));
    }
    if (sheet_) {
        const bool may_finish = screen.sheet_is_saved && !screen.is_busy;
        sheet_->enable_groups(may_finish);
        main_->Enable(may_finish);
    }
    Layout();
}

void PeoplePanel::show_page(const PeoplePresenter::Screen& screen)
{
    const bool is_first = page_ == nullptr;
    if (!is_first) {
        page_->Hide();
        GetSizer()->Detach(page_);
        // The gesture that leads away from a page is still running in it.
        wxTheApp->ScheduleForDestruction(page_);
    }
    shown_ = screen;
    question_->ask({});
    page_ = new Panel(this);
    name_ = credentials_ = licence_ = code_ = letters_ = password_ = again_ = nullptr;
    hint_ = nullptr;
    sheet_.reset();
    auto* column = new wxBoxSizer(wxVERTICAL);
    page_->SetSizer(column);
    switch (screen.page) {
    case PeoplePage::list:
        make_list(*column, screen);
        break;
    case PeoplePage::add:
        make_entry(*column);
        break;
    case PeoplePage::come_back:
        make_return(*column);
        break;
    case PeoplePage::sheet:
        make_sheet(*column, screen);
        break;
    case PeoplePage::remove:
        make_question(*column, screen.leaving.value());
        break;
    }
    column->Add(px(*this, 480), 0); // As wide as this.
    GetSizer()->Add(page_, wxSizerFlags().Border(wxALL, px(*this, gap::page)));
    if (!is_first && first_ != nullptr) {
        focus_first();
    }
}

} // namespace app
