#include "app/drawing/style.h"
#include "app/drawing/text_ruler.h"
#include "app/output/files.h"
#include "app/output/line_isolates.h"
#include "app/output/pango_ruler.h"
#include "app/words/isolated.h"
#include "tests/output/output_of.h"
#include "tests/support/inserted_texts.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <pango/pango.h>

#include <algorithm>
#include <string>
#include <vector>

namespace {

using namespace app;
using testing::HasSubstr;
using testing::Not;
using tests::run;

/// The paragraph as it is seen from left to right, each letter by itself: what stands from the right is turned round
/// as pango turns it. Marks of direction are left out, as they are not seen.
std::string seen(const std::string& paragraph)
{
    auto direction = PangoRuler{Typeface{}}.reads_right_to_left(paragraph) ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR;
    guint8* levels =
        pango_log2vis_get_embedding_levels(paragraph.c_str(), static_cast<int>(paragraph.size()), &direction);
    struct Letter {
        std::string bytes;
        int level;
    };
    std::vector<Letter> letters;
    const char* at = paragraph.c_str();
    for (std::size_t i = 0; *at != '\0'; ++i) {
        const char* next = g_utf8_next_char(at);
        const std::string bytes{at, next};
        const bool is_mark = (bytes >= "\u200e" && bytes <= "\u200f") || (bytes >= "\u202a" && bytes <= "\u202e") ||
                             (bytes >= "\u2066" && bytes <= "\u2069");
        if (!is_mark) {
            letters.push_back({bytes, levels[i]});
        }
        at = next;
    }
    g_free(levels);
    for (int level = 125; level > 0; --level) {
        for (auto begin = letters.begin(); begin != letters.end();) {
            const auto end = std::find_if(begin, letters.end(), [&](const Letter& one) { return one.level < level; });
            std::reverse(begin, end);
            begin = end == letters.end() ? end : end + 1;
        }
    }
    std::string words;
    for (const Letter& letter : letters) {
        words += letter.bytes;
    }
    return words;
}

std::vector<std::string> paragraphs_of(const std::string& words)
{
    std::vector<std::string> paragraphs;
    std::size_t from = 0;
    for (std::size_t end = 0; end != std::string::npos; from = end + 1) {
        end = words.find('\n', from);
        paragraphs.push_back(words.substr(from, end == std::string::npos ? end : end - from));
    }
    return paragraphs;
}

std::string with_turned(std::string words, const std::string& name, const std::string& turned)
{
    for (std::size_t at = 0; (at = words.find(name, at)) != std::string::npos; at += turned.size()) {
        words.replace(at, name.size(), turned);
    }
    return words;
}

/// The line with the isolates closed that it leaves open.
std::string whole_again(const std::string& line)
{
    return LineIsolates{[](std::string_view) { return true; }}.whole(line);
}

TEST(ReadingOrder, OfASentenceIsNotTurnedByTheNamesInIt)
{
    const auto plain = tests::every_sentence_with("Maria");
    const auto hebrew = tests::every_sentence_with("שרה");
    for (std::size_t i = 0; i < plain.size(); ++i) {
        // A digit typed behind the name is part of it, and stands to its left.
        std::string expected = with_turned(plain[i], "Maria7", "7הרש");
        expected = with_turned(expected, "Maria 2", "2 הרש");
        expected = with_turned(expected, "Maria", "הרש");
        std::string all;
        for (const std::string& paragraph : paragraphs_of(hebrew[i])) {
            all += (all.empty() ? "" : "\n") + seen(paragraph);
        }
        EXPECT_EQ(all, expected);
    }
}

TEST(ReadingOrder, WithoutIsolatesWouldTakeADateApart)
{
    EXPECT_EQ(seen("שרה · 12/3"), "12/3 · הרש");
    EXPECT_EQ(seen(isolated("שרה") + " · 12/3"), "הרש · 12/3");
}

TEST(ReadingOrder, StaysWhenAnIsolateIsBrokenIntoLines)
{
    const PangoRuler ruler{Typeface{}};
    const TextStyle style{.size = 16};
    const std::string name = "שרה כהן לוי אברהם יצחק יעקב משה אהרן דוד";
    const std::string words = "Reviewed by " + isolated(name) + " on 12/3: 7 calls";
    for (const double width : {20.0, 80.0, 150.0, 300.0, 900.0}) {
        const auto lines = ruler.lines(words, style, width);
        std::string rejoined;
        for (const std::string& line : lines) {
            EXPECT_LE(ruler.width(line, style), width > 50 ? width : 900.0);
            EXPECT_EQ(whole_again(line), line) << "an isolate is left open";
            rejoined += seen(line);
        }
        EXPECT_THAT(rejoined, width > 50 ? HasSubstr("12/3: 7") : HasSubstr("12/3")) << width;
    }
}

TEST(ReadingOrder, StaysInParagraphsThatAreLaidOutInPieces)
{
    const PangoRuler ruler{Typeface{}};
    const TextStyle style{.size = 16};
    std::string reason;
    while (reason.size() < 10'000) {
        reason += "שרה 12 ";
    }
    const auto lines = ruler.lines("Reason: " + isolated(reason) + ". 3/4", style, 400);
    ASSERT_GT(lines.size(), 20U);
    for (const std::string& line : lines) {
        EXPECT_EQ(whole_again(line), line);
        EXPECT_FALSE(ruler.reads_right_to_left(line)) << line;
    }
    // Inside the isolate a line is read from the right, also beyond the first piece.
    EXPECT_TRUE(seen(lines[lines.size() / 2]).ends_with("הרש")) << lines[lines.size() / 2];
}

TEST(ReadingOrder, MarksNeitherWidenWordsNorAreDrawnAsBoxes)
{
    const PangoRuler ruler{Typeface{}};
    const FixedWidthRuler fixed;
    const TextStyle style{.size = 16};
    for (const std::string name : {"שרה", "سارة", "ﺳﺎﺭﺓ"}) {
        EXPECT_FALSE(ruler.lacks_letters_of(isolated(name)));
        EXPECT_NEAR(ruler.width(isolated(name), style), ruler.width(name, style), 0.01);
        EXPECT_EQ(fixed.width(isolated(name), style), fixed.width(name, style));
        EXPECT_EQ(ruler.line_height(style), PangoRuler{Typeface{}}.line_height(style));
    }
}

TEST(ReadingOrder, ShortenedWordsCloseTheIsolateTheyCut)
{
    const PangoRuler ruler{Typeface{}};
    const FixedWidthRuler fixed;
    const TextStyle style{.size = 16};
    const std::string words = isolated("שרה כהן לוי אברהם יצחק") + " · 12/3";
    for (const TextRuler* one : {static_cast<const TextRuler*>(&ruler), static_cast<const TextRuler*>(&fixed)}) {
        const std::string cut = one->elided(words, style, 60);
        EXPECT_THAT(cut, HasSubstr("…"));
        EXPECT_EQ(whole_again(cut), cut);
        EXPECT_LE(one->width(cut, style), 60);
    }
}

TEST(ReadingOrder, APdfGivesBackThePlainName)
{
    const tests::OwnFolder folder;
    Scene page{.size = page_size(Paper::a4)};
    page.elements = {Text{{68, 100}, isolated("שרה") + " · " + isolated("AB-שרה") + " · born 12 May 1990"},
                     Text{{68, 140}, isolated("سارة") + " · made 3 Mar 2026"}};
    const std::string path = folder / "page.pdf";
    tests::put(path, pdf_of(std::vector{page}, {.title = "Progress"}));
    const auto text = run("pdftotext -layout " + path + " -").words;
    EXPECT_THAT(text, HasSubstr("שרה"));
    EXPECT_THAT(text, HasSubstr("سارة"));
    EXPECT_THAT(text, HasSubstr("born 12 May 1990"));
    EXPECT_THAT(text, HasSubstr("made 3 Mar 2026"));
    EXPECT_THAT(text, Not(HasSubstr("\u2068")));
}

} // namespace
