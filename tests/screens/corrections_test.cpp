#include "app/screens/casebook_panel.h"
#include "tests/support/window.h"

#include <gmock/gmock.h>

/// What was entered wrongly, put right in the window by keyboard.
namespace tests::corrections {

using testing::HasSubstr;

class Corrections : public WindowTest {
protected:
    Corrections()
    {
        auto casebook = storage::Casebook::in_memory();
        casebook.set_therapist(example_therapist());
        client_ = casebook.add_client({.code = "A-001", .name = "Ada Lind", .safety_plan = "1. Call Ines."});
        other_ = casebook.add_client({.code = "B-2", .name = "Ben Okoro"});
        for (const auto client : {client_, other_}) {
            casebook.admit(client, 2026_y / 1 / 5, model::LevelOfCare::outpatient, "");
        }
        casebook.add_signed_note(client_, note_on(2026_y / 3 / 1, "Signed words."), at(2026_y / 3 / 1, 18));
        window().open(std::move(casebook));
        settle();
    }

    storage::Casebook& casebook() { return *window().casebook(); }
    void go_to(app::TabKind tab)
    {
        window().casebook_panel()->go({.client = client_, .tab = tab});
        settle();
    }

    model::ClientId client_{};
    model::ClientId other_{};
};

TEST_F(Corrections, OfAnAdmissionSayWhyAndShowWhatStoodThere)
{
    go_to(app::TabKind::details);
    tab_to("Correct… 5 Jan 2026 to today");
    press("Enter");
    settle();
    type("1 Dec 2025");
    press("Tab");
    EXPECT_EQ(focus_name(), "Why");
    tab_to("Save");
    press("Enter");
    EXPECT_TRUE(is_seen("Please say briefly why.")) << words_in_sight();
    tab_to("Why");
    type("The first call");
    press("Enter");
    settle();
    EXPECT_TRUE(is_seen("1 Dec 2025 to today")) << words_in_sight();
    EXPECT_THAT(words_in_sight(), HasSubstr("Admission was 5 Jan 2026; corrected on "));
    EXPECT_EQ(casebook().episodes_of(client_).front().admitted_on, 2025_y / 12 / 1);
}

TEST_F(Corrections, OfDetailsAreUndoneOrPutBack)
{
    go_to(app::TabKind::details);
    tab_to("Safety plan");
    press("Ctrl+A");
    press("Backspace");
    until("it is kept", [this] { return casebook().client(client_).details.safety_plan.empty(); });
    press("Ctrl+Z");
    until("it is kept again", [this] { return casebook().client(client_).details.safety_plan == "1. Call Ines."; });
    press("Ctrl+A");
    press("Backspace");
    until("it is kept", [this] { return casebook().client(client_).details.safety_plan.empty(); });
    tab_to("Earlier versions (1)");
    press("Space");
    settle();
    EXPECT_TRUE(is_seen("Safety plan: 1. Call Ines.")) << words_in_sight();
    press("Tab");
    EXPECT_THAT(focus_name(), HasSubstr("Put back Safety plan"));
    press("Space");
    settle();
    EXPECT_EQ(casebook().client(client_).details.safety_plan, "1. Call Ines.");
}

TEST_F(Corrections, OfADateOfBirthNameWhatLiesBeforeIt)
{
    casebook().add_administration(client_, {.measure = "phq-9", .taken_on = 2024_y / 5 / 3, .total = 12.0},
                                  at(2026_y / 3 / 1, 18));
    go_to(app::TabKind::details);
    tab_to("Date of birth");
    type("4 May 2024");
    press("Tab");
    settle();
    EXPECT_TRUE(is_seen("The record has PHQ-9 of 3 May 2024, which is before this date.")) << words_in_sight();
    EXPECT_EQ(casebook().client(client_).details.born_on, std::nullopt);
    tab_to("Date of birth");
    press("Ctrl+A");
    type("4 May 1994");
    press("Tab");
    settle();
    EXPECT_FALSE(is_seen("which is before this date")) << words_in_sight();
    EXPECT_EQ(casebook().client(client_).details.born_on, 1994_y / 5 / 4);
}

TEST_F(Corrections, OfTheWholeRecordStandBeforeTheReviewedNotices)
{
    casebook().add_administration(
        client_, {.measure = "phq-9", .taken_on = 2026_y / 3 / 1, .answers = {0, 0, 0, 0, 0, 0, 0, 0, 2}},
        at(2026_y / 3 / 1, 18));
    casebook().review_notice(casebook().notices_of(client_).front().id, "Asked.", at(2026_y / 3 / 1, 19));
    go_to(app::TabKind::details);
    const std::string words = words_in_sight();
    const auto record = words.find("Merge with another client");
    const auto notices = words.find("Reviewed notices");
    ASSERT_NE(record, std::string::npos) << words;
    ASSERT_NE(notices, std::string::npos) << words;
    EXPECT_LT(record, notices);
}

TEST_F(Corrections, OfANoteOnAnotherClientsRecordMakeADraftThere)
{
    go_to(app::TabKind::sessions);
    tab_to("Sessions");
    press("Enter");
    until("the note is shown", [this] { return is_seen("Signed words."); });
    tab_to("Entered in error");
    press("Enter");
    settle();
    type("It is Ben's");
    press("Tab");
    EXPECT_EQ(focus_name(), "If it belongs to another client: find by name or code");
    type("ben");
    EXPECT_TRUE(is_seen("A draft of this note will be made for Ben Okoro · B-2.")) << words_in_sight();
    press("Enter");
    settle();
    EXPECT_TRUE(casebook().drafts_of(other_).empty()) << "Enter in a search finishes nothing";
    press("Ctrl+Enter");
    settle();
    EXPECT_THAT(words_in_sight(), HasSubstr("A draft of it was made for B-2."));
    EXPECT_EQ(casebook().drafts_of(other_).size(), 1U);
}

TEST_F(Corrections, OfANoteChooseTheClientFromAListWithTheKeyboard)
{
    go_to(app::TabKind::sessions);
    tab_to("Sessions");
    press("Enter");
    until("the note is shown", [this] { return is_seen("Signed words."); });
    tab_to("Entered in error");
    press("Enter");
    settle();
    type("It is Ben's");
    press("Tab");
    press("Down");
    EXPECT_EQ(focus_name(), "The note belongs to");
    press("Down");
    EXPECT_TRUE(is_seen("A draft of this note will be made for Ben Okoro · B-2.")) << words_in_sight();
    press("Home");
    EXPECT_FALSE(is_seen("A draft of this note will be made")) << words_in_sight();
    press("Down");
    EXPECT_TRUE(is_seen("A draft of this note will be made for Ben Okoro · B-2.")) << words_in_sight();
    press("Ctrl+Enter");
    settle();
    EXPECT_EQ(casebook().drafts_of(other_).size(), 1U) << words_in_sight();
}

} // namespace tests::corrections
