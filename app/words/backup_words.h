#pragma once

#include "app/words/start_words.h"
#include "model/calendar.h"
#include "model/date_habits.h"
#include "storage/storage_error.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// What is said about backups and restoring.
namespace app {

/// What stands in the way of a backup or of restoring one.
enum class BackupProblem {
    making,          ///< See `BackupTrouble::kind`.
    restoring,       ///< The same.
    unproved,        ///< The casebook itself is damaged; a copy of it was kept that does not count.
    swapping,        ///< See `BackupTrouble::kind`, at the second step.
    copying,         ///< The same, of a backup to another place.
    stopped,         ///< Somebody stopped it.
    name_missing,    ///< The restored casebook has no name.
    name_unusable,   ///< Its name cannot be a folder's.
    folder_missing,  ///< The folder it shall lie in is not there.
    in_casebook,     ///< The chosen folder is a casebook, or lies in one.
    code_unreadable, ///< What was typed is neither a password nor a recovery code without a typo.
};

/// A problem with what its sentence needs.
struct BackupTrouble {
    BackupProblem problem = BackupProblem::making;
    storage::StorageErrorKind kind = storage::StorageErrorKind::cannot_open;
    std::optional<StartTrouble> slip{}; ///< For `wrong_password`, where what was typed is almost a recovery code.

    bool operator==(const BackupTrouble&) const = default;
};

std::string words_for(const BackupTrouble& trouble);

/// How it stands with the backups of a casebook.
struct BackupStanding {
    std::optional<model::Moment> last_proved{}; ///< Empty: there is none.
    bool is_due = false;                        ///< There is none, or it is older than 7 days.

    bool operator==(const BackupStanding&) const = default;
};

/// In one short line: "Last verified backup: today 18:04".
std::string words_for(const BackupStanding& standing, model::Moment now, const model::ClockFace& clock);

namespace backups {

/// When something was, for people: "today 18:04", "yesterday 9:00", "12 Nov 2026, 18:04".
std::string when(model::Moment moment, model::Moment now, const model::ClockFace& clock);
/// "12 MB".
std::string size_words(std::uint64_t bytes);

std::string heading();
std::string explanation();
std::string list_label();
std::string row(model::Moment made_at, std::uint64_t size, model::Moment now, const model::ClockFace& clock);
std::string none_yet();
std::string back_up_now();
std::string working();
std::string copying();
std::string stop_button();
std::string copy_to();
std::string copy_to_title();
std::string copied(std::string_view folder);
std::string restore_one();
std::string other_file();
std::string choose_file();
std::string file_kind();
std::string made(std::uint64_t size);
std::string closing();
std::string close_without();
std::string progress_label();
std::string wait_for_backup();
std::string not_backed_up(std::string_view reason);
std::string go_to_backups();

std::string restore_heading(std::string_view when);
/// Where the file is no backup, or one that cannot be read.
std::string unreadable_heading();
/// `has_casebook`: there is one that the backup was made of.
std::string restore_explanation(bool has_casebook);
std::string password_label();
std::string password_hint();
std::string name_label();
std::string folder_label();
std::string choose_folder();
/// Of the casebook beside the old one; `number` tells apart those of one day, from 1.
std::string restored_name(std::string_view casebook, model::Date made_on, int number);
std::string default_name();
std::string restore_button();
std::string restoring();
std::string restored_heading();
/// What came out of a backup.
std::string restored_words(std::string_view casebook, std::string_view when, std::int64_t clients, std::int64_t notes);
/// That some of it was damaged before it was copied.
std::string restored_unsound();
std::string swap_question(std::string_view casebook);
std::string swap_button();
std::string keep_beside_button();
std::string open_button();
std::string swapped(std::string_view casebook, std::string_view old_name);
std::string is_beside(std::string_view path);
std::string start_button();

// On the command line.
std::string written(std::string_view file, std::string_view casebook, std::uint64_t size);
std::string restored_line(std::string_view casebook, model::Moment made_at, std::int64_t clients, std::int64_t notes);
/// Where the copy of a damaged casebook was kept.
std::string unproved_line(std::string_view file);
std::string progress_line(bool is_restoring, int percent);
std::string code_unreadable_line();

} // namespace backups

} // namespace app
