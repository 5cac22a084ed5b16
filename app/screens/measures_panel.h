#pragma once

#include "app/presenters/measures_presenter.h"
#include "app/screens/disclosure.h"
#include "app/screens/form.h"
#include "app/screens/measure_entry_view.h"
#include "app/screens/measure_history_view.h"
#include "app/screens/scrolled_page.h"
#include "app/screens/tab.h"
#include "app/screens/unsaved_question.h"

#include <wx/dataview.h>

#include <vector>

namespace app {

/// The measures of a client: what was filled in and when, entering another one, what it scores and why.
class MeasuresPanel : public Tab {
public:
    MeasuresPanel(wxWindow* parent, const Workplace& place, model::ClientId client);

    void focus_first() override;
    bool leave() override;
    std::vector<storage::LeftOpen::Typed> entered_elsewhere() const override;
    std::vector<storage::LeftOpen::Typed> open_forms_for(std::vector<storage::LeftOpen::Typed> typed) override;

private:
    void create_controls();
    void create_list();
    void create_page();
    void lay_out();
    void bind_gestures();
    void draw(const MeasuresPresenter::Screen& screen);
    void draw_list(const MeasuresPresenter::Screen& screen);
    void draw_about(const MeasuresPresenter::About& about);
    void draw_readings(const MeasuresPresenter::Screen& screen);
    void fit_list();
    void choose_row();
    void add_definition();

    MeasuresPresenter presenter_;
    bool is_drawing_ = false;
    std::vector<MeasuresPresenter::Row> rows_{};
    std::size_t cursor_shown_ = 0; ///< The item of the form that was brought into sight.
    std::vector<AlertWords> alerts_shown_{};
    wxDataViewListCtrl* list_ = nullptr;
    wxSizer* list_column_ = nullptr;
    wxButton* add_measure_ = nullptr;
    Paragraph* definition_said_ = nullptr;
    ScrolledPage* page_ = nullptr;
    UnsavedQuestion* question_ = nullptr;
    Paragraph* name_ = nullptr;
    Paragraph* full_name_ = nullptr;
    Paragraph* form_ = nullptr;
    Paragraph* interval_ = nullptr;
    wxButton* enter_ = nullptr;
    MeasureEntryView* entry_ = nullptr;
    Paragraph* said_ = nullptr;
    wxStaticText* reading_caption_ = nullptr;
    Paragraph* reading_ = nullptr;
    Disclosure* reading_basis_ = nullptr;
    Paragraph* reading_footnote_ = nullptr;
    MeasureHistoryView* history_ = nullptr;
    Paragraph* licence_ = nullptr;
    wxButton* retire_ = nullptr; ///< Or takes up again.
};

} // namespace app
