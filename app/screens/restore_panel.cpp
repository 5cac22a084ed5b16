#include "app/screens/restore_panel.h"

#include "app/screens/escape.h"
#include "app/screens/form_keys.h"
#include "app/screens/guarded.h"
#include "app/screens/layout.h"
#include "app/screens/panel.h"
#include "app/screens/text.h"
#include "app/screens/theme.h"
#include "app/words/button_words.h"
#include "app/words/client_record_words.h"
#include "app/words/unsaved_words.h"

#include <wx/dirdlg.h>
#include <wx/stdpaths.h>

#include <utility>

namespace app {

namespace {

std::string when(model::Moment moment, const Clock& clock)
{
    return backups::when(moment, clock.now(), clock.face());
}

/// As a paragraph of its own after others, if it says anything.
std::string paragraph_of(const std::string& words)
{
    return words.empty() ? words : "\n\n" + words;
}

} // namespace

RestorePanel::RestorePanel(wxWindow* parent, const std::filesystem::path& backup,
                           const std::optional<OpenCasebook>& open, const Clock& clock, SlowWork slow_work,
                           std::function<void(std::optional<RestoreOutcome>)> on_done)
    : Panel(parent), clock_{clock}, presenter_{backup, open, utf8(wxStandardPaths::Get().GetDocumentsDir()), clock.now,
                                               std::move(slow_work)},
      on_done_{std::move(on_done)}
{
    give_style(*this, "mendline-page");
    create_controls();
    lay_out();
    bind_gestures();
    fill(*name_, presenter_.screen().name);
    fill(*folder_, presenter_.screen().in_folder);
    draw(presenter_.screen());
}

bool RestorePanel::leave()
{
    if (!presenter_.may_leave()) {
        announce(*this, backups::wait_for_backup());
    }
    return presenter_.may_leave();
}

void RestorePanel::focus_first()
{
    (presenter_.screen().made_at ? static_cast<wxWindow*>(secret_) : cancel_)->SetFocus();
}

void RestorePanel::create_controls()
{
    form_ = new Panel(this);
    secret_ = make_line(*form_, backups::password_label(), true);
    name_ = make_line(*form_, backups::name_label());
    folder_ = make_line(*form_, backups::folder_label());
    choose_ = make_button(*form_, backups::choose_folder());
    message_ = new Paragraph(form_, {}, Paragraph::Tone::loud);
    unsaved_ = new UnsavedQuestion(form_);
    progress_ = new WorkProgress{form_, [this] { return presenter_.done(); }, backups::stop_button(),
                                 [this] { presenter_.stop(); }};
    restore_ = make_main_button(*form_, backups::restore_button());
    cancel_ = make_button(*form_, cancel_button());

    result_ = new Panel(this);
    restored_ = new Paragraph(result_, {});
    question_ = new Paragraph(result_, {});
    swap_ = make_main_button(*result_, backups::swap_button());
    beside_ = make_button(*result_, backups::keep_beside_button());
}

void RestorePanel::lay_out()
{
    const auto below = wxSizerFlags().Expand().Border(wxBOTTOM, px(*this, gap::medium));
    auto* form = new wxBoxSizer(wxVERTICAL);
    const auto& screen = presenter_.screen();
    form->Add(make_heading(*form_, screen.made_at ? backups::restore_heading(when(*screen.made_at, clock_))
                                                  : backups::unreadable_heading()),
              wxSizerFlags().Expand().Border(wxBOTTOM, px(*this, gap::small)));
    form->Add(new Paragraph(form_,
                            screen.made_at ? backups::restore_explanation(!screen.casebook.empty()) : std::string{},
                            Paragraph::Tone::quiet),
              below);
    add_required_field(*form, *form_, backups::password_label(), *secret_);
    form->Add(new Paragraph(form_, backups::password_hint(), Paragraph::Tone::quiet), below);
    add_required_field(*form, *form_, backups::name_label(), *name_);
    add_required_field(*form, *form_, backups::folder_label(), *folder_);
    form->Add(choose_, wxSizerFlags().Border(wxBOTTOM, px(*this, gap::large)));
    form->Add(message_, below);
    form->Add(unsaved_, below);
    form->Add(progress_, below);
    auto* buttons = new wxBoxSizer(wxHORIZONTAL);
    buttons->Add(restore_, wxSizerFlags().Border(wxRIGHT, px(*this, gap::small)));
    buttons->Add(cancel_);
    form->Add(buttons);
    form->Add(px(*this, 480), 0); // As wide as this.
    form_->SetSizer(form);

    auto* result = new wxBoxSizer(wxVERTICAL);
    result->Add(make_heading(*result_, backups::restored_heading()),
                wxSizerFlags().Expand().Border(wxBOTTOM, px(*this, gap::small)));
    result->Add(restored_, below);
    result->Add(question_, below);
    auto* answers = new wxBoxSizer(wxHORIZONTAL);
    answers->Add(swap_, wxSizerFlags().Border(wxRIGHT, px(*this, gap::small)));
    answers->Add(beside_);
    result->Add(answers);
    result->Add(px(*this, 480), 0);
    result_->SetSizer(result);
    result_->Hide();

    auto* page = new wxBoxSizer(wxVERTICAL);
    page->Add(form_, wxSizerFlags().Border(wxALL, px(*this, gap::page)));
    page->Add(result_, wxSizerFlags().Border(wxALL, px(*this, gap::page)));
    SetSizer(page);
}

void RestorePanel::bind_gestures()
{
    give_form_keys(
        *form_,
        [this] {
            if (restore_->IsEnabled()) {
                restore();
            }
        },
        [this] { heed_escape(); });
    restore_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { restore(); });
    choose_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { guarded(*this, [this] { choose_folder(); }); });
    cancel_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { guarded(*this, [this] { heed_escape(); }); });
    swap_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
        guarded(*this, [this] {
            const auto& old = presenter_.casebook();
            on_done_(RestoreOutcome{.restored = restored_folder(), .in_place_of = old, .is_to_open = !old});
        });
    });
    beside_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { guarded(*this, [this] { keep_beside(); }); });
    unsaved_->on_keep = [this] {
        ask({});
        focus_first();
    };
    unsaved_->on_throw_away = [this] { on_done_(std::nullopt); };
    lead_back_on_escape(*this, [this] { heed_escape(); });
    presenter_.on_change = [this] { draw(presenter_.screen()); };
}

void RestorePanel::draw(const RestorePresenter::Screen& screen)
{
    message_->say(screen.trouble ? words_for(*screen.trouble) : std::string{});
    const bool is_beginning = screen.is_busy && !progress_->IsShown();
    for (wxWindow* control : std::initializer_list<wxWindow*>{secret_, name_, folder_, choose_, restore_}) {
        control->Enable(!screen.is_busy && screen.made_at);
    }
    cancel_->Enable(!screen.is_busy);
    progress_->show_work(screen.is_busy, backups::restoring());
    if (is_beginning) {
        progress_->focus_stop();
    } else if (!screen.is_busy && screen.trouble && screen.made_at) {
        secret_->SetFocus();
        secret_->SelectAll();
    }
    if (screen.restored) {
        show_result(screen);
    }
    Layout();
}

void RestorePanel::show_result(const RestorePresenter::Screen& screen)
{
    const auto& restored = *screen.restored;
    const std::string name = restored.folder.stem().string();
    restored_->say(backups::restored_words(name, when(restored.made_at, clock_), restored.clients, restored.notes) +
                   (restored.is_sound ? "" : "\n\n" + backups::restored_unsound()) +
                   paragraph_of(client_record_words::erased_since(restored.erased_since, restored.is_erased_since_known,
                                                                  clock_.zone)));
    const bool may_swap = !screen.casebook.empty();
    question_->say(may_swap ? backups::swap_question(screen.casebook) : std::string{});
    swap_->SetLabelText(shown(may_swap ? backups::swap_button() : backups::open_button()));
    beside_->Show(may_swap);
    secret_->Clear();
    form_->Hide();
    result_->Show();
    Layout();
    result_->Layout();
    // What needs a decision is not pressed by accident.
    (may_swap ? beside_ : swap_)->SetFocus();
}

void RestorePanel::restore()
{
    guarded(*this, [this] {
        presenter_.restore(utf8(secret_->GetValue()), utf8(name_->GetValue()), utf8(folder_->GetValue()));
    });
}

void RestorePanel::choose_folder()
{
    wxDirDialog dialog{this, shown(backups::choose_folder()), folder_->GetValue(), wxDD_DIR_MUST_EXIST};
    if (dialog.ShowModal() == wxID_OK) {
        fill(*folder_, utf8(dialog.GetPath()));
    }
}

void RestorePanel::heed_escape()
{
    const auto& screen = presenter_.screen();
    if (!leave() || (screen.restored && screen.casebook.empty())) {
        return; // What was restored for nobody's place is only opened.
    }
    if (screen.restored) {
        return keep_beside();
    }
    const bool is_as_proposed = utf8(name_->GetValue()) == screen.name && utf8(folder_->GetValue()) == screen.in_folder;
    if (secret_->IsEmpty() && is_as_proposed) {
        return on_done_(std::nullopt);
    }
    ask(unsaved_words::on_this_page());
}

void RestorePanel::ask(std::string_view question)
{
    unsaved_->ask(question);
    Layout();
}

void RestorePanel::keep_beside()
{
    on_done_(RestoreOutcome{.restored = restored_folder()});
}

std::filesystem::path RestorePanel::restored_folder() const
{
    return presenter_.screen().restored->folder;
}

} // namespace app
