#include "app/words/notice_words.h"

#include <gtest/gtest.h>

namespace {

using namespace date::literals;

model::MeasureDefinition measure_with_risk_item()
{
    return {.name = "PHQ-9", .alerts = {{.item = 9, .concern = "self_harm"}, {.item = 4, .concern = "violence"}}};
}

model::Notice notice_of(model::NoticeKind kind, int item, std::optional<int> answer)
{
    return {.kind = kind, .measure = "phq-9", .item = item, .answer = answer, .concerns = 2026_y / 11 / 20};
}

TEST(NoticeWords, SayThatASuicideItemIsPositiveWithItsScoreAndWhatToDo)
{
    const auto measure = measure_with_risk_item();
    EXPECT_EQ(app::words_for(notice_of(model::NoticeKind::risk_answer, 9, 1), &measure),
              "Item 9 positive (score 1): assess suicide risk. PHQ-9 of 20 Nov 2026.");
    EXPECT_EQ(app::words_for(notice_of(model::NoticeKind::risk_not_asked, 9, {}), &measure),
              "Item 9 not answered: ask about suicidal thoughts. PHQ-9 of 20 Nov 2026.");
}

TEST(NoticeWords, SpeakOfSuicideForNoOtherItem)
{
    const auto measure = measure_with_risk_item();
    EXPECT_EQ(app::words_for(notice_of(model::NoticeKind::risk_answer, 4, 2), &measure),
              "Item 4 positive (score 2): please follow it up. PHQ-9 of 20 Nov 2026.");
    EXPECT_EQ(app::words_for(notice_of(model::NoticeKind::risk_answer, 9, 3), nullptr),
              "Item 9 positive (score 3): please follow it up. phq-9 of 20 Nov 2026.");
}

} // namespace
