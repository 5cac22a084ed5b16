#include "app/output/pango_ruler.h"

#include <gtest/gtest.h>

#include <numeric>

namespace {

using namespace app;

const TextStyle body{.size = 13};
constexpr std::string_view arabic = "الثقة بالآخرين تنمو ببطء مع الوقت والصبر";
constexpr std::string_view thai = "ความไว้วางใจผู้อื่นค่อยๆเติบโตขึ้นตามกาลเวลาและความอดทน";

std::string without_spaces(std::string_view words)
{
    std::string bare;
    for (const char letter : words) {
        if (letter != ' ')
            bare += letter;
    }
    return bare;
}

/// Breaks `words`, and says what no line may break: nothing lost, nothing too wide.
std::vector<std::string> checked_lines(const PangoRuler& ruler, std::string_view words, double width)
{
    auto lines = ruler.lines(words, body, width);
    for (const auto& line : lines)
        EXPECT_LE(ruler.width(line, body), width + 0.1) << line;
    const auto joined = std::accumulate(lines.begin(), lines.end(), std::string{});
    EXPECT_EQ(without_spaces(joined), without_spaces(words));
    return lines;
}

TEST(PangoRuler, MeasuresInProportionToTheSize)
{
    const PangoRuler ruler;
    const double width = ruler.width("Self-compassion", body);
    EXPECT_GT(width, 80);
    EXPECT_LT(width, 130);
    EXPECT_NEAR(ruler.width("Self-compassion", {.size = 130}), 10 * width, 0.5);
    EXPECT_GT(ruler.width("Self-compassion", {.size = 13, .weight = Weight::bold}), width);
    EXPECT_EQ(ruler.width("", body), 0);
    EXPECT_EQ(ruler.width("Self-compassion", body), width); // Once more, from what was kept.
}

TEST(PangoRuler, KnowsHowHighALineIs)
{
    const PangoRuler ruler;
    EXPECT_GT(ruler.ascent(body), 0.7 * 13);
    EXPECT_LT(ruler.ascent(body), ruler.line_height(body));
    EXPECT_LT(ruler.line_height(body), 1.5 * 13);
}

TEST(PangoRuler, BreaksEveryScriptWithoutLosingALetter)
{
    const PangoRuler ruler;
    EXPECT_GT(checked_lines(ruler, "You say no more often, and stay with the feeling afterwards.", 120).size(), 2U);
    EXPECT_GT(checked_lines(ruler, arabic, 120).size(), 1U);
    EXPECT_GT(checked_lines(ruler, thai, 120).size(), 1U);
    EXPECT_GT(checked_lines(ruler, "信任他人需要时间和耐心信任他人需要时间和耐心", 120).size(), 1U);
    EXPECT_GT(checked_lines(ruler, std::string(60, 'w'), 120).size(), 3U);
    EXPECT_EQ(checked_lines(ruler, "", 120).size(), 1U);
}

TEST(PangoRuler, BreaksAParagraphOfAnyLength)
{
    const PangoRuler ruler;
    EXPECT_GT(checked_lines(ruler, std::string(400000, 'w'), 600).size(), 6000U);
    std::string words;
    for (int i = 0; i < 80000; ++i)
        words += "trust ";
    EXPECT_GT(checked_lines(ruler, words, 600).size(), 4000U);
}

TEST(PangoRuler, KeepsTheDirectionOfALongParagraphToItsEnd)
{
    const PangoRuler ruler;
    std::string words{arabic};
    for (int i = 0; i < 10000; ++i)
        words += " EMDR";
    for (const auto& line : ruler.lines(words, body, 300))
        ASSERT_TRUE(ruler.reads_right_to_left(line)) << line;
}

TEST(PangoRuler, BeginsANewLineAtEveryNewline)
{
    const PangoRuler ruler;
    EXPECT_EQ(ruler.lines("one\n\ntwo\r\nthree\n", body, 500),
              (std::vector<std::string>{"one", "", "two", "three", ""}));
}

TEST(PangoRuler, KeepsTheDirectionOfAParagraphInEachOfItsLines)
{
    const PangoRuler ruler;
    EXPECT_TRUE(ruler.reads_right_to_left(arabic));
    EXPECT_FALSE(ruler.reads_right_to_left("Trust"));
    EXPECT_FALSE(ruler.reads_right_to_left("2026"));

    const auto lines = ruler.lines("الثقة EMDR EMDR EMDR EMDR", body, 60);
    ASSERT_GT(lines.size(), 1U);
    for (const auto& line : lines)
        EXPECT_TRUE(ruler.reads_right_to_left(line)) << line;
}

TEST(PangoRuler, ShortensBetweenLettersAsPeopleSeeThem)
{
    const PangoRuler ruler;
    const std::string family = "👨‍👩‍👧";
    const std::string accented = "e\u0301e\u0301e\u0301e\u0301";
    for (const auto& words : {family + family + family, accented}) {
        for (double width = 0; width < 80; width += 1) {
            const auto cut = ruler.elided(words, body, width);
            const auto shown = cut == words ? cut : cut.substr(0, cut.size() - std::string{"…"}.size());
            const auto letter = words.starts_with(family) ? family.size() : std::string{"e\u0301"}.size();
            EXPECT_EQ(shown.size() % letter, 0U) << cut;
        }
    }
}

TEST(PangoRuler, KnowsWhichWordsWouldBeDrawnAsBoxes)
{
    const PangoRuler ruler;
    const std::string in_no_font = "\U000F0000\U000F0001";
    EXPECT_FALSE(ruler.lacks_letters_of("Trust · Größe – …"));
    EXPECT_TRUE(ruler.lacks_letters_of("Trust " + in_no_font));

    const std::vector<Scene> pages{
        {.elements = {Text{.words = "Trust " + in_no_font + " grows"}, Text{.words = in_no_font}}}};
    EXPECT_EQ(words_drawn_as_boxes(pages, ruler, 1), std::vector<std::string>{in_no_font});
    EXPECT_EQ(words_drawn_as_boxes(pages, ruler, 0), std::vector<std::string>{"…"});
}

TEST(PangoRuler, TakesBytesThatAreNotUtf8)
{
    const PangoRuler ruler;
    EXPECT_GT(ruler.width("a\xff\xfe", body), ruler.width("a", body));
    EXPECT_EQ(ruler.lines("a\xff z", body, 500), (std::vector<std::string>{"a\uFFFD z"}));
}

} // namespace
