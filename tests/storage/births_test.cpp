#include "storage/casebook.h"
#include "tests/support/casebooks.h"
#include "tests/support/storage_trouble.h"

#include <gtest/gtest.h>

namespace {

using namespace date::literals;
using model::DatedEntry;
using model::EpisodeProblem;
using storage::StorageErrorKind;
using tests::failure_of;

/// A client with something of each kind in the record, the earliest in 2023.
class Births : public testing::Test {
protected:
    model::AdministrationId fill_in(model::Date day)
    {
        return casebook_.add_administration(client_, {.measure = "phq-9", .taken_on = day, .total = 12.0}, now_);
    }
    std::optional<StorageErrorKind> failure_to_change(std::optional<model::Date> born_on)
    {
        auto details = casebook_.client(client_).details;
        details.born_on = born_on;
        return failure_of([&] { casebook_.change_details(client_, details); });
    }
    std::optional<DatedEntry> first_before(model::Date day) const { return casebook_.first_entry_before(client_, day); }

    tests::SmallPractice practice_{};
    storage::Casebook& casebook_ = practice_.casebook;
    model::ClientId client_ = practice_.client;
    model::Moment now_ = tests::at(2026_y / 11 / 20, 14);
};

TEST_F(Births, LieBeforeEverythingInTheRecord)
{
    EXPECT_EQ(first_before(2024_y / 1 / 1), std::nullopt) << "on the day itself";
    EXPECT_EQ(first_before(2024_y / 1 / 2), (DatedEntry{.kind = DatedEntry::Kind::admission, .on = 2024_y / 1 / 1}));
    fill_in(2024_y / 1 / 1);
    fill_in(2024_y / 1 / 9);
    const DatedEntry form{.kind = DatedEntry::Kind::form, .on = 2024_y / 1 / 1, .measure = "phq-9"};
    EXPECT_EQ(first_before(2024_y / 1 / 2), form) << "it says more than an admission";

    EXPECT_EQ(failure_to_change(2024_y / 1 / 2), StorageErrorKind::refused);
    EXPECT_EQ(failure_to_change(2025_y / 1 / 1), StorageErrorKind::refused);
    EXPECT_EQ(casebook_.client(client_).details.born_on, std::nullopt);
    EXPECT_EQ(failure_to_change(2024_y / 1 / 1), std::nullopt);
    EXPECT_EQ(failure_to_change(1990_y / 5 / 4), std::nullopt);
    EXPECT_EQ(failure_to_change(std::nullopt), std::nullopt);
}

TEST_F(Births, AreHeldAgainstSessionsButNotAgainstGoalsWhichCannotBePutRight)
{
    const auto other = casebook_.add_client({.code = "B-2"});
    casebook_.add_goal(other, {.wording = "Sleep", .agreed_on = 2022_y / 3 / 4});
    EXPECT_EQ(casebook_.first_entry_before(other, 2023_y / 1 / 1), std::nullopt);
    auto content = tests::note_on(2021_y / 3 / 4);
    casebook_.start_draft(other, content, {}, now_);
    EXPECT_EQ(casebook_.first_entry_before(other, 2023_y / 1 / 1),
              (DatedEntry{.kind = DatedEntry::Kind::session, .on = 2021_y / 3 / 4}));
    EXPECT_EQ(first_before(2023_y / 1 / 1), std::nullopt) << "another client's";
}

TEST_F(Births, DoNotMindWhatWasEnteredInError)
{
    const auto wrong = fill_in(2020_y / 1 / 1);
    EXPECT_EQ(failure_to_change(2021_y / 1 / 1), StorageErrorKind::refused);
    casebook_.mark_administration_in_error(wrong, "Another year", now_);
    EXPECT_EQ(failure_to_change(2021_y / 1 / 1), std::nullopt);
}

TEST_F(Births, ThatAreKeptAlreadyKeepNobodyFromChangingAnythingElse)
{
    // A merge fills a date of birth in from the other client, whatever lies before it.
    const auto other = casebook_.add_client({.code = "B-2", .born_on = 2025_y / 1 / 1});
    casebook_.merge_clients(other, client_, "One person", now_);
    ASSERT_EQ(casebook_.client(client_).details.born_on, 2025_y / 1 / 1);

    auto details = casebook_.client(client_).details;
    details.contact = "by letter";
    EXPECT_EQ(failure_of([&] { casebook_.change_details(client_, details); }), std::nullopt);
    EXPECT_EQ(failure_to_change(2025_y / 1 / 2), StorageErrorKind::refused);
    EXPECT_EQ(failure_to_change(1990_y / 5 / 4), std::nullopt);
}

TEST_F(Births, ComeBeforeEveryAdmission)
{
    const auto born = casebook_.add_client({.code = "B-2", .born_on = 2000_y / 2 / 29});
    const auto today = 2026_y / 11 / 20;
    EXPECT_EQ(casebook_.problem_with_admission(born, 2000_y / 2 / 28, today), EpisodeProblem::before_birth);
    EXPECT_EQ(casebook_.problem_with_admission(born, 2000_y / 2 / 29, today), std::nullopt);
    EXPECT_EQ(failure_of([&] { casebook_.admit(born, 1999_y / 1 / 1, model::LevelOfCare::outpatient, ""); }),
              StorageErrorKind::refused);
    const auto id = casebook_.admit(born, 2024_y / 1 / 1, model::LevelOfCare::outpatient, "");
    EXPECT_EQ(casebook_.problem_with_admission_correction(id, 1999_y / 1 / 1, today), EpisodeProblem::before_birth);
    EXPECT_EQ(failure_of([&] { casebook_.correct_admission(id, 1999_y / 1 / 1, "A slip", now_); }),
              StorageErrorKind::refused);
    EXPECT_EQ(failure_of([&] { casebook_.correct_admission(id, 2023_y / 1 / 1, "A slip", now_); }), std::nullopt);
}

} // namespace
