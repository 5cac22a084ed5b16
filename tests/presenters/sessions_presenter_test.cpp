#include "app/presenters/sessions_presenter.h"
#include "app/presenters/signed_note_presenter.h"
#include "tests/support/casebooks.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>

namespace {

using namespace date::literals;
using app::SessionMark;
using app::SessionsPresenter;
using app::SignedNotePresenter;
using testing::ElementsAre;
using testing::Field;
using testing::IsEmpty;
using testing::Pair;
using testing::SizeIs;

const model::Moment evening = tests::at(2024_y / 3 / 15, 18);

class Sessions : public testing::Test {
protected:
    model::NoteId sign(const model::NoteContent& content)
    {
        return casebook_.add_signed_note(practice_.client, content, evening);
    }

    tests::SmallPractice practice_;
    storage::Casebook& casebook_ = practice_.casebook;
    app::Clock clock_{.now = [] { return evening; }};
    app::Names names_{};
    const app::Workplace place_{casebook_, clock_, names_};
};

TEST_F(Sessions, AreNoneAtFirst)
{
    const SessionsPresenter sessions{place_, practice_.client};
    EXPECT_EQ(sessions.screen(), SessionsPresenter::Screen{});
}

TEST_F(Sessions, StandNewestFirstDraftsAmongThem)
{
    SessionsPresenter sessions{place_, practice_.client};
    sign(tests::note_on(2024_y / 3 / 1));
    sign(tests::note_on(2024_y / 3 / 13));
    const auto draft =
        casebook_.start_draft(practice_.client, tests::note_on(2024_y / 3 / 8, "First line\nsecond"), {}, evening);

    const auto& rows = sessions.screen().rows;
    EXPECT_THAT(rows, ElementsAre(Field(&app::SessionRow::date, "Wed 13 Mar 2024"),
                                  Field(&app::SessionRow::date, "Fri 8 Mar 2024"),
                                  Field(&app::SessionRow::date, "Fri 1 Mar 2024")));
    EXPECT_EQ(rows[1].mark, SessionMark::draft);
    EXPECT_EQ(rows[1].opening, "First line second");
    EXPECT_EQ(rows[1].time, "14:00");
    EXPECT_EQ(rows[1].length, "50 min");
    EXPECT_EQ(sessions.row_of(draft), 1U);
    EXPECT_EQ(sessions.row_of(model::NoteId{999}), 3U);
    EXPECT_EQ(sessions.screen().count, "3 sessions, 1 not signed");
}

TEST(SessionsOnDisk, ADraftThatCannotBeReadStandsAmongThemAsDamaged)
{
    const tests::CasebookOnDisk place;
    {
        auto casebook = place.open();
        const auto client = casebook.add_client({.code = "A1"});
        casebook.start_draft(client, tests::note_on(2024_y / 3 / 14), {}, evening);
        casebook.start_draft(client, tests::note_on(2024_y / 3 / 15), {}, evening);
    }
    place.open_bare().record.exec("UPDATE draft SET content = '{' WHERE held_on = '2024-03-15'");

    auto casebook = place.open();
    const app::Clock clock{.now = [] { return evening; }};
    const app::Names names{};
    const SessionsPresenter sessions{{casebook, clock, names}, casebook.caseload(2024_y / 3 / 15).at(0).client.id};
    ASSERT_THAT(sessions.screen().rows, SizeIs(2));
    EXPECT_EQ(sessions.screen().rows[0].mark, SessionMark::damaged);
    EXPECT_EQ(sessions.screen().rows[0].date, "Fri 15 Mar 2024");
    EXPECT_EQ(sessions.screen().rows[1].mark, SessionMark::draft);
}

TEST_F(Sessions, SayTheirZoneWhereItIsNotTheClocks)
{
    sign(tests::full_note_on(2024_y / 3 / 1, practice_.goal));
    const SessionsPresenter sessions{place_, practice_.client};
    EXPECT_EQ(sessions.screen().rows.front().time, "14:00 (Europe/Berlin)");
}

TEST_F(Sessions, FollowTheClockOfThePractice)
{
    clock_.habits.hours = model::HourClock::of_12;
    clock_.zone = "Europe/Berlin";
    const auto id = sign(tests::full_note_on(2024_y / 3 / 1, practice_.goal));
    const SessionsPresenter sessions{place_, practice_.client};
    EXPECT_EQ(sessions.screen().rows.front().time, "2:00 pm");
    const SignedNotePresenter note{place_, id};
    EXPECT_EQ(note.screen().heading, "Fri 1 Mar 2024, 2:00 pm - 3:30 pm · 90 min");
    EXPECT_EQ(note.screen().signature, "Signed by Dana Example, LMFT, licence 12345 on 15 Mar 2024, 7:00 pm");
}

TEST_F(Sessions, CarryTheMarksOfWhatWasAddedLater)
{
    const auto added = sign(tests::note_on(2024_y / 3 / 13));
    const auto wrong = sign(tests::note_on(2024_y / 3 / 8));
    const SessionsPresenter sessions{place_, practice_.client};
    casebook_.add_addendum(added, "More", "Came later", evening);
    casebook_.mark_entered_in_error(wrong, "Wrong client", evening);
    EXPECT_THAT(sessions.screen().rows, ElementsAre(Field(&app::SessionRow::mark, SessionMark::with_addendum),
                                                    Field(&app::SessionRow::mark, SessionMark::in_error)));
}

TEST_F(Sessions, OfAnotherClientAreNoNews)
{
    SessionsPresenter sessions{place_, practice_.client};
    int news = 0;
    sessions.on_change = [&] { ++news; };
    const auto other = casebook_.add_client({.code = "B2"});
    casebook_.start_draft(other, tests::note_on(2024_y / 3 / 8), {}, evening);
    EXPECT_EQ(news, 0);
}

TEST_F(Sessions, AreReadWithEverythingThatWasSigned)
{
    const auto id = sign(tests::full_note_on(2024_y / 3 / 1, practice_.goal));
    const SignedNotePresenter note{place_, id};
    const auto& screen = note.screen();
    EXPECT_EQ(screen.heading, "Fri 1 Mar 2024, 14:00 (Europe/Berlin) - 15:30 · 90 min");
    EXPECT_EQ(screen.details, "Telehealth (video) · Intensive · Attended");
    EXPECT_THAT(screen.sections, ElementsAre(Pair(model::SectionKind::data, "Ναι, 話しました 🙂"),
                                             Pair(model::SectionKind::plan, "Again on Friday.\nBring the list.")));
    EXPECT_THAT(screen.goals, ElementsAre(app::RatedGoal{.wording = "Say no", .ratings = "therapist 4, client 0"}));
    EXPECT_EQ(screen.risk, "No suicidal ideation reported; dissociation seen. Done: Grounding.");
    EXPECT_EQ(screen.homework, "Ten minutes a day.");
    EXPECT_EQ(screen.signature, "Signed by Dana Example, LMFT, licence 12345 on 15 Mar 2024, 19:00 (Europe/Berlin)")
        << "one zone for session and signature";
}

TEST_F(Sessions, TakeAnAddendumWithTextAndReason)
{
    SignedNotePresenter note{place_, sign(tests::note_on(2024_y / 3 / 1))};
    note.add();
    note.start_addendum();
    note.add();
    EXPECT_EQ(note.screen().problem, app::AdditionProblem::text_missing);
    EXPECT_TRUE(note.type_text("The GP called."));
    EXPECT_EQ(note.screen().problem, std::nullopt);
    note.type_reason("  ");
    note.add();
    EXPECT_EQ(note.screen().problem, app::AdditionProblem::reason_missing);
    EXPECT_THAT(note.screen().addenda, IsEmpty());
    note.type_reason("Came later");
    note.add();
    ASSERT_THAT(note.screen().addenda, SizeIs(1));
    EXPECT_EQ(note.screen().addenda.front().text, "The GP called.");
    EXPECT_EQ(note.screen().addenda.front().reason, "Reason: Came later");
    EXPECT_EQ(note.screen().adding, SignedNotePresenter::Adding::nothing);
    EXPECT_EQ(note.screen().text, "");
    EXPECT_THAT(note.screen().sections, SizeIs(1));
}

TEST_F(Sessions, AskAboutAnAddendumThatIsCancelledAndThenKeepNoneOfIt)
{
    SignedNotePresenter note{place_, sign(tests::note_on(2024_y / 3 / 1))};
    note.start_addendum();
    note.put_aside();
    EXPECT_EQ(note.screen().adding, SignedNotePresenter::Adding::nothing) << "nothing was typed";

    note.start_addendum();
    note.type_text("half a sentence");
    note.put_aside();
    EXPECT_TRUE(note.screen().asks_about_unsaved);
    EXPECT_EQ(note.screen().adding, SignedNotePresenter::Adding::addendum) << "in sight until it is answered";
    note.keep_writing();
    EXPECT_EQ(note.undo_text()->text, "");
    EXPECT_EQ(note.redo_text()->text, "half a sentence");

    note.start_error_mark();
    EXPECT_EQ(note.screen().adding, SignedNotePresenter::Adding::addendum) << "one thing at a time";
    note.put_aside();
    note.throw_away();
    note.start_error_mark();
    EXPECT_EQ(note.screen().text, "");
    EXPECT_TRUE(note.may_leave());
}

TEST_F(Sessions, AreNotLeftOverAnAddendumThatWasNotAdded)
{
    SignedNotePresenter note{place_, sign(tests::note_on(2024_y / 3 / 1))};
    note.start_addendum();
    EXPECT_TRUE(note.may_leave());
    note.type_text("half a sentence");
    EXPECT_FALSE(note.may_leave());
    EXPECT_TRUE(note.screen().asks_about_unsaved);

    note.keep_writing();
    EXPECT_FALSE(note.screen().asks_about_unsaved);
    EXPECT_EQ(note.screen().text, "half a sentence");

    EXPECT_FALSE(note.may_leave());
    note.throw_away();
    EXPECT_EQ(note.screen().text, "");
    EXPECT_EQ(note.screen().adding, SignedNotePresenter::Adding::nothing);
    EXPECT_TRUE(note.may_leave());
}

TEST_F(Sessions, AreNotLeftOverAReason)
{
    SignedNotePresenter note{place_, sign(tests::note_on(2024_y / 3 / 1))};
    note.start_error_mark();
    note.type_reason("Wrong client");
    EXPECT_FALSE(note.may_leave());
    note.keep_writing();
    EXPECT_EQ(note.screen().reason, "Wrong client");
    EXPECT_EQ(note.screen().adding, SignedNotePresenter::Adding::error_mark);
    note.add();
    EXPECT_TRUE(note.may_leave());
}

TEST_F(Sessions, AreMarkedInErrorOnceWithAReason)
{
    SignedNotePresenter note{place_, sign(tests::note_on(2024_y / 3 / 1))};
    note.start_error_mark();
    note.add();
    EXPECT_TRUE(note.screen().can_mark);
    note.type_reason("Wrong client");
    note.add();
    EXPECT_FALSE(note.screen().can_mark);
    EXPECT_EQ(note.screen().error_reason, "Reason: Wrong client");
    EXPECT_NE(note.screen().error_mark, "");
    note.start_error_mark();
    EXPECT_EQ(note.screen().adding, SignedNotePresenter::Adding::nothing);
}

/// A signed note with its mark of error half filled in, and two clients who may have it.
class GivenSessions : public Sessions {
protected:
    GivenSessions()
    {
        note_.start_error_mark();
        note_.type_reason("Wrong client");
    }

    std::vector<std::string> listed() const
    {
        std::vector<std::string> words;
        std::ranges::transform(note_.screen().others, std::back_inserter(words), &app::ClientChoice::words);
        return words;
    }

    model::ClientId ben_ = practice_.casebook.add_client({.code = "B-2", .name = "Ben Okoro"});
    model::ClientId lind_ = practice_.casebook.add_client({.code = "C-3", .name = "Ben Lind"});
    SignedNotePresenter note_{place_, sign(tests::note_on(2024_y / 3 / 1))};
};

TEST_F(GivenSessions, GoToTheClientWhoIsFoundByCodeOrName)
{
    EXPECT_EQ(listed(), (std::vector<std::string>{"Ben Lind · C-3", "Ben Okoro · B-2"})) << "not whose it is";
    EXPECT_EQ(note_.screen().right_client, std::nullopt);
    note_.filter_others("ben");
    EXPECT_EQ(listed().size(), 2U);
    note_.add();
    EXPECT_EQ(note_.screen().problem, app::AdditionProblem::client_unclear);
    EXPECT_TRUE(note_.screen().can_mark);
    note_.filter_others("nobody");
    EXPECT_EQ(listed().size(), 0U);
    note_.filter_others("ben ok");
    EXPECT_EQ(note_.screen().right_client, ben_) << "the only one left";
    EXPECT_EQ(note_.screen().right_client_words, "A draft of this note will be made for Ben Okoro · B-2.");
    note_.filter_others("ben");
    EXPECT_EQ(note_.screen().right_client, std::nullopt) << "two are left";
    note_.filter_others(" b–2 ");
    EXPECT_EQ(note_.screen().right_client, ben_) << "however the code is spelt";
    note_.add();

    EXPECT_NE(note_.screen().error_mark.find("A draft of it was made for B-2."), std::string::npos);
    EXPECT_EQ(note_.screen().filter, "");
    EXPECT_EQ(note_.screen().right_client, std::nullopt);
    const auto drafts = practice_.casebook.drafts_of(ben_);
    ASSERT_EQ(drafts.size(), 1U);
    const auto read = app::as_read(drafts.front().content, {}, {}, clock_.face());
    EXPECT_EQ(read.origin, "First signed by mistake for A1, where it is marked as entered in error.");
}

TEST_F(GivenSessions, GoToTheClientWhoIsChosenFromTheList)
{
    note_.choose_right_client(lind_);
    EXPECT_EQ(note_.screen().right_client_words, "A draft of this note will be made for Ben Lind · C-3.");
    EXPECT_FALSE(note_.may_leave()) << "a choice is something";
    note_.keep_writing();
    note_.filter_others("ben");
    EXPECT_EQ(note_.screen().right_client, lind_) << "still in the list";
    note_.filter_others("ok");
    EXPECT_EQ(note_.screen().right_client, ben_);
    note_.choose_right_client(std::nullopt);
    EXPECT_EQ(note_.screen().filter, "") << "it says nothing else";
    EXPECT_EQ(note_.screen().right_client_words, "");
    note_.choose_right_client(lind_);
    note_.add();
    EXPECT_EQ(practice_.casebook.drafts_of(lind_).size(), 1U);
}

TEST_F(GivenSessions, StayWhereTheyAreWithoutAChoice)
{
    note_.add();
    EXPECT_NE(note_.screen().error_mark, "");
    EXPECT_TRUE(practice_.casebook.drafts_of(ben_).empty());
}

TEST_F(GivenSessions, AreChosenForByCodeWhileNamesAreHidden)
{
    names_.are_hidden = true;
    note_.names_changed();
    EXPECT_EQ(listed(), (std::vector<std::string>{"C-3", "B-2"}));
    note_.filter_others("ben");
    EXPECT_TRUE(listed().empty());
    note_.filter_others("b-2");
    EXPECT_EQ(note_.screen().right_client_words, "A draft of this note will be made for B-2.");
}

TEST_F(GivenSessions, HaveTheirChoiceAgainAfterALock)
{
    note_.choose_right_client(ben_);
    EXPECT_EQ(note_.right_client_code(), "B-2");
    SignedNotePresenter again{place_, note_.note()};
    again.start_error_mark();
    again.choose_right_client_with("B-2");
    again.filter_others("");
    EXPECT_EQ(again.screen().right_client, ben_);
    again.choose_right_client_with("no such code");
    EXPECT_EQ(again.screen().right_client, ben_);
}

TEST_F(GivenSessions, DoNotGoToWhomeverIsGone)
{
    note_.choose_right_client(ben_);
    practice_.casebook.remove_client(ben_, tests::at(2024_y / 3 / 2, 9));
    EXPECT_EQ(note_.screen().right_client, std::nullopt);
    EXPECT_EQ(listed(), std::vector<std::string>{"Ben Lind · C-3"});
}

TEST_F(GivenSessions, AreNotGivenToTheClientWhoHasThem)
{
    note_.filter_others("A1");
    note_.add();
    EXPECT_EQ(note_.screen().problem, app::AdditionProblem::client_unclear);
    EXPECT_TRUE(note_.screen().can_mark);
}

} // namespace
