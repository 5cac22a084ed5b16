#include "app/screens/idleness.h"

#include <gtk/gtk.h>

#include <ctime>
#include <utility>

namespace app {

namespace {

bool is_by_a_person(GdkEventType type)
{
    switch (type) {
    case GDK_KEY_PRESS:
    case GDK_KEY_RELEASE:
    case GDK_BUTTON_PRESS:
    case GDK_BUTTON_RELEASE:
    case GDK_MOTION_NOTIFY:
    case GDK_SCROLL:
    case GDK_TOUCH_BEGIN:
    case GDK_TOUCH_UPDATE:
    case GDK_TOUCH_END:
        return true;
    default:
        return false;
    }
}

/// Hears of each event that any widget gets: also in dialogs and menus, which are the toolkit's own.
gboolean heed_event(GSignalInvocationHint* /*hint*/, guint count, const GValue* values, gpointer idleness)
{
    const auto* event = count > 1 ? static_cast<const GdkEvent*>(g_value_get_boxed(&values[1])) : nullptr;
    if (event != nullptr && is_by_a_person(event->type)) {
        static_cast<Idleness*>(idleness)->touch();
    }
    return TRUE; // Stay.
}

} // namespace

Idleness::Idleness(std::function<IdleWatch::Time()> uptime, std::function<void()> on_over)
    : uptime_{std::move(uptime)}, on_over_{std::move(on_over)}, watch_{uptime_()}, event_signal_{g_signal_lookup(
                                                                                       "event", GTK_TYPE_WIDGET)}
{
    constexpr int look_every = 1000; // Milliseconds.
    hook_ = g_signal_add_emission_hook(event_signal_, 0, heed_event, this, nullptr);
    clock_.Bind(wxEVT_TIMER, [this](wxTimerEvent&) {
        if (watch_.is_over(uptime_())) {
            on_over_();
        }
    });
    clock_.Start(look_every);
}

Idleness::~Idleness()
{
    g_signal_remove_emission_hook(event_signal_, hook_);
}

IdleWatch::Time system_uptime()
{
    timespec now{};
    ::clock_gettime(CLOCK_BOOTTIME, &now);
    return IdleWatch::Time{now.tv_sec};
}

} // namespace app
