#include "model/client.h"

#include <gtest/gtest.h>

using namespace model;
using namespace date::literals;

namespace {

constexpr Date today_in_march = 2024_y / 3 / 1;

} // namespace

TEST(Client, IsShownByPreferredNameElseNameElseCode)
{
    EXPECT_EQ((Client{.details = {.code = "A1", .name = "Anna", .preferred_name = "Ann"}}.shown_name()), "Ann");
    EXPECT_EQ((Client{.details = {.code = "A1", .name = "Anna"}}.shown_name()), "Anna");
    EXPECT_EQ((Client{.details = {.code = "A1"}}.shown_name()), "A1");
}

TEST(ClientDetails, NeedACode)
{
    EXPECT_EQ(problem_with({.name = "Anna"}, today_in_march), DetailsProblem::code_missing);
    EXPECT_EQ(problem_with({.code = " \t"}, today_in_march), DetailsProblem::code_missing);
    EXPECT_EQ(problem_with({.code = "A"}, today_in_march), std::nullopt);
}

TEST(ClientDetails, TakeACodeOfTwentyCharactersInAnyScript)
{
    EXPECT_EQ(problem_with({.code = std::string(20, 'x')}, today_in_march), std::nullopt);
    EXPECT_EQ(problem_with({.code = std::string(21, 'x')}, today_in_march), DetailsProblem::code_too_long);
    std::string twenty;
    for (int index = 0; index < 20; ++index) {
        twenty += "山";
    }
    EXPECT_EQ(problem_with({.code = twenty}, today_in_march), std::nullopt);
    EXPECT_EQ(problem_with({.code = twenty + "山"}, today_in_march), DetailsProblem::code_too_long);
}

TEST(ClientDetails, TakeNoBirthAfterToday)
{
    EXPECT_EQ(problem_with({.code = "A", .born_on = today_in_march}, today_in_march), std::nullopt);
    EXPECT_EQ(problem_with({.code = "A", .born_on = 2024_y / 3 / 2}, today_in_march),
              DetailsProblem::born_in_the_future);
}
