#pragma once

#include "app/presenters/start_presenter.h"
#include "app/screens/form.h"
#include "app/screens/panel.h"
#include "model/date_habits.h"

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

    /// The clock by which times of day are said.
    void tell_times_by(model::ClockFace clock) { clock_ = std::move(clock); }

    /// Copies the state to the controls.
    virtual void draw(const StartPresenter::Screen& screen);

    /// Puts the keyboard where work begins.
    virtual void focus_first() = 0;

protected:
    StartPresenter& presenter() { return presenter_; }

    /// The column that the controls stand in, from top to bottom.
    wxBoxSizer& column() { return *column_; }

    void add_heading(std::string_view heading, std::string_view explanation);
    /// The place for troubles and for progress, and below it the buttons. The first one is the page's main action: the
    /// keys of a form do the same.
    void add_foot(std::initializer_list<wxButton*> buttons, std::string_view busy_words);
    /// A button that leads one page back.
    wxButton* make_back_button(std::string_view words);

private:
    void add_question();
    void ask(const std::optional<storage::Holder>& elsewhere);
    void press_main();
    void go_back();

    StartPresenter& presenter_;
    model::ClockFace clock_{};
    wxBoxSizer* column_ = nullptr;
    Paragraph* trouble_ = nullptr;
    Paragraph* question_ = nullptr; ///< Whether to open what another machine has open.
    wxSizer* answers_ = nullptr;
    wxButton* open_anyway_ = nullptr;
    wxButton* cancel_ = nullptr;
    Paragraph* busy_ = nullptr;
    wxGauge* progress_ = nullptr;
    wxButton* main_ = nullptr; ///< Null on a page without a main action.
    wxButton* back_ = nullptr; ///< Null on the first page.
    wxTimer pulse_;
    wxWindow* focus_before_ = nullptr; ///< What had the keyboard when the work began.
};

} // namespace app
