#include "model/summary.h"

#include <gtest/gtest.h>

namespace {

using namespace date::literals;

constexpr model::Date today_in_november = 2026_y / 11 / 20;
constexpr model::GoalId say_no{7};

model::NoteOutline session(std::int64_t id, model::Date held_on, model::Attendance attendance,
                           std::vector<model::ModalityUse> modalities = {}, std::optional<int> rating = {})
{
    model::NoteOutline note{.id = {id}, .modalities = std::move(modalities)};
    note.session.held_on = held_on;
    note.session.attendance = attendance;
    if (rating) {
        note.ratings = {{.goal = say_no, .by_client = rating}};
    }
    return note;
}

/// A client with an episode, a goal that the client rated 2, then 6, and one PHQ-9.
model::ClientRecord example_record()
{
    model::ClientRecord record;
    record.client = {.id = {1}, .details = {.code = "A1", .name = "A. Example", .born_on = 1990_y / 5 / 4}};
    record.episodes = {{.id = {1}, .client = {1}, .admitted_on = 2026_y / 1 / 5, .levels = {{.from = 2026_y / 1 / 5}}}};
    record.goals = {{.id = say_no,
                     .client = {1},
                     .details = {.wording = "Say no", .family = "boundaries", .agreed_on = 2026_y / 1 / 5}}};
    record.notes = {
        session(1, 2026_y / 1 / 5, model::Attendance::attended, {{.modality = "emdr"}}, 2),
        session(2, 2026_y / 1 / 12, model::Attendance::no_show),
        session(3, 2026_y / 1 / 19, model::Attendance::cancelled_by_therapist),
        session(4, 2026_y / 1 / 26, model::Attendance::attended, {{.modality = "emdr"}, {.modality = "somatic"}}, 6),
    };
    record.administrations = {{.id = {1},
                               .client = {1},
                               .details = {.measure = "phq-9", .taken_on = 2026_y / 1 / 5, .total = 12},
                               .scores = {{.scale = "total", .value = 12}}}};
    return record;
}

model::ClientSummary summary_of(const model::ClientRecord& record, const model::SummaryRequest& request)
{
    return model::compose_summary(record, model::shipped_measures(), {.name = "Practice"}, {.name = "T. Herapist"},
                                  request, today_in_november);
}

std::vector<std::string> keys_of(const model::Trajectory& trajectory)
{
    std::vector<std::string> keys;
    for (const model::Panel& panel : trajectory.panels) {
        keys.push_back(panel.key);
    }
    return keys;
}

const model::Period all_year{2026_y / 1 / 1, today_in_november};

TEST(Summary, CountsWhatWasOfferedAndWhatWasAttended)
{
    const auto summary = summary_of(example_record(), {.period = all_year});

    EXPECT_EQ(summary.sessions_offered, 3);
    EXPECT_EQ(summary.sessions_attended, 2);
    EXPECT_EQ(summary.modalities, (std::vector<model::ModalityCount>{{"emdr", 2}, {"somatic", 1}}));
}

TEST(Summary, SaysTheWordsThatAGoalHadAtTheEndOfItsPeriod)
{
    auto record = example_record();
    record.goals[0].details.wording = "Say no to anybody";
    record.goals[0].former_wordings = {{.wording = "Say no", .until = 2026_y / 2 / 1}};
    const auto wording_in = [&](const model::Period& period) {
        return summary_of(record, {.period = period}).trajectory.panels.back().wording;
    };
    EXPECT_EQ(wording_in({2026_y / 1 / 1, 2026_y / 1 / 31}), "Say no");
    EXPECT_EQ(wording_in(all_year), "Say no to anybody");
}

TEST(Summary, LeavesOutSessionsOutsideThePeriodAndThoseInError)
{
    auto record = example_record();
    record.notes[3].is_entered_in_error = true;

    const auto summary = summary_of(record, {.period = {2026_y / 1 / 6, today_in_november}});

    EXPECT_EQ(summary.sessions_offered, 1);
    EXPECT_EQ(summary.sessions_attended, 0);
    EXPECT_TRUE(summary.modalities.empty());
}

TEST(Summary, NamesTheClientOrOnlyTheCode)
{
    EXPECT_EQ(summary_of(example_record(), {.period = all_year}).shown_name, "A. Example");
    EXPECT_EQ(summary_of(example_record(), {.period = all_year, .by_code = true}).shown_name, "A1");
}

TEST(Summary, HoldsTheBirthDateOnlyWhenAskedFor)
{
    EXPECT_EQ(summary_of(example_record(), {.period = all_year}).born_on, std::nullopt);
    EXPECT_EQ(summary_of(example_record(), {.period = all_year, .with_birth_date = true}).born_on, 1990_y / 5 / 4);
}

TEST(Summary, SaysWhatIsLeftOutAndWhy)
{
    const auto summary =
        summary_of(example_record(), {.period = {2026_y / 1 / 6, today_in_november}, .left_out = {"goal:7"}});

    EXPECT_TRUE(keys_of(summary.trajectory).empty());
    ASSERT_EQ(summary.left_out.size(), 2U);
    EXPECT_EQ(summary.left_out[0].panel.key, "phq-9/total");
    EXPECT_EQ(summary.left_out[0].reason, model::LeftOutReason::no_values);
    EXPECT_EQ(summary.left_out[1].panel.key, "goal:7");
    EXPECT_EQ(summary.left_out[1].reason, model::LeftOutReason::chosen);
}

TEST(Summary, ReadsFirstLastAndChangeInsideThePeriod)
{
    const auto summary = summary_of(example_record(), {.period = all_year});

    ASSERT_EQ(keys_of(summary.trajectory), (std::vector<std::string>{"phq-9/total", "goal:7"}));
    const model::Reading& reading = summary.trajectory.panels[1].series[1].reading;
    EXPECT_EQ(reading.first->value, 2);
    EXPECT_EQ(reading.last->value, 6);
    EXPECT_EQ(reading.change, 4);
}

TEST(Summary, OfAClientWithNothingRecordedIsEmptyAndWhole)
{
    model::ClientRecord record;
    record.client.details.code = "N1";

    const auto summary = summary_of(record, {.period = model::usual_summary_period(record, today_in_november)});

    EXPECT_EQ(summary.shown_name, "N1");
    EXPECT_EQ(summary.sessions_offered, 0);
    EXPECT_TRUE(summary.trajectory.panels.empty());
    EXPECT_LE(summary.period.from, summary.period.to);
}

} // namespace
