#pragma once

#include "app/presenters/import_scores_presenter.h"
#include "app/screens/form.h"
#include "app/screens/panel.h"

#include <wx/choice.h>
#include <wx/radiobut.h>

#include <functional>
#include <vector>

namespace app {

/// A question about a file of scores: what was found, the answers one below the other, and what they need.
class ImportQuestionView : public Panel {
public:
    /// Made for the question on the presenter's screen. `on_enter` is Enter on an answer.
    ImportQuestionView(wxWindow* parent, ImportScoresPresenter& presenter, std::function<void()> on_enter);

    /// Whether it is this question that it was made for.
    bool is_for(const ImportScoresPresenter::Screen& screen) const;

    void draw(const ImportScoresPresenter::Screen& screen);

    /// Into the answer that is chosen; false where there is none.
    bool focus_first();
    /// Where an answer still needs something.
    void focus_field(const ImportScoresPresenter::Screen& screen);

private:
    void make_answers(wxSizer& column, const ImportScoresPresenter::Screen& screen);
    void make_fields(wxSizer& column, ImportAnswerKind answer);
    void fill_clients(const std::vector<std::string>& clients);
    /// From answer to answer: the toolkit would go by what lies around them on the page.
    void heed_arrow(wxKeyEvent& key, std::size_t index);
    void heed_enter(wxKeyEvent& key);

    ImportScoresPresenter& presenter_;
    std::function<void()> on_enter_;
    const ScoresProblem problem_;
    const std::vector<ImportAnswerKind> kinds_;
    std::vector<std::string> listed_{}; ///< Who may be chosen.
    Paragraph* heading_ = nullptr;
    Paragraph* words_ = nullptr;
    std::vector<wxRadioButton*> answers_{};
    wxChoice* client_ = nullptr; ///< Null where no answer needs one.
    wxTextCtrl* code_ = nullptr; ///< The same.
    Paragraph* trouble_ = nullptr;
};

} // namespace app
