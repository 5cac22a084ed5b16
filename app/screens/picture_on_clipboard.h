#pragma once

#include <wx/timer.h>

#include <chrono>
#include <string>

namespace app {

/// A picture lent to the clipboard: marked as secret, so that programs that remember what was copied leave it out, and
/// taken back after a while and when this goes away, unless something else was copied in the meantime.
class PictureOnClipboard {
public:
    explicit PictureOnClipboard(std::chrono::milliseconds lent_for = std::chrono::seconds{30});
    PictureOnClipboard(const PictureOnClipboard&) = delete;
    PictureOnClipboard& operator=(const PictureOnClipboard&) = delete;
    ~PictureOnClipboard();

    /// Puts a PNG picture on the clipboard; false when the clipboard is not to be had.
    bool copy(const std::string& png);

private:
    void take_back();

    std::chrono::milliseconds lent_for_;
    wxTimer until_taken_back_{};
};

} // namespace app
