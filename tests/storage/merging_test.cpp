#include "tests/support/casebooks.h"
#include "tests/support/quick_casebook.h"
#include "tests/support/soundness.h"
#include "tests/support/storage_trouble.h"
#include "tests/support/tampering.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <csignal>
#include <functional>
#include <set>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace tests::merging {

namespace {

using namespace date::literals;
using model::ErasureGround;
using storage::Casebook;
using storage::StorageErrorKind;

const model::Moment now = at(2026_y / 11 / 30, 9);

storage::VerificationReport verified(const Casebook& casebook)
{
    auto verification = casebook.verification();
    while (verification.step()) {}
    return verification.report();
}

/// A client's notes, forms, goals, drafts, notices and care: how many of each.
std::vector<std::size_t> counted(const Casebook& casebook, model::ClientId client)
{
    return {casebook.notes_of(client).size(),           casebook.drafts_of(client).size(),
            casebook.administrations_of(client).size(), casebook.goals_of(client).size(),
            casebook.notices_of(client).size(),         casebook.episodes_of(client).size()};
}

/// Two clients who are one person, each with one of everything, and a third.
struct Doubles {
    model::ClientId real{};
    model::ClientId twin{};
    model::ClientId other{};
};

void give_everything(Casebook& casebook, model::ClientId client, model::Date admitted)
{
    casebook.admit(client, admitted, model::LevelOfCare::outpatient, "");
    const auto goal = casebook.add_goal(client, {.wording = "Say no", .family = "boundaries", .agreed_on = admitted});
    casebook.reword_goal(goal, "Say no kindly", model::days_after(admitted, 5));
    const auto day = model::days_after(admitted, 10);
    auto content = full_note_on(day, goal);
    content.risk.level = model::RiskLevel::ideation;
    const auto note = casebook.add_signed_note(client, content, at(day, 18));
    casebook.add_addendum(note, "It was Tuesday.", "Wrong day", at(day, 19));
    casebook.review_notice(casebook.notices_of(client).front().id, "Called.", at(day, 20));
    casebook.mark_entered_in_error(casebook.add_signed_note(client, note_on(day, "Twice."), at(day, 20)), "Twice",
                                   at(day, 21));
    const auto form = casebook.add_administration(
        client, {.measure = "phq-9", .taken_on = day, .answers = {1, 2, 3, 0, {}, 1, 2, 0, 1}}, at(day, 21));
    casebook.correct_administration(form, {.measure = "phq-9", .taken_on = day, .answers = {1, 2, 3, 0, 0, 1, 2, 0, 1}},
                                    "A slip", at(day, 22));
    casebook.start_draft(client, note_on(model::days_after(day, 1), "Begun"), {}, at(day, 23));
    casebook.remember_summary_choices(client, {.own_words = "Well done.", .left_out_series = {"a"}});
}

Doubles fill(Casebook& casebook)
{
    casebook.set_therapist(example_therapist());
    Doubles doubles{.real = casebook.add_client({.code = "A-001", .name = "Ada Lind", .contact = "By letter"}),
                    .twin = casebook.add_client({.code = "A-OO1", .name = "Ada L.", .referrer = "Dr. Ek"}),
                    .other = casebook.add_client({.code = "B-2"})};
    give_everything(casebook, doubles.real, 2025_y / 1 / 7);
    give_everything(casebook, doubles.twin, 2024_y / 5 / 2);
    give_everything(casebook, doubles.other, 2024_y / 5 / 2);
    return doubles;
}

} // namespace

TEST(MergedClients, HaveEverythingUnderTheOneWhoIsLeft)
{
    auto casebook = Casebook::in_memory();
    const auto doubles = fill(casebook);
    const auto of_other = counted(casebook, doubles.other);
    ASSERT_EQ(counted(casebook, doubles.real), (std::vector<std::size_t>{2, 1, 2, 1, 2, 1}));
    casebook.merge_clients(doubles.twin, doubles.real, "The same person", now);

    EXPECT_EQ(counted(casebook, doubles.real), (std::vector<std::size_t>{4, 2, 4, 2, 4, 1}));
    EXPECT_EQ(counted(casebook, doubles.other), of_other);
    EXPECT_EQ(casebook.clients().size(), 2U);
    EXPECT_EQ(casebook.client_with_code("A-OO1"), doubles.real) << "the next import brings scores to the right client";
    EXPECT_EQ(failure_of([&] { static_cast<void>(casebook.client(doubles.twin)); }), StorageErrorKind::not_found);
    const auto row = casebook.caseload(2026_y / 11 / 30).front();
    EXPECT_EQ(row.sessions, 2) << "those that are not in error";
    EXPECT_EQ(casebook.merged_into(doubles.real), (std::vector<storage::MergedClient>{{.from = doubles.twin,
                                                                                       .code = "A-OO1",
                                                                                       .reason = "The same person",
                                                                                       .by = "Dana Example, LMFT",
                                                                                       .at = now}}));
    EXPECT_TRUE(verified(casebook).is_sound());
}

TEST(MergedClients, KeepTheDetailsOfBoth)
{
    auto casebook = Casebook::in_memory();
    const auto doubles = fill(casebook);
    casebook.merge_clients(doubles.twin, doubles.real, "The same person", now);

    EXPECT_EQ(
        casebook.client(doubles.real).details,
        (model::ClientDetails{.code = "A-001", .name = "Ada Lind", .contact = "By letter", .referrer = "Dr. Ek"}));
    const auto versions = casebook.earlier_details(doubles.real);
    ASSERT_EQ(versions.size(), 2U);
    EXPECT_FALSE(versions.front().is_of_merged);
    EXPECT_EQ(versions.front().details,
              (model::ClientDetails{.code = "A-001", .name = "Ada Lind", .contact = "By letter"}));
    EXPECT_TRUE(versions.back().is_of_merged);
    EXPECT_EQ(versions.back().details, (model::ClientDetails{.code = "A-OO1", .name = "Ada L.", .referrer = "Dr. Ek"}));
}

TEST(MergedClients, AreInOneEpisodeOfCareWhereTheirsOverlap)
{
    auto casebook = Casebook::in_memory();
    const auto doubles = fill(casebook);
    casebook.merge_clients(doubles.twin, doubles.real, "The same person", now);
    const auto episodes = casebook.episodes_of(doubles.real);
    ASSERT_EQ(episodes.size(), 1U);
    EXPECT_EQ(episodes.front().admitted_on, 2024_y / 5 / 2);
    ASSERT_EQ(episodes.front().corrections.size(), 1U);
    EXPECT_EQ(episodes.front().corrections.front().was_on, 2025_y / 1 / 7);
    EXPECT_EQ(episodes.front().corrections.front().why, "The same person");
}

TEST(MergedClients, ShowTheActivityOfBoth)
{
    auto casebook = Casebook::in_memory();
    const auto doubles = fill(casebook);
    const auto of = [&](model::ClientId client) { return casebook.acts({.client = client}, 1000).size(); };
    const auto both = of(doubles.real) + of(doubles.twin);
    casebook.merge_clients(doubles.twin, doubles.real, "The same person", now);
    EXPECT_EQ(of(doubles.real), both + 1);
}

TEST(MergedClients, GiveTheSummaryOfTheOtherWhereThisOneChoseNothing)
{
    auto casebook = Casebook::in_memory();
    const auto real = casebook.add_client({.code = "A-001"});
    const auto twin = casebook.add_client({.code = "A-OO1"});
    casebook.remember_summary_choices(twin, {.own_words = "Well done.", .left_out_series = {"a"}});
    casebook.merge_clients(twin, real, "The same person", now);
    EXPECT_EQ(casebook.summary_choices(real).own_words, "Well done.");
}

TEST(MergedClients, HaveNoVersionsOfTheOtherTakenForTheirOwn)
{
    auto casebook = Casebook::in_memory();
    const auto real = casebook.add_client({.code = "A-001", .diagnosis = "F32.1"});
    const auto twin = casebook.add_client({.code = "A-OO1", .name = "Ada"});
    casebook.change_details(twin, {.code = "A-OO1"});
    casebook.merge_clients(twin, real, "The same person", now);
    auto changed = casebook.client(real).details;
    changed.diagnosis = "F33.1";
    casebook.change_details(real, changed);
    const auto versions = casebook.earlier_details(real);
    const auto own = [](const model::ClientVersion& version) { return !version.is_of_merged; };
    EXPECT_TRUE(std::ranges::any_of(versions, [&](const auto& version) {
        return own(version) && version.details.diagnosis == "F32.1";
    })) << "a change soon after the merge loses nothing";
    EXPECT_TRUE(std::ranges::none_of(
        versions, [&](const auto& version) { return own(version) && version.details.name == "Ada"; }));
}

TEST(AnErasedClient, MayHaveDetailsThatAreDamaged)
{
    const QuickCasebook place;
    {
        auto casebook = place.open();
        fill(casebook);
    }
    tamper(place, {"UPDATE client SET name = 'Somebody' WHERE id = 1"});
    auto casebook = place.open();
    casebook.erase_client({1}, ErasureGround::legal_duty, "Asked for by letter", now);
    EXPECT_EQ(casebook.erasures().front().code, "A-001");
    EXPECT_EQ(failure_of([&] { static_cast<void>(casebook.client({1})); }), StorageErrorKind::not_found);
}

TEST(MergedClients, MayBeMergedOnceMore)
{
    auto casebook = Casebook::in_memory();
    const auto doubles = fill(casebook);
    casebook.merge_clients(doubles.twin, doubles.real, "The same person", now);
    EXPECT_THAT(casebook.known_codes(), testing::UnorderedElementsAre(storage::KnownCode{"A-001", doubles.real},
                                                                      storage::KnownCode{"A-OO1", doubles.real},
                                                                      storage::KnownCode{"B-2", doubles.other}));
    casebook.merge_clients(doubles.real, doubles.other, "All one", now);
    EXPECT_EQ(casebook.client_with_code("A-OO1"), doubles.other);
    EXPECT_EQ(casebook.client_with_code("A-001"), doubles.other);
    EXPECT_EQ(casebook.merged_into(doubles.other).size(), 2U);
    EXPECT_TRUE(verified(casebook).is_sound());
}

TEST(MergedClients, AreSaidBeforeTheyAreOne)
{
    auto casebook = Casebook::in_memory();
    const auto doubles = fill(casebook);
    const auto outlook = casebook.merge_outlook(doubles.twin, doubles.real);
    EXPECT_EQ(outlook.moves, (model::RecordCounts{.notes = 2, .drafts = 1, .forms = 2, .goals = 1, .episodes = 1}));
    ASSERT_EQ(outlook.care.size(), 1U);
    EXPECT_EQ(outlook.care.front().of.size(), 2U);
    casebook.merge_clients(doubles.twin, doubles.real, "The same person", now);
    EXPECT_EQ(casebook.episodes_of(doubles.real).front().admitted_on, outlook.care.front().episode.admitted_on);
    EXPECT_EQ(casebook.counts_of(doubles.real),
              (model::RecordCounts{.notes = 4, .drafts = 2, .forms = 4, .goals = 2, .episodes = 1}));
}

TEST(MergedClients, AreNewsForTheOneWhoIsLeftAndThatTheOtherIsGone)
{
    auto casebook = Casebook::in_memory();
    const auto doubles = fill(casebook);
    News news{casebook};
    casebook.merge_clients(doubles.twin, doubles.real, "The same person", now);
    const auto told = news.told();
    EXPECT_THAT(told, testing::Contains(storage::Change{storage::Changed::client_gone, doubles.twin}));
    EXPECT_THAT(told, testing::Contains(storage::Change{storage::Changed::notes, doubles.real}));
    EXPECT_EQ(std::ranges::count(told, std::optional{doubles.twin}, &storage::Change::client), 1)
        << "nobody can ask for anything of that client";
}

TEST(MergedClients, TakeAlongWhereSomebodyWasWhenItWasLocked)
{
    auto casebook = Casebook::in_memory();
    const auto doubles = fill(casebook);
    const storage::LeftOpen left{.client = doubles.twin, .typed = {{.tab = 1, .field = "Reason", .text = "half"}}};
    casebook.keep_left_open(left);
    casebook.merge_clients(doubles.twin, doubles.real, "The same person", now);
    EXPECT_EQ(casebook.left_open()->client, doubles.real);
    EXPECT_EQ(casebook.left_open()->typed, left.typed);
}

TEST(MergedClients, BringWhatWasTypedOnTheOthersDetailsIntoNoFieldOfTheSurvivor)
{
    auto casebook = Casebook::in_memory();
    const auto doubles = fill(casebook);
    casebook.keep_left_open(
        storage::LeftOpen{.client = doubles.twin, .tab = 5, .typed = {{.tab = 5, .field = "Contact", .text = "half"}}});
    casebook.merge_clients(doubles.twin, doubles.real, "The same person", now);
    EXPECT_EQ(casebook.left_open()->typed.front().field, "A-OO1: Contact") << "no field has this name";
    EXPECT_EQ(casebook.left_open()->typed.front().text, "half");
}

TEST(MergedClients, HaveLevelsOfCareThatNoLongerStandAsCorrections)
{
    auto casebook = Casebook::in_memory();
    const auto doubles = fill(casebook);
    casebook.set_level_of_care(doubles.twin,
                               {.from = 2025_y / 2 / 1, .level = model::LevelOfCare::inpatient, .reason = "Ward"});
    casebook.merge_clients(doubles.twin, doubles.real, "The same person", now);
    const auto corrections = casebook.episodes_of(doubles.real).front().corrections;
    const auto level = std::ranges::find(corrections, model::EpisodePart::level_of_care, &model::EpisodeCorrection::of);
    ASSERT_NE(level, corrections.end());
    EXPECT_EQ(*level, (model::EpisodeCorrection{.of = model::EpisodePart::level_of_care,
                                                .was_on = 2025_y / 2 / 1,
                                                .level = model::LevelOfCare::inpatient,
                                                .reason = "Ward",
                                                .why = "The same person",
                                                .by = "Dana Example, LMFT",
                                                .at = now}));
}

/// A row of the client who is merged, changed past its seal.
class DamagedBeforeAMerge : public testing::TestWithParam<const char*> {};

TEST_P(DamagedBeforeAMerge, StandsInNobodysWayAndStaysDamaged)
{
    const QuickCasebook place;
    {
        auto casebook = place.open();
        fill(casebook);
    }
    tamper(place, {GetParam()});
    auto casebook = place.open();
    const auto before = verified(casebook).findings.size();
    ASSERT_GT(before, 0U);
    casebook.merge_clients({2}, {1}, "The same person", now);
    EXPECT_EQ(casebook.clients().size(), 2U);
    EXPECT_EQ(verified(casebook).findings.size(), before) << "it is neither healed nor hidden";
    casebook.merge_clients({1}, {3}, "All one", now);
    EXPECT_EQ(casebook.clients().size(), 1U) << "nor does it later";
}

INSTANTIATE_TEST_SUITE_P(
    Rows, DamagedBeforeAMerge,
    testing::Values(
        "UPDATE goal SET wording = 'Other' WHERE client_id = 2", "UPDATE draft SET saved_at = 1 WHERE client_id = 2",
        "UPDATE note SET signed_at = 1 WHERE id = (SELECT min(id) FROM note WHERE client_id = 2)",
        "UPDATE administration SET total = 1 WHERE id = (SELECT max(id) FROM administration WHERE client_id = 2)",
        "UPDATE notice SET raised_at = 1 WHERE id = (SELECT min(id) FROM notice WHERE client_id = 2)",
        "UPDATE episode SET discharge_reason = 'x' WHERE client_id = 2",
        "UPDATE episode SET discharge_reason = 'x' WHERE client_id = 1",
        "UPDATE level_of_care_span SET reason = 'x' WHERE episode_id = 2",
        "UPDATE level_of_care_span SET reason = 'x' WHERE episode_id = 1"),
    [](const auto& row) {
        const std::string sql = row.param;
        return sql.substr(7, sql.find(' ', 7) - 7) + (sql.ends_with('1') ? "_of_the_survivor" : "");
    });

TEST(MergedClients, KeepLevelsOfCareThatWereOnlyPassedOver)
{
    auto casebook = Casebook::in_memory();
    const auto real = casebook.add_client({.code = "A-001"});
    casebook.admit(real, 2024_y / 1 / 1, model::LevelOfCare::outpatient, "");
    casebook.set_level_of_care(real, {.from = 2024_y / 2 / 1, .level = model::LevelOfCare::intensive});
    const auto episode = casebook.episodes_of(real).front();
    casebook.correct_admission(episode.id, 2024_y / 3 / 1, "A slip", now);
    casebook.merge_clients(casebook.add_client({.code = "A-OO1"}), real, "The same person", now);
    casebook.correct_admission(episode.id, 2024_y / 1 / 1, "It was right", now);
    EXPECT_EQ(casebook.episodes_of(real).front().levels, episode.levels);
}

TEST(MergedClients, AreTwo)
{
    auto casebook = Casebook::in_memory();
    const auto doubles = fill(casebook);
    EXPECT_EQ(failure_of([&] { casebook.merge_clients(doubles.real, doubles.real, "Twice", now); }),
              StorageErrorKind::refused);
    EXPECT_EQ(failure_of([&] { casebook.merge_clients({99}, doubles.real, "Nobody", now); }),
              StorageErrorKind::not_found);
    EXPECT_NE(failure_of([&] { casebook.merge_clients(doubles.twin, doubles.real, " ", now); }), std::nullopt);
    EXPECT_EQ(casebook.clients().size(), 3U);
}

TEST(AClientAddedByMistake, GoesAtOnceWithoutASignedNote)
{
    auto casebook = Casebook::in_memory();
    const auto client = casebook.add_client({.code = "A1", .name = "Nobody"});
    casebook.admit(client, 2024_y / 1 / 1, model::LevelOfCare::outpatient, "");
    casebook.start_draft(client, note_on(2024_y / 2 / 1, "Begun"), {}, now);
    casebook.add_administration(client, {.measure = "phq-9", .taken_on = 2024_y / 2 / 1, .total = 9}, now);
    casebook.remove_client(client, now);

    EXPECT_TRUE(casebook.clients().empty());
    EXPECT_EQ(casebook.erasures().front().ground, ErasureGround::added_by_mistake);
    EXPECT_TRUE(verified(casebook).is_sound());
    EXPECT_NE(casebook.add_client({.code = "A1"}), client) << "the number never comes to mean another";
}

TEST(AClientAddedByMistake, StaysWithASignedNote)
{
    auto casebook = Casebook::in_memory();
    const auto doubles = fill(casebook);
    EXPECT_EQ(failure_of([&] { casebook.remove_client(doubles.other, now); }), StorageErrorKind::refused);
    EXPECT_EQ(counted(casebook, doubles.other), (std::vector<std::size_t>{2, 1, 2, 1, 2, 1}));
}

TEST(AnErasedClient, IsGoneButForTheActThatSaysSo)
{
    const QuickCasebook place;
    model::ClientId erased{};
    {
        auto casebook = place.open();
        const auto doubles = fill(casebook);
        erased = doubles.real;
        casebook.merge_clients(doubles.twin, doubles.real, "The same person", now);
        casebook.erase_client(erased, ErasureGround::legal_duty, "Asked for by letter", now);
        EXPECT_EQ(casebook.erasures(), (std::vector<model::Erasure>{{.client = erased,
                                                                     .code = "A-001",
                                                                     .ground = ErasureGround::legal_duty,
                                                                     .reason = "Asked for by letter",
                                                                     .by = "Dana Example, LMFT",
                                                                     .at = now,
                                                                     .notes = 4,
                                                                     .forms = 4,
                                                                     .former_codes = {"A-OO1"}}}));
        EXPECT_TRUE(verified(casebook).is_sound());
        EXPECT_EQ(casebook.acts({.client = erased}, 1).front().kind, model::ActKind::client_erased);
    }
    EXPECT_EQ(faults_of(place), std::vector<std::string>{});
    auto files = place.open_bare();
    SQLite::Statement tables{files.record, "SELECT name, sql FROM sqlite_master WHERE type = 'table'"};
    while (tables.executeStep()) {
        const auto table = tables.getColumn(0).getString();
        if (table != "erasure" && table != "act_log" &&
            tables.getColumn(1).getString().find("client_id") != std::string::npos) {
            const std::string column = table == "client_merge" ? "into_client_id" : "client_id";
            SQLite::Statement rows{files.record, "SELECT count(*) FROM " + table + " WHERE " + column + " = :client"};
            rows.bind(":client", erased.value);
            rows.executeStep();
            EXPECT_EQ(rows.getColumn(0).getInt(), 0) << table;
        }
    }
}

TEST(AnErasedClient, TakesTheNotesAlongThatWereSignedInAnotherRecord)
{
    const QuickCasebook place;
    auto casebook = place.open();
    const auto doubles = fill(casebook);
    auto content = note_on(2025_y / 3 / 1, "Not hers.");
    content.risk.level = model::RiskLevel::ideation;
    const auto note = casebook.add_signed_note(doubles.other, content, at(2025_y / 3 / 1, 18));
    casebook.review_notice(casebook.notices_of(doubles.other).front().id, "Called.", at(2025_y / 3 / 1, 19));
    const auto wrong = casebook.add_client({.code = "W-1"});
    const auto draft = casebook.give_note_to(note, wrong, "Of another person", now);
    EXPECT_EQ(casebook.counts_of(wrong).misfiled, 1);
    casebook.move_draft(draft, doubles.twin, now);
    EXPECT_EQ(casebook.counts_of(wrong).misfiled, 0) << "it is of neither of the first two";
    casebook.merge_clients(doubles.twin, doubles.real, "The same person", now);
    EXPECT_EQ(casebook.counts_of(doubles.real).misfiled, 1);
    EXPECT_EQ(casebook.counts_of(doubles.other).misfiled, 0);
    const auto of_other = counted(casebook, doubles.other);

    News news{casebook};
    casebook.erase_client(doubles.real, ErasureGround::legal_duty, "Asked for by letter", now);
    EXPECT_EQ(failure_of([&] { static_cast<void>(casebook.note(note)); }), StorageErrorKind::not_found);
    EXPECT_EQ(counted(casebook, doubles.other)[0], of_other[0] - 1);
    EXPECT_EQ(counted(casebook, doubles.other)[4], of_other[4] - 1) << "and its notice";
    EXPECT_EQ(casebook.erasures().front().notes, 5);
    EXPECT_EQ(casebook.acts({.client = doubles.other}, 1).front().kind, model::ActKind::misfiled_note_erased);
    EXPECT_THAT(news.told(), testing::Contains(storage::Change{storage::Changed::notes, doubles.other}));
    EXPECT_TRUE(verified(casebook).is_sound());
}

TEST(AnErasedClient, TakesANoteThatWentFromHandToHandAndNoneWhoseDraftWasDiscarded)
{
    auto casebook = Casebook::in_memory();
    const auto doubles = fill(casebook);
    const auto day = 2025_y / 3 / 1;
    const auto first = casebook.add_signed_note(doubles.other, note_on(day, "Hers."), at(day, 18));
    const auto second =
        casebook.sign_draft(casebook.give_note_to(first, doubles.twin, "Of another person", now), at(day, 19));
    casebook.give_note_to(second, doubles.real, "Of yet another", now);
    const auto kept = casebook.add_signed_note(doubles.other, note_on(day, "Not hers."), at(day, 18));
    casebook.discard_draft(casebook.give_note_to(kept, doubles.real, "Of another person", now));
    EXPECT_EQ(casebook.counts_of(doubles.real).misfiled, 2);
    EXPECT_EQ(casebook.counts_of(doubles.twin).misfiled, 1);
    casebook.erase_client(doubles.real, ErasureGround::legal_duty, "Asked for by letter", now);
    EXPECT_EQ(failure_of([&] { static_cast<void>(casebook.note(first)); }), StorageErrorKind::not_found);
    EXPECT_EQ(failure_of([&] { static_cast<void>(casebook.note(second)); }), StorageErrorKind::not_found);
    EXPECT_EQ(casebook.note(kept).client, doubles.other);
    EXPECT_TRUE(verified(casebook).is_sound());
}

TEST(AClientAddedByMistake, LeavesTheNoteThatWasTakenForTheirs)
{
    auto casebook = Casebook::in_memory();
    const auto doubles = fill(casebook);
    const auto mistake = casebook.add_client({.code = "C-3"});
    const auto note = casebook.add_signed_note(doubles.other, note_on(2025_y / 3 / 1, "Hers."), at(2025_y / 3 / 1, 18));
    casebook.give_note_to(note, mistake, "Of another person", now);
    casebook.remove_client(mistake, now);
    EXPECT_EQ(casebook.note(note).entered_in_error->drafted_for, "C-3");
    EXPECT_TRUE(verified(casebook).is_sound());
}

TEST(AnErasedClient, LeavesTheCodesOfThoseWhoHadBeenMerged)
{
    auto casebook = Casebook::in_memory();
    const auto doubles = fill(casebook);
    casebook.merge_clients(doubles.twin, doubles.real, "The same person", now);
    casebook.merge_clients(doubles.other, doubles.real, "The same person", now);
    casebook.erase_client(doubles.real, ErasureGround::legal_duty, "Asked for", now);
    EXPECT_EQ(casebook.erasures().front().former_codes, (std::vector<std::string>{"A-OO1", "B-2"}));
}

TEST(AnErasedClient, LeavesNoWordThatWasTypedBeforeALock)
{
    auto casebook = Casebook::in_memory();
    const auto doubles = fill(casebook);
    const storage::LeftOpen::Typed of_settings{.tab = -2, .field = "Minutes", .text = "15"};
    casebook.keep_left_open(
        storage::LeftOpen{.client = doubles.real,
                          .tab = 3,
                          .note = model::DraftId{1},
                          .names_are_hidden = true,
                          .typed = {{.tab = 0, .field = "Data", .text = "half a word"}, of_settings}});
    casebook.erase_client(doubles.real, ErasureGround::legal_duty, "Asked for", now);
    EXPECT_EQ(casebook.left_open(), (storage::LeftOpen{.tab = 3, .names_are_hidden = true, .typed = {of_settings}}));
    EXPECT_TRUE(verified(casebook).is_sound());
}

TEST(AnErasedClient, IsNewsAsSomebodyWhoIsGone)
{
    auto casebook = Casebook::in_memory();
    const auto doubles = fill(casebook);
    News news{casebook};
    casebook.erase_client(doubles.real, ErasureGround::legal_duty, "Asked for", now);
    EXPECT_EQ(news.told(), (std::vector<storage::Change>{{storage::Changed::client_gone, doubles.real}}));
}

TEST(AnErasedClient, TakesNobodyElseAlong)
{
    auto casebook = Casebook::in_memory();
    const auto doubles = fill(casebook);
    const auto other = counted(casebook, doubles.other);
    const auto record = casebook.record_of(doubles.other);
    casebook.erase_client(doubles.real, ErasureGround::retention_ended, "Ten years are over", now);
    EXPECT_EQ(counted(casebook, doubles.other), other);
    EXPECT_EQ(casebook.record_of(doubles.other), record);
    EXPECT_EQ(casebook.clients().size(), 2U);
}

TEST(AnErasedClient, IsErasedWithAReason)
{
    auto casebook = Casebook::in_memory();
    const auto doubles = fill(casebook);
    EXPECT_NE(failure_of([&] { casebook.erase_client(doubles.real, ErasureGround::legal_duty, " ", now); }),
              std::nullopt);
    EXPECT_EQ(casebook.clients().size(), 3U);
    EXPECT_TRUE(casebook.erasures().empty());
}

/// What stood in a casebook before an act and what stands there after it, as numbers of rows.
std::vector<std::size_t> state_of(const Casebook& casebook)
{
    std::vector<std::size_t> state;
    for (const auto& client : casebook.clients()) {
        const auto counts = counted(casebook, client.id);
        state.insert(state.end(), counts.begin(), counts.end());
        for (const auto& episode : casebook.episodes_of(client.id)) {
            state.push_back(static_cast<std::size_t>(date::sys_days{episode.admitted_on}.time_since_epoch().count()));
        }
    }
    return state;
}

TEST(MergingErasingAndCorrecting, KilledAnywhereLeaveTheOldOrTheNewState)
{
    const std::vector<std::function<void(Casebook&)>> acts{
        [](Casebook& casebook) { casebook.merge_clients({2}, {1}, "The same person", now); },
        [](Casebook& casebook) { casebook.erase_client({1}, ErasureGround::legal_duty, "Asked for", now); },
        [](Casebook& casebook) { casebook.correct_admission({1}, 2024_y / 12 / 1, "A slip", now); },
        [](Casebook& casebook) { casebook.give_note_to({1}, {3}, "Another person's", now); },
    };
    for (std::size_t number = 0; number < acts.size(); ++number) {
        std::set<bool> was_done;
        for (int delay = 0; delay < 10 || (was_done.size() < 2 && delay < 60); ++delay) {
            const QuickCasebook place;
            std::vector<std::size_t> before;
            std::vector<std::size_t> after;
            {
                auto casebook = place.open();
                fill(casebook);
                before = state_of(casebook);
                auto twin = Casebook::in_memory();
                fill(twin);
                acts[number](twin);
                after = state_of(twin);
            }
            int pipe[2]{};
            ASSERT_EQ(::pipe(pipe), 0);
            const pid_t child = ::fork();
            if (child == 0) {
                ::prctl(PR_SET_PDEATHSIG, SIGKILL);
                auto casebook = place.open();
                static_cast<void>(::write(pipe[1], "r", 1));
                acts[number](casebook);
                ::pause();
            }
            char ready = 0;
            ASSERT_EQ(::read(pipe[0], &ready, 1), 1);
            ::usleep(static_cast<useconds_t>(delay * 2'500));
            ::kill(child, SIGKILL);
            ::waitpid(child, nullptr, 0);
            ::close(pipe[0]);
            ::close(pipe[1]);

            auto casebook = place.open();
            const auto state = state_of(casebook);
            EXPECT_THAT(state, testing::AnyOf(before, after)) << "act " << number << ", delay " << delay;
            EXPECT_TRUE(verified(casebook).is_sound()) << "act " << number << ", delay " << delay;
            was_done.insert(state == after);
        }
        EXPECT_EQ(was_done.size(), 2U) << "act " << number << " was never killed before, or never after it was kept";
    }
}

} // namespace tests::merging
