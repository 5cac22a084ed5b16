#include "tests/support/casebooks.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <gio/gio.h>
#include <iostream>
#include <iterator>
#include <sstream>
#include <string>
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

std::string text_of(const std::filesystem::path& file)
{
    std::ifstream stream{file, std::ios::binary};
    return {std::istreambuf_iterator<char>{stream}, {}};
}

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
    std::istringstream regions{text_of(place + "/maps")};
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
            const std::string program = std::string{BINARY_DIR} + "/mendline";
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
    }

    template <class IsSo>
    bool until(IsSo is_so)
    {
        for (int tries = 0; tries < 300; ++tries) {
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
        return until([&] { return text_of(command_line).find("--locked=" + reason) != std::string::npos; }) &&
               drive("Mendline", "key Tab");
    }

    std::string ctrl_l() const { return search_for(open_title_) + " windowfocus --sync key ctrl+l"; }

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

/// Speaks on the session's bus as the system's own service of logins would.
class Logins {
public:
    Logins()
    {
        bus_ = g_bus_get_sync(G_BUS_TYPE_SESSION, nullptr, nullptr);
        GVariant* answer = g_dbus_connection_call_sync(
            bus_, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "RequestName",
            g_variant_new("(su)", "org.freedesktop.login1", 0U), nullptr, G_DBUS_CALL_FLAGS_NONE, -1, nullptr, nullptr);
        g_variant_unref(answer);
    }
    Logins(const Logins&) = delete;
    Logins& operator=(const Logins&) = delete;
    ~Logins()
    {
        GVariant* answer = g_dbus_connection_call_sync(
            bus_, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "ReleaseName",
            g_variant_new("(s)", "org.freedesktop.login1"), nullptr, G_DBUS_CALL_FLAGS_NONE, -1, nullptr, nullptr);
        g_variant_unref(answer);
        g_object_unref(bus_);
    }

    /// Says that the machine goes to sleep, or has woken.
    void say_sleep(bool is_going)
    {
        g_dbus_connection_emit_signal(bus_, nullptr, "/org/freedesktop/login1", "org.freedesktop.login1.Manager",
                                      "PrepareForSleep", g_variant_new("(b)", is_going ? TRUE : FALSE), nullptr);
        g_dbus_connection_flush_sync(bus_, nullptr, nullptr);
    }

private:
    GDBusConnection* bus_ = nullptr;
};

TEST_F(LockedProgram, LocksBeforeTheMachineSleeps)
{
    Logins logins;
    ASSERT_TRUE(write_and_lock("true"));
    logins.say_sleep(false);
    std::this_thread::sleep_for(1s);
    EXPECT_EQ(text_of("/proc/" + std::to_string(process_) + "/cmdline").find("--locked"), std::string::npos)
        << "to wake is no reason";
    logins.say_sleep(true);
    EXPECT_TRUE(is_locked_for("suspend"));
}

TEST_F(LockedProgram, LocksBehindAnOpenMenu)
{
    ASSERT_TRUE(write_and_lock(search_for(open_title_) + " windowfocus --sync key F10; sleep 1;"
                                                         " gdbus emit --session --object-path /org/gnome/ScreenSaver"
                                                         " --signal org.gnome.ScreenSaver.ActiveChanged true"));
    EXPECT_TRUE(is_locked_for("screen"));
}

} // namespace
