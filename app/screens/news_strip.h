#pragma once

#include "app/screens/form.h"
#include "app/screens/panel.h"

#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace app {

/// One message below everything else, until the next one comes.
class NewsStrip : public Panel {
public:
    /// News, which can be closed. One line of it has its place also while there is none, so that nothing moves when
    /// it comes.
    explicit NewsStrip(wxWindow* parent);
    /// A message in a style of the theme, with an accessible name, which stays for as long as it is true.
    NewsStrip(wxWindow* parent, const char* style, std::string name);

    void say(const std::string& words);
    /// Puts one more button beside what is said, for what may be done about it. All go with the next words.
    void offer(const std::string& button, std::function<void()> act);
    const std::string& words() const { return said_; }

private:
    void show_what_is_said();

    std::string name_;
    std::string said_;
    Paragraph* words_ = nullptr;
    wxSizer* offers_row_ = nullptr;
    std::vector<std::pair<wxButton*, std::function<void()>>> offers_{}; ///< Hidden ones wait for the next offer.
    wxButton* close_ = nullptr;
};

} // namespace app
