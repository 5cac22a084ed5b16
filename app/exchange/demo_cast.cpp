#include "app/exchange/demo_cast.h"

#include "model/codes.h"
#include "model/library.h"

#include <nlohmann/json.hpp>

#include <cassert>

namespace app {

namespace {

using Json = nlohmann::json;

std::string text(const Json& entry, const char* key)
{
    return entry.value(key, std::string{});
}

std::optional<int> optional_number(const Json& entry, const char* key)
{
    return entry.contains(key) ? std::optional{entry.at(key).get<int>()} : std::nullopt;
}

/// The elements under `key`, each read by `read_one`; none when the key is missing.
template <class Read>
auto list(const Json& entry, const char* key, Read read_one)
{
    std::vector<decltype(read_one(entry))> values;
    if (entry.contains(key)) {
        for (const Json& element : entry.at(key)) {
            values.push_back(read_one(element));
        }
    }
    return values;
}

DemoWeeks weeks(const Json& entry)
{
    return {.from = entry.at(0).get<double>(), .to = entry.at(1).get<double>()};
}

DemoEpisode episode(const Json& entry)
{
    const auto level = [](const Json& span) {
        return DemoLevel{.week = span.at("week").get<int>(),
                         .level = model::from_code<model::LevelOfCare>(text(span, "level")).value(),
                         .reason = text(span, "reason"),
                         .review_after = optional_number(span, "review_after")};
    };
    const auto cadence = [](const Json& span) {
        return DemoCadence{.week = span.at("week").get<int>(), .days = span.at("days").get<int>()};
    };
    return {.from = entry.at("from").get<int>(),
            .to = optional_number(entry, "to"),
            .levels = list(entry, "levels", level),
            .cadence = list(entry, "cadence", cadence),
            .gaps = list(entry, "gap", weeks),
            .missed_at_end = entry.value("missed_at_end", 0),
            .once = entry.value("once", false),
            .discharge_reason = text(entry, "discharge")};
}

DemoGoal goal(const Json& entry)
{
    return {.family = text(entry, "family"),
            .wording = text(entry, "wording"),
            .from = entry.at("from").get<int>(),
            .to = optional_number(entry, "to"),
            .closing = text(entry, "closing"),
            .start = entry.at("start").get<double>(),
            .gain = entry.at("gain").get<double>()};
}

model::ClientDetails details(const Json& entry)
{
    model::ClientDetails details;
    const auto read = [&]<class Value>(const model::FieldName& name, Value& value) {
        // A date of birth comes of the age.
        if constexpr (std::is_same_v<Value, std::string>) {
            value = text(entry, std::string{name.key}.c_str());
        }
    };
    model::visit_fields(read, details);
    return details;
}

void read_course(const Json& entry, DemoClient& client)
{
    client.episodes = list(entry, "episodes", episode);
    client.use = list(entry, "use", [](const Json& use) {
        return DemoUse{use.at("week").get<int>(), use.at("codes").get<std::vector<std::string>>()};
    });
    client.goals = list(entry, "goals", goal);
    client.course = list(entry, "course", [](const Json& stand) {
        return DemoStand{stand.at(0).get<double>(), stand.at(1).get<double>()};
    });
    client.measures = list(entry, "measures", [](const Json& measure) {
        return DemoMeasure{text(measure, "code"), measure.at("every").get<int>()};
    });
    client.risk = list(entry, "risk", [](const Json& risk) {
        return DemoRisk{risk.at("week").get<double>(), model::from_code<model::RiskLevel>(text(risk, "level")).value()};
    });
    client.item9 = list(entry, "item9", weeks);
}

void read_words(const Json& entry, DemoClient& client)
{
    for (const char* key : {"hard", "kind", "place", "signal", "topic", "target", "step", "scene", "resource"}) {
        client.words[key] = entry.at(key).get<std::vector<std::string>>();
    }
    client.beliefs = list(entry, "belief", [](const Json& pair) {
        return DemoBelief{pair.at(0).get<std::string>(), pair.at(1).get<std::string>()};
    });
    client.intake = text(entry, "intake");
    client.moments = list(entry, "moments", [](const Json& moment) {
        return DemoMoment{moment.at("week").get<double>(), text(moment, "text")};
    });
    client.own_words = text(entry.at("summary"), "own");
    client.next_words = text(entry.at("summary"), "next");
}

DemoClient client(const Json& entry)
{
    DemoClient client{.details = details(entry)};
    client.age = entry.at("age").get<int>();
    client.weekday = entry.at("weekday").get<int>();
    client.hour = model::parse_time_of_day(text(entry, "hour")).value();
    client.form = model::from_code<model::NoteForm>(text(entry, "form")).value();
    client.video = entry.at("video").get<double>();
    client.phone = entry.at("phone").get<double>();
    client.misses = entry.value("misses", client.misses);
    client.dissociates = entry.value("dissociates", client.dissociates);
    client.has_draft = entry.value("draft", false);
    client.has_addendum = entry.value("addendum", false);
    client.has_error = entry.value("error", false);
    client.leaves_notice_open = entry.value("leaves_notice_open", false);
    read_course(entry, client);
    read_words(entry, client);
    return client;
}

} // namespace

DemoCast read_demo_cast()
{
    const Json file = Json::parse(model::library_text("demo-clients.json"));
    const Json& therapist = file.at("therapist");
    return {.practice = {.name = text(file.at("practice"), "name"), .address = text(file.at("practice"), "address")},
            .therapist = {.name = text(therapist, "name"),
                          .credentials = text(therapist, "credentials"),
                          .licence_number = text(therapist, "licence_number")},
            .zone = text(file, "zone"),
            .clients = list(file, "clients", client),
            .addendum_text = text(file.at("addendum"), "text"),
            .addendum_reason = text(file.at("addendum"), "reason"),
            .error_reason = text(file.at("error"), "reason"),
            .draft_words = text(file, "draft"),
            .first_names = file.at("first_names").get<std::vector<std::string>>(),
            .family_names = file.at("family_names").get<std::vector<std::string>>()};
}

} // namespace app
