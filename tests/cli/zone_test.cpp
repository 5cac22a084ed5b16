#include "tests/cli/command.h"
#include "tests/cli/surroundings.h"

#include <gmock/gmock.h>

#include <string>

namespace {

using testing::HasSubstr;
using tests::Practice;
using tests::Surroundings;

TEST(ZoneOfTheCommandLine, IsNotTalkedAboutWhereItIsKnown)
{
    const Practice practice;
    for (const char* tz : {"Europe/Berlin", ":Asia/Tokyo", ":/usr/share/zoneinfo/Asia/Tokyo", "UTC", "UTC0", "JST-9"}) {
        const Surroundings surroundings{tz, "C"};
        const auto outcome = practice("clients");
        EXPECT_EQ(outcome.status, 0);
        EXPECT_EQ(outcome.complaint, "") << tz;
    }
    const Surroundings german{"CET-1CEST,M3.5.0,M10.5.0/3", "de_DE.UTF-8"};
    EXPECT_EQ(practice("clients").complaint, "") << "one zone of the country has this rule";
}

TEST(ZoneOfTheCommandLine, IsNamedWithWhatToSetWhereItIsAGuess)
{
    const Practice practice;
    const Surroundings surroundings{"EST5EDT,M3.2.0,M11.1.0", "en_US.UTF-8"};
    const auto outcome = practice("clients", {"--json"});
    EXPECT_EQ(outcome.status, 0);
    EXPECT_EQ(outcome.output, "[]\n") << "what programs read stays as it is";
    EXPECT_EQ(outcome.complaint,
              "This machine does not name its time zone, so America/New_York is taken, which its clock fits; to be "
              "sure, set TZ to yours, such as TZ=America/New_York.\n");
}

TEST(ZoneOfTheCommandLine, IsTakenWithoutAWordWhereAllThatFitAreOneInEffect)
{
    const Practice practice;
    const Surroundings surroundings{"CET-1CEST,M3.5.0,M10.5.0/3", "C"};
    const auto outcome = practice("clients");
    EXPECT_EQ(outcome.status, 0);
    EXPECT_EQ(outcome.complaint, "");
}

TEST(ZoneOfTheCommandLine, IsNeverSilentlyUtc)
{
    const Practice practice;
    practice.write("scores.csv", "client,date,measure,score\nA-1,2026-01-05,phq-9,12\n");
    for (const char* tz : {"XYZ3", "Nowhere/At_All", "CET-1CEST", ":/etc/passwd"}) {
        const Surroundings surroundings{tz, "C"};
        for (const auto& outcome : {practice("clients"), practice("import-scores", {practice.file("scores.csv")})}) {
            EXPECT_EQ(outcome.status, 1) << tz;
            EXPECT_EQ(outcome.output, "") << tz;
            EXPECT_THAT(outcome.complaint, HasSubstr(std::string{"TZ says "} + tz + ", which is no time zone")) << tz;
            EXPECT_THAT(outcome.complaint, HasSubstr("Please set TZ to your zone, such as TZ=Europe/Berlin")) << tz;
        }
    }
    EXPECT_EQ(practice("clients", {"--json"}).output, "[]\n") << "nothing was imported";
}

TEST(ZoneOfTheCommandLine, IsNotNeededWhereNoDayIs)
{
    const Practice practice;
    const Surroundings surroundings{"XYZ3", "C"};
    const auto outcome = practice("backup", {"--to", practice.file("a.mendline-backup")});
    EXPECT_EQ(outcome.status, 0) << outcome.complaint;
}

TEST(ZoneOfTheCommandLine, IsThatOfTheTimesItSays)
{
    const Practice practice;
    std::ofstream{practice.casebook() + "/lock"} << "practice-laptop\n4711\n\n\n1769000000\n";
    const auto said_in = [&](const char* tz) {
        const Surroundings surroundings{tz, "C"};
        return practice("clients").complaint;
    };
    EXPECT_THAT(said_in("Europe/Berlin"), HasSubstr("since 21 Jan 2026, 13:53,"));
    EXPECT_THAT(said_in("JST-9"), HasSubstr("since 21 Jan 2026, 21:53,"));
    EXPECT_THAT(said_in("XYZ3"), HasSubstr("since 21 Jan 2026, 12:53 UTC,"));
}

} // namespace
