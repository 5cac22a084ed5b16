#include "app/screens/page_printout.h"

#include "app/output/painter.h"
#include "app/screens/text.h"

#include <gtk/gtkunixprint.h>
#include <wx/dc.h>
#include <wx/printdlg.h>

#include <cstdlib>
#include <utility>

namespace app {

namespace {

/// Whether the desktop knows a printer, or at least printing to a file.
bool has_printer()
{
    bool found = false;
    gtk_enumerate_printers(
        [](GtkPrinter* /*printer*/, gpointer answer) -> gboolean {
            *static_cast<bool*>(answer) = true;
            return TRUE;
        },
        &found, nullptr, TRUE);
    return found;
}

} // namespace

PagePrintout::PagePrintout(const std::string& title, std::vector<Scene> pages)
    : wxPrintout(shown(title)), pages_{std::move(pages)}
{
}

bool PagePrintout::HasPage(int page)
{
    return page >= 1 && page <= static_cast<int>(pages_.size());
}

void PagePrintout::GetPageInfo(int* first, int* last, int* from, int* to)
{
    *first = *from = 1;
    *last = *to = static_cast<int>(pages_.size());
}

bool PagePrintout::OnPrintPage(int page)
{
    const Scene& scene = pages_.at(static_cast<std::size_t>(page) - 1);
    auto* context = static_cast<cairo_t*>(GetDC()->GetHandle());
    const int dots_per_inch = GetDC()->GetPPI().GetWidth();
    paint(scene, context, Typeface{}, dots_per_inch / 96.0);
    return true;
}

PrintOutcome print_pages(wxWindow& parent, const std::string& title, std::vector<Scene> pages, bool on_letter)
{
    if (!has_printer()) {
        return PrintOutcome::no_printer;
    }
    // The toolkit spools into the temporary folder; the runtime folder is this user's own and gone after logout.
    if (const char* runtime = std::getenv("XDG_RUNTIME_DIR")) {
        setenv("TMPDIR", runtime, 1);
    }
    wxPrintData sheet;
    sheet.SetPaperId(on_letter ? wxPAPER_LETTER : wxPAPER_A4);
    wxPrintDialogData choices{sheet};
    choices.SetMaxPage(static_cast<int>(pages.size()));
    wxPrinter printer{&choices};
    PagePrintout printout{title, std::move(pages)};
    if (printer.Print(&parent, &printout, true)) {
        return PrintOutcome::printed;
    }
    return wxPrinter::GetLastError() == wxPRINTER_ERROR ? PrintOutcome::failed : PrintOutcome::cancelled;
}

} // namespace app
