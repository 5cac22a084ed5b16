#include "storage/machine_zone.h"
#include "storage/zone_course.h"
#include "storage/zone_database.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

namespace {

using namespace storage;
namespace fs = std::filesystem;

const std::string central = "CET-1CEST,M3.5.0,M10.5.0/3";
const std::string eastern = "EST5EDT,M3.2.0,M11.1.0";

/// A machine with a database of zones of its own, and no word about which it is in.
class Zones : public testing::Test {
protected:
    Zones()
    {
        write(database() / "zone1970.tab", "#codes\tcoordinates\tTZ\n"
                                           "AD\t+4230+00131\tEurope/Andorra\n"
                                           "CH,DE,LI\t+4723+00832\tEurope/Zurich\n"
                                           "DE,DK,NO,SE,SJ\t+5230+01322\tEurope/Berlin\tmost of Germany\n"
                                           "US\t+404251-0740023\tAmerica/New_York\n"
                                           "US\t+421953-0830245\tAmerica/Detroit\n"
                                           "NP\t+2743+08519\tAsia/Kathmandu\n"
                                           "GL\t+6411-05144\tAmerica/Nuuk\n");
        write(database() / "zone.tab", "NO\t+5955+01045\tEurope/Oslo\n");
        zone("Europe/Andorra", "andorra", central);
        zone("Europe/Zurich", "zurich", central);
        zone("Europe/Berlin", "berlin", central);
        zone("Arctic/Longyearbyen", "berlin", central);
        zone("Europe/Oslo", "berlin", central);
        zone("America/New_York", "new york", eastern);
        zone("America/Detroit", "detroit", eastern);
        zone("Asia/Kathmandu", "kathmandu", "<+0545>-5:45");
        zone("Asia/Katmandu", "kathmandu", "<+0545>-5:45");
        zone("America/Nuuk", "nuuk", "<-02>2<-01>,M3.5.0/-1,M10.5.0/0");
        zone("Etc/UTC", "utc", "UTC0");
        zone("UTC", "utc", "UTC0");
        zone("Etc/GMT+7", "seven", "<-07>7");
        zone("posix/Aaa", "berlin", central);
        zone("right/Aaa", "berlin", central);
    }

    static std::string file_of(const std::string& history, const std::string& rule)
    {
        return "TZif2" + history + "\n" + rule + "\n";
    }
    static void write(const fs::path& file, const std::string& bytes)
    {
        fs::create_directories(file.parent_path());
        std::ofstream{file, std::ios::binary} << bytes;
    }
    void zone(const std::string& name, const std::string& history, const std::string& rule) const
    {
        write(database() / name, file_of(history, rule));
    }

    fs::path database() const { return temporary_.path() / "zoneinfo"; }
    ZonePlaces places() const
    {
        return {.database = database(),
                .localtime = temporary_.path() / "localtime",
                .timezone = temporary_.path() / "timezone"};
    }
    void copy(const std::string& name) const { fs::copy_file(database() / name, places().localtime); }
    MachineZone found(const std::string& tz = {}, const std::string& country = {}) const
    {
        return find_zone(places(), {.tz = tz, .country = country});
    }
    static MachineZone known(const std::string& name) { return {.name = name, .certainty = ZoneCertainty::known}; }

    tests::TemporaryFolder temporary_;
};

TEST_F(Zones, AreNamedByTheVariable)
{
    for (const std::string& tz :
         {std::string{"Europe/Berlin"}, std::string{":Europe/Berlin"}, std::string{"posix/Europe/Berlin"},
          (database() / "Europe/Berlin").string(), ":" + (database() / "right" / "Europe/Berlin").string(),
          std::string{"/somewhere/else/zoneinfo/Europe/Berlin"}}) {
        EXPECT_EQ(found(tz), known("Europe/Berlin")) << tz;
    }
    write(temporary_.path() / "berlin", file_of("berlin", central));
    EXPECT_EQ(found((temporary_.path() / "berlin").string()), known("Europe/Berlin"));
    EXPECT_EQ(found(":" + (temporary_.path() / "berlin").string(), "NO"), known("Europe/Oslo"));
}

TEST_F(Zones, AreFoundBehindALink)
{
    for (const fs::path& target :
         {database() / "Europe/Berlin", fs::path{"zoneinfo/Europe/Berlin"}, fs::path{"/etc/zoneinfo/Europe/Berlin"}}) {
        fs::remove(places().localtime);
        fs::create_symlink(target, places().localtime);
        EXPECT_EQ(found(), known("Europe/Berlin")) << target;
    }
    fs::create_symlink("localtime", temporary_.path() / "other");
    auto by_two = places();
    by_two.localtime = temporary_.path() / "other";
    EXPECT_EQ(find_zone(by_two, {}), known("Europe/Berlin"));
}

TEST_F(Zones, BehindALinkToAnotherFileAreThoseOfItsContent)
{
    write(temporary_.path() / "mine", file_of("nuuk", "<-02>2<-01>,M3.5.0/-1,M10.5.0/0"));
    fs::create_symlink(temporary_.path() / "mine", places().localtime);
    EXPECT_EQ(found(), known("America/Nuuk"));
    fs::remove(temporary_.path() / "mine");
    EXPECT_EQ(found().certainty, ZoneCertainty::unknown) << "the link leads nowhere";
}

TEST_F(Zones, OfACopiedFileAreThoseOfTheTable)
{
    copy("Arctic/Longyearbyen");
    EXPECT_EQ(found(), known("Europe/Berlin"));
    EXPECT_EQ(found({}, "NO"), known("Europe/Oslo"));
    fs::remove(places().localtime);
    copy("Asia/Katmandu");
    EXPECT_EQ(found(), known("Asia/Kathmandu"));
    fs::remove(places().localtime);
    copy("Etc/UTC");
    EXPECT_EQ(found(), known("UTC")) << "it is right where the machine says so";
    fs::remove(places().localtime);
    copy("Etc/GMT+7");
    EXPECT_EQ(found(), known("Etc/GMT+7")) << "in no table";
}

TEST_F(Zones, OfACopiedFileAreThoseThatTheMachineNamesWhereBothAgree)
{
    copy("Europe/Berlin");
    write(places().timezone, "Arctic/Longyearbyen\n");
    EXPECT_EQ(found(), known("Arctic/Longyearbyen"));
    write(places().timezone, "America/Nuuk\n");
    EXPECT_EQ(found(), known("Europe/Berlin")) << "the clock runs by the file";
    for (const char* rubbish : {"", "\n", "Nowhere/At_All\n", "../zoneinfo/UTC\n", "\xff\xfe"}) {
        write(places().timezone, rubbish);
        EXPECT_EQ(found(), known("Europe/Berlin")) << rubbish;
    }
}

TEST_F(Zones, OfAFileOfAnotherReleaseAreGuessedByItsRule)
{
    write(places().localtime, file_of("berlin of before", central));
    const auto zone = found();
    EXPECT_EQ(zone.name, "Europe/Andorra");
    EXPECT_EQ(zone.certainty, ZoneCertainty::guessed);
    EXPECT_EQ(found({}, "DE").name, "Europe/Berlin");
    EXPECT_EQ(found({}, "DE").certainty, ZoneCertainty::guessed);
    write(places().localtime, file_of("of nobody", "XYZ3"));
    EXPECT_EQ(found(), MachineZone{});
    write(places().timezone, "Europe/Berlin\n");
    EXPECT_EQ(found().name, "Europe/Berlin");
    EXPECT_EQ(found().certainty, ZoneCertainty::guessed);
}

TEST_F(Zones, AreNeverSilentlyUtc)
{
    write(places().localtime, "");
    EXPECT_EQ(found().certainty, ZoneCertainty::unknown) << "an empty file";
    for (const std::string& bytes :
         {std::string{"TZif"}, std::string{"TZif2"}, std::string{"TZif2\n"}, std::string{"no zone"},
          std::string(10'000, '\0'), "TZif2" + std::string(2'000'000, 'x')}) {
        write(places().localtime, bytes);
        EXPECT_EQ(found().certainty, ZoneCertainty::unknown) << bytes.substr(0, 9);
    }
    for (const char* tz : {"XYZ3", "Foo/Bar", ":", "/", "../localtime", "CET-1CEST", "Europe", "Europe/", "\xff", "<",
                           ",,,", "0", "posix/", "zone1970.tab"}) {
        EXPECT_EQ(found(tz).certainty, ZoneCertainty::unknown) << tz;
    }
    EXPECT_EQ(found(std::string(100'000, 'A')).certainty, ZoneCertainty::unknown);
    fs::remove_all(database());
    EXPECT_EQ(found("Europe/Berlin").certainty, ZoneCertainty::unknown) << "no database";
}

TEST_F(Zones, AreUtcWhereTheMachineHasNoFileAtAll)
{
    EXPECT_EQ(found(), known("UTC")) << "localtime(5)";
    write(places().timezone, "Europe/Berlin\n");
    EXPECT_EQ(found().certainty, ZoneCertainty::guessed) << "but named in another place";
}

TEST_F(Zones, OfARuleAreKnownWhereOneFits)
{
    EXPECT_EQ(found("<+0545>-5:45"), known("Asia/Kathmandu"));
    EXPECT_EQ(found("<-02>2<-01>,M3.5.0/-1,M10.5.0/0"), known("America/Nuuk"));
    EXPECT_EQ(found("UTC0"), known("UTC"));
    EXPECT_EQ(found(":" + central, "DE"), known("Europe/Berlin")) << "the only one of the country";
    EXPECT_EQ(found(central, "NO"), known("Europe/Oslo"));
    for (const char* spelling : {"CET-1CEST,M3.5.0/2,M10.5.0/3", "CET-01CEST,M3.5.0/02:00:00,M10.5.0/03:00",
                                 "CET-1:00CEST,M3.5.0/2:00,M10.5.0/03"}) {
        EXPECT_EQ(found(spelling, "DE"), known("Europe/Berlin")) << spelling;
    }
}

TEST_F(Zones, OfARuleAreAGuessWhereSeveralFit)
{
    const MachineZone guess{.name = "Europe/Andorra",
                            .certainty = ZoneCertainty::guessed,
                            .fitting = {"Europe/Andorra", "Europe/Zurich", "Europe/Berlin", "Europe/Oslo"}};
    EXPECT_EQ(found(central), guess);
    EXPECT_EQ(found(central, "JP"), guess);
    const auto american = found(eastern, "US");
    EXPECT_EQ(american.name, "America/New_York");
    EXPECT_EQ(american.certainty, ZoneCertainty::guessed) << "two of the country fit";
}

TEST_F(Zones, ToChooseFromAreThoseOfTheTableAndUtc)
{
    EXPECT_EQ(zone_names(database()),
              (std::vector<std::string>{"America/Detroit", "America/New_York", "America/Nuuk", "Asia/Kathmandu",
                                        "Europe/Andorra", "Europe/Berlin", "Europe/Oslo", "Europe/Zurich", "UTC"}));
    EXPECT_EQ(zone_names(temporary_.path() / "nowhere"), std::vector<std::string>{"UTC"});
}

TEST(MachineZones, OfTheWholeDatabaseAreFoundAgainByTheirContent)
{
    const ZoneDatabase database{ZonePlaces{}.database};
    ASSERT_GT(database.rows().size(), 300U);
    tests::TemporaryFolder temporary;
    const ZonePlaces places{.localtime = temporary.path() / "localtime", .timezone = temporary.path() / "timezone"};
    for (std::size_t i = 0; i < database.rows().size(); i += 7) {
        const auto& row = database.rows()[i];
        fs::copy_file(database.folder() / row.name, places.localtime, fs::copy_options::overwrite_existing);
        const auto zone = find_zone(places, {});
        EXPECT_EQ(zone.certainty, ZoneCertainty::known) << row.name;
        EXPECT_EQ(database.bytes_of(zone.name), database.bytes_of(row.name)) << row.name;
        if (row.is_canonical) {
            EXPECT_EQ(zone.name, row.name);
        }
    }
}

MachineZone by_real_rule(const std::string& tz, const std::string& country = {})
{
    return find_zone({}, {.tz = tz, .country = country});
}

TEST(MachineZones, OfARuleAreTakenWhereAllThatFitShowTheSameTime)
{
    const auto central_zone = by_real_rule(central);
    EXPECT_EQ(central_zone.certainty, ZoneCertainty::known);
    EXPECT_EQ(by_real_rule(central, "DE").name, "Europe/Berlin");
    EXPECT_EQ(by_real_rule(central, "ES").name, "Europe/Madrid") << "as in Ceuta";
    EXPECT_EQ(by_real_rule(central, "ES").certainty, ZoneCertainty::known);
    EXPECT_EQ(by_real_rule("NZST-12NZDT,M9.5.0,M4.1.0/3").name, "Pacific/Auckland");
    EXPECT_EQ(by_real_rule("NZST-12NZDT,M9.5.0,M4.1.0/3").certainty, ZoneCertainty::known);
}

TEST(MachineZones, OfARuleAreAskedAboutWhereThoseThatFitHaveDiffered)
{
    for (const std::string& rule :
         {std::string{"<-03>3"}, eastern, std::string{"AEST-10AEDT,M10.1.0,M4.1.0/3"}, std::string{"MSK-3"}}) {
        const auto zone = by_real_rule(rule);
        EXPECT_EQ(zone.certainty, ZoneCertainty::guessed) << rule;
        EXPECT_GT(zone.fitting.size(), 1U) << rule;
    }
    EXPECT_EQ(by_real_rule(eastern, "US").certainty, ZoneCertainty::guessed) << "Indiana had no summer time";
}

TEST(MachineZones, OfARuleThatNobodyKeepsAreUnknown)
{
    for (const char* rule :
         {"XYZ3", "XYZ3ABC", "XYZ-1ABC,M3.5.0,M10.5.0/3", "CET-1CEST,M10.5.0,M3.5.0/3", "<+01>-1:17"}) {
        EXPECT_EQ(by_real_rule(rule), MachineZone{}) << rule;
    }
}

TEST(ZoneCourses, AreReadFromTheFileOfAZone)
{
    const ZoneDatabase database{ZonePlaces{}.database};
    constexpr model::Moment year_2000{std::chrono::seconds{946'684'800}};
    const auto course = [&](const char* name) { return course_in(database.bytes_of(name), year_2000); };
    const auto berlin = course("Europe/Berlin");
    ASSERT_TRUE(berlin);
    EXPECT_EQ(berlin->rule, central);
    EXPECT_EQ(berlin->steps.front(), (ZoneCourse::Step{.from = year_2000, .ahead = 3'600}));
    EXPECT_EQ(berlin, course("Europe/Paris"));
    EXPECT_NE(berlin, course("Europe/London"));
    EXPECT_NE(course("America/Sao_Paulo"), course("America/Argentina/Buenos_Aires"));
    EXPECT_EQ(course("Asia/Tokyo")->steps.size(), 1U);
    EXPECT_EQ(course("America/New_York")->steps.front().ahead, -5 * 3'600);
}

TEST(ZoneCourses, AreNoneInWhatIsNoFileOfAZone)
{
    const std::string good = ZoneDatabase{ZonePlaces{}.database}.bytes_of("Europe/Berlin");
    for (std::size_t size = 0; size < good.size(); size += size < 100 ? 1 : 37) {
        course_in(good.substr(0, size), {}); // Reads no byte that is not there.
        EXPECT_EQ(course_in(good.substr(0, size), {}), std::nullopt) << size;
    }
    std::string wild = good;
    for (std::size_t place = 20; place < good.size(); ++place) {
        wild = good;
        wild[place] = '\xFF';
        course_in(wild, {});
    }
    EXPECT_EQ(course_in("TZif2history\n" + central + "\n", {}), std::nullopt);
}

} // namespace
