#include "storage/casebook.h"
#include "tests/support/casebooks.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

using namespace storage;
using namespace date::literals;
using model::LevelOfCare;
using testing::ElementsAre;
using testing::IsEmpty;
using tests::at;
using tests::note_on;

namespace {

constexpr auto today = 2024_y / 6 / 1;

model::NoteContent rated(model::Date day, model::GoalId goal, std::optional<int> by_therapist,
                         std::optional<int> by_client)
{
    auto content = note_on(day);
    content.ratings = {{.goal = goal, .by_therapist = by_therapist, .by_client = by_client}};
    return content;
}

class Caseload : public testing::Test {
protected:
    model::CaseloadRow row()
    {
        for (const auto& found : casebook.caseload(today)) {
            if (found.client.id == client) {
                return found;
            }
        }
        return {};
    }
    void add(const model::NoteContent& content)
    {
        casebook.add_signed_note(client, content, at(content.session.held_on, 18));
    }
    void total(const std::string& measure, model::Date day, double value)
    {
        casebook.add_administration(client, {.measure = measure, .taken_on = day, .total = value}, at(day, 9));
    }

    tests::SmallPractice practice{};
    Casebook& casebook = practice.casebook;
    const model::ClientId client = practice.client;
    const model::GoalId goal = practice.goal;
};

} // namespace

TEST_F(Caseload, StandsByShownNameWithoutRegardToCaseOrAccents)
{
    auto book = Casebook::in_memory();
    for (const auto& [code, name, preferred] :
         {std::tuple{"c1", "zoe", ""}, std::tuple{"c2", "Émile", ""}, std::tuple{"c3", "emma", ""},
          std::tuple{"c4", "Zz", "Anna"}, std::tuple{"bob", "", ""}, std::tuple{"c6", "Ωmega", ""},
          std::tuple{"c7", "田中", ""}, std::tuple{"c8", "Emile", ""}}) {
        book.add_client({.code = code, .name = name, .preferred_name = preferred});
    }
    std::vector<std::string> shown;
    for (const auto& row : book.caseload(today)) {
        shown.push_back(row.client.shown_name());
    }
    EXPECT_THAT(shown, ElementsAre("Anna", "bob", "Emile", "Émile", "emma", "zoe", "Ωmega", "田中"));
}

TEST_F(Caseload, OfAClientWithNothingIsEmptyLine)
{
    const auto id = casebook.add_client({.code = "B1"});
    const auto rows = casebook.caseload(today);
    ASSERT_EQ(rows.size(), 2u);
    EXPECT_EQ(rows[1], (model::CaseloadRow{.client = casebook.client(id)}));
}

TEST_F(Caseload, TellsTheCareOfToday)
{
    casebook.set_level_of_care(client,
                               {.from = 2024_y / 5 / 1, .level = LevelOfCare::intensive, .review_on = 2024_y / 7 / 1});
    casebook.set_level_of_care(client, {.from = 2024_y / 8 / 1, .level = LevelOfCare::inpatient});
    EXPECT_TRUE(row().is_in_care);
    EXPECT_EQ(row().level_of_care, LevelOfCare::intensive);
    EXPECT_EQ(row().next_review_on, 2024_y / 7 / 1);
    casebook.discharge(client, 2024_y / 9 / 1, "");
    EXPECT_FALSE(row().is_in_care);
    EXPECT_EQ(row().level_of_care, std::nullopt);
    EXPECT_EQ(row().next_review_on, std::nullopt);
}

TEST_F(Caseload, CountsSessionsDraftsAndNotices)
{
    add(note_on(2024_y / 2 / 1));
    auto missed = note_on(2024_y / 2 / 8);
    missed.session.attendance = model::Attendance::no_show;
    missed.risk.level = model::RiskLevel::plan;
    add(missed);
    const auto wrong = casebook.add_signed_note(client, note_on(2024_y / 2 / 15), at(2024_y / 2 / 15, 18));
    casebook.mark_entered_in_error(wrong, "Wrong client", at(2024_y / 2 / 16, 9));
    casebook.start_draft(client, note_on(2024_y / 2 / 22), {}, at(2024_y / 2 / 22, 15));

    EXPECT_EQ(row().sessions, 2);
    EXPECT_EQ(row().last_session_on, 2024_y / 2 / 1) << "signed, attended, not in error";
    EXPECT_EQ(row().drafts, 1);
    EXPECT_EQ(row().open_notices, 1);
    casebook.review_notice(tests::open_notices(casebook)[0].id, "Called", at(2024_y / 3 / 1, 9));
    EXPECT_EQ(row().open_notices, 0);
}

TEST_F(Caseload, ShowsTheLatestFillingInOfEachMeasure)
{
    total("phq-9", 2024_y / 3 / 1, 10);
    total("phq-9", 2024_y / 2 / 1, 12);
    total("pcl-5", 2024_y / 1 / 15, 40);
    const auto wrong = casebook.add_administration(client, {.measure = "pcl-5", .taken_on = 2024_y / 4 / 1, .total = 1},
                                                   at(2024_y / 4 / 1, 9));
    casebook.mark_administration_in_error(wrong, "Wrong form", at(2024_y / 4 / 2, 9));
    EXPECT_THAT(row().latest_administrations, ElementsAre(model::LatestAdministration{"pcl-5", 2024_y / 1 / 15},
                                                          model::LatestAdministration{"phq-9", 2024_y / 3 / 1}));
    EXPECT_EQ(row().lead_measure, "") << "neither is about self-compassion";
}

TEST_F(Caseload, LeadsWithTheSelfCompassionMeasureFilledInLast)
{
    total("scs-26", 2024_y / 1 / 1, 2.0);
    total("scs-26", 2024_y / 3 / 1, 2.5);
    total("scs-sf", 2024_y / 2 / 1, 3.0);
    EXPECT_EQ(row().lead_measure, "scs-26");
    EXPECT_THAT(row().lead_values, ElementsAre(2.0, 2.5));
    total("scs-sf", 2024_y / 4 / 1, 3.5);
    EXPECT_EQ(row().lead_measure, "scs-sf");
    EXPECT_THAT(row().lead_values, ElementsAre(3.0, 3.5));
}

TEST_F(Caseload, LeadsWithTheLastTwelveValuesAtMost)
{
    for (int month = 0; month < 13; ++month) {
        total("scs-26", model::months_after(2023_y / 1 / 1, month), 1 + month * 0.25);
    }
    ASSERT_EQ(row().lead_values.size(), 12u);
    EXPECT_EQ(row().lead_values.front(), 1.25);
    EXPECT_EQ(row().lead_values.back(), 4.0);
}

TEST_F(Caseload, LeadsWithRatingsOfTheOldestOpenGoalWhenNoMeasureDoes)
{
    const auto second = casebook.add_goal(client, {.wording = "Rest", .agreed_on = 2024_y / 1 / 3});
    add(rated(2024_y / 2 / 2, goal, 4, {}));
    add(rated(2024_y / 2 / 1, goal, 3, {}));
    add(rated(2024_y / 2 / 3, second, 9, 9));
    EXPECT_EQ(row().lead_measure, "");
    EXPECT_THAT(row().lead_values, ElementsAre(3, 4)) << "in the order of the sessions";
    EXPECT_FALSE(row().lead_is_by_client);
    add(rated(2024_y / 2 / 4, goal, 5, 7));
    EXPECT_THAT(row().lead_values, ElementsAre(7)) << "the client's own, never mixed with the therapist's";
    EXPECT_TRUE(row().lead_is_by_client);
    casebook.close_goal(goal, 2024_y / 3 / 1, "Reached");
    EXPECT_THAT(row().lead_values, ElementsAre(9));
    casebook.close_goal(second, 2024_y / 3 / 1, "Reached");
    EXPECT_THAT(row().lead_values, IsEmpty());
}

TEST_F(Caseload, LeadsWithTheLastTwelveRatingsAtMost)
{
    for (int week = 13; week >= 0; --week) {
        add(rated(model::days_after(2024_y / 1 / 5, 7 * week), goal, 10, week < 2 ? 0 : std::min(week - 1, 10)));
    }
    add(rated(model::days_after(2024_y / 1 / 5, 7 * 14), goal, 10, {}));
    EXPECT_THAT(row().lead_values, ElementsAre(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 10, 10));
}

TEST_F(Caseload, PassesOverRatingsOfNotesInError)
{
    const auto wrong = casebook.add_signed_note(client, rated(2024_y / 2 / 1, goal, {}, 1), at(2024_y / 2 / 1, 18));
    add(rated(2024_y / 2 / 2, goal, {}, 6));
    casebook.mark_entered_in_error(wrong, "Wrong client", at(2024_y / 2 / 3, 9));
    EXPECT_THAT(row().lead_values, ElementsAre(6));
}

TEST_F(Caseload, TakesTenThousandClients)
{
    constexpr int many = 10'000;
    casebook.together([&] {
        for (int index = 1; index < many; ++index) {
            casebook.add_client({.code = "K" + std::to_string(index)});
        }
    });
    EXPECT_EQ(casebook.caseload(today).size(), std::size_t{many});
}
