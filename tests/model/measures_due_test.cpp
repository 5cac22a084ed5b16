#include "model/measures_due.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace date::literals;
using testing::ElementsAre;
using testing::IsEmpty;

namespace {

model::MeasureDefinition every(int days, std::string code)
{
    return {.code = std::move(code), .ask_again_after_days = days};
}

const std::vector<model::MeasureDefinition> definitions{every(14, "mood"), every(30, "trauma"), every(0, "any-time")};

} // namespace

TEST(MeasuresDue, ComeDueOnTheDayTheIntervalIsOver)
{
    const std::vector<model::LatestAdministration> latest{{.measure = "mood", .taken_on = 2024_y / 3 / 1}};
    EXPECT_THAT(model::measures_due(latest, definitions, 2024_y / 3 / 14), IsEmpty());
    EXPECT_THAT(model::measures_due(latest, definitions, 2024_y / 3 / 15), ElementsAre("mood"));
}

TEST(MeasuresDue, AreOnlyThoseThatWereFilledInBefore)
{
    EXPECT_THAT(model::measures_due({}, definitions, 2024_y / 3 / 15), IsEmpty());
}

TEST(MeasuresDue, KeepTheOrderAndLeaveOutWhatIsUnknownOrHasNoInterval)
{
    const std::vector<model::LatestAdministration> latest{{.measure = "trauma", .taken_on = 2023_y / 1 / 1},
                                                          {.measure = "gone", .taken_on = 2023_y / 1 / 1},
                                                          {.measure = "any-time", .taken_on = 2023_y / 1 / 1},
                                                          {.measure = "mood", .taken_on = 2023_y / 1 / 1}};
    EXPECT_THAT(model::measures_due(latest, definitions, 2024_y / 3 / 15), ElementsAre("trauma", "mood"));
}

TEST(MeasuresDue, AFillingInOfTomorrowIsNotDue)
{
    const std::vector<model::LatestAdministration> latest{{.measure = "mood", .taken_on = 2024_y / 3 / 16}};
    EXPECT_THAT(model::measures_due(latest, definitions, 2024_y / 3 / 15), IsEmpty());
}
