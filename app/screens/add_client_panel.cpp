#include "app/screens/add_client_panel.h"

#include "app/screens/accessible.h"
#include "app/screens/form_keys.h"
#include "app/screens/guarded.h"
#include "app/screens/layout.h"
#include "app/screens/text.h"
#include "app/screens/theme.h"
#include "app/words/button_words.h"
#include "app/words/level_words.h"
#include "app/words/main_words.h"
#include "app/words/unsaved_words.h"

#include <algorithm>

namespace app {

AddClientPanel::AddClientPanel(wxWindow* parent, const Workplace& place,
                               std::function<void(std::optional<model::ClientId>)> on_done)
    : Panel(parent), presenter_{place}, on_done_{std::move(on_done)}
{
    give_style(*this, "mendline-page");
    create_controls();
    lay_out();
    bind_gestures();
    draw(presenter_.screen());
}

bool AddClientPanel::leave()
{
    if (!presenter_.is_untouched()) {
        ask(unsaved_words::on_this_page());
    }
    return presenter_.is_untouched();
}

std::string AddClientPanel::chosen_level() const
{
    return level_of_care_label(presenter_.screen().level);
}

void AddClientPanel::choose_level(const std::string& words)
{
    const auto level = std::ranges::find(levels_of_care, words, level_of_care_label);
    if (level != levels_of_care.end()) {
        presenter_.choose_level(*level);
    }
}

void AddClientPanel::create_controls()
{
    name_ = make_line(*this, main_words::name_label());
    code_ = make_line(*this, main_words::code_label());
    code_trouble_ = new Paragraph(this, {}, Paragraph::Tone::loud);
    admitted_ = new DateField(this, main_words::admitted_label(), presenter_.clock(), DateMeaning::past);
    date_trouble_ = new Paragraph(this, {}, Paragraph::Tone::loud);
    level_ = new wxChoice(this, wxID_ANY);
    for (const model::LevelOfCare level : levels_of_care) {
        level_->Append(shown(level_of_care_label(level)));
    }
    set_accessible_name(*level_, main_words::level_label());
    question_ = new UnsavedQuestion(this);
    add_ = make_main_button(*this, main_words::add_client_button());
    cancel_ = make_button(*this, cancel_button());
}

void AddClientPanel::lay_out()
{
    const auto below = wxSizerFlags().Expand().Border(wxBOTTOM, px(*this, gap::medium));
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(make_heading(*this, main_words::add_client_heading()),
                wxSizerFlags().Expand().Border(wxBOTTOM, px(*this, gap::small)));
    column->Add(new Paragraph(this, main_words::add_client_words(), Paragraph::Tone::quiet),
                wxSizerFlags().Expand().Border(wxBOTTOM, px(*this, gap::large)));
    add_field(*column, *this, main_words::name_label(), *name_);
    add_required_field(*column, *this, main_words::code_label(), *code_);
    column->Add(code_trouble_, below);
    add_required_date_field(*column, *this, main_words::admitted_label(), *admitted_);
    column->Add(date_trouble_, below);
    add_field(*column, *this, main_words::level_label(), *level_);
    column->Add(question_, below);
    auto* buttons = new wxBoxSizer(wxHORIZONTAL);
    buttons->Add(add_, wxSizerFlags().Border(wxRIGHT, px(*this, gap::small)));
    buttons->Add(cancel_);
    column->Add(buttons, wxSizerFlags().Border(wxTOP, px(*this, gap::hair)));
    column->Add(px(*this, 440), 0); // As wide as this.
    auto* page = new wxBoxSizer(wxVERTICAL);
    page->Add(column, wxSizerFlags().Border(wxALL, px(*this, gap::page)));
    SetSizer(page);
}

void AddClientPanel::bind_gestures()
{
    name_->Bind(wxEVT_TEXT,
                [this](wxCommandEvent&) { guarded(*this, [this] { presenter_.type_name(utf8(name_->GetValue())); }); });
    code_->Bind(wxEVT_TEXT,
                [this](wxCommandEvent&) { guarded(*this, [this] { presenter_.type_code(utf8(code_->GetValue())); }); });
    admitted_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) {
        guarded(*this, [this] { presenter_.type_date(utf8(admitted_->GetValue())); });
    });
    level_->Bind(wxEVT_CHOICE, [this](wxCommandEvent& event) {
        guarded(*this, [&] { presenter_.choose_level(levels_of_care.at(static_cast<std::size_t>(event.GetInt()))); });
    });
    add_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { add(); });
    give_form_keys(
        *this, [this] { add(); }, [this] { cancel(); });
    cancel_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { guarded(*this, [this] { cancel(); }); });
    question_->on_keep = [this] {
        ask({});
        focus_first();
    };
    question_->on_throw_away = [this] { on_done_(std::nullopt); };
    presenter_.on_change = [this] { draw(presenter_.screen()); };
}

void AddClientPanel::draw(const AddClientPresenter::Screen& screen)
{
    fill(*name_, screen.name);
    fill(*code_, screen.code);
    fill(*admitted_, screen.admitted_on);
    level_->SetSelection(static_cast<int>(screen.level));
    code_trouble_->say(screen.code_trouble            ? words_for_adding(*screen.code_trouble)
                       : !screen.similar_code.empty() ? words_for_similar_code(screen.similar_code)
                                                      : std::string{});
    date_trouble_->say(screen.is_date_unreadable  ? admitted_->refuse(main_words::date_unreadable())
                       : screen.admission_problem ? words_for(*screen.admission_problem)
                                                  : std::string{});
}

void AddClientPanel::ask(std::string_view question)
{
    question_->ask(question);
    Layout();
}

void AddClientPanel::cancel()
{
    if (leave()) {
        on_done_(std::nullopt);
    }
}

void AddClientPanel::add()
{
    guarded(*this, [this] {
        if (const auto client = presenter_.add()) {
            on_done_(client);
        }
    });
}

} // namespace app
