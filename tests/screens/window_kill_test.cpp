#include "tests/support/how_many.h"
#include "tests/support/window.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <iostream>
#include <optional>
#include <poll.h>
#include <random>
#include <string>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>
#include <vector>

/// The window is killed at random moments while somebody types and signs; what it had shown as kept must be there.
///
/// `MENDLINE_WINDOW_KILLS=50` asks for more kills than the 10 of every run. The typing happens in a process of its own,
/// which is this program again (`WindowTypist`).
namespace {

using Clock = std::chrono::steady_clock;
using namespace std::chrono_literals;
using namespace date::literals;
using model::SectionKind;

constexpr auto longest_loss = 2s;
constexpr const char* casebook_variable = "MENDLINE_TYPIST_CASEBOOK";
constexpr const char* pipe_variable = "MENDLINE_TYPIST_PIPE";
constexpr const char* signs_early_variable = "MENDLINE_TYPIST_SIGNS_EARLY";

constexpr int letters_of_a_note = 100;
constexpr std::size_t letters_of_a_draft = 90; ///< Enough to be kept while it is written.

/// What somebody writes into the note after so many signed ones. No letter of it could have come from another place.
std::string text_of_note(std::size_t note)
{
    const std::string beginning = "Note " + std::to_string(note) + ": ";
    std::mt19937 random{static_cast<unsigned>(note)};
    std::string text = beginning;
    while (text.size() < letters_of_a_note) {
        text += random() % 6 == 0 ? ' ' : static_cast<char>('a' + random() % 26);
    }
    text.back() = '.';
    return text;
}

/// What the typist says as it happens.
struct Said {
    enum Kind { typed, shown_as_signed } kind{};
    std::size_t note = 0;
    std::size_t letters = 0; ///< Of this note so far.
    Clock::time_point at{};
};

/// Types and signs note after note in a real window until it is killed. Begins where an earlier one was interrupted.
class WindowTypist : public tests::WindowTest {
protected:
    void say(Said::Kind kind, std::size_t note, std::size_t letters)
    {
        const Said said{.kind = kind, .note = note, .letters = letters, .at = Clock::now()};
        const int pipe = std::atoi(std::getenv(pipe_variable));
        if (::write(pipe, &said, sizeof said) != sizeof said) {
            std::_Exit(2);
        }
    }

    void unlock()
    {
        window().start(std::filesystem::path{std::getenv(casebook_variable)});
        type("password");
        press("Enter");
        until("the casebook is open", [this] { return window().casebook_panel() != nullptr; });
    }

    model::ClientId client() { return window().casebook()->caseload(2026_y / 11 / 20).front().client.id; }
    std::size_t signed_notes() { return window().casebook()->notes_of(client()).size(); }

    /// How many letters an interrupted note holds, once it is open again; none when there is no such note.
    std::optional<std::size_t> letters_at_hand()
    {
        const auto drafts = window().casebook()->drafts_of(client());
        if (drafts.empty()) {
            return std::nullopt;
        }
        until("the unfinished note is open again", [this] { return focus_name() == "Data"; });
        return drafts.front().content.text_of(SectionKind::data).size();
    }
};

TEST_F(WindowTypist, DISABLED_TypesUntilItIsKilled)
{
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    const bool signs_early = std::getenv(signs_early_variable) != nullptr;
    std::mt19937 random{std::random_device{}()};
    unlock();
    auto letters = letters_at_hand();
    for (std::size_t note = signed_notes();; ++note, letters.reset()) {
        if (!letters) {
            press("Ctrl+N");
            until("a new note is open", [this] { return focus_name() == "Data"; });
        }
        const std::string text = text_of_note(note);
        for (std::size_t letter = letters.value_or(0); letter < text.size(); ++letter) {
            type(text.substr(letter, 1));
            say(Said::typed, note, letter + 1);
            std::this_thread::sleep_for(std::chrono::milliseconds{random() % 50});
        }
        if (signs_early) {
            say(Said::shown_as_signed, note, text.size());
        }
        press("Ctrl+Enter");
        press("Ctrl+Enter"); // Risk was not asked about.
        until("the note is signed", [this] { return is_seen("Signed by Dana Example"); });
        if (!signs_early) {
            say(Said::shown_as_signed, note, text.size());
        }
    }
}

/// What many kills came to.
struct Toll {
    std::size_t notes = 0;  ///< Signed in all.
    std::size_t drafts = 0; ///< How often a kill found a note half written.
    std::size_t lost_signed = 0;
    Clock::duration lost_typing{}; ///< The longest piece of typing that was lost.
};

class WindowKill : public testing::Test {
protected:
    WindowKill()
    {
        auto casebook = practice_.open();
        casebook.set_practice({.name = "Quiet Street"});
        casebook.set_therapist(tests::example_therapist());
        client_ = casebook.add_client({.code = "A1", .name = "A. Example"});
        casebook.admit(client_, 2024_y / 1 / 1, model::LevelOfCare::outpatient, "");
    }

    /// When the typist is killed, as it hears itself say.
    using Moment = std::function<bool(const Said& first, const Said& last)>;

    /// So long after the first letter.
    static Moment after(Clock::duration time)
    {
        return [time](const Said& first, const Said&) { return Clock::now() >= first.at + time; };
    }
    static bool at_a_signature(const Said& /*first*/, const Said& last) { return last.kind == Said::shown_as_signed; }
    static bool in_a_draft(const Said& /*first*/, const Said& last)
    {
        return last.kind == Said::typed && last.letters >= letters_of_a_draft;
    }

    /// Lets the typist work, kills it and looks.
    void kill_at(const Moment& moment, bool signs_early = false)
    {
        start(signs_early);
        auto heard = hear_until(moment);
        const auto killed_at = Clock::now();
        ::kill(typist_, SIGKILL);
        for (Said said; ::read(pipe_, &said, sizeof said) == sizeof said;) {
            heard.push_back(said);
        }
        ::close(pipe_);
        int status = 0;
        ::waitpid(typist_, &status, 0);
        ASSERT_TRUE(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL) << "the typist ended by itself";
        look(heard, killed_at);
    }

    Toll toll_{};

private:
    void start(bool signs_early)
    {
        int ends[2];
        ASSERT_EQ(::pipe(ends), 0);
        typist_ = ::fork();
        if (typist_ == 0) {
            ::close(ends[0]);
            ::setenv(casebook_variable, practice_.folder().c_str(), 1);
            // The typist is a test too, and not one of a share of them.
            ::unsetenv("GTEST_TOTAL_SHARDS");
            ::unsetenv("GTEST_SHARD_INDEX");
            ::setenv(pipe_variable, std::to_string(ends[1]).c_str(), 1);
            if (signs_early) {
                ::setenv(signs_early_variable, "1", 1);
            }
            ::execl("/proc/self/exe", "screens_tests", "--gtest_also_run_disabled_tests",
                    "--gtest_filter=WindowTypist.*", "--gtest_brief=1", nullptr);
            ::_exit(3);
        }
        ::close(ends[1]);
        pipe_ = ends[0];
    }

    std::vector<Said> hear_until(const Moment& moment) const
    {
        constexpr auto longest = 60s;
        std::vector<Said> heard;
        for (const auto end = Clock::now() + longest; Clock::now() < end;) {
            pollfd ready{.fd = pipe_, .events = POLLIN, .revents = 0};
            if (Said said; ::poll(&ready, 1, 1) > 0) {
                if (::read(pipe_, &said, sizeof said) != sizeof said) {
                    break;
                }
                heard.push_back(said);
            }
            if (!heard.empty() && moment(heard.front(), heard.back())) {
                break;
            }
        }
        return heard;
    }

    /// Compares the casebook with what was typed and shown as signed.
    void look(const std::vector<Said>& heard, Clock::time_point killed_at)
    {
        ASSERT_FALSE(heard.empty()) << "the typist typed nothing";
        const auto casebook = practice_.open();
        auto outlines = casebook.notes_of(client_);
        std::ranges::sort(outlines, {}, [](const auto& outline) { return outline.id.value; });
        for (std::size_t note = 0; note < outlines.size(); ++note) {
            EXPECT_EQ(casebook.note(outlines[note].id).content.text_of(SectionKind::data), text_of_note(note));
        }
        toll_.notes = outlines.size();
        const auto shown = std::ranges::count(heard, Said::shown_as_signed, &Said::kind);
        const std::size_t promised = notes_before_ + static_cast<std::size_t>(shown);
        toll_.lost_signed += promised > outlines.size() ? promised - outlines.size() : 0;
        notes_before_ = outlines.size();

        const auto drafts = casebook.drafts_of(client_);
        ASSERT_LE(drafts.size(), 1U);
        std::size_t kept = 0;
        if (!drafts.empty()) {
            const std::string text = drafts.front().content.text_of(SectionKind::data);
            kept = text.size();
            EXPECT_EQ(text, text_of_note(outlines.size()).substr(0, kept));
            EXPECT_EQ(drafts.front().caret.position, kept);
            ++toll_.drafts;
        }
        for (const Said& said : heard) {
            if (said.kind == Said::typed && said.note == outlines.size() && said.letters > kept) {
                toll_.lost_typing = std::max(toll_.lost_typing, killed_at - said.at);
                break;
            }
        }
    }

    tests::CasebookOnDisk practice_{};
    model::ClientId client_{};
    std::size_t notes_before_ = 0;
    pid_t typist_ = 0;
    int pipe_ = -1;
};

TEST_F(WindowKill, LosesNothingShownAsSignedAndAtMostTwoSecondsOfTyping)
{
    constexpr unsigned seed = 20261120;
    std::mt19937 random{seed};
    std::uniform_int_distribution<int> milliseconds{0, 3500};
    const int kills = tests::how_many("MENDLINE_WINDOW_KILLS", 3, 10);
    for (int kill = 0; kill < kills && !HasFailure(); ++kill) {
        const auto time = std::chrono::milliseconds{milliseconds(random)};
        kill_at(kill % 5 == 4 ? Moment{at_a_signature} : kill % 3 == 1 ? Moment{in_a_draft} : after(time));
    }
    const auto lost = std::chrono::duration_cast<std::chrono::milliseconds>(toll_.lost_typing);
    std::cout << "seed " << seed << ", " << kills << " kills of the window: " << toll_.notes << " notes signed, "
              << toll_.lost_signed << " of them lost; " << toll_.drafts << " notes half written, at most "
              << lost.count() << " ms of typing lost\n";
    EXPECT_EQ(toll_.lost_signed, 0U);
    EXPECT_GT(toll_.notes, 0U) << "no note was signed: the kills came too early to mean something";
    EXPECT_GT(toll_.drafts, 0U) << "no kill fell into the middle of a note";
    EXPECT_LE(toll_.lost_typing, longest_loss);
}

TEST_F(WindowKill, SeesTheLossWhenANoteIsShownAsSignedBeforeItIs)
{
    kill_at(at_a_signature, true);
    EXPECT_EQ(toll_.lost_signed, 1U);
}

} // namespace
