#pragma once

#include "app/output/pango_ruler.h"
#include "app/presenters/summaries_presenter.h"
#include "app/screens/date_field.h"
#include "app/screens/form.h"
#include "app/screens/page_preview.h"
#include "app/screens/pdf_saving.h"
#include "app/screens/tab.h"

#include <wx/checkbox.h>
#include <wx/checklst.h>
#include <wx/choice.h>
#include <wx/timer.h>

#include <optional>
#include <string>
#include <vector>

namespace app {

class ScrolledPage;

/// Chooses what a client's summary says, shows its pages, prints and saves them.
class SummariesPanel : public Tab {
public:
    SummariesPanel(wxWindow* parent, const Workplace& place, model::ClientId client);

    void focus_first() override;
    bool leave() override;
    void names_changed() override;

private:
    void create_controls();
    void create_choices();
    void create_saving();
    void lay_out();
    wxSizer* lay_out_choices();
    void align_releasing();
    void bind_gestures();
    void draw(const SummariesPresenter::Screen& screen);
    void draw_choices(const SummariesPresenter::Screen& screen);
    void take_typed();
    void print();
    void save(const std::optional<std::string>& password);

    PangoRuler ruler_{};
    SummariesPresenter presenter_;
    ScrolledPage* scrolled_ = nullptr;
    wxPanel* options_ = nullptr; ///< What is scrolled.
    DateField* from_ = nullptr;
    DateField* to_ = nullptr;
    wxButton* whole_episode_ = nullptr;
    Paragraph* problem_ = nullptr;
    wxChoice* paper_ = nullptr;
    wxCheckBox* by_code_ = nullptr;
    Paragraph* names_hidden_ = nullptr;
    wxCheckBox* birth_date_ = nullptr;
    wxTextCtrl* own_words_ = nullptr;
    wxTextCtrl* next_words_ = nullptr;
    wxCheckListBox* choices_ = nullptr;
    Paragraph* nothing_ = nullptr;
    Paragraph* left_out_ = nullptr;
    wxButton* print_ = nullptr;
    wxButton* save_ = nullptr;
    PdfSaving* saving_ = nullptr;
    wxBoxSizer* below_options_ = nullptr;
    wxSizerItem* beside_releasing_ = nullptr; ///< As wide as what stands beside the fields above.
    PagePreview* preview_ = nullptr;
    wxTimer until_kept_; ///< Runs from the first key that is not yet in the casebook.
    std::vector<SummariesPresenter::PanelChoice> shown_choices_{};
};

} // namespace app
