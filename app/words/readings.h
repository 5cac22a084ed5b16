#pragma once

#include "app/words/reader.h"
#include "model/trajectory.h"

#include <string>
#include <vector>

/// The reading of a series in words: what changed, measured against what, and what may not be said.
namespace app {

/// What a panel is called: "Self-compassion (SCS-SF)", "PHQ-9", "Goal: say no without explaining".
std::string panel_title(const model::Panel& panel);

/// The range of a panel and which way is better: "mean 1–5 · higher is better".
std::string panel_scale_words(const model::Panel& panel);

/// Only which way is better: "higher is better".
std::string direction_words(const model::Scale& scale);

/// "therapist", "client"; to the client "your therapist", "you"; empty for a measure.
std::string rater_words(std::optional<model::Rater> rater, Reader reader = Reader::clinician);

/// What a level of care is called.
std::string level_words(model::LevelOfCare level);

/// One series read in words, to stand under its panel's title. Facts first; the basis apart, for quiet or small type.
struct ReadingWords {
    std::string lead{};  ///< "Changed by +1.40: 1.90 (5 Jan 2026) to 3.30 (9 Nov 2026), 13 scores." Rater first.
    std::string body{};  ///< Verdict, category, trend, ceiling. May be empty.
    std::string basis{}; ///< Where threshold, cut-off and bands come from, published or derived. May be empty.

    bool operator==(const ReadingWords&) const = default;
};

/// Everything that may be said about a series: for the therapist's screen and for clinicians.
ReadingWords full_reading(const model::Panel& panel, const model::Series& series);

/// The same in plain words, without categories and statistics: for a client's page.
ReadingWords short_reading(const model::Panel& panel, const model::Series& series);

/// First, last and change alone, without dates: for a chart that is told instead of seen.
std::string lead_in_short(const model::Panel& panel, const model::Series& series, Reader reader);

/// "3 lines looked at. The more lines are looked at, the likelier one of them changes by chance."
std::string lines_looked_at_words(int lines);

} // namespace app
