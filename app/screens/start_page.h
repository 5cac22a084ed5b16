#pragma once

#include "app/presenters/start_presenter.h"
#include "app/screens/form.h"
#include "app/screens/panel.h"

#include <wx/gauge.h>
#include <wx/timer.h>

#include <string>
#include <string_view>
#include <utility>

namespace app {

/// One page before a casebook is open: a heading, a few fields, one main action, and a place for what went wrong.
class StartPageView : public Panel {
public:
    StartPageView(wxWindow* parent, StartPresenter& presenter);

    /// The zone in which times of day are said.
    void tell_times_in(std::string zone) { zone_ = std::move(zone); }

    /// Copies the state to the controls.
    virtual void draw(const StartPresenter::Screen& screen);

    /// Puts the keyboard where work begins.
    virtual void focus_first() = 0;

protected:
    StartPresenter& presenter() { return presenter_; }

    /// The column that the controls stand in, from top to bottom.
    wxBoxSizer& column() { return *column_; }

    void add_heading(std::string_view heading, std::string_view explanation);
    /// The place for troubles and for progress, and below it the buttons. The first one is the page's main action:
    /// Enter in a field does the same, unless the field knows a better next step.
    void add_foot(std::initializer_list<wxButton*> buttons, std::string_view busy_words);
    /// A button that leads one page back.
    wxButton* make_back_button(std::string_view words);

private:
    void press_main();

    StartPresenter& presenter_;
    std::string zone_{};
    wxBoxSizer* column_ = nullptr;
    Paragraph* trouble_ = nullptr;
    Paragraph* busy_ = nullptr;
    wxGauge* progress_ = nullptr;
    wxButton* main_ = nullptr; ///< Null on a page without a main action.
    wxTimer pulse_;
    wxWindow* focus_before_ = nullptr; ///< What had the keyboard when the work began.
};

} // namespace app
