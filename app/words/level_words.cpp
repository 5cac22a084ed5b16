#include "app/words/level_words.h"

#include <cctype>

namespace app {

std::string level_of_care_words(model::LevelOfCare level)
{
    switch (level) {
    case model::LevelOfCare::outpatient:
        return "outpatient";
    case model::LevelOfCare::intensive:
        return "intensive";
    case model::LevelOfCare::inpatient:
        return "inpatient";
    }
    return {};
}

std::string level_of_care_label(model::LevelOfCare level)
{
    std::string words = level_of_care_words(level);
    words.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(words.front())));
    return words;
}

} // namespace app
