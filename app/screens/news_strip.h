#pragma once

#include "app/screens/form.h"

#include <wx/panel.h>

#include <functional>
#include <string>

namespace app {

/// One message above everything else, until it is closed or the next one comes.
class NewsStrip : public wxPanel {
public:
    explicit NewsStrip(wxWindow* parent);

    void say(const std::string& words);
    /// Puts a button beside what is said, for what else may be done about it. Goes with the next words.
    void offer(const std::string& button, std::function<void()> act);
    const std::string& words() const { return said_; }

private:
    std::string said_;
    Paragraph* words_ = nullptr;
    wxButton* offer_ = nullptr;
    std::function<void()> act_ = [] {};
    wxButton* close_ = nullptr;
};

} // namespace app
