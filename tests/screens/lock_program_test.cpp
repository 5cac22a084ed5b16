#include "tests/support/casebooks.h"
#include "tests/support/complaints.h"
#include "tests/support/file_bytes.h"
#include "tests/support/places.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <gio/gio.h>
#include <gio/gunixfdlist.h>
#include <iostream>
#include <iterator>
#include <poll.h>
#include <sstream>
#include <string>
#include <string_view>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>
#include <vector>

/// The program itself, as somebody runs it: it locks by becoming a new one.
namespace {

using namespace std::chrono_literals;

/// A sentence nobody else writes. Typed in pieces, so that this test's own command lines do not hold it whole.
constexpr const char* canary = "the heron stood by lake Quorlim";

/// The same text as the toolkit's strings hold it.
std::string as_wide(const std::string& text)
{
    std::string wide;
    for (const char letter : text) {
        wide += letter;
        wide.append(3, '\0');
    }
    return wide;
}

std::size_t count_in(const std::string& text, const std::string& bytes)
{
    std::size_t found = 0;
    for (std::size_t at = text.find(bytes); at != std::string::npos; at = text.find(bytes, at + 1)) {
        ++found;
    }
    return found;
}

/// How often a process has these bytes in its memory.
std::size_t hits(pid_t process, const std::string& bytes)
{
    constexpr std::size_t piece_size = 1UL << 20;
    // What AddressSanitizer sets apart to know which memory is whose: terabytes, and never a text in them.
    constexpr std::size_t longest_region = 1UL << 32;
    std::size_t found = 0;
    const std::string place = "/proc/" + std::to_string(process);
    const int memory = ::open((place + "/mem").c_str(), O_RDONLY | O_CLOEXEC);
    std::istringstream regions{tests::bytes_of(place + "/maps")};
    for (std::string region; std::getline(regions, region);) {
        std::size_t from = 0;
        std::size_t to = 0;
        char readable = '-';
        std::istringstream fields{region};
        char dash = '-';
        fields >> std::hex >> from >> dash >> to >> readable;
        if (readable != 'r' || to - from > longest_region) {
            continue;
        }
        std::string piece;
        for (std::size_t at = from; at < to; at += piece_size) {
            // The end of the piece before stays, for what lies across.
            piece.erase(0, piece.size() - std::min(piece.size(), bytes.size() - 1));
            const std::size_t kept = piece.size();
            piece.resize(kept + std::min(piece_size, to - at));
            const ssize_t count = ::pread(memory, piece.data() + kept, piece.size() - kept, static_cast<off_t>(at));
            piece.resize(kept + static_cast<std::size_t>(std::max<ssize_t>(count, 0)));
            found += count_in(piece, bytes);
        }
    }
    ::close(memory);
    return found;
}

/// Stands on the session's bus for the system's own service of logins: says what that says, and answers from a thread
/// of its own.
class Logins {
public:
    Logins()
    {
        bus_ = g_dbus_connection_new_for_address_sync(
            std::getenv("DBUS_SESSION_BUS_ADDRESS"),
            static_cast<GDBusConnectionFlags>(G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT |
                                              G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION),
            nullptr, nullptr, nullptr);
        g_main_context_push_thread_default(context_);
        GDBusNodeInfo* node = g_dbus_node_info_new_for_xml(interface_words, nullptr);
        g_dbus_connection_register_object(bus_, manager_path, node->interfaces[0], &answers, this, nullptr, nullptr);
        g_dbus_node_info_unref(node);
        g_main_context_pop_thread_default(context_);
        thread_ = std::thread{[this] { g_main_loop_run(loop_); }};
        tell_bus("RequestName", g_variant_new("(su)", "org.freedesktop.login1", 0U));
    }
    Logins(const Logins&) = delete;
    Logins& operator=(const Logins&) = delete;
    ~Logins()
    {
        tell_bus("ReleaseName", g_variant_new("(s)", "org.freedesktop.login1"));
        g_main_loop_quit(loop_);
        thread_.join();
        g_dbus_connection_close_sync(bus_, nullptr, nullptr);
        g_object_unref(bus_);
        g_main_loop_unref(loop_);
        g_main_context_unref(context_);
        forget_hold();
    }

    /// Says that the machine goes to sleep, or has woken.
    void say_sleep(bool is_going)
    {
        say(manager_path, "org.freedesktop.login1.Manager", "PrepareForSleep",
            g_variant_new("(b)", is_going ? TRUE : FALSE));
    }

    /// Says that the session of whoever asked is locked.
    void say_lock() { say(session_path, "org.freedesktop.login1.Session", "Lock", nullptr); }

    /// How often somebody asked for a moment before the machine sleeps.
    int holds() const { return holds_; }

    /// Whether somebody still holds the machine awake.
    bool is_held() const
    {
        pollfd other_end{.fd = hold_, .events = 0, .revents = 0};
        return hold_ >= 0 && ::poll(&other_end, 1, 0) == 0;
    }

private:
    static constexpr const char* manager_path = "/org/freedesktop/login1";
    static constexpr const char* session_path = "/org/freedesktop/login1/session/_31";
    static constexpr const char* interface_words =
        "<node><interface name='org.freedesktop.login1.Manager'>"
        "<method name='GetSessionByPID'><arg type='u' direction='in'/><arg type='o' direction='out'/></method>"
        "<method name='Inhibit'><arg type='s' direction='in'/><arg type='s' direction='in'/>"
        "<arg type='s' direction='in'/><arg type='s' direction='in'/><arg type='h' direction='out'/></method>"
        "</interface></node>";

    static void answer(GDBusConnection* /*bus*/, const gchar* /*sender*/, const gchar* /*path*/,
                       const gchar* /*interface*/, const gchar* method, GVariant* words, GDBusMethodInvocation* call,
                       gpointer self)
    {
        auto* const us = static_cast<Logins*>(self);
        if (std::string_view{method} == "GetSessionByPID") {
            g_dbus_method_invocation_return_value(call, g_variant_new("(o)", session_path));
            return;
        }
        const gchar* what = nullptr;
        const gchar* mode = nullptr;
        g_variant_get(words, "(&s&s&s&s)", &what, nullptr, nullptr, &mode);
        EXPECT_STREQ(what, "sleep");
        EXPECT_STREQ(mode, "delay");
        us->hand_out_hold(call);
    }

    /// As the service does it: whoever has one end of a pipe holds the machine awake until they close it.
    void hand_out_hold(GDBusMethodInvocation* call)
    {
        int ends[2] = {-1, -1};
        EXPECT_EQ(::pipe2(ends, O_CLOEXEC), 0);
        forget_hold();
        hold_ = ends[0];
        GUnixFDList* files = g_unix_fd_list_new_from_array(&ends[1], 1);
        g_dbus_method_invocation_return_value_with_unix_fd_list(call, g_variant_new("(h)", 0), files);
        g_dbus_connection_flush_sync(bus_, nullptr, nullptr);
        g_object_unref(files); // With it our copy of the other end is closed.
        ++holds_;
    }

    void forget_hold()
    {
        if (const int before = hold_.exchange(-1); before >= 0) {
            ::close(before);
        }
    }

    void say(const char* path, const char* interface, const char* signal, GVariant* words)
    {
        g_dbus_connection_emit_signal(bus_, nullptr, path, interface, signal, words, nullptr);
        g_dbus_connection_flush_sync(bus_, nullptr, nullptr);
    }

    void tell_bus(const char* method, GVariant* words)
    {
        GVariant* answer =
            g_dbus_connection_call_sync(bus_, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
                                        method, words, nullptr, G_DBUS_CALL_FLAGS_NONE, -1, nullptr, nullptr);
        g_variant_unref(answer);
    }

    static constexpr GDBusInterfaceVTable answers{answer, nullptr, nullptr, {}};

    GDBusConnection* bus_ = nullptr;
    GMainContext* context_ = g_main_context_new();
    GMainLoop* loop_ = g_main_loop_new(context_, FALSE);
    std::atomic<int> hold_{-1}; ///< Our end of the pipe that was handed out last.
    std::atomic<int> holds_{0};
    std::thread thread_;
};

class LockedProgram : public testing::Test {
protected:
    LockedProgram()
    {
        {
            auto casebook = practice_.open();
            casebook.set_therapist(tests::example_therapist());
            casebook.admit(casebook.add_client({.code = "A1", .name = "A. Example"}),
                           model::Date{date::year{2024} / 1 / 1}, model::LevelOfCare::outpatient, "");
        }
        process_ = ::fork();
        if (process_ == 0) {
            ::prctl(PR_SET_PDEATHSIG, SIGKILL);
            ::setenv("XDG_CONFIG_HOME", home_.path().c_str(), 1);
            // There is no bus of the system here; the session's stands for it.
            ::setenv("DBUS_SYSTEM_BUS_ADDRESS", std::getenv("DBUS_SESSION_BUS_ADDRESS"), 1);
            ::setenv("XDG_DATA_HOME", home_.path().c_str(), 1);
            ::dup2(::open(terminal().c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600), STDERR_FILENO);
            const std::string program = tests::binary_dir() + "/mendline";
            ::execl(program.c_str(), "mendline", practice_.folder().c_str(), nullptr);
            ::_exit(3);
        }
    }

    ~LockedProgram() override
    {
        ::kill(process_, SIGTERM);
        int status = 0;
        ::waitpid(process_, &status, 0);
        EXPECT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) == 0) << "the program did not end by itself";
        EXPECT_EQ(tests::complaint_in(tests::bytes_of(terminal())), "");
    }

    /// What the program says on standard error.
    std::string terminal() const { return home_.path() / "terminal"; }

    template <class IsSo>
    bool until(IsSo is_so, int most_tries = 300)
    {
        for (int tries = 0; tries < most_tries; ++tries) {
            if (is_so()) {
                return true;
            }
            std::this_thread::sleep_for(100ms);
        }
        return false;
    }

    /// Finds the program's own windows: those of other tests may still be there.
    std::string search_for(const std::string& title) const
    {
        return "xdotool search --all --onlyvisible --pid " + std::to_string(process_) + " --name '^" + title + "$'";
    }

    /// Lets xdotool work on the program's window, once there is one with this title.
    bool drive(const std::string& title, const std::string& gestures)
    {
        return until([&] {
            return std::system(("window=$(" + search_for(title) +
                                " 2>/dev/null | tail -1) && [ -n \"$window\" ] && sleep 0.7 &&"
                                " xdotool windowfocus --sync $window " +
                                gestures)
                                   .c_str()) == 0;
        });
    }

    bool write_and_lock(const std::string& way_to_lock)
    {
        return drive("Mendline", "type password") && drive("Mendline", "key Return") &&
               drive(open_title_, "key ctrl+n") && drive(open_title_, "type 'the heron stood'") &&
               drive(open_title_, "type ' by lake Quorlim'") && (hits_before_ = count_hits(), true) &&
               std::system(way_to_lock.c_str()) == 0;
    }

    std::size_t count_hits() const { return hits(process_, canary) + hits(process_, as_wide(canary)); }

    /// Whether it has become a new program for this reason, and asks for the password.
    bool is_locked_for(const std::string& reason)
    {
        const std::string command_line = "/proc/" + std::to_string(process_) + "/cmdline";
        return until([&] { return tests::bytes_of(command_line).find("--locked=" + reason) != std::string::npos; }) &&
               drive("Mendline", "key Tab");
    }

    std::string ctrl_l() const { return search_for(open_title_) + " windowfocus --sync key ctrl+l"; }

    Logins logins_{}; ///< First: it must be there when the program begins.
    tests::CasebookOnDisk practice_{};
    tests::TemporaryFolder home_{};
    const std::string open_title_ = "Mendline - Practice";
    pid_t process_ = 0;
    std::size_t hits_before_ = 0;
};

TEST_F(LockedProgram, KeepsNothingOfWhatWasTypedInItsMemory)
{
    if (::geteuid() != 0) {
        GTEST_SKIP() << "only root may look into the memory of a program that hides it";
    }
    ASSERT_TRUE(write_and_lock(ctrl_l()));
    EXPECT_GT(hits_before_, 0U) << "before it locks the text must be there, or the search sees nothing";
    ASSERT_TRUE(is_locked_for("asked"));
    const std::size_t hits_after = count_hits();
    std::cout << hits_before_ << " copies of the text in memory before locking, " << hits_after << " after\n";
    EXPECT_EQ(hits_after, 0U);

    ASSERT_TRUE(drive("Mendline", "key shift+Tab type password")) << "the page must take the password";
    ASSERT_TRUE(drive("Mendline", "key Return"));
    EXPECT_TRUE(drive(open_title_, "type '!'")) << "and open the casebook";
    ASSERT_TRUE(until([&] { return count_hits() > 0; }));
    ::sleep(2);
    ::kill(process_, SIGTERM);
    ASSERT_TRUE(until([&] { return !std::filesystem::exists(practice_.folder() / "lock"); }));
    auto casebook = practice_.open();
    ASSERT_TRUE(casebook.last_saved_draft());
    EXPECT_EQ(casebook.last_saved_draft()->content.text_of(model::SectionKind::data), std::string{canary} + "!");
}

TEST_F(LockedProgram, HasNoOpenFileLeftFromBefore)
{
    ASSERT_TRUE(write_and_lock(ctrl_l()));
    ASSERT_TRUE(is_locked_for("asked"));
    for (const auto& open : std::filesystem::directory_iterator{"/proc/" + std::to_string(process_) + "/fd"}) {
        std::error_code ignored;
        const std::string file = std::filesystem::read_symlink(open.path(), ignored);
        EXPECT_EQ(file.find(practice_.folder().string()), std::string::npos) << file;
    }
    EXPECT_NO_THROW(practice_.open()) << "nobody holds the casebook";
}

TEST_F(LockedProgram, LocksTogetherWithTheScreen)
{
    ASSERT_TRUE(write_and_lock("gdbus emit --session --object-path /org/freedesktop/ScreenSaver"
                               " --signal org.freedesktop.ScreenSaver.ActiveChanged true"));
    EXPECT_TRUE(is_locked_for("screen"));
}

TEST_F(LockedProgram, LocksBeforeTheMachineSleepsAndLetsItSleepThen)
{
    ASSERT_TRUE(write_and_lock("true"));
    ASSERT_TRUE(until([this] { return logins_.is_held(); }));
    logins_.say_sleep(false);
    std::this_thread::sleep_for(1s);
    EXPECT_EQ(tests::bytes_of("/proc/" + std::to_string(process_) + "/cmdline").find("--locked"), std::string::npos)
        << "to wake is no reason";
    EXPECT_TRUE(logins_.is_held());
    const int holds = logins_.holds();
    logins_.say_sleep(true);
    EXPECT_TRUE(is_locked_for("suspend"));
    EXPECT_TRUE(until([&] { return logins_.holds() > holds; })) << "the new program holds it, for the next time";
}

TEST_F(LockedProgram, DoesNotHoldTheMachineAwakeWhileNoCasebookIsOpen)
{
    ASSERT_TRUE(drive("Mendline", "key Tab"));
    ASSERT_TRUE(until([this] { return logins_.is_held(); }));
    logins_.say_lock();
    std::this_thread::sleep_for(1s);
    EXPECT_TRUE(logins_.is_held()) << "a casebook may be open when it does go to sleep";
    logins_.say_sleep(true);
    EXPECT_TRUE(until([this] { return !logins_.is_held(); }, 20)) << "there is nothing to lock";
    EXPECT_EQ(logins_.holds(), 1);
    logins_.say_sleep(false);
    EXPECT_TRUE(until([this] { return logins_.is_held(); })) << "until the next time";
}

TEST_F(LockedProgram, LocksTogetherWithTheSession)
{
    ASSERT_TRUE(write_and_lock("true"));
    ASSERT_TRUE(until([this] { return logins_.is_held(); }));
    logins_.say_lock();
    EXPECT_TRUE(is_locked_for("screen"));
}

TEST_F(LockedProgram, LocksBehindAnOpenMenu)
{
    ASSERT_TRUE(write_and_lock(search_for(open_title_) + " windowfocus --sync key F10; sleep 1;"
                                                         " gdbus emit --session --object-path /org/gnome/ScreenSaver"
                                                         " --signal org.gnome.ScreenSaver.ActiveChanged true"));
    EXPECT_TRUE(is_locked_for("screen"));
}

} // namespace
