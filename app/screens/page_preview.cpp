#include "app/screens/page_preview.h"

#include "app/screens/accessible.h"
#include "app/screens/colours.h"
#include "app/screens/guarded.h"
#include "app/screens/layout.h"
#include "app/screens/unplaced.h"

#include <wx/settings.h>
#include <wx/sizer.h>

#include <algorithm>

namespace app {

namespace {

/// The pages one below the other, each on white with a hairline around it, as they lie on the ground of the window.
/// Around them is room for the ring that shows where the keyboard is: on white it would not be seen by night.
Scene stacked(const std::vector<Scene>& pages, const Palette& ground)
{
    constexpr double gap_between = 5 * space;
    constexpr double margin = 2 * space;
    const Palette paper = paper_palette();
    Scene all;
    double y = margin;
    for (const Scene& page : pages) {
        all.size.width = std::max(all.size.width, page.size.width + 2 * margin);
        all.elements.push_back(Rectangle{.box = {margin, y, page.size.width, page.size.height},
                                         .fill = paper.paper,
                                         .stroke = Stroke{.colour = ground.hairline, .width = 1}});
        append(all, page, {margin, y});
        y += page.size.height + gap_between;
    }
    all.size.height = y + margin - (pages.empty() ? 0 : gap_between);
    return all;
}

} // namespace

PagePreview::PagePreview(wxWindow* parent)
    : wxScrolledWindow(parent, wxID_ANY, wxDefaultPosition, unplaced, wxHSCROLL | wxVSCROLL)
{
    SetScrollRate(px(*this, gap::large), px(*this, gap::large));
    view_ = new SceneView(this);
    set_accessible_role(*view_, AccessibleRole::pages);
    auto* page = new wxBoxSizer(wxVERTICAL);
    page->Add(view_, wxSizerFlags().Border(wxALL, px(*this, gap::page)).CentreHorizontal());
    SetSizer(page);
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        event.Skip();
        guarded(*this, [this] {
            if (scale_that_fits() != scale_) {
                draw();
            }
        });
    });
}

void PagePreview::show(const std::vector<Scene>& pages, std::string_view accessible_name)
{
    pages_ = stacked(pages, screen_palette(*this));
    set_accessible_name(*view_, accessible_name);
    draw();
}

double PagePreview::scale_that_fits() const
{
    constexpr double smallest = 0.25;
    constexpr double largest = 1.25;
    const int scroll_bar = std::max(wxSystemSettings::GetMetric(wxSYS_VSCROLL_X, this), 0);
    const int room = GetSize().GetWidth() - 2 * px(*this, gap::page) - scroll_bar;
    const double width = std::max(pages_.size.width, 1.0) * px(*this, 96) / 96.0;
    return std::clamp(room / width, smallest, largest);
}

void PagePreview::draw()
{
    scale_ = scale_that_fits();
    view_->show(pages_, screen_palette(*this).paper, scale_);
    FitInside();
}

} // namespace app
