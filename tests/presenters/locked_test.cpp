#include "app/presenters/idle_watch.h"
#include "app/presenters/locked.h"

#include <gtest/gtest.h>

namespace {

using namespace std::chrono_literals;
using app::Locked;
using app::LockReason;

TEST(Locked, TheNextStartReadsWhatTheLastOneWrote)
{
    for (const Locked& locked :
         {Locked{.reason = LockReason::asked}, Locked{.reason = LockReason::screen},
          Locked{.reason = LockReason::suspend}, Locked{.reason = LockReason::unsaved},
          Locked{.reason = LockReason::idle, .idle_minutes = 1}, Locked{.reason = LockReason::idle, .idle_minutes = 60},
          Locked{.reason = LockReason::idle, .idle_minutes = 5, .is_kept = false},
          Locked{.reason = LockReason::suspend, .is_kept = false}}) {
        EXPECT_EQ(app::locked_from(app::argument_for(locked)), locked);
    }
}

TEST(Locked, OtherArgumentsSayNothingOfTheKind)
{
    for (const char* argument : {"", "--locked", "--locked=", "--locked=idle:", "--locked=idle:0", "--locked=idle:5x",
                                 "--locked=idle:99999999999", "--locked=askedx", "--locked=asked,",
                                 "--locked=idle:,unkept", ",unkept", "--demo"}) {
        EXPECT_EQ(app::locked_from(argument), std::nullopt) << argument;
    }
}

TEST(Locked, DoesNotPromiseThatWordsAreKeptWhichNobodyCouldKeep)
{
    EXPECT_NE(words_for(Locked{.reason = LockReason::asked}).find("What you typed is saved"), std::string::npos);
    EXPECT_EQ(words_for(Locked{.reason = LockReason::asked, .is_kept = false}).find("What you typed is saved"),
              std::string::npos);
}

TEST(IdleWatch, IsOverOnceNobodyTouchedTheProgramForAsLongAsIsAllowed)
{
    app::IdleWatch watch{1000s};
    watch.allow(2min);
    EXPECT_FALSE(watch.is_over(1119s));
    watch.touch(1119s);
    EXPECT_FALSE(watch.is_over(1238s));
    EXPECT_TRUE(watch.is_over(1239s));
    watch.allow(3min);
    EXPECT_FALSE(watch.is_over(1239s));
}

} // namespace
