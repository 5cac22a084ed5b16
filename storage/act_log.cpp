#include "storage/act_log.h"

#include "model/codes.h"
#include "storage/database.h"
#include "storage/vault/wire.h"

#include <algorithm>
#include <limits>
#include <map>
#include <string>
#include <utility>

namespace storage {

namespace {

constexpr std::uint8_t written_mark = 1;
constexpr std::uint8_t removed_mark = 2;
constexpr int mark_width = 1;
constexpr int name_width = 1;
constexpr int number_width = 8;

std::vector<std::uint8_t> bytes_of(const std::vector<RowWritten>& rows)
{
    vault::Writer writer;
    for (const RowWritten& written : rows) {
        const std::string& table = written.row.table;
        writer.number(written.is_removed ? removed_mark : written_mark, mark_width);
        writer.number(table.size(), name_width);
        writer.bytes(std::span{reinterpret_cast<const std::uint8_t*>(table.data()), table.size()});
        writer.number(static_cast<std::uint64_t>(written.row.id), number_width);
        if (!written.is_removed) {
            writer.bytes(written.seal);
        }
    }
    return writer.take();
}

/// The next row in the list; empty when what is left is not one.
std::optional<RowWritten> next_row(vault::Reader& reader)
{
    if (reader.left() < mark_width + name_width) {
        return std::nullopt;
    }
    const auto mark = reader.number(mark_width);
    const auto length = static_cast<std::size_t>(reader.number(name_width));
    const std::size_t seal_size = mark == written_mark ? vault::RowSeal{}.size() : 0;
    if ((mark != written_mark && mark != removed_mark) || reader.left() < length + number_width + seal_size) {
        return std::nullopt;
    }
    std::vector<std::uint8_t> name(length);
    reader.bytes(name);
    RowWritten written{
        .row = {.table = {name.begin(), name.end()}, .id = static_cast<std::int64_t>(reader.number(number_width))},
        .is_removed = mark == removed_mark};
    if (!written.is_removed) {
        reader.bytes(written.seal);
    }
    return written;
}

void write_optional(vault::Writer& writer, std::optional<std::int64_t> number)
{
    writer.number(number ? 1 : 0, mark_width);
    writer.number(static_cast<std::uint64_t>(number.value_or(0)), number_width);
}

/// What the chain vouches for, but for the number: that is the entry's place in the chain.
std::vector<std::uint8_t> chained_bytes(const LoggedAct& entry)
{
    vault::Writer writer;
    writer.number(static_cast<std::uint64_t>(entry.act.at.time_since_epoch().count()), number_width);
    writer.number(static_cast<std::uint64_t>(entry.act.person), number_width);
    const std::string_view kind = model::code_of(entry.act.kind);
    writer.number(kind.size(), name_width);
    writer.bytes(std::span{reinterpret_cast<const std::uint8_t*>(kind.data()), kind.size()});
    write_optional(writer, entry.act.client ? std::optional{entry.act.client->value} : std::nullopt);
    write_optional(writer, entry.act.record);
    writer.number(entry.written.size(), number_width);
    writer.bytes(entry.written);
    return writer.take();
}

/// A mac as it lies in the file; zeros where it is no mac at all, which no entry fits.
vault::ChainMac read_mac(const Statement& query, const char* column)
{
    const auto bytes = query.read<std::optional<std::vector<std::uint8_t>>>(column);
    vault::ChainMac mac{};
    if (bytes && bytes->size() == mac.size()) {
        std::ranges::copy(*bytes, mac.begin());
    }
    return mac;
}

/// The entry in the present row. What cannot be read of a damaged one stays as it is by default.
LoggedAct read_entry(const Statement& query)
{
    LoggedAct entry{.act = {.number = static_cast<std::uint64_t>(query.read<std::int64_t>("number"))}};
    try {
        entry.mac = read_mac(query, "mac");
        entry.mac_before = read_mac(query, "mac_before");
        entry.act.at = query.read<model::Moment>("done_at");
        entry.act.person = query.read<std::int64_t>("person");
        entry.act.client = query.read<std::optional<model::ClientId>>("client_id");
        entry.act.record = query.read<std::optional<std::int64_t>>("record_id");
        entry.act.kind = query.read<model::ActKind>("kind");
        entry.written = query.read<std::vector<std::uint8_t>>("written");
    } catch (const StorageError& error) {
        if (error.kind != StorageErrorKind::damaged) {
            throw;
        }
        entry.act.is_damaged = true;
    }
    return entry;
}

/// The kinds between spaces, so that one parameter holds them all; nothing for every kind.
std::optional<std::string> joined_kinds(const std::vector<model::ActKind>& kinds)
{
    if (kinds.empty()) {
        return std::nullopt;
    }
    std::string joined{" "};
    for (const model::ActKind kind : kinds) {
        joined += std::string{model::code_of(kind)} + " ";
    }
    return joined;
}

std::map<std::int64_t, std::string> names_of_people(Record& record)
{
    Statement query{record, "SELECT id, name FROM sound_therapist"};
    std::map<std::int64_t, std::string> names;
    while (query.step()) {
        names.emplace(query.read<std::int64_t>("id"), query.read<std::string>("name"));
    }
    return names;
}

/// Their numbers, with commas between.
std::string listed(const std::vector<model::ClientId>& clients)
{
    std::string numbers;
    for (const model::ClientId client : clients) {
        numbers += (numbers.empty() ? "" : ", ") + std::to_string(client.value);
    }
    return numbers;
}

} // namespace

std::optional<std::vector<RowWritten>> rows_written(std::span<const std::uint8_t> bytes)
{
    vault::Reader reader{bytes};
    std::vector<RowWritten> rows;
    while (reader.left() > 0) {
        auto row = next_row(reader);
        if (!row) {
            return std::nullopt;
        }
        rows.push_back(std::move(*row));
    }
    return rows;
}

std::vector<LoggedAct> entries_between(Record& record, std::int64_t first, std::int64_t last, std::size_t most)
{
    Statement query{record, R"(
        SELECT number, done_at, person, kind, client_id, record_id, written, mac_before, mac
          FROM act_log
         WHERE number BETWEEN :first AND :last
         ORDER BY number
         LIMIT :most)"};
    query.bind(":first", first);
    query.bind(":last", last);
    query.bind(":most", static_cast<std::int64_t>(most));
    std::vector<LoggedAct> entries;
    while (query.step()) {
        entries.push_back(read_entry(query));
    }
    return entries;
}

bool LoggedAct::is_genuine(const vault::SecretKey& key) const
{
    return !act.is_damaged && vault::link(key, mac_before, chained_bytes(*this)) == mac;
}

ActLog::ActLog(Record& record, vault::SecretKey key, std::int64_t person, std::function<model::Moment()> now)
    : record_{record}, key_{std::move(key)}, person_{person}, now_{std::move(now)}
{
    try {
        with_storage_errors([&] { read_end(); });
    } catch (const StorageError& error) {
        // The records may be read all the same.
        if (error.kind != StorageErrorKind::damaged && error.kind != StorageErrorKind::disk_error) {
            throw;
        }
        is_readable_ = false;
    }
}

void ActLog::read_end()
{
    Statement query{record_, R"(
        SELECT number, done_at, person, kind, client_id, record_id, written, mac_before, mac
          FROM act_log
         WHERE number > 0
         ORDER BY number DESC
         LIMIT 1)"};
    if (query.step()) {
        const LoggedAct entry = read_entry(query);
        last_ = {.head = {.number = entry.act.number, .mac = entry.mac}, .at = entry.act.at};
        kept_ = last_;
    }
}

std::optional<model::Moment> ActLog::last_change_at()
{
    if (!is_readable_) {
        return std::nullopt;
    }
    Statement query{record_, "SELECT done_at FROM act_log WHERE length(written) > 0 ORDER BY number DESC LIMIT 1"};
    return query.step() ? std::optional{query.read<model::Moment>("done_at")} : std::nullopt;
}

bool ActLog::is_clock_set_back() const
{
    return now_() < last_.at;
}

void ActLog::add(model::ActKind kind, const ActSubject& subject, const std::vector<RowWritten>& written)
{
    if (!is_readable_) {
        throw StorageError{StorageErrorKind::read_only, "the end of the log cannot be read"};
    }
    LoggedAct entry{.act = {.number = head().number + 1,
                            .at = now_(),
                            .person = person_,
                            .kind = kind,
                            .client = subject.client,
                            .record = subject.record},
                    .written = bytes_of(written),
                    .mac_before = head().mac};
    entry.mac = vault::link(key_, entry.mac_before, chained_bytes(entry));
    Statement insert{record_, R"(
        INSERT INTO act_log (number, done_at, person, kind, client_id, record_id, written, mac_before, mac)
        VALUES (:number, :done_at, :person, :kind, :client, :record, :written, :mac_before, :mac))"};
    insert.bind(":number", static_cast<std::int64_t>(entry.act.number));
    insert.bind(":done_at", entry.act.at);
    insert.bind(":person", entry.act.person);
    insert.bind(":kind", entry.act.kind);
    insert.bind(":client", entry.act.client);
    insert.bind(":record", entry.act.record);
    insert.bind(":written", entry.written);
    insert.bind(":mac_before", std::vector<std::uint8_t>{entry.mac_before.begin(), entry.mac_before.end()});
    insert.bind(":mac", std::vector<std::uint8_t>{entry.mac.begin(), entry.mac.end()});
    insert.run();
    last_ = {.head = {.number = entry.act.number, .mac = entry.mac}, .at = entry.act.at};
}

std::optional<vault::ChainMac> ActLog::mac_of(std::uint64_t number)
{
    Statement query{record_, "SELECT mac FROM act_log WHERE number = :number"};
    query.bind(":number", static_cast<std::int64_t>(number));
    return query.step() ? std::optional{read_mac(query, "mac")} : std::nullopt;
}

std::vector<model::Act> ActLog::entries(const ActFilter& filter, std::size_t most)
{
    // The index by client serves only a statement that asks for nothing else.
    const std::string of_client = !filter.client ? ""
                                  : filter.merged.empty()
                                      ? "AND client_id = :client"
                                      : "AND (client_id = :client OR client_id IN (" + listed(filter.merged) + "))";
    const std::string sql = R"(
        SELECT number, done_at, person, kind, client_id, record_id, written, mac_before, mac,
               (SELECT mac FROM act_log AS earlier WHERE earlier.number = act_log.number - 1) AS mac_of_earlier
          FROM act_log
         WHERE number < :below )" +
                            of_client + R"(
           AND (:kinds IS NULL OR instr(:kinds, ' ' || kind || ' ') > 0)
           AND (:from IS NULL OR done_at >= :from)
           AND (:before IS NULL OR done_at < :before)
         ORDER BY number DESC
         LIMIT :most)";
    Statement query{record_, sql};
    query.bind(":below", filter.numbers_below ? static_cast<std::int64_t>(*filter.numbers_below)
                                              : std::numeric_limits<std::int64_t>::max());
    if (filter.client) {
        query.bind(":client", filter.client);
    }
    query.bind(":kinds", joined_kinds(filter.kinds));
    query.bind(":from", filter.from);
    query.bind(":before", filter.before);
    query.bind(":most", static_cast<std::int64_t>(most));
    const auto names = names_of_people(record_);
    std::vector<model::Act> acts;
    while (query.step()) {
        LoggedAct entry = read_entry(query);
        const auto name = names.find(entry.act.person);
        entry.act.person_name = name == names.end() ? std::string{} : name->second;
        entry.act.is_damaged = !entry.is_genuine(key_) || entry.mac_before != read_mac(query, "mac_of_earlier");
        std::copy_n(entry.mac.begin(), entry.act.mark.size(), entry.act.mark.begin());
        acts.push_back(std::move(entry.act));
    }
    return acts;
}

} // namespace storage
