#include "storage/casebook.h"
#include "tests/support/casebooks.h"
#include "tests/support/storage_trouble.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace storage;
using namespace date::literals;
using model::EpisodeProblem;
using model::LevelOfCare;
using testing::IsEmpty;
using tests::failure_of;

TEST(Clients, AreGivenBackWithEverythingThatWasWritten)
{
    auto casebook = Casebook::in_memory();
    const model::ClientDetails details{.code = "Ж-1",
                                       .name = "Мария Ελένη 山田",
                                       .preferred_name = "Masha",
                                       .pronouns = "she/her",
                                       .born_on = 2000_y / 2 / 29,
                                       .contact = "by letter\nonly",
                                       .emergency_contact = "sister",
                                       .guardian = "none",
                                       .referrer = "Dr. O'Neil",
                                       .reason_for_care = "'; DROP TABLE client; --",
                                       .diagnosis = "F43.1",
                                       .consents = "telehealth",
                                       .safety_plan = "1. call\n2. walk 🚶"};
    tests::News news{casebook};
    const auto id = casebook.add_client(details);
    EXPECT_EQ(casebook.client(id), (model::Client{.id = id, .details = details}));
    EXPECT_EQ(casebook.client_with_code("Ж-1"), id);
    EXPECT_EQ(casebook.client_with_code("ж–1"), id) << "however it is spelt";
    EXPECT_EQ(casebook.client_with_code("Ж-2"), std::nullopt);
    EXPECT_EQ(news.told(), (std::vector<Change>{{Changed::clients, id}}));
}

TEST(Clients, HaveACodeThatIsNobodyElses)
{
    auto casebook = Casebook::in_memory();
    casebook.add_client({.code = "A1"});
    const auto second = casebook.add_client({.code = "A2"});
    EXPECT_EQ(failure_of([&] { casebook.add_client({.code = "A1"}); }), StorageErrorKind::refused);
    EXPECT_EQ(failure_of([&] { casebook.add_client({.code = " "}); }), StorageErrorKind::refused);
    EXPECT_EQ(failure_of([&] { casebook.change_details(second, {.code = "A1"}); }), StorageErrorKind::refused);
    EXPECT_EQ(casebook.client(second).details.code, "A2");
    casebook.change_details(second, {.code = "A2", .name = "New name"});
    EXPECT_EQ(casebook.client(second).details.name, "New name");
}

TEST(Clients, WhoAreNotThereAreNotFound)
{
    auto casebook = Casebook::in_memory();
    const model::ClientId nobody{7};
    EXPECT_EQ(failure_of([&] { casebook.client(nobody); }), StorageErrorKind::not_found);
    EXPECT_EQ(failure_of([&] { casebook.record_of(nobody); }), StorageErrorKind::not_found);
    EXPECT_EQ(failure_of([&] { casebook.change_details(nobody, {.code = "A1"}); }), StorageErrorKind::not_found);
    EXPECT_TRUE(failure_of([&] { casebook.admit(nobody, 2024_y / 1 / 1, LevelOfCare::outpatient, ""); }));
    EXPECT_THAT(casebook.episodes_of(nobody), IsEmpty());
    EXPECT_THAT(casebook.notes_of(nobody), IsEmpty());
}

TEST(Episodes, RunFromAdmissionToDischargeAndMayBeginAgain)
{
    auto casebook = Casebook::in_memory();
    const auto client = casebook.add_client({.code = "A1"});
    const auto first = casebook.admit(client, 2023_y / 1 / 10, LevelOfCare::inpatient, "Crisis");
    casebook.set_level_of_care(
        client,
        {.from = 2023_y / 3 / 1, .level = LevelOfCare::outpatient, .reason = "Steadier", .review_on = 2023_y / 6 / 1});
    casebook.set_level_of_care(client, {.from = 2023_y / 2 / 1, .level = LevelOfCare::intensive, .reason = "Better"});
    casebook.discharge(client, 2023_y / 9 / 30, "Goals reached");
    const auto second = casebook.admit(client, 2024_y / 1 / 1, LevelOfCare::outpatient, "Returned");

    const std::vector<model::EpisodeOfCare> expected{
        {.id = first,
         .client = client,
         .admitted_on = 2023_y / 1 / 10,
         .discharged_on = 2023_y / 9 / 30,
         .discharge_reason = "Goals reached",
         .levels = {{2023_y / 1 / 10, LevelOfCare::inpatient, "Crisis", {}},
                    {2023_y / 2 / 1, LevelOfCare::intensive, "Better", {}},
                    {2023_y / 3 / 1, LevelOfCare::outpatient, "Steadier", 2023_y / 6 / 1}}},
        {.id = second,
         .client = client,
         .admitted_on = 2024_y / 1 / 1,
         .levels = {{2024_y / 1 / 1, LevelOfCare::outpatient, "Returned", {}}}},
    };
    EXPECT_EQ(casebook.episodes_of(client), expected);
}

TEST(Episodes, TellEveryChangeOfCare)
{
    auto casebook = Casebook::in_memory();
    const auto client = casebook.add_client({.code = "A1"});
    const std::vector<Change> expected{{Changed::episodes, client}};
    tests::News news{casebook};
    casebook.admit(client, 2023_y / 1 / 10, LevelOfCare::outpatient, "");
    EXPECT_EQ(news.told(), expected);
    casebook.set_level_of_care(client, {.from = 2023_y / 1 / 11});
    EXPECT_EQ(news.told(), expected);
    casebook.discharge(client, 2023_y / 1 / 12, "");
    EXPECT_EQ(news.told(), expected);
}

TEST(Episodes, RefuseWhatTheirProblemSays)
{
    tests::SmallPractice practice;
    auto& [casebook, client, goal] = practice;
    const auto session =
        casebook.add_signed_note(client, tests::note_on(2024_y / 3 / 1), tests::at(2024_y / 3 / 1, 15));

    EXPECT_EQ(casebook.problem_with_admission(client, 2024_y / 6 / 1, 2024_y / 7 / 1), EpisodeProblem::episode_is_open);
    EXPECT_EQ(failure_of([&] { casebook.admit(client, 2024_y / 6 / 1, LevelOfCare::outpatient, ""); }),
              StorageErrorKind::refused);
    EXPECT_EQ(casebook.problem_with_discharge(client, 2024_y / 2 / 29, 2024_y / 7 / 1),
              EpisodeProblem::discharge_before_session);
    EXPECT_EQ(failure_of([&] { casebook.discharge(client, 2024_y / 2 / 29, ""); }), StorageErrorKind::refused);
    EXPECT_EQ(casebook.problem_with_discharge(client, 2024_y / 3 / 1, 2024_y / 7 / 1), std::nullopt);
    EXPECT_EQ(casebook.problem_with_level(client, 2024_y / 1 / 1), EpisodeProblem::level_starts_twice);
    EXPECT_EQ(failure_of([&] { casebook.set_level_of_care(client, {.from = 2023_y / 12 / 31}); }),
              StorageErrorKind::refused);

    casebook.mark_entered_in_error(session, "Wrong client", tests::at(2024_y / 3 / 2, 9));
    EXPECT_EQ(casebook.problem_with_discharge(client, 2024_y / 2 / 29, 2024_y / 7 / 1), std::nullopt)
        << "it no longer counts";
}

TEST(Episodes, DoNotEndBeforeADraft)
{
    tests::SmallPractice practice;
    auto& [casebook, client, goal] = practice;
    const auto draft = casebook.start_draft(client, tests::note_on(2024_y / 3 / 1), {}, tests::at(2024_y / 3 / 1, 15));
    casebook.start_draft(client, tests::note_on(2024_y / 2 / 1), {}, tests::at(2024_y / 3 / 1, 16));
    const auto problem_on = [&](model::Date day) {
        return casebook.problem_with_discharge(client, day, 2024_y / 7 / 1);
    };
    EXPECT_EQ(problem_on(2024_y / 2 / 29), EpisodeProblem::discharge_before_draft);
    EXPECT_EQ(failure_of([&] { casebook.discharge(client, 2024_y / 2 / 29, ""); }), StorageErrorKind::refused);
    EXPECT_EQ(problem_on(2024_y / 3 / 1), std::nullopt);

    casebook.save_draft(draft, tests::note_on(2024_y / 2 / 20), {}, tests::at(2024_y / 3 / 1, 17));
    EXPECT_EQ(problem_on(2024_y / 2 / 29), std::nullopt) << "it is of another day now";
}

TEST(Goals, AreClosedAndOpenedAgainButNeverLost)
{
    tests::SmallPractice practice;
    auto& [casebook, client, goal] = practice;
    const model::GoalDetails earlier{
        .wording = "Sleep", .family = "safety-and-steadiness", .agreed_on = 2024_y / 1 / 1};
    const auto first = casebook.add_goal(client, earlier);
    tests::News news{casebook};

    casebook.close_goal(goal, 2024_y / 5 / 1, "Reached");
    auto goals = casebook.goals_of(client);
    ASSERT_EQ(goals.size(), 2u);
    EXPECT_EQ(goals[0], (model::Goal{.id = first, .client = client, .details = earlier})) << "oldest first";
    EXPECT_EQ(goals[1].closed_on, 2024_y / 5 / 1);
    EXPECT_EQ(goals[1].closing_reason, "Reached");

    casebook.reopen_goal(goal);
    goals = casebook.goals_of(client);
    EXPECT_EQ(goals[1].closed_on, std::nullopt);
    EXPECT_EQ(goals[1].closing_reason, "");
    EXPECT_EQ(news.told(), (std::vector<Change>{{Changed::goals, client}, {Changed::goals, client}}));
}

TEST(Goals, AreNotClosedBeforeTheyWereAgreed)
{
    tests::SmallPractice practice;
    EXPECT_EQ(failure_of([&] { practice.casebook.close_goal(practice.goal, 2024_y / 1 / 1, ""); }),
              StorageErrorKind::refused);
    practice.casebook.close_goal(practice.goal, 2024_y / 1 / 2, "");
    EXPECT_EQ(failure_of([&] { practice.casebook.close_goal({99}, 2024_y / 1 / 2, ""); }), StorageErrorKind::not_found);
    EXPECT_EQ(failure_of([&] { practice.casebook.reopen_goal({99}); }), StorageErrorKind::not_found);
}

TEST(Goals, AreCorrectedWithoutATraceOfTheWrongWord)
{
    const auto now = tests::at(2024_y / 1 / 2, 9);
    auto casebook = Casebook::in_memory([now] { return now; });
    const auto client = casebook.add_client({.code = "A1"});
    const auto goal = casebook.add_goal(client, {.wording = "Say mo", .agreed_on = 2024_y / 1 / 2});
    EXPECT_EQ(casebook.goals_of(client).front().entered_at, now);
    tests::News news{casebook};

    casebook.correct_goal(goal, "Say no");
    EXPECT_EQ(casebook.goals_of(client).front().details.wording, "Say no");
    EXPECT_TRUE(casebook.goals_of(client).front().former_wordings.empty());
    EXPECT_EQ(news.told(), (std::vector<Change>{{Changed::goals, client}}));
    EXPECT_EQ(casebook.acts({}, 1).front().kind, model::ActKind::goal_corrected);
    EXPECT_EQ(casebook.acts({}, 1).front().record, goal.value);
    EXPECT_EQ(failure_of([&] { casebook.correct_goal(goal, " "); }), StorageErrorKind::refused);
    EXPECT_EQ(failure_of([&] { casebook.correct_goal({99}, "Say no"); }), StorageErrorKind::not_found);
}

TEST(Goals, KeepTheirOldWordsWhenTheyAreReworded)
{
    tests::SmallPractice practice;
    auto& [casebook, client, goal] = practice;
    tests::News news{casebook};

    casebook.reword_goal(goal, "Say no to my mother", 2024_y / 3 / 1);
    casebook.reword_goal(goal, "Say no to anybody", 2024_y / 6 / 1);
    const auto reworded = casebook.goals_of(client).front();
    EXPECT_EQ(reworded.details.wording, "Say no to anybody");
    EXPECT_EQ(reworded.former_wordings,
              (std::vector<model::FormerWording>{{.wording = "Say no", .until = 2024_y / 3 / 1},
                                                 {.wording = "Say no to my mother", .until = 2024_y / 6 / 1}}));
    EXPECT_EQ(news.told(), (std::vector<Change>{{Changed::goals, client}, {Changed::goals, client}}));
    EXPECT_EQ(casebook.acts({}, 1).front().kind, model::ActKind::goal_reworded);
}

TEST(Goals, AreNotRewordedFromADayBeforeTheirPresentWords)
{
    tests::SmallPractice practice;
    auto& [casebook, client, goal] = practice;
    EXPECT_EQ(failure_of([&] { casebook.reword_goal(goal, "Rest", 2024_y / 1 / 1); }), StorageErrorKind::refused);
    casebook.reword_goal(goal, "Rest", 2024_y / 3 / 1);
    EXPECT_EQ(failure_of([&] { casebook.reword_goal(goal, "Sleep", 2024_y / 2 / 1); }), StorageErrorKind::refused);
    EXPECT_EQ(failure_of([&] { casebook.reword_goal(goal, "", 2024_y / 4 / 1); }), StorageErrorKind::refused);
    EXPECT_EQ(casebook.goals_of(client).front().former_wordings.size(), 1u);
}
