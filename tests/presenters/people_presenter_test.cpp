#include "app/presenters/caseload_presenter.h"
#include "app/presenters/people_presenter.h"
#include "tests/support/casebooks.h"

#include <gtest/gtest.h>

namespace {

using app::PeopleDone;
using app::PeoplePage;
using app::PeoplePresenter;
using app::StartProblem;
using app::StartTrouble;
namespace vault = storage::vault;

constexpr auto cheap = vault::KeyCost::smallest();

app::NewPersonForm sam()
{
    return {.name = " Sam Second ",
            .credentials = "PhD",
            .licence_number = "77",
            .password = "second",
            .password_again = "second"};
}

class People : public testing::Test {
protected:
    People()
    {
        casebook_->set_therapist(tests::example_therapist());
        people_.on_done = [this](PeopleDone done) { done_ = done; };
    }

    /// Types back what the sheet says.
    void read_back()
    {
        const auto groups = people_.screen().groups;
        const std::string code = people_.sheet()->code.text();
        const auto group = [&](int number) { return code.substr(static_cast<std::size_t>(number - 1) * 6, 5); };
        people_.finish(group(groups.first), group(groups.second));
    }

    void add_sam()
    {
        people_.begin_adding();
        people_.make_keys(sam());
        read_back();
    }

    tests::CasebookOnDisk practice_;
    std::optional<storage::Casebook> casebook_{practice_.open()};
    PeoplePresenter people_{*casebook_, app::at_once, cheap};
    std::optional<PeopleDone> done_;
};

TEST_F(People, AreListedAndTheLastOneStays)
{
    const std::vector<PeoplePresenter::Person> alone{
        {.name = "Dana Example", .credentials = "LMFT", .is_you = true, .can_be_removed = false}};
    EXPECT_EQ(people_.screen().people, alone);
    people_.begin_removing(0);
    EXPECT_EQ(people_.screen().page, PeoplePage::list);
}

TEST_F(People, WhoseDetailsAreLostAreNamedByNumberAndCanBeRemoved)
{
    casebook_->add_person(vault::seal_person(casebook_->vault(), "second", cheap).person, {});
    const std::vector<PeoplePresenter::Person> both{
        {.name = "Dana Example", .credentials = "LMFT", .is_you = true, .can_be_removed = true},
        {.name = "Person 2 (details damaged or missing)", .can_be_removed = true}};
    EXPECT_EQ(people_.screen().people, both);
    people_.begin_removing(1);
    people_.remove();
    EXPECT_EQ(done_, PeopleDone::removed);
    EXPECT_EQ(people_.screen().people.size(), 1U);
}

TEST_F(People, WhoHaveEnteredNoNameYetAreNotSaidToBeDamaged)
{
    casebook_->set_therapist({});
    EXPECT_EQ(people_.screen().people.front().name, "");
}

TEST_F(People, WithDamagedDetailsOfTheirOwnStillSeeThisPageAndTheCaseload)
{
    casebook_->add_person(vault::seal_person(casebook_->vault(), "second", cheap).person, {.name = "Sam Second"});
    casebook_.reset();
    {
        auto files = practice_.open_bare();
        files.record.exec("UPDATE therapist SET name = 'Somebody else' WHERE id = 1");
    }
    casebook_.emplace(practice_.open());
    const PeoplePresenter people{*casebook_, app::at_once, cheap};
    EXPECT_EQ(people.screen().people.front().name, "Person 1 (details damaged or missing)");
    EXPECT_TRUE(people.screen().people.front().is_you);
    app::Names names;
    const app::CaseloadPresenter caseload{*casebook_, {.now = tests::no_time}, names};
    EXPECT_EQ(caseload.screen().signed_in, "");
}

TEST_F(People, GetInOnlyOnceTheirSheetWasReadBack)
{
    people_.begin_adding();
    people_.make_keys(sam());
    ASSERT_EQ(people_.screen().page, PeoplePage::sheet);
    EXPECT_EQ(people_.screen().sheet_of, "Sam Second");
    people_.finish("00000", "00000");
    EXPECT_EQ(people_.screen().trouble,
              (StartTrouble{.problem = StartProblem::groups_not_the_same, .group = people_.screen().groups.first}));
    EXPECT_THROW(vault::unlock(practice_.folder(), "second"), storage::StorageError);

    const auto sheet = *people_.sheet();
    read_back();
    EXPECT_EQ(done_, PeopleDone::added);
    ASSERT_EQ(people_.screen().people.size(), 2U);
    EXPECT_EQ(people_.screen().people[1],
              (PeoplePresenter::Person{.name = "Sam Second", .credentials = "PhD", .can_be_removed = true}));
    casebook_.reset();
    EXPECT_NO_THROW(vault::unlock_with_recovery(practice_.folder(), sheet.code));
    const storage::Casebook sams{practice_.folder(), vault::unlock(practice_.folder(), "second"), tests::no_time};
    EXPECT_EQ(sams.therapist().name, "Sam Second");
    EXPECT_EQ(sams.therapist().licence_number, "77");
}

TEST_F(People, SaysWhatIsWrongWithSomebodyNew)
{
    people_.begin_adding();
    const auto trouble = [&](const app::NewPersonForm& form) {
        people_.make_keys(form);
        EXPECT_EQ(people_.screen().page, PeoplePage::add);
        return people_.screen().trouble.value_or(StartTrouble{}).problem;
    };
    auto form = sam();
    form.name = " ";
    EXPECT_EQ(trouble(form), StartProblem::person_name_missing);
    form = sam();
    form.password_again = "other";
    EXPECT_EQ(trouble(form), StartProblem::passwords_differ);
    form = sam();
    form.password = form.password_again = "password";
    EXPECT_EQ(trouble(form), StartProblem::password_not_free) << "Dana's";
}

TEST_F(People, AreForgottenWhenSomebodyGoesBackFromTheSheet)
{
    people_.begin_adding();
    people_.make_keys(sam());
    people_.go_back();
    EXPECT_EQ(people_.sheet(), nullptr);
    people_.finish("00000", "00000");
    EXPECT_EQ(people_.screen().people.size(), 1U);
}

TEST_F(People, AreRemovedAfterAQuestionAndTheirPasswordEnds)
{
    add_sam();
    people_.begin_removing(1);
    ASSERT_EQ(people_.screen().page, PeoplePage::remove);
    EXPECT_NO_THROW(vault::unlock(practice_.folder(), "second")) << "so far it was only asked";
    people_.remove();
    EXPECT_EQ(done_, PeopleDone::removed);
    EXPECT_EQ(people_.screen().people.size(), 1U);
    EXPECT_THROW(vault::unlock(practice_.folder(), "second"), storage::StorageError);
}

TEST_F(People, TheCaseloadSaysWhoIsSignedInOnceThereAreSeveral)
{
    const app::Clock clock{.now = tests::no_time};
    const app::Names names;
    const app::CaseloadPresenter caseload{*casebook_, clock, names};
    EXPECT_EQ(caseload.screen().signed_in, "");
    add_sam();
    EXPECT_EQ(caseload.screen().signed_in, "Dana Example");
}

TEST_F(People, WhoLeavesIsToldToGoAndTheOthersStay)
{
    add_sam();
    people_.begin_removing(0);
    people_.remove();
    EXPECT_EQ(done_, PeopleDone::left);
    casebook_.reset();
    EXPECT_THROW(practice_.unlock(), storage::StorageError);
    EXPECT_NO_THROW(vault::unlock(practice_.folder(), "second"));
}

TEST_F(People, ComeBackWithTheirSheetAndKeepTheirName)
{
    people_.begin_adding();
    people_.make_keys(sam());
    const auto sheet = *people_.sheet();
    read_back();
    const app::ReturnForm form{
        .code = sheet.code.text(), .letters = sheet.slot, .password = "again", .password_again = "again"};
    people_.begin_coming_back();
    people_.take_back(form);
    EXPECT_EQ(people_.screen().trouble, StartTrouble{.problem = StartProblem::still_one_of_them}) << "Sam is there";
    EXPECT_EQ(people_.screen().people.size(), 2U);

    people_.begin_removing(1);
    people_.remove();
    people_.begin_coming_back();
    people_.take_back(form);
    EXPECT_EQ(done_, PeopleDone::came_back);
    casebook_.reset();
    const storage::Casebook sams{practice_.folder(), vault::unlock(practice_.folder(), "again"), tests::no_time};
    EXPECT_EQ(sams.therapist().name, "Sam Second");
}

TEST_F(People, OfAnotherCasebookDoNotGetInWithTheirSheet)
{
    const auto other = vault::make_vault("other", cheap);
    people_.begin_coming_back();
    people_.take_back(
        {.code = other.sheet.code.text(), .letters = other.sheet.slot, .password = "again", .password_again = "again"});
    EXPECT_EQ(people_.screen().trouble, StartTrouble{.problem = StartProblem::sheet_opens_nothing});
    EXPECT_EQ(people_.screen().people.size(), 1U);
}

TEST_F(People, ANewSheetEndsTheOldOneOnceItWasReadBack)
{
    people_.renew_own_sheet();
    EXPECT_TRUE(people_.screen().is_own_sheet);
    const auto first = people_.sheet()->code;
    EXPECT_THROW(vault::unlock_with_recovery(practice_.folder(), first), storage::StorageError);
    read_back();
    EXPECT_EQ(done_, PeopleDone::sheet_replaced);
    EXPECT_EQ(casebook_->acts({}, 1).front().kind, model::ActKind::recovery_renewed);

    people_.renew_own_sheet();
    read_back();
    EXPECT_THROW(vault::unlock_with_recovery(practice_.folder(), first), storage::StorageError);
}

} // namespace
