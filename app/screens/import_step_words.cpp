#include "app/screens/import_step_words.h"

namespace app {

namespace {

using ImportStage = ImportScoresPresenter::Stage;

} // namespace

std::string main_button_words(const ImportScoresPresenter::Screen& screen)
{
    switch (screen.stage) {
    case ImportStage::choosing:
    case ImportStage::reading:
        return import_words::choose_file_button();
    case ImportStage::unread:
        return import_words::read_again_button();
    case ImportStage::asking:
        return screen.answers.empty()       ? import_words::read_again_button()
               : screen.answers.size() == 1 ? import_words::only_answer_button(screen.answers.front())
                                            : import_words::answer_button();
    case ImportStage::ready:
    case ImportStage::importing:
        return import_words::import_button(screen.counts.scores);
    case ImportStage::done:
        break;
    }
    return import_words::done_button();
}

std::string outcome_words(const ImportScoresPresenter::Screen& screen)
{
    switch (screen.stage) {
    case ImportStage::ready:
    case ImportStage::importing:
        return import_words::preview_words(screen.counts, screen.rows);
    case ImportStage::done:
        return import_words::done_words(screen.counts);
    default:
        return {};
    }
}

std::string work_words(const ImportScoresPresenter::Screen& screen)
{
    return screen.stage == ImportStage::importing ? import_words::importing(screen.counts.scores)
           : screen.stage == ImportStage::reading ? import_words::reading()
                                                  : std::string{};
}

} // namespace app
