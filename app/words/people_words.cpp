#include "app/words/people_words.h"

#include "app/words/isolated.h"

namespace app::people_words {

std::string heading()
{
    return "People";
}

std::string explanation()
{
    return "Each person opens this casebook with a password of their own, and has a recovery sheet of their own. Each "
           "note shows the name of the person who signed it.";
}

std::string without_a_name()
{
    return "(no name yet)";
}

std::string without_details(std::int64_t number)
{
    return "Person " + std::to_string(number) + " (details damaged or missing)";
}

std::string name_of_you(std::string_view name)
{
    return isolated(name) + " (you)";
}

std::string signed_in_as(std::string_view name)
{
    return "Signed in: " + isolated(name);
}

std::string add_button()
{
    return "Add a &person…";
}

std::string remove_button()
{
    return "Remove…";
}

std::string remove_label(std::string_view name)
{
    return "Remove " + isolated(name);
}

std::string done_button()
{
    return "&Done";
}

std::string sheet_button()
{
    return "&New recovery sheet for you…";
}

std::string last_one()
{
    return "You are the only person who can open this casebook, so you cannot be removed.";
}

std::string come_back_button()
{
    return "Restore &access…";
}

std::string come_back_heading()
{
    return "Restore access";
}

std::string come_back_explanation()
{
    return "A person who had access to this casebook and still has their recovery sheet can be given access again, "
           "including to their private notes. Please let them type their new password themselves.";
}

std::string came_back()
{
    return "They can open this casebook again. Their recovery sheet stays valid.";
}

std::string add_heading()
{
    return "Add a person";
}

std::string add_explanation()
{
    return "They will be able to read and write everything in this casebook. Please let them type their password "
           "themselves; nobody else needs to know it.";
}

std::string name_label()
{
    return "Name";
}

std::string credentials_label()
{
    return "Credentials";
}

std::string licence_label()
{
    return "Licence number";
}

std::string their_password_label()
{
    return "Their password";
}

std::string continue_button()
{
    return "&Continue";
}

std::string making_keys()
{
    return "Creating the encryption keys. This takes a moment on purpose: it makes guessing passwords slow.";
}

std::string sheet_heading(std::string_view name)
{
    return "Recovery sheet of " + isolated(name);
}

std::string sheet_explanation(bool is_own)
{
    return is_own ? "Print this new sheet. Once part of its code is typed back, it replaces the old one. "
                    "Then please destroy the old sheet: it opens every copy of the record that anybody may still have."
                  : "When their password is lost, this sheet is their way back to the notes. Print it, and give it "
                    "to them to keep. If you save it as a file, delete the file once it is printed.";
}

std::string let_in_button()
{
    return "&Give access";
}

std::string replace_button()
{
    return "&Use the new sheet";
}

std::string remove_heading(std::string_view name)
{
    return "Remove " + isolated(name) + "?";
}

std::string remove_explanation(bool is_you)
{
    return is_you ? "Your password will no longer open this casebook, and it will be closed at once. Everything you "
                    "wrote and signed stays in it, under your name."
                  : "Their password will no longer open this casebook. Everything they wrote and signed stays in it, "
                    "under their name.";
}

std::string what_stays_open(bool is_you)
{
    return is_you ? "Copies and backups made until now still open with your password and your recovery sheet. Please "
                    "hand over your sheet or destroy it, and any copies you have."
                  : "Copies and backups made until now still open with their password, and their recovery sheet opens "
                    "every copy of the record. Please ask for their sheet back, and for any copies they have.";
}

std::string really_remove_button(bool is_you)
{
    return is_you ? "&Remove yourself" : "&Remove them";
}

std::string added()
{
    return "They can open this casebook from now on. Please see that their sheet is printed and its file deleted.";
}

std::string removed()
{
    return "Their password no longer opens this casebook. Please ask for their recovery sheet.";
}

std::string sheet_replaced()
{
    return "The new recovery sheet is valid from now on. Please destroy the old one: together with a copy of the "
           "record it still opens that copy.";
}

std::string wait_for_keys()
{
    return "The encryption keys are being created. It takes a few seconds; please wait.";
}

} // namespace app::people_words
