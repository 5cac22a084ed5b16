#include "storage/merging.h"

#include "model/act.h"
#include "storage/choices.h"
#include "storage/client_code.h"
#include "storage/client_versions.h"
#include "storage/clients.h"
#include "storage/drafts.h"
#include "storage/episodes.h"
#include "storage/tallies.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <span>
#include <string_view>

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

/// Runs a statement about one client, `:client`.
void run_for(Record& file, std::string_view sql, model::ClientId client)
{
    Statement statement{file, sql};
    statement.bind(":client", client);
    statement.run();
}

void note_merge(Record& file, const MergedClient& merged, model::ClientId into)
{
    Statement earlier{file, "UPDATE client_merge SET into_client_id = :into WHERE into_client_id = :from"};
    earlier.bind(":into", into);
    earlier.bind(":from", merged.from);
    earlier.run();
    Statement insert{file, R"(
        INSERT INTO client_merge (into_client_id, from_client_id, code, code_key, reason, author, merged_at)
        VALUES (:into, :from, :code, :code_key, :reason, :author, :merged_at))"};
    insert.bind(":into", into);
    insert.bind(":from", merged.from);
    insert.bind(":code", merged.code);
    insert.bind(":code_key", code_key(merged.code));
    insert.bind(":reason", merged.reason);
    insert.bind(":author", merged.by);
    insert.bind(":merged_at", merged.at);
    insert.insert();
}

std::vector<model::UnitedEpisode> care_of_both(Record& file, model::ClientId from, model::ClientId into)
{
    model::SessionDays sessions{.noted = note_days(file, into), .drafted = draft_days(file, into)};
    std::ranges::copy(note_days(file, from), std::back_inserter(sessions.noted));
    std::ranges::copy(draft_days(file, from), std::back_inserter(sessions.drafted));
    return model::united_episodes(episodes_of(file, into), episodes_of(file, from), sessions);
}

void unite_episodes(Record& file, const MergedClient& merged, model::ClientId into)
{
    for (const auto& united : care_of_both(file, merged.from, into)) {
        keep_united_episode(file, united, into);
        for (model::EpisodeCorrection correction : united.episode.corrections) {
            correction.why = merged.reason;
            correction.by = merged.by;
            correction.at = merged.at;
            keep_correction(file, united.episode.id, correction);
        }
    }
}

/// What was chosen for the other's summary is the survivor's, where that has chosen nothing.
void give_summary_choices(Record& file, model::ClientId from, model::ClientId into)
{
    const auto has_chosen = [&](model::ClientId client) {
        Statement query{file, "SELECT 1 FROM sound_summary_choice WHERE client_id = :client"};
        query.bind(":client", client);
        return query.step();
    };
    if (has_chosen(from) && !has_chosen(into)) {
        remember_summary_choices(file, into, summary_choices(file, from));
    }
}

/// The details of both, as far as the survivor had none.
model::ClientDetails filled_in(model::ClientDetails details, const model::ClientDetails& from)
{
    for (const auto member : model::texts_of_details) {
        if ((details.*member).empty()) {
            details.*member = from.*member;
        }
    }
    details.born_on = details.born_on ? details.born_on : from.born_on;
    return details;
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

std::vector<MergedClient> merged_into(Record& file, model::ClientId client)
{
    Statement query{file, R"(
        SELECT from_client_id, code, reason, author, merged_at
          FROM sound_client_merge
         WHERE into_client_id = :client
         ORDER BY id)"};
    query.bind(":client", client);
    std::vector<MergedClient> merged;
    while (query.step()) {
        merged.push_back({
            .from = query.read<model::ClientId>("from_client_id"),
            .code = query.read<std::string>("code"),
            .reason = query.read<std::string>("reason"),
            .by = query.read<std::string>("author"),
            .at = query.read<model::Moment>("merged_at"),
        });
    }
    return merged;
}

void merge_clients(Record& file, const MergedClient& merged, model::ClientId into)
{
    const auto from_details = client(file, merged.from).details;
    const auto into_details = client(file, into).details;
    note_merge(file, merged, into);
    unite_episodes(file, merged, into);
    for (const char* sql : {"UPDATE goal SET client_id = :into WHERE client_id = :from",
                            "UPDATE draft SET client_id = :into WHERE client_id = :from",
                            "UPDATE note SET client_id = :into WHERE client_id = :from",
                            "UPDATE administration SET client_id = :into WHERE client_id = :from",
                            "UPDATE notice SET client_id = :into WHERE client_id = :from",
                            "UPDATE client_version SET client_id = :into, is_of_merged = 1 WHERE client_id = :from",
                            "UPDATE left_open SET client_id = :into WHERE client_id = :from"}) {
        Statement give{file, sql};
        give.bind(":into", into);
        give.bind(":from", merged.from);
        give.run();
    }
    give_summary_choices(file, merged.from, into);
    for (const char* sql :
         {"DELETE FROM session_tally WHERE client_id = :client", "DELETE FROM latest_form WHERE client_id = :client",
          "DELETE FROM summary_left_out WHERE client_id = :client",
          "DELETE FROM summary_choice WHERE client_id = :client", "DELETE FROM client WHERE id = :client"}) {
        run_for(file, sql, merged.from);
    }
    keep_merged_version(file, into, from_details, merged.by, merged.at);
    keep_version_before_merge(file, into, into_details, merged.by, merged.at);
    change_details(file, into, filled_in(into_details, from_details));
    recount_sessions(file, into);
    recount_latest_forms(file, into);
}

model::RecordCounts counts_of(Record& file, model::ClientId client)
{
    Statement query{file, R"(
        SELECT (SELECT count(*) FROM sealed_note WHERE client_id = :client) AS notes,
               (SELECT count(*) FROM sealed_draft WHERE client_id = :client) AS drafts,
               (SELECT count(*) FROM sealed_administration WHERE client_id = :client) AS forms,
               (SELECT count(*) FROM sealed_goal WHERE client_id = :client) AS goals,
               (SELECT count(*) FROM sealed_episode WHERE client_id = :client) AS episodes)"};
    query.bind(":client", client);
    query.step();
    return {.notes = query.read<int>("notes"),
            .drafts = query.read<int>("drafts"),
            .forms = query.read<int>("forms"),
            .goals = query.read<int>("goals"),
            .episodes = query.read<int>("episodes")};
}

model::MergeOutlook merge_outlook(Record& file, model::ClientId from, model::ClientId into)
{
    return {.moves = counts_of(file, from), .care = care_of_both(file, from, into)};
}

std::vector<model::Erasure> erasures(Record& file)
{
    Statement query{file, R"(
        SELECT client_id, code, ground, reason, author, erased_at, notes, forms
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

void erase_client(Record& file, const model::Erasure& erasure)
{
    Statement insert{file, R"(
        INSERT INTO erasure (client_id, code, ground, reason, author, erased_at, notes, forms)
        VALUES (:client, :code, :ground, :reason, :author, :erased_at, :notes, :forms))"};
    insert.bind(":client", erasure.client);
    insert.bind(":code", erasure.code);
    insert.bind(":ground", erasure.ground);
    insert.bind(":reason", erasure.reason);
    insert.bind(":author", erasure.by);
    insert.bind(":erased_at", erasure.at);
    insert.bind(":notes", erasure.notes);
    insert.bind(":forms", erasure.forms);
    insert.insert();
    for (const auto& rows : {std::span<const char* const>{left_open_rows}, std::span<const char* const>{erased_rows}}) {
        for (const char* sql : rows) {
            run_for(file, sql, erasure.client);
        }
    }
}

} // namespace storage
