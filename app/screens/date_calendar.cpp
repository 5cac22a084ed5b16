#include "app/screens/date_calendar.h"

#include "app/presenters/calendar_moves.h"
#include "app/screens/layout.h"
#include "app/words/dates.h"
#include "app/words/typed_date.h"

#include <gtk/gtk.h>

#include <algorithm>
#include <array>
#include <utility>

namespace app {

namespace {

struct CalendarKey {
    unsigned key;
    CalendarMove move;
};
constexpr std::array calendar_keys_known{
    CalendarKey{.key = GDK_KEY_Left, .move = CalendarMove::day_before},
    CalendarKey{.key = GDK_KEY_KP_Left, .move = CalendarMove::day_before},
    CalendarKey{.key = GDK_KEY_Right, .move = CalendarMove::day_after},
    CalendarKey{.key = GDK_KEY_KP_Right, .move = CalendarMove::day_after},
    CalendarKey{.key = GDK_KEY_Up, .move = CalendarMove::week_before},
    CalendarKey{.key = GDK_KEY_KP_Up, .move = CalendarMove::week_before},
    CalendarKey{.key = GDK_KEY_Down, .move = CalendarMove::week_after},
    CalendarKey{.key = GDK_KEY_KP_Down, .move = CalendarMove::week_after},
    CalendarKey{.key = GDK_KEY_Page_Up, .move = CalendarMove::month_before},
    CalendarKey{.key = GDK_KEY_Page_Down, .move = CalendarMove::month_after},
};

model::Date day_in(GtkWidget* calendar)
{
    guint year = 0;
    guint month = 0;
    guint day = 0;
    gtk_calendar_get_date(GTK_CALENDAR(calendar), &year, &month, &day);
    return {date::year{static_cast<int>(year)}, date::month{month + 1}, date::day{std::max(day, 1U)}};
}

} // namespace

/// What the toolkit calls.
class DateCalendar::Signals {
public:
    static gboolean key(GtkWidget* /*widget*/, GdkEventKey* event, gpointer self)
    {
        return static_cast<DateCalendar*>(self)->press(event->keyval) ? TRUE : FALSE;
    }

    static void closed(GtkWidget* /*popover*/, gpointer self)
    {
        auto& calendar = *static_cast<DateCalendar*>(self);
        if (std::exchange(calendar.is_open_, false)) {
            calendar.on_close();
        }
    }

    static gboolean pressed(GtkWidget* /*widget*/, GdkEvent* /*event*/, gpointer self)
    {
        auto& calendar = *static_cast<DateCalendar*>(self);
        calendar.was_day_pressed_ = false;
        calendar.was_page_turned_ = false;
        return FALSE;
    }

    static void day_selected(GtkWidget* widget, gpointer self)
    {
        auto& calendar = *static_cast<DateCalendar*>(self);
        if (!calendar.is_choosing_) {
            calendar.be_on(day_in(widget));
            calendar.was_day_pressed_ = !std::exchange(calendar.was_page_turned_, false);
        }
    }

    /// The arrows beside month and year turn pages and take nothing. The toolkit says next which day is chosen on the
    /// new page; for a day of another month that was pressed it says so twice.
    static void month_changed(GtkWidget* widget, gpointer self)
    {
        auto& calendar = *static_cast<DateCalendar*>(self);
        if (!calendar.is_choosing_) {
            calendar.be_on(day_in(widget));
            calendar.was_page_turned_ = true;
        }
    }

    static gboolean released(GtkWidget* /*widget*/, GdkEvent* /*event*/, gpointer self)
    {
        auto& calendar = *static_cast<DateCalendar*>(self);
        if (std::exchange(calendar.was_day_pressed_, false)) {
            calendar.take();
        }
        return FALSE;
    }
};

DateCalendar::DateCalendar(wxWindow& beside) : beside_{beside}
{
    create_widgets();
}

DateCalendar::~DateCalendar()
{
    if (popover_ != nullptr) {
        g_signal_handlers_disconnect_by_data(popover_, this);
        g_signal_handlers_disconnect_by_data(calendar_, this);
        GtkWidget* const popover = popover_;
        g_object_remove_weak_pointer(G_OBJECT(popover), reinterpret_cast<gpointer*>(&popover_));
        gtk_widget_destroy(popover);
    }
}

void DateCalendar::create_widgets()
{
    popover_ = gtk_popover_new(beside_.GetHandle());
    g_object_add_weak_pointer(G_OBJECT(popover_), reinterpret_cast<gpointer*>(&popover_));
    calendar_ = gtk_calendar_new();
    GtkWidget* keys = gtk_label_new(calendar_keys().c_str());
    gtk_style_context_add_class(gtk_widget_get_style_context(keys), "mendline-calendar-keys");
    GtkWidget* column = gtk_box_new(GTK_ORIENTATION_VERTICAL, px(beside_, gap::hair));
    gtk_container_set_border_width(GTK_CONTAINER(column), static_cast<guint>(px(beside_, gap::small)));
    gtk_container_add(GTK_CONTAINER(column), calendar_);
    gtk_container_add(GTK_CONTAINER(column), keys);
    gtk_container_add(GTK_CONTAINER(popover_), column);
    gtk_widget_show_all(column);

    g_signal_connect(popover_, "closed", G_CALLBACK(Signals::closed), this);
    g_signal_connect(calendar_, "key-press-event", G_CALLBACK(Signals::key), this);
    g_signal_connect(calendar_, "button-press-event", G_CALLBACK(Signals::pressed), this);
    g_signal_connect(calendar_, "button-release-event", G_CALLBACK(Signals::released), this);
    g_signal_connect(calendar_, "day-selected", G_CALLBACK(Signals::day_selected), this);
    g_signal_connect(calendar_, "month-changed", G_CALLBACK(Signals::month_changed), this);
}

void DateCalendar::open(model::Date day)
{
    if (popover_ == nullptr || is_open_) {
        return;
    }
    choose(day);
    is_open_ = true;
    gtk_popover_popup(GTK_POPOVER(popover_));
    gtk_widget_grab_focus(calendar_);
}

void DateCalendar::choose(model::Date day)
{
    is_choosing_ = true;
    // A month that lacks the day chosen before must not be shown with it.
    gtk_calendar_select_day(GTK_CALENDAR(calendar_), 0);
    gtk_calendar_select_month(GTK_CALENDAR(calendar_), static_cast<unsigned>(day.month()) - 1,
                              static_cast<guint>(static_cast<int>(day.year())));
    gtk_calendar_select_day(GTK_CALENDAR(calendar_), static_cast<unsigned>(day.day()));
    is_choosing_ = false;
    be_on(day);
}

void DateCalendar::be_on(model::Date day)
{
    day_ = day;
    atk_object_set_name(gtk_widget_get_accessible(calendar_), weekday_date(day).c_str());
}

void DateCalendar::take()
{
    const model::Date day = day_;
    gtk_popover_popdown(GTK_POPOVER(popover_));
    on_take(day);
}

bool DateCalendar::press(unsigned key)
{
    if (key == GDK_KEY_Return || key == GDK_KEY_KP_Enter || key == GDK_KEY_ISO_Enter || key == GDK_KEY_space) {
        take();
        return true;
    }
    const auto known = std::ranges::find(calendar_keys_known, key, &CalendarKey::key);
    if (known == calendar_keys_known.end()) {
        return false;
    }
    choose(moved(day_, known->move));
    on_choose(day_);
    return true;
}

} // namespace app
