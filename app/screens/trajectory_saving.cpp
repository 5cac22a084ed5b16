#include "app/screens/trajectory_saving.h"

#include "app/screens/text.h"

#include <wx/bitmap.h>
#include <wx/clipbrd.h>
#include <wx/filedlg.h>
#include <wx/filename.h>
#include <wx/image.h>
#include <wx/mstream.h>

namespace app {

std::optional<std::string> ask_for_file(wxWindow& parent, const std::string& title, const std::string& stem,
                                        const std::string& format)
{
    const wxString ending = shown(format).Lower();
    wxFileDialog dialog{&parent,
                        shown(title),
                        {},
                        shown(stem) + "." + ending,
                        shown(format) + " (*." + ending + ")|*." + ending,
                        wxFD_SAVE | wxFD_OVERWRITE_PROMPT};
    if (dialog.ShowModal() != wxID_OK) {
        return std::nullopt;
    }
    wxFileName path{dialog.GetPath()};
    if (!path.HasExt()) {
        path.SetExt(ending);
    }
    return utf8(path.GetFullPath());
}

bool copy_png(const std::string& png)
{
    if (wxImage::FindHandler(wxBITMAP_TYPE_PNG) == nullptr) {
        wxImage::AddHandler(new wxPNGHandler);
    }
    wxMemoryInputStream stream{png.data(), png.size()};
    const wxImage image{stream, wxBITMAP_TYPE_PNG};
    if (!image.IsOk() || !wxTheClipboard->Open()) {
        return false;
    }
    const bool is_taken = wxTheClipboard->SetData(new wxBitmapDataObject(wxBitmap{image}));
    wxTheClipboard->Close();
    return is_taken;
}

} // namespace app
