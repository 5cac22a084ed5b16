#pragma once

#include "app/presenters/import_scores_presenter.h"
#include "app/screens/form.h"
#include "app/screens/import_answers_view.h"
#include "app/screens/import_preview_table.h"
#include "app/screens/import_question_view.h"
#include "app/screens/panel.h"
#include "app/screens/unsaved_question.h"
#include "app/screens/work_progress.h"

#include <wx/timer.h>

#include <functional>
#include <optional>
#include <string_view>

namespace app {

/// The page Casebook > Import scores: the file, the questions about it, what it would bring, and what it brought.
class ImportScoresPanel : public Panel {
public:
    /// `on_done` leads back; it may destroy the panel.
    ImportScoresPanel(wxWindow* parent, const Workplace& place, std::function<void()> on_done);

    void focus_first() { main_->SetFocus(); }
    void names_changed() { presenter_.names_changed(); }
    void open(const std::filesystem::path& file) { presenter_.open(file); }

    /// Stops the reading that is under way, if one is.
    void stop() { presenter_.stop(); }

    /// Whether the page may go: asks before answers are discarded.
    bool leave();

private:
    using Stage = ImportScoresPresenter::Stage;

    void create_controls();
    void lay_out();
    void bind_gestures();
    void draw(const ImportScoresPresenter::Screen& screen);
    void draw_words(const ImportScoresPresenter::Screen& screen);
    void draw_question(const ImportScoresPresenter::Screen& screen);
    void draw_buttons(const ImportScoresPresenter::Screen& screen);
    void draw_progress(const ImportScoresPresenter::Screen& screen);
    void move_focus(const ImportScoresPresenter::Screen& screen);
    void act(); ///< What the main button says.
    void choose_file();
    void begin_import();
    void keep();
    void heed_escape();
    void ask(std::string_view question);

    ImportScoresPresenter presenter_;
    std::function<void()> on_done_;
    std::optional<ImportScoresPresenter::Screen> drawn_{};
    Paragraph* heading_ = nullptr;
    Paragraph* explanation_ = nullptr;
    Paragraph* file_ = nullptr;
    WorkProgress* progress_ = nullptr;
    Paragraph* message_ = nullptr;
    wxPanel* question_place_ = nullptr;
    ImportQuestionView* question_ = nullptr; ///< Null where nothing is asked.
    wxStaticText* preview_caption_ = nullptr;
    Paragraph* preview_words_ = nullptr;
    ImportPreviewTable* table_ = nullptr;
    ImportAnswersView* given_ = nullptr;
    UnsavedQuestion* unsaved_ = nullptr;
    wxButton* main_ = nullptr;
    wxButton* again_ = nullptr;
    wxButton* other_ = nullptr;
    wxButton* cancel_ = nullptr;
    wxTimer keep_soon_;
    wxTimer listen_soon_; ///< While it runs, nothing leads on.
};

} // namespace app
