#include "app/screens/desktop_signals.h"

#include <gio/gio.h>
#include <gio/gunixfdlist.h>
#include <string_view>
#include <unistd.h>
#include <utility>

namespace app {

namespace {

constexpr const char* login = "org.freedesktop.login1";
constexpr const char* login_path = "/org/freedesktop/login1";
constexpr const char* login_manager = "org.freedesktop.login1.Manager";
constexpr const char* login_session = "org.freedesktop.login1.Session";
constexpr int no_hurry = -1; // The bus's own time limit.

} // namespace

/// One of the two buses, once it is there.
class DesktopSignals::Bus {
public:
    Bus(GBusType type, std::function<void(LockReason)> on_lock)
        : is_system_{type == G_BUS_TYPE_SYSTEM}, on_lock_{std::move(on_lock)}, cancel_{g_cancellable_new()}
    {
        g_bus_get(type, cancel_, connected, this);
    }
    Bus(const Bus&) = delete;
    Bus& operator=(const Bus&) = delete;
    ~Bus()
    {
        g_cancellable_cancel(cancel_);
        g_object_unref(cancel_);
        for (const guint id : {screen_, sleep_, session_lock_}) {
            if (id != 0) {
                g_dbus_connection_signal_unsubscribe(bus_, id);
            }
        }
        if (bus_ != nullptr) {
            g_object_unref(bus_);
        }
        let_sleep();
    }

    void let_sleep()
    {
        if (inhibitor_ >= 0) {
            ::close(std::exchange(inhibitor_, -1));
        }
    }

private:
    static void connected(GObject* /*source*/, GAsyncResult* result, gpointer self)
    {
        // Nothing comes of it where there is no bus, and where nobody waits for it any more: then `self` is gone, too.
        GDBusConnection* bus = g_bus_get_finish(result, nullptr);
        if (bus == nullptr) {
            return;
        }
        auto* const us = static_cast<Bus*>(self);
        us->bus_ = bus;
        // Losing the bus must not end the program.
        g_dbus_connection_set_exit_on_close(bus, FALSE);
        us->is_system_ ? us->listen_to_login() : us->listen_to_screen();
    }

    /// Each desktop has a screen saver of its own name, and all of them say the same.
    void listen_to_screen()
    {
        screen_ = g_dbus_connection_signal_subscribe(bus_, nullptr, nullptr, "ActiveChanged", nullptr, nullptr,
                                                     G_DBUS_SIGNAL_FLAGS_NONE, screen_changed, this, nullptr);
    }

    static void screen_changed(GDBusConnection* /*bus*/, const gchar* /*sender*/, const gchar* /*path*/,
                               const gchar* interface, const gchar* /*member*/, GVariant* values, gpointer self)
    {
        if (std::string_view{interface}.ends_with(".ScreenSaver") && says_true(values)) {
            static_cast<Bus*>(self)->on_lock_(LockReason::screen);
        }
    }

    static bool says_true(GVariant* values)
    {
        gboolean is_so = FALSE;
        if (g_variant_is_of_type(values, G_VARIANT_TYPE("(b)")) != FALSE) {
            g_variant_get(values, "(b)", &is_so);
        }
        return is_so != FALSE;
    }

    void listen_to_login()
    {
        sleep_ = g_dbus_connection_signal_subscribe(bus_, login, login_manager, "PrepareForSleep", login_path, nullptr,
                                                    G_DBUS_SIGNAL_FLAGS_NONE, sleep_prepared, this, nullptr);
        g_dbus_connection_call(bus_, login, login_path, login_manager, "GetSessionByPID",
                               g_variant_new("(u)", static_cast<guint>(::getpid())), G_VARIANT_TYPE("(o)"),
                               G_DBUS_CALL_FLAGS_NO_AUTO_START, no_hurry, cancel_, session_found, this);
        hold_awake();
    }

    static void sleep_prepared(GDBusConnection* /*bus*/, const gchar* /*sender*/, const gchar* /*path*/,
                               const gchar* /*interface*/, const gchar* /*member*/, GVariant* values, gpointer self)
    {
        auto* const us = static_cast<Bus*>(self);
        if (says_true(values)) {
            us->on_lock_(LockReason::suspend);
        } else {
            us->hold_awake(); // Until the next time.
        }
    }

    static void session_found(GObject* bus, GAsyncResult* result, gpointer self)
    {
        GVariant* found = g_dbus_connection_call_finish(G_DBUS_CONNECTION(bus), result, nullptr);
        if (found == nullptr) {
            return;
        }
        const gchar* path = nullptr;
        g_variant_get(found, "(&o)", &path);
        auto* const us = static_cast<Bus*>(self);
        us->session_lock_ = g_dbus_connection_signal_subscribe(us->bus_, login, login_session, "Lock", path, nullptr,
                                                               G_DBUS_SIGNAL_FLAGS_NONE, session_locked, us, nullptr);
        g_variant_unref(found);
    }

    static void session_locked(GDBusConnection* /*bus*/, const gchar* /*sender*/, const gchar* /*path*/,
                               const gchar* /*interface*/, const gchar* /*member*/, GVariant* /*values*/, gpointer self)
    {
        static_cast<Bus*>(self)->on_lock_(LockReason::screen);
    }

    /// Asks the system to give us a moment before it sleeps.
    void hold_awake()
    {
        if (inhibitor_ < 0) {
            g_dbus_connection_call_with_unix_fd_list(
                bus_, login, login_path, login_manager, "Inhibit",
                g_variant_new("(ssss)", "sleep", "Mendline", "The casebook locks first", "delay"),
                G_VARIANT_TYPE("(h)"), G_DBUS_CALL_FLAGS_NO_AUTO_START, no_hurry, nullptr, cancel_, held_awake, this);
        }
    }

    static void held_awake(GObject* bus, GAsyncResult* result, gpointer self)
    {
        GUnixFDList* files = nullptr;
        GVariant* answer =
            g_dbus_connection_call_with_unix_fd_list_finish(G_DBUS_CONNECTION(bus), &files, result, nullptr);
        if (answer == nullptr) {
            return;
        }
        gint32 index = 0;
        g_variant_get(answer, "(h)", &index);
        auto* const us = static_cast<Bus*>(self);
        us->let_sleep();
        us->inhibitor_ = files != nullptr ? g_unix_fd_list_get(files, index, nullptr) : -1; // Closed by exec.
        g_variant_unref(answer);
        g_clear_object(&files);
    }

    const bool is_system_;
    std::function<void(LockReason)> on_lock_;
    GCancellable* cancel_ = nullptr;
    GDBusConnection* bus_ = nullptr;
    guint screen_ = 0;
    guint sleep_ = 0;
    guint session_lock_ = 0;
    int inhibitor_ = -1;
};

DesktopSignals::DesktopSignals(std::function<void(LockReason)> on_lock)
    : on_lock_{std::move(on_lock)}, session_{std::make_unique<Bus>(G_BUS_TYPE_SESSION, on_lock_)},
      system_{std::make_unique<Bus>(G_BUS_TYPE_SYSTEM, on_lock_)}
{
}

DesktopSignals::~DesktopSignals() = default;

void DesktopSignals::let_sleep()
{
    system_->let_sleep();
}

} // namespace app
