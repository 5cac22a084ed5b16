#pragma once

#include "app/drawing/scene.h"

#include <wx/print.h>

#include <vector>

namespace app {

/// Pages on their way to a printer.
class PagePrintout : public wxPrintout {
public:
    /// `title` is what the print system calls the job: never a name.
    PagePrintout(const std::string& title, std::vector<Scene> pages);

    bool HasPage(int page) override;
    void GetPageInfo(int* first, int* last, int* from, int* to) override;
    bool OnPrintPage(int page) override;

private:
    std::vector<Scene> pages_;
};

/// How a try to print ended.
enum class PrintOutcome { printed, cancelled, failed, no_printer };

/// Asks for a printer and prints. Temporary files of the print system are kept out of the common temporary folder.
PrintOutcome print_pages(wxWindow& parent, const std::string& title, std::vector<Scene> pages, bool on_letter);

} // namespace app
