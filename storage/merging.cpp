#include "storage/merging.h"

#include "storage/choices.h"
#include "storage/client_code.h"
#include "storage/client_versions.h"
#include "storage/clients.h"
#include "storage/drafts.h"
#include "storage/episodes.h"
#include "storage/erasing.h"
#include "storage/tallies.h"
#include "storage/united_episodes.h"

#include <algorithm>
#include <iterator>
#include <string_view>

namespace storage {

namespace {

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
    return model::united_episodes(episodes_as_kept(file, into), episodes_as_kept(file, from), sessions);
}

void unite_episodes(Record& file, const MergedClient& merged, model::ClientId into)
{
    const auto care = care_of_both(file, merged.from, into);
    end_damaged_episodes(file, merged.from, into);
    for (const auto& united : care) {
        if (united.of.size() > 1) {
            keep_united_episode(file, united);
        }
        for (model::EpisodeCorrection correction : united.episode.corrections) {
            correction.why = merged.reason;
            correction.by = merged.by;
            correction.at = merged.at;
            keep_correction(file, united.episode.id, correction);
        }
    }
    give_episodes(file, merged.from, into);
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
    const auto fill_in = []<class Value>(const model::FieldName& /*name*/, Value& value, const Value& other) {
        if (value == Value{}) {
            value = other;
        }
    };
    model::visit_fields(fill_in, details, from);
    return details;
}

/// What somebody had typed on the other's Details when the casebook was locked comes back in no field of the survivor.
void keep_typed_details_apart(Record& file, const MergedClient& merged)
{
    constexpr int details_tab = 5; // See `LeftOpen::tab`.
    Statement rename{file, R"(
        UPDATE left_typed
           SET field = :code || ': ' || field
         WHERE tab = :tab
           AND EXISTS (SELECT 1 FROM left_open WHERE client_id = :from))"};
    rename.bind(":code", merged.code);
    rename.bind(":tab", details_tab);
    rename.bind(":from", merged.from);
    rename.run();
}

/// Everything that somebody wrote, damaged parts included.
void give_rows(Record& file, const MergedClient& merged, model::ClientId into)
{
    const Seals::DamagedRowsMove damaged_rows_move{file.seals()};
    note_merge(file, merged, into);
    keep_typed_details_apart(file, merged);
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
}

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
    give_rows(file, merged, into);
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
            .episodes = query.read<int>("episodes"),
            .misfiled = static_cast<int>(misfiled_notes(file, client).size())};
}

model::MergeOutlook merge_outlook(Record& file, model::ClientId from, model::ClientId into)
{
    return {.moves = counts_of(file, from), .care = care_of_both(file, from, into)};
}

} // namespace storage
