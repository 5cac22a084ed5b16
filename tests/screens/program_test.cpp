#include "tests/support/complaints.h"
#include "tests/support/places.h"
#include "tests/support/temporary_folder.h"

#include <gmock/gmock.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <sys/wait.h>

namespace {

using testing::HasSubstr;

struct Outcome {
    int status = 0;
    std::string words{}; ///< On both outputs.

    /// None of the toolkit's parts says that something is wrong.
    void expect_no_complaint() const { EXPECT_EQ(tests::complaint_in(words), ""); }
};

Outcome run(const std::string& command)
{
    // Whole stacks, so that what the toolkit's lower parts never give back is known as theirs by `leaks.supp`.
    const char* options = std::getenv("ASAN_OPTIONS");
    ::setenv("ASAN_OPTIONS", (std::string{options != nullptr ? options : ""} + ":fast_unwind_on_malloc=0").c_str(), 1);
    Outcome outcome;
    FILE* output = popen((command + " 2>&1").c_str(), "r");
    std::array<char, 4096> piece{};
    while (const std::size_t count = fread(piece.data(), 1, piece.size(), output)) {
        outcome.words.append(piece.data(), count);
    }
    const int status = pclose(output);
    outcome.status = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    return outcome;
}

const std::string program = tests::binary_dir() + "/mendline";

TEST(Program, SaysWhatItDidNotExpectAndEndsWithTwo)
{
    for (const char* arguments : {"--nonsense", "--demo extra", "one two", "one --demo", "''"}) {
        const auto outcome = run(program + " " + arguments);
        EXPECT_EQ(outcome.status, 2) << arguments;
        EXPECT_THAT(outcome.words, HasSubstr("usage: mendline [CASEBOOK]"));
    }
}

TEST(Program, TellsItsUsage)
{
    const auto outcome = run(program + " --help");
    EXPECT_EQ(outcome.status, 0);
    EXPECT_EQ(outcome.words, "usage: mendline [CASEBOOK]\n       mendline --demo\n");
}

/// Presses the key that quits until the program has ended by itself. What is pressed while a window comes up may be
/// lost.
constexpr const char* quit = " for i in $(seq 120); do kill -0 $id 2>/dev/null || break;"
                             " xdotool windowfocus $window key --window $window ctrl+q 2>/dev/null; sleep 0.5; done;"
                             " kill -KILL $id 2>/dev/null; wait $id";

TEST(Program, TheDemoLeavesNothingBehind)
{
    const tests::TemporaryFolder place;
    const std::string runtime = place.path() / "run";
    const std::string home = place.path() / "home";
    std::filesystem::create_directory(runtime);
    std::filesystem::create_directory(home);
    // Quits as soon as its window is there.
    const auto outcome =
        run("( cd " + home + " && XDG_RUNTIME_DIR=" + runtime + " XDG_CONFIG_HOME=" + home + " XDG_DATA_HOME=" + home +
            " HOME=" + home + " exec " + program +
            " --demo ) & id=$!;"
            " for i in $(seq 900); do sleep 0.1;"
            " window=$(xdotool search --onlyvisible --name '^Mendline - Demo$' 2>/dev/null) && break; done;" +
            quit);
    EXPECT_EQ(outcome.status, 0) << outcome.words;
    outcome.expect_no_complaint();
    EXPECT_TRUE(std::filesystem::is_empty(runtime));
    EXPECT_FALSE(std::filesystem::exists(home + "/mendline"));
}

TEST(Program, TheStartPageLeadsToTheDemoWhichLeavesNothingBehind)
{
    const tests::TemporaryFolder place;
    const std::string runtime = place.path() / "run";
    const std::string home = place.path() / "home";
    std::filesystem::create_directory(runtime);
    std::filesystem::create_directory(home);
    // From the first button on the start page to the third, then quits as soon as the demo is there.
    const auto outcome =
        run("( cd " + home + " && XDG_RUNTIME_DIR=" + runtime + " XDG_CONFIG_HOME=" + home + " XDG_DATA_HOME=" + home +
            " HOME=" + home + " exec " + program +
            " ) & id=$!;"
            " for i in $(seq 900); do sleep 0.1;"
            " window=$(xdotool search --onlyvisible --name '^Mendline$' 2>/dev/null) && break; done;"
            " sleep 1; xdotool windowfocus $window key --window $window Tab Tab space;"
            " for i in $(seq 900); do sleep 0.1;"
            " window=$(xdotool search --onlyvisible --name '^Mendline - Demo$' 2>/dev/null) && break; done;" +
            quit);
    EXPECT_EQ(outcome.status, 0) << outcome.words;
    EXPECT_TRUE(std::filesystem::is_empty(runtime));
    EXPECT_FALSE(std::filesystem::exists(home + "/mendline")) << "the demo is not the casebook opened last";
}

TEST(Program, FitsTheScreenAtTwiceTheSize)
{
    const tests::TemporaryFolder runtime;
    const auto outcome =
        run("SCREEN=1920x1080 " + tests::source_dir() + "/tests/support/with_display sh -c 'export GDK_SCALE=2 " +
            "XDG_RUNTIME_DIR=" + runtime.path().string() + "; " + program +
            " --demo & id=$!;"
            " for i in $(seq 900); do sleep 0.1;"
            " window=$(xdotool search --onlyvisible --name \"^Mendline - Demo$\" 2>/dev/null) && break; done;"
            " sleep 1; xdotool getwindowgeometry --shell $window; kill $id; wait $id'");
    EXPECT_EQ(outcome.status, 0) << outcome.words;
    outcome.expect_no_complaint();
    const auto number = [&](const std::string& name) {
        const auto at = outcome.words.find(name + "=");
        return at == std::string::npos ? -1 : std::stoi(outcome.words.substr(at + name.size() + 1));
    };
    EXPECT_GE(number("WIDTH"), 1600) << outcome.words;
    EXPECT_LE(number("WIDTH"), 1920);
    EXPECT_GE(number("HEIGHT"), 840) << outcome.words;
    EXPECT_LE(number("HEIGHT"), 1080);
}

TEST(Program, EndsTidilyWhenTheSessionEnds)
{
    const tests::TemporaryFolder place;
    const std::string runtime = place.path() / "run";
    std::filesystem::create_directory(runtime);
    const auto outcome = run("XDG_RUNTIME_DIR=" + runtime + " " + program +
                             " --demo & id=$!;"
                             " for i in $(seq 900); do sleep 0.1;"
                             " xdotool search --onlyvisible --name '^Mendline - Demo$' >/dev/null 2>&1 && break; done;"
                             " kill $id; wait $id");
    EXPECT_EQ(outcome.status, 0) << outcome.words;
    outcome.expect_no_complaint();
    EXPECT_TRUE(std::filesystem::is_empty(runtime));
}

/// The session ends while `keys` have something open above the window; the program must end by itself within ten
/// seconds.
Outcome end_session_after(const std::string& keys)
{
    const tests::TemporaryFolder home;
    const std::string here = home.path();
    return run("XDG_CONFIG_HOME=" + here + " XDG_DATA_HOME=" + here + " HOME=" + here + " " + program +
               " & id=$!;"
               " for i in $(seq 900); do sleep 0.1;"
               " window=$(xdotool search --all --pid $id --onlyvisible --name '^Mendline$' 2>/dev/null) && break; done;"
               " sleep 0.5; xdotool windowfocus $window key --window $window " +
               keys +
               "; sleep 1; kill $id;"
               " for i in $(seq 100); do sleep 0.1; kill -0 $id 2>/dev/null || break; done; kill -KILL $id 2>/dev/null;"
               " wait $id");
}

TEST(Program, EndsTidilyWithADialogOpen)
{
    const auto outcome = end_session_after("space"); // On the button that opens a casebook.
    EXPECT_EQ(outcome.status, 0) << outcome.words;
    outcome.expect_no_complaint();
}

TEST(Program, EndsTidilyWithAMenuOpen)
{
    const auto outcome = end_session_after("F10");
    EXPECT_EQ(outcome.status, 0) << outcome.words;
    outcome.expect_no_complaint();
}

} // namespace
