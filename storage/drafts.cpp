#include "storage/drafts.h"

#include "model/note_json.h"
#include "storage/storage_error.h"

#include <algorithm>

namespace storage {

namespace {

model::Draft read_draft(const Statement& query)
{
    const auto content = model::note_content_from_json(query.read<std::string>("content"));
    if (!content) {
        throw StorageError{StorageErrorKind::damaged, "unreadable draft"};
    }
    return {
        .id = query.read<model::DraftId>("id"),
        .client = query.read<model::ClientId>("client_id"),
        .content = *content,
        .caret = {.section = query.read<model::SectionKind>("caret_section"),
                  .position = static_cast<long>(query.read<std::int64_t>("caret_position"))},
        .saved_at = query.read<model::Moment>("saved_at"),
    };
}

std::optional<model::Draft> read_optional_draft(Statement& query)
{
    return query.step() ? std::optional{read_draft(query)} : std::nullopt;
}

/// When a session starts and which draft came first, so that drafts of one hour keep their order.
auto session_order(const model::Draft& draft)
{
    return std::pair{draft.content.session.starts(), draft.id};
}

void bind_draft(Statement& statement, const model::Draft& draft)
{
    if (!model::is_time_zone(draft.content.session.zone)) {
        throw StorageError{StorageErrorKind::refused, "unknown time zone"};
    }
    statement.bind(":client", draft.client);
    statement.bind(":content", model::to_json(draft.content));
    statement.bind(":caret_section", draft.caret.section);
    statement.bind(":caret_position", std::int64_t{draft.caret.position});
    statement.bind(":saved_at", draft.saved_at);
}

} // namespace

std::optional<model::Draft> draft(Record& file, model::DraftId id)
{
    Statement query{file, R"(
        SELECT id, client_id, content, caret_section, caret_position, saved_at FROM draft WHERE id = :id)"};
    query.bind(":id", id);
    return read_optional_draft(query);
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
        SELECT id, client_id, content, caret_section, caret_position, saved_at FROM draft WHERE client_id = :client)"};
    query.bind(":client", client);
    std::vector<model::Draft> drafts;
    while (query.step()) {
        drafts.push_back(read_draft(query));
    }
    std::ranges::sort(drafts, std::ranges::greater{}, session_order);
    return drafts;
}

std::vector<model::Draft> all_drafts(Record& file)
{
    Statement query{file, "SELECT id, client_id, content, caret_section, caret_position, saved_at FROM draft"};
    std::vector<model::Draft> drafts;
    while (query.step()) {
        drafts.push_back(read_draft(query));
    }
    std::ranges::sort(drafts, {}, session_order);
    return drafts;
}

std::optional<model::Draft> last_saved_draft(Record& file)
{
    Statement query{file, R"(
        SELECT id, client_id, content, caret_section, caret_position, saved_at
          FROM draft
         ORDER BY save_number DESC
         LIMIT 1)"};
    return read_optional_draft(query);
}

model::DraftId add_draft(Record& file, const model::Draft& draft)
{
    Statement insert{file, R"(
        INSERT INTO draft (client_id, content, caret_section, caret_position, saved_at, save_number)
        VALUES (:client, :content, :caret_section, :caret_position, :saved_at,
                (SELECT coalesce(max(save_number), 0) + 1 FROM draft)))"};
    bind_draft(insert, draft);
    return {insert.insert()};
}

void save_draft(Record& file, const model::Draft& draft)
{
    Statement update{file, R"(
        UPDATE draft
           SET client_id = :client, content = :content, caret_section = :caret_section,
               caret_position = :caret_position, saved_at = :saved_at,
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
