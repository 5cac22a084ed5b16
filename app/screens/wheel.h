#pragma once

#include <wx/eventfilter.h>

namespace app {

/// Leads the mouse wheel over a field to the page that the field lies on, as long as it lives.
///
/// The toolkit lets the wheel change a drop-down or a number, with or without the keyboard in it; on a long page that
/// happens unseen, on the way down.
class WheelToPage : public wxEventFilter {
public:
    WheelToPage();
    ~WheelToPage() override;
    WheelToPage(const WheelToPage&) = delete;
    WheelToPage& operator=(const WheelToPage&) = delete;

    int FilterEvent(wxEvent& event) override;
};

} // namespace app
