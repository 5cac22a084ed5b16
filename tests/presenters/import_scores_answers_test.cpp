#include "app/presenters/import_scores_presenter.h"
#include "tests/support/casebooks.h"
#include "tests/support/storage_trouble.h"

#include <gmock/gmock.h>

#include <filesystem>
#include <string>

namespace tests::import_answers {

namespace {

using namespace date::literals;
using app::ImportAnswerProblem;
using app::ImportScoresPresenter;
using Stage = app::ImportScoresPresenter::Stage;
using testing::ElementsAre;
using enum app::ImportAnswerKind;
using enum app::ScoresProblemKind;

const std::string totals = "client,date,measure,score\n";
const std::string items = "client,date,measure,items\n";

/// The page with a file, and one client whose care began on 10 January 2026.
class ImportAnswers : public testing::Test {
protected:
    void SetUp() override { casebook_.admit(ada_, 2026_y / 1 / 10, model::LevelOfCare::outpatient, ""); }

    void open(const std::string& file)
    {
        tests::overwrite(file_, file);
        page_.open(file_);
    }
    void answer(std::size_t index)
    {
        page_.choose_answer(index);
        page_.answer();
    }
    void import()
    {
        page_.import();
        page_.keep();
    }
    std::vector<model::Date> days() const
    {
        std::vector<model::Date> days;
        for (const auto& one : casebook_.administrations_of(ada_)) {
            days.push_back(one.details.taken_on);
        }
        return days;
    }
    const ImportScoresPresenter::Screen& screen() const { return page_.screen(); }

    tests::TemporaryFolder folder_{};
    std::filesystem::path file_ = folder_.path() / "scores.csv";
    storage::Casebook casebook_ = storage::Casebook::in_memory();
    app::Clock clock_{.now = [] { return tests::at(2026_y / 11 / 20, 14); }};
    app::Names names_{};
    model::ClientId ada_ = casebook_.add_client({.code = "A-001", .name = "Ada Lind"});
    ImportScoresPresenter page_{{casebook_, clock_, names_}};
};

TEST_F(ImportAnswers, AreNotGivenByAccidentWhereAnswersMayBeCountedFrom1)
{
    for (const std::string& answers : {std::string{"1;2;3;4;1;1;1;1;1"}, std::string{"1;2;3;3;1;1;1;1;1"}}) {
        open(items + "A-001,2026-01-15,phq-9," + answers + "\n");
        ASSERT_EQ(screen().stage, Stage::asking);
        EXPECT_EQ(screen().chosen_answer, std::nullopt);
        page_.answer();
        EXPECT_EQ(screen().answer_problem, ImportAnswerProblem::answer_missing);
        EXPECT_TRUE(screen().given.empty());
        page_.choose_answer(0);
        EXPECT_EQ(screen().answer_problem, std::nullopt);
        page_.answer();
        EXPECT_EQ(screen().stage, Stage::ready);
        open(totals);
        page_.take_answers_back();
    }
}

TEST_F(ImportAnswers, AreNeverChosenUnaskedWhereThereAreSeveral)
{
    open(totals + "A-OO1,2026-01-15,phq-9,12\n");
    EXPECT_EQ(screen().chosen_answer, std::nullopt);
    page_.answer();
    EXPECT_EQ(screen().answer_problem, ImportAnswerProblem::answer_missing);
}

TEST_F(ImportAnswers, SayInWhichOrderDatesAreWritten)
{
    open(totals + "A-001,3/5/2026,phq-9,12\n");
    EXPECT_EQ(screen().problem->kind, dates_ambiguous);
    EXPECT_THAT(screen().answers, ElementsAre(dates_day_first, dates_month_first));
    EXPECT_EQ(screen().chosen_answer, std::nullopt);
    answer(1);
    import();
    EXPECT_THAT(days(), ElementsAre(2026_y / 3 / 5));
}

TEST_F(ImportAnswers, AreNotNeededWhereADateSettlesTheOrder)
{
    open(totals + "A-001,3/5/2026,phq-9,12\nA-001,31/05/2026,phq-9,9\n");
    import();
    EXPECT_THAT(days(), ElementsAre(2026_y / 5 / 3, 2026_y / 5 / 31));
    const app::SettledDates by_line_3{.order = model::DateOrder::day_first, .line = 3};
    EXPECT_EQ(screen().counts.dates, by_line_3);
}

TEST_F(ImportAnswers, CannotHelpWhereDatesContradictEachOther)
{
    open(totals + "A-001,05/31/2026,phq-9,12\nA-001,31/05/2026,phq-9,9\n");
    EXPECT_EQ(screen().problem->kind, dates_contradict);
    EXPECT_EQ(screen().problem->other_line, 2U);
    EXPECT_TRUE(screen().answers.empty());
}

TEST_F(ImportAnswers, AreTakenBackOneByOne)
{
    open(totals + "A-OO1,3/5/2026,phq-9,12\nA-001,1/2/2026,phq-9,9\n");
    answer(1); // The month first.
    answer(1); // A new client.
    answer(0); // Care began then.
    ASSERT_EQ(screen().stage, Stage::ready);
    EXPECT_EQ(screen().counts.new_clients, 1U);
    ASSERT_EQ(screen().given.size(), 3U);

    page_.take_answer_back(1);
    EXPECT_EQ(screen().problem->kind, client_looks_alike);
    EXPECT_THAT(screen().given, testing::SizeIs(2));
    answer(0); // Ada after all.
    ASSERT_EQ(screen().stage, Stage::ready) << "the others hold";
    EXPECT_EQ(screen().counts.new_clients, 0U);

    page_.take_answer_back(7);
    EXPECT_EQ(screen().stage, Stage::ready);
    import();
    EXPECT_THAT(days(), ElementsAre(2026_y / 1 / 2, 2026_y / 3 / 5));
    EXPECT_EQ(casebook_.episodes_of(ada_).front().admitted_on, 2026_y / 1 / 2);
    page_.take_answer_back(0);
    EXPECT_EQ(screen().stage, Stage::done);
}

TEST_F(ImportAnswers, TakeADayFromTheFileOnlyAsItIsRead)
{
    open(totals + "A-001,5/1/2026,phq-9,9\n");
    answer(0); // The day first.
    answer(0); // Care began on 5 January.
    ASSERT_EQ(screen().stage, Stage::ready);

    page_.take_answer_back(0);
    EXPECT_EQ(screen().problem->kind, dates_ambiguous);
    EXPECT_TRUE(screen().given.empty());
    answer(1); // The month first.
    ASSERT_EQ(screen().stage, Stage::ready);
    EXPECT_EQ(screen().counts.about_care, "") << "on 1 May she was in care";
}

TEST_F(ImportAnswers, TakeADayFromTheFileOnlyWhileItIsTheFirstThere)
{
    const std::string later = "A-001,2026-01-08,phq-9,9\n";
    open(totals + later);
    answer(0); // Care began then.
    ASSERT_EQ(screen().stage, Stage::ready);

    tests::overwrite(file_, totals + later + "A-001,2026-02-08,phq-9,9\n");
    page_.read_again();
    EXPECT_EQ(screen().stage, Stage::ready) << "it still is";
    EXPECT_THAT(screen().given, testing::SizeIs(1));

    tests::overwrite(file_, totals + later + "A-001,2026-01-04,phq-9,9\n");
    page_.read_again();
    ASSERT_EQ(screen().stage, Stage::asking);
    EXPECT_EQ(screen().problem->kind, before_admission);
    EXPECT_EQ(screen().problem->value, "2026-01-04");
    EXPECT_TRUE(screen().given.empty());
    answer(0);
    import();
    EXPECT_EQ(casebook_.episodes_of(ada_).front().admitted_on, 2026_y / 1 / 4);
}

TEST_F(ImportAnswers, HoldForASlipThatWasLedToAnotherSlip)
{
    open(totals + "Bo Li,2026-01-15,phq-9,12\nB-OO7,2026-01-16,phq-9,12\nB-007,2026-01-17,phq-9,12\n");
    page_.type_code("B-OO7");
    page_.answer();
    ASSERT_EQ(screen().problem->value, "B-007");
    answer(0); // It is B-OO7.
    ASSERT_EQ(screen().stage, Stage::ready);
    EXPECT_EQ(screen().counts.new_clients, 1U);

    page_.take_answer_back(0);
    ASSERT_EQ(screen().problem->value, "Bo Li");
    page_.choose_client(0);
    page_.answer();
    ASSERT_EQ(screen().stage, Stage::ready) << static_cast<int>(screen().problem->kind);
    EXPECT_EQ(screen().counts.clients, 2U);
    EXPECT_EQ(screen().counts.new_clients, 1U) << "B-007 is B-OO7, as was said";
}

TEST_F(ImportAnswers, NameTheLinesThatTheyLeaveOut)
{
    open(totals + "A-001,2026-01-15,phq-9,12\nA-001,2026-01-16,phq-9,11\n");
    import();
    open(totals + "A-001,2026-01-15,phq-9,12\nA-001,2026-01-17,phq-9,10\nA-001,2026-01-16,phq-9,3\n");
    answer(0);
    answer(0);
    EXPECT_THAT(screen().counts.known, ElementsAre(2U));
    EXPECT_THAT(screen().counts.contradicting, ElementsAre(4U));
    import();
    EXPECT_THAT(screen().counts.known, ElementsAre(2U));
}

} // namespace

} // namespace tests::import_answers
