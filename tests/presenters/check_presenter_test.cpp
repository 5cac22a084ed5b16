#include "app/presenters/activity_presenter.h"
#include "app/presenters/caseload_presenter.h"
#include "app/presenters/check_presenter.h"
#include "app/presenters/sessions_presenter.h"
#include "app/words/earlier_words.h"
#include "storage/backups.h"
#include "tests/support/storage_trouble.h"
#include "tests/support/tampering.h"

#include <gmock/gmock.h>

#include <set>

namespace {

using namespace tests;
using app::CheckPresenter;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::MatchesRegex;
using State = CheckPresenter::State;

class Check : public testing::Test {
protected:
    Check() { write_one_of_everything(practice_); }

    void back_up()
    {
        auto casebook = practice_.open();
        const auto when = at(2024_y / 4 / 30, 18);
        storage::prove(casebook.copy_for_backup(storage::place_for_backup(casebook.folder(), when), when),
                       storage::prove_databases, {});
    }

    CheckPresenter::Screen checked(storage::Casebook& casebook)
    {
        const app::Workplace place{casebook, clock_, names_};
        CheckPresenter check{place};
        check.begin();
        EXPECT_EQ(check.screen().state, State::working);
        while (check.step()) {}
        return check.screen();
    }

    QuickCasebook practice_{};
    app::Clock clock_{.now = [] { return at(2024_y / 5 / 1, 12); }};
    app::Names names_{};
};

TEST_F(Check, SaysInOneSentenceThatAllIsAsItWasWritten)
{
    auto casebook = practice_.open();
    const auto screen = checked(casebook);
    EXPECT_EQ(screen.state, State::done);
    EXPECT_THAT(screen.outcome,
                MatchesRegex("Everything is as it was written: [0-9]+ records and [0-9]+ activity entries\\."));
    EXPECT_THAT(screen.findings, IsEmpty());
    const auto newest = casebook.acts({}, 1).front();
    EXPECT_EQ(newest.kind, model::ActKind::verified);
    EXPECT_EQ(newest.record, 0);
}

TEST_F(Check, NamesTheRecordThatWasEditedWhoseItIsAndWhoWroteIt)
{
    tamper(practice_, {"UPDATE goal SET wording = 'Say yes' WHERE id = 1"});
    auto casebook = practice_.open();
    const auto screen = checked(casebook);
    ASSERT_EQ(screen.findings.size(), 1U);
    EXPECT_THAT(screen.findings[0].title, testing::StartsWith("Goal no. 1 · A. Example · written "));
    EXPECT_THAT(screen.findings[0].title, HasSubstr(" by Dana Example"));
    EXPECT_THAT(screen.findings[0].meaning, HasSubstr("changed from outside Mendline"));
    EXPECT_EQ(screen.findings[0].row, (storage::RowName{.table = "goal", .id = 1}));
    EXPECT_THAT(screen.outcome, testing::StartsWith("One thing is not as written"));

    names_.are_hidden = true;
    EXPECT_THAT(checked(casebook).findings[0].title, testing::StartsWith("Goal no. 1 · A1 · "));
}

TEST_F(Check, TellsWhatWasTakenOutFromWhatWasPutIn)
{
    tamper(practice_, {"DELETE FROM addendum WHERE id = 1", "DELETE FROM act_log WHERE number = 4",
                       "UPDATE act_log SET kind = 'verified' WHERE number = 6"});
    auto casebook = practice_.open();
    std::string all;
    for (const auto& finding : checked(casebook).findings) {
        all += finding.title + ": " + finding.meaning + "\n";
    }
    EXPECT_THAT(all, HasSubstr("Addendum to a note no. 1 · A. Example"));
    EXPECT_THAT(all, HasSubstr("It was removed from outside Mendline"));
    EXPECT_THAT(all, HasSubstr("Entry 4 of the activity: It was removed from the activity list."));
    EXPECT_THAT(all, HasSubstr("Entry 6 of the activity: What it says is not what was entered."));

    const app::Workplace place{casebook, clock_, names_};
    app::ActivityPresenter activity{place};
    const auto damaged = std::ranges::count_if(activity.screen().lines, &app::ActivityPresenter::Line::is_damaged);
    EXPECT_GE(damaged, 1);
}

TEST_F(Check, IsStoppedWithoutAReport)
{
    auto casebook = practice_.open();
    const app::Workplace place{casebook, clock_, names_};
    CheckPresenter check{place};
    check.begin();
    check.stop();
    EXPECT_EQ(check.screen(), CheckPresenter::Screen{.state = State::stopped});
    EXPECT_FALSE(check.step());
    EXPECT_NE(casebook.acts({}, 1).front().kind, model::ActKind::verified);
}

TEST_F(Check, ShowsWhatItFoundAlsoWhereThatCannotBeEnteredIntoTheLog)
{
    tamper(practice_, {"UPDATE goal SET wording = 'Say yes' WHERE id = 1"});
    bool is_log_broken = false;
    storage::Casebook casebook{practice_.folder(), practice_.vault(), [&] {
                                   if (is_log_broken) {
                                       throw storage::StorageError{storage::StorageErrorKind::damaged, "broken"};
                                   }
                                   return no_time();
                               }};
    const app::Workplace place{casebook, clock_, names_};
    CheckPresenter check{place};
    std::string seen;
    check.on_change = [&] { seen = check.screen().outcome; };
    check.begin();
    is_log_broken = true;
    EXPECT_EQ(failure_of([&] {
                  while (check.step()) {}
              }),
              storage::StorageErrorKind::damaged);
    is_log_broken = false;
    EXPECT_EQ(check.screen().state, State::done);
    EXPECT_THAT(seen, testing::StartsWith("One thing is not as written"));
}

TEST_F(Check, ShowsAHundredOfMoreFindings)
{
    {
        auto casebook = practice_.open();
        casebook.together([&] {
            for (int goal = 0; goal < 130; ++goal) {
                casebook.add_goal({1}, {.wording = "Goal", .family = "boundaries", .agreed_on = 2024_y / 1 / 2});
            }
        });
    }
    tamper(practice_, {"UPDATE goal SET wording = 'Other' WHERE id > 1"});
    auto casebook = practice_.open();
    const auto screen = checked(casebook);
    EXPECT_EQ(screen.findings.size(), 100U);
    EXPECT_EQ(screen.more_findings, 30U);
}

TEST_F(Check, IsNotNeededToSeeThatANoteAndAClientAreDamaged)
{
    tamper(practice_, {"UPDATE note SET opening = 'Forged' WHERE id = 2"});
    {
        auto casebook = practice_.open();
        const app::Workplace place{casebook, clock_, names_};
        const app::SessionsPresenter sessions{place, {1}};
        const auto damaged =
            std::ranges::find(sessions.screen().rows, app::SessionMark::damaged_note, &app::SessionRow::mark);
        ASSERT_NE(damaged, sessions.screen().rows.end());
        EXPECT_EQ(damaged->note, app::AnyNote{model::NoteId{2}});
        EXPECT_EQ(damaged->opening, "") << "what it says now is not shown";
        EXPECT_EQ(std::ranges::count(sessions.screen().rows, app::SessionMark::damaged_note, &app::SessionRow::mark),
                  1);
    }
    tamper(practice_, {"UPDATE client SET name = 'Forged' WHERE id = 1"});
    auto casebook = practice_.open();
    const app::CaseloadPresenter caseload{casebook, clock_, names_};
    ASSERT_EQ(caseload.screen().rows.size(), 1U);
    EXPECT_TRUE(caseload.screen().rows[0].is_damaged);
    EXPECT_EQ(caseload.screen().rows[0].name, "Damaged record");
}

TEST_F(Check, ShowsADamagedRecordAsItStandsInTheNewestBackup)
{
    back_up();
    tamper(practice_, {"UPDATE goal SET wording = 'Say yes' WHERE id = 1", "DELETE FROM addendum WHERE id = 1"});
    auto casebook = practice_.open();
    const auto screen = checked(casebook);
    ASSERT_EQ(screen.findings.size(), 2U);
    const auto& addendum = screen.findings[0].earlier;
    const auto& goal = screen.findings[1].earlier;
    EXPECT_EQ(goal.caption, "As it is in the backup of 30 Apr 2024, 18:00");
    ASSERT_FALSE(goal.facts.empty());
    EXPECT_EQ(goal.facts[0], (app::RecordFact{.caption = "Goal", .text = "Say no"}));
    std::string note;
    for (const auto& fact : addendum.facts) {
        note += fact.caption + ": " + fact.text + "\n";
    }
    EXPECT_THAT(note, HasSubstr("It was Tuesday.")) << "a part that is gone comes with the whole note";
    EXPECT_THAT(note, HasSubstr("Plan: Again on Friday.")) << note;
    EXPECT_THAT(note, HasSubstr("therapist 4, client 0")) << note;
}

TEST_F(Check, SaysWhenNoBackupHasTheRecord)
{
    tamper(practice_, {"UPDATE goal SET wording = 'Say yes' WHERE id = 1"});
    auto casebook = practice_.open();
    const auto screen = checked(casebook);
    EXPECT_THAT(screen.findings[0].earlier.caption,
                testing::StartsWith("None of the backups on this computer has it."));
    EXPECT_THAT(screen.findings[0].earlier.facts, IsEmpty());
}

TEST_F(Check, HasWordsForEveryKindOfRecordThatABackupHas)
{
    {
        auto casebook = practice_.open();
        casebook.set_settings({.lock_after_minutes = 7});
        auto risky = note_on(2024_y / 5 / 1, "Grave.");
        risky.risk = {.level = model::RiskLevel::plan, .actions = "Called the crisis line together."};
        casebook.add_signed_note({1}, risky, at(2024_y / 5 / 1, 20));
    }
    back_up();
    std::vector<std::string> statements;
    const auto tables = {"practice", "therapist", "setting", "client",         "episode", "level_of_care_span",
                         "modality", "goal",      "draft",   "administration", "note",    "note_section",
                         "rating",   "addendum",  "notice",  "summary_choice"};
    for (const std::string table : tables) {
        statements.push_back("UPDATE " + table + " SET act = act + 1");
    }
    tamper(practice_, statements);
    auto casebook = practice_.open();
    const auto screen = checked(casebook);
    std::set<std::string> shown;
    for (const auto& finding : screen.findings) {
        ASSERT_TRUE(finding.row);
        const bool is_above = finding.earlier.caption == app::earlier_words::shown_above();
        EXPECT_TRUE(is_above || !finding.earlier.facts.empty()) << finding.row->table;
        shown.insert(finding.row->table);
    }
    EXPECT_EQ(shown.size(), tables.size());

    names_.are_hidden = true;
    for (const auto& finding : checked(casebook).findings) {
        for (const auto& fact : finding.earlier.facts) {
            EXPECT_THAT(fact.text, testing::Not(HasSubstr("A. Example"))) << finding.row->table;
        }
    }
}

} // namespace
