#include "app/words/client_record_words.h"

#include <gmock/gmock.h>

namespace tests::client_record_words {

using namespace date::literals;
namespace words = app::client_record_words;
using model::ErasureGround;
using testing::ElementsAre;
using testing::HasSubstr;

model::Erasure erased(const std::string& code, ErasureGround ground)
{
    return {.code = code, .ground = ground, .at = date::sys_days{2026_y / 11 / 3} + std::chrono::hours{23}};
}

TEST(ErasedSince, SaysWhoIsBackWhenAndWhy)
{
    const std::vector one{erased("A-001", ErasureGround::legal_duty)};
    EXPECT_EQ(words::erased_since(one, true, "UTC"),
              "Since this backup, A-001 was erased on 3 Nov 2026 (legal duty); it is back in the restored casebook. "
              "Erase it again if it must go.");
    EXPECT_THAT(words::erased_since(one, true, "Europe/Berlin"), HasSubstr("on 4 Nov 2026")) << "on the practice's day";
}

TEST(ErasedSince, SaysThatOfSeveral)
{
    const std::vector two{erased("A-001", ErasureGround::retention_ended),
                          erased("Б-2", ErasureGround::added_by_mistake)};
    EXPECT_EQ(words::erased_since(two, true, "UTC"),
              "Since this backup, A-001 was erased on 3 Nov 2026 (retention period over) and Б-2 was removed on 3 Nov "
              "2026 (added by mistake); they are back in the restored casebook. Erase them again if they must go.");
    const std::vector many(10'000, erased("A-001", ErasureGround::legal_duty));
    EXPECT_THAT(words::erased_since(many, true, "UTC"), HasSubstr(" and 9980 others; they are back"));
}

TEST(ErasedSince, SaysNothingWhereNobodyIsBackAndSoWhereNobodyCanTell)
{
    EXPECT_EQ(words::erased_since({}, true, "UTC"), "");
    EXPECT_THAT(words::erased_since({}, false, "UTC"), HasSubstr("could not be found out"));
}

TEST(BackupsHold, NamesWhatARestorePutAside)
{
    EXPECT_EQ(
        words::backups_hold({.put_aside = {"A (before restore of 2026-11-01).casebook"}}),
        "There is no backup of this casebook in its own folder. What was put aside when a backup was restored has "
        "it until you delete it: A (before restore of 2026-11-01).casebook. Copies that you put elsewhere have it "
        "until you delete them.");
    EXPECT_THAT(words::erased_news("A-1", {.put_aside = {"x"}}), HasSubstr("what was put aside at a restore"));
}

TEST(EraseExplanation, NamesWhatStandsInOtherRecords)
{
    EXPECT_THAT(words::erase_explanation({.notes = 1, .misfiled = 2}, "A-1"),
                HasSubstr("1 signed note. So does what was signed in another client's record and marked in error there "
                          "as A-1's: 2 notes. This cannot"));
}

TEST(CountedRecord, NamesWhatThereIs)
{
    EXPECT_EQ(words::counted_record({}), "");
    EXPECT_EQ(words::counted_record({.notes = 1}), "1 signed note");
    EXPECT_EQ(words::counted_record({.notes = 2, .drafts = 1, .forms = 10'000}),
              "2 signed notes, 1 draft and 10000 administrations of measures");
}

} // namespace tests::client_record_words
