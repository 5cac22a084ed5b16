#pragma once

#include "model/calendar.h"

#include <optional>
#include <stdexcept>
#include <string>
#include <utility>

namespace storage {

/// What went wrong in the world around a casebook. Every kind has one sentence in `app/words`.
enum class StorageErrorKind {
    cannot_open,       ///< The folder or file cannot be opened for reading and writing.
    wrong_password,    ///< The password or recovery code opens none of the key slots.
    not_ours,          ///< The folder or file is not a casebook, or is not encrypted.
    too_new,           ///< It was written by a newer Mendline.
    in_use,            ///< Another process, or another window of this one, has it open.
    open_elsewhere,    ///< By its note another machine has it open; nobody here can know whether it still has.
    damaged,           ///< It is a casebook, but its bytes are not what was written.
    full,              ///< The disk has no room; what was kept before is untouched.
    refused,           ///< A rule of the casebook forbids it: signed text, a constraint, an unusable password.
    not_found,         ///< Nothing of that name or id is there.
    exists,            ///< Something of that name is there already.
    too_little_memory, ///< The machine has not the memory that deriving the key needs.
    read_only,         ///< The disk or the folder takes no changes; reading works.
    needs_upgrade,     ///< It was written by an earlier Mendline, and lies where it cannot be brought up to date.
    disk_error,        ///< The disk failed to read or write.
    keys_lost,         ///< The records are there, but both copies of `keys` are damaged or missing: the sheet helps.
};

/// Who has a casebook open.
struct Holder {
    std::string host{}; ///< Empty where its note cannot be read.
    model::Moment since{};

    bool operator==(const Holder&) const = default;
};

/// The world failed. The user's mistakes are values, ours are asserts; this is neither.
///
/// `detail` is for logs and for people who repair programs: numbers, ids and file names, never what a client or a
/// therapist wrote.
class StorageError : public std::runtime_error {
public:
    explicit StorageError(StorageErrorKind what_kind, std::string technical_detail = {})
        : std::runtime_error{technical_detail}, kind{what_kind}, detail{std::move(technical_detail)}
    {
    }

    /// The casebook is `in_use` or `open_elsewhere`.
    explicit StorageError(Holder by, StorageErrorKind what_kind = StorageErrorKind::in_use)
        : StorageError{what_kind, "held"}
    {
        holder = std::move(by);
    }

    StorageErrorKind kind;
    std::string detail;
    std::optional<Holder> holder{}; ///< For `in_use`, where it is known, and for `open_elsewhere`.
};

} // namespace storage
