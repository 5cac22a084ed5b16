#include "app/screens/backups_panel.h"

#include "app/screens/accessible.h"
#include "app/screens/escape.h"
#include "app/screens/guarded.h"
#include "app/screens/layout.h"
#include "app/screens/text.h"
#include "app/screens/theme.h"
#include "app/words/button_words.h"

#include <wx/dirdlg.h>
#include <wx/filedlg.h>
#include <wx/stdpaths.h>

#include <algorithm>
#include <utility>

namespace app {

namespace {

std::string outcome_of(const BackupKeeper::Screen& screen)
{
    if (screen.trouble) {
        return words_for(*screen.trouble);
    }
    if (screen.made) {
        return backups::made(screen.made->size);
    }
    return screen.copied_to.empty() ? std::string{} : backups::copied(screen.copied_to);
}

} // namespace

BackupsPanel::BackupsPanel(wxWindow* parent, BackupKeeper& keeper, std::function<void()> on_done,
                           std::function<void(std::filesystem::path)> on_restore)
    : Panel(parent), keeper_{keeper}, on_done_{std::move(on_done)}, on_restore_{std::move(on_restore)}
{
    give_style(*this, "mendline-page");
    create_controls();
    lay_out();
    bind_gestures();
    keeper_.look();
    draw(keeper_.screen());
}

void BackupsPanel::create_controls()
{
    standing_ = new Paragraph(this, {});
    make_bold(*standing_);
    list_ = new wxListBox(this, wxID_ANY);
    set_accessible_name(*list_, backups::list_label());
    none_ = new Paragraph(this, {}, Paragraph::Tone::quiet);
    message_ = new Paragraph(this, {});
    progress_ =
        new WorkProgress{this, [this] { return keeper_.done(); }, backups::stop_button(), [this] { keeper_.stop(); }};
    back_up_ = make_main_button(*this, backups::back_up_now());
    copy_ = make_button(*this, backups::copy_to());
    restore_ = make_button(*this, backups::restore_one());
    other_ = make_button(*this, backups::other_file());
    close_ = make_button(*this, close_button());
}

void BackupsPanel::lay_out()
{
    const auto below = wxSizerFlags().Expand().Border(wxBOTTOM, px(*this, gap::medium));
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(make_heading(*this, backups::heading()),
                wxSizerFlags().Expand().Border(wxBOTTOM, px(*this, gap::small)));
    column->Add(new Paragraph(this, backups::explanation(), Paragraph::Tone::quiet), below);
    column->Add(standing_, below);
    auto* first = new wxBoxSizer(wxHORIZONTAL);
    first->Add(back_up_, wxSizerFlags().Border(wxRIGHT, px(*this, gap::small)));
    first->Add(other_);
    column->Add(first, below);
    column->Add(progress_, below);
    column->Add(message_, below);
    column->Add(make_caption(*this, backups::list_label()), wxSizerFlags().Border(wxBOTTOM, px(*this, gap::hair)));
    column->Add(none_, below);
    list_->SetMinSize({-1, px(*this, 200)});
    column->Add(list_, below);
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    for (wxButton* button : {restore_, copy_, close_}) {
        row->Add(button, wxSizerFlags().Border(wxRIGHT, px(*this, gap::small)));
    }
    column->Add(row);
    column->Add(px(*this, 480), 0); // As wide as this.
    auto* page = new wxBoxSizer(wxVERTICAL);
    page->Add(column, wxSizerFlags().Border(wxALL, px(*this, gap::page)));
    SetSizer(page);
}

void BackupsPanel::bind_gestures()
{
    back_up_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { guarded(*this, [this] { keeper_.back_up(); }); });
    copy_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { guarded(*this, [this] { copy(); }); });
    restore_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { guarded(*this, [this] { restore_chosen(); }); });
    list_->Bind(wxEVT_LISTBOX_DCLICK, [this](wxCommandEvent&) { guarded(*this, [this] { restore_chosen(); }); });
    other_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { guarded(*this, [this] { restore_other(); }); });
    close_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { guarded(*this, [this] { on_done_(); }); });
    lead_back_on_escape(*this, [this] { on_done_(); });
    changes_ = keeper_.subscribe([this] { draw(keeper_.screen()); });
}

void BackupsPanel::draw(const BackupKeeper::Screen& screen)
{
    const Clock& clock = keeper_.clock();
    const bool is_busy = screen.work != BackupKeeper::Work::none;
    standing_->say(words_for(screen.standing, clock.now(), clock.face()));
    if (listed_ != screen.backups) {
        const auto before = chosen();
        listed_ = screen.backups;
        list_->Clear();
        for (const storage::Backup& backup : listed_) {
            list_->Append(shown(backups::row(backup.made_at, backup.size, clock.now(), clock.face())));
        }
        if (!listed_.empty()) {
            const auto still_there = before ? std::ranges::find(listed_, *before) : listed_.end();
            list_->SetSelection(still_there == listed_.end() ? 0 : static_cast<int>(still_there - listed_.begin()));
        }
    }
    none_->say(listed_.empty() ? backups::none_yet() : std::string{});
    message_->say(outcome_of(screen));
    const bool had_focus = back_up_->HasFocus() || copy_->HasFocus();
    for (wxButton* button : {back_up_, other_}) {
        button->Enable(!is_busy);
    }
    for (wxButton* button : {copy_, restore_}) {
        button->Enable(!is_busy && !listed_.empty());
    }
    progress_->show_work(is_busy, screen.work == BackupKeeper::Work::copying ? backups::copying() : backups::working());
    if (is_busy && had_focus) {
        progress_->focus_stop();
    }
    list_->Show(!listed_.empty());
    Layout();
}

std::optional<storage::Backup> BackupsPanel::chosen() const
{
    const int row = list_->GetSelection();
    return row == wxNOT_FOUND ? std::nullopt : std::optional{listed_.at(static_cast<std::size_t>(row))};
}

void BackupsPanel::copy()
{
    wxDirDialog dialog{this, shown(backups::copy_to_title()), wxStandardPaths::Get().GetDocumentsDir(),
                       wxDD_DIR_MUST_EXIST};
    const auto wanted = chosen();
    // The list may change while the folder is looked for.
    if (wanted && dialog.ShowModal() == wxID_OK && chosen() == wanted) {
        keeper_.copy_to(static_cast<std::size_t>(list_->GetSelection()), utf8(dialog.GetPath()));
    }
}

void BackupsPanel::restore_chosen()
{
    if (const auto backup = chosen(); restore_->IsEnabled() && backup) {
        on_restore_(backup->file);
    }
}

void BackupsPanel::restore_other()
{
    if (const auto file = ask_for_backup(*this)) {
        on_restore_(*file);
    }
}

std::optional<std::filesystem::path> ask_for_backup(wxWindow& window)
{
    wxFileDialog dialog{&window,
                        shown(backups::choose_file()),
                        wxStandardPaths::Get().GetDocumentsDir(),
                        {},
                        shown(backups::file_kind()) + " (*.mendline-backup)|*.mendline-backup",
                        wxFD_OPEN | wxFD_FILE_MUST_EXIST};
    return dialog.ShowModal() == wxID_OK ? std::optional<std::filesystem::path>{utf8(dialog.GetPath())} : std::nullopt;
}

} // namespace app
