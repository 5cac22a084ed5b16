#include "storage/caseload.h"

#include "storage/clients.h"
#include "storage/episodes.h"

#include <algorithm>
#include <unordered_map>

namespace storage {

namespace {

constexpr int lead_values_shown = 12;

/// The rows while they are being filled, found by client.
class Rows {
public:
    explicit Rows(std::vector<model::Client> clients)
    {
        for (model::Client& client : clients) {
            places_.emplace(client.id.value, rows_.size());
            rows_.push_back({.client = std::move(client)});
        }
    }

    /// The client's row; one that nobody sees for a client who is not there, as a damaged record may say.
    model::CaseloadRow& of(model::ClientId client)
    {
        const auto place = places_.find(client.value);
        return place == places_.end() ? nobody_ : rows_[place->second];
    }
    model::CaseloadRow& of(const Statement& query) { return of(query.read<model::ClientId>("client_id")); }

    std::vector<model::CaseloadRow>& all() { return rows_; }

private:
    std::vector<model::CaseloadRow> rows_{};
    std::unordered_map<std::int64_t, std::size_t> places_{};
    model::CaseloadRow nobody_{};
};

void add_care(Record& file, model::Date today, Rows& rows)
{
    for (const model::EpisodeOfCare& episode : open_episodes(file)) {
        auto& row = rows.of(episode.client);
        row.is_in_care = true;
        row.level_of_care = episode.level_on(today);
        for (const model::LevelOfCareSpan& span : episode.levels) {
            if (span.from <= today) {
                row.next_review_on = span.review_on;
            }
        }
    }
}

void add_sessions(Record& file, Rows& rows)
{
    Statement query{file, "SELECT client_id, sessions, last_on FROM sound_session_tally"};
    while (query.step()) {
        auto& row = rows.of(query);
        row.sessions = query.read<int>("sessions");
        row.last_session_on = query.read<std::optional<model::Date>>("last_on");
    }
}

void add_open_work(Record& file, Rows& rows)
{
    Statement drafts{file, "SELECT client_id, count(*) AS count FROM draft GROUP BY client_id"};
    while (drafts.step()) {
        rows.of(drafts).drafts = drafts.read<int>("count");
    }
    Statement notices{file, R"(
        SELECT client_id, count(*) AS count
          FROM sound_notice AS notice
         WHERE NOT EXISTS (SELECT 1 FROM notice_review WHERE notice_id = notice.id)
         GROUP BY client_id)"};
    while (notices.step()) {
        rows.of(notices).open_notices = notices.read<int>("count");
    }
}

void add_latest_administrations(Record& file, Rows& rows)
{
    Statement query{file, "SELECT client_id, measure, taken_on FROM sound_latest_form ORDER BY client_id, measure"};
    while (query.step()) {
        rows.of(query).latest_administrations.push_back(
            {.measure = query.read<std::string>("measure"), .taken_on = query.read<model::Date>("taken_on")});
    }
}

/// Which measure leads for each client: the one about self-compassion that was filled in last.
void choose_lead_measures(std::span<const model::MeasureDefinition> measures, Rows& rows)
{
    const auto can_lead = [&](const std::string& code) {
        const auto found = std::ranges::find(measures, code, &model::MeasureDefinition::code);
        return found != measures.end() && found->area == model::MeasureArea::self_compassion &&
               found->lead() != nullptr;
    };
    for (model::CaseloadRow& row : rows.all()) {
        const model::LatestAdministration* lead = nullptr;
        for (const auto& latest : row.latest_administrations) {
            if ((lead == nullptr || lead->taken_on < latest.taken_on) && can_lead(latest.measure)) {
                lead = &latest;
            }
        }
        row.lead_measure = lead == nullptr ? std::string{} : lead->measure;
    }
}

std::string lead_scale_of(std::span<const model::MeasureDefinition> measures, const std::string& code)
{
    const auto found = std::ranges::find(measures, code, &model::MeasureDefinition::code);
    return found == measures.end() ? std::string{} : found->lead_scale;
}

/// The newest scores on a client's lead measure, oldest first.
std::vector<double> lead_scores(Record& file, const model::CaseloadRow& row, const std::string& scale)
{
    Statement query{file, R"(
        SELECT value
          FROM sound_administration AS administration
               CROSS JOIN sound_score AS score ON administration_id = administration.id
         WHERE client_id = :client AND measure = :measure AND scale = :scale AND value IS NOT NULL
           AND NOT EXISTS (SELECT 1 FROM administration_error AS error
                            WHERE error.administration_id = administration.id)
         ORDER BY taken_on DESC, administration.id DESC
         LIMIT :most)"};
    query.bind(":client", row.client.id);
    query.bind(":measure", row.lead_measure);
    query.bind(":scale", scale);
    query.bind(":most", lead_values_shown);
    std::vector<double> values;
    while (query.step()) {
        values.push_back(query.read<double>("value"));
    }
    std::ranges::reverse(values);
    return values;
}

std::optional<model::GoalId> oldest_open_goal(Record& file, model::ClientId client)
{
    Statement query{file, R"(
        SELECT id FROM goal WHERE client_id = :client AND closed_on IS NULL ORDER BY agreed_on, id LIMIT 1)"};
    query.bind(":client", client);
    return query.step() ? std::optional{query.read<model::GoalId>("id")} : std::nullopt;
}

bool did_client_rate(Record& file, model::GoalId goal)
{
    Statement query{file, "SELECT 1 FROM rating WHERE goal_id = :goal AND by_client >= 0 LIMIT 1"};
    query.bind(":goal", goal);
    return query.step();
}

/// The newest ratings of a goal by the client, or by the therapist, oldest first.
std::vector<double> newest_ratings(Record& file, model::ClientId client, model::GoalId goal, bool by_client)
{
    // From the newest session back, so that a long course of sessions need not be read to its beginning.
    Statement query{file, R"(
        SELECT CASE WHEN :by_client THEN by_client ELSE by_therapist END AS value
          FROM note CROSS JOIN sound_rating AS rating ON note_id = note.id
         WHERE note.client_id = :client AND goal_id = :goal AND value IS NOT NULL
           AND NOT EXISTS (SELECT 1 FROM note_error WHERE note_error.note_id = note.id)
         ORDER BY note.starts_at DESC, note.id DESC
         LIMIT :most)"};
    query.bind(":client", client);
    query.bind(":goal", goal);
    query.bind(":by_client", by_client);
    query.bind(":most", lead_values_shown);
    std::vector<double> values;
    while (query.step()) {
        values.push_back(query.read<double>("value"));
    }
    std::ranges::reverse(values);
    return values;
}

/// How the oldest goal that is open was rated, by the client if they ever did, else by the therapist. The two are never
/// mixed in one series.
std::vector<double> lead_ratings(Record& file, model::ClientId client)
{
    const auto goal = oldest_open_goal(file, client);
    if (!goal) {
        return {};
    }
    auto by_client = did_client_rate(file, *goal) ? newest_ratings(file, client, *goal, true) : std::vector<double>{};
    return by_client.empty() ? newest_ratings(file, client, *goal, false) : by_client;
}

void add_lead_values(Record& file, std::span<const model::MeasureDefinition> measures, Rows& rows)
{
    for (model::CaseloadRow& row : rows.all()) {
        row.lead_values = row.lead_measure.empty() ? lead_ratings(file, row.client.id)
                                                   : lead_scores(file, row, lead_scale_of(measures, row.lead_measure));
    }
}

} // namespace

std::vector<model::CaseloadRow> caseload(Record& file, std::span<const model::MeasureDefinition> measures,
                                         model::Date today)
{
    Rows rows{clients_by_name(file)};
    add_care(file, today, rows);
    add_sessions(file, rows);
    add_open_work(file, rows);
    add_latest_administrations(file, rows);
    choose_lead_measures(measures, rows);
    add_lead_values(file, measures, rows);
    return std::move(rows.all());
}

} // namespace storage
