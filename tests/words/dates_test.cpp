#include "app/words/dates.h"
#include "app/words/details_words.h"
#include "app/words/goal_words.h"
#include "app/words/main_words.h"
#include "app/words/measure_words.h"
#include "app/words/note_words.h"
#include "app/words/summary_tab_words.h"

#include <gmock/gmock.h>

namespace {

using namespace app;
using testing::HasSubstr;

TEST(UnreadableDate, IsSpokenOfAlikeInEveryForm)
{
    const std::string sentence =
        "This day cannot be read, or is not in the calendar. Please write it like 20 Nov 2026.";
    EXPECT_EQ(words_for(DetailsTrouble::date_unreadable), sentence);
    EXPECT_EQ(goal_words::words_for(GoalProblem::agreed_unreadable), sentence);
    EXPECT_EQ(goal_words::words_for(GoalProblem::closed_unreadable), sentence);
    EXPECT_EQ(measure_words::words_for(EntryProblem::date_unreadable), sentence);
    EXPECT_EQ(words_for_unreadable(TimeField::date), sentence);
    EXPECT_EQ(main_words::date_unreadable(), sentence);
    EXPECT_EQ(details_words::date_unreadable(), sentence);
    for (const std::string& words : {summary_tab_words::from_unreadable(), summary_tab_words::to_unreadable()}) {
        EXPECT_THAT(words,
                    HasSubstr("day cannot be read, or is not in the calendar. Please write it like 20 Nov 2026."));
    }
}

} // namespace
