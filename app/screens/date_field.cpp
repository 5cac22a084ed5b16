#include "app/screens/date_field.h"

#include "app/screens/accessible.h"
#include "app/screens/guarded.h"
#include "app/screens/layout.h"
#include "app/screens/text.h"
#include "app/words/dates.h"
#include "app/words/form_words.h"

#include <gtk/gtk.h>

#include <string>

namespace app {

namespace {

/// Keeps the room of a line of words where there are none.
constexpr std::string_view no_words = "\u00a0";

void press_icon(GtkEntry* /*entry*/, GtkEntryIconPosition /*position*/, GdkEvent* /*event*/, gpointer open)
{
    (*static_cast<std::function<void()>*>(open))();
}

void change_text(GtkEditable* /*entry*/, gpointer changed)
{
    (*static_cast<std::function<void()>*>(changed))();
}

} // namespace

DateField::DateField(wxWindow* parent, std::string_view accessible_name, const Clock& clock, DateMeaning meaning,
                     Remark remark)
    : wxTextCtrl(parent, wxID_ANY), clock_{clock}, meaning_{meaning}, calendar_{*this}
{
    set_accessible_name(*this, accessible_name);
    describe();
    if (remark == Remark::below) {
        remark_ = new Paragraph(parent, no_words, Paragraph::Tone::quiet);
    }
    create_button();
    bind_gestures();
}

DateField::~DateField()
{
    g_signal_handlers_disconnect_by_data(GetHandle(), &open_);
    g_signal_handlers_disconnect_by_data(GetHandle(), &changed_);
}

void DateField::create_button()
{
    constexpr const char* icon = "x-office-calendar-symbolic";
    auto* entry = GTK_ENTRY(GetHandle());
    const bool has_icon = gtk_icon_theme_has_icon(gtk_icon_theme_get_default(), icon) != FALSE;
    gtk_entry_set_icon_from_icon_name(entry, GTK_ENTRY_ICON_SECONDARY, has_icon ? icon : "pan-down-symbolic");
    gtk_entry_set_icon_tooltip_text(entry, GTK_ENTRY_ICON_SECONDARY, calendar_button_words().c_str());
    open_ = [this] { guarded(*this, [this] { open_calendar(); }); };
    g_signal_connect(entry, "icon-release", G_CALLBACK(press_icon), &open_);
    // Also what the program writes is remarked on, and a form that hears of the text itself need not hand it on.
    changed_ = [this] {
        is_refused_ = false;
        say_remark();
    };
    g_signal_connect(entry, "changed", G_CALLBACK(change_text), &changed_);
}

void DateField::bind_gestures()
{
    Bind(wxEVT_SET_FOCUS, [this](wxFocusEvent& event) {
        event.Skip();
        say_remark();
    });
    Bind(wxEVT_KILL_FOCUS, [this](wxFocusEvent& event) {
        event.Skip();
        if (!IsBeingDeleted()) {
            settle();
        }
    });
    Bind(wxEVT_KEY_DOWN, [this](wxKeyEvent& key) {
        if (key.GetKeyCode() == WXK_DOWN && key.GetModifiers() == wxMOD_ALT) {
            guarded(*this, [this] { open_calendar(); });
        } else {
            key.Skip();
        }
    });
    calendar_.on_choose = [this](model::Date day) { say_aloud(*this, weekday_date(day)); };
    calendar_.on_take = [this](model::Date day) { guarded(*this, [&] { SetValue(shown(short_date(day))); }); };
    calendar_.on_close = [this] {
        SetFocus();
        SetInsertionPointEnd();
    };
}

std::string DateField::refuse(const std::string& words)
{
    if (!IsEmpty() && !is_refused_) {
        is_refused_ = true;
        say_remark();
    }
    return unless_said(words);
}

bool DateField::Show(bool show)
{
    if (remark_ != nullptr) {
        remark_->Show(show);
    }
    return wxTextCtrl::Show(show);
}

void DateField::open_calendar()
{
    if (IsEditable() && IsEnabled()) {
        calendar_.open(read_typed_date(utf8(GetValue()), clock_.reading(meaning_)).value_or(clock_.today()));
    }
}

void DateField::settle()
{
    const auto day = read_typed_date(utf8(GetValue()), clock_.reading(meaning_));
    // Whoever says elsewhere what was understood also writes it in full.
    if (const wxString usual = day ? shown(short_date(*day)) : wxString{};
        day && remark_ != nullptr && GetValue() != usual) {
        SetValue(usual);
    }
    say_remark();
}

void DateField::say_remark()
{
    if (remark_ == nullptr) {
        return;
    }
    const bool is_typing = (HasFocus() || calendar_.is_open()) && !is_refused_;
    const FieldRemark remark = remark_on_date(utf8(GetValue()), clock_.reading(meaning_), is_typing);
    if (remark == said_) {
        return;
    }
    said_ = remark;
    remark.is_wrong ? colour_loud(*remark_) : colour_quiet(*remark_);
    remark_->say(remark.words.empty() ? no_words : std::string_view{remark.words});
    describe();
    if (remark.is_wrong) {
        say_aloud(*this, remark.words);
    }
}

void DateField::require()
{
    is_required_ = true;
    describe();
}

void DateField::describe()
{
    std::string description = is_required_ ? form_words::required() + ". " : "";
    description += said_.words.empty() ? "" : said_.words + " ";
    set_accessible_description(*this, description + calendar_description());
}

wxStaticText* add_date_field(wxSizer& column, wxWindow& parent, std::string_view label, DateField& field)
{
    auto* words = new wxStaticText(&parent, wxID_ANY, shown(label));
    column.Add(words, wxSizerFlags().Border(wxBOTTOM, px(parent, gap::hair)));
    column.Add(&field, wxSizerFlags().Expand());
    if (field.remark() != nullptr) {
        column.Add(field.remark(), wxSizerFlags().Expand().Border(wxTOP | wxBOTTOM, px(parent, gap::hair)));
    }
    return words;
}

wxStaticText* add_required_date_field(wxSizer& column, wxWindow& parent, std::string_view label, DateField& field)
{
    field.require();
    return add_date_field(column, parent, form_words::required_label(label), field);
}

} // namespace app
