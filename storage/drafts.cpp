#include "storage/drafts.h"

#include "model/note_json.h"
#include "storage/storage_error.h"

namespace storage {

namespace {

/// A draft as lists have it: one that cannot be read stands among them all the same.
model::Draft read_listed_draft(const Statement& query)
{
    model::Draft draft{.id = query.read<model::DraftId>("id"), .client = query.read<model::ClientId>("client_id")};
    const bool is_sound = query.read<bool>("is_sound");
    auto content = is_sound ? model::note_content_from_json(query.read<std::string>("content")) : std::nullopt;
    if (!content) {
        draft.content.session.held_on = day_of_damaged(query, "held_on");
        draft.is_damaged = true;
        return draft;
    }
    draft.content = std::move(*content);
    draft.caret = {.section = query.read<model::SectionKind>("caret_section"),
                   .position = static_cast<long>(query.read<std::int64_t>("caret_position"))};
    draft.saved_at = query.read<model::Moment>("saved_at");
    return draft;
}

void bind_draft(Statement& statement, const model::Draft& draft)
{
    statement.bind(":client", draft.client);
    statement.bind(":held_on", draft.content.session.held_on);
    statement.bind(":starts_at", draft.content.session.starts());
    statement.bind(":content", model::to_json(draft.content));
    statement.bind(":caret_section", draft.caret.section);
    statement.bind(":caret_position", std::int64_t{draft.caret.position});
    statement.bind(":saved_at", draft.saved_at);
}

} // namespace

std::optional<model::Draft> draft(Record& file, model::DraftId id)
{
    Statement query{file, R"(
        SELECT id, client_id, held_on, content, caret_section, caret_position, saved_at, is_sound
          FROM sealed_draft
         WHERE id = :id)"};
    query.bind(":id", id);
    if (!query.step()) {
        return std::nullopt;
    }
    auto found = read_listed_draft(query);
    if (found.is_damaged) {
        throw StorageError{StorageErrorKind::damaged, "draft " + std::to_string(id.value)};
    }
    return found;
}

model::ClientId client_of_draft(Record& file, model::DraftId id)
{
    Statement query{file, "SELECT client_id FROM draft WHERE id = :id"};
    query.bind(":id", id);
    if (!query.step()) {
        throw StorageError{StorageErrorKind::not_found, "draft " + std::to_string(id.value)};
    }
    return query.read<model::ClientId>("client_id");
}

std::vector<model::Draft> drafts_of(Record& file, model::ClientId client)
{
    Statement query{file, R"(
        SELECT id, client_id, held_on, content, caret_section, caret_position, saved_at, is_sound
          FROM sealed_draft
         WHERE client_id = :client
         ORDER BY starts_at DESC, id DESC)"};
    query.bind(":client", client);
    std::vector<model::Draft> drafts;
    while (query.step()) {
        drafts.push_back(read_listed_draft(query));
    }
    return drafts;
}

std::optional<model::Draft> last_saved_draft(Record& file)
{
    Statement query{file, R"(
        SELECT id, client_id, held_on, content, caret_section, caret_position, saved_at, is_sound
          FROM sealed_draft
         ORDER BY save_number DESC
         LIMIT 1)"};
    return query.step() ? std::optional{read_listed_draft(query)} : std::nullopt;
}

std::vector<model::Date> draft_days(Record& file, model::ClientId client)
{
    Statement query{file, "SELECT held_on FROM sound_draft WHERE client_id = :client ORDER BY held_on"};
    query.bind(":client", client);
    std::vector<model::Date> days;
    while (query.step()) {
        days.push_back(query.read<model::Date>("held_on"));
    }
    return days;
}

model::DraftId add_draft(Record& file, const model::Draft& draft)
{
    if (!model::is_time_zone(draft.content.session.zone)) {
        throw StorageError{StorageErrorKind::refused, "unknown time zone"};
    }
    Statement insert{file, R"(
        INSERT INTO draft (client_id, held_on, starts_at, content, caret_section, caret_position, saved_at, save_number)
        VALUES (:client, :held_on, :starts_at, :content, :caret_section, :caret_position, :saved_at,
                (SELECT coalesce(max(save_number), 0) + 1 FROM draft)))"};
    bind_draft(insert, draft);
    return {insert.insert()};
}

void save_draft(Record& file, const model::Draft& draft)
{
    Statement update{file, R"(
        UPDATE draft
           SET client_id = :client, held_on = :held_on, starts_at = :starts_at, content = :content,
               caret_section = :caret_section, caret_position = :caret_position, saved_at = :saved_at,
               save_number = (SELECT max(save_number) + 1 FROM draft)
         WHERE id = :id)"};
    bind_draft(update, draft);
    update.bind(":id", draft.id);
    if (update.run() == 0) {
        throw StorageError{StorageErrorKind::not_found, "draft " + std::to_string(draft.id.value)};
    }
}

void remove_draft(Record& file, model::DraftId id)
{
    Statement removal{file, "DELETE FROM draft WHERE id = :id"};
    removal.bind(":id", id);
    removal.run();
}

} // namespace storage
