#include "storage/changes.h"

#include <gtest/gtest.h>

#include <type_traits>
#include <vector>

using namespace storage;

static_assert(!std::is_copy_constructible_v<Subscription>);
static_assert(std::is_nothrow_move_constructible_v<Subscription>);

namespace {

constexpr Change news{.what = Changed::goals, .client = model::ClientId{7}};

} // namespace

TEST(Changes, ReachEveryoneWhoListensInTheOrderInWhichTheyBegan)
{
    Changes changes;
    std::vector<int> order;
    const auto first = changes.subscribe([&](const Change&) { order.push_back(1); });
    const auto second = changes.subscribe([&](const Change&) { order.push_back(2); });
    changes.publish(news);
    EXPECT_EQ(order, (std::vector{1, 2}));
}

TEST(Changes, AreHandedOnAsTheyAre)
{
    Changes changes;
    std::vector<Change> heard;
    const auto listening = changes.subscribe([&](const Change& change) { heard.push_back(change); });
    changes.publish(news);
    EXPECT_EQ(heard, std::vector{news});
}

TEST(Changes, StopWhenTheSubscriptionGoes)
{
    Changes changes;
    int heard = 0;
    {
        const auto listening = changes.subscribe([&](const Change&) { ++heard; });
        changes.publish(news);
    }
    changes.publish(news);
    EXPECT_EQ(heard, 1);
}

TEST(Changes, AListenerMayStopItselfWhileItIsTold)
{
    Changes changes;
    int heard = 0;
    Subscription listening;
    listening = changes.subscribe([&](const Change&) {
        ++heard;
        listening = {};
    });
    changes.publish(news);
    changes.publish(news);
    EXPECT_EQ(heard, 1);
}

TEST(Changes, AListenerMayStopAnotherThatHasNotBeenToldYet)
{
    Changes changes;
    int heard = 0;
    Subscription second;
    const auto first = changes.subscribe([&](const Change&) { second = {}; });
    second = changes.subscribe([&](const Change&) { ++heard; });
    changes.publish(news);
    EXPECT_EQ(heard, 0);
}

TEST(Changes, AListenerThatBeginsWhileAnotherIsToldHearsOnlyTheNext)
{
    Changes changes;
    int heard = 0;
    std::vector<Subscription> late;
    const auto first = changes.subscribe([&](const Change&) {
        if (late.empty()) {
            late.push_back(changes.subscribe([&](const Change&) { ++heard; }));
        }
    });
    changes.publish(news);
    EXPECT_EQ(heard, 0);
    changes.publish(news);
    EXPECT_EQ(heard, 1);
}

TEST(Subscription, MayOutliveWhatItListensTo)
{
    Subscription listening;
    {
        Changes changes;
        listening = changes.subscribe([](const Change&) {});
    }
    listening = {};
}

TEST(Subscription, GoesOnAfterItWasMoved)
{
    Changes changes;
    int heard = 0;
    auto first = changes.subscribe([&](const Change&) { ++heard; });
    const auto second = std::move(first);
    changes.publish(news);
    EXPECT_EQ(heard, 1);
}

TEST(Subscription, LetsGoOfTheOldOneWhenANewOneTakesItsPlace)
{
    Changes changes;
    int old_heard = 0;
    int new_heard = 0;
    auto listening = changes.subscribe([&](const Change&) { ++old_heard; });
    listening = changes.subscribe([&](const Change&) { ++new_heard; });
    changes.publish(news);
    EXPECT_EQ(old_heard, 0);
    EXPECT_EQ(new_heard, 1);
}
