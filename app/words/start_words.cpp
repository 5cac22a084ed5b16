#include "app/words/start_words.h"

#include "app/words/errors.h"
#include "app/words/isolated.h"

#include <algorithm>

namespace app {

std::string words_for(const StartTrouble& trouble, const model::ClockFace& clock)
{
    const std::string group = std::to_string(trouble.group);
    switch (trouble.problem) {
    case StartProblem::storage:
        if (trouble.kind == storage::StorageErrorKind::not_found) {
            return "There is no casebook in this location. Perhaps it was moved, or its disk is not connected.";
        }
        return words_for(trouble.holder ? storage::StorageError{*trouble.holder, trouble.kind}
                                        : storage::StorageError{trouble.kind},
                         clock);
    case StartProblem::name_missing:
        return "Please give the casebook a name.";
    case StartProblem::name_unusable:
        return "This cannot be the name of a folder. Please leave out slashes, and do not begin with a full stop.";
    case StartProblem::folder_missing:
        return "This folder is not there. Please choose one that is.";
    case StartProblem::in_casebook:
        return "This folder is inside another casebook. Please choose one outside of it.";
    case StartProblem::passwords_differ:
        return "The two passwords are not the same. Please type them again.";
    case StartProblem::password_unusable:
        return "Please choose a password.";
    case StartProblem::code_group_wrong:
        return "There is a typing mistake in group " + group + " of the code. Please compare it with your sheet.";
    case StartProblem::code_too_short:
        return "The code has eight groups. Please continue with group " + group + ".";
    case StartProblem::code_too_long:
        return "There is something after the eighth group. Please remove it.";
    case StartProblem::code_opens_nothing:
        return "This code has no typing mistake, but it does not open this casebook. Perhaps the sheet belongs to "
               "another one.";
    case StartProblem::letters_wrong:
        return "There is a mistake in the letters of the QR code. Please compare them with your sheet; they begin with "
               "MENDLINE1.";
    case StartProblem::code_and_letters_differ:
        return "The code and the letters have no typing mistake, but they are not from the same sheet. Nothing was "
               "changed.";
    case StartProblem::sheet_opens_nothing:
        return "This sheet does not open the records in this folder. Perhaps it belongs to another casebook, or the "
               "records are damaged too and your backup is needed. Nothing was changed.";
    case StartProblem::keys_are_good:
        return "The keys of this casebook are in good order. Please go back and use the code alone.";
    case StartProblem::still_one_of_them:
        return "This person can still open this casebook. If their password is lost, their sheet gives them a new one: "
               "please close the casebook and choose “Use the recovery sheet”.";
    case StartProblem::groups_not_the_same:
        return "Group " + group + " is not what the sheet says. Please open the sheet and type it from there.";
    case StartProblem::sheet_not_saved:
        return "The sheet could not be saved there. Please choose another location.";
    case StartProblem::last_missing:
        return "The casebook you opened last is not where it was. Perhaps it was moved, or its disk is not connected.";
    case StartProblem::old_password_wrong:
        return "That is not the current password. Nothing was changed.";
    case StartProblem::person_name_missing:
        return "Please enter the new person's name.";
    case StartProblem::password_not_free:
        return "This password cannot be used in this casebook. Please choose a different one; nothing was changed.";
    }
    return {};
}

std::string password_hint(std::size_t characters)
{
    if (characters == 0) {
        return {};
    }
    if (characters < 8) {
        return "Very short: easy to guess. Four or more words in a row are easy to remember and hard to guess.";
    }
    if (characters < 12) {
        return "Short. A few more characters make it much harder to guess.";
    }
    if (characters < 16) {
        return "Good, as long as it is not something that others know about you.";
    }
    return "Long enough to be strong.";
}

std::string program_name()
{
    return "Mendline";
}

namespace start {

std::string welcome()
{
    return "Mendline";
}

std::string what_it_is()
{
    return "Session notes, goals and measures in one encrypted casebook on this computer. Nothing is sent anywhere.";
}

std::string open_last(std::string_view casebook)
{
    return "&Open " + isolated(casebook);
}

std::string open_other(bool has_last)
{
    return has_last ? "Open &another casebook…" : "&Open a casebook…";
}

std::string make_new()
{
    return "&New casebook…";
}

std::string open_demo()
{
    return "Open the &demo practice";
}

std::string demo_explanation()
{
    return "The demo shows invented clients to look around with. Nothing that you enter there is kept.";
}

std::string choose_casebook()
{
    return "Choose a casebook";
}

std::string new_heading()
{
    return "New casebook";
}

std::string new_explanation()
{
    return "A casebook is one folder that holds everything, encrypted. Only your password or your recovery sheet opens "
           "it; nobody else can.";
}

std::string name_label()
{
    return "Name";
}

std::string folder_label()
{
    return "Location";
}

std::string choose_folder()
{
    return "C&hoose…";
}

std::string password_label()
{
    return "Password";
}

std::string password_again_label()
{
    return "Password again";
}

std::string password_explanation()
{
    return "A sentence is a good password. Do not keep it written down near this computer.";
}

std::string make_button()
{
    return "&Continue";
}

std::string making()
{
    return "Creating the encryption keys. This takes a moment on purpose: it makes guessing passwords slow.";
}

std::string sheet_heading()
{
    return "Recovery sheet";
}

std::string sheet_explanation()
{
    return "When the password is lost, this sheet is the only way back to the notes. Print it, and keep the page where "
           "you keep other important papers. If you save it as a file, delete the file once it is printed.";
}

std::string save_sheet()
{
    return "&Save the sheet as PDF…";
}

std::string print_sheet()
{
    return "&Print…";
}

std::string sheet_printed()
{
    return "Sent to the printer. The print system of this computer may keep a copy of the page.";
}

std::string sheet_not_printed()
{
    return "The sheet could not be printed. Please check the printer and try again, or save the sheet as a PDF.";
}

std::string no_printer_for_sheet()
{
    return "There is no printer on this computer. You can save the sheet as a PDF and print it on another one; please "
           "delete the file afterwards.";
}

std::string sheet_file(std::string_view casebook, std::string_view person)
{
    std::string whose{person.empty() ? "" : ", " + std::string{person}};
    std::ranges::replace(whose, '/', '-');
    return std::string{casebook} + " recovery sheet" + whose + ".pdf";
}

std::string sheet_saved(std::string_view file)
{
    return "Saved as " + isolated(file) + ".";
}

std::string paper_label()
{
    return "Paper";
}

std::string type_back(int first, int second)
{
    return "To be sure that the sheet can be read, please type groups " + std::to_string(first) + " and " +
           std::to_string(second) + " of its code.";
}

std::string group_label(int group)
{
    return "Group " + std::to_string(group);
}

std::string finish()
{
    return "&Create casebook";
}

std::string open_elsewhere_question()
{
    return "Please close it there first, and let the folder finish synchronising. Open it here only if you are sure "
           "that it is closed there.";
}

std::string open_anyway_button()
{
    return "&Open anyway";
}

std::string cancel_button()
{
    return "&Cancel";
}

std::string unlock_heading(std::string_view casebook)
{
    return std::string{casebook};
}

std::string unlock_button()
{
    return "&Unlock";
}

std::string unlocking()
{
    return "Unlocking…";
}

std::string password_lost()
{
    return "Use the &recovery code";
}

std::string other_casebook()
{
    return "&Another casebook";
}

std::string recover_heading()
{
    return "Recovery code";
}

std::string recover_explanation()
{
    return "Please type the code from your recovery sheet. Capitals, spaces and dashes do not matter.";
}

std::string code_label()
{
    return "Code: eight groups of five";
}

std::string use_code()
{
    return "&Continue";
}

std::string use_sheet_instead()
{
    return "Use the &recovery sheet";
}

std::string from_sheet_heading()
{
    return "Recovery sheet";
}

std::string from_sheet_explanation()
{
    return "The file with the keys is damaged or missing. Your recovery sheet can replace it: please type its code and "
           "its letters, and choose a new password. No record is changed, and the sheet stays valid. Afterwards you "
           "can give the other people of this casebook access again, under Casebook > People.";
}

std::string letters_label()
{
    return "Letters beside the QR code, starting with MENDLINE1";
}

std::string letters_explanation()
{
    return "Type them, paste them from the sheet's file, or read the QR code with a scanner. Line breaks and spaces do "
           "not matter.";
}

std::string open_from_sheet()
{
    return "&Open the casebook";
}

std::string opening_from_sheet()
{
    return "Creating new keys from the sheet…";
}

std::string private_notes_made_anew()
{
    return "The casebook is open again. The file with your private notes was missing, so there is a new, empty one. If "
           "you find the old one, in a backup perhaps, it can replace the new one.";
}

std::string new_password_heading()
{
    return "New password";
}

std::string new_password_explanation()
{
    return "The code fits. Please choose a new password for this casebook; the old one stops working. The recovery "
           "sheet stays valid.";
}

std::string change_password_heading()
{
    return "Change the password";
}

std::string change_password_explanation()
{
    return "The recovery sheet stays valid.";
}

std::string old_password_label()
{
    return "Current password";
}

std::string new_password_label()
{
    return "New password";
}

std::string change_password_button()
{
    return "&Change the password";
}

std::string changing_password()
{
    return "Changing the password…";
}

std::string wait_for_password()
{
    return "The password is being changed. It takes a few seconds; please wait until that is done.";
}

std::string password_changed()
{
    return "The password is changed. The old one no longer opens this casebook.";
}

std::string wrong_usage(std::string_view what)
{
    return "mendline: " + std::string{what} + " was not expected";
}

std::string usage()
{
    return "usage: mendline [CASEBOOK]\n       mendline --demo";
}

} // namespace start

} // namespace app
