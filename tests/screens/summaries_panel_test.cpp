#include "app/screens/text.h"
#include "app/words/summary_tab_words.h"
#include "tests/support/window.h"

#include <gtest/gtest.h>
#include <wx/textctrl.h>
#include <wx/utils.h>

#include <chrono>
#include <string>
#include <vector>

namespace {

using namespace date::literals;
using namespace std::chrono_literals;

/// The Summaries tab of a client with two scores.
class SummariesTab : public tests::WindowTest {
protected:
    void SetUp() override
    {
        tests::SmallPractice practice;
        client_ = practice.client;
        for (const auto& [day, total] : {std::pair{2024_y / 3 / 1, 18.0}, std::pair{2026_y / 11 / 2, 9.0}}) {
            practice.casebook.add_administration(client_, {.measure = "phq-9", .taken_on = day, .total = total},
                                                 tests::at(day, 16));
        }
        window().open(std::move(practice.casebook));
        press("Ctrl+5");
        until("the tab is up", [this] { return is_seen("Summary for the client"); });
    }

    std::string kept_words() { return window().casebook()->summary_choices(client_).own_words; }

    model::ClientId client_{};
};

TEST_F(SummariesTab, KeepsTheOwnWordsWithinTwoSecondsWhileTheyAreTyped)
{
    tab_to("Progress so far, in your words");
    const auto begun = std::chrono::steady_clock::now();
    while (kept_words().empty() && std::chrono::steady_clock::now() - begun < 2s) {
        type("a");
        settle();
        wxMilliSleep(150);
    }
    EXPECT_FALSE(kept_words().empty());
}

TEST_F(SummariesTab, KeepingOneFieldLeavesWhatIsTypedInTheNextOne)
{
    tab_to("Progress so far, in your words");
    type("One");
    press("Tab");
    ASSERT_EQ(focus_name(), "Next steps, in your words");
    std::string typed;
    until("the first words are kept", [&] {
        typed += "b";
        type("b");
        return kept_words() == "One";
    });
    EXPECT_EQ(app::utf8(dynamic_cast<wxTextCtrl&>(*control("Next steps, in your words")).GetValue()), typed);
}

TEST_F(SummariesTab, NeitherPrintsNorSavesWhileTheFirstDayCannotBeRead)
{
    tab_to("From");
    press("Ctrl+a");
    type("30 Feb 2026");
    until("it says so", [this] { return is_seen("There is no 30 Feb.") && !control("Print…")->IsEnabled(); });

    EXPECT_FALSE(control("Print…")->IsEnabled());
    EXPECT_FALSE(control("Save as PDF…")->IsEnabled());
}

TEST_F(SummariesTab, AsksForAPasswordFirstAndSavesPlainOnlyWhenThatIsChosen)
{
    tab_to("Save as PDF…");
    press("Space");
    until("it asks", [this] { return focus_name() == "Password for the file"; });
    EXPECT_FALSE(control("Save with password…")->IsEnabled());
    EXPECT_TRUE(control("Save without password…")->IsEnabled());

    type("open me");
    EXPECT_TRUE(control("Save with password…")->IsEnabled());
}

TEST_F(SummariesTab, StandsByCodeWhileNamesAreHidden)
{
    press("F9");
    until("it says so", [this] { return is_seen("Names are hidden (F9)"); });
    EXPECT_FALSE(control("Print the code instead of the name")->IsEnabled());

    press("F9");
    until("names are back", [this] { return !is_seen("Names are hidden (F9)"); });
    EXPECT_TRUE(control("Print the code instead of the name")->IsEnabled());
}

TEST_F(SummariesTab, ThePageIsReachedBeforeItIsSavedOrPrinted)
{
    const auto print = app::summary_tab_words::print_button();
    tab_to(app::summary_tab_words::next_words_label());
    std::vector<std::string> stops;
    for (int times = 0; times < 20 && (stops.empty() || stops.back() != print); ++times) {
        press("Tab");
        stops.push_back(focus_name());
    }
    ASSERT_GE(stops.size(), 3U);
    EXPECT_EQ(stops[stops.size() - 3], app::summary_tab_words::preview_name(1));
    EXPECT_EQ(stops[stops.size() - 2], app::summary_tab_words::save_button());
    EXPECT_EQ(stops.back(), print);
}

} // namespace
