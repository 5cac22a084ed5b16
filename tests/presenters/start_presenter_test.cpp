#include "app/presenters/start_presenter.h"
#include "tests/support/casebooks.h"

#include <gtest/gtest.h>

#include <fstream>
#include <optional>
#include <string>

namespace {

using app::StartPage;
using app::StartPresenter;
using app::StartProblem;
using app::StartTrouble;
using storage::StorageErrorKind;

constexpr auto smallest_cost = storage::vault::KeyCost::smallest();

class Start : public testing::Test {
protected:
    StartPresenter presenter(std::optional<std::filesystem::path> last = std::nullopt)
    {
        StartPresenter start{std::move(last), tests::no_time, app::at_once, smallest_cost};
        start.on_open = [this](storage::Casebook casebook) { opened_.emplace(std::move(casebook)); };
        return start;
    }

    app::NewCasebook wanted(std::string name = "Practice") const
    {
        return {.name = std::move(name),
                .in_folder = temporary_.path(),
                .password = "four words in a row",
                .password_again = "four words in a row"};
    }

    /// The text of one group of the new sheet's code.
    static std::string group(const StartPresenter& start, int number)
    {
        return start.sheet()->code.text().substr(static_cast<std::size_t>(number - 1) * 6, 5);
    }

    static void finish(StartPresenter& start)
    {
        start.finish(group(start, start.screen().first_group), group(start, start.screen().second_group));
    }

    std::filesystem::path folder() const { return temporary_.path() / "Practice.casebook"; }

    tests::TemporaryFolder temporary_;
    std::optional<storage::Casebook> opened_;
};

TEST_F(Start, OffersTheLastCasebookOnlyWhileItIsThere)
{
    EXPECT_EQ(presenter().screen().last, "");
    EXPECT_EQ(presenter(folder()).screen().last, "");
    EXPECT_EQ(presenter(folder()).screen().trouble, StartTrouble{.problem = StartProblem::last_missing});
    const auto made = storage::vault::make_vault("right", smallest_cost);
    storage::make_folder(folder(), made.vault);
    EXPECT_EQ(presenter(folder()).screen().trouble, std::nullopt);
    EXPECT_EQ(presenter(folder()).screen().last, "Practice");
    EXPECT_EQ(presenter(folder() / "").screen().last, "Practice");
}

TEST_F(Start, MakesACasebookOnlyOnceItsSheetWasReadBack)
{
    auto start = presenter();
    start.begin_new();
    start.make_keys(wanted());
    ASSERT_EQ(start.screen().page, StartPage::sheet);
    EXPECT_FALSE(std::filesystem::exists(folder()));

    start.finish("00000", "00000");
    EXPECT_EQ(start.screen().trouble,
              (StartTrouble{.problem = StartProblem::groups_not_the_same, .group = start.screen().first_group}));
    EXPECT_FALSE(std::filesystem::exists(folder()));

    finish(start);
    ASSERT_TRUE(opened_);
    EXPECT_EQ(opened_->folder(), folder());
    EXPECT_EQ(opened_->name(), "Practice");
}

TEST_F(Start, KeepsHowThePracticeWritesDaysAndTimes)
{
    auto start = presenter();
    auto american = wanted();
    american.habits = {.order = model::DateOrder::month_first, .hours = model::HourClock::of_12};
    start.begin_new();
    start.make_keys(american);
    finish(start);
    ASSERT_TRUE(opened_);
    EXPECT_EQ(opened_->settings(), storage::Settings{.habits = american.habits});
}

TEST_F(Start, AsksForTwoDifferentGroups)
{
    auto start = presenter();
    start.make_keys(wanted());
    EXPECT_GE(start.screen().first_group, 1);
    EXPECT_LE(start.screen().first_group, 4);
    EXPECT_GE(start.screen().second_group, 5);
    EXPECT_LE(start.screen().second_group, 8);
}

TEST_F(Start, SaysWhatIsWrongWithANewCasebook)
{
    std::filesystem::create_directory(temporary_.path() / "Taken.casebook");
    auto start = presenter();
    start.begin_new();
    const auto trouble = [&](app::NewCasebook casebook) {
        start.make_keys(casebook);
        EXPECT_EQ(start.screen().page, StartPage::make);
        return start.screen().trouble.value_or(StartTrouble{});
    };
    EXPECT_EQ(trouble(wanted("  ")).problem, StartProblem::name_missing);
    EXPECT_EQ(trouble(wanted("a/b")).problem, StartProblem::name_unusable);
    EXPECT_EQ(trouble(wanted("..")).problem, StartProblem::name_unusable);
    EXPECT_EQ(trouble(wanted("Taken")).kind, StorageErrorKind::exists);
    auto nowhere = wanted();
    nowhere.in_folder /= "missing";
    EXPECT_EQ(trouble(nowhere).problem, StartProblem::folder_missing);
    auto different = wanted();
    different.password_again += "!";
    EXPECT_EQ(trouble(different).problem, StartProblem::passwords_differ);
    auto empty = wanted();
    empty.password = empty.password_again = "";
    EXPECT_EQ(trouble(empty).problem, StartProblem::password_unusable);
}

TEST_F(Start, ForgetsKeysWhenSomebodyGoesBackFromTheSheet)
{
    auto start = presenter();
    start.make_keys(wanted());
    start.go_back();
    EXPECT_EQ(start.screen().page, StartPage::make);
    EXPECT_EQ(start.sheet(), nullptr);
    start.finish("00000", "00000");
    EXPECT_FALSE(std::filesystem::exists(folder()));
}

class StartWithCasebook : public Start {
protected:
    StartWithCasebook() : vault_{storage::vault::make_vault("right", smallest_cost)}
    {
        storage::make_folder(folder(), vault_.vault);
    }

    storage::vault::NewVault vault_;
};

TEST_F(StartWithCasebook, OpensWithThePassword)
{
    auto start = presenter(folder());
    start.open_last();
    ASSERT_EQ(start.screen().page, StartPage::unlock);
    start.unlock("wrong");
    EXPECT_EQ(start.screen().trouble, StartTrouble{.kind = StorageErrorKind::wrong_password});
    EXPECT_FALSE(opened_);
    start.unlock("right");
    EXPECT_TRUE(opened_);
    EXPECT_FALSE(start.screen().trouble);
}

TEST_F(StartWithCasebook, SaysThatAnotherWindowHasIt)
{
    const storage::Casebook other{folder(), storage::vault::unlock(folder(), "right"), tests::no_time};
    auto start = presenter();
    start.choose(folder());
    start.unlock("right");
    const auto note = storage::lock_note(folder());
    ASSERT_TRUE(note);
    EXPECT_EQ(start.screen().trouble, (StartTrouble{.kind = StorageErrorKind::in_use, .holder = note->holder}));
    EXPECT_FALSE(start.screen().is_busy);
}

/// A casebook in whose folder the note of another machine lies.
class StartElsewhere : public StartWithCasebook {
protected:
    StartElsewhere() { leave_note(); }

    void leave_note() const { std::ofstream{folder() / "lock"} << "practice-laptop\n4711\n\n\n1769000000\n"; }
    bool is_their_note_there() const
    {
        const auto note = storage::lock_note(folder());
        return note && note->holder == holder_;
    }

    const storage::Holder holder_{.host = "practice-laptop",
                                  .since = model::Moment{std::chrono::seconds{1'769'000'000}}};
};

TEST_F(StartElsewhere, IsAskedAboutAfterThePasswordAndCancellingLeavesAllAsItIs)
{
    auto start = presenter(folder());
    start.open_last();
    EXPECT_EQ(start.screen().elsewhere, std::nullopt) << "first the password";
    start.unlock("wrong");
    EXPECT_EQ(start.screen().elsewhere, std::nullopt);
    start.unlock("right");
    EXPECT_EQ(start.screen().elsewhere, holder_);
    EXPECT_EQ(start.screen().trouble, std::nullopt);
    EXPECT_EQ(start.screen().page, StartPage::unlock);

    start.cancel();
    EXPECT_EQ(start.screen().elsewhere, std::nullopt);
    start.open_anyway(); // Nothing is asked any more.
    EXPECT_FALSE(opened_);
    EXPECT_TRUE(is_their_note_there());
}

TEST_F(StartElsewhere, OpensOnlyByThatChoice)
{
    auto start = presenter(folder());
    start.open_last();
    start.unlock("right");
    start.go_back();
    EXPECT_EQ(start.screen().page, StartPage::unlock) << "back is back to the password";
    EXPECT_EQ(start.screen().elsewhere, std::nullopt);
    start.unlock("right");
    start.open_anyway();
    EXPECT_TRUE(opened_);
    EXPECT_EQ(start.screen().elsewhere, std::nullopt);
    EXPECT_FALSE(is_their_note_there());
}

TEST_F(StartElsewhere, IsAskedAboutOnceWhereItsNoteCannotBeRead)
{
    std::ofstream{folder() / "lock"} << "practice-lap";
    auto start = presenter(folder());
    start.open_last();
    start.unlock("right");
    ASSERT_TRUE(start.screen().elsewhere);
    EXPECT_EQ(start.screen().elsewhere->host, "");
    EXPECT_FALSE(opened_);
    start.open_anyway();
    EXPECT_TRUE(opened_);
    EXPECT_TRUE(storage::lock_note(folder())) << "replaced by one that can be read";
    opened_.reset();
    start.unlock("right");
    EXPECT_EQ(start.screen().elsewhere, std::nullopt);
    EXPECT_TRUE(opened_);
}

TEST_F(StartElsewhere, IsNotAskedAboutOnceItIsClosedThere)
{
    auto start = presenter(folder());
    start.open_last();
    start.unlock("right");
    std::filesystem::remove(folder() / "lock");
    start.cancel();
    start.unlock("right");
    EXPECT_TRUE(opened_);
}

TEST_F(StartElsewhere, IsAskedAboutAlsoOnTheWayOfTheRecoveryCode)
{
    auto start = presenter(folder());
    start.open_last();
    start.begin_recovery();
    start.use_code(vault_.sheet.code.text());
    ASSERT_EQ(start.screen().page, StartPage::new_password);
    start.set_new_password("found", "found");
    EXPECT_EQ(start.screen().elsewhere, holder_);
    EXPECT_TRUE(is_their_note_there());
    start.open_anyway();
    EXPECT_TRUE(opened_);
}

TEST_F(StartElsewhere, IsAskedAboutAlsoWhereTheSheetReplacesLostKeys)
{
    std::filesystem::remove(folder() / "keys");
    std::filesystem::remove(folder() / "keys.bak");
    auto start = presenter(folder());
    start.open_last();
    start.begin_recovery();
    ASSERT_EQ(start.screen().page, StartPage::from_sheet);
    start.use_sheet(vault_.sheet.code.text(), vault_.sheet.slot, "found", "found");
    EXPECT_EQ(start.screen().elsewhere, holder_);
    EXPECT_FALSE(std::filesystem::exists(folder() / "keys"));
    start.open_anyway();
    EXPECT_TRUE(opened_);
}

TEST_F(StartWithCasebook, SaysThatThereIsNoCasebook)
{
    auto start = presenter();
    start.choose(temporary_.path() / "Nothing.casebook");
    EXPECT_EQ(start.screen().page, StartPage::choose) << "no password is asked for what is not there";
    EXPECT_EQ(start.screen().trouble, StartTrouble{.kind = StorageErrorKind::not_found});

    std::filesystem::create_directory(temporary_.path() / "Pictures");
    start.choose(temporary_.path() / "Pictures");
    EXPECT_EQ(start.screen().trouble, StartTrouble{.kind = StorageErrorKind::not_ours});
}

TEST_F(StartWithCasebook, NamesTheGroupWithATypo)
{
    auto start = presenter();
    start.choose(folder());
    start.begin_recovery();
    std::string code = vault_.sheet.code.text();
    start.use_code(code.substr(0, 12));
    EXPECT_EQ(start.screen().trouble, (StartTrouble{.problem = StartProblem::code_too_short, .group = 3}));
    code[6] = code[6] == '7' ? '8' : '7';
    start.use_code(code);
    EXPECT_EQ(start.screen().trouble, (StartTrouble{.problem = StartProblem::code_group_wrong, .group = 2}));
}

TEST_F(StartWithCasebook, ACodeOfAnotherCasebookOpensNothing)
{
    auto start = presenter();
    start.choose(folder());
    start.begin_recovery();
    start.use_code(storage::vault::RecoveryCode::random().text());
    EXPECT_EQ(start.screen().trouble, StartTrouble{.problem = StartProblem::code_opens_nothing});
}

TEST_F(StartWithCasebook, TheCodeLeadsToANewPassword)
{
    auto start = presenter();
    start.choose(folder());
    start.begin_recovery();
    start.use_code(vault_.sheet.code.text());
    ASSERT_EQ(start.screen().page, StartPage::new_password);
    start.set_new_password("new one", "new two");
    EXPECT_EQ(start.screen().trouble, StartTrouble{.problem = StartProblem::passwords_differ});
    start.set_new_password("new one", "new one");
    ASSERT_TRUE(opened_);
    EXPECT_EQ(opened_->acts({}, 1).front().kind, model::ActKind::password_changed);
    const auto client = opened_->add_client({.code = "A1"});
    EXPECT_TRUE(client.value > 0);
    opened_.reset();

    start.choose(folder());
    start.unlock("right");
    EXPECT_EQ(start.screen().trouble, StartTrouble{.kind = StorageErrorKind::wrong_password});
    start.unlock("new one");
    EXPECT_TRUE(opened_);
}

class StartWithLostKeys : public StartWithCasebook {
protected:
    StartWithLostKeys()
    {
        std::filesystem::remove(folder() / "keys");
        std::filesystem::remove(folder() / "keys.bak");
    }

    std::string code() const { return vault_.sheet.code.text(); }
    const std::string& letters() const { return vault_.sheet.slot; }
};

TEST_F(StartWithLostKeys, LeadToTheSheetAndItOpensTheCasebook)
{
    auto start = presenter();
    start.choose(folder());
    ASSERT_EQ(start.screen().page, StartPage::unlock);
    EXPECT_TRUE(start.screen().keys_are_lost);
    EXPECT_EQ(start.screen().trouble, StartTrouble{.kind = StorageErrorKind::keys_lost});
    start.begin_recovery();
    ASSERT_EQ(start.screen().page, StartPage::from_sheet);

    start.use_sheet(code(), letters(), "found", "found");
    ASSERT_TRUE(opened_) << app::words_for(start.screen().trouble.value_or(StartTrouble{}));
    EXPECT_FALSE(start.screen().has_new_private_notes);
    opened_.reset();
    EXPECT_NO_THROW(storage::vault::unlock(folder(), "found"));
}

TEST_F(StartWithLostKeys, SayWhatIsWrongWithTheSheetAndChangeNothing)
{
    auto start = presenter();
    start.choose(folder());
    start.begin_recovery();
    const auto trouble = [&](const std::string& code, const std::string& letters) {
        start.use_sheet(code, letters, "found", "found");
        return start.screen().trouble.value_or(StartTrouble{}).problem;
    };
    const auto other = storage::vault::make_vault("other", smallest_cost);
    EXPECT_EQ(trouble("7K2QM", letters()), StartProblem::code_group_wrong);
    EXPECT_EQ(trouble(code(), letters().substr(0, 100)), StartProblem::letters_wrong);
    EXPECT_EQ(trouble(other.sheet.code.text(), letters()), StartProblem::code_and_letters_differ);
    EXPECT_EQ(trouble(other.sheet.code.text(), other.sheet.slot), StartProblem::sheet_opens_nothing);
    start.use_sheet(code(), letters(), "found", "lost");
    EXPECT_EQ(start.screen().trouble, StartTrouble{.problem = StartProblem::passwords_differ});
    EXPECT_FALSE(storage::vault::has_keys(folder()));
    EXPECT_FALSE(opened_);
}

TEST_F(StartWithLostKeys, AreFoundOutByTheCodeToo)
{
    std::ofstream{folder() / "keys"} << "broken";
    auto start = presenter();
    start.choose(folder());
    EXPECT_FALSE(start.screen().keys_are_lost);
    start.begin_recovery();
    start.use_code(code());
    EXPECT_EQ(start.screen().page, StartPage::from_sheet);
    EXPECT_EQ(start.screen().trouble, StartTrouble{.kind = StorageErrorKind::keys_lost});
}

TEST_F(StartWithLostKeys, TheRecordAloneOpensAndTheMissingPrivateNotesAreTold)
{
    std::filesystem::remove(folder() / "private.db");
    auto start = presenter();
    start.choose(folder());
    start.begin_recovery();
    start.use_sheet(code(), "  " + letters().substr(0, 40) + "\n " + letters().substr(40), "found", "found");
    EXPECT_TRUE(opened_);
    EXPECT_TRUE(start.screen().has_new_private_notes);
}

TEST_F(StartWithCasebook, LeadsToTheDemoPractice)
{
    auto start = presenter();
    int asked = 0;
    start.on_demo = [&] { ++asked; };
    start.open_demo();
    EXPECT_EQ(asked, 1);
}

TEST_F(StartWithCasebook, NoGestureDoesAnythingWhileKeysAreMade)
{
    std::function<void()> afterwards;
    StartPresenter start{folder(), tests::no_time, [&](const auto& task) { afterwards = task(); }, smallest_cost};
    start.on_demo = [] { FAIL() << "it would end the work that is under way"; };
    start.on_open = [this](storage::Casebook casebook) { opened_.emplace(std::move(casebook)); };
    start.choose(folder());
    start.unlock("right");
    const auto busy = start.screen();
    start.choose("/elsewhere.casebook");
    start.open_last();
    start.begin_new();
    start.open_demo();
    start.begin_recovery();
    start.use_code("not a code");
    start.go_back();
    EXPECT_EQ(start.screen(), busy);
    EXPECT_EQ(start.folder(), folder());
    afterwards();
    EXPECT_TRUE(opened_);
}

TEST_F(StartWithCasebook, NothingComesBackToAPageThatIsGone)
{
    std::function<void()> afterwards;
    {
        StartPresenter start{std::nullopt, tests::no_time, [&](const auto& task) { afterwards = task(); },
                             smallest_cost};
        start.on_open = [](storage::Casebook) { FAIL() << "nobody is there"; };
        start.choose(folder());
        start.unlock("right");
        EXPECT_TRUE(start.screen().is_busy);
    }
    afterwards();
}

TEST(PasswordHint, GrowsWithTheLength)
{
    EXPECT_EQ(app::password_hint(0), "");
    EXPECT_NE(app::password_hint(7), app::password_hint(8));
    EXPECT_NE(app::password_hint(11), app::password_hint(12));
    EXPECT_NE(app::password_hint(15), app::password_hint(16));
}

} // namespace
