#include "storage/resealing.h"

#include "storage/act_log.h"
#include "storage/record.h"
#include "storage/verification.h"

#include <SQLiteCpp/Statement.h>

#include <algorithm>
#include <utility>

namespace storage {

namespace {

using vault::Purpose;

std::string among_damaged(const std::string& table)
{
    return "(SELECT row_id FROM temp.damaged_row WHERE table_name = '" + table + "')";
}

} // namespace

Resealing::Resealing(SQLite::Database& file, const vault::CasebookKeys& keys, std::vector<std::string> tables)
    : file_{file}, keys_{keys}, tables_{std::move(tables)}
{
    file_.exec("CREATE TEMP TABLE damaged_row (table_name TEXT NOT NULL, row_id INTEGER NOT NULL)");
    if (tables_.empty()) {
        return;
    }
    hold_against_log();
    SQLite::Statement list{file_, "INSERT INTO temp.damaged_row (table_name, row_id) VALUES (:table, :id)"};
    for (const RowName& row : damaged_) {
        list.bind(":table", row.table);
        list.bind(":id", row.id);
        list.exec();
        list.reset();
    }
    for (const std::string& table : tables_) {
        before_.emplace(table, ids_in(table));
    }
}

Resealing::~Resealing()
{
    file_.tryExec("DROP TABLE IF EXISTS temp.damaged_row");
}

void Resealing::hold_against_log()
{
    Record record{file_, subkey(keys_.vault, Purpose::row_macs)};
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
}

std::vector<std::int64_t> Resealing::ids_in(const std::string& table) const
{
    std::vector<std::int64_t> ids;
    SQLite::Statement known{file_, "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = :name"};
    known.bind(":name", table);
    if (known.executeStep()) {
        SQLite::Statement rows{file_, "SELECT rowid FROM main." + table + " ORDER BY rowid"};
        while (rows.executeStep()) {
            ids.push_back(rows.getColumn(0).getInt64());
        }
    }
    return ids;
}

void Resealing::finish(int version, const std::function<model::Moment()>& now)
{
    SQLite::Statement listed{file_, "SELECT table_name, row_id FROM temp.damaged_row"};
    while (listed.executeStep()) {
        damaged_.insert({.table = listed.getColumn(0).getString(), .id = listed.getColumn(1).getInt64()});
    }
    listed.reset();

    Record record{file_, subkey(keys_.vault, Purpose::row_macs)};
    ActLog log{record, subkey(keys_.vault, Purpose::chain_macs), keys_.person,
               [&] { return now ? now() : log.last_at(); }};
    if (log.is_readable() && log.is_clock_set_back()) {
        log.add(model::ActKind::clock_set_back, {}, {});
    }
    record.seals().begin_act(log.head().number + 1);
    const auto written = seal_tables(record.seals());
    if (log.is_readable()) {
        log.add(model::ActKind::upgraded, {.record = version}, written);
    }
}

std::vector<RowWritten> Resealing::seal_tables(Seals& seals) const
{
    std::vector<RowWritten> removed;
    for (const std::string& table : tables_) {
        const auto ids = ids_in(table);
        if (!ids.empty()) {
            file_.exec("UPDATE main." + table + " SET seal = zeroblob(16) WHERE rowid IN " + among_damaged(table));
            seals.seal_anew(table, "rowid NOT IN " + among_damaged(table));
        }
        const auto before = before_.find(table);
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
