#include "storage/administrations.h"

#include "storage/fields.h"
#include "storage/storage_error.h"
#include "storage/tallies.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

namespace storage {

namespace {

StorageError unreadable(const char* what, model::AdministrationId id)
{
    return StorageError{StorageErrorKind::damaged,
                        std::string{what} + " of administration " + std::to_string(id.value)};
}

void add_scores(Record& file, model::AdministrationId id, const std::vector<model::ScaleScore>& scores)
{
    for (const model::ScaleScore& score : scores) {
        Statement insert{file, R"(
            INSERT INTO score (administration_id, scale, value, answered, asked, is_prorated, must_ask)
            VALUES (:administration, :scale, :value, :answered, :asked, :is_prorated, :must_ask))"};
        insert.bind(":administration", id);
        insert.bind(":scale", score.scale);
        insert.bind(":value", score.value);
        insert.bind(":answered", score.answered);
        insert.bind(":asked", score.asked);
        insert.bind(":is_prorated", score.is_prorated);
        insert.bind(":must_ask", joined({score.must_ask.begin(), score.must_ask.end()}));
        insert.insert();
    }
}

std::vector<model::Administration> read_administrations(Record& file, model::ClientId client)
{
    Statement query{file, R"(
        SELECT id, measure, taken_on, order_on_day, answers, total, definition_revision
          FROM sound_administration
         WHERE client_id = :client
         ORDER BY taken_on, order_on_day, id)"};
    query.bind(":client", client);
    std::vector<model::Administration> administrations;
    while (query.step()) {
        auto& administration = administrations.emplace_back();
        administration.id = query.read<model::AdministrationId>("id");
        administration.client = client;
        administration.details.measure = query.read<std::string>("measure");
        administration.details.taken_on = query.read<model::Date>("taken_on");
        administration.details.order_on_day = query.read<int>("order_on_day");
        administration.definition_revision = query.read<int>("definition_revision");
        administration.details.total = query.read<std::optional<double>>("total");
        if (const auto answers = query.read<std::optional<std::string>>("answers")) {
            auto numbers = split(*answers);
            if (!numbers) {
                throw unreadable("answers", administration.id);
            }
            administration.details.answers = std::move(*numbers);
        }
    }
    return administrations;
}

model::ScaleScore read_score(const Statement& query, model::AdministrationId id)
{
    model::ScaleScore score{
        .scale = query.read<std::string>("scale"),
        .value = query.read<std::optional<double>>("value"),
        .answered = query.read<int>("answered"),
        .asked = query.read<int>("asked"),
        .is_prorated = query.read<bool>("is_prorated"),
    };
    const auto must_ask = query.read<std::string>("must_ask");
    if (must_ask.empty()) {
        return score;
    }
    const auto items = split(must_ask);
    if (!items) {
        throw unreadable("items", id);
    }
    for (const auto& item : *items) {
        if (!item) {
            throw unreadable("items", id);
        }
        score.must_ask.push_back(*item);
    }
    return score;
}

} // namespace

model::AdministrationId add_administration(Record& file, const model::Administration& administration,
                                           model::Moment entered_at)
{
    const model::AdministrationDetails& details = administration.details;
    Statement insert{file, R"(
        INSERT INTO administration (client_id, measure, taken_on, order_on_day, answers, total,
                                    definition_revision, entered_at)
        VALUES (:client, :measure, :taken_on, :order_on_day, :answers, :total, :definition_revision, :entered_at))"};
    insert.bind(":client", administration.client);
    insert.bind(":measure", details.measure);
    insert.bind(":taken_on", details.taken_on);
    insert.bind(":order_on_day", details.order_on_day);
    if (!details.answers.empty()) {
        insert.bind(":answers", joined(details.answers));
    }
    insert.bind(":total", details.total);
    insert.bind(":definition_revision", administration.definition_revision);
    insert.bind(":entered_at", entered_at);
    const model::AdministrationId id{insert.insert()};
    add_scores(file, id, administration.scores);
    keep_latest_form(file, administration.client, details.measure, details.taken_on);
    return id;
}

std::vector<model::Administration> administrations_of(Record& file, model::ClientId client)
{
    auto administrations = read_administrations(file, client);
    std::unordered_map<std::int64_t, std::size_t> places;
    for (std::size_t place = 0; place < administrations.size(); ++place) {
        places.emplace(administrations[place].id.value, place);
    }
    Statement query{file, R"(
        SELECT administration_id, scale, value, answered, asked, is_prorated, must_ask
          FROM administration CROSS JOIN sound_score AS score ON administration_id = administration.id
         WHERE client_id = :client
         ORDER BY score.id)"};
    query.bind(":client", client);
    while (query.step()) {
        const auto id = query.read<model::AdministrationId>("administration_id");
        // The filling-in itself may be damaged, and so left out.
        if (const auto place = places.find(id.value); place != places.end()) {
            administrations[place->second].scores.push_back(read_score(query, id));
        }
    }
    const std::string sql = "SELECT administration_id, " + columns_of<model::EnteredInError>() + R"(
          FROM administration CROSS JOIN sound_administration_error ON administration_id = administration.id
         WHERE client_id = :client)";
    Statement errors{file, sql};
    errors.bind(":client", client);
    while (errors.step()) {
        if (const auto place = places.find(errors.read<std::int64_t>("administration_id")); place != places.end()) {
            administrations[place->second].entered_in_error = read_fields<model::EnteredInError>(errors);
        }
    }
    return administrations;
}

bool is_filled_in(Record& file, const std::string& measure)
{
    Statement query{file, "SELECT 1 FROM sealed_administration WHERE measure = :measure LIMIT 1"};
    query.bind(":measure", measure);
    return query.step();
}

std::vector<std::string> measures_filled_in(Record& file, model::ClientId client)
{
    Statement query{file,
                    "SELECT DISTINCT measure FROM sound_administration WHERE client_id = :client ORDER BY measure"};
    query.bind(":client", client);
    std::vector<std::string> measures;
    while (query.step()) {
        measures.push_back(query.read<std::string>("measure"));
    }
    return measures;
}

AdministrationPlace place_of_administration(Record& file, model::AdministrationId id)
{
    Statement query{file, "SELECT client_id, measure FROM sound_administration WHERE id = :id"};
    query.bind(":id", id);
    if (!query.step()) {
        throw missing(file, "administration", id.value);
    }
    return {.client = query.read<model::ClientId>("client_id"), .measure = query.read<std::string>("measure")};
}

model::Administration administration(Record& file, model::AdministrationId id)
{
    auto all = administrations_of(file, place_of_administration(file, id).client);
    const auto found = std::ranges::find(all, id, &model::Administration::id);
    if (found == all.end()) {
        throw missing(file, "administration", id.value);
    }
    return std::move(*found);
}

void mark_administration_in_error(Record& file, model::AdministrationId id, const model::EnteredInError& mark)
{
    const std::string sql = insertion_into<model::EnteredInError>("administration_error", "administration_id");
    Statement insert{file, sql};
    insert.bind(":administration_id", id);
    bind_fields(insert, mark);
    insert.insert();
    find_latest_form_again(file, id);
}

} // namespace storage
