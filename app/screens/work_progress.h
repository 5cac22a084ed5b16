#pragma once

#include "app/screens/form.h"
#include "app/screens/panel.h"

#include <wx/gauge.h>
#include <wx/timer.h>

#include <functional>
#include <string_view>

namespace app {

/// How far slow work is, with a button that stops it. Takes no room while there is none.
class WorkProgress : public Panel {
public:
    /// `done` says how far it is, from 0 to 1.
    WorkProgress(wxWindow* parent, std::function<double()> done, std::string_view stop_words,
                 std::function<void()> stop);

    void show_work(bool is_working, std::string_view words, bool can_stop = true);
    /// Shows at once how far it is: for work that the window itself does, which handles nothing else meanwhile.
    void show_now();
    void focus_stop() { stop_->SetFocus(); }

private:
    void draw();

    std::function<double()> done_;
    Paragraph* words_ = nullptr;
    wxGauge* gauge_ = nullptr;
    wxButton* stop_ = nullptr;
    wxTimer look_;
};

} // namespace app
