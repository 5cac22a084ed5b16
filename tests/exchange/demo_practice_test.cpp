#include "app/exchange/demo_practice.h"
#include "model/scoring.h"
#include "tests/support/casebooks.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <map>
#include <regex>
#include <set>

namespace {

using namespace date::literals;
using model::Attendance;

/// Everything that the casebook gives back, read once.
struct Practice {
    std::vector<model::ClientRecord> records{};
    std::vector<model::Note> notes{};
    std::vector<model::Draft> drafts{};
    std::vector<model::Notice> notices{};
    std::vector<storage::SummaryChoices> choices{};

    bool operator==(const Practice&) const = default;
};

Practice practice_in(const storage::Casebook& casebook, model::Date as_of)
{
    Practice practice{.drafts = tests::all_drafts(casebook)};
    for (const auto& row : casebook.caseload(as_of)) {
        practice.records.push_back(casebook.record_of(row.client.id));
        for (const auto& outline : practice.records.back().notes) {
            practice.notes.push_back(casebook.note(outline.id));
        }
        std::ranges::move(casebook.notices_of(row.client.id), std::back_inserter(practice.notices));
        practice.choices.push_back(casebook.summary_choices(row.client.id));
    }
    return practice;
}

Practice demo(const app::DemoOptions& options)
{
    auto casebook = storage::Casebook::in_memory();
    app::fill_demo_practice(casebook, options);
    return practice_in(casebook, options.as_of);
}

constexpr model::Date as_of = 2026_y / 11 / 20;

const Practice& usual()
{
    static const Practice practice = demo({.as_of = as_of});
    return practice;
}

const model::ClientRecord& record(const std::string& code, const Practice& practice = usual())
{
    const auto found = std::ranges::find_if(
        practice.records, [&](const model::ClientRecord& r) { return r.client.details.code == code; });
    EXPECT_NE(found, practice.records.end()) << code;
    return *found;
}

/// What a measure's lead scale said, oldest first.
std::vector<double> scores(const model::ClientRecord& client, const std::string& measure)
{
    std::vector<double> values;
    for (const auto& administration : client.administrations) {
        if (administration.details.measure == measure) {
            values.push_back(administration.scores.front().value.value_or(-1));
        }
    }
    return values;
}

/// Every text that a person is meant to have written.
std::vector<std::string> texts_of(const Practice& practice)
{
    std::vector<std::string> texts;
    const auto add = [&](const model::NoteContent& content) {
        for (const auto& section : content.sections) {
            texts.push_back(section.text);
        }
        texts.push_back(content.homework);
        texts.push_back(content.risk.actions);
    };
    for (const auto& note : practice.notes) {
        add(note.content);
        for (const auto& addendum : note.addenda) {
            texts.push_back(addendum.text);
        }
    }
    for (const auto& draft : practice.drafts) {
        add(draft.content);
    }
    for (const auto& notice : practice.notices) {
        texts.push_back(notice.review ? notice.review->what_was_done : "");
    }
    for (const auto& choices : practice.choices) {
        texts.push_back(choices.own_words);
        texts.push_back(choices.next_words);
    }
    return texts;
}

/// How often each sentence stands in the practice.
std::map<std::string, int> sentences_of(const Practice& practice)
{
    static const std::regex end{"[.?!]+(”|’|\\))*(\\s+|$)|\\n+"};
    std::map<std::string, int> counts;
    for (const auto& text : texts_of(practice)) {
        std::sregex_token_iterator sentence{text.begin(), text.end(), end, -1};
        for (; sentence != std::sregex_token_iterator{}; ++sentence) {
            if (sentence->length() > 0) {
                ++counts[*sentence];
            }
        }
    }
    return counts;
}

int count_notes(const Practice& practice, auto matches)
{
    return static_cast<int>(std::ranges::count_if(practice.notes, matches));
}

TEST(DemoPractice, IsTheSameForTheSameSeedAndDay)
{
    EXPECT_EQ(usual(), demo({.as_of = as_of}));
}

TEST(DemoPractice, IsAnotherForAnotherSeed)
{
    const Practice other = demo({.seed = 2, .as_of = as_of});
    EXPECT_NE(usual().notes, other.notes);
    EXPECT_NE(usual().records, other.records);
}

TEST(DemoPractice, HasTwelveAdultsWithCodesOfTheirOwn)
{
    std::set<std::string> codes;
    std::set<std::string> names;
    for (const auto& client : usual().records) {
        codes.insert(client.client.details.code);
        names.insert(client.client.details.name);
        EXPECT_FALSE(problem_with(client.client.details, as_of));
        EXPECT_LE(*client.client.details.born_on, as_of - date::years{18});
        EXPECT_TRUE(client.client.details.guardian.empty());
        EXPECT_FALSE(client.client.details.reason_for_care.empty());
    }
    EXPECT_EQ(codes.size(), 12U);
    EXPECT_EQ(names.size(), 12U);
}

TEST(DemoPractice, SaysNoSentenceMoreThanThreeTimes)
{
    for (const unsigned seed : {1U, 7U}) {
        const Practice practice = seed == 1 ? usual() : demo({.seed = seed, .as_of = as_of});
        for (const auto& [sentence, count] : sentences_of(practice)) {
            EXPECT_LE(count, 3) << sentence;
        }
    }
}

TEST(DemoPractice, LeavesNoHoleInItsSentences)
{
    for (const auto& [sentence, count] : sentences_of(usual())) {
        EXPECT_THAT(sentence, testing::Not(testing::ContainsRegex("[{}]|  |^ | ,| ;|““|”“"))) << count;
    }
}

TEST(DemoPractice, LeavesNoSectionEmpty)
{
    for (const auto& note : usual().notes) {
        EXPECT_FALSE(note.content.sections.empty());
        for (const auto& section : note.content.sections) {
            EXPECT_FALSE(section.text.empty()) << model::iso_date(note.content.session.held_on);
        }
    }
}

TEST(DemoPractice, UsesAllModalitiesWithTheirTechniques)
{
    std::set<std::string> used;
    const auto shipped = model::shipped_modalities();
    for (const auto& note : usual().notes) {
        for (const auto& use : note.content.modalities) {
            used.insert(use.modality);
            const auto modality = std::ranges::find(shipped, use.modality, &model::Modality::code);
            ASSERT_NE(modality, shipped.end()) << use.modality;
            ASSERT_FALSE(use.techniques.empty());
            EXPECT_THAT(modality->techniques, testing::IsSupersetOf(use.techniques));
        }
    }
    EXPECT_EQ(used.size(), shipped.size());
}

TEST(DemoPractice, WorksOnGoalsOfAllFamilies)
{
    std::set<std::string> used;
    std::set<std::string> shipped;
    for (const auto& family : model::shipped_goal_families()) {
        shipped.insert(family.code);
    }
    bool any_closed = false;
    for (const auto& client : usual().records) {
        for (const auto& goal : client.goals) {
            used.insert(goal.details.family);
            any_closed = any_closed || (goal.closed_on && !goal.closing_reason.empty());
        }
    }
    EXPECT_EQ(used, shipped);
    EXPECT_TRUE(any_closed);
}

TEST(DemoPractice, RatesOnlyGoalsThatAreOpenAndFromZeroToTen)
{
    int by_therapist = 0;
    int by_client = 0;
    for (const auto& client : usual().records) {
        for (const auto& note : client.notes) {
            for (const auto& rating : note.ratings) {
                const auto goal = std::ranges::find(client.goals, rating.goal, &model::Goal::id);
                ASSERT_NE(goal, client.goals.end());
                EXPECT_TRUE(goal->is_open_on(note.session.held_on)) << goal->details.wording;
                EXPECT_TRUE(rating.by_therapist || rating.by_client);
                by_therapist += rating.by_therapist ? 1 : 0;
                by_client += rating.by_client ? 1 : 0;
                EXPECT_THAT(rating.by_therapist.value_or(5), testing::AllOf(testing::Ge(0), testing::Le(10)));
                EXPECT_THAT(rating.by_client.value_or(5), testing::AllOf(testing::Ge(0), testing::Le(10)));
            }
        }
    }
    EXPECT_GT(by_therapist, 300);
    EXPECT_GT(by_client, 200);
}

TEST(DemoPractice, ScoresEveryFillingInThoughSomeItemsAreMissing)
{
    std::map<std::string, int> kinds;
    int with_missing_items = 0;
    for (const auto& client : usual().records) {
        for (const auto& administration : client.administrations) {
            ++kinds[administration.details.measure];
            ASSERT_FALSE(administration.details.answers.empty());
            const auto& answers = administration.details.answers;
            with_missing_items += std::ranges::any_of(answers, [](const auto& a) { return !a; }) ? 1 : 0;
            for (const auto& score : administration.scores) {
                EXPECT_TRUE(score.value) << administration.details.measure << ' ' << score.scale;
            }
        }
    }
    EXPECT_GT(with_missing_items, 3);
    for (const char* measure : {"scs-sf", "scs-26", "csip-boundary", "etmcq", "phq-9", "pcl-5"}) {
        EXPECT_GT(kinds[measure], 5) << measure;
    }
}

TEST(DemoPractice, KnowsMissedHoursVideoPhoneAndThreeLevelsOfCare)
{
    for (const auto attendance :
         {Attendance::no_show, Attendance::late_cancelled, Attendance::cancelled, Attendance::cancelled_by_therapist}) {
        EXPECT_GT(count_notes(usual(), [=](const auto& n) { return n.content.session.attendance == attendance; }), 2);
    }
    for (const auto format : {model::SessionFormat::video, model::SessionFormat::phone}) {
        EXPECT_GT(count_notes(usual(), [=](const auto& n) { return n.content.session.format == format; }), 5);
    }
    for (const auto level : {model::LevelOfCare::intensive, model::LevelOfCare::inpatient}) {
        EXPECT_GT(count_notes(usual(), [=](const auto& n) { return n.content.session.level_of_care == level; }), 3);
    }
    const auto& levels = record("R-008").episodes.front().levels;
    EXPECT_EQ(levels.size(), 5U);
    EXPECT_TRUE(std::ranges::all_of(levels, [](const auto& span) { return !span.reason.empty(); }));
    EXPECT_EQ(std::ranges::count_if(levels, [](const auto& span) { return span.review_on.has_value(); }), 4);
}

TEST(DemoPractice, LeavesAGapForTheHolidays)
{
    for (const auto& note : usual().notes) {
        const auto day = note.content.session.held_on;
        EXPECT_FALSE(day.month() == date::August && day.day() >= date::day{3} && day.day() <= date::day{23});
    }
}

TEST(DemoPractice, TellsOfOneWhoGetsWorseAndOneWhoGetsBetter)
{
    for (const unsigned seed : {1U, 4U, 5U, 6U}) {
        const Practice practice = demo({.seed = seed, .as_of = as_of});
        const auto worse = scores(record("T-017", practice), "phq-9");
        const auto better = scores(record("M-014", practice), "pcl-5");
        ASSERT_GT(worse.size(), 5U);
        EXPECT_GE(worse.back() - worse.front(), 6) << "reliably worse by the published rule, seed " << seed;
        EXPECT_GE(better.front() - better.back(), 15) << "reliably better by the published rule, seed " << seed;
    }
}

TEST(DemoPractice, TellsOfOneWhoStopsComing)
{
    const auto& client = record("B-026");
    ASSERT_EQ(client.episodes.size(), 1U);
    EXPECT_TRUE(client.episodes.front().discharged_on);
    ASSERT_GT(client.notes.size(), 3U);
    for (std::size_t i = client.notes.size() - 3; i < client.notes.size(); ++i) {
        EXPECT_EQ(client.notes[i].session.attendance, Attendance::no_show);
    }
}

TEST(DemoPractice, TellsOfOneWhoCameBack)
{
    const auto& client = record("G-003");
    ASSERT_EQ(client.episodes.size(), 2U);
    EXPECT_TRUE(client.episodes.front().discharged_on);
    EXPECT_FALSE(client.episodes.front().discharge_reason.empty());
    EXPECT_FALSE(client.episodes.back().discharged_on);
    EXPECT_TRUE(std::ranges::any_of(client.notes,
                                    [&](const auto& n) { return client.episodes.back().covers(n.session.held_on); }));
}

TEST(DemoPractice, HasOneClientWithoutASessionAndOneWithOne)
{
    EXPECT_EQ(record("L-030").notes.size(), 0U);
    EXPECT_EQ(record("L-030").episodes.size(), 1U);
    EXPECT_EQ(record("I-029").notes.size(), 1U);
}

TEST(DemoPractice, RaisesRiskFromAnswersAndNotesAndReviewsAllButTheLastDays)
{
    const auto open =
        std::ranges::count_if(usual().notices, [](const auto& notice) { return !notice.review && !notice.is_quiet(); });
    const auto is_answer = [](const auto& n) { return n.kind == model::NoticeKind::risk_answer && n.item == 9; };
    EXPECT_EQ(open, 2) << "the answer, and the note of the same day";
    EXPECT_TRUE(std::ranges::any_of(usual().notices, [&](const auto& n) { return is_answer(n) && !n.review; }));
    EXPECT_TRUE(std::ranges::any_of(usual().notices, [&](const auto& n) { return is_answer(n) && n.review; }));
    EXPECT_TRUE(
        std::ranges::any_of(usual().notices, [](const auto& n) { return n.kind == model::NoticeKind::risk_in_note; }));
    for (const auto& notice : usual().notices) {
        EXPECT_TRUE(!notice.review || !notice.review->what_was_done.empty());
    }
}

TEST(DemoPractice, LeavesAWorseningToBeLookedAt)
{
    EXPECT_TRUE(std::ranges::any_of(usual().notices, [](const auto& n) { return n.is_quiet() && !n.review; }));
}

TEST(DemoPractice, HasADraftAnAddendumAndANoteInError)
{
    ASSERT_EQ(usual().drafts.size(), 1U);
    EXPECT_FALSE(usual().drafts.front().content.is_blank());
    EXPECT_EQ(count_notes(usual(), [](const auto& n) { return !n.addenda.empty(); }), 1);
    EXPECT_EQ(count_notes(usual(), [](const auto& n) { return n.entered_in_error.has_value(); }), 1);
}

TEST(DemoPractice, KnowsEnoughToSignAndToPrint)
{
    auto casebook = storage::Casebook::in_memory();
    app::fill_demo_practice(casebook, {.as_of = as_of, .clients = 1});
    EXPECT_TRUE(casebook.therapist().may_sign());
    EXPECT_FALSE(casebook.practice().name.empty());
    const auto with_words = std::ranges::count_if(usual().choices, [](const auto& c) { return !c.own_words.empty(); });
    EXPECT_EQ(with_words, 2);
}

/// On the days when the holidays, a month's end or a leap day could upset the calendar.
class DemoPracticeOn : public testing::TestWithParam<const char*> {};

TEST_P(DemoPracticeOn, EndsThatDayAndEveryNoteCouldHaveBeenSigned)
{
    const auto last = model::parse_date(GetParam()).value();
    const Practice practice = demo({.seed = 3, .as_of = last});
    const auto end = model::moment_of(last, std::chrono::hours{23}, "Europe/Berlin");
    for (const auto& client : practice.records) {
        for (const auto& episode : client.episodes) {
            EXPECT_LE(episode.admitted_on, last);
            EXPECT_LE(episode.levels.back().from, last);
        }
        for (const auto& goal : client.goals) {
            EXPECT_LE(goal.details.agreed_on, last);
            EXPECT_TRUE(!goal.closed_on || *goal.closed_on <= last);
        }
        for (const auto& administration : client.administrations) {
            EXPECT_LE(administration.details.taken_on, last);
        }
    }
    for (const auto& note : practice.notes) {
        const auto owner = std::ranges::find_if(
            practice.records, [&](const model::ClientRecord& r) { return r.client.id == note.client; });
        EXPECT_THAT(problems_before_signing(note.content, owner->episodes, true, note.signed_at), testing::IsEmpty());
        EXPECT_LE(note.signed_at, end);
        EXPECT_EQ(episode_on(owner->episodes, note.content.session.held_on)->level_on(note.content.session.held_on),
                  note.content.session.level_of_care);
    }
    for (const auto& notice : practice.notices) {
        EXPECT_LE(notice.raised_at, end);
        EXPECT_TRUE(!notice.review || (notice.raised_at <= notice.review->at && notice.review->at <= end));
    }
    ASSERT_EQ(practice.drafts.size(), 1U);
    EXPECT_LE(practice.drafts.front().content.session.held_on, last);
    EXPECT_EQ(practice.records.size(), 12U);
    EXPECT_EQ(std::ranges::count_if(practice.records, [](const auto& r) { return r.notes.size() == 1; }), 1);
    EXPECT_TRUE(std::ranges::any_of(practice.notices, [](const auto& n) { return !n.review; }));
}

INSTANTIATE_TEST_SUITE_P(DifficultDays, DemoPracticeOn,
                         testing::Values("2024-02-29", "2025-01-05", "2026-08-22", "2026-03-01", "2027-12-31"));

TEST(DemoPractice, HasExactlyTheSizeAskedFor)
{
    const Practice practice = demo({.as_of = as_of, .clients = 500, .sessions = 2'003});
    EXPECT_EQ(practice.records.size(), 500U);
    EXPECT_EQ(practice.notes.size(), 2'003U);
    std::set<std::string> codes;
    for (const auto& client : practice.records) {
        codes.insert(client.client.details.code);
    }
    EXPECT_EQ(codes.size(), 500U);
    for (const auto& note : practice.notes) {
        EXPECT_LE(note.content.session.held_on, as_of);
    }
}

TEST(DemoPractice, MayBeOneClientOrHaveNoSessions)
{
    EXPECT_EQ(demo({.as_of = as_of, .clients = 1}).records.size(), 1U);
    const Practice silent = demo({.as_of = as_of, .clients = 3, .sessions = 0});
    EXPECT_EQ(silent.records.size(), 3U);
    EXPECT_TRUE(silent.notes.empty());
    const Practice long_story = demo({.as_of = as_of, .clients = 1, .sessions = 500});
    EXPECT_EQ(long_story.notes.size(), 500U);
}

} // namespace
