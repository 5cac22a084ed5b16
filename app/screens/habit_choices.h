#pragma once

#include "app/screens/panel.h"
#include "model/date_habits.h"

#include <wx/choice.h>

#include <functional>

namespace app {

/// Where a practice says how it writes days and times.
class HabitChoices : public Panel {
public:
    explicit HabitChoices(wxWindow* parent);

    std::function<void()> on_choose = [] {};

    void show(const model::DateHabits& habits);
    model::DateHabits chosen() const;

private:
    wxChoice* order_ = nullptr;
    wxChoice* hours_ = nullptr;
};

} // namespace app
