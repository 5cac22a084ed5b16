#include "app/presenters/answer_entry.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <numeric>
#include <string_view>

namespace {

using app::AnswerEntry;
using testing::ElementsAre;

constexpr std::nullopt_t none = std::nullopt;

AnswerEntry form(int items, int lowest, int highest)
{
    model::MeasureDefinition definition{.answer_lowest = lowest, .answer_highest = highest};
    definition.items.resize(static_cast<std::size_t>(items));
    std::iota(definition.items.begin(), definition.items.end(), 1);
    return AnswerEntry{definition};
}

/// Presses keys as the grid does: digits, `x`, `-`, a space, `<` for Backspace, `>` for Enter, `d` for Delete.
void press(AnswerEntry& entry, std::string_view keys)
{
    for (const char key : keys) {
        switch (key) {
        case 'x':
            entry.press_ten();
            break;
        case '-':
            entry.press_minus();
            break;
        case ' ':
            entry.leave_out();
            break;
        case '<':
            entry.step_back();
            break;
        case '>':
            entry.go_on();
            break;
        case 'd':
            entry.clear();
            break;
        default:
            entry.press_digit(key - '0');
        }
    }
}

TEST(AnswerEntry, OneDigitAnswersOneItem)
{
    auto entry = form(3, 0, 3);
    press(entry, "302");
    EXPECT_THAT(entry.answers(), ElementsAre(3, 0, 2));
    EXPECT_TRUE(entry.is_at_last());
    EXPECT_EQ(entry.cursor(), 2U) << "the last item keeps the cursor";
}

TEST(AnswerEntry, ADigitOutsideTheRangeIsRefusedAndNothingMoves)
{
    auto entry = form(3, 1, 5);
    press(entry, "2");
    for (const char* outside : {"0", "6", "9", "x"}) {
        press(entry, outside);
        ASSERT_TRUE(entry.refusal()) << outside;
        EXPECT_EQ(entry.refusal()->item, 2);
        EXPECT_EQ(entry.cursor(), 1U);
    }
    EXPECT_THAT(entry.answers(), ElementsAre(2, none, none));
    press(entry, "5");
    EXPECT_FALSE(entry.refusal());
    EXPECT_THAT(entry.answers(), ElementsAre(2, 5, none));
}

TEST(AnswerEntry, SpaceLeavesOutAndDeleteTakesBack)
{
    auto entry = form(3, 0, 3);
    press(entry, "1 3");
    EXPECT_THAT(entry.answers(), ElementsAre(1, none, 3));
    press(entry, "d");
    EXPECT_THAT(entry.answers(), ElementsAre(1, none, none));
    EXPECT_EQ(entry.answered(), 1U);
}

TEST(AnswerEntry, BackspaceGoesBackWithoutTakingAnswersAway)
{
    auto entry = form(3, 0, 3);
    press(entry, "12<<");
    EXPECT_EQ(entry.cursor(), 0U);
    EXPECT_THAT(entry.answers(), ElementsAre(1, 2, none));
    press(entry, "<3");
    EXPECT_THAT(entry.answers(), ElementsAre(3, 2, none)) << "before the first there is nothing; a digit replaces";
}

TEST(AnswerEntry, TenHasAKeyOfItsOwn)
{
    auto entry = form(3, 0, 10);
    press(entry, "1x0");
    EXPECT_THAT(entry.answers(), ElementsAre(1, 10, 0));
}

TEST(AnswerEntry, BeyondTenDigitsArePutTogether)
{
    auto entry = form(4, 0, 100);
    press(entry, "50"
                 "100"
                 "7>"
                 "0");
    EXPECT_THAT(entry.answers(), ElementsAre(50, 100, 7, 0));
}

TEST(AnswerEntry, BackspaceTakesBackADigitThatWaitsForAnother)
{
    auto entry = form(2, 0, 100);
    press(entry, "5<");
    EXPECT_THAT(entry.answers(), ElementsAre(none, none));
    EXPECT_EQ(entry.cursor(), 0U);
    press(entry, "5>3");
    EXPECT_THAT(entry.answers(), ElementsAre(5, 3));
}

TEST(AnswerEntry, ADigitThatOnlyBeginsAnAnswerIsNoAnswer)
{
    auto entry = form(2, 20, 40);
    press(entry, "3");
    EXPECT_THAT(entry.answers(), ElementsAre(none, none));
    press(entry, "5");
    EXPECT_THAT(entry.answers(), ElementsAre(35, none));
    press(entry, "9");
    EXPECT_TRUE(entry.refusal());
}

TEST(AnswerEntry, AMinusComesBeforeItsDigit)
{
    auto entry = form(3, -3, 3);
    press(entry, "-32-0");
    EXPECT_THAT(entry.answers(), ElementsAre(-3, 2, 0));
    auto positive = form(2, 0, 3);
    press(positive, "-2");
    EXPECT_THAT(positive.answers(), ElementsAre(2, none));
}

TEST(AnswerEntry, AFormOfOneItemAndOneOf64AreOrdinary)
{
    auto one = form(1, 0, 3);
    EXPECT_TRUE(one.is_at_last());
    press(one, "2");
    EXPECT_THAT(one.answers(), ElementsAre(2));

    auto many = form(64, 0, 3);
    press(many, std::string(64, '1'));
    EXPECT_EQ(many.answered(), 64U);
    many.move_by(-100);
    EXPECT_EQ(many.cursor(), 0U);
    many.move_by(100);
    EXPECT_EQ(many.cursor(), 63U);
}

TEST(AnswerEntry, KnowsWhichItemsWereLeftOut)
{
    auto entry = form(3, 0, 3);
    EXPECT_FALSE(entry.was_passed(0));
    press(entry, " ");
    EXPECT_TRUE(entry.was_passed(0));
    EXPECT_FALSE(entry.was_passed(1));
    entry.move_to(2);
    press(entry, "1");
    EXPECT_TRUE(entry.was_passed(1)) << "something after it was answered";
}

} // namespace
