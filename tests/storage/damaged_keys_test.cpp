#include "tests/support/how_many.h"
#include "tests/support/quick_casebook.h"
#include "tests/support/storage_trouble.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <optional>
#include <string>
#include <vector>

/// The keys are damaged behind the casebook's back: it opens with its keys or says why not, and never with others.
///
/// `MENDLINE_DAMAGE=all` turns every bit of both copies and ends them at every byte; otherwise some, spread evenly.
namespace {

namespace vault = storage::vault;
using storage::StorageErrorKind;

class DamagedKeys : public testing::Test {
protected:
    /// The keys with one bit turned, ended too early or too late, and all zero. Every how-manieth bit and byte is tried
    /// is said for every run, and for all that is asked for.
    std::vector<std::string> damaged(std::size_t every, std::size_t every_when_all) const
    {
        const auto stride = tests::is_all_asked_for("MENDLINE_DAMAGE") ? every_when_all
                            : tests::has_long_forms()                  ? every
                                                                       : 4 * every;
        std::vector<std::string> ways;
        for (std::size_t bit = 0; bit < 8 * good_.size(); bit += stride) {
            ways.push_back(tests::with_flipped_bit(good_, bit));
        }
        for (std::size_t size = 0; size < good_.size(); size += stride) {
            ways.push_back(good_.substr(0, size));
        }
        ways.push_back(good_ + '\0');
        ways.emplace_back(good_.size(), '\0');
        return ways;
    }

    /// How opening fails with these two copies; empty when it opens. It must not open with other keys.
    std::optional<StorageErrorKind> failure_with(const std::string& keys, const std::string& copy) const
    {
        tests::overwrite(place_.folder() / "keys", keys);
        tests::overwrite(place_.folder() / "keys.bak", copy);
        return tests::failure_of([&] {
            const auto opened = vault::unlock(place_.folder(), "password");
            EXPECT_TRUE(opened.keys.vault == true_keys_.vault);
            EXPECT_TRUE(opened.keys.drawer == true_keys_.drawer);
        });
    }

    const std::string& good() const { return good_; }

private:
    tests::TemporaryFoldersIn folders_{tests::memory_folder()};
    tests::QuickCasebook place_{};
    std::string good_ = tests::bytes_of(place_.folder() / "keys");
    vault::CasebookKeys true_keys_ = vault::unlock(place_.folder(), "password").keys;
};

} // namespace

TEST_F(DamagedKeys, AreReplacedByTheirCopy)
{
    int opened = 0;
    // Each opening takes a derivation of the key.
    for (const auto& keys : damaged(401, 31)) {
        ASSERT_EQ(failure_with(keys, good()), std::nullopt) << keys.size();
        ASSERT_EQ(failure_with(good(), keys), std::nullopt) << keys.size();
        opened += 2;
    }
    std::cout << "one copy of the keys damaged: " << opened << " times opened with the other\n";
}

TEST_F(DamagedKeys, AreReportedWhereTheCopyIsDamagedToo)
{
    // Behind everything that is vouched for stands the count of wrong passwords.
    const std::size_t vouched_for = good().size() - 4;
    int reported = 0;
    for (const auto& keys : damaged(61, 1)) {
        const bool only_the_count =
            keys.size() == good().size() && keys.substr(0, vouched_for) == good().substr(0, vouched_for);
        const auto failure = failure_with(keys, keys);
        ASSERT_EQ(failure.has_value(), !only_the_count) << keys.size();
        if (failure) {
            ASSERT_NE(failure, StorageErrorKind::wrong_password) << keys.size();
            ++reported;
        }
    }
    std::cout << "both copies damaged: " << reported << " times reported\n";
    EXPECT_GT(reported, 0);
}
