#include "app/screens/import_question_view.h"

#include "app/screens/accessible.h"
#include "app/screens/guarded.h"
#include "app/screens/layout.h"
#include "app/screens/text.h"

#include <algorithm>
#include <utility>

namespace app {

ImportQuestionView::ImportQuestionView(wxWindow* parent, ImportScoresPresenter& presenter,
                                       std::function<void()> on_enter)
    : Panel(parent), presenter_{presenter}, on_enter_{std::move(on_enter)},
      problem_{presenter.screen().problem.value()}, kinds_{presenter.screen().answers}
{
    const auto& screen = presenter.screen();
    auto* column = new wxBoxSizer(wxVERTICAL);
    heading_ = new Paragraph(this, {});
    make_bold(*heading_);
    words_ = new Paragraph(this, {});
    trouble_ = new Paragraph(this, {}, Paragraph::Tone::loud);
    column->Add(heading_, wxSizerFlags().Expand().Border(wxBOTTOM, px(*this, gap::hair)));
    column->Add(words_, wxSizerFlags().Expand().Border(wxBOTTOM, px(*this, gap::medium)));
    make_answers(*column, screen);
    column->Add(trouble_, wxSizerFlags().Expand().Border(wxBOTTOM, px(*this, gap::medium)));
    SetSizer(column);
    Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& key) { heed_enter(key); });
    draw(screen);
    say_aloud(*this,
              import_words::question_heading(problem_) + " " + import_words::question_words(problem_, !kinds_.empty()));
}

bool ImportQuestionView::is_for(const ImportScoresPresenter::Screen& screen) const
{
    return screen.problem == problem_ && screen.answers == kinds_;
}

void ImportQuestionView::make_answers(wxSizer& column, const ImportScoresPresenter::Screen& screen)
{
    const bool is_only_one = kinds_.size() == 1;
    if (is_only_one) {
        column.Add(new Paragraph(this, import_words::only_answer_words(kinds_.front(), problem_)),
                   wxSizerFlags().Expand().Border(wxBOTTOM, px(*this, gap::small)));
    }
    if (is_only_one && !must_be_chosen(problem_.kind, kinds_)) {
        return make_fields(column, kinds_.front());
    }
    if (must_be_chosen(problem_.kind, kinds_)) {
        // The toolkit always marks one of a group: this one, out of sight, until somebody chooses.
        (new wxRadioButton(this, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize, wxRB_GROUP))->Hide();
    }
    for (std::size_t index = 0; index < kinds_.size(); ++index) {
        const bool begins_group = index == 0 && !must_be_chosen(problem_.kind, kinds_);
        auto* answer = new wxRadioButton(this, wxID_ANY, shown(label_of(kinds_[index], problem_, screen.look_alike)),
                                         wxDefaultPosition, wxDefaultSize, begins_group ? wxRB_GROUP : 0);
        answer->Bind(wxEVT_RADIOBUTTON, [this, index](wxCommandEvent&) {
            guarded(*this, [this, index] { presenter_.choose_answer(index); });
        });
        answer->Bind(wxEVT_KEY_DOWN, [this, index](wxKeyEvent& key) { heed_arrow(key, index); });
        answers_.push_back(answer);
        const bool has_field = field_of(kinds_[index]) != ImportAnswerField::none;
        column.Add(answer, wxSizerFlags().Border(wxBOTTOM, px(*this, has_field ? gap::hair : gap::small)));
        make_fields(column, kinds_[index]);
    }
}

void ImportQuestionView::make_fields(wxSizer& column, ImportAnswerKind answer)
{
    wxWindow* field = nullptr;
    switch (field_of(answer)) {
    case ImportAnswerField::none:
        return;
    case ImportAnswerField::client:
        field = client_ = new wxChoice(this, wxID_ANY);
        set_accessible_name(*client_, import_words::client_field());
        client_->Bind(wxEVT_CHOICE, [this](wxCommandEvent& event) {
            guarded(*this, [&] { presenter_.choose_client(static_cast<std::size_t>(event.GetInt())); });
        });
        break;
    case ImportAnswerField::code:
        field = code_ = make_line(*this, import_words::code_field());
        code_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) {
            guarded(*this, [this] { presenter_.type_code(utf8(code_->GetValue())); });
        });
        break;
    }
    field->SetMinSize({px(*this, 280), -1});
    auto* indented = new wxBoxSizer(wxHORIZONTAL);
    constexpr int below_words = 24; // Of the answer, beyond its mark.
    indented->AddSpacer(px(*this, below_words));
    indented->Add(field);
    column.Add(indented, wxSizerFlags().Border(wxBOTTOM, px(*this, gap::medium)));
}

void ImportQuestionView::draw(const ImportScoresPresenter::Screen& screen)
{
    heading_->say(import_words::question_heading(problem_));
    words_->say(import_words::question_words(problem_, !kinds_.empty()));
    trouble_->say(screen.answer_problem ? words_for(*screen.answer_problem, screen.similar_code) : std::string{});
    if (screen.chosen_answer && !answers_.empty() && !answers_.at(*screen.chosen_answer)->GetValue()) {
        answers_.at(*screen.chosen_answer)->SetValue(true);
    }
    if (client_ != nullptr) {
        fill_clients(screen.clients);
        client_->SetSelection(screen.client ? static_cast<int>(*screen.client) : wxNOT_FOUND);
    }
    if (code_ != nullptr) {
        fill(*code_, screen.code);
    }
}

void ImportQuestionView::fill_clients(const std::vector<std::string>& clients)
{
    if (listed_ == clients) {
        return;
    }
    listed_ = clients;
    wxArrayString names;
    for (const std::string& client : clients) {
        names.Add(shown(client));
    }
    client_->Set(names);
}

bool ImportQuestionView::focus_first()
{
    wxWindow* const first =
        answers_.empty() ? static_cast<wxWindow*>(code_) : answers_.at(presenter_.screen().chosen_answer.value_or(0));
    if (first != nullptr) {
        first->SetFocus();
    }
    return first != nullptr;
}

void ImportQuestionView::focus_field(const ImportScoresPresenter::Screen& screen)
{
    if (!screen.chosen_answer) {
        focus_first();
        return;
    }
    const bool is_client = field_of(screen.answers.at(*screen.chosen_answer)) == ImportAnswerField::client;
    (is_client ? static_cast<wxWindow*>(client_) : code_)->SetFocus();
}

void ImportQuestionView::heed_arrow(wxKeyEvent& key, std::size_t index)
{
    const int code = key.GetKeyCode();
    const bool is_up = code == WXK_UP || code == WXK_LEFT;
    const bool is_down = code == WXK_DOWN || code == WXK_RIGHT;
    const std::size_t next = is_up ? std::max<std::size_t>(index, 1) - 1 : std::min(index + 1, answers_.size() - 1);
    if ((!is_up && !is_down) || key.HasAnyModifiers()) {
        key.Skip();
    } else if (next != index || answers_[index]->GetValue()) {
        answers_[next]->SetFocus();
        guarded(*this, [this, next] { presenter_.choose_answer(next); });
    }
}

void ImportQuestionView::heed_enter(wxKeyEvent& key)
{
    const bool is_enter = key.GetKeyCode() == WXK_RETURN || key.GetKeyCode() == WXK_NUMPAD_ENTER;
    const bool is_on_answer = std::ranges::find(answers_, FindFocus()) != answers_.end();
    if (is_enter && !key.HasAnyModifiers() && is_on_answer) {
        guarded(*this, on_enter_);
    } else {
        key.Skip();
    }
}

} // namespace app
