#include "app/words/isolated.h"
#include "tests/support/inserted_texts.h"

#include <gtest/gtest.h>

#include <string>

namespace {

using app::isolated;

/// A sentence without what stands between isolates, and without the marks before them.
std::string outside_of_isolates(const std::string& sentence)
{
    std::string outside;
    int depth = 0;
    for (std::size_t at = 0; at < sentence.size(); ++at) {
        const std::string sign = sentence.substr(at, 3);
        const bool opens = sign >= "\u2066" && sign <= "\u2068";
        if (opens || sign == "\u2069" || sign == "\u200e") {
            depth += opens ? 1 : sign == "\u2069" ? -1 : 0;
            at += 2;
        } else if (depth == 0) {
            outside += sentence[at];
        } else if (depth < 0) {
            return "an isolate ends that did not begin";
        }
    }
    return depth == 0 ? outside : "an isolate does not end";
}

TEST(Isolated, LeavesAloneWhatCannotDisturb)
{
    for (const char* text : {"", "Maria Weber", "A-001", "007", "Zażółć gęślą", "Ελένη", "Юлия 12", "王小明", "ไทย",
                             "two\nlines", "half \xff of a letter", "\xe2\x80", "😀 (7)"}) {
        EXPECT_EQ(isolated(text), text);
    }
}

TEST(Isolated, PutsNamesThatAreReadFromTheRightBetweenIsolates)
{
    for (const std::string text : {"שרה", "سارة 7", "ސާރާ", "A-שרה", "ﺳﺎﺭﺓ", "𐤔𐤓𐤄", "A\u200f1"}) {
        EXPECT_EQ(isolated(text), "\u200e\u2068" + text + "\u2069");
    }
}

TEST(Isolated, ClosesWhatATextLeavesOpenAndLeavesOutWhatWouldReachBeyondIt)
{
    EXPECT_EQ(isolated("A\u202e1"), "\u200e\u2068A\u202e1\u202c\u2069");
    EXPECT_EQ(isolated("\u2067שרה"), "\u200e\u2068\u2067שרה\u2069\u2069");
    EXPECT_EQ(isolated("שרה\u2069\u2069 1"), "\u200e\u2068שרה 1\u2069");
    EXPECT_EQ(isolated("a\u202cb"), "\u200e\u2068ab\u2069");
    EXPECT_EQ(isolated("\u2066a\u202bb\u2069c"), "\u200e\u2068\u2066a\u202bb\u202c\u2069c\u2069");
    EXPECT_EQ(isolated("\u202aa\u2069b\u202c"), "\u200e\u2068\u202aab\u202c\u2069");
}

TEST(Isolated, EndsWithEachParagraphAsIsolatesDo)
{
    EXPECT_EQ(isolated("שרה\n\r\n7 בוקר"), "\u200e\u2068שרה\u2069\n\r\n\u200e\u20687 בוקר\u2069");
    EXPECT_EQ(isolated("\u202eab\u2029c"), "\u200e\u2068\u202eab\u202c\u2069\u2029\u200e\u2068c\u2069");
}

TEST(Isolated, TakesManyMarksAndBytesThatAreNoText)
{
    std::string marks;
    std::string outside;
    for (int i = 0; i < 10'000; ++i) {
        marks += i % 3 == 0 ? "\u2067" : i % 3 == 1 ? "\u202e" : "\u2069";
    }
    EXPECT_EQ(outside_of_isolates(isolated(marks)), "");
    EXPECT_EQ(isolated("שרה\xd7"), "\u200e\u2068שרה\xd7\u2069");
}

TEST(Isolated, IsEverythingInsertedIntoASentence)
{
    const auto plain = tests::every_sentence_with("Maria");
    for (const std::string text : {"שרה", "سارة", "\u2067שרה", "A\u202e1", "\u2069שרה\u202c", "א\u2068\u2068"}) {
        const auto sentences = tests::every_sentence_with(text);
        ASSERT_EQ(sentences.size(), plain.size());
        for (std::size_t i = 0; i < plain.size(); ++i) {
            std::string expected = plain[i];
            for (std::size_t at = 0; (at = expected.find("Maria")) != std::string::npos;) {
                // A name of a scale and a code have a digit behind them, which belongs to what was typed.
                const bool has_digit = at + 5 < expected.size() && std::isdigit(expected[at + 5]) != 0;
                const bool has_number = expected.compare(at + 5, 2, " 2") == 0;
                expected.erase(at, has_digit ? 6 : has_number ? 7 : 5);
            }
            EXPECT_EQ(outside_of_isolates(sentences[i]), expected);
        }
    }
}

TEST(Isolated, IsNothingInSentencesOfLettersThatAreReadFromTheLeft)
{
    for (const std::string& sentence : tests::every_sentence_with("Jürgen (7)")) {
        EXPECT_EQ(sentence.find("\u2068"), std::string::npos) << sentence;
        EXPECT_EQ(sentence.find("\u200e"), std::string::npos) << sentence;
    }
}

TEST(Isolated, StandsInNoCommandToBeTypedAndInNoFile)
{
    const app::ScoresProblem problem{
        .kind = app::ScoresProblemKind::client_not_a_code, .line = 2, .column = "client", .value = "שרה כהן"};
    const std::string words = app::words_for(problem);
    EXPECT_NE(words.find("\u2068שרה כהן\u2069"), std::string::npos) << words;
    EXPECT_NE(words.find("--new-client \"שרה כהן\""), std::string::npos) << words;
    EXPECT_EQ(app::panel_name_in_files(tests::inserted::measure_panel("שרה")), "שרה 2 (שרה)");
    EXPECT_EQ(app::panel_name_in_files(tests::inserted::goal_panel("שרה")), "שרה");
    EXPECT_EQ(app::words::wrote("שרה.pdf"), "Wrote שרה.pdf.");
    EXPECT_EQ(app::start::sheet_file("שרה", "סארה"), "שרה recovery sheet, סארה.pdf");
}

} // namespace
