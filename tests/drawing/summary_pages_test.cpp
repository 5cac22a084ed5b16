#include "app/drawing/summary_pages.h"
#include "app/words/readings.h"
#include "app/words/summary_words.h"
#include "tests/drawing/fixed_ruler.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>

namespace {

using namespace date::literals;
using app::Paper;
using app::Scene;

using tests::ruler;
const model::Period two_years{2024_y / 11 / 1, 2026_y / 11 / 20};

/// A client with `goals` goals and every shipped measure, rated and filled in `times` times.
model::ClientRecord record_with(int goals, int times)
{
    model::ClientRecord record;
    record.client = {.id = {1}, .details = {.code = "A1", .name = "A. Example"}};
    record.episodes = {{.id = {1}, .client = {1}, .admitted_on = two_years.from, .levels = {{.from = two_years.from}}}};
    for (int goal = 1; goal <= goals; ++goal) {
        record.goals.push_back(
            {.id = {goal},
             .client = {1},
             .details = {.wording = "Say no at work without explaining it three times, goal " + std::to_string(goal),
                         .agreed_on = two_years.from}});
    }
    for (int time = 0; time < times; ++time) {
        const model::Date day = model::days_after(two_years.from, 14 * time);
        model::NoteOutline note{.id = {time + 1}, .modalities = {{.modality = "emdr"}}};
        note.session.held_on = day;
        for (const model::Goal& goal : record.goals) {
            note.ratings.push_back({.goal = goal.id, .by_therapist = time % 11, .by_client = (time + 3) % 11});
        }
        record.notes.push_back(note);
        record.administrations.push_back({.id = {time + 1},
                                          .client = {1},
                                          .details = {.measure = "phq-9", .taken_on = day, .total = 20 - time % 20},
                                          .scores = {{.scale = "total", .value = 20 - time % 20}}});
    }
    return record;
}

constexpr std::string_view log_mark = "Log 1234 · 9f3a 77c1";

std::vector<Scene> pages_of(const model::ClientRecord& record, model::SummaryRequest request, Paper paper)
{
    request.period = two_years;
    const auto summary = model::compose_summary(
        record, model::shipped_measures(), {.name = "Practice", .address = "1 Quiet Street\n12345 Town"},
        {.name = "T. Herapist", .credentials = "PsyD", .licence_number = "123"}, request, two_years.to);
    return app::summary_pages(summary, model::shipped_modalities(), paper, ruler, std::string{log_mark});
}

/// Where a text stands, by the ruler's measure.
app::Box box_of(const app::Text& text)
{
    const double width = ruler.width(text.words, text.style);
    const double left = text.align == app::Align::left    ? text.position.x
                        : text.align == app::Align::right ? text.position.x - width
                                                          : text.position.x - width / 2;
    const double ascent = ruler.ascent(text.style);
    return {left, text.position.y - ascent, width, ascent * 1.1};
}

std::vector<app::Text> texts_on(const Scene& page)
{
    std::vector<app::Text> texts;
    for (const app::Element& element : page.elements) {
        if (const auto* text = std::get_if<app::Text>(&element); text != nullptr && !text->words.empty()) {
            texts.push_back(*text);
        }
    }
    return texts;
}

std::string words_on(const std::vector<Scene>& pages)
{
    std::string words;
    for (const Scene& page : pages) {
        for (const app::Text& text : texts_on(page)) {
            words += text.words + "\n";
        }
    }
    return words;
}

bool overlap(const app::Box& one, const app::Box& other)
{
    constexpr double touch = 0.5;
    return one.x + touch < other.right() && other.x + touch < one.right() && one.y + touch < other.bottom() &&
           other.y + touch < one.bottom();
}

/// What is wrong with a page: texts that run off the paper or into each other.
std::vector<std::string> collisions_on(const Scene& page)
{
    std::vector<std::string> wrong;
    const auto texts = texts_on(page);
    const app::Box paper{0, 0, page.size.width, page.size.height};
    for (std::size_t one = 0; one < texts.size(); ++one) {
        const app::Box box = box_of(texts[one]);
        if (!paper.contains({box.x, box.y}) || !paper.contains({box.right(), box.bottom()})) {
            wrong.push_back("off the paper: " + texts[one].words);
        }
        for (std::size_t other = one + 1; other < texts.size(); ++other) {
            if (overlap(box, box_of(texts[other]))) {
                wrong.push_back(texts[one].words + " | " + texts[other].words);
            }
        }
    }
    return wrong;
}

TEST(SummaryPages, NothingOverlapsOrRunsOffThePaperForAnyAmount)
{
    const std::string long_words(4000, 'w');
    for (const Paper paper : {Paper::a4, Paper::letter}) {
        for (const int goals : {0, 1, 2, 12}) {
            for (const int times : {0, 1, 2, 50}) {
                SCOPED_TRACE(std::to_string(goals) + " goals, " + std::to_string(times) + " times");
                for (const Scene& page :
                     pages_of(record_with(goals, times), {.own_words = "Grown.\nAnd grown.", .next_words = long_words},
                              paper)) {
                    EXPECT_EQ(collisions_on(page), std::vector<std::string>{});
                }
            }
        }
    }
}

TEST(SummaryPages, AreOfTheChosenPaper)
{
    EXPECT_EQ(pages_of(record_with(1, 3), {}, Paper::a4).front().size, app::page_size(Paper::a4));
    EXPECT_EQ(pages_of(record_with(1, 3), {}, Paper::letter).front().size, app::page_size(Paper::letter));
}

TEST(SummaryPages, EveryPageSaysWhoseItIsAndWhichOneItIs)
{
    const auto pages = pages_of(record_with(12, 50), {}, Paper::a4);

    ASSERT_GT(pages.size(), 1U);
    for (std::size_t index = 0; index < pages.size(); ++index) {
        const std::string words = words_on({pages[index]});
        EXPECT_NE(words.find("A. Example · A1"), std::string::npos);
        EXPECT_NE(words.find("1 Nov 2024 to 20 Nov 2026"), std::string::npos);
        EXPECT_NE(words.find("made 20 Nov 2026"), std::string::npos);
        EXPECT_NE(words.find("Page " + std::to_string(index + 1) + " of " + std::to_string(pages.size())),
                  std::string::npos);
    }
}

TEST(SummaryPages, PutTheTherapistsWordsBeforeAnyNumber)
{
    const std::string words = words_on(pages_of(record_with(1, 3), {.own_words = "You say no."}, Paper::a4));

    ASSERT_NE(words.find("You say no."), std::string::npos);
    EXPECT_LT(words.find("You say no."), words.find("Low mood"));
    EXPECT_LT(words.find("Progress so far"), words.find("Scores over time"));
}

TEST(SummaryPages, CallTheClientYouInTheChartAsInTheTable)
{
    const std::string words = words_on(pages_of(record_with(1, 3), {}, Paper::a4));

    EXPECT_EQ(words.find("client"), std::string::npos) << words;
    EXPECT_EQ(words.find("\ntherapist"), std::string::npos) << words;
    EXPECT_NE(words.find("\nyou 5\n"), std::string::npos) << words;
    EXPECT_NE(words.find("\nyour therapist 2\n"), std::string::npos) << words;
}

TEST(SummaryPages, NameTheLinesOfAChartInPlainWords)
{
    const std::string words = words_on(pages_of(record_with(0, 9), {}, Paper::a4));

    for (const std::string word : {"caseness", "clinical", "reliable change", "measurement error", "Depression"}) {
        EXPECT_EQ(words.find(word), std::string::npos) << words;
    }
    EXPECT_NE(words.find("\ncut-off 10\n"), std::string::npos) << words;
    EXPECT_NE(words.find("\nthreshold −6\n"), std::string::npos) << words;
    EXPECT_NE(words.find("Low mood: PHQ-9; a change counts from 6 points on (published rule, NHS Talking Therapies)."),
              std::string::npos)
        << words;
}

TEST(SummaryPages, DoNotCallTheClientsOwnRatingsProRated)
{
    auto record = record_with(1, 3);
    EXPECT_EQ(words_on(pages_of(record, {}, Paper::a4)).find("Hollow"), std::string::npos);

    record.administrations.front().scores.front().is_prorated = true;
    const std::string words = words_on(pages_of(record, {}, Paper::a4));

    EXPECT_NE(words.find("Hollow points of a questionnaire are pro-rated"), std::string::npos) << words;
    EXPECT_NE(words.find("Those of a goal are your own"), std::string::npos) << words;
}

TEST(SummaryPages, LeaveAHeadingOutThatHasNothingUnderIt)
{
    const std::string words = words_on(pages_of(record_with(0, 0), {}, Paper::a4));

    EXPECT_EQ(words.find("Progress so far"), std::string::npos);
    EXPECT_EQ(words.find("Next"), std::string::npos);
    EXPECT_EQ(words.find("What we worked on"), std::string::npos);
    EXPECT_NE(words.find("No ratings and no questionnaires"), std::string::npos);
}

TEST(SummaryPages, PrintFirstLastAndChangeOfEachLine)
{
    auto record = record_with(0, 3);

    const std::string words = words_on(pages_of(record, {}, Paper::a4));

    EXPECT_NE(words.find("\n20\n18\n−2\n"), std::string::npos) << words;
}

TEST(SummaryPages, SayThatValuesOfAnEarlierEpisodeAreDrawnButNotCounted)
{
    auto record = record_with(1, 5);
    EXPECT_EQ(words_on(pages_of(record, {}, Paper::a4)).find("earlier episode"), std::string::npos);

    const model::Date returned = model::days_after(two_years.from, 14 * 3);
    record.episodes.front().discharged_on = model::days_after(returned, -1);
    record.episodes.push_back({.id = {2}, .client = {1}, .admitted_on = returned, .levels = {{.from = returned}}});
    const std::string words = words_on(pages_of(record, {}, Paper::a4));

    EXPECT_NE(words.find("6 ratings of an earlier episode of care are drawn above"), std::string::npos) << words;
    EXPECT_NE(words.find("3 scores of an earlier episode of care are drawn above"), std::string::npos) << words;
    EXPECT_NE(words.find("\n17\n16\n−1\n"), std::string::npos) << words;
}

TEST(SummaryPages, CarryTheEndOfTheLogOnEveryPage)
{
    const auto pages = pages_of(record_with(8, 40), {}, Paper::a4);
    ASSERT_GT(pages.size(), 1U);
    for (const Scene& page : pages) {
        EXPECT_EQ(std::ranges::count(texts_on(page), log_mark, &app::Text::words), 1);
    }
}

/// What stands on a page besides its foot and the signature.
std::vector<std::string> told_on(const Scene& page)
{
    std::vector<std::string> told;
    for (const app::Text& text : texts_on(page)) {
        const bool is_of_signature = text.words == "T. Herapist, PsyD" || text.words == "Licence 123" ||
                                     text.words == "Date" || text.words.starts_with("The mark “Log");
        if (!is_of_signature && text.position.y < page.size.height - app::page_margin - 11 * app::space) {
            told.push_back(text.words);
        }
    }
    return told;
}

TEST(SummaryPages, NeverLeaveTheSignatureAlone)
{
    for (const Paper paper : {Paper::a4, Paper::letter}) {
        for (int goals = 0; goals <= 9; ++goals) {
            for (int lines = 0; lines <= 60; lines += 3) {
                std::string next;
                for (int line = 0; line < lines; ++line) {
                    next += "One more step.\n";
                }
                SCOPED_TRACE(std::to_string(goals) + " goals, " + std::to_string(lines) + " lines");
                for (const bool is_next : {true, false}) {
                    const auto pages =
                        pages_of(record_with(goals, 3),
                                 {.own_words = is_next ? "" : next, .next_words = is_next ? next : ""}, paper);
                    EXPECT_GE(told_on(pages.back()).size(), 2U);
                }
            }
        }
    }
}

TEST(SummaryPages, NeverSplitATableAfterOneRow)
{
    bool was_split = false;
    for (int goals = 2; goals <= 14; ++goals) {
        for (int lines = 0; lines <= 40; lines += 2) {
            std::string own;
            for (int line = 0; line < lines; ++line) {
                own += "It has grown.\n";
            }
            int tables = 0;
            for (const Scene& page : pages_of(record_with(goals, 3), {.own_words = own}, Paper::a4)) {
                const auto rows = std::ranges::count_if(texts_on(page), [](const app::Text& text) {
                    return text.words.starts_with("Say no at work") && text.style.size == app::type_size::page;
                });
                EXPECT_NE(rows, 1) << goals << " goals, " << lines << " lines";
                tables += rows > 0 ? 1 : 0;
            }
            was_split = was_split || tables > 1;
        }
    }
    EXPECT_TRUE(was_split) << "or nothing was tried";
}

TEST(SummaryPages, ExplainTheMarkOfTheLogOnceAndKeepItSmall)
{
    const auto pages = pages_of(record_with(8, 40), {}, Paper::a4);
    int explained = 0;
    for (const Scene& page : pages) {
        for (const app::Text& text : texts_on(page)) {
            explained += text.words.starts_with("The mark “" + std::string{log_mark} + "”") ? 1 : 0;
            EXPECT_TRUE(text.words != log_mark || text.style.size < app::type_size::small);
        }
    }
    EXPECT_EQ(explained, 1);
}

/// A client who filled in what has names that are jargon, or that hurt.
model::ClientRecord record_of_hard_names()
{
    auto record = record_with(0, 0);
    for (int time = 0; time < 3; ++time) {
        const model::Date day = model::days_after(two_years.from, 30 * time);
        const auto add = [&](const std::string& measure, std::vector<model::ScaleScore> scores) {
            record.administrations.push_back({.id = {static_cast<std::int64_t>(record.administrations.size()) + 1},
                                              .client = {1},
                                              .details = {.measure = measure, .taken_on = day},
                                              .scores = std::move(scores)});
        };
        add("csip-boundary", {{.scale = "nonassertive", .value = 2},
                              {.scale = "exploitable", .value = 1.5},
                              {.scale = "self_sacrificing", .value = 1}});
        add("etmcq", {{.scale = "mistrust", .value = 4}, {.scale = "credulity", .value = 3}});
        add("scs-26", {{.scale = "uncompassionate", .value = 3}});
        add("pcl-5", {{.scale = "total", .value = 63 - 36 * (time % 2) - 4 * time}});
    }
    return record;
}

TEST(SummaryPages, CallScalesByNamesThatDoNotHurt)
{
    const std::string words = words_on(pages_of(record_of_hard_names(), {}, Paper::a4));

    for (const std::string word : {"Nonassertive", "Exploitable", "Self-sacrificing", "Mistrust", "Credulity",
                                   "Uncompassionate", "PTSD", "reliability", "lower is better"}) {
        EXPECT_EQ(words.find(word), std::string::npos) << word << "\n" << words;
    }
    for (const std::string word : {"Saying no", "Being taken advantage of", "Putting others first"}) {
        EXPECT_NE(words.find("\n" + word + "\n"), std::string::npos) << word;
        EXPECT_NE(words.find(word + ": CSIP boundary form."), std::string::npos) << word << "\n" << words;
    }
}

TEST(SummaryPages, SayOnceWhatNumbersAloneMean)
{
    const std::string words = words_on(pages_of(record_of_hard_names(), {}, Paper::a4));
    const std::string footnote = app::numbers_only_footnote(app::Reader::client).substr(0, 20);

    const auto first = words.find(footnote);
    ASSERT_NE(first, std::string::npos) << words;
    EXPECT_EQ(words.find(footnote, first + 1), std::string::npos);
    EXPECT_NE(words.find("\nSaying no*\n"), std::string::npos) << words;
    EXPECT_EQ(words.find("\nAftereffects of trauma*\n"), std::string::npos) << words;
    EXPECT_EQ(words_on(pages_of(record_with(1, 3), {}, Paper::a4)).find("*"), std::string::npos);
}

TEST(SummaryPages, SayAWorseningFirst)
{
    const std::string words = words_on(pages_of(record_of_hard_names(), {}, Paper::a4));
    EXPECT_NE(words.find("Since 1 Dec 2024 it went from 23 to 55: harder"), std::string::npos) << words;
}

TEST(SummaryPages, ShowTheEndOfTheLogAsNumberAndEightDigits)
{
    const std::vector<std::uint8_t> mark{0x9F, 0x3A, 0x77, 0x01, 0xFF};
    EXPECT_EQ(app::summary_words::log_mark(1234, mark), "Log 1234 · 9f3a 7701");
    EXPECT_EQ(app::summary_words::log_mark(1, {}), "Log 1 ·");
}

TEST(SummaryPages, CountAsLeftOutOnlyWhatSomebodyLeftOut)
{
    const std::string nothing_chosen = words_on(pages_of(record_with(1, 3), {}, Paper::a4));
    EXPECT_NE(nothing_chosen.find("Left out: session notes\n"), std::string::npos) << nothing_chosen;

    const std::string one_chosen = words_on(pages_of(record_with(1, 3), {.left_out = {"phq-9/total"}}, Paper::a4));
    EXPECT_NE(one_chosen.find("Left out: session notes, 1 questionnaire scale\n"), std::string::npos) << one_chosen;
}

TEST(SummaryPages, SpeakNeitherOfRiskNorOfPrivateNotes)
{
    std::string words = words_on(pages_of(record_with(2, 20), {}, Paper::a4));
    std::ranges::transform(words, words.begin(), [](char sign) { return static_cast<char>(std::tolower(sign)); });

    for (const std::string word : {"risk", "private", "suicid", "notice", "alliance", "caused"}) {
        EXPECT_EQ(words.find(word), std::string::npos) << word;
    }
}

TEST(SummaryPages, KeepTheNameAwayWhenOnlyTheCodeIsWanted)
{
    const std::string words = words_on(pages_of(record_with(1, 3), {.by_code = true}, Paper::a4));

    EXPECT_EQ(words.find("Example"), std::string::npos);
    EXPECT_NE(words.find("A1"), std::string::npos);
}

} // namespace
