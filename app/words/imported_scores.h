#pragma once

#include "model/calendar.h"
#include "model/date_habits.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

/// What an import of scores did, and the sentences about it.
namespace app {

/// A new client, with an episode of care from that day.
struct AdmittedByImport {
    std::string code{};
    model::Date on{};

    bool operator==(const AdmittedByImport&) const = default;
};

/// An admission that moved because earlier scores came.
struct MovedAdmission {
    std::string code{};
    model::Date from{};
    model::Date to{};

    bool operator==(const MovedAdmission&) const = default;
};

/// An admission that was to be another day, which no new score calls for.
struct AdmissionNotMoved {
    std::string code{};
    std::optional<model::Date> on{}; ///< Empty for a client who was never admitted.

    bool operator==(const AdmissionNotMoved&) const = default;
};

/// New scores that lie before the client's first admission, and so in no episode of care.
struct ScoresOutside {
    std::string code{};
    std::size_t scores = 0;
    model::Date admitted_on{};

    bool operator==(const ScoresOutside&) const = default;
};

/// Scores of a client from after their discharge.
struct ScoresAfterDischarge {
    std::string code{};
    std::size_t scores = 0;
    model::Date discharged_on{};

    bool operator==(const ScoresAfterDischarge&) const = default;
};

/// How a file's dates between slashes were read, because one of them has one sense only.
struct SettledDates {
    model::DateOrder order{};
    std::size_t line = 0; ///< Of the first such date.

    bool operator==(const SettledDates&) const = default;
};

/// What an import did, or would do.
struct ImportedScores {
    std::size_t scores = 0;                      ///< New ones.
    std::vector<std::size_t> known{};            ///< Lines left out because the casebook has them, in their order.
    std::vector<std::size_t> contradicting{};    ///< Lines left out because the casebook has others in their place.
    std::vector<AdmittedByImport> new_clients{}; ///< In the order of the file.
    std::vector<MovedAdmission> moved{};         ///< In the order of the file.
    std::vector<ScoresOutside> outside{};        ///< In the order of the file.
    std::vector<ScoresAfterDischarge> after_discharge{}; ///< In the order of the file.
    std::vector<AdmissionNotMoved> not_moved{};          ///< In the order of the file.
    std::size_t notices = 0;                             ///< Raised by answers of these weeks; 0 on a dry run.
    std::size_t earlier_answers = 0;                     ///< That wait for one review together; 0 on a dry run.

    bool operator==(const ImportedScores&) const = default;
};

/// "Imported 12 scores. ...", with everything that became of them.
std::string words_for(const ImportedScores& imported);

/// The same for an import that was only tried: nothing was kept.
std::string words_for_dry_run(const ImportedScores& imported);

/// What becomes of admissions, or does not, and which scores lie outside; each sentence with a blank before it.
/// `is_done`: it was kept.
std::string admission_words(const ImportedScores& imported, bool is_done);

/// "Dates were read with the month first, as line 4 shows."
std::string words_for(const SettledDates& dates);

/// Why the program corrected an admission, as its record says.
std::string admission_moved_by_import();

} // namespace app
