#include "app/presenters/undo_history.h"

#include <gtest/gtest.h>

namespace {

using app::TextState;
using app::UndoHistory;

const model::Moment noon = date::sys_days{date::year{2026} / 11 / 20} + std::chrono::hours{12};

/// Types `words` letter by letter at the end, one letter a second or all at once.
model::Moment type(UndoHistory& history, std::string_view words, model::Moment at = noon)
{
    for (std::size_t from = 0; from < words.size();) {
        std::size_t to = from + 1;
        while (to < words.size() && (static_cast<unsigned char>(words[to]) & 0xC0U) == 0x80U) {
            ++to;
        }
        history.record(history.text() + std::string{words.substr(from, to - from)}, at);
        from = to;
    }
    return at;
}

TEST(UndoHistory, HasNothingToUndoBeforeTheFirstKey)
{
    UndoHistory history{"was here"};
    history.record("was here", noon);
    EXPECT_FALSE(history.can_undo());
    EXPECT_EQ(history.undo(), std::nullopt);
    EXPECT_EQ(history.redo(), std::nullopt);
    EXPECT_EQ(history.text(), "was here");
}

TEST(UndoHistory, GoesBackWordByWordAndForthAgain)
{
    UndoHistory history;
    type(history, "said no twice");
    EXPECT_EQ(history.undo(), (TextState{.text = "said no ", .caret = 8}));
    EXPECT_EQ(history.undo(), (TextState{.text = "said ", .caret = 5}));
    EXPECT_EQ(history.undo(), (TextState{.text = "", .caret = 0}));
    EXPECT_EQ(history.undo(), std::nullopt);
    EXPECT_EQ(history.redo(), (TextState{.text = "said ", .caret = 5}));
    EXPECT_EQ(history.redo(), (TextState{.text = "said no ", .caret = 8}));
    EXPECT_EQ(history.redo(), (TextState{.text = "said no twice", .caret = 13}));
    EXPECT_EQ(history.redo(), std::nullopt);
}

TEST(UndoHistory, TakesAPauseOfTwoSecondsForAnEnd)
{
    UndoHistory history;
    type(history, "un");
    type(history, "do", noon + std::chrono::seconds{1});
    type(history, "ne", noon + std::chrono::seconds{3});
    EXPECT_EQ(history.undo(), (TextState{.text = "undo", .caret = 4}));
    EXPECT_EQ(history.undo(), (TextState{.text = "", .caret = 0}));
}

TEST(UndoHistory, TakesAPasteAsOneStep)
{
    UndoHistory history;
    type(history, "ab");
    history.record("ab pasted words", noon);
    type(history, "c");
    EXPECT_EQ(history.undo()->text, "ab pasted words");
    EXPECT_EQ(history.undo()->text, "ab");
}

TEST(UndoHistory, BringsBackWhatWasDeletedEitherWay)
{
    UndoHistory backwards{"abc def"};
    backwards.record("abc de", noon);
    backwards.record("abc d", noon);
    backwards.record("abc ", noon);
    EXPECT_EQ(backwards.undo(), (TextState{.text = "abc def", .caret = 7}));

    UndoHistory forwards{"abc def"};
    forwards.record("bc def", noon);
    forwards.record("c def", noon);
    EXPECT_EQ(forwards.undo()->text, "abc def");
}

TEST(UndoHistory, BringsBackASelectionThatWasTypedOver)
{
    UndoHistory history{"one two three"};
    history.record("one X three", noon);
    EXPECT_EQ(history.undo(), (TextState{.text = "one two three", .caret = 7}));
    EXPECT_EQ(history.redo(), (TextState{.text = "one X three", .caret = 5}));
}

TEST(UndoHistory, ForgetsWhatWasUndoneOnceSomethingIsTyped)
{
    UndoHistory history;
    type(history, "first second");
    history.undo();
    type(history, "third");
    EXPECT_FALSE(history.can_redo());
    EXPECT_EQ(history.text(), "first third");
    EXPECT_EQ(history.undo()->text, "first ");
}

TEST(UndoHistory, NeverJoinsTypingToAStepThatWasGoneBackTo)
{
    UndoHistory history;
    type(history, "one ");
    type(history, "two");
    history.undo();
    type(history, " ");
    EXPECT_EQ(history.undo()->text, "one ");
}

TEST(UndoHistory, CountsTheCaretInCharactersOfEveryScript)
{
    for (const std::string word : {"سلام", "สวัสดี", "👩‍👧🙂", "é田"}) {
        UndoHistory history{"x"};
        history.record("x" + word, noon);
        history.record("x" + word + "y", noon + std::chrono::seconds{5});
        ASSERT_EQ(history.undo()->text, "x" + word);
        ASSERT_EQ(history.undo(), (TextState{.text = "x", .caret = 1}));
        const auto forth = history.redo();
        std::size_t characters = 1;
        for (const char byte : word) {
            characters += (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U ? 1 : 0;
        }
        EXPECT_EQ(forth, (TextState{.text = "x" + word, .caret = static_cast<long>(characters)})) << word;
    }
}

TEST(UndoHistory, NeverSplitsACharacterThatSharesBytesWithItsSuccessor)
{
    // ä and ö share their first byte, ä (C3 A4) and 䄤 no more than their last kind of byte.
    UndoHistory history{"ä"};
    history.record("ö", noon);
    EXPECT_EQ(history.undo(), (TextState{.text = "ä", .caret = 1}));
    UndoHistory tails{"aé"};
    tails.record("aĩ", noon); // C3 A9 and C4 A9
    EXPECT_EQ(tails.undo(), (TextState{.text = "aé", .caret = 2}));
}

TEST(UndoHistory, KeepsTwoThousandStepsAndNoMore)
{
    UndoHistory history;
    for (int step = 0; step < 2'500; ++step) {
        history.record(history.text() + "ab", noon);
    }
    int undone = 0;
    while (history.undo()) {
        ++undone;
    }
    EXPECT_EQ(undone, 2'000);
    EXPECT_EQ(history.text().size(), 1'000U);
}

TEST(UndoHistory, HoldsNoMoreThanEightMillionBytesOfTheUndone)
{
    UndoHistory history;
    const std::string big(900'000, 'x');
    for (int step = 0; step < 20; ++step) {
        history.record(step % 2 == 0 ? big : "", noon);
    }
    int undone = 0;
    while (history.undo()) {
        ++undone;
    }
    EXPECT_EQ(undone, 8);
}

} // namespace
