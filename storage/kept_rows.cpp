#include "storage/kept_rows.h"

#include <SQLiteCpp/Statement.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace storage {

namespace {

/// When a row may be removed, as SQL that speaks of it as OLD.
constexpr std::string_view never;
constexpr std::string_view always = "1";
constexpr std::string_view with_the_client = "EXISTS (SELECT 1 FROM erasure WHERE client_id = OLD.client_id)";
constexpr std::string_view with_the_client_merged_into =
    "EXISTS (SELECT 1 FROM erasure WHERE client_id = OLD.into_client_id)";
constexpr std::string_view with_the_note = R"(
    EXISTS (SELECT 1 FROM note JOIN erasure ON erasure.client_id = note.client_id WHERE note.id = OLD.note_id)
    OR EXISTS (SELECT 1 FROM erased_note WHERE note_id = OLD.note_id))";
constexpr std::string_view as_a_note = R"(
    EXISTS (SELECT 1 FROM erasure WHERE client_id = OLD.client_id)
    OR EXISTS (SELECT 1 FROM erased_note WHERE note_id = OLD.id))";
constexpr std::string_view as_a_notice = R"(
    EXISTS (SELECT 1 FROM erasure WHERE client_id = OLD.client_id)
    OR EXISTS (SELECT 1 FROM erased_note WHERE note_id = OLD.note_id))";
constexpr std::string_view with_the_notice = R"(
    EXISTS (SELECT 1 FROM notice JOIN erasure ON erasure.client_id = notice.client_id WHERE notice.id = OLD.notice_id)
    OR EXISTS (SELECT 1 FROM notice JOIN erased_note ON erased_note.note_id = notice.note_id
                WHERE notice.id = OLD.notice_id))";
constexpr std::string_view with_the_goal =
    "EXISTS (SELECT 1 FROM goal JOIN erasure ON erasure.client_id = goal.client_id WHERE goal.id = OLD.goal_id)";
constexpr std::string_view with_the_administration = R"(
    EXISTS (SELECT 1 FROM administration JOIN erasure ON erasure.client_id = administration.client_id
             WHERE administration.id = OLD.administration_id))";
constexpr std::string_view with_the_episode = R"(
    EXISTS (SELECT 1 FROM episode JOIN erasure ON erasure.client_id = episode.client_id
             WHERE episode.id = OLD.episode_id))";

/// A table whose rows stay as they were written.
struct KeptTable {
    std::string_view table;
    std::string_view what;                   ///< As the refusal calls a row.
    std::string_view removed;                ///< When a row may be removed.
    std::array<std::string_view, 2> moves{}; ///< Columns that a merge of clients may change.
    bool may_change = false;
};

constexpr std::array kept_tables{
    KeptTable{"act_log", "the log of acts", never},
    KeptTable{"note", "a signed note", as_a_note, {"client_id"}},
    KeptTable{"note_section", "the text of a signed note", with_the_note},
    KeptTable{"note_modality", "the modalities of a signed note", with_the_note},
    KeptTable{"note_technique", "the techniques of a signed note", with_the_note},
    KeptTable{"rating", "a signed rating", with_the_note},
    KeptTable{"addendum", "an addendum", with_the_note},
    KeptTable{"note_error", "a note marked as entered in error", with_the_note},
    KeptTable{"goal_wording", "the former words of a goal", with_the_goal},
    KeptTable{"administration", "an administration", with_the_client, {"client_id"}},
    KeptTable{"score", "a score", with_the_administration},
    KeptTable{"administration_error", "an administration marked as entered in error", with_the_administration},
    // It follows its draft, but what was raised is never taken away.
    KeptTable{"notice", "a notice", as_a_notice, {}, true},
    KeptTable{"notice_review", "the review of a notice", with_the_notice},
    KeptTable{"measure_definition", "the definition of a measure", never},
    KeptTable{"measure_retirement", "the retirement of a measure", always},
    KeptTable{"client_version", "the earlier details of a client", with_the_client, {"client_id", "is_of_merged"}},
    KeptTable{"client_merge", "a merge of clients", with_the_client_merged_into, {"into_client_id"}},
    KeptTable{"episode_correction", "the correction of an episode", with_the_episode, {"episode_id"}},
    KeptTable{"erasure", "what was erased", never},
    KeptTable{"erased_note", "what was erased", never},
};

/// Tables whose rows go over to another client only as `client_merge` says.
constexpr std::array<std::string_view, 2> staying{"note", "administration"};

/// A rating is of a goal of the client whose note it is.
constexpr auto rating_belongs_to_the_client = R"(
    CREATE TRIGGER rating_belongs_to_the_client BEFORE INSERT ON rating
    WHEN (SELECT client_id FROM goal WHERE id = NEW.goal_id) <> (SELECT client_id FROM note WHERE id = NEW.note_id)
    BEGIN
        SELECT RAISE(ABORT, 'the rated goal is of another client');
    END)";

/// Which updates are refused: of a row that has its seal all, or those of the columns that no merge moves.
std::string refused_updates(SQLite::Database& file, const KeptTable& kept)
{
    const std::string table{kept.table};
    if (kept.table == "act_log") {
        return "UPDATE ON act_log";
    }
    if (kept.moves.front().empty()) {
        return "UPDATE ON " + table + " WHEN OLD.act <> 0";
    }
    std::string list;
    SQLite::Statement columns{file, "PRAGMA table_info(" + table + ")"};
    while (columns.executeStep()) {
        const std::string column = columns.getColumn("name").getString();
        // A row that is given to another client is sealed anew.
        if (column != "act" && column != "seal" && std::ranges::find(kept.moves, column) == kept.moves.end()) {
            list += (list.empty() ? "" : ", ") + column;
        }
    }
    return "UPDATE OF " + list + " ON " + table + " WHEN OLD.act <> 0";
}

void make_trigger(SQLite::Database& file, const std::string& name, const std::string& when, const std::string& refusal)
{
    file.exec("CREATE TRIGGER " + name + " BEFORE " + when + " BEGIN SELECT RAISE(ABORT, '" + refusal + "'); END");
}

void guard(SQLite::Database& file, const KeptTable& kept)
{
    const std::string table{kept.table};
    const std::string not_changed = std::string{kept.what} + " may not be changed";
    if (!kept.may_change) {
        make_trigger(file, table + "_is_not_changed", refused_updates(file, kept), not_changed);
    }
    if (std::ranges::find(staying, kept.table) != staying.end()) {
        make_trigger(file, table + "_stays_with_its_client",
                     "UPDATE OF client_id ON " + table + R"( WHEN OLD.act <> 0 AND NOT EXISTS (
                         SELECT 1 FROM client_merge
                          WHERE from_client_id = OLD.client_id AND into_client_id = NEW.client_id))",
                     not_changed);
    }
    if (kept.removed == always) {
        return;
    }
    const std::string unless = kept.removed == never ? "" : " WHEN NOT (" + std::string{kept.removed} + ")";
    make_trigger(file, table + "_is_not_removed", "DELETE ON " + table + unless,
                 std::string{kept.what} + " may not be removed");
}

} // namespace

void unguard_kept_rows(SQLite::Database& file)
{
    std::vector<std::string> all;
    SQLite::Statement query{file, "SELECT type || ' main.\"' || replace(name, '\"', '\"\"') || '\"' FROM sqlite_master "
                                  "WHERE type IN ('trigger', 'view') ORDER BY name"};
    while (query.executeStep()) {
        all.push_back(query.getColumn(0).getString());
    }
    query.reset();
    for (const std::string& what : all) {
        file.exec("DROP " + what);
    }
}

void guard_kept_rows(SQLite::Database& file)
{
    for (const KeptTable& kept : kept_tables) {
        guard(file, kept);
    }
    file.exec(rating_belongs_to_the_client);
}

} // namespace storage
