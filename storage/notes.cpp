#include "storage/notes.h"

#include "storage/fields.h"
#include "storage/storage_error.h"
#include "storage/tallies.h"

#include <algorithm>

namespace storage {

namespace {

using model::NoteId;

void add_sections(Record& file, std::int64_t id, const std::vector<model::NoteSection>& sections)
{
    for (const model::NoteSection& section : sections) {
        Statement insert{file, "INSERT INTO note_section (note_id, kind, text) VALUES (:note, :kind, :text)"};
        insert.bind(":note", id);
        insert.bind(":kind", section.kind);
        insert.bind(":text", section.text);
        insert.insert();
    }
}

void add_modalities(Record& file, std::int64_t id, const std::vector<model::ModalityUse>& modalities)
{
    for (const model::ModalityUse& use : modalities) {
        Statement insert{file, "INSERT INTO note_modality (note_id, modality) VALUES (:note, :modality)"};
        insert.bind(":note", id);
        insert.bind(":modality", use.modality);
        insert.insert();
        for (const std::string& technique : use.techniques) {
            Statement insert_technique{file, R"(
                INSERT INTO note_technique (note_id, modality, name) VALUES (:note, :modality, :name))"};
            insert_technique.bind(":note", id);
            insert_technique.bind(":modality", use.modality);
            insert_technique.bind(":name", technique);
            insert_technique.insert();
        }
    }
}

void add_ratings(Record& file, std::int64_t id, const std::vector<model::Rating>& ratings)
{
    for (const model::Rating& rating : ratings) {
        Statement insert{file, R"(
            INSERT INTO rating (note_id, goal_id, by_therapist, by_client)
            VALUES (:note, :goal, :by_therapist, :by_client))"};
        insert.bind(":note", id);
        insert.bind(":goal", rating.goal);
        insert.bind(":by_therapist", rating.by_therapist);
        insert.bind(":by_client", rating.by_client);
        insert.insert();
    }
}

void bind_session(Statement& insert, const model::Session& session)
{
    if (!model::is_time_zone(session.zone)) {
        throw StorageError{StorageErrorKind::refused, "unknown time zone"};
    }
    insert.bind(":held_on", session.held_on);
    insert.bind(":clock_minutes", std::int64_t{session.starts_at.count()});
    insert.bind(":zone", session.zone);
    insert.bind(":starts_at", session.starts());
    insert.bind(":length_minutes", std::int64_t{session.length.count()});
    insert.bind(":format", session.format);
    insert.bind(":attendance", session.attendance);
    insert.bind(":level_of_care", session.level_of_care);
}

std::vector<model::NoteSection> sections_of(Record& file, NoteId id)
{
    Statement query{file, "SELECT kind, text FROM sound_note_section WHERE note_id = :note ORDER BY id"};
    query.bind(":note", id);
    std::vector<model::NoteSection> sections;
    while (query.step()) {
        sections.push_back({.kind = query.read<model::SectionKind>("kind"), .text = query.read<std::string>("text")});
    }
    return sections;
}

std::vector<model::ModalityUse> modalities_of(Record& file, NoteId id)
{
    Statement query{file, R"(
        SELECT modality FROM sound_note_modality WHERE note_id = :note ORDER BY id)"};
    query.bind(":note", id);
    std::vector<model::ModalityUse> modalities;
    while (query.step()) {
        modalities.push_back({.modality = query.read<std::string>("modality")});
    }
    Statement techniques{file, "SELECT modality, name FROM sound_note_technique WHERE note_id = :note ORDER BY id"};
    techniques.bind(":note", id);
    while (techniques.step()) {
        add_technique(techniques, modalities);
    }
    return modalities;
}

std::vector<model::Rating> ratings_of(Record& file, NoteId id)
{
    Statement query{file,
                    "SELECT goal_id, by_therapist, by_client FROM sound_rating WHERE note_id = :note ORDER BY id"};
    query.bind(":note", id);
    std::vector<model::Rating> ratings;
    while (query.step()) {
        ratings.push_back(read_rating(query));
    }
    return ratings;
}

std::vector<model::Addendum> addenda_of(Record& file, NoteId id)
{
    Statement query{file,
                    "SELECT text, reason, author, written_at FROM sound_addendum WHERE note_id = :note ORDER BY id"};
    query.bind(":note", id);
    std::vector<model::Addendum> addenda;
    while (query.step()) {
        addenda.push_back({.text = query.read<std::string>("text"),
                           .reason = query.read<std::string>("reason"),
                           .author = query.read<std::string>("author"),
                           .written_at = query.read<model::Moment>("written_at")});
    }
    return addenda;
}

std::optional<model::EnteredInError> error_of(Record& file, NoteId id)
{
    const std::string sql =
        "SELECT " + columns_of<model::EnteredInError>() + ", drafted_for FROM sound_note_error WHERE note_id = :note";
    Statement query{file, sql};
    query.bind(":note", id);
    if (!query.step()) {
        return std::nullopt;
    }
    auto error = read_fields<model::EnteredInError>(query);
    error.drafted_for = query.read<std::string>("drafted_for");
    return error;
}

} // namespace

model::Session read_session(const Statement& query)
{
    return {
        .held_on = query.read<model::Date>("held_on"),
        .starts_at = model::TimeOfDay{query.read<int>("clock_minutes")},
        .zone = query.read<std::string>("zone"),
        .length = std::chrono::minutes{query.read<int>("length_minutes")},
        .format = query.read<model::SessionFormat>("format"),
        .attendance = query.read<model::Attendance>("attendance"),
        .level_of_care = query.read<model::LevelOfCare>("level_of_care"),
    };
}

void add_technique(const Statement& query, std::vector<model::ModalityUse>& modalities)
{
    const auto modality = query.read<std::string>("modality");
    const auto use = std::ranges::find(modalities, modality, &model::ModalityUse::modality);
    if (use != modalities.end()) {
        use->techniques.push_back(query.read<std::string>("name"));
    }
}

model::Rating read_rating(const Statement& query)
{
    return {.goal = query.read<model::GoalId>("goal_id"),
            .by_therapist = query.read<std::optional<int>>("by_therapist"),
            .by_client = query.read<std::optional<int>>("by_client")};
}

NoteId add_note(Record& file, model::ClientId client, const model::NoteContent& content,
                const model::Signature& signature, model::Moment signed_at)
{
    Statement insert{file, R"(
        INSERT INTO note (client_id, held_on, clock_minutes, zone, starts_at, length_minutes, format, attendance,
                          level_of_care, form, opening, risk_level, risk_dissociation, risk_actions, homework,
                          first_written_for, first_written_as, author_name, author_credentials, author_licence_number,
                          signed_at)
        VALUES (:client, :held_on, :clock_minutes, :zone, :starts_at, :length_minutes, :format, :attendance,
                :level_of_care, :form, :opening, :risk_level, :risk_dissociation, :risk_actions, :homework,
                :first_written_for, :first_written_as, :author_name, :author_credentials, :author_licence_number,
                :signed_at))"};
    insert.bind(":client", client);
    bind_session(insert, content.session);
    insert.bind(":form", content.form);
    insert.bind(":opening", model::opening_of(content));
    insert.bind(":risk_level", content.risk.level);
    insert.bind(":risk_dissociation", content.risk.dissociation);
    insert.bind(":risk_actions", content.risk.actions);
    insert.bind(":homework", content.homework);
    insert.bind(":first_written_for", content.first_written_for);
    insert.bind(":first_written_as", content.first_written_as);
    insert.bind(":author_name", signature.name);
    insert.bind(":author_credentials", signature.credentials);
    insert.bind(":author_licence_number", signature.licence_number);
    insert.bind(":signed_at", signed_at);
    const std::int64_t id = insert.insert();
    add_sections(file, id, content.sections);
    add_modalities(file, id, content.modalities);
    add_ratings(file, id, content.ratings);
    count_session(file, client, content.session);
    return {id};
}

model::Note note(Record& file, NoteId id)
{
    Statement query{file, R"(
        SELECT client_id, held_on, clock_minutes, zone, length_minutes, format, attendance, level_of_care, form,
               risk_level, risk_dissociation, risk_actions, homework, first_written_for, first_written_as, author_name,
               author_credentials, author_licence_number, signed_at
          FROM sound_note
         WHERE id = :id)"};
    query.bind(":id", id);
    const auto unsound_before = file.seals().times_unsound();
    if (!query.step()) {
        throw missing(file, "note", id.value);
    }
    model::Note found{.id = id, .client = query.read<model::ClientId>("client_id")};
    found.content.session = read_session(query);
    found.content.modalities = modalities_of(file, id);
    found.content.ratings = ratings_of(file, id);
    found.content.form = query.read<model::NoteForm>("form");
    found.content.sections = sections_of(file, id);
    found.content.risk = {.level = query.read<model::RiskLevel>("risk_level"),
                          .dissociation = query.read<bool>("risk_dissociation"),
                          .actions = query.read<std::string>("risk_actions")};
    found.content.homework = query.read<std::string>("homework");
    found.content.first_written_for = query.read<std::string>("first_written_for");
    found.content.first_written_as = query.read<std::optional<model::NoteId>>("first_written_as");
    found.signature = {.name = query.read<std::string>("author_name"),
                       .credentials = query.read<std::string>("author_credentials"),
                       .licence_number = query.read<std::string>("author_licence_number")};
    found.signed_at = query.read<model::Moment>("signed_at");
    found.addenda = addenda_of(file, id);
    found.entered_in_error = error_of(file, id);
    // A note is signed as a whole: with one part of it damaged it is not what was signed.
    if (file.seals().times_unsound() != unsound_before) {
        throw StorageError{StorageErrorKind::damaged, "note " + std::to_string(id.value)};
    }
    return found;
}

model::ClientId client_of_note(Record& file, NoteId id)
{
    Statement query{file, "SELECT client_id FROM sound_note WHERE id = :id"};
    query.bind(":id", id);
    if (!query.step()) {
        throw missing(file, "note", id.value);
    }
    return query.read<model::ClientId>("client_id");
}

std::optional<NoteId> last_note_before(Record& file, model::ClientId client, model::Moment moment)
{
    Statement query{file, R"(
        SELECT id
          FROM sound_note AS note
         WHERE client_id = :client AND starts_at < :moment
           AND NOT EXISTS (SELECT 1 FROM sound_note_error AS error WHERE error.note_id = note.id)
         ORDER BY starts_at DESC, id DESC
         LIMIT 1)"};
    query.bind(":client", client);
    query.bind(":moment", moment);
    return query.step() ? std::optional{query.read<NoteId>("id")} : std::nullopt;
}

void add_addendum(Record& file, NoteId id, const model::Addendum& addendum)
{
    Statement insert{file, R"(
        INSERT INTO addendum (note_id, text, reason, author, written_at)
        VALUES (:note, :text, :reason, :author, :written_at))"};
    insert.bind(":note", id);
    insert.bind(":text", addendum.text);
    insert.bind(":reason", addendum.reason);
    insert.bind(":author", addendum.author);
    insert.bind(":written_at", addendum.written_at);
    insert.insert();
}

void mark_note_in_error(Record& file, NoteId id, const model::EnteredInError& mark)
{
    const std::string sql = insertion_into<model::EnteredInError>("note_error", "note_id, drafted_for");
    Statement insert{file, sql};
    insert.bind(":note_id", id);
    insert.bind(":drafted_for", mark.drafted_for);
    bind_fields(insert, mark);
    insert.insert();
    recount_sessions(file, client_of_note(file, id));
}

} // namespace storage
