#pragma once

#include "app/screens/form.h"

#include <wx/tglbtn.h>

#include <functional>
#include <string>
#include <string_view>

namespace app {

/// A quiet button that shows words and hides them again: what not everybody wants to read. Reached and pressed by
/// keyboard like any other button. Owned by its parent, as the words are.
class Disclosure : public wxToggleButton {
public:
    /// `about` is what a screen reader hears besides the caption, where several of them stand on one page.
    Disclosure(wxWindow* parent, std::string_view caption, std::string_view about = {});

    /// The words behind it, to stand below it in a sizer of the owner's.
    Paragraph* words() const { return words_; }

    /// New words; without any, the button goes away too.
    void say(std::string_view words);

    void open(bool is_open);

    std::function<void(bool)> on_toggle = [](bool) {}; ///< Whoever owns it lays out anew.

private:
    void draw();

    std::string caption_;
    std::string said_{};
    Paragraph* words_;
};

} // namespace app
