#include "app/output/files.h"
#include "app/screens/guarded.h"
#include "app/screens/text.h"
#include "app/screens/trajectory_panel.h"
#include "app/screens/trajectory_saving.h"
#include "app/words/trajectory_tab_words.h"

#include <wx/menu.h>

namespace app {

namespace words = trajectory_tab_words;

void TrajectoryPanel::choose_panels()
{
    wxMenu menu;
    const auto choices = presenter_.screen().choices;
    for (const auto& choice : choices) {
        auto* item = menu.AppendCheckItem(wxID_ANY, wxControl::EscapeMnemonics(shown(choice.title)));
        item->Check(choice.is_shown);
        menu.Bind(
            wxEVT_MENU,
            [this, choice](wxCommandEvent&) {
                guarded(*this, [&] { presenter_.show_panel(choice.key, !choice.is_shown); });
            },
            item->GetId());
    }
    menu.AppendSeparator();
    auto* all = menu.Append(wxID_ANY, shown(words::show_all_panels()));
    menu.Bind(
        wxEVT_MENU, [this](wxCommandEvent&) { guarded(*this, [this] { presenter_.show_all_panels(); }); },
        all->GetId());
    panels_->PopupMenu(&menu, 0, panels_->GetSize().y);
}

void TrajectoryPanel::offer_saving()
{
    wxMenu menu;
    auto* copy = menu.Append(wxID_ANY, shown(words::copy_picture()));
    menu.Bind(
        wxEVT_MENU, [this](wxCommandEvent&) { guarded(*this, [this] { copy_picture(); }); }, copy->GetId());
    menu.AppendSeparator();
    for (const std::string format : {"PNG", "SVG", "PDF", "CSV"}) {
        auto* item = menu.Append(wxID_ANY, shown(words::save_as(format)));
        menu.Bind(
            wxEVT_MENU, [this, format](wxCommandEvent&) { guarded(*this, [&] { save(format); }); }, item->GetId());
    }
    save_->PopupMenu(&menu, 0, save_->GetSize().y);
}

void TrajectoryPanel::copy_picture()
{
    if (copy_png(png_of(presenter_.picture(PangoRuler{}), 2))) {
        announce(*this, words::copied());
    }
}

void TrajectoryPanel::save(const std::string& format)
{
    const auto path = ask_for_file(*this, words::file_dialog_title(), presenter_.file_stem(), format);
    if (!path) {
        return;
    }
    const PangoRuler ruler;
    std::string bytes;
    if (format == "CSV") {
        bytes = presenter_.csv();
    } else if (format == "SVG") {
        bytes = svg_of(presenter_.picture(ruler));
    } else if (format == "PNG") {
        bytes = png_of(presenter_.picture(ruler), 2);
    } else {
        const auto picture = presenter_.picture(ruler);
        bytes = pdf_of({&picture, 1}, {.title = presenter_.file_stem()});
    }
    announce(*this, write_file(*path, bytes) ? words::not_saved() : words::saved(*path));
}

} // namespace app
