#include "storage/casebook.h"
#include "tests/cli/command.h"
#include "tests/support/no_time.h"
#include "tests/support/places.h"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>
#include <map>
#include <sstream>
#include <tuple>

namespace {

using testing::HasSubstr;
using tests::Practice;

const std::string ruiz_scores = tests::shared_dir() + "/data/ruiz_2020_scores.csv";

/// Adds the ten measures of the published study.
void add_ruiz_measures(const Practice& practice)
{
    std::vector<std::string> arguments;
    for (const auto& file : std::filesystem::directory_iterator{tests::source_dir() + "/tests/support/ruiz_measures"}) {
        arguments.insert(arguments.end(), {"--add", file.path().string()});
    }
    ASSERT_EQ(arguments.size(), 20U);
    const auto added = practice("measures", arguments);
    ASSERT_EQ(added.status, 0) << added.complaint;
}

std::vector<std::string> split(const std::string& text, char separator)
{
    std::vector<std::string> parts;
    std::istringstream stream{text};
    for (std::string part; std::getline(stream, part, separator);) {
        parts.push_back(part);
    }
    return parts;
}

/// Client, date and measure with the score as it is written; of the columns so named in the heading.
using Scores = std::map<std::tuple<std::string, std::string, std::string>, std::string>;

Scores scores_in(const std::string& csv, const std::string& measure_column, const std::string& score_column)
{
    std::string text = csv;
    std::erase(text, '\r');
    const auto lines = split(text, '\n');
    const auto heading = split(lines.front(), ',');
    const auto column = [&](const std::string& name) {
        return static_cast<std::size_t>(std::ranges::find(heading, name) - heading.begin());
    };
    Scores scores;
    for (std::size_t line = 1; line < lines.size(); ++line) {
        const auto fields = split(lines[line], ',');
        std::string measure = fields.at(column(measure_column));
        measure.resize(std::min(measure.find('/'), measure.size()));
        scores[{fields.at(column("client")), fields.at(column("date")), measure}] = fields.at(column(score_column));
    }
    return scores;
}

class RuizScores : public testing::Test {
protected:
    void SetUp() override
    {
        if (!std::filesystem::exists(ruiz_scores)) {
            GTEST_SKIP() << "the published scores are not on this machine";
        }
        add_ruiz_measures(practice_);
    }

    Practice practice_{};
};

TEST_F(RuizScores, ComeBackFromTheTrajectoryExactlyAsTheyWentIn)
{
    const auto imported = practice_("import-scores", {ruiz_scores});
    ASSERT_EQ(imported.status, 0) << imported.complaint;
    EXPECT_THAT(imported.output, HasSubstr("840 scores"));
    EXPECT_THAT(imported.output, HasSubstr("New clients: P1, admitted on 2024-01-08; P2,"));

    Scores back;
    for (const std::string client : {"P1", "P2", "P3", "P4", "P5", "P6"}) {
        const std::string csv = practice_.file(client + ".csv");
        const auto written = practice_("trajectory", {"--client", client, "--csv", csv});
        ASSERT_EQ(written.status, 0) << written.complaint;
        back.merge(scores_in(tests::bytes_of(csv), "series", "value"));
    }

    EXPECT_EQ(back, scores_in(tests::bytes_of(ruiz_scores), "measure", "score"));
    EXPECT_EQ(back.size(), 840U);
}

TEST_F(RuizScores, AreTheSameInWhateverOrderTheirFilesCome)
{
    const std::string text = tests::bytes_of(ruiz_scores);
    const auto lines = split(text, '\n');
    std::map<std::string, std::string> files; ///< By client and month.
    for (std::size_t line = 1; line < lines.size(); ++line) {
        auto& file = files[lines[line].substr(0, 10)];
        file += (file.empty() ? lines.front() + "\n" : "") + lines[line] + "\n";
    }
    ASSERT_EQ(files.size(), 24U);
    for (auto file = files.rbegin(); file != files.rend(); ++file) {
        const auto imported = practice_("import-scores", {practice_.write("part.csv", file->second)});
        ASSERT_EQ(imported.status, 0) << imported.complaint;
    }
    const Practice at_once;
    add_ruiz_measures(at_once);
    ASSERT_EQ(at_once("import-scores", {ruiz_scores}).status, 0);
    for (const std::string client : {"P1", "P2", "P3", "P4", "P5", "P6"}) {
        const std::string here = practice_.file(client + ".csv");
        const std::string there = at_once.file(client + ".csv");
        practice_("trajectory", {"--client", client, "--csv", here});
        at_once("trajectory", {"--client", client, "--csv", there});
        EXPECT_EQ(tests::bytes_of(here), tests::bytes_of(there)) << client;
    }
}

TEST_F(RuizScores, ShowFirstLastAndChangeOnEverySummary)
{
    ASSERT_EQ(practice_("import-scores", {ruiz_scores}).status, 0);
    const Scores scores = scores_in(tests::bytes_of(ruiz_scores), "measure", "score");
    for (const std::string client : {"P1", "P2", "P3", "P4", "P5", "P6"}) {
        for (const std::string paper : {"a4", "letter"}) {
            const std::string pdf = practice_.file(client + "-" + paper + ".pdf");
            const auto printed =
                practice_("summary", {"--client", client, "--kind", "client", "--paper", paper, "--pdf", pdf});
            ASSERT_EQ(printed.status, 0) << printed.complaint;
            const std::string words = tests::words_of_pdf(pdf);
            for (const auto& [measure, name] : std::map<std::string, std::string>{
                     {"aaq-ii", "AAQ-II"}, {"vq-progress", "VQ Progress"}, {"ptq", "PTQ"}, {"cfq", "CFQ"}}) {
                const int first = std::stoi(scores.at({client, "2024-01-08", measure}));
                const int last = std::stoi(scores.at({client, "2024-04-08", measure}));
                const int change = last - first;
                const std::string signed_change = change == 0  ? "0"
                                                  : change > 0 ? "\\+" + std::to_string(change)
                                                               : "−" + std::to_string(-change);
                const std::string line =
                    name + "\\)\\* +" + std::to_string(first) + " +" + std::to_string(last) + " +" + signed_change;
                EXPECT_TRUE(testing::Matches(testing::ContainsRegex(line))(words))
                    << client << ", " << paper << ": no line like " << line;
            }
            EXPECT_EQ(tests::run("pdfimages", {"-list", pdf}).output.find("image  "), std::string::npos)
                << "charts are drawn, not pictured";
            EXPECT_EQ(tests::run("qpdf", {"--check", pdf}).status, 0);
        }
    }
}

TEST_F(RuizScores, AreRefusedWholeForOneBadRowAnywhere)
{
    const auto lines = split(tests::bytes_of(ruiz_scores), '\n');
    const std::map<std::string, std::string> bad_rows{
        {"P3,2024-01-08,no-such-measure,9", "column measure"},
        {"P3,2024-01-08,aaq-ii,50", "column score"},
        {"P3,2024-02-30,aaq-ii,20", "column date"},
        {"P3,2024-01-08,aaq-ii", "has 3 values"},
        {"P\xC3,2024-01-08,aaq-ii,20", "column client"},
    };
    for (const auto& [row, named] : bad_rows) {
        for (const std::size_t place : {std::size_t{1}, lines.size() / 2, lines.size()}) {
            std::string file;
            for (std::size_t line = 0; line <= lines.size(); ++line) {
                file += line == place ? row + "\n" : "";
                file += line < lines.size() ? lines[line] + "\n" : "";
            }
            const auto refused = practice_("import-scores", {practice_.write("bad.csv", file)});
            EXPECT_EQ(refused.status, 1);
            EXPECT_THAT(refused.complaint, HasSubstr("Line " + std::to_string(place + 1)));
            EXPECT_THAT(refused.complaint, HasSubstr(named));
        }
    }
    EXPECT_EQ(practice_("clients", {"--json"}).output, "[]\n");
}

TEST(ImportScoresCommand, ImportsNothingOnADryRun)
{
    const Practice practice;
    const std::string file = practice.write("scores.csv", "client,date,measure,score\nA1,2026-01-05,phq-9,12\n");

    const auto tried = practice("import-scores", {file, "--dry-run"});

    EXPECT_EQ(tried.status, 0);
    EXPECT_THAT(tried.output, HasSubstr("Nothing was imported"));
    EXPECT_EQ(practice("clients", {"--json"}).output, "[]\n");
}

TEST(ImportScoresCommand, TakesWhoIsMeantAndWhatIsLeftOutFromOptions)
{
    const Practice practice;
    const std::string heading = "client,date,measure,score\n";
    practice("import-scores", {practice.write("scores.csv", heading + "A-001,2026-01-05,phq-9,12\n")});
    const std::string file = practice.write("more.csv", heading + "A-OO1,2026-01-05,phq-9,13\n"
                                                                  "A-OO1,2026-01-06,phq-9,11\n");

    const auto refused = practice("import-scores", {file, "--client", "A-OO1=A-001", "--skip-known"});
    EXPECT_EQ(refused.status, 1);
    EXPECT_THAT(refused.complaint, HasSubstr("add --skip-contradicting to leave such rows out"));
    const auto imported =
        practice("import-scores", {file, "--client", "A-OO1=A-001", "--skip-known", "--skip-contradicting"});
    EXPECT_EQ(imported.output, "Imported 1 score. 1 row differs from the casebook and was left out (line 2).\n");

    const auto wrong = practice("import-scores", {file, "--client", "A-OO1"});
    EXPECT_EQ(wrong.status, 2);
    EXPECT_THAT(wrong.complaint, HasSubstr("does not say who is meant"));
}

TEST(ClientsCommand, ListsTheImportedClients)
{
    const Practice practice;
    const auto imported =
        practice("import-scores",
                 {practice.write("scores.csv", "client,date,measure,items\nA1,2026-01-05,PHQ-9,0;1;1;1;1;1;1;1;1\n")});
    EXPECT_THAT(imported.output, HasSubstr("1 earlier answer waits for one review of the whole import. Open Mendline"));

    const auto listed = nlohmann::json::parse(practice("clients", {"--json"}).output);

    ASSERT_EQ(listed.size(), 1U);
    EXPECT_EQ(listed[0].at("code"), "A1");
    EXPECT_EQ(listed[0].at("in_care"), true);
    EXPECT_EQ(listed[0].at("level_of_care"), "outpatient");
    EXPECT_EQ(listed[0].at("sessions"), 0);
    EXPECT_EQ(listed[0].at("notices"), 1);
}

TEST(ClientsCommand, CountsTheNoticeThatImportedScoresAreWorse)
{
    const Practice practice;
    const auto days_ago = [](int days) {
        return model::iso_date(
            model::days_after(model::Date{std::chrono::floor<date::days>(std::chrono::system_clock::now())}, -days));
    };
    const std::string scores = "client,date,measure,score\nA1," + days_ago(90) + ",pcl-5,63\nA1," + days_ago(50) +
                               ",pcl-5,27\nA1," + days_ago(10) + ",pcl-5,55\n";
    const auto imported = practice("import-scores", {practice.write("scores.csv", scores)});
    EXPECT_THAT(imported.output, HasSubstr("1 notice waits for review"));
    EXPECT_EQ(nlohmann::json::parse(practice("clients", {"--json"}).output).at(0).at("notices"), 1);
}

TEST(TrajectoryCommand, DrawsEveryKindOfPicture)
{
    const Practice practice;
    practice("import-scores", {practice.write("scores.csv", "client,date,measure,score\nA1,2026-01-05,phq-9,12\n"
                                                            "A1,2026-02-05,phq-9,5\n")});

    const auto drawn = practice("trajectory", {"--client", "A1", "--svg", practice.file("a.svg"), "--png",
                                               practice.file("a.png"), "--pdf", practice.file("a.pdf")});

    ASSERT_EQ(drawn.status, 0) << drawn.complaint;
    EXPECT_THAT(tests::bytes_of(practice.file("a.svg")), HasSubstr("<svg"));
    EXPECT_EQ(tests::bytes_of(practice.file("a.png")).substr(1, 3), "PNG");
    EXPECT_THAT(tests::words_of_pdf(practice.file("a.pdf")), HasSubstr("PHQ-9"));
}

TEST(TrajectoryCommand, SaysWhatIsWrong)
{
    const Practice practice;

    const auto without_a_file = practice("trajectory", {"--client", "A1"});
    EXPECT_EQ(without_a_file.status, 2);
    EXPECT_THAT(without_a_file.complaint, HasSubstr("--csv"));
    EXPECT_THAT(practice("trajectory", {"--client", "A1", "--csv", practice.file("a.csv")}).complaint,
                HasSubstr("no client with the code A1"));
}

TEST(SummaryCommand, CanProtectThePdfAndKeepTheNameAway)
{
    const Practice practice;
    practice("import-scores", {practice.write("scores.csv", "client,date,measure,score\nA1,2026-01-05,phq-9,12\n")});
    const std::string pdf = practice.file("a.pdf");

    const auto printed = practice("summary", {"--client", "A1", "--kind", "client", "--pdf", pdf, "--by-code",
                                              "--pdf-password-file", practice.write("pdf-password", "open me\n")});

    ASSERT_EQ(printed.status, 0) << printed.complaint;
    EXPECT_NE(tests::run("pdftotext", {pdf, "-"}).status, 0);
    EXPECT_EQ(tests::run("pdftotext", {"-upw", "open me", pdf, "-"}).status, 0);
}

TEST(SummaryCommand, WritesNoUnprotectedPdfForAnEmptyPassword)
{
    const Practice practice;
    practice("import-scores", {practice.write("scores.csv", "client,date,measure,score\nA1,2026-01-05,phq-9,12\n")});

    const auto refused =
        practice("summary", {"--client", "A1", "--kind", "client", "--pdf", practice.file("a.pdf"),
                             "--pdf-password-file", practice.write("pdf-password", "\nsecond line\n")});

    EXPECT_EQ(refused.status, 1);
    EXPECT_THAT(refused.complaint, HasSubstr("would not be protected"));
    EXPECT_FALSE(std::filesystem::exists(practice.file("a.pdf")));
}

TEST(SummaryCommand, PrintsByCodeWhoIsSetToCodeOnlyInTheWindow)
{
    const Practice practice;
    {
        storage::Casebook casebook{practice.casebook(), storage::vault::unlock(practice.casebook(), "correct horse"),
                                   tests::no_time};
        const auto client = casebook.add_client({.code = "A1", .name = "Ada Lind"});
        casebook.remember_summary_choices(client, {.by_code = true});
    }

    const auto printed = practice("summary", {"--client", "A1", "--kind", "client", "--pdf", practice.file("a.pdf")});

    ASSERT_EQ(printed.status, 0) << printed.complaint;
    EXPECT_THAT(tests::words_of_pdf(practice.file("a.pdf")), testing::Not(HasSubstr("Ada")));
}

TEST(SummaryCommand, SaysWhichWordsNoFontCanPrint)
{
    const Practice practice;
    {
        storage::Casebook casebook{practice.casebook(), storage::vault::unlock(practice.casebook(), "correct horse"),
                                   tests::no_time};
        const auto client = casebook.add_client({.code = "A1"});
        casebook.remember_summary_choices(client, {.own_words = "You trust \U000F0000 more."});
    }

    const auto printed = practice("summary", {"--client", "A1", "--kind", "client", "--pdf", practice.file("a.pdf")});

    EXPECT_EQ(printed.status, 0);
    EXPECT_THAT(printed.complaint, HasSubstr("boxes are printed in their place: \U000F0000."));
}

TEST(SummaryCommand, RefusesAPeriodThatMakesNoSense)
{
    const Practice practice;
    practice("import-scores", {practice.write("scores.csv", "client,date,measure,score\nA1,2026-01-05,phq-9,12\n")});
    const auto summary = [&](const std::string& from, const std::string& to) {
        return practice("summary", {"--client", "A1", "--kind", "client", "--pdf", practice.file("a.pdf"), "--from",
                                    from, "--to", to});
    };

    EXPECT_THAT(summary("2026-02-30", "2026-03-01").complaint, HasSubstr("\"2026-02-30\" is not a date"));
    EXPECT_THAT(summary("2026-03-02", "2026-03-01").complaint, HasSubstr("ends before it begins"));
    EXPECT_FALSE(std::filesystem::exists(practice.file("a.pdf")));
}

} // namespace
