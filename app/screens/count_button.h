#pragma once

#include <wx/tglbtn.h>

#include <string_view>

namespace app {

/// A row that can be pressed and stays pressed: words on the left, a number on the right.
class CountButton : public wxToggleButton {
public:
    CountButton(wxWindow* parent, std::string_view words);

    void show_count(int count);

private:
    std::string words_;
    void* count_ = nullptr; ///< The native label of the number.
};

} // namespace app
