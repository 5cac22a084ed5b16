#pragma once

#include "app/presenters/people_presenter.h"
#include "app/presenters/workplace.h"
#include "app/screens/form.h"
#include "app/screens/panel.h"
#include "app/screens/sheet_form.h"
#include "app/screens/unsaved_question.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace app {

/// The people of the open casebook: who they are, letting one in, removing one, and new recovery sheets.
class PeoplePanel : public Panel {
public:
    /// `on_done` hears what was done; `on_end` leads away.
    PeoplePanel(wxWindow* parent, const Workplace& place, SlowWork slow_work, std::function<void(PeopleDone)> on_done,
                std::function<void()> on_end);

    void focus_first();
    void renew_own_sheet();
    void begin_adding() { presenter_.begin_adding(); }
    bool is_adding() const { return presenter_.screen().page == PeoplePage::add; }

    /// Whether the page may go; false, with a word about it, while keys are being made.
    bool leave();

private:
    void draw(const PeoplePresenter::Screen& screen);
    void show_page(const PeoplePresenter::Screen& screen);
    void heed_escape();
    bool is_begun() const; ///< Something would be lost with the page in sight.
    void ask(std::string_view question);
    void make_list(wxSizer& column, const PeoplePresenter::Screen& screen);
    void make_person(wxSizer& list, const PeoplePresenter::Person& person, std::size_t index);
    void make_entry(wxSizer& column);
    void make_return(wxSizer& column);
    void add_passwords(wxSizer& column);
    void take_back();
    void make_sheet(wxSizer& column, const PeoplePresenter::Screen& screen);
    void make_question(wxSizer& column, const PeoplePresenter::Person& person);
    void add_heading(wxSizer& column, const std::string& heading, const std::string& explanation);
    /// The place for troubles, and below it the main action and the way back, which is handed out.
    wxButton* add_foot(wxSizer& column, const std::string& words, const std::function<void()>& act);
    wxButton* add_button(wxSizer& row, wxButton* button, const std::function<void()>& act);
    std::optional<RecoverySheet> facts() const;
    void make_keys();

    const Workplace place_;
    PeoplePresenter presenter_;
    std::function<void()> on_end_;
    std::optional<PeoplePresenter::Screen> shown_{}; ///< For which the page was made.
    UnsavedQuestion* question_ = nullptr;
    wxPanel* page_ = nullptr;
    // Of the page in sight; null where it has none.
    wxWindow* first_ = nullptr;
    Paragraph* trouble_ = nullptr;
    wxButton* main_ = nullptr;
    wxTextCtrl* name_ = nullptr;
    wxTextCtrl* credentials_ = nullptr;
    wxTextCtrl* licence_ = nullptr;
    wxTextCtrl* code_ = nullptr;
    wxTextCtrl* letters_ = nullptr;
    wxTextCtrl* password_ = nullptr;
    Paragraph* hint_ = nullptr;
    wxTextCtrl* again_ = nullptr;
    std::unique_ptr<SheetForm> sheet_{};
};

} // namespace app
