// What stands on each page about the people of a casebook.

#include "app/screens/accessible.h"
#include "app/screens/form_keys.h"
#include "app/screens/guarded.h"
#include "app/screens/layout.h"
#include "app/screens/people_panel.h"
#include "app/screens/text.h"
#include "app/words/button_words.h"
#include "app/words/dates.h"
#include "app/words/people_words.h"

namespace app {

namespace {

std::string called(const PeoplePresenter::Person& person)
{
    return person.name.empty() ? people_words::without_a_name() : person.name;
}

} // namespace

void PeoplePanel::add_heading(wxSizer& column, const std::string& heading, const std::string& explanation)
{
    column.Add(make_heading(*page_, heading), wxSizerFlags().Expand().Border(wxBOTTOM, px(*this, gap::small)));
    column.Add(new Paragraph(page_, explanation, Paragraph::Tone::quiet),
               wxSizerFlags().Expand().Border(wxBOTTOM, px(*this, gap::large)));
}

wxButton* PeoplePanel::add_button(wxSizer& row, wxButton* button, const std::function<void()>& act)
{
    button->Bind(wxEVT_BUTTON, [this, act](wxCommandEvent&) { guarded(*this, act); });
    row.Add(button, wxSizerFlags().Border(wxRIGHT, px(*this, gap::small)));
    return button;
}

wxButton* PeoplePanel::add_foot(wxSizer& column, const std::string& words, const std::function<void()>& act)
{
    trouble_ = new Paragraph(page_, {}, Paragraph::Tone::loud);
    column.Add(trouble_, wxSizerFlags().Expand().Border(wxBOTTOM, px(*this, gap::medium)));
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    main_ = add_button(*row, make_main_button(*page_, words), act);
    wxButton* back = add_button(*row, make_button(*page_, cancel_button()), [this] { heed_escape(); });
    column.Add(row);
    give_form_keys(
        *page_,
        [this, act] {
            if (main_->IsEnabled()) {
                act();
            }
        },
        [this] { heed_escape(); });
    return back;
}

void PeoplePanel::make_list(wxSizer& column, const PeoplePresenter::Screen& screen)
{
    add_heading(column, people_words::heading(), people_words::explanation());
    for (std::size_t index = 0; index < screen.people.size(); ++index) {
        make_person(column, screen.people[index], index);
    }
    if (screen.people.size() == 1) {
        column.Add(new Paragraph(page_, people_words::last_one(), Paragraph::Tone::quiet),
                   wxSizerFlags().Expand().Border(wxBOTTOM, px(*this, gap::medium)));
    }
    trouble_ = new Paragraph(page_, {}, Paragraph::Tone::loud);
    column.Add(trouble_, wxSizerFlags().Expand().Border(wxTOP | wxBOTTOM, px(*this, gap::medium)));
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    first_ = main_ =
        add_button(*row, make_main_button(*page_, people_words::add_button()), [this] { presenter_.begin_adding(); });
    add_button(*row, make_button(*page_, people_words::come_back_button()), [this] { presenter_.begin_coming_back(); });
    add_button(*row, make_button(*page_, people_words::sheet_button()), [this] { presenter_.renew_own_sheet(); });
    add_button(*row, make_button(*page_, people_words::done_button()), [this] { on_end_(); });
    column.Add(row);
}

void PeoplePanel::make_person(wxSizer& list, const PeoplePresenter::Person& person, std::size_t index)
{
    auto* words = new wxBoxSizer(wxVERTICAL);
    words->Add(make_caption(*page_, person.is_you ? people_words::name_of_you(called(person)) : called(person)));
    if (!person.credentials.empty()) {
        words->Add(make_quiet(*page_, person.credentials));
    }
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(words, wxSizerFlags(1).CentreVertical());
    if (person.can_be_removed) {
        wxButton* remove = add_button(*row, make_button(*page_, people_words::remove_button()),
                                      [this, index] { presenter_.begin_removing(index); });
        set_accessible_name(*remove, people_words::remove_label(called(person)));
    }
    list.Add(row, wxSizerFlags().Expand().Border(wxBOTTOM, px(*this, gap::medium)));
}

void PeoplePanel::make_entry(wxSizer& column)
{
    add_heading(column, people_words::add_heading(), people_words::add_explanation());
    first_ = name_ = make_line(*page_, people_words::name_label());
    credentials_ = make_line(*page_, people_words::credentials_label());
    licence_ = make_line(*page_, people_words::licence_label());
    add_required_field(column, *page_, people_words::name_label(), *name_);
    add_field(column, *page_, people_words::credentials_label(), *credentials_);
    add_field(column, *page_, people_words::licence_label(), *licence_);
    add_passwords(column);
    add_foot(column, people_words::continue_button(), [this] { make_keys(); });
}

void PeoplePanel::make_return(wxSizer& column)
{
    constexpr int lines_in_sight = 7; // All of them.
    add_heading(column, people_words::come_back_heading(), people_words::come_back_explanation());
    first_ = code_ = make_line(*page_, start::code_label());
    letters_ = make_lines(*page_, start::letters_label(), lines_in_sight);
    add_required_field(column, *page_, start::code_label(), *code_);
    add_required_field(column, *page_, start::letters_label(), *letters_);
    add_passwords(column);
    add_foot(column, people_words::let_in_button(), [this] { take_back(); });
}

void PeoplePanel::add_passwords(wxSizer& column)
{
    password_ = make_line(*page_, people_words::their_password_label(), true);
    hint_ = new Paragraph(page_, {}, Paragraph::Tone::quiet);
    again_ = make_line(*page_, start::password_again_label(), true);
    add_required_field(column, *page_, people_words::their_password_label(), *password_);
    column.Add(hint_, wxSizerFlags().Expand().Border(wxBOTTOM, px(*this, gap::small)));
    add_required_field(column, *page_, start::password_again_label(), *again_);
    password_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) {
        guarded(*this, [this] { presenter_.type_password(utf8(password_->GetValue())); });
    });
}

void PeoplePanel::make_sheet(wxSizer& column, const PeoplePresenter::Screen& screen)
{
    add_heading(column, screen.sheet_of.empty() ? start::sheet_heading() : people_words::sheet_heading(screen.sheet_of),
                people_words::sheet_explanation(screen.is_own_sheet));
    sheet_ = std::make_unique<SheetForm>(
        *page_, screen.groups, [this] { return facts(); },
        [this](bool is_saved) { presenter_.sheet_was_saved(is_saved); });
    sheet_->add_to(column);
    first_ = page_;
    add_foot(column, screen.is_own_sheet ? people_words::replace_button() : people_words::let_in_button(),
             [this] { presenter_.finish(sheet_->first_group(), sheet_->second_group()); });
}

void PeoplePanel::make_question(wxSizer& column, const PeoplePresenter::Person& person)
{
    add_heading(column, people_words::remove_heading(called(person)), people_words::remove_explanation(person.is_you));
    column.Add(new Paragraph(page_, people_words::what_stays_open(person.is_you)),
               wxSizerFlags().Expand().Border(wxBOTTOM, px(*this, gap::medium)));
    // Enter alone must not remove anybody.
    first_ = add_foot(column, people_words::really_remove_button(person.is_you), [this] { presenter_.remove(); });
}

std::optional<RecoverySheet> PeoplePanel::facts() const
{
    const auto* sheet = presenter_.sheet();
    if (sheet == nullptr) {
        return std::nullopt;
    }
    return RecoverySheet{.casebook_name = place_.casebook.name(),
                         .made_on = long_date(place_.clock.today()),
                         .code = sheet->code.text(),
                         .payload = sheet->slot,
                         .person_name = presenter_.screen().sheet_of};
}

void PeoplePanel::take_back()
{
    presenter_.take_back({.code = utf8(code_->GetValue()),
                          .letters = utf8(letters_->GetValue()),
                          .password = utf8(password_->GetValue()),
                          .password_again = utf8(again_->GetValue())});
}

void PeoplePanel::make_keys()
{
    presenter_.make_keys({.name = utf8(name_->GetValue()),
                          .credentials = utf8(credentials_->GetValue()),
                          .licence_number = utf8(licence_->GetValue()),
                          .password = utf8(password_->GetValue()),
                          .password_again = utf8(again_->GetValue())});
}

} // namespace app
