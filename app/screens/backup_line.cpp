#include "app/screens/backup_line.h"

#include "app/screens/form.h"
#include "app/screens/guarded.h"
#include "app/screens/layout.h"
#include "app/screens/text.h"
#include "app/screens/theme.h"

#include <utility>

namespace app {

BackupLine::BackupLine(wxWindow* parent, BackupKeeper& keeper, std::function<void()> on_press)
    : Panel(parent), keeper_{keeper}
{
    give_style(*this, "mendline-side");
    line_ = new wxButton(this, wxID_ANY, wxString{}, wxDefaultPosition, wxDefaultSize, wxBORDER_NONE | wxBU_LEFT);
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(line_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, px(*this, gap::small)));
    SetSizer(column);
    line_->Bind(wxEVT_BUTTON, [this, press = std::move(on_press)](wxCommandEvent&) { guarded(*this, press); });
    changes_ = keeper_.subscribe([this] { draw(); });
    draw();
}

void BackupLine::draw()
{
    const Clock& clock = keeper_.clock();
    const auto& screen = keeper_.screen();
    line_->SetLabelText(shown(screen.work == BackupKeeper::Work::backing_up
                                  ? backups::working()
                                  : words_for(screen.standing, clock.now(), clock.face())));
    if (screen.standing.is_due) {
        colour_loud(*line_);
    } else {
        colour_quiet(*line_);
    }
}

} // namespace app
