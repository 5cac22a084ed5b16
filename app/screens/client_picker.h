#pragma once

#include "app/presenters/client_choice.h"
#include "app/screens/form.h"
#include "app/screens/panel.h"

#include <wx/listbox.h>

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace app {

/// Choosing a client, or nobody: a field that filters by name or code, and the list below it, into which the arrow down
/// leads.
class ClientPicker : public Panel {
public:
    struct Labels {
        std::string filter{};
        std::string list{};
        std::string nobody{}; ///< The first line of the list.
    };
    ClientPicker(wxWindow* parent, const Labels& labels);

    void draw(const std::string& filter, const std::vector<ClientChoice>& clients,
              const std::optional<model::ClientId>& chosen);
    wxTextCtrl& filter() { return *filter_; }

    std::function<void(const std::string& typed)> on_filter = [](const std::string&) {};
    std::function<void(std::optional<model::ClientId>)> on_choose = [](std::optional<model::ClientId>) {};

private:
    void lay_out(const Labels& labels);
    void bind_gestures();
    void list(const std::vector<ClientChoice>& clients);

    std::string nobody_;
    std::optional<std::vector<ClientChoice>> shown_{};
    wxTextCtrl* filter_ = nullptr;
    wxListBox* list_ = nullptr;
    Paragraph* nobody_found_ = nullptr;
};

} // namespace app
