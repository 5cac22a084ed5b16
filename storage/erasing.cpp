#include "storage/erasing.h"

#include "model/act.h"
#include "storage/drafts.h"
#include "storage/merging.h"

#include <algorithm>
#include <array>
#include <span>
#include <sstream>

namespace storage {

namespace {

/// Also of a client whose details are damaged: they can be erased like any other.
std::string code_of_client(Record& file, model::ClientId id)
{
    Statement query{file, "SELECT code FROM sealed_client WHERE id = :id"};
    query.bind(":id", id);
    if (!query.step()) {
        throw missing(file, "client", id.value);
    }
    return query.read_if_readable<std::string>("code").value_or("");
}

/// The notes of which this client's record has the draft or the note that was made of them.
std::vector<model::NoteId> origins_of(Record& file, model::ClientId client)
{
    std::vector<model::NoteId> origins;
    for (const model::Draft& draft : drafts_of(file, client)) {
        if (draft.content.first_written_as) {
            origins.push_back(*draft.content.first_written_as);
        }
    }
    Statement query{file, R"(
        SELECT first_written_as FROM sound_note WHERE client_id = :client AND first_written_as IS NOT NULL)"};
    query.bind(":client", client);
    while (query.step()) {
        origins.push_back(query.read<model::NoteId>("first_written_as"));
    }
    return origins;
}

/// The codes of the clients who were merged into this one, a line each.
std::string former_codes_of(Record& file, model::ClientId client)
{
    std::string lines;
    for (const MergedClient& merged : merged_into(file, client)) {
        lines += (lines.empty() ? "" : "\n") + merged.code;
    }
    return lines;
}

std::vector<std::string> lines_of(const std::string& text)
{
    std::vector<std::string> lines;
    std::istringstream stream{text};
    for (std::string line; std::getline(stream, line);) {
        lines.push_back(line);
    }
    return lines;
}

/// Where somebody was when the casebook was locked is not the place of the one who goes; of an erased client no word
/// that was typed stays either. Pages that are no client's have numbers below -1, see `LeftOpen::Typed`.
constexpr std::array left_open_rows{
    "DELETE FROM left_typed WHERE tab >= -1 AND EXISTS (SELECT 1 FROM left_open WHERE client_id = :client AND NOT "
    "is_adding_client)",
    "UPDATE left_open SET client_id = NULL, note_id = NULL, draft_id = NULL, is_starting_note = 0 WHERE client_id = "
    ":client",
};

/// The clients who were merged into this one, those of those included, whether it is there or not.
void add_merged(Record& file, model::ClientId into, std::vector<model::ClientId>& merged)
{
    Statement query{file, "SELECT record_id FROM act_log WHERE kind = :kind AND client_id = :into ORDER BY number"};
    query.bind(":kind", model::ActKind::clients_merged);
    query.bind(":into", into);
    std::vector<model::ClientId> found;
    while (query.step()) {
        if (const auto from = query.read_if_readable<model::ClientId>("record_id");
            from && std::ranges::find(merged, *from) == merged.end()) {
            found.push_back(*from);
            merged.push_back(*from);
        }
    }
    for (const model::ClientId from : found) {
        add_merged(file, from, merged);
    }
}

/// One note with what hangs on it, which `erased_note` names. Parts before what they are parts of.
constexpr std::array misfiled_rows{
    "UPDATE left_open SET note_id = NULL WHERE note_id = :note",
    "DELETE FROM notice_review WHERE notice_id IN (SELECT id FROM notice WHERE note_id = :note)",
    "DELETE FROM notice WHERE note_id = :note",
    "DELETE FROM note_section WHERE note_id = :note",
    "DELETE FROM note_modality WHERE note_id = :note",
    "DELETE FROM note_technique WHERE note_id = :note",
    "DELETE FROM rating WHERE note_id = :note",
    "DELETE FROM addendum WHERE note_id = :note",
    "DELETE FROM note_error WHERE note_id = :note",
    "DELETE FROM note WHERE id = :note",
};

/// Parts before what they are parts of.
constexpr std::array erased_rows{
    "DELETE FROM notice_review WHERE notice_id IN (SELECT id FROM notice WHERE client_id = :client)",
    "DELETE FROM notice WHERE client_id = :client",
    "DELETE FROM note_section WHERE note_id IN (SELECT id FROM note WHERE client_id = :client)",
    "DELETE FROM note_modality WHERE note_id IN (SELECT id FROM note WHERE client_id = :client)",
    "DELETE FROM note_technique WHERE note_id IN (SELECT id FROM note WHERE client_id = :client)",
    "DELETE FROM rating WHERE note_id IN (SELECT id FROM note WHERE client_id = :client)",
    "DELETE FROM addendum WHERE note_id IN (SELECT id FROM note WHERE client_id = :client)",
    "DELETE FROM note_error WHERE note_id IN (SELECT id FROM note WHERE client_id = :client)",
    "DELETE FROM note WHERE client_id = :client",
    "DELETE FROM draft WHERE client_id = :client",
    "DELETE FROM score WHERE administration_id IN (SELECT id FROM administration WHERE client_id = :client)",
    "DELETE FROM administration_error WHERE administration_id IN (SELECT id FROM administration WHERE client_id = "
    ":client)",
    "DELETE FROM administration WHERE client_id = :client",
    "DELETE FROM goal_wording WHERE goal_id IN (SELECT id FROM goal WHERE client_id = :client)",
    "DELETE FROM goal WHERE client_id = :client",
    "DELETE FROM episode_correction WHERE episode_id IN (SELECT id FROM episode WHERE client_id = :client)",
    "DELETE FROM level_of_care_span WHERE episode_id IN (SELECT id FROM episode WHERE client_id = :client)",
    "DELETE FROM episode WHERE client_id = :client",
    "DELETE FROM session_tally WHERE client_id = :client",
    "DELETE FROM latest_form WHERE client_id = :client",
    "DELETE FROM summary_left_out WHERE client_id = :client",
    "DELETE FROM summary_choice WHERE client_id = :client",
    "DELETE FROM client_version WHERE client_id = :client",
    "DELETE FROM client_merge WHERE into_client_id = :client",
    "DELETE FROM client WHERE id = :client",
};

} // namespace

std::vector<model::Erasure> erasures(Record& file)
{
    Statement query{file, R"(
        SELECT client_id, code, ground, reason, author, erased_at, notes, forms, former_codes
          FROM sound_erasure
         ORDER BY erased_at DESC, client_id DESC)"};
    std::vector<model::Erasure> all;
    while (query.step()) {
        all.push_back({
            .client = query.read<model::ClientId>("client_id"),
            .code = query.read<std::string>("code"),
            .ground = query.read<model::ErasureGround>("ground"),
            .reason = query.read<std::string>("reason"),
            .by = query.read<std::string>("author"),
            .at = query.read<model::Moment>("erased_at"),
            .notes = query.read<int>("notes"),
            .forms = query.read<int>("forms"),
            .former_codes = lines_of(query.read<std::string>("former_codes")),
        });
    }
    return all;
}

std::vector<model::Erasure> erased_with_merged(Record& file)
{
    std::vector<model::Erasure> all;
    for (const model::Erasure& erasure : erasures(file)) {
        all.push_back(erasure);
        std::vector<model::ClientId> merged;
        add_merged(file, erasure.client, merged);
        for (const model::ClientId from : merged) {
            all.push_back(erasure);
            all.back().client = from;
            all.back().code.clear();
        }
    }
    return all;
}

model::Erasure erasure_of(Record& file, model::ClientId id)
{
    Statement query{file, R"(
        SELECT (SELECT count(*) FROM sealed_note WHERE client_id = :client) AS notes,
               (SELECT count(*) FROM sealed_administration WHERE client_id = :client) AS forms)"};
    query.bind(":client", id);
    query.step();
    return {.client = id,
            .code = code_of_client(file, id),
            .notes = query.read<int>("notes"),
            .forms = query.read<int>("forms")};
}

std::vector<MisfiledNote> misfiled_notes(Record& file, model::ClientId client)
{
    std::vector<MisfiledNote> notes;
    for (std::vector<model::NoteId> origins = origins_of(file, client); !origins.empty();) {
        const model::NoteId note = origins.back();
        origins.pop_back();
        Statement query{file, "SELECT client_id, first_written_as FROM sealed_note WHERE id = :note"};
        query.bind(":note", note);
        const bool is_known = std::ranges::find(notes, note, &MisfiledNote::note) != notes.end();
        if (is_known || !query.step()) {
            continue;
        }
        if (const auto of = query.read<model::ClientId>("client_id"); of != client) {
            notes.push_back({.note = note, .client = of});
        }
        // It may have gone from hand to hand.
        if (const auto before = query.read<std::optional<model::NoteId>>("first_written_as")) {
            origins.push_back(*before);
        }
    }
    return notes;
}

void erase_client(Record& file, const model::Erasure& erasure, std::span<const MisfiledNote> misfiled)
{
    Statement insert{file, R"(
        INSERT INTO erasure (client_id, code, ground, reason, author, erased_at, notes, forms, former_codes)
        VALUES (:client, :code, :ground, :reason, :author, :erased_at, :notes, :forms, :former_codes))"};
    insert.bind(":client", erasure.client);
    insert.bind(":code", erasure.code);
    insert.bind(":ground", erasure.ground);
    insert.bind(":reason", erasure.reason);
    insert.bind(":author", erasure.by);
    insert.bind(":erased_at", erasure.at);
    insert.bind(":notes", erasure.notes + static_cast<int>(misfiled.size()));
    insert.bind(":forms", erasure.forms);
    insert.bind(":former_codes", former_codes_of(file, erasure.client));
    insert.insert();
    for (const MisfiledNote& one : misfiled) {
        Statement name{file, "INSERT INTO erased_note (note_id, client_id) VALUES (:note, :client)"};
        name.bind(":note", one.note);
        name.bind(":client", erasure.client);
        name.insert();
    }
    for (const auto& rows : {std::span<const char* const>{left_open_rows}, std::span<const char* const>{erased_rows}}) {
        for (const char* sql : rows) {
            Statement statement{file, sql};
            statement.bind(":client", erasure.client);
            statement.run();
        }
    }
}

void erase_misfiled_note(Record& file, model::NoteId note)
{
    for (const char* sql : misfiled_rows) {
        Statement statement{file, sql};
        statement.bind(":note", note);
        statement.run();
    }
}

} // namespace storage
