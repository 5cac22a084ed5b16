#include "storage/caseload.h"

#include "storage/clients.h"
#include "storage/episodes.h"

#include <algorithm>
#include <unordered_map>

namespace storage {

namespace {

constexpr std::size_t lead_values_shown = 12;

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

    model::CaseloadRow& of(model::ClientId client) { return rows_[places_.at(client.value)]; }
    model::CaseloadRow& of(const Statement& query) { return of(query.read<model::ClientId>("client_id")); }

    std::vector<model::CaseloadRow>& all() { return rows_; }

private:
    std::vector<model::CaseloadRow> rows_{};
    std::unordered_map<std::int64_t, std::size_t> places_{};
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
    Statement query{file, R"(
        SELECT client_id, count(*) AS sessions, max(CASE attendance WHEN 'attended' THEN held_on END) AS last_on
          FROM note
         WHERE NOT EXISTS (SELECT 1 FROM note_error WHERE note_id = note.id)
         GROUP BY client_id)"};
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
          FROM notice
         WHERE NOT EXISTS (SELECT 1 FROM notice_review WHERE notice_id = notice.id)
         GROUP BY client_id)"};
    while (notices.step()) {
        rows.of(notices).open_notices = notices.read<int>("count");
    }
}

void add_latest_administrations(Record& file, Rows& rows)
{
    Statement query{file, R"(
        SELECT client_id, measure, max(taken_on) AS taken_on
          FROM administration
         WHERE NOT EXISTS (SELECT 1 FROM administration_error WHERE administration_id = administration.id)
         GROUP BY client_id, measure
         ORDER BY client_id, measure)"};
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

void keep_newest(std::vector<double>& values)
{
    if (values.size() > lead_values_shown) {
        values.erase(values.begin(), values.end() - lead_values_shown);
    }
}

void add_lead_scores(Record& file, std::span<const model::MeasureDefinition> measures, Rows& rows)
{
    for (const model::MeasureDefinition& measure : measures) {
        if (std::ranges::find(rows.all(), measure.code, &model::CaseloadRow::lead_measure) == rows.all().end()) {
            continue;
        }
        Statement query{file, R"(
            SELECT client_id, value
              FROM administration CROSS JOIN score ON administration_id = administration.id
             WHERE measure = :measure AND scale = :scale AND value IS NOT NULL
               AND NOT EXISTS (SELECT 1 FROM administration_error AS error
                                WHERE error.administration_id = administration.id)
             ORDER BY client_id, taken_on, administration.id)"};
        query.bind(":measure", measure.code);
        query.bind(":scale", measure.lead_scale);
        while (query.step()) {
            auto& row = rows.of(query);
            if (row.lead_measure == measure.code) {
                row.lead_values.push_back(query.read<double>("value"));
            }
        }
    }
    for (model::CaseloadRow& row : rows.all()) {
        keep_newest(row.lead_values);
    }
}

/// How the oldest goal that is open was rated, by the client if they ever did, else by the therapist. The two are never
/// mixed in one series.
std::vector<double> lead_ratings(Record& file, model::ClientId client)
{
    Statement query{file, R"(
        SELECT by_therapist, by_client
          FROM rating CROSS JOIN note ON note.id = rating.note_id
         WHERE goal_id = (SELECT id FROM goal WHERE client_id = :client AND closed_on IS NULL
                           ORDER BY agreed_on, id LIMIT 1)
           AND NOT EXISTS (SELECT 1 FROM note_error WHERE note_error.note_id = note.id)
         ORDER BY note.starts_at, note.id)"};
    query.bind(":client", client);
    std::vector<double> by_therapist;
    std::vector<double> by_client;
    while (query.step()) {
        if (const auto value = query.read<std::optional<int>>("by_therapist")) {
            by_therapist.push_back(*value);
        }
        if (const auto value = query.read<std::optional<int>>("by_client")) {
            by_client.push_back(*value);
        }
    }
    return by_client.empty() ? by_therapist : by_client;
}

void add_lead_ratings(Record& file, Rows& rows)
{
    for (model::CaseloadRow& row : rows.all()) {
        if (row.lead_measure.empty()) {
            row.lead_values = lead_ratings(file, row.client.id);
            keep_newest(row.lead_values);
        }
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
    add_lead_scores(file, measures, rows);
    add_lead_ratings(file, rows);
    return std::move(rows.all());
}

} // namespace storage
