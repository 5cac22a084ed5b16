#pragma once

#include "app/screens/form.h"
#include "app/screens/panel.h"
#include "app/words/measure_words.h"

#include <vector>

namespace app {

/// Scores one below the other: name, value, and why it is that value.
class ScoreList : public Panel {
public:
    explicit ScoreList(wxWindow* parent);

    void show(const std::vector<ScoreWords>& scores);

private:
    /// The controls of one score.
    struct Row {
        wxStaticText* name = nullptr;
        wxStaticText* value = nullptr;
        Paragraph* why = nullptr;
    };

    void make_rows(const std::vector<ScoreWords>& scores);

    std::vector<ScoreWords> shown_{};
    std::vector<Row> rows_{};
};

} // namespace app
