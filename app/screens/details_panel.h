#pragma once

#include "app/presenters/details_presenter.h"
#include "app/presenters/episodes_presenter.h"
#include "app/screens/form.h"
#include "app/screens/tab.h"
#include "app/screens/unsaved_question.h"

#include <wx/tglbtn.h>
#include <wx/timer.h>

#include <array>
#include <initializer_list>
#include <string>
#include <vector>

namespace app {

class ClientRecordPanel;
class EpisodesPanel;
class ScrolledPage;

/// The details of a client: who, how to reach them, why they are here, and their episodes of care. What is typed is
/// kept within two seconds, and judged when the keyboard leaves its field.
class DetailsPanel : public Tab {
public:
    DetailsPanel(wxWindow* parent, const Workplace& place, model::ClientId client);
    ~DetailsPanel() override;

    void focus_first() override;
    bool leave() override;
    void names_changed() override;

private:
    void create_controls(const Workplace& place, model::ClientId client);
    void lay_out();
    void add_group(wxSizer& column, wxWindow& parent, std::string_view caption,
                   std::initializer_list<DetailsField> fields);
    void bind_gestures();
    void draw(const DetailsPresenter::Screen& screen);
    void draw_notices(const DetailsPresenter::Screen& screen);
    void draw_earlier(const DetailsPresenter::Screen& screen);
    void list_earlier(const DetailsPresenter::Screen& screen);
    void step(wxKeyEvent& key, DetailsField which);
    void draw_episodes(const EpisodesPresenter::Screen& screen);
    void keep_typed();
    wxTextCtrl* field(DetailsField which) { return fields_.at(static_cast<std::size_t>(which)); }

    DetailsPresenter presenter_;
    EpisodesPresenter episodes_presenter_;
    wxTimer clock_;
    ScrolledPage* page_ = nullptr;
    wxPanel* left_ = nullptr;
    wxPanel* right_ = nullptr;
    std::array<wxTextCtrl*, details_fields.size()> fields_{};
    std::array<Paragraph*, details_fields.size()> troubles_{}; ///< Null where nothing can be wrong.
    EpisodesPanel* episodes_ = nullptr;
    wxStaticText* notices_caption_ = nullptr;
    wxPanel* notices_ = nullptr;
    std::vector<std::string> notices_shown_;
    wxButton* keep_code_ = nullptr; ///< Though it looks like another one.
    wxToggleButton* earlier_ = nullptr;
    wxPanel* earlier_list_ = nullptr;
    std::vector<EarlierDetails> earlier_shown_{};
    ClientRecordPanel* record_ = nullptr;
    UnsavedQuestion* question_ = nullptr; ///< About the form of the episodes.
    wxStaticText* saved_ = nullptr;
};

} // namespace app
