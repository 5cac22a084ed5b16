#pragma once

#include "app/output/pango_ruler.h"
#include "app/presenters/trajectory_presenter.h"
#include "app/screens/form.h"
#include "app/screens/pdf_saving.h"
#include "app/screens/picture_on_clipboard.h"
#include "app/screens/scene_view.h"
#include "app/screens/tab.h"
#include "app/screens/trajectory_side.h"

#include <wx/dataview.h>
#include <wx/scrolwin.h>
#include <wx/statline.h>
#include <wx/tglbtn.h>

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace app {

/// A client's trajectory: chart or table, the note of the chosen point beside it, and the reading in words.
class TrajectoryPanel : public Tab {
public:
    TrajectoryPanel(wxWindow* parent, const Workplace& place, model::ClientId client);

    void focus_first() override;

private:
    void create_controls();
    void create_table();
    void lay_out();
    void bind_gestures();
    void draw(const TrajectoryPresenter::Screen& screen);
    void draw_chart();
    void draw_table(const TrajectoryPresenter::Screen& screen);
    void bring_chosen_into_view();
    void fold();
    void fold_tools();
    bool use_key(int code);
    void choose_from_table();
    void choose_panels();
    void offer_saving();
    void copy_picture();
    std::optional<std::string> ask_where_to_save_as(const std::string& format);
    void save(const std::string& format);
    void save_pdf(const std::optional<std::string>& password);
    void write(const std::string& path, const std::string& bytes);

    TrajectoryPresenter presenter_;
    Typeface typeface_;
    PangoRuler ruler_;
    std::array<wxToggleButton*, 5> ranges_{};
    wxButton* panels_ = nullptr;
    wxButton* table_button_ = nullptr;
    wxButton* save_ = nullptr;
    wxBoxSizer* tools_ = nullptr;
    wxBoxSizer* columns_ = nullptr; ///< Chart and reading, beside or below each other.
    wxBoxSizer* aside_ = nullptr;   ///< The reading, and above or beside it what saving asks.
    wxStaticLine* line_beside_ = nullptr;
    wxStaticLine* line_below_ = nullptr;
    bool is_folded_ = false;
    wxScrolledWindow* scrolled_ = nullptr;
    SceneView* chart_ = nullptr;
    wxDataViewListCtrl* table_ = nullptr;
    TrajectorySide* side_ = nullptr;
    PdfSaving* saving_ = nullptr;
    PictureOnClipboard copied_{};
    std::vector<TrajectoryPresenter::TableRow> rows_drawn_{};
};

} // namespace app
