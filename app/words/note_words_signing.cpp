// What stands in the way of signing a note.

#include "app/words/note_words.h"

namespace app {

std::string words_for(model::SigningProblem problem)
{
    switch (problem) {
    case model::SigningProblem::therapist_incomplete:
        return "A signature needs your name, credentials and licence number. Please fill them in here, once.";
    case model::SigningProblem::in_the_future:
        return "This session begins in the future. Please check the date and the start.";
    case model::SigningProblem::before_admission:
        return "No episode of care covers this date. Please check the date, or admit the client in Details.";
    case model::SigningProblem::before_birth:
        return "This date is before the client's date of birth. Please check the date, or the date of birth in "
               "Details.";
    case model::SigningProblem::after_discharge:
        return "This date is after the discharge. Please check the date, or open a new episode in Details.";
    case model::SigningProblem::nothing_written:
        return "Nothing is written yet. Please write something in one of the sections, or change the attendance.";
    case model::SigningProblem::length_out_of_range:
        return "A session lasts from 1 minute to 24 hours. Please check its length.";
    case model::SigningProblem::rating_out_of_range:
        return "Ratings go from 0 to 10. Please check them.";
    case model::SigningProblem::section_too_long:
        break;
    }
    return "A section is longer than a note can hold. Please shorten it.";
}

} // namespace app
