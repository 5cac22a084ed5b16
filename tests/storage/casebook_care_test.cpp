#include "storage/casebook.h"
#include "tests/support/casebooks.h"
#include "tests/support/complaints.h"
#include "tests/support/storage_trouble.h"

#include <gtest/gtest.h>

namespace tests::care {

namespace {

using namespace date::literals;
using model::EpisodePart;
using storage::Casebook;
using storage::StorageErrorKind;

class Care : public testing::Test {
protected:
    Care() { casebook_.set_therapist(example_therapist()); }

    model::EpisodeOfCare episode(std::size_t number = 0) const { return casebook_.episodes_of(client_).at(number); }
    model::EpisodeId admit(model::Date day)
    {
        return casebook_.admit(client_, day, model::LevelOfCare::outpatient, "");
    }

    Casebook casebook_ = Casebook::in_memory();
    model::ClientId client_ = casebook_.add_client({.code = "A1"});
    model::Moment now_ = at(2026_y / 11 / 30, 9);
};

} // namespace

TEST_F(Care, KeepsTheDayOfAdmissionThatWasWrong)
{
    const auto id = admit(2024_y / 1 / 5);
    casebook_.set_level_of_care(client_, {.from = 2024_y / 3 / 1, .level = model::LevelOfCare::intensive});
    casebook_.correct_admission(id, 2023_y / 1 / 5, "Typed wrongly", now_);

    EXPECT_EQ(episode().admitted_on, 2023_y / 1 / 5);
    EXPECT_EQ(episode().corrections, (std::vector<model::EpisodeCorrection>{{.of = EpisodePart::admission,
                                                                             .was_on = 2024_y / 1 / 5,
                                                                             .why = "Typed wrongly",
                                                                             .by = "Dana Example, LMFT",
                                                                             .at = now_}}));
    EXPECT_EQ(episode().levels.front().from, 2023_y / 1 / 5);
    EXPECT_EQ(episode().levels.back().from, 2024_y / 3 / 1);
}

TEST_F(Care, BeginsAtTheLevelOfTheDayToWhichItsAdmissionIsMoved)
{
    const auto id = admit(2024_y / 1 / 5);
    casebook_.set_level_of_care(client_, {.from = 2024_y / 3 / 1, .level = model::LevelOfCare::intensive});
    casebook_.set_level_of_care(client_, {.from = 2024_y / 5 / 1, .level = model::LevelOfCare::inpatient});
    casebook_.correct_admission(id, 2024_y / 4 / 1, "Waited first", now_);
    EXPECT_EQ(episode().levels,
              (std::vector<model::LevelOfCareSpan>{{.from = 2024_y / 4 / 1, .level = model::LevelOfCare::intensive},
                                                   {.from = 2024_y / 5 / 1, .level = model::LevelOfCare::inpatient}}));

    casebook_.correct_admission(id, 2024_y / 1 / 5, "It was right", now_);
    EXPECT_EQ(episode().levels.size(), 3U) << "what was passed over stands again";
}

TEST_F(Care, KeepsTheDischargeThatWasWrong)
{
    const auto id = admit(2024_y / 1 / 5);
    casebook_.discharge(client_, 2024_y / 6 / 1, "Moved");
    casebook_.correct_discharge(id, 2024_y / 7 / 1, "Moved away", "A month early", now_);

    EXPECT_EQ(episode().discharged_on, 2024_y / 7 / 1);
    EXPECT_EQ(episode().discharge_reason, "Moved away");
    ASSERT_EQ(episode().corrections.size(), 1U);
    EXPECT_EQ(episode().corrections.front().was_on, 2024_y / 6 / 1);
    EXPECT_EQ(episode().corrections.front().reason, "Moved");
}

TEST_F(Care, GoesOnWhereADischargeIsTakenBack)
{
    const auto id = admit(2024_y / 1 / 5);
    casebook_.discharge(client_, 2024_y / 6 / 1, "Moved");
    casebook_.take_back_discharge(id, "Another client", now_);
    EXPECT_EQ(episode().discharged_on, std::nullopt);
    EXPECT_EQ(episode().discharge_reason, "");
    EXPECT_EQ(episode().corrections.front().reason, "Moved");
    EXPECT_EQ(failure_of([&] { casebook_.take_back_discharge(id, "Again", now_); }), StorageErrorKind::refused);
}

TEST_F(Care, BecomesOneEpisodeWhereTheClientWasAdmittedAgainAfterADischargeByMistake)
{
    const auto id = admit(2024_y / 1 / 5);
    casebook_.discharge(client_, 2024_y / 6 / 1, "Mistaken");
    casebook_.admit(client_, 2024_y / 6 / 1, model::LevelOfCare::intensive, "Back");
    casebook_.set_level_of_care(client_, {.from = 2024_y / 8 / 1, .level = model::LevelOfCare::outpatient});
    casebook_.discharge(client_, 2024_y / 12 / 1, "Finished");
    casebook_.take_back_discharge(id, "Never left", now_);

    ASSERT_EQ(casebook_.episodes_of(client_).size(), 1U);
    EXPECT_EQ(episode().id, id);
    EXPECT_EQ(episode().admitted_on, 2024_y / 1 / 5);
    EXPECT_EQ(episode().discharged_on, 2024_y / 12 / 1);
    EXPECT_EQ(episode().discharge_reason, "Finished");
    EXPECT_EQ(episode().levels, (std::vector<model::LevelOfCareSpan>{
                                    {.from = 2024_y / 1 / 5},
                                    {.from = 2024_y / 6 / 1, .level = model::LevelOfCare::intensive, .reason = "Back"},
                                    {.from = 2024_y / 8 / 1}}));
    EXPECT_EQ(episode().corrections.size(), 2U) << "of the discharge and of the second admission";
}

TEST_F(Care, IsNotCorrectedIntoWhatCannotBe)
{
    const auto first = admit(2024_y / 1 / 5);
    casebook_.add_signed_note(client_, note_on(2024_y / 2 / 1, "Words."), at(2024_y / 2 / 1, 18));
    casebook_.discharge(client_, 2024_y / 6 / 1, "");
    const auto second = admit(2025_y / 1 / 5);
    const auto today = 2026_y / 11 / 30;
    using enum model::EpisodeProblem;

    EXPECT_EQ(casebook_.problem_with_admission_correction(first, 2024_y / 2 / 2, today), admission_after_session);
    EXPECT_EQ(casebook_.problem_with_admission_correction(first, 2024_y / 2 / 1, today), std::nullopt);
    EXPECT_EQ(casebook_.problem_with_admission_correction(first, 2024_y / 6 / 2, today), admission_after_discharge);
    EXPECT_EQ(casebook_.problem_with_admission_correction(second, 2024_y / 5 / 31, today), before_last_discharge);
    EXPECT_EQ(casebook_.problem_with_admission_correction(second, 2024_y / 6 / 1, today), std::nullopt);
    EXPECT_EQ(casebook_.problem_with_admission_correction(second, 2026_y / 12 / 1, today), in_the_future);
    EXPECT_EQ(casebook_.problem_with_admission_correction(first, 206_y / 1 / 5, today), too_early);
    EXPECT_EQ(casebook_.problem_with_discharge_correction(first, 2024_y / 1 / 31, today), discharge_before_session);
    EXPECT_EQ(casebook_.problem_with_discharge_correction(first, 2024_y / 1 / 4, today), discharge_before_admission);
    EXPECT_EQ(casebook_.problem_with_discharge_correction(first, 2025_y / 1 / 6, today),
              discharge_after_next_admission);
    EXPECT_EQ(casebook_.problem_with_discharge_correction(first, 2025_y / 1 / 5, today), std::nullopt);
    EXPECT_EQ(casebook_.problem_with_discharge_correction(second, 2025_y / 2 / 5, today), not_discharged);
    EXPECT_EQ(failure_of([&] { casebook_.correct_admission(first, 2024_y / 2 / 2, "No", now_); }),
              StorageErrorKind::refused);
    EXPECT_EQ(failure_of([&] { casebook_.correct_admission({99}, 2024_y / 2 / 2, "No", now_); }),
              StorageErrorKind::not_found);
}

TEST_F(Care, IsAssumedOnlyWhereNobodyEnteredIt)
{
    casebook_.assume_admission(client_, 2025_y / 3 / 1);
    EXPECT_TRUE(episode().is_admission_assumed);
    casebook_.assume_admission(client_, 2024_y / 3 / 1);
    EXPECT_EQ(episode().admitted_on, 2024_y / 3 / 1);
    EXPECT_EQ(failure_of([&] { casebook_.assume_admission(client_, 2024_y / 4 / 1); }), StorageErrorKind::refused);

    casebook_.correct_admission(episode().id, 2024_y / 2 / 1, "The first session", now_);
    EXPECT_FALSE(episode().is_admission_assumed);
    EXPECT_EQ(failure_of([&] { casebook_.assume_admission(client_, 2023_y / 4 / 1); }), StorageErrorKind::refused);
}

} // namespace tests::care
