#include "app/words/errors.h"

#include <gmock/gmock.h>

namespace {

using namespace date::literals;
using storage::StorageError;
using storage::StorageErrorKind;
using testing::HasSubstr;
using testing::Not;

const storage::Holder holder{
    .host = "desk", .since = date::sys_days{2026_y / 11 / 20} + std::chrono::hours{13} + std::chrono::minutes{2}};

TEST(InUse, SaysWhereAndSinceWhen)
{
    EXPECT_EQ(app::words_for(StorageError{holder}, {.zone = "Europe/Berlin"}),
              "This casebook is already open on desk since 20 Nov 2026, 14:02. Please close it there first.");
    EXPECT_EQ(app::words_for(StorageError{holder}),
              "This casebook is already open on desk. Please close it there first.");
}

TEST(InUse, SaysNothingAboutAHolderWhoIsNotKnown)
{
    EXPECT_THAT(app::words_for(StorageError{StorageErrorKind::in_use}, {.zone = "Europe/Berlin"}),
                Not(HasSubstr("since")));
}

TEST(OpenElsewhere, NamesTheMachineAndTheTimeAndSaysWhatIsAtStake)
{
    const StorageError error{holder, StorageErrorKind::open_elsewhere};
    EXPECT_EQ(app::words_for(error, {.zone = "Europe/Berlin"}),
              "This casebook has been open on desk since 20 Nov 2026, 14:02, or was not closed properly there. If both "
              "work in it at once, records can be lost. Nothing was changed.");
    EXPECT_THAT(app::words_for(error), HasSubstr("since 20 Nov 2026, 13:02 UTC,")) << "no reader's clock is known";
    EXPECT_THAT(app::words_for(StorageError{{.host = "שרה", .since = holder.since}, StorageErrorKind::open_elsewhere}),
                HasSubstr("\u2068שרה\u2069 since 20"));
}

TEST(LostKeys, SendTheReaderToTheRecoverySheet)
{
    EXPECT_THAT(app::words_for(StorageError{StorageErrorKind::keys_lost}), HasSubstr("get your recovery sheet"));
    EXPECT_THAT(app::words_for(StorageError{StorageErrorKind::needs_upgrade}), HasSubstr("copy its folder"));
}

} // namespace
