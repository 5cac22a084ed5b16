#pragma once

#include "app/presenters/details_presenter.h"
#include "app/screens/form.h"
#include "app/screens/tab.h"

#include <wx/scrolwin.h>

#include <array>
#include <initializer_list>

namespace app {

/// The details of a client: who, how to reach them, why they are here, and their episodes of care. A field is saved
/// when the keyboard leaves it.
class DetailsPanel : public Tab {
public:
    DetailsPanel(wxWindow* parent, const Workplace& place, model::ClientId client);
    ~DetailsPanel() override;

    void focus_first() override { field(DetailsField::name)->SetFocus(); }
    bool leave() override;

private:
    void create_controls(const Workplace& place, model::ClientId client);
    void lay_out();
    void add_group(wxSizer& column, wxWindow& parent, std::string_view caption,
                   std::initializer_list<DetailsField> fields);
    void bind_gestures();
    void draw(const DetailsPresenter::Screen& screen);
    wxTextCtrl* field(DetailsField which) { return fields_.at(static_cast<std::size_t>(which)); }

    DetailsPresenter presenter_;
    wxScrolledWindow* page_ = nullptr;
    wxPanel* left_ = nullptr;
    wxPanel* right_ = nullptr;
    std::array<wxTextCtrl*, details_fields.size()> fields_{};
    std::array<Paragraph*, details_fields.size()> troubles_{}; ///< Null where nothing can be wrong.
    wxWindow* episodes_ = nullptr;
    wxStaticText* saved_ = nullptr;
};

} // namespace app
