#pragma once

#include "app/screens/form.h"
#include "app/screens/panel.h"
#include "app/words/import_question_words.h"

#include <cstddef>
#include <functional>
#include <vector>

namespace app {

/// The answers that were given about a file of scores, each with a button that takes it back. Out of sight while there
/// are none.
class ImportAnswersView : public Panel {
public:
    /// `change` takes one of them back, `take_back` all.
    ImportAnswersView(wxWindow* parent, std::function<void(std::size_t)> change, std::function<void()> take_back);

    void show(const std::vector<ImportAnswer>& given, bool is_enabled);

private:
    void make_rows(const std::vector<ImportAnswer>& given);

    std::function<void(std::size_t)> change_;
    std::vector<ImportAnswer> drawn_{};
    wxPanel* rows_ = nullptr;          ///< Null where there are none.
    std::vector<wxButton*> buttons_{}; ///< In the rows.
    wxButton* take_back_ = nullptr;
};

} // namespace app
