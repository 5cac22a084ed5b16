#include "app/screens/save_dialog.h"

#include "app/screens/guarded.h"
#include "app/screens/text.h"
#include "app/words/errors.h"
#include "storage/output_place.h"

#include <wx/filedlg.h>
#include <wx/filename.h>

namespace app {

std::optional<std::string> ask_where_to_save(wxWindow& parent, const SaveQuestion& question)
{
    const wxString ending = shown(question.ending);
    wxFileDialog dialog{&parent,
                        shown(question.title),
                        shown(question.folder),
                        shown(question.name),
                        ending.Upper() + " (*." + ending + ")|*." + ending,
                        wxFD_SAVE | wxFD_OVERWRITE_PROMPT};
    while (dialog.ShowModal() == wxID_OK) {
        wxFileName path{dialog.GetPath()};
        if (!path.HasExt()) {
            path.SetExt(ending);
            if (path.FileExists()) {
                // The dialog has asked about the name without its ending only: now it asks about this one.
                dialog.SetPath(path.GetFullPath());
                continue;
            }
        }
        std::string chosen = utf8(path.GetFullPath());
        if (const auto problem = storage::problem_with_output(chosen)) {
            announce(parent, words_for(*problem, chosen));
            return std::nullopt;
        }
        return chosen;
    }
    return std::nullopt;
}

} // namespace app
