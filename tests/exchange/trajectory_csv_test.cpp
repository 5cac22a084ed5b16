#include "app/exchange/csv_reader.h"
#include "app/exchange/trajectory_csv.h"
#include "tests/support/example_record.h"

#include <gmock/gmock.h>

#include <charconv>

namespace {

using namespace app;
using namespace date::literals;
using examples::RecordBuilder;
using testing::ElementsAre;

std::vector<CsvRow> rows(RecordBuilder& client, std::string_view code = "A1")
{
    const auto trajectory =
        model::build_trajectory(client.record(), examples::measures(), {2026_y / 1 / 1, 2026_y / 12 / 31});
    return std::get<std::vector<CsvRow>>(read_csv(trajectory_csv(trajectory, code)));
}

TEST(TrajectoryCsv, OfNothingHasOnlyItsHeading)
{
    RecordBuilder client;
    ASSERT_EQ(rows(client).size(), 1U);
    EXPECT_THAT(rows(client)[0].fields, ElementsAre("client", "date", "series", "scale", "rater", "value", "prorated",
                                                    "answered", "asked", "band", "name", "version"));
}

TEST(TrajectoryCsv, SaysEverythingOfAScoreAndOfARating)
{
    RecordBuilder client;
    const auto goal = client.goal("say \"no\", kindly", 2026_y / 1 / 1);
    client.session(2026_y / 2 / 1, {}, {{goal, std::nullopt, 4}});
    auto& score = client.score("phq-9", 2026_y / 2 / 2, 11.25).scores[0];
    score.is_prorated = true;
    score.answered = 8;
    score.asked = 9;
    const auto written = rows(client);
    ASSERT_EQ(written.size(), 3U);
    EXPECT_THAT(written[2].fields, ElementsAre("A1", "2026-02-01", "goal:1", "rating", "client", "4", "no", "", "", "",
                                               "say \"no\", kindly", ""));
    EXPECT_THAT(written[1].fields, ElementsAre("A1", "2026-02-02", "phq-9", "total", "", "11.25", "yes", "8", "9",
                                               "moderate", "PHQ-9", ""));
}

TEST(TrajectoryCsv, GivesBackExactlyTheNumbersThatWentIn)
{
    const std::vector<double> values{1.0 / 3, 0.1 + 0.2, 26.999999999999996, 0, 27};
    RecordBuilder client;
    for (const double value : values) {
        client.score("phq-9", 2026_y / 2 / 1, value);
    }
    std::vector<double> read;
    for (const auto& row : rows(client)) {
        double value = -1;
        std::from_chars(row.fields[5].data(), row.fields[5].data() + row.fields[5].size(), value);
        read.push_back(value);
    }
    read.erase(read.begin());
    EXPECT_EQ(read, values);
}

TEST(TrajectoryCsv, KeepsWordsFromBecomingFormulas)
{
    RecordBuilder client;
    for (const std::string wording : {"=1+1", "+49", "-x", "@me", "\tx", "plain"}) {
        const auto goal = client.goal(wording, 2026_y / 1 / 1);
        client.session(2026_y / 2 / 1, {}, {{goal, 3, {}}});
    }
    std::vector<std::string> names;
    for (const auto& row : rows(client, "=A1")) {
        names.push_back(row.fields[10]);
        EXPECT_NE(row.fields[0].front(), '=');
    }
    EXPECT_THAT(names, ElementsAre("name", "'=1+1", "'+49", "'-x", "'@me", "'\tx", "plain"));
}

} // namespace
