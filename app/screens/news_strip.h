#pragma once

#include "app/screens/form.h"

#include <wx/panel.h>

#include <string>

namespace app {

/// One message above everything else, until it is closed or the next one comes.
class NewsStrip : public wxPanel {
public:
    explicit NewsStrip(wxWindow* parent);

    void say(const std::string& words);
    const std::string& words() const { return said_; }

private:
    std::string said_;
    Paragraph* words_ = nullptr;
    wxButton* close_ = nullptr;
};

} // namespace app
