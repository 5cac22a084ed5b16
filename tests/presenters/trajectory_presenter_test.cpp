#include "app/presenters/trajectory_presenter.h"
#include "tests/support/casebooks.h"

#include <gmock/gmock.h>

namespace {

using namespace date::literals;
using app::PointPlace;
using app::TrajectoryPresenter;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

class TrajectoryTab : public testing::Test {
protected:
    model::NoteId session(model::Date day, std::optional<int> by_therapist, std::optional<int> by_client,
                          const std::string& text = "We talked.")
    {
        auto content = tests::note_on(day, text);
        content.ratings = {{practice_.goal, by_therapist, by_client}};
        return casebook_.add_signed_note(practice_.client, content, tests::at(day, 16));
    }

    void score(model::Date day, double total)
    {
        casebook_.add_administration(practice_.client, {.measure = "phq-9", .taken_on = day, .total = total},
                                     tests::at(day, 16));
    }

    std::vector<std::string> titles(const TrajectoryPresenter& tab) const
    {
        std::vector<std::string> found;
        for (const auto& panel : tab.screen().trajectory.panels) {
            found.push_back(app::panel_title(panel));
        }
        return found;
    }

    tests::SmallPractice practice_;
    storage::Casebook& casebook_ = practice_.casebook;
    app::Clock clock_{.now = [] { return tests::at(2024_y / 12 / 1, 9); }};
    app::Names names_{};
    std::vector<app::Destination> went_{};
    app::Workplace place_{casebook_, clock_, names_, [this](app::Destination to) { went_.push_back(to); }};
};

TEST_F(TrajectoryTab, OfANewClientHasNothingToShow)
{
    const auto other = casebook_.add_client({.code = "B2"});
    const TrajectoryPresenter tab{place_, other};
    EXPECT_THAT(tab.screen().trajectory.panels, IsEmpty());
    EXPECT_THAT(tab.screen().choices, IsEmpty());
    EXPECT_FALSE(tab.screen().is_empty_here);
}

TEST_F(TrajectoryTab, ShowsTheEpisodeFirstAndReadsEveryLine)
{
    session(2024_y / 2 / 1, 2, 1);
    session(2024_y / 11 / 1, 6, 7);
    score(2024_y / 2 / 1, 18);
    const TrajectoryPresenter tab{place_, practice_.client};
    EXPECT_EQ(tab.screen().range, model::Range::episode);
    EXPECT_THAT(titles(tab), ElementsAre("Depression (PHQ-9)", "Goal: Say no"));
    ASSERT_EQ(tab.screen().readings.size(), 2U);
    EXPECT_THAT(tab.screen().readings[1].lines.at(1).lead, HasSubstr("Client: changed by +6 since the first rating"));
    EXPECT_THAT(tab.screen().readings[0].lines.at(0).lead, HasSubstr("1 score: 18"));
    EXPECT_THAT(tab.screen().lines_looked_at, HasSubstr("3 lines looked at."));
}

TEST_F(TrajectoryTab, SaysOnceWhatNumbersWithoutAVerdictMean)
{
    score(2024_y / 2 / 1, 18);
    score(2024_y / 3 / 1, 9);
    TrajectoryPresenter tab{place_, practice_.client};
    EXPECT_EQ(tab.screen().footnote, "");
    EXPECT_THAT(tab.screen().readings.front().basis, HasSubstr("NHS Talking Therapies"));
    session(2024_y / 2 / 1, 2, 1);
    session(2024_y / 3 / 1, 6, 7);
    EXPECT_EQ(tab.screen().footnote, app::numbers_only_footnote(app::Reader::clinician));
    EXPECT_EQ(tab.screen().readings.back().basis, "");
}

TEST_F(TrajectoryTab, SaysWhenThereIsNothingInAShorterTime)
{
    session(2024_y / 2 / 1, 2, 1);
    TrajectoryPresenter tab{place_, practice_.client};
    tab.show(model::Range::three_months);
    EXPECT_TRUE(tab.screen().is_empty_here);
    EXPECT_THAT(tab.screen().readings.at(0).lines.at(0).lead, "Not rated in this period.");
    tab.show(model::Range::all);
    EXPECT_FALSE(tab.screen().is_empty_here);
}

TEST_F(TrajectoryTab, ShowsNewPointsAsSoonAsTheyAreKept)
{
    TrajectoryPresenter tab{place_, practice_.client};
    int changes = 0;
    tab.on_change = [&changes] { ++changes; };
    session(2024_y / 11 / 1, 6, 7);
    EXPECT_GT(changes, 0);
    EXPECT_EQ(tab.screen().trajectory.panels.at(0).series.at(0).points.size(), 1U);

    changes = 0;
    casebook_.add_client({.code = "B2"});
    const auto other = *casebook_.client_with_code("B2");
    casebook_.add_goal(other, {.wording = "Other", .family = "boundaries", .agreed_on = 2024_y / 1 / 1});
    EXPECT_LE(changes, 1) << "another client's news is not ours";
}

TEST_F(TrajectoryTab, DrawsNothingAnewForDraftsAndChoices)
{
    TrajectoryPresenter tab{place_, practice_.client};
    int redrawn = 0;
    tab.on_change = [&] { ++redrawn; };

    const auto draft =
        casebook_.start_draft(practice_.client, tests::note_on(2024_y / 3 / 1), {}, tests::at(2024_y / 3 / 1, 16));
    casebook_.save_draft(draft, tests::note_on(2024_y / 3 / 1, "More."), {}, tests::at(2024_y / 3 / 1, 16));
    casebook_.remember_summary_choices(practice_.client, {.by_code = true});
    EXPECT_EQ(redrawn, 0);

    score(2024_y / 3 / 1, 9);
    EXPECT_EQ(redrawn, 1);
}

TEST_F(TrajectoryTab, ShowsTheNoteOfAPointThatIsChosen)
{
    const auto note = session(2024_y / 2 / 1, 2, 1, "A first try at saying no.");
    TrajectoryPresenter tab{place_, practice_.client};
    tab.choose("goal:1/client#0");
    ASSERT_TRUE(tab.screen().chosen);
    EXPECT_EQ(tab.screen().chosen->note, note);
    EXPECT_EQ(tab.screen().chosen->words, "Goal: Say no, 1 Feb 2024 · 1 · rated by the client");
    ASSERT_TRUE(tab.screen().note);
    EXPECT_EQ(tab.screen().note->sections.at(0).second, "A first try at saying no.");
    EXPECT_EQ(tab.chart_options().cursor, model::Date{2024_y / 2 / 1});
    EXPECT_EQ(tab.chart_options().chosen, (PointPlace{"goal:1/client", 0}));

    tab.open_note();
    EXPECT_THAT(
        went_, ElementsAre(app::Destination{practice_.client, app::TabKind::sessions, note, app::TabKind::trajectory}));

    tab.choose_nothing();
    EXPECT_FALSE(tab.screen().chosen);
    EXPECT_FALSE(tab.screen().note);
    tab.open_note();
    EXPECT_EQ(went_.size(), 1U);
}

TEST_F(TrajectoryTab, ShowsTheNoteOfASessionOnTheAxis)
{
    const auto note = session(2024_y / 2 / 1, 2, 1);
    TrajectoryPresenter tab{place_, practice_.client};
    tab.choose("note:" + std::to_string(note.value));
    ASSERT_TRUE(tab.screen().chosen);
    EXPECT_EQ(tab.screen().chosen->words, "1 Feb 2024 · session");
    EXPECT_FALSE(tab.chart_options().chosen);
    EXPECT_TRUE(tab.screen().note);
}

TEST_F(TrajectoryTab, IgnoresKeysOfWhatIsNotThere)
{
    session(2024_y / 2 / 1, 2, 1);
    TrajectoryPresenter tab{place_, practice_.client};
    for (const std::string key : {"", "note:", "note:99", "note:1x", "goal:1/client#1", "goal:9/client#0", "#0"}) {
        tab.choose(key);
        EXPECT_FALSE(tab.screen().chosen) << key;
    }
}

TEST_F(TrajectoryTab, SaysThatAScoreHasNoSession)
{
    score(2024_y / 2 / 1, 18);
    TrajectoryPresenter tab{place_, practice_.client};
    tab.choose("phq-9/total#0");
    ASSERT_TRUE(tab.screen().chosen);
    EXPECT_FALSE(tab.screen().chosen->note);
    EXPECT_FALSE(tab.screen().note);
}

TEST_F(TrajectoryTab, WalksAlongALineAndStaysAtItsEnds)
{
    session(2024_y / 2 / 1, 2, 1);
    session(2024_y / 3 / 1, 3, {});
    TrajectoryPresenter tab{place_, practice_.client};
    const auto place = [&] { return tab.screen().chosen->place; };
    tab.step(-1);
    EXPECT_EQ(place(), (PointPlace{"goal:1/therapist", 1})) << "begins at the newest point";
    tab.step(1);
    EXPECT_EQ(place(), (PointPlace{"goal:1/therapist", 1}));
    tab.step(-1);
    EXPECT_EQ(place(), (PointPlace{"goal:1/therapist", 0}));
    tab.step(-1);
    EXPECT_EQ(place(), (PointPlace{"goal:1/therapist", 0}));
    tab.step(1'000'000'000);
    EXPECT_EQ(place(), (PointPlace{"goal:1/therapist", 1}));
}

TEST_F(TrajectoryTab, WalksToTheNearestPointOfTheNextLine)
{
    session(2024_y / 2 / 1, 2, 1);
    session(2024_y / 6 / 1, 3, 4);
    score(2024_y / 5 / 1, 18);
    TrajectoryPresenter tab{place_, practice_.client};
    tab.choose("goal:1/client#0");
    tab.step_line(-1);
    EXPECT_EQ(tab.screen().chosen->place, (PointPlace{"goal:1/therapist", 0}));
    tab.step_line(-1);
    EXPECT_EQ(tab.screen().chosen->place, (PointPlace{"phq-9/total", 0}));
    tab.step_line(-1);
    EXPECT_EQ(tab.screen().chosen->place, (PointPlace{"phq-9/total", 0}));
    tab.step_line(1);
    EXPECT_EQ(tab.screen().chosen->place, (PointPlace{"goal:1/therapist", 1}));
}

TEST_F(TrajectoryTab, WalksNowhereWithoutPoints)
{
    TrajectoryPresenter tab{place_, practice_.client};
    tab.step(1);
    tab.step_line(1);
    EXPECT_FALSE(tab.screen().chosen);
}

TEST_F(TrajectoryTab, KeepsTheChosenPointWhenMoreIsShown)
{
    session(2024_y / 2 / 1, 2, 1);
    session(2024_y / 11 / 1, 3, 4);
    TrajectoryPresenter tab{place_, practice_.client};
    tab.show(model::Range::three_months);
    tab.choose("goal:1/therapist#0");
    tab.show(model::Range::all);
    EXPECT_EQ(tab.screen().chosen->place, (PointPlace{"goal:1/therapist", 1}));
    EXPECT_TRUE(tab.screen().note);
    tab.choose("goal:1/therapist#0");
    tab.show(model::Range::three_months);
    EXPECT_FALSE(tab.screen().chosen) << "it is out of sight";
    EXPECT_FALSE(tab.screen().note);
}

TEST_F(TrajectoryTab, LeavesOutPanelsAndCountsOnlyTheLinesLookedAt)
{
    session(2024_y / 2 / 1, 2, 1);
    score(2024_y / 2 / 1, 18);
    TrajectoryPresenter tab{place_, practice_.client};
    tab.show_panel("goal:1", false);
    EXPECT_THAT(titles(tab), ElementsAre("Depression (PHQ-9)"));
    EXPECT_EQ(tab.screen().lines_looked_at, "1 line looked at.");
    EXPECT_THAT(tab.screen().choices,
                ElementsAre(TrajectoryPresenter::PanelChoice{"phq-9/total", "Depression (PHQ-9)", true},
                            TrajectoryPresenter::PanelChoice{"goal:1", "Goal: Say no", false}));
    tab.show_all_panels();
    EXPECT_EQ(titles(tab).size(), 2U);
}

TEST_F(TrajectoryTab, HoldsTheSameValuesAsATable)
{
    session(2024_y / 2 / 1, 2, 1);
    score(2024_y / 2 / 1, 18);
    TrajectoryPresenter tab{place_, practice_.client};
    EXPECT_THAT(tab.screen().rows, IsEmpty());
    tab.show_table(true);
    using Row = TrajectoryPresenter::TableRow;
    EXPECT_THAT(
        tab.screen().rows,
        ElementsAre(
            Row{{"phq-9/total", 0}, "1 Feb 2024", "Depression (PHQ-9)", "", "18", "moderately severe", "total only"},
            Row{{"goal:1/therapist", 0}, "1 Feb 2024", "Goal: Say no", "therapist", "2", "", ""},
            Row{{"goal:1/client", 0}, "1 Feb 2024", "Goal: Say no", "client", "1", "", ""}));
    session(2024_y / 3 / 1, 3, {});
    EXPECT_EQ(tab.screen().rows.size(), 4U);
    tab.show_table(false);
    EXPECT_THAT(tab.screen().rows, IsEmpty());
}

TEST_F(TrajectoryTab, GivesNoNameAway)
{
    session(2024_y / 2 / 1, 2, 1);
    const TrajectoryPresenter tab{place_, practice_.client};
    const app::FixedWidthRuler ruler;
    EXPECT_THAT(app::scene_text(tab.picture(ruler)), Not(HasSubstr("A. Example")));
    EXPECT_THAT(tab.csv(), Not(HasSubstr("A. Example")));
    EXPECT_EQ(tab.file_stem(), "A1-trajectory");
}

TEST_F(TrajectoryTab, NamesFilesWithoutSignsThatFoldersCannotHold)
{
    const auto other = casebook_.add_client({.code = "../B 2"});
    EXPECT_EQ((TrajectoryPresenter{place_, other}.file_stem()), "___B_2-trajectory");
}

TEST_F(TrajectoryTab, LeavesOutANoteThatIsMarkedAsAnError)
{
    const auto note = session(2024_y / 2 / 1, 2, 1);
    TrajectoryPresenter tab{place_, practice_.client};
    tab.choose("goal:1/therapist#0");
    casebook_.mark_entered_in_error(note, "wrong client", tests::at(2024_y / 12 / 1, 9));
    EXPECT_TRUE(tab.screen().trajectory.panels.at(0).is_empty());
    EXPECT_FALSE(tab.screen().chosen);
}

} // namespace
