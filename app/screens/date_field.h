#pragma once

#include "app/presenters/workplace.h"
#include "app/screens/date_calendar.h"
#include "app/screens/form.h"

#include <wx/textctrl.h>

#include <functional>
#include <string>
#include <string_view>

namespace app {

/// A line for a date, as people type it. What was understood is said at once, or what is wrong; a small calendar opens
/// on Alt+Down and by the button in the line. When the keyboard leaves, a date that was understood is written in full.
class DateField : public wxTextCtrl {
public:
    /// Where it is said what was understood.
    enum class Remark { below, elsewhere };

    /// `clock` outlives the field.
    DateField(wxWindow* parent, std::string_view accessible_name, const Clock& clock, DateMeaning meaning,
              Remark remark = Remark::below);
    ~DateField() override;

    /// The words below; null when they stand elsewhere.
    Paragraph* remark() { return remark_; }

    /// Where a date that cannot be read was to be used: says what is wrong with it until the next key, also when it is
    /// only half typed. Gives back `words`, for the form to say, when nothing stands there.
    std::string refuse(const std::string& words);

    /// `words` when nothing stands there; of anything else the field itself says what is wrong.
    std::string unless_said(const std::string& words) const { return IsEmpty() ? words : std::string{}; }

    /// Lets screen readers say that it must not stay empty.
    void require();

    bool Show(bool show = true) override;

private:
    void create_button();
    void bind_gestures();
    void open_calendar();
    void settle();
    void say_remark();
    void describe();

    const Clock& clock_;
    const DateMeaning meaning_;
    Paragraph* remark_ = nullptr;
    FieldRemark said_{};
    bool is_required_ = false;
    bool is_refused_ = false; ///< What stands there, as it is now.
    std::function<void()> open_{};
    std::function<void()> changed_{};
    DateCalendar calendar_;
};

/// Puts a label above `field` into `column` and what it understood below, as `add_field` does.
wxStaticText* add_date_field(wxSizer& column, wxWindow& parent, std::string_view label, DateField& field);

/// The same for a date that must not stay empty, marked as `add_required_field` does.
wxStaticText* add_required_date_field(wxSizer& column, wxWindow& parent, std::string_view label, DateField& field);

} // namespace app
