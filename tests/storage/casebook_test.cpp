#include "storage/casebook.h"
#include "tests/support/casebooks.h"
#include "tests/support/storage_trouble.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <stdexcept>

using namespace storage;
using namespace date::literals;
using testing::IsEmpty;
using tests::failure_of;

TEST(Casebook, BeginsEmpty)
{
    auto casebook = Casebook::in_memory();
    EXPECT_THAT(casebook.caseload(2024_y / 1 / 1), IsEmpty());
    EXPECT_THAT(tests::all_drafts(casebook), IsEmpty());
    EXPECT_THAT(tests::open_notices(casebook), IsEmpty());
    EXPECT_EQ(casebook.practice(), model::Practice{});
    EXPECT_FALSE(casebook.therapist().may_sign());
    EXPECT_EQ(casebook.folder(), "");
    EXPECT_EQ(casebook.name(), "");
}

TEST(Casebook, KeepsThePracticeAndItsTherapist)
{
    auto casebook = Casebook::in_memory();
    const model::Practice practice{.name = "Praxis am Fluß", .address = "1 River Road\nOslo"};
    casebook.set_practice(practice);
    casebook.set_therapist(tests::example_therapist());
    EXPECT_EQ(casebook.practice(), practice);
    EXPECT_EQ(casebook.therapist(), tests::example_therapist());
}

TEST(Casebook, ActsTogetherAreKeptTogetherAndToldAfterTheLast)
{
    auto casebook = Casebook::in_memory();
    tests::News news{casebook};
    casebook.together([&] {
        casebook.add_client({.code = "A1"});
        const auto second = casebook.add_client({.code = "A2"});
        casebook.change_details(second, {.code = "B2"});
        EXPECT_THAT(news.told(), IsEmpty()) << "nothing is told before it is kept";
    });
    const std::vector<Change> expected{{Changed::clients, model::ClientId{1}}, {Changed::clients, model::ClientId{2}}};
    EXPECT_EQ(news.told(), expected) << "the same news once";
    EXPECT_EQ(casebook.caseload(2024_y / 1 / 1).size(), 2u);
}

TEST(Casebook, WhenOneOfSeveralActsFailsNoneIsKeptAndNothingIsTold)
{
    auto casebook = Casebook::in_memory();
    tests::News news{casebook};
    const auto failure = failure_of([&] {
        casebook.together([&] {
            casebook.add_client({.code = "A1"});
            casebook.add_client({.code = "A1"});
        });
    });
    EXPECT_EQ(failure, StorageErrorKind::refused);
    EXPECT_THAT(casebook.caseload(2024_y / 1 / 1), IsEmpty());
    EXPECT_THAT(news.told(), IsEmpty());
    casebook.add_client({.code = "A1"});
    EXPECT_EQ(news.told().size(), 1u) << "the casebook goes on";
}

TEST(Casebook, AFailureThatWasCaughtInBetweenStillUndoesThemAll)
{
    auto casebook = Casebook::in_memory();
    const auto failure = failure_of([&] {
        casebook.together([&] {
            casebook.add_client({.code = "A1"});
            EXPECT_TRUE(failure_of([&] { casebook.add_client({.code = "A1"}); }));
            EXPECT_TRUE(failure_of([&] { casebook.add_client({.code = "A2"}); })) << "nothing more may be written";
        });
    });
    EXPECT_EQ(failure, StorageErrorKind::refused);
    EXPECT_THAT(casebook.caseload(2024_y / 1 / 1), IsEmpty());
}

TEST(Casebook, AnyExceptionUndoesActsTogether)
{
    auto casebook = Casebook::in_memory();
    EXPECT_THROW(casebook.together([&] {
        casebook.add_client({.code = "A1"});
        throw std::runtime_error{"cancelled"};
    }),
                 std::runtime_error);
    EXPECT_THAT(casebook.caseload(2024_y / 1 / 1), IsEmpty());
}

TEST(Casebook, TogetherMayStandInsideTogether)
{
    auto casebook = Casebook::in_memory();
    tests::News news{casebook};
    casebook.together([&] {
        casebook.together([&] { casebook.add_client({.code = "A1"}); });
        EXPECT_THAT(news.told(), IsEmpty());
        casebook.add_client({.code = "A2"});
    });
    EXPECT_EQ(news.told().size(), 2u);
}

TEST(Casebook, AListenerMayActInItsTurn)
{
    auto casebook = Casebook::in_memory();
    const auto listening = casebook.subscribe([&](const Change& change) {
        if (change.what == Changed::practice) {
            casebook.add_client({.code = "A1"});
        }
    });
    casebook.set_practice({.name = "New"});
    EXPECT_EQ(casebook.caseload(2024_y / 1 / 1).size(), 1u);
}

TEST(Casebook, AnActIsKeptAndDoesNotFailWhenAListenerDoes)
{
    auto casebook = Casebook::in_memory();
    std::vector<std::string> failures;
    casebook.on_listener_failure([&](const std::exception_ptr& failure) {
        try {
            std::rethrow_exception(failure);
        } catch (const std::runtime_error& error) {
            failures.emplace_back(error.what());
        }
    });
    const auto failing = casebook.subscribe([](const Change&) { throw std::runtime_error{"cannot draw"}; });
    tests::News news{casebook};

    const auto client = casebook.add_client({.code = "A1"});
    EXPECT_EQ(casebook.client(client).details.code, "A1");
    EXPECT_EQ(news.told(), (std::vector<Change>{{Changed::clients, client}})) << "the others hear it all the same";
    EXPECT_EQ(failures, std::vector<std::string>{"cannot draw"});
}

TEST(Casebook, AListenerThatFailsFailsNoActEvenWhenNobodyHearsOfIt)
{
    tests::SmallPractice practice;
    const auto note = practice.casebook.add_signed_note(practice.client, tests::note_on(2024_y / 3 / 1),
                                                        tests::at(2024_y / 3 / 1, 16));
    const auto failing = practice.casebook.subscribe([](const Change&) { throw std::runtime_error{"cannot draw"}; });
    EXPECT_NO_THROW(
        practice.casebook.add_addendum(note, "It was Thursday.", "Wrong day", tests::at(2024_y / 3 / 2, 9)));
    EXPECT_EQ(practice.casebook.note(note).addenda.size(), 1u);
}

TEST(Casebook, ASubscriptionMayOutliveIt)
{
    auto casebook = std::make_unique<Casebook>(Casebook::in_memory());
    const auto listening = casebook->subscribe([](const Change&) {});
    casebook.reset();
}

TEST(Casebook, GoesOnAfterItWasMoved)
{
    auto first = Casebook::in_memory();
    first.add_client({.code = "A1"});
    auto second = std::move(first);
    second.add_client({.code = "A2"});
    EXPECT_EQ(second.caseload(2024_y / 1 / 1).size(), 2u);
}

TEST(Casebook, KeepsItsOwnModalitiesBesideThoseThatShip)
{
    auto casebook = Casebook::in_memory();
    const auto shipped = casebook.modalities();
    EXPECT_EQ(shipped, model::shipped_modalities());

    const model::Modality own{.code = "art", .name = "Art therapy", .techniques = {"Clay", "Collage"}};
    const model::Modality bare{.code = "dog", .name = "With the dog"};
    tests::News news{casebook};
    casebook.add_modality(own);
    casebook.add_modality(bare);
    auto expected = shipped;
    expected.push_back(own);
    expected.push_back(bare);
    EXPECT_EQ(casebook.modalities(), expected);
    EXPECT_EQ(news.told(), (std::vector<Change>{{Changed::practice, {}}, {Changed::practice, {}}}));

    EXPECT_EQ(failure_of([&] { casebook.add_modality(own); }), StorageErrorKind::refused);
    EXPECT_EQ(failure_of([&] { casebook.add_modality(shipped.front()); }), StorageErrorKind::refused);
    EXPECT_EQ(casebook.modalities(), expected);
}

TEST(Casebook, RemembersWhatWasChosenForASummary)
{
    tests::SmallPractice practice;
    EXPECT_EQ(practice.casebook.summary_choices(practice.client), SummaryChoices{});
    SummaryChoices choices{.from = 2024_y / 1 / 1,
                           .to = 2024_y / 2 / 29,
                           .on_letter = true,
                           .by_code = true,
                           .with_birth_date = true,
                           .own_words = "You have come far.",
                           .next_words = "We go on.",
                           .left_out_series = {"measure:phq-9", "goal:1"}};
    tests::News news{practice.casebook};
    practice.casebook.remember_summary_choices(practice.client, choices);
    EXPECT_EQ(practice.casebook.summary_choices(practice.client), choices);
    EXPECT_EQ(news.told(), (std::vector<Change>{{Changed::choices, practice.client}}));

    choices.left_out_series = {"goal:1"};
    choices.to = {};
    practice.casebook.remember_summary_choices(practice.client, choices);
    EXPECT_EQ(practice.casebook.summary_choices(practice.client), choices);
}
