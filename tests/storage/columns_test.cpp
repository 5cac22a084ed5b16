#include "storage/columns.h"
#include "storage/record.h"
#include "storage/storage_error.h"
#include "storage/vault/encrypted_file.h"
#include "tests/support/storage_trouble.h"

#include <gtest/gtest.h>

using namespace storage;
using namespace date::literals;

namespace {

class Columns : public testing::Test {
protected:
    Columns() { file_.exec("CREATE TABLE kept (value)"); }

    /// What is read after `value` was written.
    template <class Value>
    Value back(const Value& value)
    {
        Statement insert{record_, "INSERT INTO kept (value) VALUES (:value)"};
        insert.bind(":value", value);
        insert.insert();
        Statement query{record_, "SELECT value FROM kept ORDER BY rowid DESC LIMIT 1"};
        query.step();
        return query.read<Value>("value");
    }

    /// How reading a `Value` from what `sql` gives fails.
    template <class Value>
    std::optional<StorageErrorKind> failure(const std::string& sql)
    {
        return tests::failure_of([&] {
            Statement query{record_, sql};
            query.step();
            query.read<Value>("value");
        });
    }

    SQLite::Database file_ = vault::memory_database();
    Record record_{file_, vault::SecretKey::random()};
};

} // namespace

TEST_F(Columns, GiveBackWhatWasWritten)
{
    EXPECT_EQ(back(std::string{"山\0x", 5}), (std::string{"山\0x", 5}));
    EXPECT_EQ(back(-7), -7);
    EXPECT_EQ(back(0.1), 0.1);
    EXPECT_EQ(back(true), true);
    EXPECT_EQ(back(2024_y / 2 / 29), 2024_y / 2 / 29);
    const model::Moment before_1970{std::chrono::seconds{-5}};
    EXPECT_EQ(back(before_1970), before_1970);
    EXPECT_EQ(back(model::GoalId{9}), model::GoalId{9});
    EXPECT_EQ(back(model::Attendance::no_show), model::Attendance::no_show);
    EXPECT_EQ(back(std::optional<int>{}), std::nullopt);
    EXPECT_EQ(back(std::optional<int>{0}), 0);
}

TEST_F(Columns, AreDamagedWhenTheyHoldSomethingElse)
{
    EXPECT_EQ(failure<int>("SELECT 'x' AS value"), StorageErrorKind::damaged);
    EXPECT_EQ(failure<int>("SELECT 3000000000 AS value"), StorageErrorKind::damaged);
    EXPECT_EQ(failure<int>("SELECT NULL AS value"), StorageErrorKind::damaged);
    EXPECT_EQ(failure<double>("SELECT 'x' AS value"), StorageErrorKind::damaged);
    EXPECT_EQ(failure<std::string>("SELECT 1 AS value"), StorageErrorKind::damaged);
    EXPECT_EQ(failure<model::Date>("SELECT '2023-02-29' AS value"), StorageErrorKind::damaged);
    EXPECT_EQ(failure<model::RiskLevel>("SELECT 'unheard' AS value"), StorageErrorKind::damaged);
}

TEST_F(Columns, OfAStatementInUseAreNotDisturbedByAnotherUseOfIt)
{
    file_.exec("INSERT INTO kept VALUES (1), (2)");
    constexpr const char* sql = "SELECT value FROM kept ORDER BY value";
    Statement outer{record_, sql};
    ASSERT_TRUE(outer.step());
    Statement inner{record_, sql};
    ASSERT_TRUE(inner.step());
    EXPECT_EQ(inner.read<int>("value"), 1);
    ASSERT_TRUE(outer.step());
    EXPECT_EQ(outer.read<int>("value"), 2);
}

TEST_F(Columns, AParameterOfTheLastUseIsForgotten)
{
    constexpr const char* sql = "SELECT :value AS value";
    {
        Statement first{record_, sql};
        first.bind(":value", 1);
    }
    Statement second{record_, sql};
    ASSERT_TRUE(second.step());
    EXPECT_EQ(second.read<std::optional<int>>("value"), std::nullopt);
}

TEST(JoinedNumbers, AreSplitAgain)
{
    using Numbers = std::vector<std::optional<int>>;
    for (const auto& [numbers, text] :
         {std::pair{Numbers{3, 2, {}, 1}, "3;2;;1"}, std::pair{Numbers{{}}, ""}, std::pair{Numbers{{}, {}}, ";"},
          std::pair{Numbers{-1}, "-1"}, std::pair{Numbers{0, {}}, "0;"}}) {
        EXPECT_EQ(joined(numbers), text);
        EXPECT_EQ(split(text), numbers);
    }
    for (const char* bad : {"a", "1;b", "1 ;2", "1.5", "99999999999"}) {
        EXPECT_EQ(split(bad), std::nullopt) << bad;
    }
}
