#include "model/note_json.h"

#include "model/codes.h"

#include <nlohmann/json.hpp>

#include <stdexcept>

namespace model {

namespace {

using nlohmann::json;

/// Thrown where the text is JSON but not a note; never leaves this file.
struct NotANote : std::runtime_error {
    NotANote() : std::runtime_error{"not a note"} {}
};

template <class Value>
Value required(const std::optional<Value>& value)
{
    if (!value) {
        throw NotANote{};
    }
    return *value;
}

template <class Choice>
Choice choice(const json& object, const char* key)
{
    return required(from_code<Choice>(object.at(key).get<std::string>()));
}

json rating_value(const std::optional<int>& value)
{
    return value ? json(*value) : json(nullptr);
}

std::optional<int> rating_value(const json& value)
{
    return value.is_null() ? std::nullopt : std::optional{value.get<int>()};
}

json session_json(const Session& session)
{
    return {{"held_on", iso_date(session.held_on)},
            {"starts_at", session.starts_at.count()},
            {"zone", session.zone},
            {"length", session.length.count()},
            {"format", code_of(session.format)},
            {"attendance", code_of(session.attendance)},
            {"level_of_care", code_of(session.level_of_care)}};
}

TimeOfDay time_of_day(const json& value)
{
    const TimeOfDay time{value.get<int>()};
    if (time < TimeOfDay{0} || time >= std::chrono::hours{24}) {
        throw NotANote{};
    }
    return time;
}

Session session_from(const json& object)
{
    return {.held_on = required(parse_date(object.at("held_on").get<std::string>())),
            .starts_at = time_of_day(object.at("starts_at")),
            .zone = object.at("zone").get<std::string>(),
            .length = std::chrono::minutes{object.at("length").get<int>()},
            .format = choice<SessionFormat>(object, "format"),
            .attendance = choice<Attendance>(object, "attendance"),
            .level_of_care = choice<LevelOfCare>(object, "level_of_care")};
}

json content_json(const NoteContent& content)
{
    json modalities = json::array();
    for (const ModalityUse& use : content.modalities) {
        modalities.push_back({{"modality", use.modality}, {"techniques", use.techniques}});
    }
    json ratings = json::array();
    for (const Rating& rating : content.ratings) {
        ratings.push_back({{"goal", rating.goal.value},
                           {"by_therapist", rating_value(rating.by_therapist)},
                           {"by_client", rating_value(rating.by_client)}});
    }
    json sections = json::array();
    for (const NoteSection& section : content.sections) {
        sections.push_back({{"kind", code_of(section.kind)}, {"text", section.text}});
    }
    const json risk{{"level", code_of(content.risk.level)},
                    {"dissociation", content.risk.dissociation},
                    {"actions", content.risk.actions}};
    return {{"session", session_json(content.session)},
            {"modalities", modalities},
            {"ratings", ratings},
            {"form", code_of(content.form)},
            {"sections", sections},
            {"risk", risk},
            {"homework", content.homework},
            {"first_written_for", content.first_written_for},
            {"first_written_as", content.first_written_as ? json(content.first_written_as->value) : json{}}};
}

NoteContent content_from(const json& object)
{
    NoteContent content;
    content.session = session_from(object.at("session"));
    for (const json& use : object.at("modalities")) {
        content.modalities.push_back({.modality = use.at("modality").get<std::string>(),
                                      .techniques = use.at("techniques").get<std::vector<std::string>>()});
    }
    for (const json& rating : object.at("ratings")) {
        content.ratings.push_back({.goal = {rating.at("goal").get<std::int64_t>()},
                                   .by_therapist = rating_value(rating.at("by_therapist")),
                                   .by_client = rating_value(rating.at("by_client"))});
    }
    content.form = choice<NoteForm>(object, "form");
    for (const json& section : object.at("sections")) {
        content.sections.push_back(
            {.kind = choice<SectionKind>(section, "kind"), .text = section.at("text").get<std::string>()});
    }
    const json& risk = object.at("risk");
    content.risk = {.level = choice<RiskLevel>(risk, "level"),
                    .dissociation = risk.at("dissociation").get<bool>(),
                    .actions = risk.at("actions").get<std::string>()};
    content.homework = object.at("homework").get<std::string>();
    content.first_written_for = object.value("first_written_for", std::string{});
    if (const auto note = object.find("first_written_as"); note != object.end() && !note->is_null()) {
        content.first_written_as = NoteId{note->get<std::int64_t>()};
    }
    return content;
}

} // namespace

std::string to_json(const NoteContent& content)
{
    return content_json(content).dump(-1, ' ', false, json::error_handler_t::replace);
}

std::optional<NoteContent> note_content_from_json(std::string_view text)
{
    try {
        return content_from(json::parse(text));
    } catch (const json::exception&) {
        return std::nullopt;
    } catch (const NotANote&) {
        return std::nullopt;
    }
}

} // namespace model
