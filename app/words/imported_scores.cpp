#include "app/words/imported_scores.h"

#include "app/words/isolated.h"
#include "app/words/line_words.h"
#include "app/words/numbers.h"

namespace app {

namespace {

std::string scores_counted(std::size_t scores)
{
    return counted(static_cast<long>(scores), "score", "scores");
}

std::string left_out(const ImportedScores& imported)
{
    std::string words;
    if (const auto& known = imported.known; !known.empty()) {
        words += " " + counted(static_cast<long>(known.size()), "row was", "rows were") + " in the casebook already (" +
                 line_words(known) + ").";
    }
    if (const auto& contradicting = imported.contradicting; !contradicting.empty()) {
        words += " " + counted(static_cast<long>(contradicting.size()), "row differs", "rows differ") +
                 " from the casebook and " + (contradicting.size() == 1 ? "was" : "were") + " left out (" +
                 line_words(contradicting) + ").";
    }
    return words;
}

std::string what_became_of(const ImportedScores& imported, bool is_done)
{
    std::string words = left_out(imported);
    for (const AdmittedByImport& client : imported.new_clients) {
        const bool is_first = &client == &imported.new_clients.front();
        words += is_first ? (imported.new_clients.size() == 1 ? " New client: " : " New clients: ") : "; ";
        words += isolated(client.code) + ", admitted on " + model::iso_date(client.on);
    }
    words += imported.new_clients.empty() ? "" : ".";
    return words + admission_words(imported, is_done);
}

std::string what_waits(const ImportedScores& imported)
{
    std::string words;
    if (imported.notices > 0) {
        words += " " + counted(static_cast<long>(imported.notices), "notice waits", "notices wait") + " for review.";
    }
    if (imported.earlier_answers > 0) {
        words += " " +
                 counted(static_cast<long>(imported.earlier_answers), "earlier answer waits", "earlier answers wait") +
                 " for one review of the whole import.";
    }
    return words;
}

} // namespace

std::string admission_words(const ImportedScores& imported, bool is_done)
{
    std::string words;
    for (const MovedAdmission& moved : imported.moved) {
        words += " The admission of " + isolated(moved.code) + (is_done ? " is now " : " becomes ") +
                 model::iso_date(moved.to) + (is_done ? "; it was " : "; it is ") + model::iso_date(moved.from) + ".";
    }
    for (const AdmissionNotMoved& kept : imported.not_moved) {
        words += kept.on ? " The admission of " + isolated(kept.code) + " stays " + model::iso_date(*kept.on) +
                               ": no new score calls for another day."
                         : " " + isolated(kept.code) + (is_done ? " was" : " is") +
                               " not admitted: the file has no new score of theirs.";
    }
    for (const ScoresOutside& outside : imported.outside) {
        words += " " + scores_counted(outside.scores) + " of " + isolated(outside.code) +
                 (outside.scores == 1 ? " lies" : " lie") + " before the admission on " +
                 model::iso_date(outside.admitted_on) +
                 " and so in no episode of care: shown, but not counted in its changes.";
    }
    for (const ScoresAfterDischarge& after : imported.after_discharge) {
        words += " " + scores_counted(after.scores) + " of " + isolated(after.code) +
                 (after.scores == 1 ? " lies" : " lie") + " after the discharge on " +
                 model::iso_date(after.discharged_on) + ": please check the discharge.";
    }
    return words;
}

std::string words_for(const ImportedScores& imported)
{
    return "Imported " + scores_counted(imported.scores) + "." + what_became_of(imported, true) + what_waits(imported);
}

std::string words_for_dry_run(const ImportedScores& imported)
{
    return "The file is valid: " + counted(static_cast<long>(imported.scores), "new score", "new scores") + "." +
           what_became_of(imported, false) + " Nothing was imported.";
}

std::string words_for(const SettledDates& dates)
{
    return "Dates were read with the " + std::string{dates.order == model::DateOrder::day_first ? "day" : "month"} +
           " first, as line " + std::to_string(dates.line) + " shows.";
}

std::string admission_moved_by_import()
{
    return "Set while scores were imported";
}

} // namespace app
