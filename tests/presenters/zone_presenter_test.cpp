#include "app/presenters/zone_presenter.h"
#include "tests/support/casebooks.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace {

using namespace date::literals;
using app::answer_to;
using app::MachineZone;
using app::settled_zone;
using app::ZoneCertainty;
using app::ZonePresenter;

const MachineZone unknown{};
const MachineZone guess{
    .name = "Europe/Berlin", .certainty = ZoneCertainty::guessed, .fitting = {"Europe/Andorra", "Europe/Berlin"}};
const std::vector<std::string> names{"Asia/Tokyo", "Europe/Andorra", "Europe/Berlin", "Nowhere/At_All", "UTC"};

app::Clock clock_at_noon()
{
    return {.now = [] { return tests::at(2026_y / 11 / 20, 12); }};
}

TEST(SettledZone, IsTheKnownOneWhateverWasChosenBefore)
{
    const MachineZone tokyo{.name = "Asia/Tokyo", .certainty = ZoneCertainty::known};
    EXPECT_EQ(settled_zone(tokyo, {.zone = "Europe/Berlin"}), "Asia/Tokyo");
    EXPECT_EQ(settled_zone({.name = "UTC", .certainty = ZoneCertainty::known}, {}), "UTC");
}

TEST(SettledZone, IsTheAnswerOfBeforeWhileTheMachineSaysTheSame)
{
    EXPECT_EQ(settled_zone(unknown, answer_to(unknown, "Asia/Tokyo")), "Asia/Tokyo");
    EXPECT_EQ(settled_zone(guess, answer_to(guess, "Europe/Andorra")), "Europe/Andorra");
    EXPECT_EQ(settled_zone(guess, answer_to(guess, "Asia/Tokyo")), "Asia/Tokyo") << "a person may know better";
    EXPECT_EQ(settled_zone(guess, answer_to(unknown, "Asia/Tokyo")), std::nullopt) << "the clock runs otherwise now";
    EXPECT_EQ(settled_zone(unknown, answer_to(guess, "Asia/Tokyo")), std::nullopt);
    for (const char* rubbish : {"", "Nowhere/At_All", "\xff", "../UTC"}) {
        EXPECT_EQ(settled_zone(unknown, {.zone = rubbish}), std::nullopt) << rubbish;
    }
}

TEST(ZonePresenter, BeginsWithTheGuessAndSaysWhatTimeItIsThere)
{
    const ZonePresenter question{guess, names, clock_at_noon()};
    EXPECT_TRUE(question.screen().is_guess);
    EXPECT_EQ(question.screen().zones,
              (std::vector<std::string>{"Europe/Berlin", "Europe/Andorra", "Asia/Tokyo", "UTC"}))
        << "those that fit the clock stand first";
    EXPECT_EQ(question.screen().chosen, 0U);
    EXPECT_EQ(question.screen().now_there, "20 Nov 2026, 13:00");
}

TEST(ZonePresenter, ChoosesNothingByItselfWhereNothingIsKnown)
{
    ZonePresenter question{unknown, names, clock_at_noon()};
    std::string settled;
    question.on_settled = [&](const std::string& zone) { settled = zone; };
    EXPECT_EQ(question.screen().chosen, std::nullopt);
    EXPECT_EQ(question.screen().now_there, "");
    question.go_on();
    question.choose(99);
    question.go_on();
    EXPECT_EQ(settled, "");
    question.choose(0);
    EXPECT_EQ(question.screen().now_there, "20 Nov 2026, 21:00");
    question.choose(std::nullopt);
    EXPECT_EQ(question.screen().now_there, "");
    question.go_on();
    EXPECT_EQ(settled, "");
    question.choose(0);
    question.go_on();
    EXPECT_EQ(settled, "Asia/Tokyo");
}

TEST(ZonePresenter, OffersAGuessThatStandsInNoTable)
{
    const ZonePresenter question{{.name = "Etc/GMT+7", .certainty = ZoneCertainty::guessed}, {}, clock_at_noon()};
    EXPECT_EQ(question.screen().zones, std::vector<std::string>{"Etc/GMT+7"});
    EXPECT_EQ(question.screen().chosen, 0U);
}

TEST(ZonePresenter, KnowsTheZonesOfThisMachine)
{
    EXPECT_GT(app::zones_to_choose().size(), 300U);
}

} // namespace
