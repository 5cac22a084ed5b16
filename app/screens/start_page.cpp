#include "app/screens/start_page.h"

#include "app/screens/accessible.h"
#include "app/screens/form_keys.h"
#include "app/screens/guarded.h"
#include "app/screens/layout.h"
#include "app/words/errors.h"

namespace app {

StartPageView::StartPageView(wxWindow* parent, StartPresenter& presenter)
    : Panel(parent), presenter_{presenter}, column_{new wxBoxSizer(wxVERTICAL)}
{
    SetSizer(column_);
    give_form_keys(
        *this, [this] { press_main(); }, [this] { go_back(); });
    pulse_.Bind(wxEVT_TIMER, [this](wxTimerEvent&) { progress_->Pulse(); });
}

void StartPageView::draw(const StartPresenter::Screen& screen)
{
    constexpr int pulse_every = 80; // Milliseconds.
    trouble_->say(screen.trouble ? words_for(*screen.trouble, clock_) : std::string{});
    busy_->Show(screen.is_busy);
    progress_->Show(screen.is_busy);
    if (screen.is_busy && !pulse_.IsRunning()) {
        focus_before_ = FindFocus();
        pulse_.Start(pulse_every);
    }
    for (wxWindow* child : GetChildren()) {
        child->Enable(!screen.is_busy && (!screen.elsewhere || child == open_anyway_ || child == cancel_));
    }
    if (!screen.is_busy && pulse_.IsRunning()) {
        pulse_.Stop();
        if (focus_before_ != nullptr && focus_before_->GetParent() == this) {
            focus_before_->SetFocus();
        }
    }
    ask(screen.elsewhere);
    for (wxWindow* place = GetParent(); place != nullptr && !place->IsTopLevel(); place = place->GetParent()) {
        place->Layout();
    }
}

void StartPageView::ask(const std::optional<storage::Holder>& elsewhere)
{
    const bool is_new = elsewhere && !open_anyway_->IsShown();
    const bool is_over = !elsewhere && open_anyway_->IsShown();
    question_->Enable();
    question_->say(
        elsewhere ? words_for(storage::StorageError{*elsewhere, storage::StorageErrorKind::open_elsewhere}, clock_) +
                        " " + start::open_elsewhere_question()
                  : std::string{});
    answers_->ShowItems(elsewhere.has_value());
    if (is_new) {
        // What changes nothing is nearest at hand.
        cancel_->SetFocus();
    } else if (is_over) {
        focus_first();
    }
}

void StartPageView::add_question()
{
    question_ = new Paragraph(this, {}, Paragraph::Tone::loud);
    open_anyway_ = make_button(*this, start::open_anyway_button());
    cancel_ = make_button(*this, start::cancel_button());
    answers_ = new wxBoxSizer(wxHORIZONTAL);
    answers_->Add(open_anyway_, wxSizerFlags().Border(wxRIGHT, px(*this, gap::small)));
    answers_->Add(cancel_);
    open_anyway_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { guarded(*this, [this] { presenter_.open_anyway(); }); });
    cancel_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { guarded(*this, [this] { presenter_.cancel(); }); });
    const auto below = wxSizerFlags().Expand().Border(wxTOP, px(*this, gap::medium));
    column_->Add(question_, below);
    column_->Add(answers_, below);
    answers_->ShowItems(false);
}

void StartPageView::add_heading(std::string_view heading, std::string_view explanation)
{
    column_->Add(make_heading(*this, heading), wxSizerFlags().Expand().Border(wxBOTTOM, px(*this, gap::small)));
    if (!explanation.empty()) {
        auto* words = new Paragraph(this, explanation, Paragraph::Tone::quiet);
        column_->Add(words, wxSizerFlags().Expand().Border(wxBOTTOM, px(*this, gap::large)));
    }
}

void StartPageView::add_foot(std::initializer_list<wxButton*> buttons, std::string_view busy_words)
{
    trouble_ = new Paragraph(this, {}, Paragraph::Tone::loud);
    busy_ = new Paragraph(this, busy_words, Paragraph::Tone::quiet);
    progress_ = new wxGauge(this, wxID_ANY, 100);
    set_accessible_name(*progress_, busy_words);
    main_ = buttons.size() > 0 ? *buttons.begin() : nullptr;
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    for (wxButton* button : buttons) {
        row->Add(button, wxSizerFlags().Border(wxRIGHT, px(*this, gap::small)));
    }
    column_->Add(row);
    // Below what is pressed, so that nothing of the form moves when they come.
    const auto below = wxSizerFlags().Expand().Border(wxTOP, px(*this, gap::medium));
    column_->Add(trouble_, below);
    add_question();
    column_->Add(busy_, below);
    column_->Add(progress_, below);
}

void StartPageView::press_main()
{
    if (main_ == nullptr || !main_->IsEnabled()) {
        return;
    }
    wxCommandEvent pressed{wxEVT_BUTTON, main_->GetId()};
    pressed.SetEventObject(main_);
    main_->GetEventHandler()->ProcessEvent(pressed);
}

wxButton* StartPageView::make_back_button(std::string_view words)
{
    wxButton* back = make_button(*this, words);
    back->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { guarded(*this, [this] { presenter_.go_back(); }); });
    back_ = back;
    return back;
}

void StartPageView::go_back()
{
    if (back_ != nullptr && (back_->IsEnabled() || presenter_.screen().elsewhere)) {
        presenter_.go_back();
    }
}

} // namespace app
