#include "app/words/practice_words.h"

namespace app {

namespace {

std::string in_a_sentence(PracticeField field)
{
    switch (field) {
    case PracticeField::practice_name:
        return "the practice's name";
    case PracticeField::address:
        return "the address";
    case PracticeField::therapist_name:
        return "your name";
    case PracticeField::credentials:
        return "your credentials";
    case PracticeField::licence_number:
        return "your licence number";
    }
    return {};
}

} // namespace

std::string label_of(PracticeField field)
{
    switch (field) {
    case PracticeField::practice_name:
        return "Practice";
    case PracticeField::address:
        return "Address";
    case PracticeField::therapist_name:
        return "Your name";
    case PracticeField::credentials:
        return "Credentials";
    case PracticeField::licence_number:
        return "Licence number";
    }
    return {};
}

std::string practice_heading()
{
    return "Practice and therapist";
}

std::string practice_explanation()
{
    return "Practice and address appear at the top of printed pages. Your name, credentials and licence number appear "
           "under each note that you sign; notes signed earlier stay as they are.";
}

std::string words_for_missing(const std::vector<PracticeField>& missing)
{
    if (missing.empty()) {
        return {};
    }
    std::string words = "Before a note can be signed, please add ";
    for (std::size_t index = 0; index < missing.size(); ++index) {
        if (index > 0) {
            words += index + 1 == missing.size() ? " and " : ", ";
        }
        words += in_a_sentence(missing[index]);
    }
    return words + ".";
}

std::string practice_saved()
{
    return "The practice's details are saved.";
}

} // namespace app
