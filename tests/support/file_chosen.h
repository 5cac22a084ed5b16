#pragma once

#include <gtk/gtk.h>
#include <wx/dirdlg.h>
#include <wx/filedlg.h>
#include <wx/modalhook.h>

#include <filesystem>
#include <string>
#include <utility>

namespace tests {

/// Answers the next file dialogs as a person would: chooses a folder, types a name and presses Enter; or chooses the
/// folder that is asked for.
class FileChosen : public wxModalDialogHook {
public:
    explicit FileChosen(std::filesystem::path path) : path_{std::move(path)} { Register(); }
    FileChosen(const FileChosen&) = delete;
    FileChosen& operator=(const FileChosen&) = delete;
    ~FileChosen() override { Unregister(); }

    /// The name that the dialog proposed.
    const std::string& offered() const { return offered_; }

protected:
    int Enter(wxDialog* dialog) override
    {
        if (auto* file = dynamic_cast<wxFileDialog*>(dialog)) {
            if (chooser_ == GTK_FILE_CHOOSER(file->GetHandle())) {
                return wxID_NONE; // The toolkit tells of one file dialog twice, and it must not be answered twice.
            }
            offered_ = file->GetFilename().utf8_string();
            chooser_ = GTK_FILE_CHOOSER(file->GetHandle());
            gtk_file_chooser_set_current_folder(chooser_, path_.parent_path().c_str());
            answer_in_a_while();
        } else if (dynamic_cast<wxDirDialog*>(dialog) != nullptr) {
            chooser_ = GTK_FILE_CHOOSER(dialog->GetHandle());
            answer_in_a_while();
        }
        return wxID_NONE;
    }

private:
    void answer_in_a_while()
    {
        g_timeout_add(
            20, [](void* self) { return static_cast<FileChosen*>(self)->answer(); }, this);
    }

    /// The dialog reads the folder in its own time: asked again until it knows the file.
    int answer()
    {
        if (gtk_file_chooser_get_action(chooser_) == GTK_FILE_CHOOSER_ACTION_SAVE) {
            gtk_file_chooser_set_current_name(chooser_, path_.filename().c_str());
        } else {
            gtk_file_chooser_set_filename(chooser_, path_.c_str());
        }
        char* chosen = gtk_file_chooser_get_filename(chooser_);
        const bool is_ready = chosen != nullptr && path_ == chosen;
        g_free(chosen);
        if (is_ready) {
            gtk_dialog_response(GTK_DIALOG(std::exchange(chooser_, nullptr)), GTK_RESPONSE_ACCEPT);
        }
        return is_ready ? G_SOURCE_REMOVE : G_SOURCE_CONTINUE;
    }

    std::filesystem::path path_;
    GtkFileChooser* chooser_ = nullptr;
    std::string offered_{};
};

} // namespace tests
