#include "app/screens/casebook_panel.h"

#include "app/screens/activity_panel.h"
#include "app/screens/add_client_panel.h"
#include "app/screens/backup_line.h"
#include "app/screens/backups_panel.h"
#include "app/screens/change_password_panel.h"
#include "app/screens/check_panel.h"
#include "app/screens/client_tabs.h"
#include "app/screens/damaged_panel.h"
#include "app/screens/empty_panel.h"
#include "app/screens/help_panel.h"
#include "app/screens/import_scores_panel.h"
#include "app/screens/layout.h"
#include "app/screens/people_panel.h"
#include "app/screens/practice_panel.h"
#include "app/screens/scrolled_page.h"
#include "app/screens/settings_panel.h"
#include "app/screens/unsaved_question.h"
#include "app/words/main_words.h"
#include "app/words/people_words.h"
#include "app/words/start_words.h"
#include "app/words/verification_words.h"

#include <wx/app.h>
#include <wx/sizer.h>

#include <algorithm>
#include <iterator>
#include <utility>

namespace app {

CasebookPanel::CasebookPanel(wxWindow* parent, storage::Casebook& casebook, const Clock& clock, const Names& names,
                             SlowWork slow_work, BackupKeeper* keeper)
    : Panel(parent), place_{casebook,
                            clock,
                            names,
                            [this](const Destination& destination) { go(destination); },
                            std::move(slow_work),
                            [this] { return leave(); }},
      keeper_{keeper}
{
    gone_clients_ = casebook.subscribe([this](const storage::Change& change) { heed(change); });
    caseload_ = new CaseloadPanel{this, place_};
    caseload_->on_select = [this](std::optional<model::ClientId> client) { select(client); };
    caseload_->on_enter = [this] { focus_first(); };
    caseload_->on_add_client = [this] { add_client(); };

    SetSizer(lay_out_side());
    back_to_client();
    caseload_->presenter().select_first();
}

wxSizer* CasebookPanel::lay_out_side()
{
    side_ = new wxBoxSizer(wxVERTICAL);
    side_->Add(caseload_, wxSizerFlags(1).Expand());
    sash_ = new Sash{this, main_words::sash_label()};
    sash_->on_move = [this](int distance) {
        set_side_width(side_width_in(GetClientSize().x, side_->GetSize().x + distance));
    };
    sash_->on_reset = [this] { set_side_width(usual_side_width); };
    sash_->on_settled = [this] { on_side_width(side_width_); };
    Bind(wxEVT_SIZE, [this](wxSizeEvent& size) {
        give_side_its_width();
        size.Skip();
    });
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(side_, wxSizerFlags().Expand());
    row->Add(sash_, wxSizerFlags().Expand());
    give_side_its_width();
    return row;
}

void CasebookPanel::heed(const storage::Change& change)
{
    if (change.what == storage::Changed::client_gone && client_panel() != nullptr &&
        client_panel()->client() == change.client) {
        is_client_gone_ = true;
        CallAfter([this] {
            if (client_panel() == nullptr) {
                caseload_->focus_search(); // The list would choose somebody else unasked.
            }
        });
    }
}

void CasebookPanel::set_side_width(int width)
{
    side_width_ = width;
    give_side_its_width();
    Layout();
}

void CasebookPanel::give_side_its_width()
{
    caseload_->SetMinSize({side_width_in(GetClientSize().x, side_width_), -1});
}

void CasebookPanel::go(const Destination& destination)
{
    caseload_->presenter().select(destination.client);
    if (client() != destination.client) {
        return;
    }
    if (show_client(destination.client, destination.tab) && client_panel() != nullptr &&
        client_panel()->tabs().show(destination.tab)) {
        lead(client_panel()->tabs().tab(), destination);
    }
}

std::optional<model::ClientId> CasebookPanel::client() const
{
    return caseload_->presenter().screen().selected;
}

void CasebookPanel::show_tab(TabKind kind)
{
    if (const auto chosen = client()) {
        if (show_client(*chosen, kind) && client_panel() != nullptr && client_panel()->tabs().show(kind)) {
            client_panel()->tabs().tab().focus_first();
        }
    }
}

void CasebookPanel::start_note()
{
    if (const auto chosen = client()) {
        if (show_client(*chosen, TabKind::sessions) && client_panel() != nullptr &&
            client_panel()->tabs().show(TabKind::sessions)) {
            app::start_note(client_panel()->tabs().tab());
        }
    }
}

bool CasebookPanel::is_writing_note()
{
    return client_panel() != nullptr && app::is_writing_note(client_panel()->tabs().tab());
}

void CasebookPanel::lead_to_goals()
{
    if (client_panel() != nullptr) {
        app::lead_to_goals(client_panel()->tabs().tab());
    }
}

void CasebookPanel::lead_to_risk()
{
    if (client_panel() != nullptr) {
        app::lead_to_risk(client_panel()->tabs().tab());
    }
}

void CasebookPanel::walk(int step)
{
    std::vector<WindowPart> parts{{caseload_, [this] { caseload_->focus_list(); }}};
    if (client_panel() != nullptr) {
        std::ranges::move(client_panel()->parts(), std::back_inserter(parts));
    } else if (page_ != nullptr) {
        parts.push_back({page_, [this] { focus_into(*page_); }});
    }
    walk_parts(parts, step);
}

void CasebookPanel::add_client()
{
    show_page([this]() -> Page {
        auto* form = new AddClientPanel(place_to_scroll(), place_, [this](std::optional<model::ClientId> added) {
            leave_page_ = {};
            if (added) {
                caseload_->presenter().filter(CaseloadFilter::in_care);
                caseload_->presenter().select(added);
            } else {
                back_to_client();
            }
            focus_first();
        });
        form->CallAfter([form] { form->focus_first(); });
        return {form, [form] { return form->leave(); }};
    });
}

void CasebookPanel::ask_for_practice()
{
    interrupt_with([this]() -> Page {
        auto* form = new PracticePanel(place_to_scroll(), place_, [this](bool) {
            leave_page_ = {};
            back_to_work();
        });
        form->CallAfter([form] { form->focus_first(); });
        return {form, [form] { return form->leave(); }};
    });
}

void CasebookPanel::change_settings()
{
    interrupt_with([this]() -> Page {
        auto* form = new SettingsPanel(place_to_scroll(), place_.casebook, [this] {
            leave_page_ = {};
            back_to_work();
        });
        form->CallAfter([form] { form->focus_first(); });
        return {form, [form] { return form->leave(); }};
    });
}

void CasebookPanel::change_password()
{
    interrupt_with([this]() -> Page {
        auto* form =
            new ChangePasswordPanel(place_to_scroll(), place_.casebook, place_.slow_work, [this](bool is_changed) {
                if (is_changed) {
                    announce(start::password_changed());
                }
                back_to_work();
            });
        form->CallAfter([form] { form->focus_first(); });
        return {form, [form] { return form->leave(); }};
    });
}

void CasebookPanel::show_people()
{
    show_people_page(false);
}

void CasebookPanel::renew_sheet()
{
    show_people_page(true);
}

void CasebookPanel::show_people_page(bool with_own_sheet)
{
    interrupt_with([this, with_own_sheet]() -> Page {
        auto* page = new PeoplePanel(
            place_to_scroll(), place_, place_.slow_work, [this](PeopleDone done) { people_done(done); },
            [this] { back_to_work(); });
        page->CallAfter([page, with_own_sheet] {
            page->focus_first();
            if (with_own_sheet) {
                page->renew_own_sheet();
            }
        });
        return {page, [page] { return page->leave(); }};
    });
}

void CasebookPanel::people_done(PeopleDone done)
{
    switch (done) {
    case PeopleDone::added:
        return announce(people_words::added());
    case PeopleDone::came_back:
        return announce(people_words::came_back());
    case PeopleDone::removed:
        return announce(people_words::removed());
    case PeopleDone::sheet_replaced:
        return announce(people_words::sheet_replaced());
    case PeopleDone::left:
        // The window closes the casebook and takes this panel away, which must not happen inside a button of its own.
        return GetParent()->CallAfter(
            [window = GetParent(), leave = on_leave_for_good] { guarded(*window, [&leave] { leave(); }); });
    }
}

void CasebookPanel::show_keys()
{
    interrupt_with([this]() -> Page {
        auto* page = new HelpPanel(this, [this] { back_to_work(); });
        page->CallAfter([page] { page->focus_first(); });
        return {page};
    });
}

void CasebookPanel::show_backups()
{
    interrupt_with([this]() -> Page {
        auto* page = new BackupsPanel(
            place_to_scroll(), *keeper_, [this] { back_to_work(); },
            [this](const std::filesystem::path& backup) { restore(backup); });
        page->CallAfter([page] { page->focus_first(); });
        return {page};
    });
}

void CasebookPanel::show_backup_line()
{
    side_->Add(new BackupLine(this, *keeper_, [this] { show_backups(); }), wxSizerFlags().Expand());
    Layout();
}

void CasebookPanel::restore(const std::filesystem::path& backup)
{
    interrupt_with([this, backup]() -> Page {
        auto* page = new RestorePanel(place_to_scroll(), backup, what_is_open(place_.casebook), place_.clock,
                                      place_.slow_work, [this](const std::optional<RestoreOutcome>& outcome) {
                                          if (outcome && (outcome->in_place_of || outcome->is_to_open)) {
                                              return on_swap(*outcome);
                                          }
                                          show_backups();
                                          if (outcome) {
                                              announce(backups::is_beside(outcome->restored.string()));
                                          }
                                      });
        page->CallAfter([page] { page->focus_first(); });
        return {page, [page] { return page->leave(); }};
    });
}

void CasebookPanel::import_scores()
{
    interrupt_with([this]() -> Page {
        auto* page = new ImportScoresPanel(place_to_scroll(), place_, [this] {
            leave_page_ = {};
            back_to_work();
        });
        page->CallAfter([page] { page->focus_first(); });
        return {.window = page,
                .leave = [page] { return page->leave(); },
                .names_changed = [page] { page->names_changed(); }};
    });
}

void CasebookPanel::show_activity()
{
    interrupt_with([this]() -> Page {
        auto* page = new ActivityPanel(this, place_, [this] { back_to_work(); });
        page->CallAfter([page] { page->focus_first(); });
        return {.window = page, .names_changed = [page] { page->names_changed(); }};
    });
}

void CasebookPanel::check()
{
    interrupt_with([this]() -> Page {
        auto* page = new CheckPanel(this, place_, [this] { back_to_work(); });
        page->CallAfter([page] {
            page->focus_first();
            guarded(*page, [page] { page->begin(); });
        });
        return {.window = page, .names_changed = [page] { page->names_changed(); }};
    });
}

void CasebookPanel::interrupt_with(const std::function<Page()>& make_page)
{
    if (page_ == nullptr || !leave()) {
        return;
    }
    auto work = work_;
    if (client_panel() != nullptr) {
        // Once everything is kept: a note that was just begun is a draft only then.
        TabBar& tabs = client_panel()->tabs();
        work = Work{.place = place_in(tabs.tab(), client_panel()->client(), tabs.kind()),
                    .is_new_note = is_starting_note(tabs.tab())};
    }
    if (show_page(make_page)) {
        work_ = work;
    }
}

void CasebookPanel::back_to_work()
{
    const auto work = std::exchange(work_, std::nullopt);
    if (!work) {
        back_to_client();
        focus_first();
        return;
    }
    go(work->place);
    if (work->is_new_note) {
        start_note();
    } else if (std::holds_alternative<std::monostate>(work->place.note)) {
        focus_first();
    }
}

void CasebookPanel::names_changed()
{
    caseload_->presenter().names_changed();
    if (client_panel() != nullptr) {
        client_panel()->names_changed();
    } else if (page_names_changed_) {
        page_names_changed_();
    }
}

bool CasebookPanel::leave()
{
    if (std::exchange(said_, {}) == main_words::could_not_leave()) {
        announce({}); // What it said may have been mended.
    }
    if (is_client_gone_) {
        return true;
    }
    const bool is_kept = leave_page_ ? leave_page_() : client_panel() == nullptr || client_panel()->leave();
    if (!is_kept && said_.empty() && !UnsavedQuestion::is_asked_in(*this)) {
        announce(main_words::could_not_leave());
    }
    return is_kept;
}

void CasebookPanel::announce(const std::string& words)
{
    said_ = words;
    app::announce(*GetParent(), words);
}

void CasebookPanel::focus_first()
{
    if (client_panel() != nullptr) {
        client_panel()->tabs().tab().focus_first();
    } else {
        caseload_->focus_list();
    }
}

void CasebookPanel::select(std::optional<model::ClientId> client)
{
    if (client == chosen_) {
        return;
    }
    const auto before = std::exchange(chosen_, client);
    bool is_shown = false;
    guarded(*this, [&] {
        const TabKind tab = client_panel() != nullptr ? client_panel()->tabs().kind() : TabKind::sessions;
        is_shown = client ? show_client(*client, tab) : back_to_client();
    });
    if (!is_shown) {
        // What was typed could not be kept, or the client not be read: the list stays with the page.
        chosen_ = before;
        caseload_->presenter().select(before);
    } else if (client_panel() != nullptr) {
        // Who is passed on the way to somebody else in one gesture was not viewed.
        CallAfter([this, client] {
            if (chosen_ == client) {
                guarded(*this, [this] { caseload_->presenter().viewed(); });
            }
        });
    }
}

bool CasebookPanel::show_client(model::ClientId client, TabKind tab)
{
    if (client_panel() != nullptr && client_panel()->client() == client) {
        return true;
    }
    return show_page([this, client, tab]() -> Page {
        if (is_damaged(client)) {
            return damaged_page(client);
        }
        try {
            return {new ClientPanel{this, place_, client, tab}};
        } catch (const storage::StorageError& error) {
            if (error.kind != storage::StorageErrorKind::damaged &&
                error.kind != storage::StorageErrorKind::disk_error) {
                throw;
            }
            // Somebody else's page must not stay there in the place of this one.
            return damaged_page(client);
        }
    });
}

CasebookPanel::Page CasebookPanel::damaged_page(model::ClientId client)
{
    auto* damaged = new DamagedPanel{this,
                                     place_,
                                     {.table = "client", .id = client.value},
                                     verification_words::damaged_client_heading(),
                                     verification_words::damaged_client_words(),
                                     verification_words::check_button(),
                                     [this] { CallAfter([this] { guarded(*this, [this] { check(); }); }); }};
    return {damaged, {}, [damaged] { damaged->names_changed(); }};
}

bool CasebookPanel::is_damaged(model::ClientId client) const
{
    const auto& rows = caseload_->presenter().screen().rows;
    return std::ranges::any_of(rows, [&](const auto& row) { return row.client == client && row.is_damaged; });
}

bool CasebookPanel::back_to_client()
{
    const auto& screen = caseload_->presenter().screen();
    if (screen.selected) {
        return show_client(*screen.selected, TabKind::sessions);
    }
    return show_page([&]() -> Page {
        if (screen.is_empty) {
            return {new EmptyPanel{this, main_words::empty_casebook_heading(), main_words::empty_casebook_words(),
                                   main_words::add_client_button(), [this] { add_client(); }}};
        }
        return {new EmptyPanel{this, main_words::nobody_chosen_heading(), main_words::nobody_chosen_words()}};
    });
}

wxWindow* CasebookPanel::place_to_scroll()
{
    auto* page = new ScrolledPage(this);
    page->Hide(); // Until something stands in it: making that may fail.
    page->content().SetSizer(new wxBoxSizer(wxVERTICAL));
    return &page->content();
}

wxWindow* CasebookPanel::in_its_place(wxWindow* page)
{
    if (page->GetParent() == this) {
        return page;
    }
    page->GetParent()->GetSizer()->Add(page, wxSizerFlags(1).Expand());
    wxWindow* const scrolled = page->GetGrandParent();
    scrolled->Show();
    return scrolled;
}

bool CasebookPanel::show_page(const std::function<Page()>& make_page)
{
    if (page_ != nullptr && !leave()) {
        return false;
    }
    const Page next = make_page();
    page_ = next.window;
    wxWindow* const old = std::exchange(page_place_, in_its_place(page_));
    leave_page_ = next.leave;
    page_names_changed_ = next.names_changed;
    is_client_gone_ = false;
    work_.reset();
    if (old != nullptr) {
        old->Hide();
        GetSizer()->Detach(old);
        // The gesture that leads away from a page may still be running in it.
        wxTheApp->ScheduleForDestruction(old);
    }
    GetSizer()->Add(page_place_, wxSizerFlags(1).Expand());
    Layout();
    return true;
}

} // namespace app
