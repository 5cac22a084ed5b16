#include "tests/support/casebooks.h"
#include "tests/support/quick_casebook.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <iostream>
#include <memory>
#include <optional>
#include <random>
#include <string>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>
#include <vector>

/// A process that writes is killed at random moments; what it had acknowledged must be there.
///
/// `MENDLINE_KILLS=10000` asks for more kills than the 50 of every run.
namespace {

using namespace date::literals;
using storage::Casebook;
using Clock = std::chrono::steady_clock;

/// What a client's record holds, as plain values.
struct State {
    std::vector<model::NoteContent> drafts{};
    std::vector<long> carets{};
    std::vector<model::NoteContent> notes{};
    std::vector<std::string> addenda{}; ///< Of all notes, oldest first.
    std::vector<model::AdministrationDetails> filled_in{};

    bool operator==(const State&) const = default;
};

// The acts go round: begin a draft, save it three times, sign it, add to it, fill in a form, and four forms at once.
constexpr int acts_of_a_round = 8;
constexpr model::ClientId client{1};
constexpr model::GoalId goal{1};

model::Date day_of(int act)
{
    return model::days_after(2000_y / 1 / 1, act / acts_of_a_round * acts_of_a_round);
}

model::Moment moment_of(int act)
{
    return tests::at(day_of(act), 15) + std::chrono::seconds{act};
}

/// What was typed by this act: never twice the same, from a few bytes to many pages of the file.
model::NoteContent typed_at(int act)
{
    std::string text = "As it stood at act " + std::to_string(act) + ". ";
    const std::string more = "She said no at work, and slept. ";
    for (int i = 0; i < (act * act) % 700; ++i) {
        text += more;
    }
    auto content = tests::full_note_on(day_of(act), goal);
    content.write(model::SectionKind::subjective, std::move(text));
    content.ratings.front().by_client = act % 11;
    return content;
}

model::AdministrationDetails filled_in_at(int act, int form)
{
    return {.measure = "phq-9",
            .taken_on = model::days_after(day_of(act), form),
            .answers = {act % 4, 1, 2, 0, {}, 1, form % 4, 0, 0}};
}

std::string added_at(int act)
{
    return "Added by act " + std::to_string(act);
}

/// Does act number `act` as a person would.
void do_act(Casebook& casebook, int act)
{
    const auto now = moment_of(act);
    const auto newest_draft = [&] { return casebook.last_saved_draft().value().id; };
    switch (act % acts_of_a_round) {
    case 0:
        casebook.start_draft(client, typed_at(act), {.position = act}, now);
        break;
    case 1:
    case 2:
    case 3:
        casebook.save_draft(newest_draft(), typed_at(act), {.position = act}, now);
        break;
    case 4:
        casebook.sign_draft(newest_draft(), now);
        break;
    case 5:
        casebook.add_addendum(casebook.notes_of(client).back().id, added_at(act), "Forgotten", now);
        break;
    case 6:
        casebook.add_administration(client, filled_in_at(act, 0), now);
        break;
    default:
        casebook.together([&] {
            for (int form = 1; form < 5; ++form) {
                casebook.add_administration(client, filled_in_at(act, form), now);
            }
        });
    }
}

/// The same act on the plain state.
void do_act(State& state, int act)
{
    switch (act % acts_of_a_round) {
    case 0:
        state.drafts = {typed_at(act)};
        state.carets = {act};
        break;
    case 1:
    case 2:
    case 3:
        state.drafts.front() = typed_at(act);
        state.carets.front() = act;
        break;
    case 4:
        state.notes.push_back(state.drafts.front());
        state.drafts.clear();
        state.carets.clear();
        break;
    case 5:
        state.addenda.push_back(added_at(act));
        break;
    case 6:
        state.filled_in.push_back(filled_in_at(act, 0));
        break;
    default:
        for (int form = 1; form < 5; ++form) {
            state.filled_in.push_back(filled_in_at(act, form));
        }
    }
}

/// What the casebook holds.
State state_of(const Casebook& casebook)
{
    State state;
    for (const auto& draft : casebook.all_drafts()) {
        state.drafts.push_back(draft.content);
        state.carets.push_back(draft.caret.position);
    }
    for (const auto& outline : casebook.notes_of(client)) {
        const auto note = casebook.note(outline.id);
        state.notes.push_back(note.content);
        for (const auto& addendum : note.addenda) {
            state.addenda.push_back(addendum.text);
        }
    }
    for (const auto& administration : casebook.administrations_of(client)) {
        state.filled_in.push_back(administration.details);
    }
    return state;
}

/// When the writing process says that an act is kept.
enum class Acknowledging {
    after_the_act,
    before_it_is_kept, ///< Wrong on purpose: the test must see that it is.
};

/// Writes act after act until it is killed, and says into `pipe` what is kept: first that it is ready, then numbers.
[[noreturn]] void write_until_killed(const tests::QuickCasebook& place, int first_act, int pipe, Acknowledging when)
{
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    const auto say = [&](int number) {
        if (::write(pipe, &number, sizeof number) != sizeof number) {
            ::_exit(2);
        }
    };
    try {
        auto casebook = place.open();
        say(-1);
        for (int act = first_act;; ++act) {
            if (when == Acknowledging::after_the_act) {
                do_act(casebook, act);
                say(act);
            } else {
                casebook.together([&] {
                    do_act(casebook, act);
                    say(act);
                });
            }
        }
    } catch (...) {
        ::_exit(1);
    }
}

/// How the writing process ended.
struct Killed {
    bool by_us = false;    ///< And not by itself.
    int acknowledged = -1; ///< The last act it said was kept.
};

/// One casebook and what should be in it.
class Victim {
public:
    explicit Victim(Acknowledging when) : when_{when}
    {
        auto casebook = place_.open();
        casebook.set_therapist(tests::example_therapist());
        casebook.add_client({.code = "A1", .name = "A. Example"});
        casebook.add_goal(client, {.wording = "Say no", .family = "boundaries", .agreed_on = 1999_y / 1 / 1});
    }

    /// Lets a process write until it has acknowledged so many acts and for a `part` of an act's time more, or with
    /// `while_opening` for a part of the time it takes to open; kills it, and looks. Gives how many acknowledged acts
    /// were lost.
    int kill_after(int acts, double part, bool while_opening)
    {
        const Killed killed = run(while_opening ? -1 : acts, part);
        EXPECT_TRUE(killed.by_us) << "the writing process ended by itself";
        expect_sound_files();
        const auto casebook = place_.open();
        return find_state(state_of(casebook), killed.acknowledged);
    }

    int acts() const { return next_act_; }

private:
    Killed run(int acts, double part)
    {
        int ends[2];
        EXPECT_EQ(::pipe(ends), 0);
        const auto born = Clock::now();
        const pid_t child = ::fork();
        if (child == 0) {
            ::close(ends[0]);
            write_until_killed(place_, next_act_, ends[1], when_);
        }
        ::close(ends[1]);
        Killed killed{.acknowledged = next_act_ - 1};
        const auto hear = [&] {
            int said = 0;
            const bool is_heard = ::read(ends[0], &said, sizeof said) == static_cast<ssize_t>(sizeof said);
            killed.acknowledged = is_heard && said >= 0 ? said : killed.acknowledged;
            return is_heard;
        };
        if (acts >= 0 && hear()) {
            const auto ready = Clock::now();
            time_to_open_ = ready - born;
            for (int act = 0; act < acts && hear(); ++act) {
                time_of_an_act_ = (Clock::now() - ready) / (act + 1);
            }
        }
        std::this_thread::sleep_for((acts < 0 ? time_to_open_ : time_of_an_act_) * part);
        ::kill(child, SIGKILL);
        while (hear()) {}
        ::close(ends[0]);
        int status = 0;
        ::waitpid(child, &status, 0);
        killed.by_us = WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL;
        return killed;
    }

    void expect_sound_files() const
    {
        auto files = place_.open_bare();
        for (auto* file : {&files.record, &files.private_notes}) {
            EXPECT_EQ(file->execAndGet("PRAGMA integrity_check").getString(), "ok");
            SQLite::Statement broken{*file, "PRAGMA foreign_key_check"};
            EXPECT_FALSE(broken.executeStep());
        }
    }

    /// Finds out up to which act the record is kept: one after the acknowledged at most, and never a mixture of two.
    int find_state(const State& found, int acknowledged)
    {
        State state = state_before_;
        std::optional<int> kept;
        for (int act = next_act_ - 1; act <= acknowledged + 1; ++act) {
            if (act >= next_act_) {
                do_act(state, act);
            }
            if (state == found) {
                kept = act;
                break;
            }
        }
        if (!kept) {
            ADD_FAILURE() << "the record is as it never was, near act " << acknowledged;
            return 0;
        }
        state_before_ = std::move(state);
        next_act_ = *kept + 1;
        return std::max(0, acknowledged - *kept);
    }

    Acknowledging when_;
    tests::QuickCasebook place_{};
    State state_before_{};
    int next_act_ = 0;
    Clock::duration time_to_open_ = std::chrono::milliseconds{20};
    Clock::duration time_of_an_act_ = std::chrono::milliseconds{20};
};

int kills_asked_for()
{
    const char* asked = std::getenv("MENDLINE_KILLS");
    return asked == nullptr ? 50 : std::max(1, std::atoi(asked));
}

/// What many kills came to.
struct Toll {
    int acts = 0;
    int lost = 0;
};

Toll kill_often(int kills, Acknowledging when)
{
    constexpr unsigned seed = 20261120;
    // Beyond that a look at the whole record would take longer than the writing.
    constexpr int kills_of_one_casebook = 25;
    std::cout << "seed " << seed << ", " << kills << " kills\n";
    std::mt19937 random{seed};
    std::uniform_int_distribution<int> acts{0, 5};
    std::uniform_real_distribution<double> part{0, 1.2};
    Toll toll;
    std::unique_ptr<Victim> victim;
    for (int kill = 0; kill < kills; ++kill) {
        if (kill % kills_of_one_casebook == 0) {
            toll.acts += victim ? victim->acts() : 0;
            victim = std::make_unique<Victim>(when);
        }
        const bool while_opening = kill % 5 == 4;
        toll.lost += victim->kill_after(acts(random), part(random), while_opening);
        if (testing::Test::HasFailure()) {
            ADD_FAILURE() << "at kill " << kill;
            break;
        }
    }
    toll.acts += victim->acts();
    std::cout << toll.acts << " acts kept, " << toll.lost << " acknowledged ones lost\n";
    return toll;
}

} // namespace

TEST(Kill, LosesNothingThatWasAcknowledged)
{
    const int kills = kills_asked_for();
    const Toll toll = kill_often(kills, Acknowledging::after_the_act);
    EXPECT_EQ(toll.lost, 0);
    EXPECT_GT(toll.acts, kills) << "hardly anything was written: the kills came too early to mean something";
}

TEST(Kill, SeesTheLossWhenAnActIsAcknowledgedBeforeItIsKept)
{
    EXPECT_GT(kill_often(25, Acknowledging::before_it_is_kept).lost, 0);
}
