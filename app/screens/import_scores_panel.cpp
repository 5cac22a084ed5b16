#include "app/screens/import_scores_panel.h"

#include "app/screens/accessible.h"
#include "app/screens/form_keys.h"
#include "app/screens/guarded.h"
#include "app/screens/import_step_words.h"
#include "app/screens/layout.h"
#include "app/screens/scrolled_page.h"
#include "app/screens/text.h"
#include "app/screens/theme.h"
#include "app/words/button_words.h"

#include <wx/app.h>
#include <wx/filedlg.h>
#include <wx/stdpaths.h>

#include <utility>

namespace app {

namespace {

bool has_work(const ImportScoresPresenter::Screen& screen)
{
    return screen.stage == ImportScoresPresenter::Stage::reading ||
           screen.stage == ImportScoresPresenter::Stage::importing;
}

} // namespace

ImportScoresPanel::ImportScoresPanel(wxWindow* parent, const Workplace& place, std::function<void()> on_done)
    : Panel(parent), presenter_{place}, on_done_{std::move(on_done)}
{
    give_style(*this, "mendline-page");
    create_controls();
    lay_out();
    bind_gestures();
    draw(presenter_.screen());
}

bool ImportScoresPanel::leave()
{
    if (!presenter_.may_leave()) {
        announce(*this, import_words::wait_for_import());
        return false;
    }
    if (presenter_.has_answers()) {
        ask(import_words::unfinished());
        return false;
    }
    return true;
}

void ImportScoresPanel::create_controls()
{
    heading_ = make_heading(*this, import_words::heading());
    explanation_ = new Paragraph(this, import_words::explanation(), Paragraph::Tone::quiet);
    file_ = new Paragraph(this, {});
    progress_ = new WorkProgress{this, [this] { return presenter_.done(); }, import_words::stop_button(),
                                 [this] { presenter_.stop(); }};
    message_ = new Paragraph(this, {}, Paragraph::Tone::loud);
    question_place_ = new Panel(this);
    question_place_->SetSizer(new wxBoxSizer(wxVERTICAL));
    preview_caption_ = make_caption(*this, import_words::preview_caption());
    preview_words_ = new Paragraph(this, {});
    table_ = new ImportPreviewTable(this);
    given_ = new ImportAnswersView(
        this, [this](std::size_t index) { presenter_.take_answer_back(index); },
        [this] { presenter_.take_answers_back(); });
    unsaved_ = new UnsavedQuestion(this);
    main_ = make_main_button(*this, import_words::choose_file_button());
    again_ = make_button(*this, import_words::read_again_button());
    other_ = make_button(*this, import_words::other_file_button());
    cancel_ = make_button(*this, cancel_button());
}

void ImportScoresPanel::lay_out()
{
    const auto below = wxSizerFlags().Expand().Border(wxBOTTOM, px(*this, gap::medium));
    const auto row_of = [this](std::initializer_list<wxButton*> buttons) {
        auto* row = new wxBoxSizer(wxHORIZONTAL);
        for (wxButton* button : buttons) {
            row->Add(button, wxSizerFlags().Border(wxRIGHT, px(*this, gap::small)));
        }
        return row;
    };
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(heading_, wxSizerFlags().Expand().Border(wxBOTTOM, px(*this, gap::small)));
    column->Add(explanation_, wxSizerFlags().Expand().Border(wxBOTTOM, px(*this, gap::large)));
    column->Add(file_, wxSizerFlags().Expand().Border(wxBOTTOM, px(*this, gap::small)));
    column->Add(row_of({again_, other_}), wxSizerFlags().Border(wxBOTTOM, px(*this, gap::large)));
    column->Add(progress_, below);
    column->Add(message_, below);
    column->Add(question_place_, wxSizerFlags().Expand());
    column->Add(preview_caption_, wxSizerFlags().Border(wxBOTTOM, px(*this, gap::hair)));
    column->Add(preview_words_, below);
    column->Add(table_, wxSizerFlags().Expand().Border(wxBOTTOM, px(*this, gap::large)));
    column->Add(unsaved_, below);
    column->Add(row_of({main_, cancel_}));
    column->Add(given_, wxSizerFlags().Expand().Border(wxTOP, px(*this, gap::page)));
    column->Add(px(*this, 480), 0); // As wide as this.
    auto* page = new wxBoxSizer(wxVERTICAL);
    page->Add(column, wxSizerFlags(1).Expand().Border(wxALL, px(*this, gap::page)));
    SetSizer(page);
}

void ImportScoresPanel::bind_gestures()
{
    give_form_keys(
        *this, [this] { act(); }, [this] { heed_escape(); });
    main_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { guarded(*this, [this] { act(); }); });
    again_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { guarded(*this, [this] { presenter_.read_again(); }); });
    other_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { guarded(*this, [this] { choose_file(); }); });
    cancel_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { guarded(*this, [this] { heed_escape(); }); });
    keep_soon_.Bind(wxEVT_TIMER, [this](wxTimerEvent&) { guarded(*this, [this] { keep(); }); });
    unsaved_->on_keep = [this] {
        ask({});
        move_focus(presenter_.screen());
    };
    unsaved_->on_throw_away = [this] { on_done_(); };
    presenter_.on_change = [this] { draw(presenter_.screen()); };
    presenter_.on_kept = [this] { progress_->show_now(); };
}

void ImportScoresPanel::draw(const ImportScoresPresenter::Screen& screen)
{
    const bool is_new_step = !drawn_ || drawn_->stage != screen.stage || drawn_->problem != screen.problem;
    const bool is_refused = screen.answer_problem && (!drawn_ || drawn_->answer_problem != screen.answer_problem);
    drawn_ = screen;
    draw_words(screen);
    draw_question(screen);
    draw_progress(screen);
    draw_buttons(screen);
    table_->show(screen.preview);
    Layout();
    lay_out_around(*this);
    if (is_new_step) {
        ask({});
        say_aloud(*preview_words_, outcome_words(screen));
        move_focus(screen);
    } else if (is_refused) {
        question_->focus_field(screen);
    }
}

void ImportScoresPanel::draw_words(const ImportScoresPresenter::Screen& screen)
{
    const bool is_done = screen.stage == Stage::done;
    const bool has_preview = screen.stage == Stage::ready || screen.stage == Stage::importing;
    heading_->say(is_done ? import_words::done_heading() : import_words::heading());
    explanation_->say(screen.stage == Stage::choosing ? import_words::explanation() : std::string{});
    file_->say(screen.file.empty() ? std::string{} : import_words::file_words(screen.file));
    message_->say(screen.file_problem ? words_for(*screen.file_problem, screen.file) : std::string{});
    preview_caption_->Show(has_preview);
    preview_words_->say(outcome_words(screen));
    given_->show(is_done ? std::vector<ImportAnswer>{} : screen.given, !has_work(screen));
}

void ImportScoresPanel::draw_question(const ImportScoresPresenter::Screen& screen)
{
    const bool is_asked = screen.stage == Stage::asking;
    if (question_ != nullptr && (!is_asked || !question_->is_for(screen))) {
        // The gesture that answers a question is still at work in it.
        question_->Hide();
        question_place_->GetSizer()->Detach(question_);
        wxTheApp->ScheduleForDestruction(std::exchange(question_, nullptr));
    }
    if (is_asked && question_ == nullptr) {
        question_ = new ImportQuestionView(question_place_, presenter_, [this] { act(); });
        question_place_->GetSizer()->Add(question_, wxSizerFlags().Expand());
    } else if (question_ != nullptr) {
        question_->draw(screen);
    }
    question_place_->Show(question_ != nullptr);
}

void ImportScoresPanel::draw_progress(const ImportScoresPresenter::Screen& screen)
{
    progress_->show_work(has_work(screen), work_words(screen), screen.stage != Stage::importing);
}

void ImportScoresPanel::draw_buttons(const ImportScoresPresenter::Screen& screen)
{
    const bool is_importing = screen.stage == Stage::importing;
    const bool is_chosen = screen.stage != Stage::choosing && screen.stage != Stage::reading;
    const bool is_done = screen.stage == Stage::done;
    const std::string words = main_button_words(screen);
    main_->SetLabel(shown(words));
    main_->Show(screen.stage != Stage::reading);
    main_->Enable(!is_importing && (screen.stage != Stage::ready || screen.can_import));
    again_->Show(is_chosen && !is_done && words != import_words::read_again_button());
    other_->Show(is_chosen);
    cancel_->Show(!is_done);
    for (wxButton* button : {again_, other_, cancel_}) {
        button->Enable(!is_importing);
    }
}

void ImportScoresPanel::move_focus(const ImportScoresPresenter::Screen& screen)
{
    if (!IsShownOnScreen()) {
        return;
    }
    if (screen.stage == Stage::reading) {
        progress_->focus_stop();
    } else if (screen.stage == Stage::ready) {
        // What is imported was looked at first.
        (table_->IsShown() ? static_cast<wxWindow*>(table_) : other_)->SetFocus();
    } else if (question_ == nullptr || !question_->focus_first()) {
        main_->SetFocus();
    }
}

void ImportScoresPanel::act()
{
    const auto& screen = presenter_.screen();
    if (!main_->IsShown() || !main_->IsEnabled() || listen_soon_.IsRunning()) {
        return;
    }
    switch (screen.stage) {
    case Stage::choosing:
    case Stage::reading:
        return choose_file();
    case Stage::unread:
        return presenter_.read_again();
    case Stage::asking:
        return screen.answers.empty() ? presenter_.read_again() : presenter_.answer();
    case Stage::ready:
    case Stage::importing:
        return begin_import();
    case Stage::done:
        return on_done_();
    }
}

void ImportScoresPanel::choose_file()
{
    wxString kinds;
    for (const auto& [name, patterns] : import_words::file_kinds()) {
        kinds += (kinds.empty() ? "" : "|") + shown(name) + "|" + shown(patterns);
    }
    wxFileDialog dialog{this,  shown(import_words::dialog_title()), wxStandardPaths::Get().GetDocumentsDir(), {},
                        kinds, wxFD_OPEN | wxFD_FILE_MUST_EXIST};
    if (dialog.ShowModal() == wxID_OK) {
        presenter_.open(utf8(dialog.GetPath()));
    }
}

void ImportScoresPanel::begin_import()
{
    constexpr int once_it_is_seen = 80; // Milliseconds: while it works, the window shows nothing else.
    presenter_.import();
    keep_soon_.StartOnce(once_it_is_seen);
}

void ImportScoresPanel::keep()
{
    constexpr int once_it_is_read = 250; // Milliseconds.
    presenter_.keep();
    // What was pressed while the window worked comes only now. It did not mean to leave what the import brought.
    listen_soon_.StartOnce(once_it_is_read);
}

void ImportScoresPanel::heed_escape()
{
    if (listen_soon_.IsRunning()) {
        return;
    }
    if (presenter_.screen().stage == Stage::done || leave()) {
        presenter_.stop();
        on_done_();
    }
}

void ImportScoresPanel::ask(std::string_view question)
{
    unsaved_->ask(question);
    Layout();
}

} // namespace app
