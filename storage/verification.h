#pragma once

#include "storage/act_log.h"
#include "storage/record.h"
#include "storage/vault/log_head.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace storage {

/// What can be wrong with a casebook that still opens.
enum class Tampering {
    row_edited,     ///< Its seal is broken.
    row_removed,    ///< An act wrote it, none removed it, and it is not there.
    row_inserted,   ///< No act wrote it.
    row_replayed,   ///< An earlier version of it, or one that was removed, stands there.
    row_unreadable, ///< The file holds no such row any more that could be read.
    act_edited,     ///< An entry of the log is not what was entered.
    act_removed,
    act_inserted,
    acts_reordered,
    log_cut_short, ///< The keys know of acts that are not in it: its end is gone, or the record is an older copy.
    file_damaged,  ///< A table or an index cannot be read, or they contradict each other.
};

/// One thing that verification found.
struct TamperFinding {
    Tampering what{};
    RowName row{};         ///< For rows; for a damaged file its table, where that is known.
    std::uint64_t act = 0; ///< For entries of the log: the number, 0 where it is none that an entry can have. For rows:
                           ///< the act that wrote it, if known.
    std::optional<model::Act> written{}; ///< For rows: that act, as the log has it, so that the row can be named.

    bool operator==(const TamperFinding&) const = default;
};

/// What verification saw.
struct VerificationReport {
    std::uint64_t rows = 0;
    std::uint64_t acts = 0;
    LogHead head{}; ///< Where the log ends.
    std::vector<TamperFinding> findings{};

    bool is_sound() const { return findings.empty(); }
};

/// Walks the whole log and every sealed row, and holds the one against the other.
///
/// Where part of the log cannot be read it says so, and accuses no row of what an act in that part may have done.
///
/// It works in slices, so that a window can go on in between and whoever asked can let go of it. When something is
/// written meanwhile it begins anew. It changes nothing.
class Verification {
public:
    /// `record` must outlive it; `chain_key` is for `Purpose::chain_macs`; `known` is the head that `keys` has.
    Verification(Record& record, vault::SecretKey chain_key, const LogHead& known);

    /// Works on for some hundredths of a second; false once all is done.
    bool step();
    /// Between 0 and 1.
    double progress() const;
    /// Complete once `step` has returned false.
    const VerificationReport& report() const { return report_; }

private:
    /// What a row must look like, by the log.
    struct Expected {
        std::int64_t id = 0;
        std::uint64_t act = 0;
        bool is_removed = false;
        vault::RowSeal seal{};
    };
    enum class Phase { log, rows, file, done };

    void begin();
    bool has_changed();
    void read_log();
    bool read_log_one_by_one();
    std::int64_t last_number();
    bool is_unreadable(std::uint64_t act) const;
    bool are_unreadable(std::uint64_t first, std::uint64_t last) const;
    void heed(LoggedAct entry);
    void expect_rows();
    void judge_log();
    void read_rows();
    void read_rows_one_by_one(const std::string& table);
    void compare(const RowName& name, const Statement& row);
    void miss(const std::string& table, const Expected& row);
    void miss_rows_before(const std::string& table, std::int64_t id);
    void miss_tables();
    void check_file();
    void name_rows();
    void find(Tampering what, std::uint64_t act, RowName row = {});

    Record& record_;
    vault::SecretKey chain_key_;
    LogHead known_;
    Phase phase_ = Phase::log;
    VerificationReport report_{};
    int changes_before_ = 0; ///< Rows that this connection had written when it began.
    std::uint64_t last_number_ = 0;
    std::int64_t next_entry_ = 0;             ///< The number from which the log is read on.
    bool is_log_damaged_ = false;             ///< Part of it cannot be read.
    std::vector<std::uint64_t> unreadable_{}; ///< The numbers of entries in that part, in their order.
    /// What is kept of an entry whose place in the chain is in question.
    struct Misfit {
        std::size_t place = 0; ///< In `macs_`.
        std::uint64_t number = 0;
        bool is_genuine = false;
        vault::ChainMac mac_before{};
    };
    std::vector<vault::ChainMac> macs_{}; ///< Of all entries in their order; zeros first, which the first one follows.
    std::vector<Misfit> misfits_{};
    std::map<std::string, std::vector<Expected>> expected_{}; ///< By table; in the end by id, each once.
    std::uint64_t rows_expected_ = 0;
    std::size_t table_ = 0; ///< The one that is being read.
    std::size_t next_expected_ = 0;
    std::int64_t last_id_ = 0;
};

/// Verifies in one go.
VerificationReport verify(Record& record, vault::SecretKey chain_key, const LogHead& known);

} // namespace storage
