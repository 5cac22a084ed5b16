#pragma once

#include "app/presenters/import_scores_presenter.h"

#include <string>

/// What the page of an import says at each of its steps.
namespace app {

/// On the main button.
std::string main_button_words(const ImportScoresPresenter::Screen& screen);

/// What the file brings, or brought.
std::string outcome_words(const ImportScoresPresenter::Screen& screen);

/// While the page works; empty while it does not.
std::string work_words(const ImportScoresPresenter::Screen& screen);

} // namespace app
