#include "app/screens/commands.h"

#include "app/screens/guarded.h"
#include "app/screens/text.h"

#include <wx/menu.h>

namespace app {

namespace {

void bind(wxFrame& frame, int id, const Command& command)
{
    frame.Bind(
        wxEVT_MENU,
        [&frame, command](wxCommandEvent&) {
            guarded(frame, [&] {
                if (command.can_run()) {
                    command.run();
                }
            });
        },
        id);
    frame.Bind(
        wxEVT_UPDATE_UI,
        [command](wxUpdateUIEvent& event) {
            event.Enable(command.can_run());
            if (command.is_checked) {
                event.Check(command.is_checked());
            }
        },
        id);
}

} // namespace

void make_menu_bar(wxFrame& frame, const std::vector<Command>& commands)
{
    auto* bar = new wxMenuBar;
    wxMenu* menu = nullptr;
    std::string menu_words;
    for (const Command& command : commands) {
        if (menu == nullptr || menu_words != command.menu) {
            menu = new wxMenu;
            menu_words = command.menu;
            bar->Append(menu, shown(menu_words));
        }
        if (command.begins_group) {
            menu->AppendSeparator();
        }
        const int id = wxWindow::NewControlId();
        const std::string label = command.key.empty() ? command.words : command.words + "\t" + command.key;
        menu->Append(id, shown(label), wxString{}, command.is_checked ? wxITEM_CHECK : wxITEM_NORMAL);
        bind(frame, id, command);
    }
    frame.SetMenuBar(bar);
}

} // namespace app
