#pragma once

#include "model/calendar.h"

#include <wx/window.h>

#include <functional>

using GtkWidget = struct _GtkWidget;

namespace app {

/// The toolkit's calendar above the window, beside the control that it belongs to. While it is open it has the
/// keyboard: arrow keys and Page Up and Down choose a day, Enter takes it, Escape leaves. A click takes a day.
class DateCalendar {
public:
    explicit DateCalendar(wxWindow& beside);
    ~DateCalendar();
    DateCalendar(const DateCalendar&) = delete;
    DateCalendar& operator=(const DateCalendar&) = delete;

    std::function<void(model::Date)> on_choose = [](model::Date) {}; ///< Not taken yet.
    std::function<void(model::Date)> on_take = [](model::Date) {};
    std::function<void()> on_close = [] {}; ///< After it took a day, or did not.

    void open(model::Date day);
    bool is_open() const { return is_open_; }

private:
    class Signals;

    void create_widgets();
    void choose(model::Date day);
    void be_on(model::Date day);
    void take();
    bool press(unsigned key);

    wxWindow& beside_;
    GtkWidget* popover_ = nullptr; ///< Null again when the toolkit destroyed it.
    GtkWidget* calendar_ = nullptr;
    model::Date day_{};
    bool is_open_ = false;
    bool is_choosing_ = false; ///< Our own choice comes back as a signal.
    bool was_day_pressed_ = false;
    bool was_page_turned_ = false; ///< And the toolkit has not said yet which day is chosen there.
};

} // namespace app
