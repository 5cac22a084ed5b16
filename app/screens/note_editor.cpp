#include "app/screens/note_editor.h"

#include "app/screens/goal_ratings.h"
#include "app/screens/guarded.h"
#include "app/screens/keeping.h"
#include "app/screens/layout.h"
#include "app/screens/modality_bar.h"
#include "app/screens/move_list.h"
#include "app/screens/note_sections.h"
#include "app/screens/practice_panel.h"
#include "app/screens/risk_fields.h"
#include "app/screens/scrolled_page.h"
#include "app/screens/session_fields.h"
#include "app/screens/side_column.h"
#include "app/words/session_words.h"

#include <wx/accel.h>
#include <wx/statline.h>

#include <algorithm>
#include <array>
#include <initializer_list>
#include <utility>

namespace app {

namespace {

constexpr int side_width = 264;
constexpr int widest_page = 900;

} // namespace

NoteEditor::NoteEditor(wxWindow* parent, const Workplace& place, model::ClientId client,
                       std::optional<model::DraftId> draft)
    : Panel(parent), place_{place}, presenter_{place, client, draft}
{
    create_controls();
    lay_out();
    bind_gestures();
    bind_keys();
    draw(presenter_.screen());
}

void NoteEditor::create_controls()
{
    sheet_ = new ScrolledPage(this);
    page_ = &sheet_->content();
    // Longer lines are hard to read.
    page_->SetMaxSize({px(*this, widest_page), -1});
    move_list_ = new MoveList(page_, presenter_);
    move_list_->Hide();
    origin_ = new Paragraph(page_, {}, Paragraph::Tone::plain);
    fields_ = new SessionFields(page_, presenter_, place_.clock.zone);
    modalities_ = new ModalityBar(page_, presenter_);
    goals_caption_ = make_caption(*page_, words_for(NoteCaption::goals));
    goals_ = new GoalRatings(page_, presenter_);
    sections_ = new NoteSections(page_, presenter_);
    risk_caption_ = make_caption(*page_, words_for(NoteCaption::risk));
    risk_ = new RiskFields(page_, presenter_);
    homework_caption_ = make_caption(*page_, words_for(NoteCaption::homework));
    homework_ = new SectionText(page_, words_for(NoteCaption::homework), {}, 2);
    side_ = new SideColumn(this, presenter_);
}

void NoteEditor::lay_out()
{
    lay_out_sheet();
    side_->SetMinSize({px(*this, side_width), -1});
    auto* columns = new wxBoxSizer(wxHORIZONTAL);
    columns->Add(sheet_, wxSizerFlags(1).Expand());
    columns->Add(new wxStaticLine(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxLI_VERTICAL),
                 wxSizerFlags().Expand());
    columns->Add(side_, wxSizerFlags().Expand());
    SetSizer(columns);
}

void NoteEditor::lay_out_sheet()
{
    const int page = px(*this, gap::page);
    const auto line = wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT, page);
    const auto caption = wxSizerFlags().Border(wxLEFT | wxRIGHT, page);
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->AddSpacer(px(*this, gap::medium));
    column->Add(move_list_, line);
    column->Add(origin_, line);
    column->Add(fields_, line);
    column->Add(modalities_, line);
    column->AddSpacer(px(*this, gap::hair));
    column->Add(goals_caption_, caption);
    column->AddSpacer(px(*this, gap::hair));
    column->Add(goals_, line);
    column->AddSpacer(px(*this, gap::small));
    column->Add(sections_, line);
    column->Add(risk_caption_, caption);
    column->AddSpacer(px(*this, gap::hair));
    column->Add(risk_, line);
    column->AddSpacer(px(*this, gap::small));
    column->Add(homework_caption_, caption);
    column->AddSpacer(px(*this, gap::hair));
    column->Add(homework_, line);
    column->AddSpacer(page);
    page_->SetSizer(column);
}

void NoteEditor::bind_gestures()
{
    bind_text(risk_->actions(), presenter_, SideText::risk_actions);
    bind_text(*homework_, presenter_, SideText::homework);
    side_->on_back = [this] { on_back(); };
    side_->on_sign = [this] { sign(); };
    clock_.Bind(wxEVT_TIMER, [this](wxTimerEvent&) { guarded(*this, [this] { keep_now(); }); });
    presenter_.on_change = [this] { draw(presenter_.screen()); };
    presenter_.on_done = [this](const NoteEditorPresenter::Outcome& outcome) { on_done(outcome); };
}

void NoteEditor::bind_keys()
{
    const int sign_id = wxWindow::NewControlId();
    const int back_id = wxWindow::NewControlId();
    std::array keys{wxAcceleratorEntry{wxACCEL_CTRL, WXK_RETURN, sign_id},
                    wxAcceleratorEntry{wxACCEL_CTRL, WXK_NUMPAD_ENTER, sign_id},
                    wxAcceleratorEntry{wxACCEL_NORMAL, WXK_ESCAPE, back_id}};
    SetAcceleratorTable({static_cast<int>(keys.size()), keys.data()});
    Bind(
        wxEVT_MENU, [this](wxCommandEvent&) { guarded(*this, [this] { sign(); }); }, sign_id);
    Bind(
        wxEVT_MENU, [this](wxCommandEvent&) { guarded(*this, [this] { step_back(); }); }, back_id);
}

void NoteEditor::focus_first()
{
    sections_->focus(presenter_.screen().caret);
    CallAfter([this] { lay_out_anew(); });
}

void NoteEditor::focus_goals()
{
    if (presenter_.screen().goals.empty()) {
        announce(*this, no_goals_yet());
    } else {
        goals_->focus_first();
    }
}

void NoteEditor::focus_risk()
{
    risk_->focus_first();
}

std::vector<WindowPart> NoteEditor::parts()
{
    std::vector<WindowPart> parts;
    for (wxWindow* part : std::initializer_list<wxWindow*>{move_list_, practice_, fields_, modalities_, goals_,
                                                           sections_, risk_, homework_, side_}) {
        if (part != nullptr) {
            parts.push_back({part, [part] { focus_into(*part); }});
        }
    }
    const auto lead = [&](const wxWindow* to, std::function<void()> focus) {
        std::ranges::find(parts, to, &WindowPart::window)->focus = std::move(focus);
    };
    lead(goals_, [this] { goals_->focus_first(); });
    lead(sections_, [this] { sections_->focus(presenter_.screen().caret); });
    lead(risk_, [this] { risk_->focus_first(); });
    lead(side_, [this] { side_->focus_first(); });
    return parts;
}

void NoteEditor::lay_out_anew()
{
    Layout();
    sheet_->Layout();
    const wxWindow* focus = FindFocus();
    if (focus != nullptr && page_->IsDescendant(const_cast<wxWindow*>(focus))) {
        sheet_->reveal_all_of(*focus);
    }
}

bool NoteEditor::leave()
{
    sections_->note_caret();
    const bool is_practice_kept = practice_ == nullptr || practice_->leave();
    return presenter_.leave() && is_practice_kept;
}

void NoteEditor::sign()
{
    sections_->note_caret();
    presenter_.sign();
    const auto& screen = presenter_.screen();
    if (!screen.problems.empty()) {
        focus_problem(screen.problems.front());
    } else if (screen.asks_for_risk) {
        risk_->focus_first();
        // The question stands above the choices, and appears only now.
        CallAfter([this] {
            lay_out_anew();
            sheet_->reveal_all_of(*risk_);
        });
    }
}

void NoteEditor::step_back()
{
    if (!presenter_.put_question_aside()) {
        on_back();
    }
}

void NoteEditor::focus_problem(const EditorProblem& problem)
{
    if (const auto* field = std::get_if<TimeField>(&problem)) {
        fields_->focus(*field);
        return;
    }
    using enum model::SigningProblem;
    switch (std::get<model::SigningProblem>(problem)) {
    case therapist_incomplete:
        if (practice_ != nullptr) {
            practice_->focus_first();
        }
        break;
    case in_the_future:
    case before_admission:
    case before_birth:
    case after_discharge:
        fields_->focus(TimeField::date);
        break;
    case length_out_of_range:
        fields_->focus(TimeField::minutes);
        break;
    case rating_out_of_range:
        goals_->focus_first();
        break;
    case nothing_written:
    case section_too_long:
        sections_->focus(presenter_.screen().caret);
        break;
    }
}

void NoteEditor::draw(const NoteEditorScreen& screen)
{
    origin_->say(screen.content.first_written_for.empty() ? std::string{}
                                                          : first_written_for_words(screen.content.first_written_for));
    fields_->draw(screen);
    modalities_->draw(screen);
    goals_->draw(screen);
    sections_->draw(screen);
    risk_->draw(screen);
    homework_->show(screen.content.homework);
    side_->draw(screen);
    move_list_->draw(screen);
    if (move_list_->IsShown() != screen.moving.has_value()) {
        move_list_->Show(screen.moving.has_value());
        CallAfter([this] { lay_out_anew(); });
        screen.moving ? move_list_->focus_first() : focus_first();
    }
    draw_practice(screen);
    keep_soon(screen);
}

void NoteEditor::draw_practice(const NoteEditorScreen& screen)
{
    const bool asks = screen.asks_for_therapist;
    if (asks && practice_ == nullptr) {
        practice_ = new PracticePanel(page_, place_, [this](bool is_saved) {
            is_saved ? presenter_.therapist_was_asked() : presenter_.put_therapist_aside();
        });
        page_->GetSizer()->Insert(0, practice_, wxSizerFlags().Expand());
        CallAfter([this] { lay_out_anew(); });
    } else if (!asks && practice_ != nullptr) {
        // Its own button may be what ended it.
        practice_->Hide();
        CallAfter([panel = practice_] { panel->Destroy(); });
        practice_ = nullptr;
        CallAfter([this] { lay_out_anew(); });
        focus_first();
    }
}

void NoteEditor::keep_soon(const NoteEditorScreen& screen)
{
    if (clock_.IsRunning()) {
        return;
    }
    if (screen.saving == Saving::unsaved) {
        clock_.StartOnce(keeping::after_ms);
    } else if (screen.saving == Saving::failed) {
        clock_.StartOnce(keeping::again_after_ms);
    }
}

void NoteEditor::keep_now()
{
    sections_->note_caret();
    presenter_.save();
}

} // namespace app
