#include "app/words/details_words.h"

#include <gmock/gmock.h>

namespace {

using namespace app;
using testing::HasSubstr;

TEST(AddingAClient, SpeaksOfNoOldCode)
{
    for (const auto trouble :
         {DetailsTrouble::code_missing, DetailsTrouble::code_too_long, DetailsTrouble::code_taken}) {
        EXPECT_THAT(words_for_adding(trouble), testing::Not(HasSubstr("old code")));
    }
}

} // namespace
