#pragma once

#include "app/words/measure_words.h"
#include "app/words/readings.h"
#include "model/client_record.h"
#include "model/date_habits.h"

#include <optional>
#include <string>
#include <vector>

namespace app {

/// One filling-in, as a row of the history.
struct HistoryRow {
    model::AdministrationId id{};
    std::string date{};
    std::string score{};  ///< Of the lead scale; of each charted scale where the measure has no total.
    std::string change{}; ///< Since the first that counts in the same episode; empty without a lead score.
    std::string band{};
    std::string answered{}; ///< Items of the lead scale.
    bool is_in_error = false;

    bool operator==(const HistoryRow&) const = default;
};

/// Everything about one filling-in.
struct HistoryDetail {
    model::AdministrationId id{};
    std::string caption{};
    std::vector<ScoreWords> scores{};
    std::string answers{};
    std::string scored_by{}; ///< Which version of the definition; empty for a measure that ships.
    std::string in_error{};  ///< Who marked it, when and why; empty while it counts.

    bool operator==(const HistoryDetail&) const = default;
};

/// The filling-ins of one measure, newest first, those entered in error included.
std::vector<HistoryRow> history_of(const model::ClientRecord& record, const model::MeasureDefinition& definition);

/// The newest filling-in that counts; null where there is none.
const model::Administration* latest_of(const model::ClientRecord& record, const std::string& measure);

/// What a filling-in scored, in short: the lead score, or one for each charted scale. Empty without any.
std::string short_score(const model::Administration& administration, const model::MeasureDefinition& definition);

/// The times are those of `clock`.
HistoryDetail detail_of(const model::Administration& administration, const model::MeasureDefinition& definition,
                        const model::ClockFace& clock);

/// The lead scale read in words, or each charted scale where the measure has no total. Empty without scores.
std::vector<ReadingWords> readings_of(const model::ClientRecord& record, const model::MeasureDefinition& definition,
                                      model::Date today);

} // namespace app
