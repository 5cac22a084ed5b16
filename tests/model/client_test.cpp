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

namespace tests::client_versions {

using namespace model;
using namespace date::literals;

namespace {

const Moment noon = date::sys_days{2026_y / 11 / 30} + std::chrono::hours{12};
const ClientDetails with_plan{.code = "A1", .safety_plan = "1. Call Ines. 2. Walk to the river. 3. Call the line."};

bool is_kept(const std::string& plan_after, std::optional<Moment> last_kept_at)
{
    ClientDetails after = with_plan;
    after.safety_plan = plan_after;
    return is_worth_keeping(with_plan, after, last_kept_at, noon);
}

} // namespace

TEST(EarlierDetails, AreKeptWhereTextIsTakenAway)
{
    const auto just_now = noon - std::chrono::seconds{5};
    EXPECT_TRUE(is_kept("", just_now));
    EXPECT_TRUE(is_kept("1. Call Ines.", just_now));
    EXPECT_TRUE(is_kept("Something that is quite as long, and longer than what was there.", just_now));
    EXPECT_FALSE(is_kept(with_plan.safety_plan, just_now)) << "nothing changed";
    EXPECT_FALSE(is_kept(with_plan.safety_plan + " 4. Sleep.", just_now));
    EXPECT_FALSE(is_kept("1. Call Inès. 2. Walk to the river. 3. Call the line.", just_now)) << "a slip of the keys";
}

TEST(EarlierDetails, AreKeptOnceInTenMinutesOfWriting)
{
    const std::string longer = with_plan.safety_plan + " 4.";
    EXPECT_TRUE(is_kept(longer, std::nullopt));
    EXPECT_TRUE(is_kept(longer, noon - std::chrono::minutes{10}));
    EXPECT_FALSE(is_kept(longer, noon - std::chrono::minutes{9}));
    EXPECT_TRUE(is_kept(longer, noon + std::chrono::hours{1})) << "the clock was set back";
}

TEST(EarlierDetails, AreKeptWhereADateOfBirthChanges)
{
    const ClientDetails before{.code = "A1", .born_on = 1990_y / 1 / 2};
    const ClientDetails after{.code = "A1", .born_on = 1991_y / 1 / 2};
    EXPECT_TRUE(is_worth_keeping(before, after, noon, noon));
}

} // namespace tests::client_versions
