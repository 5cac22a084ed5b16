#include "app/words/recovery_words.h"

#include "app/words/isolated.h"

namespace app {

RecoveryWords recovery_words(std::string_view casebook_name, std::string_view made_on, std::string_view person_name)
{
    const std::string name = isolated(casebook_name);
    const std::string date{made_on};
    const std::string whose = person_name.empty() ? std::string{} : " · for " + isolated(person_name);
    return {
        .title = "Recovery sheet",
        .under_title = "Casebook " + name + whose + " · made on " + date,
        .purpose = "With this sheet you can open the casebook when its password is forgotten. There is no other way: "
                   "without the password or this sheet nobody can read the records, and nobody can help.",
        .code_heading = "Your recovery code",
        .code_hint = "Capital or small letters, spaces and dashes make no difference. O is read as 0; I and L are read "
                     "as 1. The last letter of each group checks the group, so a typing mistake is noticed.",
        .use_heading = "When the password is lost",
        .use_steps = {"1. Choose this casebook in Mendline; on a new computer, restore a backup of it.",
                      "2. Choose “Use the recovery code” and type the code above.",
                      "3. Choose a new password. This sheet stays valid, and no record is changed."},
        .keep_heading = "Keep this sheet safe",
        .keep = "Print it and keep it locked away, apart from the computer. Anyone who has both this sheet and the "
                "casebook can read every record. If you saved the sheet as a file, delete the file once it is printed.",
        .keys_heading = "When the keys file is lost too",
        .keys = "The casebook folder holds a small file named “keys”. If it is lost or damaged, the letters below "
                "replace it, together with the code above: Mendline asks for both. The QR code holds the same letters, "
                "for a scanner.",
        .foot = "Mendline · recovery sheet for " + name + whose + " · " + date,
    };
}

} // namespace app
