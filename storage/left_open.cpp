#include "storage/left_open.h"

#include "storage/fields.h"

namespace storage {

namespace {

void keep_typed(Record& file, const LeftOpen::Typed& typed)
{
    const std::string sql = "INSERT INTO left_typed (" + columns_of<LeftOpen::Typed>() + ") VALUES (" +
                            parameters_of<LeftOpen::Typed>() + ")";
    Statement insert{file, sql};
    bind_fields(insert, typed);
    insert.insert();
}

std::vector<LeftOpen::Typed> all_typed(Record& file)
{
    std::vector<LeftOpen::Typed> all;
    const std::string sql = "SELECT " + columns_of<LeftOpen::Typed>() + " FROM sound_left_typed ORDER BY id";
    Statement query{file, sql};
    while (query.step()) {
        all.push_back(read_fields<LeftOpen::Typed>(query));
    }
    return all;
}

} // namespace

std::optional<LeftOpen> left_open(Record& file)
{
    const std::string sql = "SELECT note_id, draft_id, " + columns_of<LeftOpen>() + " FROM sound_left_open";
    Statement query{file, sql};
    if (!query.step()) {
        return std::nullopt;
    }
    auto left = read_fields<LeftOpen>(query);
    left.typed = all_typed(file);
    if (const auto note = query.read<std::optional<model::NoteId>>("note_id")) {
        left.note = *note;
    } else if (const auto draft = query.read<std::optional<model::DraftId>>("draft_id")) {
        left.note = *draft;
    }
    return left;
}

void keep_left_open(Record& file, const std::optional<LeftOpen>& left)
{
    Statement{file, "DELETE FROM left_typed"}.run();
    Statement{file, "DELETE FROM left_open"}.run();
    if (!left) {
        return;
    }
    const auto* note = std::get_if<model::NoteId>(&left->note);
    const auto* draft = std::get_if<model::DraftId>(&left->note);
    const std::string sql = insertion_into<LeftOpen>("left_open", "id, note_id, draft_id");
    Statement insert{file, sql};
    insert.bind(":id", 1);
    insert.bind(":note_id", note != nullptr ? std::optional{*note} : std::nullopt);
    insert.bind(":draft_id", draft != nullptr ? std::optional{*draft} : std::nullopt);
    bind_fields(insert, *left);
    insert.insert();
    for (const LeftOpen::Typed& typed : left->typed) {
        keep_typed(file, typed);
    }
}

} // namespace storage
