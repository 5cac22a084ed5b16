#include "app/screens/client_record_panel.h"

#include "app/screens/accessible.h"
#include "app/screens/form_keys.h"
#include "app/screens/guarded.h"
#include "app/screens/layout.h"
#include "app/screens/text.h"
#include "app/screens/unplaced.h"
#include "app/words/button_words.h"
#include "app/words/client_record_words.h"

#include <functional>

namespace app {

namespace record_words = client_record_words;

ClientRecordPanel::ClientRecordPanel(wxWindow* parent, const Workplace& place, model::ClientId client)
    : Panel(parent), presenter_{place, client}
{
    create_controls();
    create_form();
    lay_out();
    bind_gestures();
    bind_choices();
    draw(presenter_.screen());
}

void ClientRecordPanel::create_controls()
{
    merged_ = new Paragraph(this, {}, Paragraph::Tone::quiet);
    merge_ = make_button(*this, record_words::merge_button());
    remove_ = make_button(*this, record_words::remove_button());
    erase_ = make_button(*this, record_words::erase_button());
}

void ClientRecordPanel::create_form()
{
    form_ = new Panel(this);
    heading_ = make_caption(*form_, {});
    explanation_ = new Paragraph(form_, {});
    filter_ = make_line(*form_, record_words::find_other_label());
    others_ = new wxListBox(form_, wxID_ANY);
    others_->SetSize(unplaced);
    others_->SetMinSize({px(*this, 240), px(*this, 132)});
    set_accessible_name(*others_, record_words::other_label());
    nobody_ = new Paragraph(form_, {}, Paragraph::Tone::quiet);
    code_ = new wxChoice(form_, wxID_ANY);
    set_accessible_name(*code_, record_words::code_to_keep_label());
    contradictions_ = new Paragraph(form_, {}, Paragraph::Tone::loud);
    preview_ = new Paragraph(form_, {});
    ground_ = new wxChoice(form_, wxID_ANY);
    for (const model::ErasureGround ground : record_words::erasure_grounds) {
        ground_->Append(shown(record_words::ground_choice(ground)));
    }
    set_accessible_name(*ground_, record_words::ground_label());
    reason_ = make_line(*form_, record_words::reason_label());
    typed_code_ = make_line(*form_, {});
    backups_ = new Paragraph(form_, {});
    question_ = new UnsavedQuestion(form_);
    finish_ = make_main_button(*form_, {});
    cancel_ = make_button(*form_, cancel_button());
}

void ClientRecordPanel::lay_out()
{
    auto* buttons = new wxWrapSizer(wxHORIZONTAL, wxREMOVE_LEADING_SPACES);
    for (wxButton* button : {merge_, remove_, erase_}) {
        buttons->Add(button, wxSizerFlags().Border(wxRIGHT | wxBOTTOM, px(*this, gap::small)));
    }
    form_->SetSizer(lay_out_form());
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(make_caption(*this, record_words::caption()), wxSizerFlags().Border(wxBOTTOM, px(*this, gap::small)));
    column->Add(merged_, wxSizerFlags().Expand().Border(wxBOTTOM, px(*this, gap::small)));
    column->Add(buttons, wxSizerFlags().Expand());
    column->Add(form_, wxSizerFlags().Expand().Border(wxTOP, px(*this, gap::hair)));
    SetSizer(column);
}

wxSizer* ClientRecordPanel::lay_out_form()
{
    const auto below = wxSizerFlags().Expand().Border(wxBOTTOM, px(*this, gap::medium));
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(heading_, wxSizerFlags().Border(wxBOTTOM, px(*this, gap::small)));
    column->Add(explanation_, below);
    merge_labels_ = {add_field(*column, *form_, record_words::find_other_label(), *filter_),
                     add_field(*column, *form_, record_words::other_label(), *others_)};
    column->Add(nobody_, below);
    code_label_ = add_field(*column, *form_, record_words::code_to_keep_label(), *code_);
    column->Add(contradictions_, below);
    column->Add(preview_, below);
    ground_label_ = add_required_field(*column, *form_, record_words::ground_label(), *ground_);
    reason_label_ = add_required_field(*column, *form_, record_words::reason_label(), *reason_);
    typed_code_label_ = add_required_field(*column, *form_, record_words::reason_label(), *typed_code_);
    column->Add(backups_, below);
    column->Add(question_, below);
    auto* buttons = new wxBoxSizer(wxHORIZONTAL);
    buttons->Add(finish_, wxSizerFlags().Border(wxRIGHT, px(*this, gap::small)));
    buttons->Add(cancel_);
    column->Add(buttons);
    return column;
}

void ClientRecordPanel::bind_gestures()
{
    const auto on_button = [this](wxButton* button, const std::function<void()>& gesture) {
        button->Bind(wxEVT_BUTTON, [this, gesture](wxCommandEvent&) { guarded(*this, gesture); });
    };
    const auto on_text = [this](wxTextCtrl* field, const std::function<void(const std::string&)>& gesture) {
        field->Bind(wxEVT_TEXT, [this, field, gesture](wxCommandEvent&) {
            guarded(*this, [&] { gesture(utf8(field->GetValue())); });
        });
    };
    on_button(merge_, [this] { presenter_.begin(Form::merge); });
    on_button(remove_, [this] { presenter_.begin(Form::remove); });
    on_button(erase_, [this] { presenter_.begin(Form::erase); });
    on_button(finish_, [this] { presenter_.finish(); });
    on_button(cancel_, [this] { presenter_.put_aside(); });
    on_text(filter_, [this](const std::string& typed) { presenter_.filter_others(typed); });
    on_text(reason_, [this](const std::string& typed) { presenter_.type_reason(typed); });
    on_text(typed_code_, [this](const std::string& typed) { presenter_.type_code(typed); });
    give_form_keys(
        *form_, [this] { presenter_.finish(); }, [this] { presenter_.put_aside(); });
    question_->on_keep = [this] {
        presenter_.keep_entering();
        first_in_form(form_shown_).SetFocus();
    };
    question_->on_throw_away = [this] { presenter_.throw_away(); };
    presenter_.on_change = [this] { draw(presenter_.screen()); };
    presenter_.on_done = [this](const std::string& words) { announce(*this, words); };
}

void ClientRecordPanel::bind_choices()
{
    const auto on_choice = [this](wxChoice* choice, const std::function<void(std::size_t)>& gesture) {
        choice->Bind(wxEVT_CHOICE, [this, gesture](wxCommandEvent& event) {
            guarded(*this, [&] { gesture(static_cast<std::size_t>(event.GetInt())); });
        });
    };
    on_choice(code_, [this](std::size_t place) { presenter_.keep_own_code(place == 0); });
    on_choice(ground_,
              [this](std::size_t place) { presenter_.choose_ground(record_words::erasure_grounds.at(place)); });
    others_->Bind(wxEVT_LISTBOX, [this](wxCommandEvent& event) {
        const auto place = static_cast<std::size_t>(event.GetInt());
        if (place < others_shown_.size()) {
            guarded(*this, [&] { presenter_.choose_other(others_shown_[place].client); });
        }
    });
}

} // namespace app
