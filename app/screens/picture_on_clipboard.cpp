#include "app/screens/picture_on_clipboard.h"

#include <wx/bitmap.h>
#include <wx/clipbrd.h>
#include <wx/image.h>
#include <wx/mstream.h>

#include <string_view>

namespace app {

PictureOnClipboard::PictureOnClipboard(std::chrono::milliseconds lent_for) : lent_for_{lent_for}
{
    until_taken_back_.Bind(wxEVT_TIMER, [this](wxTimerEvent&) { take_back(); });
}

PictureOnClipboard::~PictureOnClipboard()
{
    if (until_taken_back_.IsRunning()) {
        take_back();
    }
}

bool PictureOnClipboard::copy(const std::string& png)
{
    if (wxImage::FindHandler(wxBITMAP_TYPE_PNG) == nullptr) {
        wxImage::AddHandler(new wxPNGHandler);
    }
    wxMemoryInputStream stream{png.data(), png.size()};
    const wxImage image{stream, wxBITMAP_TYPE_PNG};
    if (!image.IsOk() || !wxTheClipboard->Open()) {
        return false;
    }
    constexpr std::string_view secret = "secret";
    auto* hint = new wxCustomDataObject{wxDataFormat{"x-kde-passwordManagerHint"}};
    hint->SetData(secret.size(), secret.data());
    auto* picture = new wxDataObjectComposite;
    picture->Add(new wxBitmapDataObject{wxBitmap{image}}, true);
    picture->Add(hint);
    const bool is_taken = wxTheClipboard->SetData(picture);
    wxTheClipboard->Close();
    if (is_taken) {
        until_taken_back_.StartOnce(static_cast<int>(lent_for_.count()));
    }
    return is_taken;
}

/// The toolkit clears only what is still its own.
void PictureOnClipboard::take_back()
{
    if (wxTheClipboard->Open()) {
        wxTheClipboard->Clear();
        wxTheClipboard->Close();
    }
}

} // namespace app
