#include "app/drawing/goal_chart.h"
#include "app/drawing/trajectory_chart.h"
#include "tests/drawing/fixed_ruler.h"
#include "tests/support/example_record.h"
#include "tests/support/places.h"

#include <gmock/gmock.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <random>
#include <set>
#include <tuple>

namespace {

using namespace app;
using namespace date::literals;
using examples::RecordBuilder;
using model::Date;
using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

using tests::ruler;
const auto palette = light_palette();
const auto measures = examples::measures();
constexpr model::Period two_years{2025_y / 1 / 1, 2026_y / 12 / 31};

model::Trajectory built(RecordBuilder& client, model::Period period = two_years)
{
    return model::build_trajectory(client.record(), measures, period);
}

template <class Kind>
std::vector<Kind> all_of(const Scene& scene)
{
    std::vector<Kind> found;
    for (const auto& element : scene.elements) {
        if (const auto* one = std::get_if<Kind>(&element)) {
            found.push_back(*one);
        }
    }
    return found;
}

std::vector<std::string> words_in(const Scene& scene)
{
    std::vector<std::string> words;
    for (const auto& text : all_of<Text>(scene)) {
        words.push_back(text.words);
    }
    return words;
}

Box box_of(const Text& text)
{
    const double width = ruler.width(text.words, text.style);
    const double share = text.align == Align::left ? 0 : text.align == Align::right ? 1 : 0.5;
    return {text.position.x - width * share, text.position.y - ruler.ascent(text.style), width,
            ruler.line_height(text.style)};
}

bool overlap(const Box& one, const Box& other)
{
    constexpr double touch = 0.01;
    return one.x < other.right() - touch && other.x < one.right() - touch && one.y < other.bottom() - touch &&
           other.y < one.bottom() - touch;
}

/// What is wrong with the words of a scene: overlapping, or outside of it. Empty when nothing is.
std::string faults(const Scene& scene)
{
    const auto texts = all_of<Text>(scene);
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const auto box = box_of(texts[i]);
        if (box.x < -0.01 || box.y < -0.01 || box.right() > scene.size.width + 0.01 ||
            box.bottom() > scene.size.height + 0.01) {
            return "outside: " + texts[i].words;
        }
        for (std::size_t k = 0; k < i; ++k) {
            if (overlap(box, box_of(texts[k]))) {
                return "overlap: " + texts[i].words + " | " + texts[k].words;
            }
        }
    }
    return {};
}

/// A record of everything the chart knows, by chance.
RecordBuilder chance_record(unsigned seed)
{
    std::mt19937 chance{seed};
    const auto below = [&](unsigned limit) { return static_cast<int>(chance() % limit); };
    RecordBuilder client;
    client.admitted(2025_y / 1 / 6);
    client.level(2025_y / 4 / 1, model::LevelOfCare::intensive);
    if (seed % 2 == 0) {
        client.level(2025_y / 4 / 9, model::LevelOfCare::inpatient).discharged(2025_y / 9 / 1);
        client.admitted(2026_y / 1 / 10);
    }
    std::vector<model::GoalId> goals;
    for (unsigned i = 0; i < seed % 7; ++i) {
        goals.push_back(
            client.goal(i % 2 == 0 ? "أن أثق بنفسي" : std::string(60, 'w') + " and more words", two_years.from));
    }
    const std::array modalities{"emdr", "cbt", "a modality with a very long name indeed", ""};
    for (Date day = 2025_y / 1 / 7; day < 2026_y / 11 / 1; day = model::days_after(day, 3 + below(20))) {
        std::vector<model::Rating> ratings;
        for (const auto goal : goals) {
            ratings.push_back({goal, below(11), below(3) == 0 ? std::nullopt : std::optional{below(11)}});
        }
        client.session(day, modalities.at(chance() % 4), ratings).session.attendance =
            below(6) == 0 ? model::Attendance::no_show : model::Attendance::attended;
        client.score("phq-9", day, below(28)).scores[0].is_prorated = below(4) == 0;
        client.score("scs-26", day, 1 + below(5));
    }
    return client;
}

TEST(TrajectoryChart, OfNothingSaysWhatToDoNext)
{
    RecordBuilder client;
    const auto scene = trajectory_chart(built(client), {600, 200}, ruler, palette);
    EXPECT_THAT(words_in(scene), testing::ElementsAre(HasSubstr("Nothing to draw yet")));
    EXPECT_EQ(faults(scene), "");
}

TEST(TrajectoryChart, IsTheSameForTheSameTrajectory)
{
    auto client = chance_record(5);
    const auto trajectory = built(client);
    EXPECT_EQ(trajectory_chart(trajectory, {700, 900}, ruler, palette),
              trajectory_chart(trajectory, {700, 900}, ruler, palette));
}

TEST(TrajectoryChart, NeverLetsWordsOverlapOrLeaveTheScene)
{
    for (unsigned seed = 0; seed < 8; ++seed) {
        auto client = chance_record(seed);
        for (const auto& period : {two_years, model::Period{2025_y / 3 / 1, 2025_y / 5 / 31},
                                   model::Period{2025_y / 6 / 1, 2025_y / 6 / 3}}) {
            const auto trajectory = built(client, period);
            for (const double width : {0.0, 60.0, 120.0, 200.0, 333.0, 640.0, 1200.0, 2500.0}) {
                for (const double height : {0.0, 50.0, 100.0, 240.0, 500.0, 1500.0}) {
                    ChartOptions options;
                    options.type = seed % 3 == 0 ? 1.3 : 1;
                    options.with_rows = seed % 5 != 4;
                    options.cursor = model::days_after(period.from, static_cast<int>(width) % 90);
                    const auto scene = trajectory_chart(trajectory, {width, height}, ruler, palette, options);
                    EXPECT_EQ(faults(scene), "") << "seed " << seed << ", " << width << " x " << height;
                }
                const double natural = natural_chart_height(trajectory, width, ruler);
                EXPECT_EQ(faults(trajectory_chart(trajectory, {width, natural}, ruler, palette)), "");
            }
        }
    }
}

TEST(TrajectoryChart, ShowsEveryPanelAtItsNaturalHeight)
{
    RecordBuilder client;
    client.admitted(2025_y / 1 / 1);
    for (int i = 0; i < 40; ++i) {
        const auto goal = client.goal("goal number " + std::to_string(i), 2025_y / 1 / 1);
        client.session(2025_y / 2 / 1, {}, {{goal, 5, 6}});
    }
    const auto trajectory = built(client);
    const double height = natural_chart_height(trajectory, 700, ruler);
    const auto scene = trajectory_chart(trajectory, {700, height}, ruler, palette);
    EXPECT_THAT(words_in(scene), Contains("Goal: goal number 39"));
    EXPECT_EQ(faults(scene), "");

    const auto smaller = words_in(trajectory_chart(trajectory, {700, 500}, ruler, palette));
    EXPECT_THAT(smaller, Not(Contains("Goal: goal number 39")));
    EXPECT_THAT(smaller, Contains(HasSubstr("more panels do not fit here")));
}

TEST(TrajectoryChart, NamesCutOffsReliableChangeAndEndValues)
{
    RecordBuilder client;
    client.admitted(2025_y / 1 / 1);
    client.score("phq-9", 2025_y / 2 / 1, 18);
    client.score("phq-9", 2026_y / 12 / 1, 9);
    const auto words = words_in(trajectory_chart(built(client), {700, 300}, ruler, palette));
    EXPECT_THAT(words, Contains("clinical cut-off 10"));
    EXPECT_THAT(words, Contains("reliable change −6"));
    EXPECT_THAT(words, Contains("9"));
    EXPECT_THAT(words, Contains("sum 0–27 · lower is better"));
}

TEST(TrajectoryChart, DatesTheEndValueOfALineThatEndedLongAgo)
{
    RecordBuilder client;
    client.admitted(2025_y / 1 / 1);
    client.score("phq-9", 2025_y / 2 / 1, 18);
    client.session(2026_y / 12 / 1);
    const auto words = words_in(trajectory_chart(built(client), {700, 300}, ruler, palette));
    EXPECT_THAT(words, Contains("18 in Feb 2025"));
}

TEST(TrajectoryChart, SaysWhereAPanelIsEmpty)
{
    RecordBuilder client;
    client.goal("say no", 2025_y / 1 / 1);
    client.score("phq-9", 2024_y / 2 / 1, 18);
    const auto words = words_in(trajectory_chart(built(client), {700, 300}, ruler, palette));
    EXPECT_THAT(words, Contains("Not rated in this period."));
    EXPECT_THAT(words, Contains("No scores in this period."));
}

TEST(TrajectoryChart, DrawsOnePointWithoutALine)
{
    RecordBuilder client;
    client.score("phq-9", 2025_y / 2 / 1, 18);
    const auto scene = trajectory_chart(built(client), {700, 300}, ruler, palette);
    EXPECT_THAT(all_of<Polyline>(scene), IsEmpty());
    ASSERT_EQ(scene.hit_areas.size(), 1U);
    EXPECT_EQ(scene.hit_areas[0].key, "phq-9/total#0");
    EXPECT_EQ(scene.hit_areas[0].words, "1 Feb 2025 · 18 · moderately severe · entered as a total");
}

TEST(TrajectoryChart, DoesNotJoinTheLineAcrossEpisodes)
{
    RecordBuilder client;
    client.admitted(2025_y / 1 / 1).discharged(2025_y / 6 / 1);
    client.admitted(2026_y / 1 / 1);
    for (const auto day : {2025_y / 2 / 1, 2025_y / 5 / 1, 2026_y / 2 / 1, 2026_y / 5 / 1}) {
        client.score("phq-9", day, 18);
    }
    const auto scene = trajectory_chart(built(client), {700, 300}, ruler, palette);
    EXPECT_EQ(all_of<Polyline>(scene).size(), 2U);
    EXPECT_THAT(words_in(scene), Contains("not in care"));
}

TEST(TrajectoryChart, MarksProratedPointsHollow)
{
    RecordBuilder client;
    client.score("phq-9", 2025_y / 2 / 1, 18);
    client.score("phq-9", 2025_y / 5 / 1, 10.5).scores[0].is_prorated = true;
    client.score("phq-9", 2025_y / 9 / 1, 10);
    const auto scene = trajectory_chart(built(client), {700, 300}, ruler, palette);
    std::vector<MarkerShape> shapes;
    for (const auto& marker : all_of<Marker>(scene)) {
        shapes.push_back(marker.shape);
    }
    using enum MarkerShape;
    EXPECT_THAT(shapes, testing::ElementsAre(circle, ring, circle, circle));
    EXPECT_THAT(words_in(scene), Contains(HasSubstr("Hollow points of a questionnaire are pro-rated")));
}

TEST(TrajectoryChart, DrawsTheMeasurementBandWhereItIsKnown)
{
    RecordBuilder client;
    client.score("phq-9", 2025_y / 2 / 1, 10);
    client.score("csip-boundary", 2025_y / 2 / 1, 2, "nonassertive");
    const auto bands = all_of<Rectangle>(trajectory_chart(built(client), {700, 400}, ruler, palette));
    ASSERT_EQ(bands.size(), 1U);
    EXPECT_GT(bands[0].box.height, 0);
}

TEST(TrajectoryChart, TellsRatersApartByShapeAndDash)
{
    RecordBuilder client;
    const auto goal = client.goal("say no", 2025_y / 1 / 1);
    client.session(2025_y / 2 / 1, {}, {{goal, 3, 4}});
    client.session(2026_y / 12 / 1, {}, {{goal, 5, 5}});
    const auto scene = trajectory_chart(built(client), {700, 300}, ruler, palette);
    const auto lines = all_of<Polyline>(scene);
    ASSERT_EQ(lines.size(), 2U);
    EXPECT_NE(lines[0].stroke.dash, lines[1].stroke.dash);
    EXPECT_THAT(words_in(scene), Contains("therapist 5"));
    EXPECT_THAT(words_in(scene), Contains("client 5"));
}

/// Colour, marker and dash of every line of a goal in a chart: the polylines, each with the marker at its end.
std::set<std::tuple<std::string, MarkerShape, Dash>> looks_in(const Scene& scene)
{
    std::set<std::tuple<std::string, MarkerShape, Dash>> looks;
    const auto markers = all_of<Marker>(scene);
    for (const auto& line : all_of<Polyline>(scene)) {
        const auto end = std::ranges::find(markers, line.points.back(), &Marker::centre);
        if (end != markers.end()) {
            EXPECT_EQ(end->colour, line.stroke.colour);
            looks.insert({std::to_string(end->colour.r) + "," + std::to_string(end->colour.g) + "," +
                              std::to_string(end->colour.b),
                          end->shape, line.stroke.dash});
        }
    }
    return looks;
}

TEST(TrajectoryChart, DrawsEachRaterAsTheSmallChartOfAGoalDoes)
{
    RecordBuilder client;
    const auto goal = client.goal("say no", 2025_y / 1 / 1);
    client.session(2025_y / 2 / 1, {}, {{goal, 3, 4}});
    client.session(2026_y / 12 / 1, {}, {{goal, 5, 6}});
    const GoalChart small{.wording = "say no",
                          .history = {.by_therapist = {{2025_y / 2 / 1, 3}, {2026_y / 12 / 1, 5}},
                                      .by_client = {{2025_y / 2 / 1, 4}, {2026_y / 12 / 1, 6}}}};

    for (const auto& ground : {light_palette(), dark_palette(), paper_palette()}) {
        const auto looks = looks_in(trajectory_chart(built(client), {700, 300}, ruler, ground));
        EXPECT_EQ(looks.size(), 2U);
        EXPECT_EQ(looks, looks_in(goal_chart_scene(small, {240, 128}, ground)));
    }
}

/// A client with a score on every measure and a goal that both have rated.
RecordBuilder record_of_everything()
{
    RecordBuilder client;
    client.admitted(2025_y / 1 / 1);
    const auto goal = client.goal("say no", 2025_y / 1 / 1);
    for (const auto day : {2025_y / 2 / 1, 2026_y / 12 / 1}) {
        client.session(day, {}, {{goal, 3, 4}});
        client.score("phq-9", day, 12);
        client.score("etmcq", day, 3, "trust");
        client.score("csip-boundary", day, 2, "nonassertive");
        client.score("scs-26", day, 2);
    }
    return client;
}

TEST(TrajectoryChart, KeepsTheLookOfEveryLineWhenPanelsAreHidden)
{
    auto client = record_of_everything();
    const auto whole = built(client);
    const auto looks = looks_in(trajectory_chart(whole, {700, 900}, ruler, palette));
    EXPECT_EQ(looks.size(), 6U) << "no two lines look the same";
    for (std::size_t hidden = 0; hidden < whole.panels.size(); ++hidden) {
        auto rest = whole;
        rest.panels.erase(rest.panels.begin() + static_cast<std::ptrdiff_t>(hidden));
        for (const auto& look : looks_in(trajectory_chart(rest, {700, 900}, ruler, palette))) {
            EXPECT_TRUE(looks.contains(look)) << "without " << whole.panels[hidden].key;
        }
        for (const auto& panel : rest.panels) {
            auto alone = whole;
            alone.panels = {panel};
            for (const auto& look : looks_in(trajectory_chart(alone, {700, 300}, ruler, palette))) {
                const auto among = looks_in(trajectory_chart(rest, {700, 900}, ruler, palette));
                EXPECT_TRUE(among.contains(look)) << panel.key << " without " << whole.panels[hidden].key;
            }
        }
    }
}

TEST(TrajectoryChart, DatesEveryPanelThatHasPoints)
{
    auto client = record_of_everything();
    client.score("scs-26", 2024_y / 2 / 1, 2, "kindness");
    const auto trajectory = built(client);
    const double natural = natural_chart_height(trajectory, 700, ruler);
    const auto scene = trajectory_chart(trajectory, {700, natural}, ruler, palette, {.cursor = Date{2025_y / 9 / 1}});
    EXPECT_EQ(faults(scene), "");
    EXPECT_EQ(std::ranges::count(words_in(scene), "1 Sep 2025"), 5) << "the day that is marked";
    EXPECT_EQ(std::ranges::count(words_in(scene), "Jan 2026"), 5);

    // Each axis stands between the panel it dates and the next one.
    auto texts = all_of<Text>(scene);
    std::ranges::stable_sort(texts, {}, [](const Text& text) { return text.position.y; });
    std::vector<std::string> order;
    for (const auto& text : texts) {
        if (text.style.weight == Weight::bold) {
            order.push_back("panel");
        } else if (text.words == "Jan 2026") {
            order.push_back("dates");
        }
    }
    EXPECT_THAT(order, testing::ElementsAre("panel", "dates", "panel", "dates", "panel", "dates", "panel", "dates",
                                            "panel", "panel", "dates"));
}

TEST(TrajectoryChart, SaysBothRatingsWhereTheyAgree)
{
    RecordBuilder client;
    const auto goal = client.goal("say no", 2025_y / 1 / 1);
    client.session(2025_y / 2 / 1, {}, {{goal, 5, 5}});
    const auto scene = trajectory_chart(built(client), {700, 300}, ruler, palette);
    EXPECT_EQ(scene.hit_areas.at(0).key, "goal:1/therapist#0");
    EXPECT_EQ(scene.hit_areas.at(0).words,
              "1 Feb 2025 · 5 · rated by the therapist\n1 Feb 2025 · 5 · rated by the client");
}

/// A record of 10,000 scores, several a day, that jump up and down; nothing in the last two months of 2025.
RecordBuilder crowded_record()
{
    RecordBuilder client;
    for (int i = 0; i < 10'000; ++i) {
        const auto day = model::days_after(two_years.from, i / 14);
        if (day < 2025_y / 11 / 1 || day > 2025_y / 12 / 31) {
            client.score("csip-boundary", day, i * 7919 % 28 / 10.0, "nonassertive");
        }
    }
    return client;
}

TEST(TrajectoryChart, DrawsMorePointsThanTheWidthCanShowAsARibbon)
{
    auto client = crowded_record();
    const auto scene = trajectory_chart(built(client), {700, 300}, ruler, palette);
    const auto ribbon = all_of<Rectangle>(scene);
    EXPECT_THAT(all_of<Polyline>(scene), IsEmpty());
    EXPECT_GT(ribbon.size(), 200U);
    EXPECT_LE(ribbon.size(), 350U);
    EXPECT_LE(scene.hit_areas.size(), 700U / 3);
    EXPECT_EQ(all_of<Marker>(scene).size(), 3U) << "where the line begins and ends, and beside its end value";
    EXPECT_EQ(faults(scene), "");
}

TEST(TrajectoryChart, JoinsARibbonFromColumnToColumnAndAcrossAGap)
{
    auto client = crowded_record();
    const auto scene = trajectory_chart(built(client), {700, 300}, ruler, palette);
    const auto ribbon = all_of<Rectangle>(scene);
    const auto colour = ribbon.front().fill;
    const auto bridges = std::ranges::count_if(
        all_of<Line>(scene), [&](const Line& line) { return line.stroke.colour == colour && line.stroke.width == 2; });
    EXPECT_EQ(bridges, 1);
    for (std::size_t i = 1; i < ribbon.size(); ++i) {
        const auto& one = ribbon[i - 1].box;
        const auto& next = ribbon[i].box;
        if (next.x <= one.right()) {
            EXPECT_LE(next.y, one.bottom());
            EXPECT_GE(next.bottom(), one.y);
        }
    }
}

TEST(TrajectoryChart, DrawsAFlatSeriesAndSeveralScoresOfOneDay)
{
    RecordBuilder client;
    for (const double value : {12, 12, 12}) {
        client.score("phq-9", 2025_y / 2 / 1, value);
        client.score("phq-9", 2025_y / 8 / 1, value);
    }
    std::ranges::sort(client.record().administrations, {}, [](const auto& one) { return one.details.taken_on; });
    const auto scene = trajectory_chart(built(client), {700, 300}, ruler, palette);
    EXPECT_EQ(faults(scene), "");
    EXPECT_EQ(all_of<Polyline>(scene).size(), 1U);
}

TEST(TrajectoryChart, PutsARingAroundTheChosenPointAndALineThroughTheChosenDay)
{
    RecordBuilder client;
    client.score("phq-9", 2025_y / 2 / 1, 18);
    client.score("phq-9", 2026_y / 2 / 1, 10);
    const auto trajectory = built(client);
    const auto plain = trajectory_chart(trajectory, {700, 300}, ruler, palette);
    const auto scene = trajectory_chart(trajectory, {700, 300}, ruler, palette,
                                        {.cursor = Date{2026_y / 2 / 1}, .chosen = PointPlace{"phq-9/total", 1}});
    const auto accents = [](const Scene& one) {
        return std::ranges::count_if(all_of<Rectangle>(one), [](const Rectangle& box) {
            return box.stroke && box.stroke->colour == palette.accent;
        });
    };
    EXPECT_EQ(accents(plain), 0);
    EXPECT_EQ(accents(scene), 1);
    EXPECT_THAT(words_in(scene), Contains("1 Feb 2026"));
}

TEST(TrajectoryChart, SaysInFullWhatItHadToShortenAboveAPanel)
{
    const std::string wording = "say no to my landlord without explaining, and stay in the room";
    RecordBuilder client;
    const auto goal = client.goal(wording, 2025_y / 1 / 1);
    client.session(2025_y / 2 / 1, {}, {{goal, 5, {}}});
    const auto trajectory = built(client);
    const auto is_said =
        testing::Field("words", &HitArea::words, "Goal: " + wording + ", rating 0–10 · higher is better");
    EXPECT_THAT(trajectory_chart(trajectory, {400, 300}, ruler, palette).hit_areas, Contains(is_said));
    EXPECT_THAT(trajectory_chart(trajectory, {1200, 300}, ruler, palette).hit_areas, Not(Contains(is_said)));
}

TEST(TrajectoryChart, IsToldInWords)
{
    RecordBuilder client;
    client.score("phq-9", 2025_y / 2 / 1, 18);
    client.score("phq-9", 2026_y / 12 / 1, 9);
    EXPECT_THAT(trajectory_chart(built(client), {700, 300}, ruler, palette).description,
                HasSubstr("PHQ-9, sum 0–27 · lower is better: Changed by −9: 18 to 9, 2 scores."));
}

TEST(HitKey, IsReadBack)
{
    EXPECT_EQ(place_in(hit_key({"goal:3/client", 12})), (PointPlace{"goal:3/client", 12}));
    EXPECT_EQ(place_in("note:12"), std::nullopt);
    EXPECT_EQ(place_in("phq-9/total#"), std::nullopt);
    EXPECT_EQ(place_in("phq-9/total#x"), std::nullopt);
}

TEST(TrajectoryChart, NamesAStretchByItsShortNameWhereTheWholeOneDoesNotFit)
{
    RecordBuilder client;
    client.admitted(2025_y / 1 / 6);
    const auto goal = client.goal("say no", 2025_y / 1 / 6);
    for (int week = 0; week < 20; ++week) {
        client.session(model::days_after(2025_y / 1 / 6, 7 * week), week < 10 ? "education" : "emdr", {{goal, 2, 1}});
    }
    const std::vector<model::Modality> modalities{
        {.code = "education", .name = "Psychoeducation", .short_name = "Psychoed."}, {.code = "emdr", .name = "EMDR"}};
    const auto words_at = [&](double width) {
        return words_in(trajectory_chart(built(client), {width, 300}, ruler, palette, {.modalities = modalities}));
    };

    EXPECT_THAT(words_at(600), Contains("Psychoeducation"));
    EXPECT_THAT(words_at(300), testing::AllOf(Contains("Psychoed."), Contains("EMDR")));
    EXPECT_THAT(words_at(220), Contains("Psycho…"));
    EXPECT_THAT(words_at(160), Not(Contains(testing::StartsWith("Psy")))) << "too few letters to know it by";
}

TEST(TrajectoryChart, PutsTheWordsOfEveryScaleAtTheRightEdgeOfThePlots)
{
    RecordBuilder client;
    client.admitted(2025_y / 1 / 6);
    const auto goal =
        client.goal("say no without explaining it to anybody at all, at work and at home", 2025_y / 1 / 6);
    const auto other = client.goal("rest", 2025_y / 1 / 6);
    client.session(2025_y / 2 / 3, "cbt", {{goal, 2, 1}, {other, 3, 3}});
    client.score("phq-9", 2025_y / 2 / 3, 12);
    for (const double width : {320.0, 480.0, 900.0}) {
        std::vector<double> places;
        for (const auto& text : all_of<Text>(trajectory_chart(built(client), {width, 500}, ruler, palette))) {
            if (text.words.ends_with("is better")) {
                places.push_back(text.position.x);
            }
        }
        EXPECT_THAT(places, Not(IsEmpty())) << width;
        EXPECT_THAT(places, testing::Each(places.front())) << width;
    }
}

TEST(TrajectoryChart, LeavesTheLabelsBesideThePlotsTheRoomTheyNeed)
{
    RecordBuilder client;
    client.admitted(2025_y / 1 / 6);
    client.score("scs-26", 2025_y / 2 / 3, 1.9);
    client.score("scs-26", 2026_y / 11 / 3, 3.3);

    const auto words = words_in(trajectory_chart(built(client), {420, 300}, ruler, palette));

    EXPECT_THAT(words, Contains(testing::StartsWith("reliable change +")));
    EXPECT_THAT(words, Not(Contains(testing::EndsWith("…"))));
}

TEST(TrajectoryChart, LooksAsItDid)
{
    RecordBuilder client;
    client.admitted(2025_y / 1 / 6).level(2025_y / 8 / 1, model::LevelOfCare::intensive);
    const auto goal = client.goal("say no without explaining", 2025_y / 1 / 6);
    client.session(2025_y / 2 / 3, "cbt", {{goal, 2, 1}});
    client.session(2025_y / 9 / 3, "emdr", {{goal, 5, {}}});
    client.session(2026_y / 11 / 3, "emdr", {{goal, 7, 8}}).session.attendance = model::Attendance::attended;
    client.score("scs-26", 2025_y / 2 / 3, 1.9);
    client.score("scs-26", 2026_y / 11 / 3, 3.3);
    const auto text = scene_text(trajectory_chart(built(client), {660, 400}, ruler, palette,
                                                  {.modalities = {{"cbt", "CBT", {}}, {"emdr", "EMDR", {}}}}));
    const std::string path = tests::source_dir() + "/tests/golden/trajectory_chart.txt";
    if (std::getenv("WRITE_GOLDEN") != nullptr) {
        std::ofstream{path} << text;
    }
    std::ifstream file{path};
    EXPECT_EQ(text, std::string(std::istreambuf_iterator<char>{file}, {}));
}

} // namespace
