#include "app/screens/session_fields.h"

#include "app/screens/accessible.h"
#include "app/screens/colours.h"
#include "app/screens/date_field.h"
#include "app/screens/form.h"
#include "app/screens/guarded.h"
#include "app/screens/layout.h"
#include "app/screens/slim.h"
#include "app/screens/text.h"
#include "app/words/level_words.h"
#include "app/words/session_words.h"

#include <wx/wrapsizer.h>

#include <algorithm>
#include <vector>

namespace app {

namespace {

constexpr std::array all_times{TimeField::date, TimeField::start, TimeField::end, TimeField::minutes};
constexpr std::array time_widths{164, 56, 56, 64};
constexpr int width_of_12_hours = 76;

/// Keeps the room of what is said about the times.
constexpr std::string_view nothing_said = "\u00a0";

/// A choice among the values of an enum, offered in the order of `values`.
template <class Values, class Words>
wxChoice* make_choice(wxWindow& parent, NoteCaption name, const Values& values, const Words& words)
{
    wxArrayString names;
    for (const auto value : values) {
        names.Add(shown(words(value)));
    }
    auto* choice = new wxChoice(&parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, names);
    set_accessible_name(*choice, words_for(name));
    reshape(*choice, "mendline-slim");
    choice->SetToolTip(shown(words_for(name)));
    return choice;
}

template <class Values, class Value>
void show_choice(wxChoice& choice, const Values& values, Value value)
{
    choice.SetSelection(static_cast<int>(std::ranges::find(values, value) - values.begin()));
}

} // namespace

SessionFields::SessionFields(wxWindow* parent, NoteEditorPresenter& presenter, const std::string& clock_zone)
    : Panel(parent), presenter_{presenter}, clock_zone_{clock_zone}
{
    create_controls();
    lay_out();
    bind_gestures();
}

void SessionFields::create_controls()
{
    for (const TimeField field : all_times) {
        const bool is_of_12 = presenter_.clock().habits.hours == model::HourClock::of_12;
        const bool is_long = is_of_12 && (field == TimeField::start || field == TimeField::end);
        time(field) = field == TimeField::date ? new DateField(this, name_of(field), presenter_.clock(),
                                                               DateMeaning::past, DateField::Remark::elsewhere)
                                               : make_line(*this, name_of(field));
        time(field)->SetToolTip(shown(name_of(field)));
        // As high as the lines of other forms: once it is on the screen, a new colour makes the toolkit ask for more.
        time(field)->SetMinSize(
            {px(*this, is_long ? width_of_12_hours : time_widths.at(index_of(field))), time(field)->GetBestSize().y});
    }
    until_ = make_quiet(*this, until_word());
    zone_ = make_quiet(*this, {});
    remark_ = new Paragraph(this, nothing_said, Paragraph::Tone::quiet);
    const auto name = [](auto value) { return name_of(value); };
    format_ = make_choice(*this, NoteCaption::format, all_formats(), name);
    level_ = make_choice(*this, NoteCaption::level_of_care, levels_of_care, level_of_care_label);
    attendance_ = make_choice(*this, NoteCaption::attendance, all_attendances(), name);
}

void SessionFields::lay_out()
{
    auto* line = new wxWrapSizer(wxHORIZONTAL, wxREMOVE_LEADING_SPACES);
    const auto middle = wxSizerFlags().CenterVertical().Border(wxRIGHT | wxBOTTOM, px(*this, gap::hair));
    auto* times = new wxBoxSizer(wxHORIZONTAL);
    const auto inside = wxSizerFlags().CenterVertical().Border(wxRIGHT, px(*this, gap::small));
    times->Add(time(TimeField::date), inside);
    times->Add(time(TimeField::start), inside);
    times->Add(until_, inside);
    times->Add(time(TimeField::end), inside);
    times->Add(time(TimeField::minutes), wxSizerFlags().CenterVertical());
    times->Add(zone_, wxSizerFlags().CenterVertical().Border(wxLEFT, px(*this, gap::small)));
    line->Add(times, middle);
    // Together, so that a narrow window moves all three to the next line and leaves none behind.
    auto* choices = new wxBoxSizer(wxHORIZONTAL);
    choices->Add(format_, inside);
    choices->Add(level_, inside);
    choices->Add(attendance_, wxSizerFlags().CenterVertical());
    line->Add(choices, middle);
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(line, wxSizerFlags().Expand());
    column->Add(remark_, wxSizerFlags().Expand());
    SetSizer(column);
}

void SessionFields::bind_time(TimeField field)
{
    time(field)->Bind(wxEVT_TEXT, [this, field](wxCommandEvent&) {
        guarded(*this, [&] { presenter_.type_time(field, utf8(time(field)->GetValue())); });
    });
    time(field)->Bind(wxEVT_KILL_FOCUS, [this](wxFocusEvent& focus) {
        guarded(*this, [this] { presenter_.settle_times(); });
        focus.Skip();
    });
}

void SessionFields::bind_gestures()
{
    for (const TimeField field : all_times) {
        bind_time(field);
    }
    const auto chosen = [](const auto& values, const wxCommandEvent& event) {
        return values.at(static_cast<std::size_t>(event.GetSelection()));
    };
    format_->Bind(wxEVT_CHOICE, [this, chosen](wxCommandEvent& event) {
        guarded(*this, [&] { presenter_.choose(chosen(all_formats(), event)); });
    });
    level_->Bind(wxEVT_CHOICE, [this, chosen](wxCommandEvent& event) {
        guarded(*this, [&] { presenter_.choose(chosen(levels_of_care, event)); });
    });
    attendance_->Bind(wxEVT_CHOICE, [this, chosen](wxCommandEvent& event) {
        guarded(*this, [&] { presenter_.choose(chosen(all_attendances(), event)); });
    });
}

void SessionFields::draw(const NoteEditorScreen& screen)
{
    const auto& session = screen.content.session;
    for (const TimeField field : all_times) {
        fill(*time(field), screen.times.at(static_cast<std::size_t>(field)));
        // What is only half typed is not wrong yet.
        const bool is_half_typed = screen.remarked == field && !screen.time_remark.is_wrong;
        const bool is_unreadable = std::ranges::count(screen.unreadable, field) > 0 && !is_half_typed;
        const Palette palette = screen_palette(*this);
        time(field)->SetForegroundColour(is_unreadable ? toolkit_colour(palette.attention) : wxNullColour);
    }
    draw_remark(screen.time_remark);
    show_choice(*format_, all_formats(), session.format);
    show_choice(*level_, levels_of_care, session.level_of_care);
    show_choice(*attendance_, all_attendances(), session.attendance);
    const wxString zone = session.zone == clock_zone_ ? wxString{} : shown(session.zone);
    if (zone_->GetLabelText() != zone || zone_->IsShown() == zone.empty()) {
        zone_->SetLabelText(zone);
        zone_->Show(!zone.empty());
        Layout();
    }
}

void SessionFields::draw_remark(const FieldRemark& remark)
{
    if (remark == said_) {
        return;
    }
    said_ = remark;
    remark.is_wrong ? colour_loud(*remark_) : colour_quiet(*remark_);
    remark_->say(remark.words.empty() ? nothing_said : std::string_view{remark.words});
    if (remark.is_wrong) {
        say_aloud(*this, remark.words);
    }
}

void SessionFields::focus(TimeField field)
{
    time(field)->SetFocus();
    time(field)->SelectAll();
}

} // namespace app
