#include "model/client.h"

#include <gtest/gtest.h>

using namespace model;
using namespace date::literals;

namespace {

constexpr Date today = 2024_y / 3 / 1;

} // namespace

TEST(Client, IsShownByPreferredNameElseNameElseCode)
{
    EXPECT_EQ((Client{.details = {.code = "A1", .name = "Anna", .preferred_name = "Ann"}}.shown_name()), "Ann");
    EXPECT_EQ((Client{.details = {.code = "A1", .name = "Anna"}}.shown_name()), "Anna");
    EXPECT_EQ((Client{.details = {.code = "A1"}}.shown_name()), "A1");
}

TEST(ClientDetails, NeedACode)
{
    EXPECT_EQ(problem_with({.name = "Anna"}, today), DetailsProblem::code_missing);
    EXPECT_EQ(problem_with({.code = " \t"}, today), DetailsProblem::code_missing);
    EXPECT_EQ(problem_with({.code = "A"}, today), std::nullopt);
}

TEST(ClientDetails, TakeACodeOfTwentyCharactersInAnyScript)
{
    EXPECT_EQ(problem_with({.code = std::string(20, 'x')}, today), std::nullopt);
    EXPECT_EQ(problem_with({.code = std::string(21, 'x')}, today), DetailsProblem::code_too_long);
    std::string twenty;
    for (int index = 0; index < 20; ++index) {
        twenty += "山";
    }
    EXPECT_EQ(problem_with({.code = twenty}, today), std::nullopt);
    EXPECT_EQ(problem_with({.code = twenty + "山"}, today), DetailsProblem::code_too_long);
}

TEST(ClientDetails, TakeNoBirthAfterToday)
{
    EXPECT_EQ(problem_with({.code = "A", .born_on = today}, today), std::nullopt);
    EXPECT_EQ(problem_with({.code = "A", .born_on = 2024_y / 3 / 2}, today), DetailsProblem::born_in_the_future);
}
