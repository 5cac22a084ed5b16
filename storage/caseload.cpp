#include "storage/caseload.h"

#include "storage/clients.h"
#include "storage/database.h"
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

void add_drafts(Record& file, Rows& rows)
{
    Statement drafts{file, "SELECT client_id, count(*) AS count FROM sound_draft GROUP BY client_id"};
    while (drafts.step()) {
        rows.of(drafts).drafts = drafts.read<int>("count");
    }
}

void add_open_notices(Record& file, Rows& rows)
{
    Statement notices{file, R"(
        SELECT client_id, count(*) AS count
          FROM sealed_notice AS notice
         WHERE NOT EXISTS (SELECT 1 FROM sound_notice_review AS review WHERE review.notice_id = notice.id)
           AND is_sound
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
           AND NOT EXISTS (SELECT 1 FROM sound_administration_error AS error
                            WHERE error.administration_id = administration.id)
         ORDER BY taken_on DESC, order_on_day DESC, administration.id DESC
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
        SELECT id FROM sound_goal WHERE client_id = :client AND closed_on IS NULL ORDER BY agreed_on, id LIMIT 1)"};
    query.bind(":client", client);
    return query.step() ? std::optional{query.read<model::GoalId>("id")} : std::nullopt;
}

/// Whether it is worth looking for the client's own ratings among all notes. A row that nobody wrote costs that look,
/// and shows nothing.
bool did_client_rate(Record& file, model::GoalId goal)
{
    Statement query{file, "SELECT 1 FROM rating WHERE goal_id = :goal AND by_client >= 0 LIMIT 1"};
    query.bind(":goal", goal);
    return query.step();
}

/// The newest ratings of a goal by the client, or by the therapist, oldest first. Going through the notes from the
/// newest on, it looks at no more ratings than are shown.
std::vector<double> newest_ratings(Record& file, model::ClientId client, model::GoalId goal, bool by_client)
{
    Statement query{file, R"(
        SELECT CASE WHEN :by_client THEN rating.by_client ELSE rating.by_therapist END AS value
          FROM note AS place
               CROSS JOIN sealed_rating AS rating ON rating.note_id = place.id
               CROSS JOIN sound_note AS note ON note.id = place.id
         WHERE place.client_id = :client
           AND rating.goal_id = :goal
           AND value IS NOT NULL
           AND rating.is_sound
           AND NOT EXISTS (SELECT 1 FROM sound_note_error AS error WHERE error.note_id = place.id)
         ORDER BY place.starts_at DESC, place.id DESC
         LIMIT :most)"};
    query.bind(":client", client);
    query.bind(":goal", goal);
    query.bind(":by_client", by_client);
    query.bind(":most", lead_values_shown);
    std::vector<double> values;
    while (query.step()) {
        values.push_back(query.read<int>("value"));
    }
    std::ranges::reverse(values);
    return values;
}

/// Adds how the oldest goal that is open was rated, by the client if they ever did, else by the therapist. The two are
/// never mixed in one series.
void add_lead_ratings(Record& file, model::CaseloadRow& row)
{
    const auto goal = oldest_open_goal(file, row.client.id);
    if (!goal) {
        return;
    }
    if (did_client_rate(file, *goal)) {
        row.lead_values = newest_ratings(file, row.client.id, *goal, true);
    }
    row.lead_is_by_client = !row.lead_values.empty();
    if (!row.lead_is_by_client) {
        row.lead_values = newest_ratings(file, row.client.id, *goal, false);
    }
}

/// Adds one part to the list. A page of its table that cannot be read costs what stands there, not the list of clients.
template <class Adding>
void add_part(Record& file, const std::string& table, Adding&& add)
{
    try {
        with_storage_errors(add);
    } catch (const StorageError& error) {
        if (error.kind != StorageErrorKind::damaged) {
            throw;
        }
        file.seals().met_unreadable(table);
    }
}

void add_lead_values(Record& file, std::span<const model::MeasureDefinition> measures, Rows& rows)
{
    for (model::CaseloadRow& row : rows.all()) {
        if (row.lead_measure.empty()) {
            add_part(file, "rating", [&] { add_lead_ratings(file, row); });
        } else {
            const auto scale = lead_scale_of(measures, row.lead_measure);
            add_part(file, "score", [&] { row.lead_values = lead_scores(file, row, scale); });
        }
    }
}

} // namespace

std::vector<model::CaseloadRow> caseload(Record& file, std::span<const model::MeasureDefinition> measures,
                                         model::Date today)
{
    Rows rows{clients_by_name(file)};
    add_part(file, "episode", [&] { add_care(file, today, rows); });
    add_part(file, "session_tally", [&] { add_sessions(file, rows); });
    add_part(file, "draft", [&] { add_drafts(file, rows); });
    add_part(file, "notice", [&] { add_open_notices(file, rows); });
    add_part(file, "latest_form", [&] { add_latest_administrations(file, rows); });
    choose_lead_measures(measures, rows);
    add_lead_values(file, measures, rows);
    return std::move(rows.all());
}

} // namespace storage
