#include "app/screens/earlier_version_view.h"

#include "app/screens/form.h"
#include "app/screens/layout.h"
#include "app/screens/section_text.h"

namespace app {

void write_earlier_version(wxSizer& column, wxWindow& parent, const EarlierVersion& version)
{
    const auto close_below = wxSizerFlags().Expand().Border(wxBOTTOM, px(parent, gap::hair));
    const auto below = wxSizerFlags().Expand().Border(wxBOTTOM, px(parent, gap::medium));
    if (version.facts.empty()) {
        column.Add(new Paragraph(&parent, version.caption, Paragraph::Tone::quiet), below);
        return;
    }
    auto* heading = new Paragraph(&parent, version.caption);
    make_bold(*heading);
    column.Add(heading, wxSizerFlags().Expand().Border(wxBOTTOM, px(parent, gap::small)));
    for (const RecordFact& fact : version.facts) {
        if (fact.caption.empty()) {
            column.Add(new Paragraph(&parent, fact.text), below);
            continue;
        }
        column.Add(make_quiet(parent, fact.caption), close_below);
        column.Add(SectionText::make_read_only(&parent, fact.caption, fact.text), below);
    }
}

} // namespace app
