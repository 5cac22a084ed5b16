#include "storage/verification.h"

#include "storage/database.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace storage {

namespace {

constexpr std::size_t entries_a_slice = 2'000;
constexpr std::int64_t rows_a_slice = 4'000;
constexpr auto before_all_ids = std::numeric_limits<std::int64_t>::min();
constexpr auto above_all_ids = std::numeric_limits<std::int64_t>::max();

/// What cannot be read is a finding; any other failure ends the check.
void rethrow_unless_unreadable(const StorageError& error)
{
    if (error.kind != StorageErrorKind::damaged && error.kind != StorageErrorKind::disk_error) {
        throw;
    }
}

/// The seal as it lies in the file; zeros where it is none.
vault::RowSeal read_seal(const Statement& query)
{
    const auto bytes = query.read<std::vector<std::uint8_t>>("seal");
    vault::RowSeal seal{};
    if (bytes.size() == seal.size()) {
        std::ranges::copy(bytes, seal.begin());
    }
    return seal;
}

/// Empty where it cannot be read: the record of a person may be damaged as any other.
std::string name_of_person(Record& record, std::int64_t person)
{
    try {
        return with_storage_errors([&] {
            Statement query{record, "SELECT name FROM sound_therapist WHERE id = :id"};
            query.bind(":id", person);
            return query.step() ? query.read<std::string>("name") : std::string{};
        });
    } catch (const StorageError&) {
        return {};
    }
}

} // namespace

Verification::Verification(Record& record, vault::SecretKey chain_key, const LogHead& known)
    : record_{record}, chain_key_{std::move(chain_key)}, known_{known}
{
    begin();
}

void Verification::begin()
{
    phase_ = Phase::log;
    report_ = {};
    changes_before_ = record_.file().getTotalChanges();
    last_number_ = 0;
    next_entry_ = before_all_ids;
    is_log_damaged_ = false;
    unreadable_.clear();
    macs_ = {vault::ChainMac{}};
    misfits_.clear();
    expected_.clear();
    rows_expected_ = 0;
    table_ = 0;
    next_expected_ = 0;
    last_id_ = before_all_ids;
}

bool Verification::has_changed()
{
    return record_.file().getTotalChanges() != changes_before_;
}

bool Verification::step()
{
    if (phase_ != Phase::done && has_changed()) {
        begin();
    }
    switch (phase_) {
    case Phase::log:
        read_log();
        break;
    case Phase::rows:
        read_rows();
        break;
    case Phase::file:
        check_file();
        name_rows();
        phase_ = Phase::done;
        break;
    case Phase::done:
        break;
    }
    return phase_ != Phase::done;
}

double Verification::progress() const
{
    constexpr double log_share = 0.3;
    constexpr double rows_share = 0.6;
    const auto part = [](std::uint64_t done, std::uint64_t all) {
        return all == 0 ? 1.0 : std::min(1.0, static_cast<double>(done) / static_cast<double>(all));
    };
    switch (phase_) {
    case Phase::log:
        return log_share * part(report_.acts, std::max(known_.number, report_.acts + 1));
    case Phase::rows:
        return log_share + rows_share * part(report_.rows, rows_expected_);
    case Phase::file:
        return log_share + rows_share;
    case Phase::done:
        return 1;
    }
    return 1;
}

void Verification::read_log()
{
    bool goes_on = false;
    try {
        auto entries =
            with_storage_errors([&] { return entries_between(record_, next_entry_, above_all_ids, entries_a_slice); });
        goes_on = entries.size() == entries_a_slice;
        for (LoggedAct& entry : entries) {
            next_entry_ = static_cast<std::int64_t>(entry.act.number) + 1;
            heed(std::move(entry));
        }
    } catch (const StorageError& error) {
        rethrow_unless_unreadable(error);
        goes_on = read_log_one_by_one();
    }
    if (!goes_on) {
        report_.head = {.number = last_number_, .mac = macs_.back()};
        judge_log();
        expect_rows();
        phase_ = Phase::rows;
    }
}

bool Verification::read_log_one_by_one()
{
    if (!std::exchange(is_log_damaged_, true)) {
        find(Tampering::file_damaged, 0, {.table = "act_log"});
    }
    const std::int64_t last = last_number();
    next_entry_ = std::max<std::int64_t>(next_entry_, 1);
    const auto most = static_cast<std::int64_t>(entries_a_slice);
    const std::int64_t end = std::min(last, next_entry_ + most - 1);
    for (; next_entry_ <= end; ++next_entry_) {
        try {
            for (LoggedAct& entry :
                 with_storage_errors([&] { return entries_between(record_, next_entry_, next_entry_, 1); })) {
                heed(std::move(entry));
            }
        } catch (const StorageError& error) {
            rethrow_unless_unreadable(error);
            unreadable_.push_back(static_cast<std::uint64_t>(next_entry_));
        }
    }
    return next_entry_ <= last;
}

/// Of the log, as far as it or the keys tell.
std::int64_t Verification::last_number()
{
    const auto known = static_cast<std::int64_t>(known_.number);
    try {
        return with_storage_errors([&] {
            Statement query{record_, "SELECT max(number) AS last FROM act_log"};
            query.step();
            return std::max(known, query.read<std::optional<std::int64_t>>("last").value_or(0));
        });
    } catch (const StorageError& error) {
        rethrow_unless_unreadable(error);
        return known;
    }
}

bool Verification::is_unreadable(std::uint64_t act) const
{
    return are_unreadable(act, act);
}

/// Whether all these entries lie in the part of the log that cannot be read.
bool Verification::are_unreadable(std::uint64_t first, std::uint64_t last) const
{
    const auto begin = std::ranges::lower_bound(unreadable_, first);
    const auto end = std::ranges::upper_bound(unreadable_, last);
    return static_cast<std::uint64_t>(end - begin) == last - first + 1;
}

void Verification::heed(LoggedAct entry)
{
    ++report_.acts;
    if (static_cast<std::int64_t>(entry.act.number) <= 0) {
        find(Tampering::act_inserted, 0);
        return;
    }
    const bool is_gap = entry.act.number != last_number_ + 1;
    if (is_gap && !are_unreadable(last_number_ + 1, entry.act.number - 1)) {
        find(Tampering::act_removed, last_number_ + 1);
    }
    last_number_ = entry.act.number;
    const auto rows = rows_written(entry.written);
    for (const RowWritten& written : rows.value_or(std::vector<RowWritten>{})) {
        expected_[written.row.table].push_back(
            {.id = written.row.id, .act = entry.act.number, .is_removed = written.is_removed, .seal = written.seal});
    }
    const Misfit entered{.place = macs_.size(),
                         .number = entry.act.number,
                         .is_genuine = entry.is_genuine(chain_key_),
                         .mac_before = entry.mac_before};
    const bool fits = is_gap || entered.mac_before == macs_.back();
    macs_.push_back(entry.mac);
    if (!entered.is_genuine || !fits) {
        misfits_.push_back(entered);
    }
}

void Verification::judge_log()
{
    std::vector<std::size_t> out_of_place; // Entries that were inserted or moved: what follows them does not fit.
    for (std::size_t index = 0; index < misfits_.size(); ++index) {
        const Misfit& entry = misfits_[index];
        if (!entry.is_genuine) {
            // The entry after an inserted one does not know of it.
            const bool is_skipped = index + 1 < misfits_.size() && misfits_[index + 1].place == entry.place + 1 &&
                                    misfits_[index + 1].mac_before == macs_[entry.place - 1];
            find(is_skipped ? Tampering::act_inserted : Tampering::act_edited, entry.number);
            out_of_place.push_back(entry.place);
            continue;
        }
        const auto found = std::ranges::find(macs_, entry.mac_before);
        const auto before = static_cast<std::size_t>(found - macs_.begin());
        const bool is_explained = std::ranges::any_of(
            out_of_place, [&](std::size_t place) { return before <= place && place < entry.place; });
        if (found == macs_.end()) {
            const bool follows_an_edited_one = !out_of_place.empty() && out_of_place.back() + 1 == entry.place;
            if (!follows_an_edited_one) {
                find(Tampering::act_removed, entry.number);
            }
        } else if (before >= entry.place) {
            find(Tampering::acts_reordered, entry.number);
            out_of_place.push_back(entry.place);
        } else if (!is_explained) {
            find(Tampering::act_removed, entry.number);
        }
    }
    if (known_.number > 0 && !is_unreadable(known_.number) && std::ranges::find(macs_, known_.mac) == macs_.end()) {
        find(Tampering::log_cut_short, known_.number);
    }
}

void Verification::expect_rows()
{
    for (auto& [table, rows] : expected_) {
        std::ranges::stable_sort(rows, {}, &Expected::id);
        // The last act that wrote a row says how it stands.
        std::vector<Expected> last;
        for (const Expected& row : rows) {
            if (!last.empty() && last.back().id == row.id) {
                last.back() = row;
            } else {
                last.push_back(row);
            }
        }
        rows = std::move(last);
        rows_expected_ += rows.size();
    }
}

void Verification::read_rows()
{
    const auto& tables = record_.seals().tables();
    if (table_ == tables.size()) {
        miss_tables();
        phase_ = Phase::file;
        return;
    }
    const std::string& table = tables[table_];
    std::int64_t read = 0;
    try {
        with_storage_errors([&] {
            const std::string key = record_.seals().key_of(table);
            const std::string sql = "SELECT " + key + " AS id, act, seal, is_sound FROM sealed_" + table + " WHERE " +
                                    key + " > :after ORDER BY " + key + " LIMIT :most";
            Statement query{record_, sql};
            query.bind(":after", last_id_);
            query.bind(":most", rows_a_slice);
            while (query.step()) {
                compare({.table = table, .id = query.read<std::int64_t>("id")}, query);
                ++read;
            }
        });
    } catch (const StorageError& error) {
        rethrow_unless_unreadable(error);
        find(Tampering::file_damaged, 0, {.table = table});
        read_rows_one_by_one(table);
        read = 0;
    }
    if (read < rows_a_slice) {
        miss_rows_before(table, above_all_ids);
        ++table_;
        next_expected_ = 0;
        last_id_ = before_all_ids;
    }
}

void Verification::read_rows_one_by_one(const std::string& table)
{
    const auto rows = expected_[table];
    const std::string sql =
        "SELECT act, seal, is_sound FROM sealed_" + table + " WHERE " + record_.seals().key_of(table) + " = :id";
    for (std::size_t index = next_expected_; index < rows.size(); ++index) {
        const Expected& row = rows[index];
        try {
            with_storage_errors([&] {
                Statement query{record_, sql};
                query.bind(":id", row.id);
                if (query.step()) {
                    compare({.table = table, .id = row.id}, query);
                } else {
                    miss(table, row);
                }
            });
        } catch (const StorageError&) {
            find(Tampering::row_unreadable, row.act, {.table = table, .id = row.id});
        }
        next_expected_ = index + 1;
    }
}

void Verification::compare(const RowName& name, const Statement& row)
{
    ++report_.rows;
    last_id_ = name.id;
    miss_rows_before(name.table, name.id);
    const auto& rows = expected_[name.table];
    const bool is_known = next_expected_ < rows.size() && rows[next_expected_].id == name.id;
    const Expected expected = is_known ? rows[next_expected_++] : Expected{};
    const bool is_sound = row.read<bool>("is_sound");
    if (is_sound && is_unreadable(static_cast<std::uint64_t>(row.read<std::int64_t>("act")))) {
        return;
    }
    if (!is_known && (is_sound || unreadable_.empty())) {
        find(Tampering::row_inserted, 0, name);
    } else if (!is_sound) {
        find(Tampering::row_edited, expected.act, name);
    } else if (expected.is_removed || expected.seal != read_seal(row)) {
        find(Tampering::row_replayed, expected.act, name);
    }
}

void Verification::miss_rows_before(const std::string& table, std::int64_t id)
{
    const auto& rows = expected_[table];
    for (; next_expected_ < rows.size() && rows[next_expected_].id < id; ++next_expected_) {
        miss(table, rows[next_expected_]);
    }
}

void Verification::miss(const std::string& table, const Expected& row)
{
    const bool may_be_removed_since = !unreadable_.empty() && unreadable_.back() > row.act;
    if (!row.is_removed && !may_be_removed_since) {
        find(Tampering::row_removed, row.act, {.table = table, .id = row.id});
    }
}

/// Somebody may have removed a whole table, or made it anew as one that nobody seals.
void Verification::miss_tables()
{
    const auto& tables = record_.seals().tables();
    for (const auto& [table, rows] : expected_) {
        if (std::ranges::find(tables, table) == tables.end()) {
            for (const Expected& row : rows) {
                miss(table, row);
            }
        }
    }
}

void Verification::check_file()
{
    // Rows that an index does not lead to would be missing from lists, however sound they are.
    try {
        with_storage_errors([&] {
            Statement check{record_, "PRAGMA integrity_check(1)"};
            if (!check.step() || check.read<std::string>("integrity_check") != "ok") {
                find(Tampering::file_damaged, 0);
            }
        });
    } catch (const StorageError& error) {
        rethrow_unless_unreadable(error);
        find(Tampering::file_damaged, 0);
    }
}

void Verification::name_rows()
{
    for (TamperFinding& finding : report_.findings) {
        if (finding.row.table.empty() || finding.act == 0) {
            continue;
        }
        const auto number = static_cast<std::int64_t>(finding.act);
        auto entries = with_storage_errors([&] { return entries_between(record_, number, number, 1); });
        if (!entries.empty()) {
            finding.written = std::move(entries.front().act);
            finding.written->person_name = name_of_person(record_, finding.written->person);
        }
    }
}

void Verification::find(Tampering what, std::uint64_t act, RowName row)
{
    report_.findings.push_back({.what = what, .row = std::move(row), .act = act});
}

VerificationReport verify(Record& record, vault::SecretKey chain_key, const LogHead& known)
{
    Verification verification{record, std::move(chain_key), known};
    while (verification.step()) {}
    return verification.report();
}

} // namespace storage
