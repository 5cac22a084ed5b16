#include "storage/resealing.h"

#include "storage/act_log.h"
#include "storage/storage_error.h"
#include "storage/verification.h"

#include <SQLiteCpp/Statement.h>

#include <algorithm>
#include <utility>

namespace storage {

namespace {

using vault::Purpose;

std::string among_damaged(const std::string& table)
{
    return "(SELECT row_id FROM temp.doubtful_row WHERE is_damaged AND table_name = '" + table + "')";
}

} // namespace

Resealing::Resealing(SQLite::Database& file, const vault::CasebookKeys& keys, std::set<std::string> tables)
    : file_{file}, keys_{keys}, tables_{std::move(tables)}
{
    Record record{file_, subkey(keys_.vault, Purpose::row_macs)};
    is_log_readable_ = ActLog{record, subkey(keys_.vault, Purpose::chain_macs), keys_.person, {}}.is_readable();
    if (tables_.empty()) {
        return;
    }
    if (!is_log_readable_) {
        throw StorageError{StorageErrorKind::damaged, "upgrade: the log cannot be read"};
    }
    require_own_keys(record.seals());
    hold_against_log(record);
    list_doubtful();
}

Resealing::~Resealing()
{
    file_.tryExec("DROP TABLE IF EXISTS temp.doubtful_row");
}

/// Rows are named by their key and chosen by their number: a table in which the two differ was made by somebody else.
void Resealing::require_own_keys(const Seals& seals) const
{
    for (const std::string& table : tables_) {
        if (!seals.knows(table)) {
            continue;
        }
        SQLite::Statement other{file_, "SELECT 1 FROM main." + table + " WHERE rowid IS NOT " + seals.key_of(table)};
        if (other.executeStep()) {
            throw StorageError{StorageErrorKind::damaged, "upgrade: table " + table + " was made anew"};
        }
    }
}

void Resealing::hold_against_log(Record& record)
{
    for (const TamperFinding& finding : verify(record, subkey(keys_.vault, Purpose::chain_macs), {}).findings) {
        switch (finding.what) {
        case Tampering::row_edited:
        case Tampering::row_unreadable:
            damaged_.insert(finding.row);
            break;
        case Tampering::row_inserted:
        case Tampering::row_replayed:
            unvouched_.insert(finding.row);
            break;
        default:
            break;
        }
    }
    // One that nobody wrote may be damaged besides.
    for (const RowName& row : record.seals().unsound()) {
        damaged_.insert(row);
    }
    for (const std::string& table : tables_) {
        if (record.seals().knows(table)) {
            before_.emplace(table, ids_in(table));
        }
    }
}

void Resealing::list_doubtful() const
{
    file_.exec("CREATE TEMP TABLE doubtful_row (table_name TEXT NOT NULL, row_id INTEGER NOT NULL, "
               "is_damaged INTEGER NOT NULL)");
    SQLite::Statement list{file_, "INSERT INTO temp.doubtful_row VALUES (:table, :id, :is_damaged)"};
    for (const auto* rows : {&damaged_, &unvouched_}) {
        for (const RowName& row : *rows) {
            list.bind(":table", row.table);
            list.bind(":id", row.id);
            list.bind(":is_damaged", rows == &damaged_ ? 1 : 0);
            list.exec();
            list.reset();
        }
    }
}

void Resealing::read_doubtful()
{
    SQLite::Statement listed{file_, "SELECT table_name, row_id, is_damaged FROM temp.doubtful_row"};
    while (listed.executeStep()) {
        auto& rows = listed.getColumn(2).getInt() != 0 ? damaged_ : unvouched_;
        rows.insert({.table = listed.getColumn(0).getString(), .id = listed.getColumn(1).getInt64()});
    }
}

std::vector<std::int64_t> Resealing::ids_in(const std::string& table) const
{
    std::vector<std::int64_t> ids;
    SQLite::Statement rows{file_, "SELECT rowid FROM main." + table + " ORDER BY rowid"};
    while (rows.executeStep()) {
        ids.push_back(rows.getColumn(0).getInt64());
    }
    return ids;
}

void Resealing::finish(int version, const std::function<model::Moment()>& now)
{
    if (!is_log_readable_) {
        return;
    }
    if (!tables_.empty()) {
        read_doubtful();
    }
    Record record{file_, subkey(keys_.vault, Purpose::row_macs)};
    ActLog log{record, subkey(keys_.vault, Purpose::chain_macs), keys_.person,
               [&] { return now ? now() : log.last_at(); }};
    if (log.is_clock_set_back()) {
        log.add(model::ActKind::clock_set_back, {}, {});
    }
    record.seals().begin_act(log.head().number + 1);
    log.add(model::ActKind::upgraded, {.record = version}, seal_tables(record.seals()));
}

std::vector<RowWritten> Resealing::seal_tables(Seals& seals) const
{
    std::vector<RowWritten> removed;
    for (const std::string& table : tables_) {
        const auto before = before_.find(table);
        const bool is_there = seals.knows(table);
        if (!is_there && before == before_.end()) {
            throw StorageError{StorageErrorKind::refused, "upgrade: no sealed table " + table};
        }
        if (is_there) {
            file_.exec("UPDATE main." + table + " SET seal = zeroblob(16) WHERE rowid IN " + among_damaged(table));
            seals.seal_anew(table, "rowid NOT IN " + among_damaged(table));
        }
        const auto ids = is_there ? ids_in(table) : std::vector<std::int64_t>{};
        for (const std::int64_t id : before == before_.end() ? std::vector<std::int64_t>{} : before->second) {
            if (!std::ranges::binary_search(ids, id)) {
                removed.push_back({.row = {.table = table, .id = id}, .is_removed = true});
            }
        }
    }
    auto written = seals.end_act();
    std::erase_if(written, [&](const RowWritten& one) { return unvouched_.contains(one.row); });
    written.insert(written.end(), removed.begin(), removed.end());
    return written;
}

} // namespace storage
