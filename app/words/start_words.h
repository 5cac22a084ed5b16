#pragma once

#include "model/date_habits.h"
#include "storage/storage_error.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

/// What is said before a casebook is open.
namespace app {

/// What stops somebody from getting into a casebook.
enum class StartProblem {
    storage,                 ///< See `StartTrouble::kind`.
    name_missing,            ///< The new casebook has no name.
    name_unusable,           ///< Its name cannot be a folder's.
    folder_missing,          ///< The folder it shall lie in is not there.
    in_casebook,             ///< The folder is a casebook, or lies in one.
    passwords_differ,        ///< The two are not the same.
    password_unusable,       ///< Empty, too long or not text.
    code_group_wrong,        ///< Group `StartTrouble::group` of the recovery code has a typo.
    code_too_short,          ///< Groups from `StartTrouble::group` on are missing.
    code_too_long,           ///< Something follows the code.
    code_opens_nothing,      ///< A code without a typo, but of another casebook.
    letters_wrong,           ///< The sheet's letters, as typed, have a letter too many, too few or wrong.
    code_and_letters_differ, ///< Both are right, but of different sheets.
    sheet_opens_nothing,     ///< A good sheet, but of another casebook; or the record itself is damaged.
    keys_are_good,           ///< The sheet's letters are not needed.
    groups_not_the_same,     ///< What was typed back is not what the sheet says.
    sheet_not_saved,         ///< The file of the sheet could not be written.
    last_missing,            ///< The casebook that was opened last is not in its place.
    old_password_wrong,      ///< On changing it.
    person_name_missing,     ///< Somebody new has no name.
    still_one_of_them,       ///< Whoever comes back to the people of a casebook never went.
    password_not_free,       ///< Another person of the casebook has it; nobody is told that, or who.
};

/// A problem with what its sentence needs.
struct StartTrouble {
    StartProblem problem = StartProblem::storage;
    storage::StorageErrorKind kind = storage::StorageErrorKind::cannot_open;
    int group = 0;                           ///< Counted from 1.
    std::optional<storage::Holder> holder{}; ///< Who has the casebook open, where it is known.

    bool operator==(const StartTrouble&) const = default;
};

/// `clock` is the reader's, in case a time of day is to be said; without a zone none is.
std::string words_for(const StartTrouble& trouble, const model::ClockFace& clock = {.zone = {}});

/// What a password of this many characters is worth, in plain words; empty for none.
std::string password_hint(std::size_t characters);

/// The name that a program window and its error messages go by.
std::string program_name();

namespace start {

std::string welcome();
std::string what_it_is();
std::string open_last(std::string_view casebook);
std::string open_other(bool has_last);
std::string make_new();
std::string open_demo();
std::string demo_explanation();
std::string choose_casebook();

std::string new_heading();
std::string new_explanation();
std::string name_label();
std::string folder_label();
std::string choose_folder();
std::string password_label();
std::string password_again_label();
std::string password_explanation();
std::string make_button();
std::string making();

std::string sheet_heading();
std::string sheet_explanation();
std::string save_sheet();
std::string print_sheet();
std::string sheet_printed();
std::string sheet_not_printed();
std::string no_printer_for_sheet();
/// A name for its file; `person` may be empty.
std::string sheet_file(std::string_view casebook, std::string_view person = {});
std::string sheet_saved(std::string_view file);
std::string paper_label();
std::string type_back(int first, int second);
std::string group_label(int group);
std::string finish();

/// After the sentence on a casebook that another machine has open: what to do, and what the two buttons are called.
std::string open_elsewhere_question();
std::string open_anyway_button();
std::string cancel_button();

std::string unlock_heading(std::string_view casebook);
std::string unlock_button();
std::string unlocking();
std::string password_lost();
std::string other_casebook();

std::string recover_heading();
std::string recover_explanation();
std::string code_label();
std::string use_code();

std::string use_sheet_instead();
std::string from_sheet_heading();
std::string from_sheet_explanation();
std::string letters_label();
std::string letters_explanation();
std::string open_from_sheet();
std::string opening_from_sheet();
std::string private_notes_made_anew();
std::string new_password_heading();
std::string new_password_explanation();
std::string change_password_heading();
std::string change_password_explanation();
std::string old_password_label();
std::string new_password_label();
std::string change_password_button();
std::string changing_password();
std::string password_changed();
std::string wait_for_password();

std::string wrong_usage(std::string_view what);
std::string usage();

} // namespace start

} // namespace app
