#include "app/exchange/text_file.h"
#include "app/presenters/import_scores_presenter.h"
#include "tests/support/casebooks.h"
#include "tests/support/storage_trouble.h"

#include <gmock/gmock.h>

#include <filesystem>
#include <string>
#include <sys/stat.h>

namespace {

using namespace date::literals;
using app::FileProblem;
using app::ImportAnswerProblem;
using app::ImportCounts;
using app::ImportScoresPresenter;
using Stage = app::ImportScoresPresenter::Stage;
using testing::ElementsAre;
using enum app::ImportAnswerKind;
using enum app::ScoresProblemKind;

class ImportScoresPage : public testing::Test {
protected:
    /// Opens a file with these lines below the heading.
    void open(const std::string& lines, const std::string& heading = "client,date,measure,score\n")
    {
        write(lines, heading);
        page_.open(file_);
    }
    void write(const std::string& lines, const std::string& heading = "client,date,measure,score\n")
    {
        tests::overwrite(file_, heading + lines);
    }
    void import()
    {
        page_.import();
        page_.keep();
    }
    void answer(std::size_t index)
    {
        page_.choose_answer(index);
        page_.answer();
    }
    std::size_t scores_of(const std::string& code) const
    {
        const auto client = casebook_.client_with_code(code);
        return client ? casebook_.administrations_of(*client).size() : 0;
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

TEST_F(ImportScoresPage, ShowsWhatAFileWouldBringAndKeepsNothing)
{
    const auto changes = casebook_.changes_made();
    open("A-001,2026-01-05,phq-9,12\nB-2,2026-03-05,phq-9,7\na-001,2026-02-05,pcl-5,3\nA-001,2026-01-02,pcl-5,4\n");

    EXPECT_EQ(screen().stage, Stage::ready);
    EXPECT_EQ(screen().file, "scores.csv");
    EXPECT_EQ(screen().counts, (ImportCounts{.scores = 4, .clients = 2, .new_clients = 1}));
    EXPECT_THAT(screen().preview, ElementsAre(ImportScoresPresenter::PreviewRow{.client = "Ada Lind · A-001",
                                                                                .scores = 3,
                                                                                .measures = "PHQ-9, PCL-5",
                                                                                .first_score = 2026_y / 1 / 2,
                                                                                .last_score = 2026_y / 2 / 5},
                                              ImportScoresPresenter::PreviewRow{.client = "B-2",
                                                                                .is_new = true,
                                                                                .scores = 1,
                                                                                .measures = "PHQ-9",
                                                                                .first_score = 2026_y / 3 / 5,
                                                                                .last_score = 2026_y / 3 / 5}));
    EXPECT_TRUE(screen().can_import);
    EXPECT_EQ(casebook_.changes_made(), changes);
}

TEST_F(ImportScoresPage, ImportsInOneActOnceItIsAskedTo)
{
    open("A-001,2026-01-05,phq-9,12\nB-2,2026-03-05,phq-9,7\n");
    page_.import();
    EXPECT_EQ(screen().stage, Stage::importing);
    EXPECT_FALSE(page_.may_leave());
    EXPECT_EQ(scores_of("A-001"), 0U);
    page_.keep();

    EXPECT_EQ(screen().stage, Stage::done);
    EXPECT_EQ(screen().counts, (ImportCounts{.scores = 2, .clients = 2, .new_clients = 1}));
    EXPECT_TRUE(page_.may_leave());
    EXPECT_EQ(scores_of("A-001"), 1U);
    EXPECT_EQ(scores_of("B-2"), 1U);
}

TEST_F(ImportScoresPage, ImportsNothingFromAFileWithoutRows)
{
    open("");
    EXPECT_EQ(screen().stage, Stage::ready);
    EXPECT_FALSE(screen().can_import);
    import();
    EXPECT_EQ(screen().stage, Stage::ready);
}

TEST_F(ImportScoresPage, TellsAFileThatIsEmptyFromOneWithoutRows)
{
    open("", "");
    EXPECT_EQ(screen().stage, Stage::asking);
    EXPECT_EQ(screen().problem->kind, empty_file);
    EXPECT_TRUE(screen().answers.empty());
}

TEST_F(ImportScoresPage, ImportsOneRowAndTwo)
{
    open("A-001,2026-01-05,phq-9,12\n");
    import();
    EXPECT_EQ(scores_of("A-001"), 1U);
    open("A-001,2026-02-05,phq-9,12\nA-001,2026-02-06,phq-9,11\n");
    import();
    EXPECT_EQ(screen().counts.scores, 2U);
    EXPECT_EQ(scores_of("A-001"), 3U);
}

TEST_F(ImportScoresPage, ImportsTenThousandRowsAndSaysHowFarItIs)
{
    std::string lines;
    for (int row = 0; row < 10'000; ++row) {
        lines += "P" + std::to_string(row % 10) + "," +
                 model::iso_date(model::Date{date::sys_days{2020_y / 1 / 1} + date::days{row / 10}}) + ",pcl-5,3\n";
    }
    double before = -1;
    page_.on_kept = [&] {
        EXPECT_GT(page_.done(), before);
        before = page_.done();
    };
    open(lines);
    EXPECT_EQ(screen().counts, (ImportCounts{.scores = 10'000, .clients = 10, .new_clients = 10}));
    import();
    EXPECT_GT(before, 0.9);
    EXPECT_EQ(scores_of("P9"), 1000U);
}

TEST_F(ImportScoresPage, AsksWhoIsMeantByACodeThatLooksLikeAnother)
{
    open("A-OO1,2026-01-05,phq-9,12\n");
    EXPECT_EQ(screen().stage, Stage::asking);
    EXPECT_FALSE(screen().can_import);
    EXPECT_THAT(screen().answers, ElementsAre(is_look_alike, is_new_as_written));
    EXPECT_EQ(screen().look_alike, "Ada Lind · A-001");

    answer(0);
    EXPECT_EQ(screen().stage, Stage::ready);
    EXPECT_EQ(screen().preview.front().client, "Ada Lind · A-001");
    EXPECT_EQ(screen().given.front().client, "Ada Lind · A-001");
    import();
    EXPECT_EQ(scores_of("A-001"), 1U);
    EXPECT_EQ(casebook_.clients().size(), 1U);
}

TEST_F(ImportScoresPage, MakesALookAlikeANewClientWhenThatIsTheAnswer)
{
    open("A-OO1,2026-01-05,phq-9,12\n");
    answer(1);
    EXPECT_TRUE(screen().preview.front().is_new);
    import();
    EXPECT_EQ(scores_of("A-OO1"), 1U);
    EXPECT_EQ(scores_of("A-001"), 0U);
}

TEST_F(ImportScoresPage, JoinsTwoNewCodesOfOneFileThatLookAlike)
{
    open("007,2026-01-05,phq-9,12\n7,2026-01-06,phq-9,12\n");
    EXPECT_EQ(screen().look_alike, "007");
    answer(0);
    EXPECT_EQ(screen().counts.new_clients, 1U);
    import();
    EXPECT_EQ(scores_of("007"), 2U);
}

TEST_F(ImportScoresPage, AsksWhoIsMeantByANameThatIsNobodys)
{
    open("Carla Diaz,2026-01-05,phq-9,12\n");
    EXPECT_THAT(screen().answers, ElementsAre(is_client, is_new_with_code));
    EXPECT_THAT(screen().clients, ElementsAre("Ada Lind · A-001"));

    page_.choose_answer(0);
    page_.answer();
    EXPECT_EQ(screen().answer_problem, ImportAnswerProblem::client_missing);
    page_.choose_client(0);
    page_.answer();
    EXPECT_EQ(screen().stage, Stage::ready);
    import();
    EXPECT_EQ(scores_of("A-001"), 1U);
}

TEST_F(ImportScoresPage, GivesANewClientTheCodeThatIsTypedForTheirName)
{
    open("Bartholomew Longname the Third,2026-01-05,phq-9,12\n");
    page_.type_code("");
    page_.answer();
    EXPECT_EQ(screen().answer_problem, ImportAnswerProblem::code_missing);
    page_.type_code("a code that is far too long");
    page_.answer();
    EXPECT_EQ(screen().answer_problem, ImportAnswerProblem::code_too_long);
    page_.type_code("a 001");
    page_.answer();
    EXPECT_EQ(screen().answer_problem, ImportAnswerProblem::code_taken);
    page_.type_code(" B-7 ");
    page_.answer();
    EXPECT_EQ(screen().preview.front().client, "B-7");
    import();
    EXPECT_EQ(scores_of("B-7"), 1U);
}

TEST_F(ImportScoresPage, AsksOnceAboutATypedCodeThatLooksLikeAnother)
{
    open("Carla Diaz,2026-01-05,phq-9,12\n");
    page_.type_code("A-1");
    page_.answer();
    EXPECT_EQ(screen().answer_problem, ImportAnswerProblem::code_similar);
    EXPECT_EQ(screen().similar_code, "A-001");
    page_.answer();
    EXPECT_EQ(screen().stage, Stage::ready);
    EXPECT_EQ(screen().preview.front().client, "A-1");
}

TEST_F(ImportScoresPage, LetsNobodyBeChosenWhereThereIsNobody)
{
    auto empty = storage::Casebook::in_memory();
    ImportScoresPresenter page{{empty, clock_, names_}};
    write("Carla Diaz,2026-01-05,phq-9,12\n");
    page.open(file_);
    EXPECT_THAT(page.screen().answers, ElementsAre(is_new_with_code));
}

TEST_F(ImportScoresPage, AsksWhichOfTwoWithOneNameIsMeant)
{
    casebook_.add_client({.code = "A-002", .name = "Ada Lind"});
    open("Ada Lind,2026-01-05,phq-9,12\n");
    EXPECT_EQ(screen().problem->kind, client_name_ambiguous);
    page_.choose_answer(0);
    page_.answer();
    EXPECT_EQ(screen().answer_problem, ImportAnswerProblem::client_missing);
    page_.choose_client(1);
    page_.answer();
    import();
    EXPECT_EQ(scores_of("A-002"), 1U);
}

TEST_F(ImportScoresPage, AsksHowAnswersAreCountedAndReadsTheFileAnew)
{
    open("A-001,2026-01-05,phq-9,1;2;3;4;1;1;1;1;1\n", "client,date,measure,items\n");
    EXPECT_EQ(screen().problem->kind, answer_above_highest);
    EXPECT_THAT(screen().answers, ElementsAre(counted_from_next));
    answer(0);
    import();
    EXPECT_EQ(casebook_.administrations_of(ada_).front().details.answers, (model::Answers{0, 1, 2, 3, 0, 0, 0, 0, 0}));
}

TEST_F(ImportScoresPage, TakesAnswersThatAreNeverTheLowestAsTheyAre)
{
    open("A-001,2026-01-05,phq-9,1;2;3;3;1;1;1;1;1\n", "client,date,measure,items\n");
    EXPECT_EQ(screen().problem->kind, answers_never_lowest);
    EXPECT_THAT(screen().answers, ElementsAre(counted_from_next, counted_as_form));
    answer(1);
    import();
    EXPECT_EQ(casebook_.administrations_of(ada_).front().details.answers.front(), 1);
    EXPECT_GT(screen().counts.earlier_answers, 0U);
}

TEST_F(ImportScoresPage, AsksBeforeItLeavesOutWhatTheCasebookHas)
{
    open("A-001,2026-01-05,phq-9,12\n");
    import();
    open("A-001,2026-01-05,phq-9,12\nA-001,2026-01-06,phq-9,11\n");
    EXPECT_THAT(screen().answers, ElementsAre(leave_out_known));
    answer(0);
    EXPECT_EQ(screen().counts, (ImportCounts{.scores = 1, .clients = 1, .known = {2}}));
    EXPECT_EQ(screen().preview.front().left_out, 1U);
    import();
    EXPECT_EQ(scores_of("A-001"), 2U);
}

TEST_F(ImportScoresPage, HasNothingToImportWhereEverythingIsKnown)
{
    open("A-001,2026-01-05,phq-9,12\n");
    import();
    open("A-001,2026-01-05,phq-9,12\n");
    answer(0);
    EXPECT_EQ(screen().counts, (ImportCounts{.known = {2}}));
    EXPECT_FALSE(screen().can_import);
}

TEST_F(ImportScoresPage, AsksBeforeItLeavesOutWhatContradictsTheCasebook)
{
    open("A-001,2026-01-05,phq-9,12\n");
    import();
    open("A-001,2026-01-05,phq-9,13\nA-001,2026-01-06,phq-9,11\n");
    answer(0);
    EXPECT_EQ(screen().problem->kind, contradicts_casebook);
    EXPECT_THAT(screen().answers, ElementsAre(leave_out_contradicting));
    answer(0);
    EXPECT_EQ(screen().counts, (ImportCounts{.scores = 1, .clients = 1, .contradicting = {2}}));
    EXPECT_EQ(screen().given.size(), 2U);
}

TEST_F(ImportScoresPage, ReadsAFileAgainOnceItIsCorrectedAndKeepsTheAnswers)
{
    open("A-OO1,2026-01-05,phq-9,12\nA-001,2026-02-30,phq-9,11\n");
    EXPECT_EQ(screen().problem->kind, bad_date) << "what cannot be read comes before what has to be asked";
    EXPECT_EQ(screen().problem->line, 3U);
    EXPECT_EQ(screen().problem->value, "2026-02-30");
    EXPECT_TRUE(screen().answers.empty());
    write("A-OO1,2026-01-05,phq-9,12\nA-001,2026-02-20,phq-9,11\n");
    page_.read_again();
    answer(0);
    EXPECT_EQ(screen().counts.scores, 2U);
    write("A-OO1,2026-01-05,phq-9,12\n");
    page_.read_again();
    EXPECT_EQ(screen().stage, Stage::ready);
    EXPECT_EQ(screen().counts.scores, 1U);
}

TEST_F(ImportScoresPage, TakesAnswersBack)
{
    open("A-OO1,2026-01-05,phq-9,12\n");
    answer(1);
    EXPECT_TRUE(page_.has_answers());
    page_.take_answers_back();
    EXPECT_FALSE(page_.has_answers());
    EXPECT_EQ(screen().problem->kind, client_looks_alike);
    EXPECT_TRUE(screen().given.empty());
}

TEST_F(ImportScoresPage, ForgetsTheAnswersToAnotherFile)
{
    open("A-OO1,2026-01-05,phq-9,12\n");
    answer(1);
    const auto other = folder_.path() / "other.csv";
    std::filesystem::copy_file(file_, other);
    page_.open(other);
    EXPECT_EQ(screen().problem->kind, client_looks_alike);
}

TEST_F(ImportScoresPage, SaysWhyAFileIsNotRead)
{
    page_.open(folder_.path() / "nowhere.csv");
    EXPECT_EQ(screen().stage, Stage::unread);
    EXPECT_EQ(screen().file_problem, FileProblem::missing);
    page_.open(folder_.path());
    EXPECT_EQ(screen().file_problem, FileProblem::not_a_file);
    ::mkfifo((folder_.path() / "pipe.csv").c_str(), 0600);
    page_.open(folder_.path() / "pipe.csv");
    EXPECT_EQ(screen().file_problem, FileProblem::not_a_file);
    std::filesystem::resize_file((write(""), file_), app::longest_text_file + 1);
    page_.open(file_);
    EXPECT_EQ(screen().file_problem, FileProblem::too_large);
    write("A-001,2026-01-05,phq-9,12\n");
    page_.read_again();
    EXPECT_EQ(screen().stage, Stage::ready);
}

TEST_F(ImportScoresPage, StopsReading)
{
    std::function<std::function<void()>()> task;
    ImportScoresPresenter page{
        {casebook_, clock_, names_, {}, [&task](std::function<std::function<void()>()> work) { task = work; }}};
    write("A-001,2026-01-05,phq-9,12\n");
    page.open(file_);
    EXPECT_EQ(page.screen().stage, Stage::reading);
    page.open(folder_.path()); // One at a time.
    page.stop();
    task()();
    EXPECT_EQ(page.screen().file_problem, FileProblem::stopped);
    page.read_again();
    task()();
    EXPECT_EQ(page.screen().stage, Stage::ready);
}

TEST_F(ImportScoresPage, CanTryAgainWhereTheCasebookFails)
{
    tests::CasebookOnDisk practice;
    auto casebook = practice.open();
    ImportScoresPresenter page{{casebook, clock_, names_}};
    std::string lines;
    for (int day = 0; day < 2000; ++day) {
        lines += "B-2," + model::iso_date(model::Date{date::sys_days{2020_y / 1 / 1} + date::days{day}}) + ",pcl-5,3\n";
    }
    write(lines);
    page.open(file_);
    page.import();
    {
        const tests::FileSizeLimit full{1};
        EXPECT_TRUE(tests::failure_of([&] { page.keep(); }));
    }
    EXPECT_EQ(page.screen().stage, Stage::ready);
    EXPECT_TRUE(casebook.clients().empty());
    page.import();
    page.keep();
    EXPECT_EQ(page.screen().counts.scores, 2000U);
}

TEST_F(ImportScoresPage, HidesNames)
{
    casebook_.add_client({.code = "A-002", .name = "Ada Lind"});
    open("Ada Lind,2026-01-05,phq-9,12\n");
    EXPECT_EQ(screen().problem->value, "Ada Lind");
    names_.are_hidden = true;
    page_.names_changed();
    EXPECT_EQ(screen().problem->value, "");
    EXPECT_THAT(screen().clients, ElementsAre("A-001", "A-002"));
    page_.choose_client(0);
    page_.answer();
    EXPECT_EQ(screen().preview.front().client, "A-001");
    EXPECT_EQ(screen().given.front().problem.value, "");
    EXPECT_EQ(screen().given.front().client, "A-001");
}

TEST_F(ImportScoresPage, ShowsLongWordsCutAndTakesThemWhole)
{
    const std::string name(500, 'x');
    open(name + ",2026-01-05,phq-9,12\n");
    EXPECT_EQ(screen().problem->kind, client_too_long);
    EXPECT_LT(screen().problem->value.size(), 50U);
    page_.choose_client(0);
    page_.answer();
    EXPECT_EQ(screen().stage, Stage::ready);
}

} // namespace
