#include "storage/seals.h"

#include "storage/database.h"

#include <SQLiteCpp/Statement.h>
#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <cstring>
#include <map>
#include <span>
#include <utility>

namespace storage {

namespace {

struct FunctionName {
    const char* name;
    int arguments;
};

constexpr int any_number = -1;
/// What triggers and views call, in the order in which `make_functions` has the bodies.
constexpr std::array functions{FunctionName{"present_act", 0}, FunctionName{"damaged_rows_move", 0},
                               FunctionName{"seal_row", any_number}, FunctionName{"remove_row", 2},
                               FunctionName{"is_sound", any_number}};

/// `prefix` before each name, commas between.
std::string listed(const std::vector<std::string>& names, const std::string& prefix)
{
    std::string list;
    for (const std::string& name : names) {
        list.append(list.empty() ? "" : ", ").append(prefix).append(name);
    }
    return list;
}

/// The name of each column and its value, with `prefix` before the latter.
std::string pairs(const std::vector<std::string>& names, const std::string& prefix)
{
    std::string list;
    for (const std::string& name : names) {
        list.append(list.empty() ? "'" : ", '").append(name).append("', ").append(prefix).append(name);
    }
    return list;
}

void add_number(std::vector<std::uint8_t>& bytes, std::uint64_t number)
{
    for (unsigned shift = 0; shift < 64; shift += 8) {
        bytes.push_back(static_cast<std::uint8_t>(number >> shift));
    }
}

/// Type, then the number or the length and the bytes: no two rows come out alike.
void add_value(std::vector<std::uint8_t>& bytes, sqlite3_value* value)
{
    const int type = sqlite3_value_type(value);
    bytes.push_back(static_cast<std::uint8_t>(type));
    if (type == SQLITE_INTEGER) {
        add_number(bytes, static_cast<std::uint64_t>(sqlite3_value_int64(value)));
    } else if (type == SQLITE_FLOAT) {
        const double number = sqlite3_value_double(value);
        std::uint64_t bits = 0;
        std::memcpy(&bits, &number, sizeof bits);
        add_number(bytes, bits);
    } else {
        const auto* from = static_cast<const std::uint8_t*>(sqlite3_value_blob(value));
        const auto size = static_cast<std::size_t>(sqlite3_value_bytes(value));
        add_number(bytes, size);
        if (size > 0) {
            bytes.insert(bytes.end(), from, from + size);
        }
    }
}

RowName row_name(sqlite3_value* table, sqlite3_value* id)
{
    return {.table = reinterpret_cast<const char*>(sqlite3_value_text(table)), .id = sqlite3_value_int64(id)};
}

/// Nothing may be thrown through SQLite.
template <class Work>
void answer(sqlite3_context* context, Work&& work)
{
    try {
        work();
    } catch (const std::bad_alloc&) {
        sqlite3_result_error_nomem(context);
    }
}

} // namespace

struct Seals::Functions {
    static Seals& of(sqlite3_context* context) { return *static_cast<Seals*>(sqlite3_user_data(context)); }

    /// `values` are table, key and act, then name and value in turns.
    static vault::RowSeal seal_of_row(Seals& seals, int count, sqlite3_value** values)
    {
        constexpr int first_pair = 3;
        seals.bytes_.clear();
        for (int index = 0; index < first_pair; ++index) {
            add_value(seals.bytes_, values[index]);
        }
        for (int index = first_pair; index + 1 < count; index += 2) {
            if (sqlite3_value_type(values[index + 1]) != SQLITE_NULL) {
                add_value(seals.bytes_, values[index]);
                add_value(seals.bytes_, values[index + 1]);
            }
        }
        return vault::seal_of(seals.key_, seals.bytes_);
    }

    static void present_act(sqlite3_context* context, int, sqlite3_value**)
    {
        const Seals& seals = of(context);
        if (seals.act_ == 0) {
            sqlite3_result_error(context, "written outside an act", -1);
            return;
        }
        sqlite3_result_int64(context, static_cast<sqlite3_int64>(seals.act_));
    }

    static void damaged_rows_move(sqlite3_context* context, int, sqlite3_value**)
    {
        sqlite3_result_int(context, of(context).damaged_rows_move_ ? 1 : 0);
    }

    static void seal_row(sqlite3_context* context, int count, sqlite3_value** values)
    {
        answer(context, [&] {
            Seals& seals = of(context);
            const auto seal = seal_of_row(seals, count, values);
            seals.written_.push_back({.row = row_name(values[0], values[1]), .seal = seal});
            sqlite3_result_blob(context, seal.data(), static_cast<int>(seal.size()), SQLITE_TRANSIENT);
        });
    }

    static void remove_row(sqlite3_context* context, int, sqlite3_value** values)
    {
        answer(context,
               [&] { of(context).written_.push_back({.row = row_name(values[0], values[1]), .is_removed = true}); });
    }

    static void is_sound(sqlite3_context* context, int count, sqlite3_value** values)
    {
        answer(context, [&] {
            Seals& seals = of(context);
            const auto right = seal_of_row(seals, count - 1, values + 1);
            const auto* found = static_cast<const std::uint8_t*>(sqlite3_value_blob(values[0]));
            const bool sound = sqlite3_value_type(values[0]) == SQLITE_BLOB &&
                               static_cast<std::size_t>(sqlite3_value_bytes(values[0])) == right.size() &&
                               std::ranges::equal(right, std::span{found, right.size()});
            if (!sound) {
                ++seals.times_unsound_;
                seals.unsound_.insert(row_name(values[1], values[2]));
            }
            sqlite3_result_int(context, sound ? 1 : 0);
        });
    }
};

Seals::Seals(SQLite::Database& file, vault::SecretKey key) : file_{file}, key_{std::move(key)}
{
    with_storage_errors([&] {
        make_functions();
        read_tables();
        for (const auto& [table, columns] : columns_) {
            make_guards(table, columns);
            tables_.push_back(table);
        }
    });
}

Seals::~Seals()
{
    for (const std::string& table : tables_) {
        for (const char* guard : {"TRIGGER temp.seal_new_", "TRIGGER temp.seal_changed_", "TRIGGER temp.keep_damaged_",
                                  "TRIGGER temp.note_removed_", "VIEW temp.sealed_", "VIEW temp.sound_"}) {
            file_.tryExec(std::string{"DROP "} + guard + table);
        }
    }
    for (const auto& [name, count] : functions) {
        sqlite3_create_function_v2(file_.getHandle(), name, count, SQLITE_UTF8, nullptr, nullptr, nullptr, nullptr,
                                   nullptr);
    }
}

void Seals::read_tables()
{
    SQLite::Statement names{file_, "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"};
    while (names.executeStep()) {
        const std::string name = names.getColumn(0).getString();
        Columns table;
        bool has_seal = false;
        SQLite::Statement columns{file_, "PRAGMA table_info(" + name + ")"};
        while (columns.executeStep()) {
            const std::string column = columns.getColumn("name").getString();
            if (columns.getColumn("pk").getInt() == 1) {
                table.key = column;
            } else if (column == "seal") {
                has_seal = true;
            } else if (column != "act") {
                table.fields.push_back(column);
            }
        }
        if (has_seal) {
            std::ranges::sort(table.fields);
            columns_.emplace(name, std::move(table));
        }
    }
}

void Seals::seal_anew(const std::string& table, const std::string& which)
{
    const Columns& columns = columns_.at(table);
    const std::string act = "CASE act WHEN 0 THEN present_act() ELSE act END";
    file_.exec("UPDATE main." + table + " SET act = " + act + ", seal = seal_row('" + table + "', " + columns.key +
               ", " + act + ", " + pairs(columns.fields, "") + ") WHERE " + which);
}

void Seals::begin_act(std::uint64_t number)
{
    assert(act_ == 0 && number > 0);
    act_ = number;
    written_.clear();
}

std::vector<RowWritten> Seals::end_act()
{
    act_ = 0;
    // A row that was written twice counts as it was written last.
    std::map<RowName, RowWritten> last;
    for (RowWritten& written : written_) {
        last.insert_or_assign(written.row, written);
    }
    written_.clear();
    std::vector<RowWritten> rows;
    rows.reserve(last.size());
    for (auto& [name, written] : last) {
        rows.push_back(std::move(written));
    }
    return rows;
}

void Seals::met_unreadable(const std::string& table)
{
    ++times_unsound_;
    unsound_.insert({.table = table, .id = 0});
}

void Seals::make_functions()
{
    const std::array bodies{&Functions::present_act, &Functions::damaged_rows_move, &Functions::seal_row,
                            &Functions::remove_row, &Functions::is_sound};
    for (std::size_t index = 0; index < bodies.size(); ++index) {
        const auto& [name, count] = functions.at(index);
        file_.check(sqlite3_create_function_v2(file_.getHandle(), name, count, SQLITE_UTF8, this, bodies.at(index),
                                               nullptr, nullptr, nullptr));
    }
}

void Seals::make_guards(const std::string& table, const Columns& columns)
{
    const auto& [key, fields] = columns;
    const std::string name = "'" + table + "'";
    const auto row = [&name, &key = key, &fields = fields](const std::string& prefix) {
        return name + ", " + prefix + key + ", " + prefix + "act, " + pairs(fields, prefix);
    };
    const std::string put_seal = "UPDATE " + table + " SET act = present_act(), seal = seal_row(" + name + ", NEW." +
                                 key + ", present_act(), " + pairs(fields, "NEW.") + ") WHERE " + key + " = NEW." +
                                 key + "; ";
    const std::string fields_updated = " UPDATE OF " + listed(fields, "") + " ON main." + table + " ";
    file_.exec("CREATE TEMP TRIGGER seal_new_" + table + " AFTER INSERT ON main." + table + " BEGIN " + put_seal +
               "END");
    file_.exec("CREATE TEMP TRIGGER seal_changed_" + table + " AFTER" + fields_updated +
               "WHEN NOT damaged_rows_move() OR is_sound(OLD.seal, " + row("OLD.") + ") BEGIN " + put_seal + "END");
    file_.exec("CREATE TEMP TRIGGER keep_damaged_" + table + " BEFORE" + fields_updated +
               "WHEN NOT damaged_rows_move() AND NOT is_sound(OLD.seal, " + row("OLD.") +
               ") BEGIN SELECT RAISE(ABORT, '" + std::string{broken_seal} + "'); END");
    file_.exec("CREATE TEMP TRIGGER note_removed_" + table + " AFTER DELETE ON main." + table +
               " BEGIN SELECT remove_row(" + name + ", OLD." + key + "); END");
    file_.exec("CREATE TEMP VIEW sealed_" + table + " AS SELECT " + key + ", act, seal, " + listed(fields, "") +
               ", is_sound(seal, " + row("") + ") AS is_sound FROM main." + table);
    file_.exec("CREATE TEMP VIEW sound_" + table + " AS SELECT " + key + ", " + listed(fields, "") + " FROM main." +
               table + " WHERE is_sound(seal, " + row("") + ")");
}

} // namespace storage
