#include "storage/earlier_records.h"

#include "storage/administrations.h"
#include "storage/backup_file.h"
#include "storage/backups.h"
#include "storage/casebook_folder.h"
#include "storage/choices.h"
#include "storage/clients.h"
#include "storage/database.h"
#include "storage/drafts.h"
#include "storage/episodes.h"
#include "storage/goals.h"
#include "storage/measures.h"
#include "storage/modalities.h"
#include "storage/notes.h"
#include "storage/notices.h"
#include "storage/practice.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <string_view>
#include <sys/stat.h>

namespace storage {

namespace {

namespace fs = std::filesystem;

/// Where a table stands: the table of the records it is a part of, and the column that names them. A record's own table
/// has its key there.
struct Belonging {
    std::string_view table;
    std::string_view of;
    std::string_view by;
};

constexpr std::array belongings{
    Belonging{"note_section", "note", "note_id"},
    Belonging{"note_modality", "note", "note_id"},
    Belonging{"note_technique", "note", "note_id"},
    Belonging{"rating", "note", "note_id"},
    Belonging{"addendum", "note", "note_id"},
    Belonging{"note_error", "note", "note_id"},
    Belonging{"level_of_care_span", "episode", "episode_id"},
    Belonging{"client_version", "client", "client_id"},
    Belonging{"client_merge", "client", "into_client_id"},
    Belonging{"episode_correction", "episode", "episode_id"},
    Belonging{"modality_technique", "modality", "modality_id"},
    Belonging{"goal_wording", "goal", "goal_id"},
    Belonging{"score", "administration", "administration_id"},
    Belonging{"administration_error", "administration", "administration_id"},
    Belonging{"notice_review", "notice", "notice_id"},
    Belonging{"summary_left_out", "summary_choice", "client_id"},
};

/// A column of the row, once its seal was found right.
template <class Value>
Value column_of(Record& file, const RowName& row, std::string_view column)
{
    static constexpr std::array keyed_by_their_owner{"note_error", "administration_error", "notice_review",
                                                     "summary_choice"};
    const bool has_id = std::ranges::find(keyed_by_their_owner, row.table) == keyed_by_their_owner.end();
    const std::string key = has_id ? "id" : std::string{column};
    const std::string sql =
        "SELECT " + std::string{column} + " AS wanted FROM sound_" + row.table + " WHERE " + key + " = :id";
    Statement query{file, sql};
    query.bind(":id", row.id);
    if (!query.step())
        throw missing(file, row.table, row.id);
    return query.read<Value>("wanted");
}

RowName record_of(Record& file, const RowName& row)
{
    const auto* const found = std::ranges::find(belongings, row.table, &Belonging::table);
    return found == belongings.end()
               ? row
               : RowName{.table = std::string{found->of}, .id = column_of<std::int64_t>(file, row, found->by)};
}

/// The one of a client's records that has this id.
template <class Id, class Records>
AnyRecord one_of(const Records& records, Id id, const RowName& name)
{
    const auto found = std::ranges::find(records, id, &Records::value_type::id);
    if (found == records.end())
        throw StorageError{StorageErrorKind::damaged, name.table};
    return *found;
}

AnyRecord by_code(Record& file, const RowName& row)
{
    const auto code = column_of<std::string>(file, row, "code");
    if (row.table == "modality") {
        const auto all = own_modalities(file);
        const auto found = std::ranges::find(all, code, &model::Modality::code);
        if (found != all.end())
            return *found;
    } else {
        const auto all = own_measures(file);
        const auto found = std::ranges::find(all, code, &OwnMeasure::code);
        if (found != all.end() && found->definition)
            return *found->definition;
    }
    throw StorageError{StorageErrorKind::damaged, row.table};
}

AnyRecord whole_draft(Record& file, const RowName& row)
{
    const auto found = draft(file, {row.id});
    if (!found)
        throw missing(file, row.table, row.id);
    return *found;
}

AnyRecord client_s_record(Record& file, const RowName& row)
{
    const auto client = column_of<model::ClientId>(file, row, "client_id");
    if (row.table == "episode")
        return one_of(episodes_of(file, client), model::EpisodeId{row.id}, row);
    if (row.table == "administration")
        return one_of(administrations_of(file, client), model::AdministrationId{row.id}, row);
    return summary_choices(file, client);
}

/// A backup unpacked into a hidden folder beside itself, which goes with this value.
class Unpacked {
public:
    Unpacked(const Backup& backup, const Progress& progress)
        : folder_{backup.file.parent_path() / ("." + backup.file.filename().string() + ".look")}
    {
        fs::remove_all(folder_);
        if (::mkdir(folder_.c_str(), 0700) != 0)
            throw from_errno(errno, "make folder");
        try {
            unpack_backup_file(backup.file, folder_, Unpacking::to_try, progress);
        } catch (...) {
            remove();
            throw;
        }
    }
    Unpacked(const Unpacked&) = delete;
    Unpacked& operator=(const Unpacked&) = delete;
    ~Unpacked() { remove(); }

    const fs::path& folder() const { return folder_; }

private:
    void remove()
    {
        std::error_code ignored;
        fs::remove_all(folder_, ignored);
    }

    fs::path folder_;
};

/// Takes what this backup has out of `wanted`, and what it has not either: an older one will not have it.
void look_into(const Backup& backup, const vault::CasebookKeys& keys, std::vector<RowName>& wanted,
               std::map<RowName, EarlierRecord>& found, const Progress& progress)
{
    const Unpacked unpacked{backup, progress};
    OpenFiles files = open_files(unpacked.folder(), keys);
    Record record{files.record, subkey(keys.vault, vault::Purpose::row_macs)};
    std::erase_if(wanted, [&](const RowName& row) {
        try {
            found.emplace(row, EarlierRecord{.backup_made_at = backup.made_at, .record = record_with(record, row)});
            return true;
        } catch (const StorageError& error) {
            return error.kind == StorageErrorKind::not_found;
        }
    });
}

} // namespace

bool is_of_a_record(std::string_view table)
{
    static constexpr std::array<std::string_view, 13> whole{
        "practice", "therapist",          "setting",        "client", "episode",       "modality", "goal", "draft",
        "note",     "measure_definition", "administration", "notice", "summary_choice"};
    return std::ranges::find(whole, table) != whole.end() ||
           std::ranges::find(belongings, table, &Belonging::table) != belongings.end();
}

AnyRecord record_with(Record& file, const RowName& row)
{
    return with_storage_errors([&]() -> AnyRecord {
        const RowName record = record_of(file, row);
        if (record.table == "practice")
            return practice(file);
        if (record.table == "therapist")
            return therapist(file, static_cast<vault::Person>(record.id));
        if (record.table == "setting" && column_of<std::int64_t>(file, record, "id") == record.id)
            return settings(file);
        if (record.table == "client")
            return client(file, {record.id});
        if (record.table == "goal")
            return goal(file, {record.id});
        if (record.table == "draft")
            return whole_draft(file, record);
        if (record.table == "note")
            return note(file, {record.id});
        if (record.table == "notice")
            return notice(file, {record.id});
        if (record.table == "modality" || record.table == "measure_definition")
            return by_code(file, record);
        if (record.table == "episode" || record.table == "administration" || record.table == "summary_choice")
            return client_s_record(file, record);
        throw StorageError{StorageErrorKind::not_found, record.table};
    });
}

std::map<RowName, EarlierRecord> earlier_records(const fs::path& casebook, const vault::CasebookKeys& keys,
                                                 const std::vector<RowName>& rows, const Progress& progress)
{
    std::map<RowName, EarlierRecord> found;
    std::vector<RowName> wanted = rows;
    const auto backups = backups_of(casebook);
    for (std::size_t place = 0; place < backups.size() && !wanted.empty(); ++place) {
        const auto all = static_cast<double>(backups.size());
        const Progress part = progress.step(static_cast<double>(place) / all, static_cast<double>(place + 1) / all);
        try {
            with_storage_errors([&] { look_into(backups[place], keys, wanted, found, part); });
        } catch (const StorageError& error) {
            if (error.kind != StorageErrorKind::damaged && error.kind != StorageErrorKind::not_ours)
                throw;
        }
    }
    progress.reach(1);
    return found;
}

} // namespace storage
