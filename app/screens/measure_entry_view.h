#pragma once

#include "app/presenters/measures_presenter.h"
#include "app/screens/answer_grid.h"
#include "app/screens/date_field.h"
#include "app/screens/form.h"
#include "app/screens/panel.h"
#include "app/screens/score_list.h"

#include <wx/radiobut.h>

#include <optional>
#include <string>
#include <vector>

namespace app {

/// The form in which a filling-in is entered: the day, the answers or a total, and below what it scores.
class MeasureEntryView : public Panel {
public:
    MeasureEntryView(wxWindow* parent, MeasuresPresenter& presenter);

    /// Shows the entry, or hides the form.
    void draw(const std::optional<MeasureEntry::Screen>& entry);

    /// Puts the keyboard where answers are entered.
    void focus_answers();

    /// Where the item stands that is answered next, and the alert below it if there is one.
    wxRect place_of_work() const;

private:
    void create_controls();
    void lay_out();
    void bind_gestures();
    void draw_correction(const MeasureEntry::Screen& entry);
    void draw_way(const MeasureEntry::Screen& entry);
    void draw_alerts(const std::vector<AlertWords>& alerts);

    MeasuresPresenter& presenter_;
    std::string measure_;  ///< Whose entry is shown.
    std::string corrects_; ///< What it takes the place of, in words.
    wxStaticText* caption_ = nullptr;
    Paragraph* explanation_ = nullptr;
    DateField* taken_on_ = nullptr;
    wxRadioButton* by_items_ = nullptr;
    wxRadioButton* by_total_ = nullptr;
    Paragraph* no_wording_ = nullptr;
    AnswerGrid* grid_ = nullptr;
    Paragraph* help_ = nullptr;
    Paragraph* refusal_ = nullptr;
    wxPanel* total_part_ = nullptr;
    wxStaticText* total_label_ = nullptr;
    wxTextCtrl* total_ = nullptr;
    wxPanel* alerts_ = nullptr;
    Paragraph* loud_ = nullptr;
    Paragraph* quiet_ = nullptr;
    Paragraph* remark_ = nullptr;
    wxPanel* reason_part_ = nullptr;
    wxTextCtrl* reason_ = nullptr;
    Paragraph* problem_ = nullptr;
    wxButton* save_ = nullptr;
    wxButton* cancel_ = nullptr;
    Paragraph* nothing_yet_ = nullptr;
    ScoreList* scores_ = nullptr;
};

} // namespace app
