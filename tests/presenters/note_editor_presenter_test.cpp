#include "app/presenters/note_editor_presenter.h"
#include "tests/support/casebooks.h"
#include "tests/support/storage_trouble.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace {

using namespace date::literals;
using namespace std::chrono_literals;
using app::EditorProblem;
using app::NoteEditorPresenter;
using app::Saving;
using app::SideText;
using app::TimeField;
using model::Rater;
using model::SectionKind;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

/// The editor of one client's notes, on a Friday afternoon in Berlin.
class NoteEditing : public testing::Test {
protected:
    NoteEditorPresenter editor(std::optional<model::DraftId> draft = std::nullopt)
    {
        return NoteEditorPresenter{place_, practice_.client, draft};
    }

    /// Keeps a note that was signed on another day.
    model::NoteId sign(model::Date day, std::optional<int> by_therapist, std::optional<int> by_client = {})
    {
        auto content = tests::note_on(day);
        content.write(SectionKind::plan, "Plan of " + model::iso_date(day));
        content.homework = "Homework of " + model::iso_date(day);
        content.ratings = {{.goal = practice_.goal, .by_therapist = by_therapist, .by_client = by_client}};
        return casebook_.add_signed_note(practice_.client, content, tests::at(day, 16));
    }

    /// Keeps a note of these modalities that was signed on another day.
    void sign_with(model::Date day, std::vector<model::ModalityUse> modalities)
    {
        auto content = tests::note_on(day);
        content.modalities = std::move(modalities);
        casebook_.add_signed_note(practice_.client, content, tests::at(day, 16));
    }

    std::vector<model::Notice> notices() { return casebook_.notices_of(practice_.client); }
    std::vector<model::Draft> drafts() { return casebook_.drafts_of(practice_.client); }

    tests::SmallPractice practice_;
    storage::Casebook& casebook_ = practice_.casebook;
    model::Moment now_ = model::moment_of(2024_y / 3 / 15, 14h + 52min, "Europe/Berlin");
    app::Clock clock_{.now = [this] { return now_; }, .zone = "Europe/Berlin"};
    app::Names names_{};
    const app::Workplace place_{casebook_, clock_, names_};
};

/// Notes how the work on a note ended.
struct Ending {
    explicit Ending(NoteEditorPresenter& editor)
    {
        editor.on_done = [this](const NoteEditorPresenter::Outcome& how) { outcome = how; };
    }
    std::optional<NoteEditorPresenter::Outcome> outcome{};
};

TEST_F(NoteEditing, BeginsWithTheSessionThatHasJustEnded)
{
    sign(2024_y / 3 / 8, 5);
    const auto note = editor();
    const auto& screen = note.screen();
    EXPECT_THAT(screen.times, ElementsAre("Fri 15 Mar 2024", "14:00", "14:50", "50 min"));
    EXPECT_THAT(screen.sections, ElementsAre(SectionKind::data, SectionKind::assessment, SectionKind::plan));
    EXPECT_EQ(screen.caret, (model::Caret{.section = SectionKind::data, .position = 0}));
    EXPECT_EQ(screen.content.session.zone, "Europe/Berlin");
    EXPECT_EQ(screen.saving, Saving::nothing_yet);
    ASSERT_TRUE(screen.last_time);
    EXPECT_EQ(screen.last_time->summary, "We talked.");
    EXPECT_EQ(screen.last_time->plan, "Plan of 2024-03-08");
    EXPECT_EQ(screen.last_time->homework, "Homework of 2024-03-08");
}

TEST_F(NoteEditing, LeavesNoDraftBehindWhenNothingWasEntered)
{
    auto note = editor();
    EXPECT_TRUE(note.save());
    EXPECT_TRUE(note.leave());
    EXPECT_THAT(drafts(), IsEmpty());
}

TEST_F(NoteEditing, PutsAwayADraftThatWasEmptiedAgain)
{
    auto note = editor();
    note.type(SectionKind::data, "x", 1);
    note.save();
    ASSERT_THAT(drafts(), SizeIs(1));
    note.type(SectionKind::data, "", 0);
    EXPECT_TRUE(note.leave());
    EXPECT_THAT(drafts(), IsEmpty());
}

TEST_F(NoteEditing, GoesOnInANewDraftWhenSomethingElseHeldTheWindowBack)
{
    auto note = editor();
    note.type(SectionKind::data, "x", 1);
    note.save();
    note.type(SectionKind::data, "", 0);
    EXPECT_TRUE(note.leave());
    note.type(SectionKind::data, "Stayed after all", 16);
    EXPECT_EQ(note.screen().saving, Saving::unsaved);
    EXPECT_TRUE(note.leave());
    ASSERT_THAT(drafts(), SizeIs(1));
    EXPECT_EQ(drafts().front().content.text_of(SectionKind::data), "Stayed after all");
}

TEST_F(NoteEditing, KeepsWhatIsTypedWithItsCaretAndOpensItThere)
{
    auto note = editor();
    note.type(SectionKind::plan, "สวัสดี 🙂 سلام", 8);
    EXPECT_EQ(note.screen().saving, Saving::unsaved);
    EXPECT_TRUE(note.save());
    EXPECT_EQ(note.screen().saving, Saving::saved);
    EXPECT_EQ(note.screen().saved_at, 14h + 52min);

    const auto last = casebook_.last_saved_draft();
    ASSERT_TRUE(last);
    const auto again = editor(last->id);
    EXPECT_EQ(again.screen().content.text_of(SectionKind::plan), "สวัสดี 🙂 سلام");
    EXPECT_EQ(again.screen().caret, (model::Caret{.section = SectionKind::plan, .position = 8}));
    EXPECT_EQ(again.screen().saving, Saving::saved);
}

TEST_F(NoteEditing, KeepsTheCaretOnLeavingThoughNoLetterChanged)
{
    auto note = editor();
    note.type(SectionKind::data, "Two words", 9);
    note.save();
    note.move_caret(SectionKind::data, 3);
    EXPECT_TRUE(note.leave());
    EXPECT_EQ(drafts().front().caret, (model::Caret{.section = SectionKind::data, .position = 3}));
}

TEST_F(NoteEditing, SavesOneDraftHoweverOftenItIsKept)
{
    auto note = editor();
    for (const char* text : {"a", "ab", "abc"}) {
        note.type(SectionKind::data, text, 1);
        note.save();
    }
    ASSERT_THAT(drafts(), SizeIs(1));
    EXPECT_EQ(drafts().front().content.text_of(SectionKind::data), "abc");
}

TEST_F(NoteEditing, LetsTwoDraftsOfOneSessionLiveSideBySide)
{
    auto first = editor();
    first.type(SectionKind::data, "first", 5);
    first.save();
    auto second = editor();
    EXPECT_THAT(second.screen().open, ElementsAre("Note of 15 Mar 2024 is not signed"));
    second.type(SectionKind::data, "second", 6);
    second.save();
    ASSERT_THAT(drafts(), SizeIs(2));
    EXPECT_EQ(first.screen().content.text_of(SectionKind::data), "first");
}

TEST_F(NoteEditing, ReadsTypedTimesAndMovesTheEndWithTheStart)
{
    auto note = editor();
    note.type_time(TimeField::date, "14.3.2024");
    EXPECT_EQ(note.screen().times.front(), "14.3.2024") << "nothing is rewritten under the writer's hands";
    note.type_time(TimeField::start, "9");
    note.type_time(TimeField::end, "10.15");
    EXPECT_THAT(note.screen().times, ElementsAre("Thu 14 Mar 2024", "09:00", "10.15", "75 min"));
    note.settle_times();
    EXPECT_THAT(note.screen().times, ElementsAre("Thu 14 Mar 2024", "09:00", "10:15", "75 min"));
    note.type_time(TimeField::start, "11:00");
    note.type_time(TimeField::minutes, "60");
    EXPECT_THAT(note.screen().times, ElementsAre("Thu 14 Mar 2024", "11:00", "12:00", "60"));
}

TEST_F(NoteEditing, KeepsAnUnreadableTimeOnTheScreenAndTheLastGoodOneInTheNote)
{
    auto note = editor();
    note.type_time(TimeField::date, "2024-02-30");
    EXPECT_THAT(note.screen().unreadable, ElementsAre(TimeField::date));
    EXPECT_EQ(note.screen().content.session.held_on, 2024_y / 3 / 15);
    note.settle_times();
    EXPECT_EQ(note.screen().times.front(), "2024-02-30");

    note.type(SectionKind::data, "x", 1);
    note.sign();
    EXPECT_THAT(note.screen().problems, ElementsAre(EditorProblem{TimeField::date}));
    note.type_time(TimeField::date, "2024-02-29");
    EXPECT_THAT(note.screen().problems, IsEmpty());
}

TEST_F(NoteEditing, SaysAtOnceWhatItUnderstoodOfATimeAndWhatIsWrong)
{
    auto note = editor();
    EXPECT_EQ(note.screen().time_remark, app::FieldRemark{});
    note.type_time(TimeField::start, "25:00");
    EXPECT_EQ(note.screen().time_remark,
              (app::FieldRemark{.words = "There is no 25:00. Use 0:00 to 23:59.", .is_wrong = true}));
    note.settle_times();
    EXPECT_TRUE(note.screen().time_remark.is_wrong) << "it stays for as long as it is wrong";
    note.type_time(TimeField::start, "2:30pm");
    EXPECT_EQ(note.screen().time_remark, (app::FieldRemark{.words = "= 14:30"}));
    note.settle_times();
    EXPECT_EQ(note.screen().time_remark, app::FieldRemark{});
    EXPECT_EQ(note.screen().times[1], "14:30");

    note.type_time(TimeField::date, "14 m");
    EXPECT_FALSE(note.screen().time_remark.is_wrong);
    note.settle_times();
    EXPECT_TRUE(note.screen().time_remark.is_wrong) << "half a date was left";
    note.type_time(TimeField::date, "14.3.");
    EXPECT_EQ(note.screen().time_remark.words, "= Thu 14 Mar 2024");
    note.type_time(TimeField::date, "");
    EXPECT_EQ(note.screen().time_remark, app::FieldRemark{});
    note.settle_times();
    EXPECT_EQ(note.screen().time_remark.words, app::words_for_unreadable(TimeField::date));
}

TEST_F(NoteEditing, ReadsDatesInThePracticesOrderAndTimesByItsClock)
{
    clock_.habits = {.order = model::DateOrder::month_first, .hours = model::HourClock::of_12};
    auto note = editor();
    EXPECT_THAT(note.screen().times, ElementsAre("Fri 15 Mar 2024", "2:00 pm", "2:50 pm", "50 min"));
    note.type_time(TimeField::date, "3/14");
    EXPECT_EQ(note.screen().content.session.held_on, 2024_y / 3 / 14);
    note.type_time(TimeField::date, "14/3");
    EXPECT_EQ(note.screen().content.session.held_on, 2024_y / 3 / 15) << "not guessed";
    note.type_time(TimeField::start, "9:30");
    EXPECT_EQ(note.screen().content.session.starts_at, 14h) << "am or pm is not guessed";
    note.type_time(TimeField::start, "9:30 am");
    EXPECT_EQ(note.screen().content.session.starts_at, 9h + 30min);
    note.type_time(TimeField::date, "yesterday");
    EXPECT_EQ(note.screen().content.session.held_on, 2024_y / 3 / 14);
}

TEST_F(NoteEditing, AHalfTypedTimeIsNoTime)
{
    auto note = editor();
    note.type(SectionKind::data, "x", 1);
    const auto before = note.screen().content.session;
    const auto type_slowly = [&](TimeField field, const std::string& text) {
        for (std::size_t length = 1; length <= text.size(); ++length) {
            note.type_time(field, text.substr(0, length));
        }
        note.settle_times();
    };
    type_slowly(TimeField::start, "25:70");
    type_slowly(TimeField::end, "99");
    type_slowly(TimeField::minutes, "15000");
    type_slowly(TimeField::date, "31 Feb 2024");
    EXPECT_EQ(note.screen().content.session, before);
    type_slowly(TimeField::start, "9:30");
    EXPECT_EQ(note.screen().content.session.starts_at, 9h + 30min);
}

TEST_F(NoteEditing, TakesASessionOverMidnightAndKeepsItsZone)
{
    auto note = editor();
    note.type_time(TimeField::date, "14 Mar 2024");
    note.type_time(TimeField::start, "23:50");
    note.type_time(TimeField::end, "0:40");
    note.save();
    const auto session = drafts().front().content.session;
    EXPECT_EQ(session.length, 50min);
    EXPECT_EQ(session.zone, "Europe/Berlin");
    EXPECT_EQ(session.starts() + session.length, model::moment_of(2024_y / 3 / 15, 40min, "Europe/Berlin"));
}

TEST_F(NoteEditing, KeepsTheZoneOfADraftThatWasBegunElsewhere)
{
    auto content = tests::note_on(2024_y / 3 / 14);
    content.session.zone = "Asia/Kolkata";
    const auto draft = casebook_.start_draft(practice_.client, content, {}, now_);
    auto note = editor(draft);
    note.type_time(TimeField::start, "15:00");
    note.save();
    EXPECT_EQ(casebook_.draft(draft)->content.session.starts(), model::moment_of(2024_y / 3 / 14, 15h, "Asia/Kolkata"));
}

TEST_F(NoteEditing, LetsTheLevelOfCareFollowTheDateUntilItIsChosen)
{
    casebook_.set_level_of_care(practice_.client, {.from = 2024_y / 3 / 10, .level = model::LevelOfCare::intensive});
    auto note = editor();
    EXPECT_EQ(note.screen().content.session.level_of_care, model::LevelOfCare::intensive);
    note.type_time(TimeField::date, "9 Mar 2024");
    EXPECT_EQ(note.screen().content.session.level_of_care, model::LevelOfCare::outpatient);
    note.choose(model::LevelOfCare::inpatient);
    note.type_time(TimeField::date, "12 Mar 2024");
    EXPECT_EQ(note.screen().content.session.level_of_care, model::LevelOfCare::inpatient);
}

TEST_F(NoteEditing, NamesTheMainModalityFirst)
{
    auto note = editor();
    note.add_modality("somatic");
    note.add_modality("emdr");
    note.add_modality("emdr");
    note.toggle_technique("emdr", "Closure");
    note.toggle_technique("emdr", "Installation");
    note.toggle_technique("emdr", "Closure");
    note.make_main("emdr");
    EXPECT_THAT(note.screen().content.modalities,
                ElementsAre(model::ModalityUse{.modality = "emdr", .techniques = {"Installation"}},
                            model::ModalityUse{.modality = "somatic"}));
    note.remove_modality("emdr");
    EXPECT_THAT(note.screen().content.modalities, SizeIs(1));
    EXPECT_EQ(note.screen().saving, Saving::unsaved);
}

TEST_F(NoteEditing, ShowsTheLastRatingOfEachRaterAndTakesNewOnes)
{
    sign(2024_y / 3 / 1, 4, 3);
    sign(2024_y / 3 / 8, 5);
    auto note = editor();
    ASSERT_THAT(note.screen().goals, SizeIs(1));
    EXPECT_EQ(note.screen().goals.front().therapist_was, 5);
    EXPECT_EQ(note.screen().goals.front().client_was, 3);

    note.rate(practice_.goal, Rater::therapist, 10);
    note.rate(practice_.goal, Rater::client, 0);
    note.rate(practice_.goal, Rater::client, 11);
    EXPECT_THAT(note.screen().content.ratings,
                ElementsAre(model::Rating{.goal = practice_.goal, .by_therapist = 10, .by_client = 0}));
    ASSERT_TRUE(note.screen().chart);
    EXPECT_THAT(note.screen().chart->history.by_therapist, SizeIs(3));
    EXPECT_EQ(note.screen().chart->history.by_therapist.back().value, 10);

    note.rate(practice_.goal, Rater::therapist, std::nullopt);
    note.rate(practice_.goal, Rater::client, std::nullopt);
    EXPECT_THAT(note.screen().content.ratings, IsEmpty());
    EXPECT_EQ(note.screen().saving, Saving::nothing_yet);
}

TEST_F(NoteEditing, TakesNoRatingOfANoteInErrorForTheLast)
{
    sign(2024_y / 3 / 1, 4);
    casebook_.mark_entered_in_error(sign(2024_y / 3 / 8, 9), "Wrong client", now_);
    EXPECT_EQ(editor().screen().goals.front().therapist_was, 4);
}

TEST_F(NoteEditing, OffersNoGoalThatIsClosedUnlessItIsRatedHere)
{
    auto note = editor();
    note.rate(practice_.goal, Rater::therapist, 6);
    note.save();
    casebook_.close_goal(practice_.goal, 2024_y / 3 / 12, "Reached");
    EXPECT_THAT(note.screen().goals, SizeIs(1));
    EXPECT_THAT(editor().screen().goals, IsEmpty());

    auto earlier = editor();
    earlier.type_time(TimeField::date, "11 Mar 2024");
    EXPECT_THAT(earlier.screen().goals, SizeIs(1));
}

TEST_F(NoteEditing, FoldsThirtyGoalsDownToThoseBeingWorkedOn)
{
    std::vector<model::GoalId> goals;
    for (int number = 0; number < 29; ++number) {
        goals.push_back(casebook_.add_goal(
            practice_.client,
            {.wording = "Goal " + std::to_string(number), .family = "boundaries", .agreed_on = 2024_y / 1 / 3}));
    }
    auto content = tests::note_on(2024_y / 3 / 8);
    content.ratings = {{.goal = goals.back(), .by_therapist = 3}};
    casebook_.add_signed_note(practice_.client, content, tests::at(2024_y / 3 / 8, 16));

    auto note = editor();
    EXPECT_THAT(note.screen().goals, SizeIs(6));
    EXPECT_EQ(note.screen().goals.front().goal, goals.back());
    EXPECT_EQ(note.screen().goals_in_all, 30U);
    note.show_all_goals();
    EXPECT_THAT(note.screen().goals, SizeIs(30));
    EXPECT_EQ(note.screen().goals.front().goal, practice_.goal);
}

TEST_F(NoteEditing, ShowsAGoalAgreedElsewhereWhileTheNoteIsOpen)
{
    auto note = editor();
    note.type(SectionKind::data, "typing", 6);
    casebook_.add_goal(practice_.client, {.wording = "New", .family = "boundaries", .agreed_on = 2024_y / 3 / 15});
    EXPECT_THAT(note.screen().goals, SizeIs(2));
    EXPECT_EQ(note.screen().content.text_of(SectionKind::data), "typing");
}

TEST_F(NoteEditing, KeepsEveryWordWhenTheFormChangesAndShowsIt)
{
    auto note = editor();
    note.type(SectionKind::data, "data", 4);
    note.type(SectionKind::plan, "plan", 4);
    note.choose(model::NoteForm::soap);
    EXPECT_THAT(note.screen().sections, ElementsAre(SectionKind::subjective, SectionKind::objective,
                                                    SectionKind::assessment, SectionKind::plan, SectionKind::data));
    EXPECT_EQ(note.screen().content.text_of(SectionKind::data), "data");
    note.type(SectionKind::data, "", 0);
    EXPECT_THAT(note.screen().sections, SizeIs(5)) << "a section does not vanish under the writer's hands";
    note.choose(model::NoteForm::free);
    EXPECT_THAT(note.screen().sections, ElementsAre(SectionKind::note, SectionKind::plan));
    note.choose(model::NoteForm::dap);
    EXPECT_EQ(note.screen().content.text_of(SectionKind::plan), "plan");
}

TEST_F(NoteEditing, GoesBackInEachTextByItself)
{
    auto note = editor();
    note.type(SectionKind::data, "one", 3);
    note.type(SideText::homework, "breathe", 7);
    now_ += 10s;
    note.type(SectionKind::data, "one two", 7);
    EXPECT_EQ(note.undo(SectionKind::data), (app::TextState{.text = "one", .caret = 3}));
    EXPECT_EQ(note.screen().content.homework, "breathe");
    EXPECT_EQ(note.undo(SideText::homework), (app::TextState{.text = "", .caret = 0}));
    EXPECT_EQ(note.redo(SectionKind::data), (app::TextState{.text = "one two", .caret = 7}));
    EXPECT_EQ(note.undo(SectionKind::plan), std::nullopt);
    EXPECT_TRUE(note.save());
    EXPECT_EQ(drafts().front().content.text_of(SectionKind::data), "one two");
}

TEST_F(NoteEditing, RefusesASectionOfMoreThanAMillionBytesAndKeepsTheOneBefore)
{
    auto note = editor();
    EXPECT_TRUE(note.type(SectionKind::data, std::string(model::longest_section, 'x'), 0));
    EXPECT_FALSE(note.type(SectionKind::data, std::string(model::longest_section + 1, 'x'), 0));
    EXPECT_EQ(note.screen().content.text_of(SectionKind::data).size(), model::longest_section);
    EXPECT_TRUE(note.save());
}

TEST(PlainText, TakesLineEndsOfAnyKindAndNoControlSigns)
{
    EXPECT_EQ(app::plain_text("a\r\nb\rc\n\td"), "a\nb\nc\n\td");
    EXPECT_EQ(app::plain_text(std::string_view{"a\0b\x1b\x7f"
                                               "c",
                                               6}),
              "abc");
    EXPECT_EQ(app::plain_text("سلام 🙂"), "سلام 🙂");
}

TEST_F(NoteEditing, RaisesANoticeAsSoonAsTheWriterLeavesTheRiskAndLeavesATraceOfIt)
{
    auto note = editor();
    note.choose(model::RiskLevel::ideation);
    note.leave_risk();
    note.note_dissociation(true);
    note.type(SideText::risk_actions, "Safety plan gone through.", 3);
    ASSERT_THAT(notices(), SizeIs(1));
    EXPECT_THAT(note.screen().open, ElementsAre("1 notice to review"));

    note.choose(model::RiskLevel::none);
    note.leave_risk();
    ASSERT_THAT(notices(), SizeIs(1));
    EXPECT_TRUE(notices().front().is_taken_back);
}

TEST_F(NoteEditing, LeavesNothingOfRiskLevelsThatWerePassedOver)
{
    auto note = editor();
    note.type(SectionKind::data, "words", 5);
    note.choose(model::RiskLevel::passive_thoughts);
    note.save();
    EXPECT_EQ(drafts().front().content.risk.level, model::RiskLevel::passive_thoughts)
        << "a power cut would lose a choice";
    EXPECT_THAT(notices(), IsEmpty());
    note.choose(model::RiskLevel::none);
    note.leave_risk();
    EXPECT_EQ(drafts().front().content.risk.level, model::RiskLevel::none);
    EXPECT_THAT(notices(), IsEmpty());
}

TEST_F(NoteEditing, LeavesANoticeAloneWhileTheWriterPassesOverOtherLevels)
{
    auto note = editor();
    note.choose(model::RiskLevel::plan);
    note.leave_risk();
    const auto acts = casebook_.acts({}, 100).size();
    for (const auto level : {model::RiskLevel::none, model::RiskLevel::plan}) {
        note.choose(level);
        note.save();
    }
    EXPECT_EQ(notices().front().risk, model::RiskLevel::plan);
    EXPECT_FALSE(notices().front().is_taken_back);
    note.leave_risk();
    EXPECT_FALSE(notices().front().is_taken_back);
    EXPECT_EQ(casebook_.acts({}, 100).size(), acts + 2) << "there was nothing more to keep";
}

TEST_F(NoteEditing, RaisesTheNoticeOfADraftThatWasLeftInTheMiddleOfChoosing)
{
    {
        auto note = editor();
        note.choose(model::RiskLevel::intent);
        note.save(); // And the power goes.
    }
    ASSERT_THAT(drafts(), SizeIs(1));
    EXPECT_THAT(notices(), IsEmpty());
    const auto again = editor(drafts().front().id);
    ASSERT_THAT(notices(), SizeIs(1));
    EXPECT_EQ(notices().front().risk, model::RiskLevel::intent);
    EXPECT_THAT(again.screen().open, ElementsAre("1 notice to review"));
    const auto acts = casebook_.acts({}, 100).size();
    editor(drafts().front().id);
    EXPECT_EQ(casebook_.acts({}, 100).size(), acts) << "opening a note is no act";
}

TEST_F(NoteEditing, RaisesTheNoticeWhenTheNoteIsLeftSignedOrMovedWhileChoosing)
{
    const auto other = casebook_.add_client({.code = "B2"});
    const auto begun = [&](NoteEditorPresenter& note) {
        note.type(SectionKind::data, "words", 5);
        note.choose(model::RiskLevel::ideation);
        note.save();
        EXPECT_THAT(tests::open_notices(casebook_), IsEmpty());
    };
    const auto review_all = [&] {
        for (const auto& notice : tests::open_notices(casebook_)) {
            casebook_.review_notice(notice.id, "Seen", now_);
        }
    };
    {
        auto left = editor();
        begun(left);
        EXPECT_TRUE(left.leave());
        EXPECT_THAT(tests::open_notices(casebook_), SizeIs(1));
        review_all();
    }
    auto signed_note = editor();
    begun(signed_note);
    signed_note.sign();
    EXPECT_THAT(tests::open_notices(casebook_), SizeIs(1));
    review_all();

    auto moved = editor();
    begun(moved);
    moved.start_moving();
    moved.move_to(other);
    ASSERT_THAT(tests::open_notices(casebook_), SizeIs(1));
    EXPECT_EQ(tests::open_notices(casebook_).front().client, other);
}

TEST_F(NoteEditing, LetsEveryNoticeFollowTheDayOfItsNote)
{
    auto note = editor();
    note.choose(model::RiskLevel::ideation);
    note.leave_risk();
    casebook_.review_notice(notices().front().id, "Asked", now_);
    note.choose(model::RiskLevel::plan);
    note.leave_risk();
    note.choose(model::RiskLevel::none);
    note.leave_risk();
    ASSERT_THAT(notices(), SizeIs(2));
    note.type_time(TimeField::date, "12 Mar 2024");
    note.save();
    for (const auto& notice : notices()) {
        EXPECT_EQ(notice.concerns, 2024_y / 3 / 12) << (notice.review ? "of the reviewed one" : "of the open one");
    }
}

TEST_F(NoteEditing, AsksOnceAboutRiskBeforeItSigns)
{
    auto note = editor();
    Ending ending{note};
    note.type(SectionKind::data, "words", 5);
    EXPECT_FALSE(note.screen().asks_for_risk);
    note.sign();
    EXPECT_TRUE(note.screen().asks_for_risk);
    EXPECT_EQ(ending.outcome, std::nullopt);
    note.choose(model::RiskLevel::none);
    EXPECT_FALSE(note.screen().asks_for_risk);
    note.choose(model::RiskLevel::not_asked);
    EXPECT_TRUE(note.screen().asks_for_risk);
    note.sign();
    ASSERT_TRUE(ending.outcome);
    EXPECT_EQ(casebook_.note(std::get<model::NoteId>(*ending.outcome)).content.risk.level, model::RiskLevel::not_asked);
}

TEST_F(NoteEditing, AsksAboutRiskOnlyWhenNothingElseStandsInTheWay)
{
    auto note = editor();
    note.sign();
    EXPECT_THAT(note.screen().problems, ElementsAre(EditorProblem{model::SigningProblem::nothing_written}));
    EXPECT_FALSE(note.screen().asks_for_risk);
    note.type(SectionKind::data, "words", 5);
    note.sign();
    EXPECT_TRUE(note.screen().asks_for_risk);
}

TEST_F(NoteEditing, BeginsWithTheModalitiesOfTheLastSessionThatTookPlace)
{
    sign_with(2024_y / 3 / 1, {{.modality = "cbt"}});
    sign_with(2024_y / 3 / 8, {{.modality = "emdr", .techniques = {"Closure"}}, {.modality = "somatic"}});
    auto missed = tests::note_on(2024_y / 3 / 12);
    missed.session.attendance = model::Attendance::no_show;
    casebook_.add_signed_note(practice_.client, missed, tests::at(2024_y / 3 / 12, 16));

    auto note = editor();
    EXPECT_THAT(note.screen().content.modalities,
                ElementsAre(model::ModalityUse{.modality = "emdr"}, model::ModalityUse{.modality = "somatic"}))
        << "with what techniques is for today to say";
    EXPECT_TRUE(note.screen().modalities_are_carried);
    EXPECT_EQ(note.screen().saving, Saving::nothing_yet) << "nobody typed them";
    EXPECT_TRUE(note.leave());
    EXPECT_THAT(drafts(), IsEmpty());
}

TEST_F(NoteEditing, LeavesOutTheModalitiesThatCameAlongWhereTheSessionDidNotTakePlace)
{
    sign_with(2024_y / 3 / 8, {{.modality = "emdr"}});
    auto note = editor();
    note.choose(model::Attendance::late_cancelled);
    EXPECT_THAT(note.screen().content.modalities, IsEmpty());
    note.choose(model::Attendance::attended);
    EXPECT_THAT(note.screen().content.modalities, ElementsAre(model::ModalityUse{.modality = "emdr"}));
    note.add_modality("somatic");
    note.choose(model::Attendance::no_show);
    EXPECT_EQ(note.screen().content.modalities.size(), 2U) << "somebody chose them";
}

TEST_F(NoteEditing, TakesTheModalitiesOfTheSessionBeforeItsDate)
{
    sign_with(2024_y / 3 / 1, {{.modality = "cbt"}});
    sign_with(2024_y / 3 / 8, {{.modality = "emdr"}});
    auto note = editor();
    note.type_time(app::TimeField::date, "4 Mar 2024");
    EXPECT_THAT(note.screen().content.modalities, ElementsAre(model::ModalityUse{.modality = "cbt"}));
    EXPECT_TRUE(note.screen().modalities_are_carried);
}

TEST_F(NoteEditing, SignsTheModalitiesThatCameAlong)
{
    sign_with(2024_y / 3 / 8, {{.modality = "emdr"}});
    auto note = editor();
    Ending ending{note};
    note.type(SectionKind::data, "words", 5);
    note.choose(model::RiskLevel::none);
    note.sign();
    ASSERT_TRUE(ending.outcome);
    EXPECT_THAT(casebook_.note(std::get<model::NoteId>(*ending.outcome)).content.modalities,
                ElementsAre(model::ModalityUse{.modality = "emdr"}));
}

TEST_F(NoteEditing, DropsTheModalitiesThatCameAlongTogetherAndThoseChosenOneByOne)
{
    sign_with(2024_y / 3 / 8, {{.modality = "emdr"}, {.modality = "somatic"}});
    auto note = editor();
    note.drop_modality("somatic");
    EXPECT_THAT(note.screen().content.modalities, IsEmpty());
    EXPECT_EQ(note.screen().saving, Saving::nothing_yet) << "a note without a word leaves no draft";
    note.add_modality("emdr");
    note.add_modality("somatic");
    EXPECT_FALSE(note.screen().modalities_are_carried) << "somebody chose them";
    note.drop_modality("somatic");
    EXPECT_THAT(note.screen().content.modalities, ElementsAre(model::ModalityUse{.modality = "emdr"}));
    EXPECT_EQ(note.screen().saving, Saving::unsaved);
}

TEST_F(NoteEditing, TakesModalitiesThatCameAlongForItsOwnOnceOneIsTouched)
{
    sign_with(2024_y / 3 / 8, {{.modality = "emdr"}, {.modality = "somatic"}});
    auto removed = editor();
    removed.remove_modality("somatic");
    EXPECT_FALSE(removed.screen().modalities_are_carried);
    auto turned = editor();
    turned.make_main("somatic");
    EXPECT_FALSE(turned.screen().modalities_are_carried);
    auto detailed = editor();
    detailed.toggle_technique("emdr", "Closure");
    detailed.toggle_technique("emdr", "Closure");
    EXPECT_FALSE(detailed.screen().modalities_are_carried);
}

TEST_F(NoteEditing, StillTintsWhatCameAlongWhenTheDraftIsOpenedAgain)
{
    sign_with(2024_y / 3 / 8, {{.modality = "emdr"}});
    {
        auto note = editor();
        note.type(SectionKind::data, "words", 5);
        EXPECT_TRUE(note.leave());
    }
    EXPECT_TRUE(editor(drafts().front().id).screen().modalities_are_carried);
}

TEST_F(NoteEditing, SignsWhatStandsOnTheScreen)
{
    auto note = editor();
    Ending ending{note};
    note.type(SectionKind::data, "Not yet kept", 12);
    note.rate(practice_.goal, Rater::therapist, 7);
    note.choose(model::RiskLevel::none);
    note.sign();

    ASSERT_TRUE(ending.outcome);
    const auto id = std::get<model::NoteId>(*ending.outcome);
    EXPECT_EQ(casebook_.note(id).content.text_of(SectionKind::data), "Not yet kept");
    EXPECT_EQ(casebook_.note(id).signature, tests::example_signature());
    EXPECT_THAT(drafts(), IsEmpty());
    EXPECT_TRUE(note.leave());
    EXPECT_THAT(drafts(), IsEmpty());
}

TEST_F(NoteEditing, SignsASessionThatDidNotTakePlaceWithoutAWord)
{
    auto note = editor();
    Ending ending{note};
    note.choose(model::Attendance::no_show);
    note.sign();
    ASSERT_TRUE(ending.outcome);
    EXPECT_EQ(casebook_.note(std::get<model::NoteId>(*ending.outcome)).content.session.attendance,
              model::Attendance::no_show);
}

TEST_F(NoteEditing, SaysWhatStandsInTheWayAndStopsSayingItOnceMended)
{
    auto note = editor();
    Ending ending{note};
    note.type_time(TimeField::date, "16 Mar 2024");
    note.sign();
    EXPECT_THAT(note.screen().problems, ElementsAre(EditorProblem{model::SigningProblem::in_the_future},
                                                    EditorProblem{model::SigningProblem::nothing_written}));
    note.type(SectionKind::data, "words", 5);
    EXPECT_THAT(note.screen().problems, ElementsAre(EditorProblem{model::SigningProblem::in_the_future}));
    note.type_time(TimeField::date, "31 Dec 2023");
    EXPECT_THAT(note.screen().problems, ElementsAre(EditorProblem{model::SigningProblem::before_admission}));
    EXPECT_EQ(ending.outcome, std::nullopt);
}

TEST_F(NoteEditing, SaysThatNobodyHasASessionBeforeTheyAreBorn)
{
    auto details = casebook_.client(practice_.client).details;
    details.born_on = 1990_y / 5 / 4;
    casebook_.change_details(practice_.client, details);
    auto note = editor();
    note.type(SectionKind::data, "words", 5);
    note.type_time(TimeField::date, "3 May 1990");
    note.sign();
    EXPECT_THAT(note.screen().problems, ElementsAre(EditorProblem{model::SigningProblem::before_birth}));
    note.type_time(TimeField::date, "4 May 1990");
    EXPECT_THAT(note.screen().problems, ElementsAre(EditorProblem{model::SigningProblem::before_admission}));
}

TEST_F(NoteEditing, AsksForTheTherapistOnceAndSignsAfterwards)
{
    casebook_.set_therapist({.id = {1}, .name = "Dana Example"});
    auto note = editor();
    Ending ending{note};
    note.type(SectionKind::data, "words", 5);
    note.sign();
    EXPECT_THAT(note.screen().problems, ElementsAre(EditorProblem{model::SigningProblem::therapist_incomplete}));
    EXPECT_TRUE(note.screen().asks_for_therapist);
    casebook_.set_therapist(tests::example_therapist());
    note.therapist_was_asked();
    EXPECT_THAT(note.screen().problems, IsEmpty());
    EXPECT_FALSE(note.screen().asks_for_therapist);
    note.choose(model::RiskLevel::none);
    note.sign();
    EXPECT_TRUE(ending.outcome);
}

TEST_F(NoteEditing, AsksForTheTherapistNoMoreOnceThatWasPutAside)
{
    casebook_.set_therapist({.id = {1}, .name = "Dana Example"});
    auto note = editor();
    note.type(SectionKind::data, "words", 5);
    note.sign();
    note.therapist_was_asked();
    EXPECT_TRUE(note.screen().asks_for_therapist) << "it was saved with something missing";
    note.put_therapist_aside();
    EXPECT_FALSE(note.screen().asks_for_therapist);
    note.type(SectionKind::data, "more words", 10);
    EXPECT_FALSE(note.screen().asks_for_therapist);
    note.sign();
    EXPECT_TRUE(note.screen().asks_for_therapist);
}

TEST_F(NoteEditing, AsksWhatWasDoneWhereThereIsARiskOrAnAnswerAlready)
{
    auto note = editor();
    EXPECT_FALSE(note.screen().asks_risk_actions);
    note.note_dissociation(true);
    EXPECT_TRUE(note.screen().asks_risk_actions);
    note.type(SideText::risk_actions, "Grounding.", 10);
    note.note_dissociation(false);
    EXPECT_TRUE(note.screen().asks_risk_actions) << "the words must not go out of sight";
    note.type(SideText::risk_actions, "", 0);
    EXPECT_FALSE(note.screen().asks_risk_actions);
    note.choose(model::RiskLevel::plan);
    EXPECT_TRUE(note.screen().asks_risk_actions);
}

TEST_F(NoteEditing, ChecksQuietlyAndForbidsNothing)
{
    auto note = editor();
    EXPECT_THAT(note.screen().checks_done, ElementsAre(app::NoteCheck::times));
    note.rate(practice_.goal, Rater::client, 3);
    note.choose(model::RiskLevel::none);
    note.type(SectionKind::plan, "Next week", 9);
    EXPECT_THAT(note.screen().checks_done, ElementsAre(app::NoteCheck::goal_rated, app::NoteCheck::times,
                                                       app::NoteCheck::risk_asked, app::NoteCheck::plan));
}

TEST_F(NoteEditing, DiscardsOnlyWhenAskedTwice)
{
    auto note = editor();
    Ending ending{note};
    note.type(SectionKind::data, "wrong", 5);
    note.save();
    note.discard();
    EXPECT_THAT(drafts(), SizeIs(1));
    note.ask_discard();
    note.keep();
    note.discard();
    EXPECT_THAT(drafts(), SizeIs(1));
    note.ask_discard();
    note.discard();
    EXPECT_THAT(drafts(), IsEmpty());
    EXPECT_EQ(ending.outcome, NoteEditorPresenter::Outcome{NoteEditorPresenter::Closed{}});
}

TEST_F(NoteEditing, GivesTheDraftToTheRightClientWithoutTheRatings)
{
    const auto right = casebook_.add_client({.code = "B2", .name = "Bettina Right"});
    casebook_.add_client({.code = "C3", .name = "Carl Other"});
    auto note = editor();
    Ending ending{note};
    note.type(SectionKind::data, "about Bettina", 5);
    note.rate(practice_.goal, Rater::therapist, 7);
    note.start_moving();
    ASSERT_TRUE(note.screen().moving);
    EXPECT_THAT(note.screen().moving->targets, SizeIs(2));
    note.filter_targets("RIGHT");
    EXPECT_THAT(note.screen().moving->targets,
                ElementsAre(app::ClientChoice{.client = right, .words = "Bettina Right · B2"}));
    note.move_to(right);

    ASSERT_TRUE(ending.outcome);
    EXPECT_EQ(std::get<app::Destination>(*ending.outcome).client, right);
    EXPECT_THAT(drafts(), IsEmpty());
    ASSERT_THAT(casebook_.drafts_of(right), SizeIs(1));
    EXPECT_EQ(casebook_.drafts_of(right).front().content.text_of(SectionKind::data), "about Bettina");
    EXPECT_THAT(casebook_.drafts_of(right).front().content.ratings, IsEmpty());
}

TEST_F(NoteEditing, SaysWhileMovingWhetherRatingsWouldBeDropped)
{
    casebook_.add_client({.code = "B2", .name = "Łucja Ögren"});
    auto note = editor();
    note.type(SectionKind::data, "about Lucja", 5);
    note.start_moving();
    EXPECT_FALSE(note.screen().moving->has_ratings);
    note.rate(practice_.goal, Rater::therapist, 7);
    EXPECT_TRUE(note.screen().moving->has_ratings);
    note.filter_targets("ogren ŁUC");
    EXPECT_TRUE(note.screen().moving->has_ratings);
    EXPECT_THAT(note.screen().moving->targets, SizeIs(1));
}

TEST_F(NoteEditing, HidesNamesInTheListOfClientsAndFindsNobodyByThem)
{
    casebook_.add_client({.code = "B2", .name = "Bettina Right"});
    auto note = editor();
    note.start_moving();
    names_.are_hidden = true;
    note.names_changed();
    EXPECT_EQ(note.screen().moving->targets.front().words, "B2");
    note.filter_targets("bettina");
    EXPECT_THAT(note.screen().moving->targets, IsEmpty());
    EXPECT_TRUE(note.put_question_aside());
    EXPECT_EQ(note.screen().moving, std::nullopt);
    EXPECT_FALSE(note.put_question_aside());
}

TEST_F(NoteEditing, ShowsWhatAnotherWindowKeptWhenNothingIsUnsavedHere)
{
    auto note = editor();
    note.type(SectionKind::data, "mine", 4);
    note.save();
    auto content = note.screen().content;
    content.write(SectionKind::data, "theirs");
    casebook_.save_draft(*note.draft(), content, {}, now_);
    EXPECT_EQ(note.screen().content.text_of(SectionKind::data), "theirs");
    EXPECT_EQ(note.undo(SectionKind::data), std::nullopt) << "steps of another text lead nowhere";
}

TEST_F(NoteEditing, KeepsUnsavedWordsWhateverHappensToTheDraftElsewhere)
{
    auto note = editor();
    Ending ending{note};
    note.type(SectionKind::data, "mine", 4);
    note.save();
    note.type(SectionKind::data, "mine and more", 13);
    casebook_.discard_draft(*note.draft());
    EXPECT_EQ(ending.outcome, std::nullopt);
    EXPECT_TRUE(note.save());
    ASSERT_THAT(drafts(), SizeIs(1));
    EXPECT_EQ(drafts().front().content.text_of(SectionKind::data), "mine and more");
}

TEST_F(NoteEditing, ClosesWhenItsDraftIsSignedElsewhere)
{
    auto note = editor();
    Ending ending{note};
    note.type(SectionKind::data, "mine", 4);
    note.save();
    casebook_.sign_draft(*note.draft(), now_);
    EXPECT_EQ(ending.outcome, NoteEditorPresenter::Outcome{NoteEditorPresenter::Closed{}});
}

TEST(NoteEditingOnAFullDisk, KeepsTheTextSaysSoAndSavesOnceThereIsRoom)
{
    const tests::CasebookOnDisk place;
    auto casebook = place.open();
    const auto client = casebook.add_client({.code = "A1", .name = "A. Example"});
    casebook.admit(client, 2024_y / 1 / 1, model::LevelOfCare::outpatient, "");
    const app::Clock clock{.now = [] { return tests::at(2024_y / 3 / 15, 15); }};
    const app::Names names{};
    NoteEditorPresenter note{{casebook, clock, names}, client, std::nullopt};
    const std::string long_text(900'000, 'x');
    {
        const tests::FileSizeLimit full{std::filesystem::file_size(place.folder() / "record.db") + 4096};
        note.type(SectionKind::data, long_text, 10);
        EXPECT_FALSE(note.save());
        EXPECT_FALSE(note.leave());
    }
    EXPECT_EQ(note.screen().saving, Saving::failed);
    EXPECT_TRUE(note.screen().failure.has_value());
    EXPECT_EQ(note.screen().content.text_of(SectionKind::data), long_text);
    EXPECT_THAT(casebook.drafts_of(client), IsEmpty());

    EXPECT_TRUE(note.save());
    EXPECT_EQ(note.screen().saving, Saving::saved);
    EXPECT_EQ(note.screen().failure, std::nullopt);
    EXPECT_THAT(casebook.drafts_of(client), SizeIs(1));
}

} // namespace
