#include "app/screens/details_panel.h"

#include "app/screens/client_record_panel.h"
#include "app/screens/date_field.h"
#include "app/screens/episodes_panel.h"
#include "app/screens/guarded.h"
#include "app/screens/keeping.h"
#include "app/screens/layout.h"
#include "app/screens/panel.h"
#include "app/screens/scrolled_page.h"
#include "app/screens/text.h"

namespace app {

namespace {

bool is_on_the_right(DetailsField field)
{
    return field >= DetailsField::reason_for_care;
}

int lines_of(DetailsField field)
{
    switch (field) {
    case DetailsField::contact:
    case DetailsField::emergency_contact:
    case DetailsField::diagnosis:
    case DetailsField::consents:
        return 2;
    case DetailsField::reason_for_care:
    case DetailsField::safety_plan:
        return 4;
    default:
        return 1;
    }
}

bool can_be_wrong(DetailsField field)
{
    return field == DetailsField::code || field == DetailsField::born_on;
}

} // namespace

DetailsPanel::DetailsPanel(wxWindow* parent, const Workplace& place, model::ClientId client)
    : Tab(parent), presenter_{place, client}, episodes_presenter_{place, client}
{
    create_controls(place, client);
    lay_out();
    bind_gestures();
    draw(presenter_.screen());
    draw_episodes(episodes_presenter_.screen());
}

DetailsPanel::~DetailsPanel()
{
    // A field that goes away lets go of the keyboard, which is when it is saved.
    DestroyChildren();
}

void DetailsPanel::focus_first()
{
    // Asked again, the toolkit would go on to the next field.
    if (wxWindow* const focus = FindFocus(); focus == nullptr || !page_->IsDescendant(focus)) {
        page_->SetFocusIgnoringChildren();
    }
    // What is typed here is kept at once: a stray key must not take the place of all that stands there, which the
    // toolkit marks in a field that it leads the keyboard to.
    CallAfter([this] {
        if (auto* const field = dynamic_cast<wxTextCtrl*>(FindFocus()); field != nullptr && IsDescendant(field)) {
            long from = 0;
            long to = 0;
            field->GetSelection(&from, &to);
            if (from == 0 && to > 0 && to == field->GetLastPosition()) {
                field->SetInsertionPointEnd();
            }
        }
    });
}

bool DetailsPanel::leave()
{
    bool is_kept = false;
    bool may_leave = false;
    guarded(*this, [&] {
        may_leave = episodes_presenter_.may_leave();
        may_leave = record_->leave() && may_leave;
        is_kept = presenter_.save();
    });
    if (const auto trouble = presenter_.first_trouble(); trouble && !is_kept) {
        field(*trouble)->SetFocus();
    }
    return is_kept && may_leave;
}

void DetailsPanel::names_changed()
{
    record_->names_changed();
}

void DetailsPanel::create_controls(const Workplace& place, model::ClientId client)
{
    page_ = new ScrolledPage(this);
    left_ = new Panel(&page_->content());
    right_ = new Panel(&page_->content());
    for (const DetailsField which : details_fields) {
        wxWindow& column = is_on_the_right(which) ? *right_ : *left_;
        const int lines = lines_of(which);
        fields_.at(static_cast<std::size_t>(which)) =
            which == DetailsField::born_on
                ? new DateField(&column, label_of(which), presenter_.clock(), DateMeaning::birth)
            : lines > 1 ? make_lines(column, label_of(which), lines)
                        : make_line(column, label_of(which));
        if (can_be_wrong(which)) {
            troubles_.at(static_cast<std::size_t>(which)) = new Paragraph(&column, {}, Paragraph::Tone::loud);
        }
    }
    earlier_ = new wxToggleButton(right_, wxID_ANY, wxString{});
    earlier_list_ = new Panel(right_);
    episodes_ = new EpisodesPanel(right_, episodes_presenter_);
    record_ = new ClientRecordPanel(right_, place, client);
    notices_caption_ = make_caption(*right_, details_words::reviewed_notices_caption());
    notices_ = new Panel(right_);
    notices_->SetSizer(new wxBoxSizer(wxVERTICAL));
    keep_code_ = make_button(*left_, keep_code_button());
    question_ = new UnsavedQuestion(this);
    saved_ = make_quiet(*this, details_words::saved_as_you_type());
}

void DetailsPanel::lay_out()
{
    using enum DetailsField;
    auto* left = new wxBoxSizer(wxVERTICAL);
    add_group(*left, *left_, details_words::person_caption(),
              {name, preferred_name, pronouns, code, preferred_language, born_on});
    add_group(*left, *left_, details_words::contacts_caption(), {contact, emergency_contact, guardian, referrer});
    left_->SetSizer(left);
    auto* right = new wxBoxSizer(wxVERTICAL);
    add_group(*right, *right_, details_words::care_caption(), {reason_for_care, diagnosis, consents, safety_plan});
    right->Add(earlier_, wxSizerFlags().Border(wxBOTTOM, px(*this, gap::small)));
    right->Add(earlier_list_, wxSizerFlags().Expand());
    right->Add(episodes_, wxSizerFlags().Expand().Border(wxTOP, px(*this, gap::small)));
    right->Add(record_, wxSizerFlags().Expand().Border(wxTOP, px(*this, gap::medium)));
    // Last, because it only grows.
    right->Add(notices_caption_, wxSizerFlags().Border(wxTOP, px(*this, gap::large)));
    right->Add(notices_, wxSizerFlags().Expand().Border(wxTOP, px(*this, gap::small)));
    right_->SetSizer(right);

    auto* columns = new wxBoxSizer(wxHORIZONTAL);
    for (wxPanel* column : {left_, right_}) {
        column->SetMinSize({px(*this, 280), -1});
        column->SetMaxSize({px(*this, 480), -1});
        columns->Add(column, wxSizerFlags(1).Border(wxALL, px(*this, gap::page)));
    }
    page_->content().SetSizer(columns);
    auto* tab = new wxBoxSizer(wxVERTICAL);
    tab->Add(page_, wxSizerFlags(1).Expand());
    tab->AddSpacer(px(*this, gap::small));
    tab->Add(question_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, px(*this, gap::page)));
    tab->Add(saved_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, px(*this, gap::page)));
    SetSizer(tab);
}

void DetailsPanel::add_group(wxSizer& column, wxWindow& parent, std::string_view caption,
                             std::initializer_list<DetailsField> fields)
{
    column.Add(make_caption(parent, caption), wxSizerFlags().Border(wxBOTTOM, px(*this, gap::small)));
    for (const DetailsField which : fields) {
        if (auto* const date = dynamic_cast<DateField*>(field(which)); date != nullptr) {
            add_date_field(column, parent, label_of(which), *date);
        } else if (which == DetailsField::code) {
            // Only the code must not stay empty: it stands in the place of a name.
            add_required_field(column, parent, label_of(which), *field(which));
        } else {
            add_field(column, parent, label_of(which), *field(which));
        }
        if (Paragraph* trouble = troubles_.at(static_cast<std::size_t>(which)); trouble != nullptr) {
            column.Add(trouble, wxSizerFlags().Expand().Border(wxBOTTOM, px(*this, gap::medium)));
        }
        if (which == DetailsField::code) {
            column.Add(keep_code_, wxSizerFlags().Border(wxBOTTOM, px(*this, gap::medium)));
        }
    }
    column.AddSpacer(px(*this, gap::small));
}

void DetailsPanel::bind_gestures()
{
    for (const DetailsField which : details_fields) {
        wxTextCtrl* control = field(which);
        control->Bind(wxEVT_TEXT, [this, which, control](wxCommandEvent&) {
            guarded(*this, [&] { presenter_.type(which, utf8(control->GetValue())); });
            if (!clock_.IsRunning()) {
                clock_.StartOnce(keeping::after_ms);
            }
        });
        control->Bind(wxEVT_CHAR_HOOK, [this, which](wxKeyEvent& key) { step(key, which); });
        control->Bind(wxEVT_KILL_FOCUS, [this](wxFocusEvent& event) {
            guarded(*this, [this] { presenter_.save(); });
            event.Skip();
        });
    }
    keep_code_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
        guarded(*this, [this] {
            presenter_.keep_similar_code();
            field(DetailsField::code)->SetFocus();
        });
    });
    earlier_->Bind(wxEVT_TOGGLEBUTTON, [this](wxCommandEvent&) {
        guarded(*this, [this] {
            draw_earlier(presenter_.screen());
            if (earlier_->GetValue()) {
                CallAfter([this] { page_->reveal_all_of(*earlier_list_); });
            }
        });
    });
    clock_.Bind(wxEVT_TIMER, [this](wxTimerEvent&) { keep_typed(); });
    question_->on_keep = [this] {
        episodes_presenter_.keep_entering();
        episodes_->focus_form();
    };
    question_->on_throw_away = [this] { episodes_presenter_.throw_away(); };
    presenter_.on_change = [this] { draw(presenter_.screen()); };
    episodes_presenter_.on_change = [this] { draw_episodes(episodes_presenter_.screen()); };
}

void DetailsPanel::step(wxKeyEvent& key, DetailsField which)
{
    const int code = key.GetKeyCode();
    const bool is_undo = code == 'Z' && key.GetModifiers() == wxMOD_CONTROL;
    const bool is_redo = (code == 'Z' && key.GetModifiers() == (wxMOD_CONTROL | wxMOD_SHIFT)) ||
                         (code == 'Y' && key.GetModifiers() == wxMOD_CONTROL);
    if (!is_undo && !is_redo) {
        key.Skip();
        return;
    }
    guarded(*this, [&] {
        const auto state = is_undo ? presenter_.undo(which) : presenter_.redo(which);
        if (state) {
            field(which)->SetInsertionPoint(state->caret);
            if (!clock_.IsRunning()) {
                clock_.StartOnce(keeping::after_ms);
            }
        }
    });
}

void DetailsPanel::keep_typed()
{
    if (!guarded(*this, [this] { presenter_.keep_typed(); })) {
        clock_.StartOnce(keeping::again_after_ms);
    }
}

} // namespace app
