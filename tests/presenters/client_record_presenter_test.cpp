#include "app/presenters/client_record_presenter.h"
#include "storage/backups.h"
#include "tests/support/casebooks.h"
#include "tests/support/storage_trouble.h"

#include <gmock/gmock.h>

namespace tests::client_record {

using app::ClientRecordPresenter;
using model::ErasureGround;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using Form = ClientRecordPresenter::Form;

/// Ada was added twice: as A-001 with a signed note, and as A-OO1 with a draft. Ben is somebody else.
class ClientRecord : public testing::Test {
protected:
    ClientRecord()
    {
        casebook_.set_therapist(example_therapist());
        ada_ = casebook_.add_client({.code = "A-001", .name = "Ada Lind"});
        twin_ = casebook_.add_client({.code = "A-OO1", .name = "Ada L."});
        ben_ = casebook_.add_client({.code = "B-2", .name = "Ben Okoro"});
        casebook_.admit(ada_, 2026_y / 2 / 1, model::LevelOfCare::outpatient, "");
        casebook_.admit(twin_, 2026_y / 1 / 1, model::LevelOfCare::outpatient, "");
        casebook_.add_signed_note(ada_, note_on(2026_y / 3 / 1), at(2026_y / 3 / 1, 18));
        casebook_.start_draft(twin_, note_on(2026_y / 4 / 1, "Begun"), {}, at(2026_y / 4 / 1, 15));
    }

    /// Notes where it leads and what it says.
    void watch(ClientRecordPresenter& record)
    {
        record.on_done = [this](const std::string& words) { said_ = words; };
    }
    ClientRecordPresenter of(model::ClientId client) { return ClientRecordPresenter{place_, client}; }

    storage::Casebook casebook_ = storage::Casebook::in_memory();
    model::ClientId ada_{};
    model::ClientId twin_{};
    model::ClientId ben_{};
    app::Clock clock_{.now = [] { return at(2026_y / 11 / 20, 14); }};
    app::Names names_{};
    std::vector<app::Destination> led_{};
    bool may_keep_all_ = true;
    std::string said_{};
    app::Workplace place_{.casebook = casebook_,
                          .clock = clock_,
                          .names = names_,
                          .go = [this](const app::Destination& destination) { led_.push_back(destination); },
                          .keep_all = [this] { return may_keep_all_; }};
};

TEST_F(ClientRecord, OffersRemovingOnlyWithoutASignedNote)
{
    EXPECT_TRUE(of(ada_).screen().has_notes);
    EXPECT_FALSE(of(twin_).screen().has_notes);
    EXPECT_TRUE(of(ada_).screen().has_others);
    auto twin = of(twin_);
    twin.begin(Form::remove);
    casebook_.add_signed_note(twin_, note_on(2026_y / 3 / 1), at(2026_y / 3 / 1, 18));
    EXPECT_TRUE(twin.screen().has_notes) << "signed while the page is open";
    EXPECT_EQ(twin.screen().form, Form::none);
}

TEST_F(ClientRecord, ListsTheOthersAndNarrowsThem)
{
    auto record = of(ada_);
    record.begin(Form::merge);
    const auto words = [&] {
        std::vector<std::string> all;
        for (const auto& other : record.screen().others) {
            all.push_back(other.words);
        }
        return all;
    };
    EXPECT_THAT(words(), ElementsAre("A-OO1 · Ada L.", "B-2 · Ben Okoro"));
    record.filter_others("oko");
    EXPECT_THAT(words(), ElementsAre("B-2 · Ben Okoro"));
    record.filter_others("nobody");
    EXPECT_THAT(words(), IsEmpty());
    record.filter_others("");
    names_.are_hidden = true;
    record.names_changed();
    EXPECT_THAT(words(), ElementsAre("A-OO1", "B-2"));
}

TEST_F(ClientRecord, SaysWhatAMergeWillDoBeforeItIsDone)
{
    auto record = of(ada_);
    record.begin(Form::merge);
    EXPECT_THAT(record.screen().preview, IsEmpty());
    record.choose_other(twin_);
    EXPECT_THAT(record.screen().codes, ElementsAre("A-001", "A-OO1"));
    EXPECT_THAT(
        record.screen().preview,
        ElementsAre("From A-OO1 to A-001: 1 draft and 1 episode of care.",
                    "Care that overlaps becomes one episode: from 1 Jan 2026, still open. Days that no longer "
                    "stand are kept as corrections.",
                    "The details of A-001 stay, and what is empty there is filled in from A-OO1. All details of "
                    "A-OO1 are kept as earlier details.",
                    "The code A-OO1 leads to A-001 from then on."));
    record.keep_own_code(false);
    EXPECT_THAT(record.screen().contradictions, ElementsAre("Name: Ada L. stays, not Ada Lind (A-001)."));
    EXPECT_EQ(record.screen().preview.front(), "From A-001 to A-OO1: 1 signed note and 1 episode of care.");
    record.filter_others("ben");
    EXPECT_THAT(record.screen().preview, IsEmpty()) << "who is not listed is not chosen";
}

TEST_F(ClientRecord, MergesOnceSomebodyIsChosenAndThereIsAReason)
{
    auto record = of(ada_);
    watch(record);
    record.begin(Form::merge);
    record.type_reason("Entered twice");
    EXPECT_FALSE(record.screen().can_finish);
    record.choose_other(twin_);
    record.type_reason("  ");
    EXPECT_FALSE(record.screen().can_finish);
    record.finish();
    EXPECT_EQ(casebook_.clients().size(), 3U);

    record.type_reason(" Entered twice ");
    EXPECT_TRUE(record.screen().can_finish);
    record.finish();
    EXPECT_EQ(casebook_.clients().size(), 2U);
    EXPECT_EQ(record.screen().form, Form::none);
    EXPECT_THAT(record.screen().merged,
                ElementsAre("Merged with A-OO1 on 20 Nov 2026 by Dana Example, LMFT: Entered twice"));
    EXPECT_THAT(led_, ElementsAre(app::Destination{.client = ada_, .tab = app::TabKind::details}));
    EXPECT_EQ(said_, "A-OO1 was merged into A-001. The code A-OO1 leads to A-001.");
    EXPECT_EQ(casebook_.drafts_of(ada_).size(), 1U);
}

TEST_F(ClientRecord, LeadsToTheOtherWhereItsCodeStays)
{
    auto record = of(ada_);
    watch(record);
    record.begin(Form::merge);
    record.choose_other(twin_);
    record.keep_own_code(false);
    record.type_reason("Entered twice");
    record.finish();
    EXPECT_EQ(failure_of([&] { static_cast<void>(casebook_.client(ada_)); }), storage::StorageErrorKind::not_found);
    EXPECT_THAT(led_, ElementsAre(app::Destination{.client = twin_, .tab = app::TabKind::details}));
    EXPECT_THAT(said_, HasSubstr("A-001 was merged into A-OO1"));
}

TEST_F(ClientRecord, DoesNothingWhileSomethingOnThePageCannotBeKept)
{
    auto record = of(ada_);
    record.begin(Form::merge);
    record.choose_other(twin_);
    record.type_reason("Entered twice");
    may_keep_all_ = false;
    record.finish();
    EXPECT_EQ(casebook_.clients().size(), 3U);
    EXPECT_EQ(record.screen().reason, "Entered twice");
    EXPECT_EQ(record.screen().form, Form::merge);
}

TEST_F(ClientRecord, StaysAsTypedWhenTheDiskTakesNothing)
{
    auto record = of(twin_);
    record.begin(Form::remove);
    casebook_.remove_client(twin_, at(2026_y / 11 / 20, 13)); // Behind the page's back: the act below must fail.
    EXPECT_NE(failure_of([&] { record.finish(); }), std::nullopt);
    EXPECT_EQ(record.screen().form, Form::remove);
    EXPECT_TRUE(led_.empty());
}

TEST_F(ClientRecord, RemovesAClientAndSaysWhatGoesFirst)
{
    auto record = of(twin_);
    watch(record);
    record.begin(Form::remove);
    EXPECT_EQ(record.screen().explanation,
              "For a client added by mistake, without a signed note. The details of A-OO1 go, with 1 draft and 1 "
              "episode of care. This cannot be undone. What stays is that it was removed: the code, when and by whom.");
    EXPECT_EQ(record.screen().backups, "There is no backup of this casebook in its own folder. Copies that you put "
                                       "elsewhere have it until you delete them.");
    EXPECT_TRUE(record.may_leave()) << "nothing was entered";
    record.finish();
    EXPECT_EQ(casebook_.clients().size(), 2U);
    EXPECT_EQ(casebook_.erasures().front().code, "A-OO1");
    EXPECT_EQ(said_, "A-OO1 was removed. Copies of backups elsewhere have it until you delete them.");
}

TEST_F(ClientRecord, IsErasedOnlyWithGroundReasonAndTheCodeTyped)
{
    auto record = of(ada_);
    watch(record);
    record.begin(Form::erase);
    EXPECT_THAT(record.screen().explanation, HasSubstr("1 signed note"));
    record.type_code("A-001");
    record.type_reason("Asked for by letter");
    EXPECT_FALSE(record.screen().can_finish) << "no ground";
    record.choose_ground(ErasureGround::legal_duty);
    EXPECT_TRUE(record.screen().can_finish);
    for (const char* code : {"", "A-OO1", "A-0011", "Ada Lind"}) {
        record.type_code(code);
        EXPECT_FALSE(record.screen().can_finish) << code;
        record.finish();
    }
    record.type_code(" A-001 ");
    record.type_reason(" ");
    EXPECT_FALSE(record.screen().can_finish) << "no reason";
    EXPECT_EQ(casebook_.clients().size(), 3U);

    record.type_reason("Asked for by letter");
    record.finish();
    const auto erasure = casebook_.erasures().front();
    EXPECT_EQ(erasure.code, "A-001");
    EXPECT_EQ(erasure.ground, ErasureGround::legal_duty);
    EXPECT_EQ(erasure.reason, "Asked for by letter");
    EXPECT_EQ(said_, "A-001 was erased. Copies of backups elsewhere have it until you delete them.");
}

TEST_F(ClientRecord, SaysUntilWhenBackupsHaveIt)
{
    const CasebookOnDisk practice;
    overwrite(storage::place_for_backup(practice.folder(), at(2026_y / 11 / 19, 18)), "a backup");
    auto casebook = practice.open();
    const auto client = casebook.add_client({.code = "A1"});
    ClientRecordPresenter record{{.casebook = casebook, .clock = clock_, .names = names_}, client};
    record.begin(Form::remove);
    EXPECT_EQ(record.screen().backups,
              "The backups of this casebook still have it, until 30 Nov 2027 at the latest if one is made every month. "
              "Copies that you put elsewhere have it until you delete them.");
    watch(record);
    record.finish();
    EXPECT_EQ(said_, "A1 was removed. Backups have it until 30 Nov 2027 if one is made every month, copies elsewhere "
                     "until you delete them.");
}

TEST_F(ClientRecord, AsksAboutAFormThatSomebodyHasBegun)
{
    auto record = of(ada_);
    EXPECT_TRUE(record.may_leave());
    record.begin(Form::erase);
    EXPECT_TRUE(record.may_leave()) << "as it was opened there is nothing to lose";
    record.type_reason("Asked");
    EXPECT_FALSE(record.may_leave());
    EXPECT_TRUE(record.screen().asks_about_unsaved);
    record.keep_entering();
    EXPECT_EQ(record.screen().reason, "Asked");
    record.put_aside();
    EXPECT_TRUE(record.screen().asks_about_unsaved) << "cancelling asks as leaving does";
    record.throw_away();
    EXPECT_EQ(record.screen().form, Form::none);
    EXPECT_TRUE(record.may_leave());
}

TEST_F(ClientRecord, IsNotAskedAboutWhileItIsBeingDone)
{
    bool could_leave = false;
    ClientRecordPresenter* asked = nullptr;
    place_.keep_all = [&] { return could_leave = asked->may_leave(); };
    auto record = of(ada_);
    asked = &record;
    record.begin(Form::merge);
    record.choose_other(twin_);
    record.type_reason("Entered twice");
    record.finish();
    EXPECT_TRUE(could_leave);
    EXPECT_EQ(casebook_.clients().size(), 2U);
}

TEST_F(ClientRecord, OffersNobodyWhereThereIsNobodyElse)
{
    casebook_.remove_client(twin_, at(2026_y / 11 / 20, 13));
    auto record = of(ada_);
    record.begin(Form::merge);
    record.choose_other(ben_);
    casebook_.remove_client(ben_, at(2026_y / 11 / 20, 13));
    EXPECT_EQ(record.screen().other, std::nullopt) << "the chosen one is gone meanwhile";
    EXPECT_THAT(record.screen().others, IsEmpty());
    EXPECT_FALSE(record.screen().has_others);
}

} // namespace tests::client_record
