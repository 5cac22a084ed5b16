#include "storage/left_open.h"

#include "storage/record.h"

namespace storage {

namespace {

void keep_typed(Record& file, const LeftOpen::Typed& typed)
{
    Statement insert{file, R"(
        INSERT INTO left_typed (tab, field, text, is_kept) VALUES (:tab, :field, :text, :is_kept))"};
    insert.bind(":tab", typed.tab);
    insert.bind(":field", typed.field);
    insert.bind(":text", typed.text);
    insert.bind(":is_kept", typed.is_kept);
    insert.insert();
}

std::vector<LeftOpen::Typed> all_typed(Record& file)
{
    std::vector<LeftOpen::Typed> all;
    Statement query{file, "SELECT tab, field, text, is_kept FROM sound_left_typed ORDER BY id"};
    while (query.step()) {
        all.push_back({
            .tab = query.read<int>("tab"),
            .field = query.read<std::string>("field"),
            .text = query.read<std::string>("text"),
            .is_kept = query.read<bool>("is_kept"),
        });
    }
    return all;
}

} // namespace

std::optional<LeftOpen> left_open(Record& file)
{
    Statement query{file, R"(
        SELECT client_id, tab, note_id, draft_id, is_starting_note, is_adding_client, names_are_hidden, focus_tab, focus,
               caret
          FROM sound_left_open)"};
    if (!query.step()) {
        return std::nullopt;
    }
    LeftOpen left{
        .client = query.read<std::optional<model::ClientId>>("client_id"),
        .tab = query.read<int>("tab"),
        .is_starting_note = query.read<bool>("is_starting_note"),
        .is_adding_client = query.read<bool>("is_adding_client"),
        .names_are_hidden = query.read<bool>("names_are_hidden"),
        .focus_tab = query.read<int>("focus_tab"),
        .focus = query.read<std::string>("focus"),
        .caret = query.read<std::int64_t>("caret"),
        .typed = all_typed(file),
    };
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
    Statement insert{file, R"(
        INSERT INTO left_open (id, client_id, tab, note_id, draft_id, is_starting_note, is_adding_client,
                               names_are_hidden, focus_tab, focus, caret)
        VALUES (1, :client, :tab, :note, :draft, :is_starting_note, :is_adding_client, :names_are_hidden, :focus_tab,
                :focus, :caret))"};
    insert.bind(":client", left->client);
    insert.bind(":tab", left->tab);
    insert.bind(":note", note != nullptr ? std::optional{*note} : std::nullopt);
    insert.bind(":draft", draft != nullptr ? std::optional{*draft} : std::nullopt);
    insert.bind(":is_starting_note", left->is_starting_note);
    insert.bind(":is_adding_client", left->is_adding_client);
    insert.bind(":names_are_hidden", left->names_are_hidden);
    insert.bind(":focus_tab", left->focus_tab);
    insert.bind(":focus", left->focus);
    insert.bind(":caret", static_cast<std::int64_t>(left->caret));
    insert.insert();
    for (const LeftOpen::Typed& typed : left->typed) {
        keep_typed(file, typed);
    }
}

} // namespace storage
