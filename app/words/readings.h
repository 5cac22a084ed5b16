#pragma once

#include "app/words/reader.h"
#include "model/trajectory.h"

#include <string>
#include <vector>

/// The reading of a series in words: what changed, measured against what, and what may not be said.
namespace app {

/// What a panel is called: "Self-compassion (SCS-SF)", "PHQ-9", "Goal: say no without explaining". To the client a
/// scale goes by its plain name, where it has one: "Saying no".
std::string panel_title(const model::Panel& panel, Reader reader = Reader::clinician);

/// The same without "Goal:", for files that other programs read: no isolates stand in it.
std::string panel_name_in_files(const model::Panel& panel);

/// The range of a panel and which way is better: "mean 1–5 · higher is better".
std::string panel_scale_words(const model::Panel& panel, Reader reader = Reader::clinician);

/// Only which way is better: "higher is better". Of what is called "Saying no" to the client, less is not better, so
/// that says "lower means less difficulty".
std::string direction_words(const model::Scale& scale, Reader reader = Reader::clinician);

/// "therapist", "client"; to the client "your therapist", "you"; empty for a measure.
std::string rater_words(std::optional<model::Rater> rater, Reader reader = Reader::clinician);

/// What a level of care is called.
std::string level_words(model::LevelOfCare level);

/// One series read in words, to stand under its panel's title.
struct ReadingWords {
    /// One plain sentence: "Reliable improvement since the first score: 18 (5 Jan 2026) to 9 (16 Feb 2026), −9." What
    /// became worse is said before anything else. Rater first.
    std::string lead{};
    std::string body{};           ///< The other comparisons, category, trend, band, ceiling. May be empty.
    std::string basis{};          ///< How this is calculated: thresholds, figures and their sources. May be empty.
    bool is_numbers_only = false; ///< No reliability is known: `lead` bears a mark, which the page explains once.

    bool operator==(const ReadingWords&) const = default;
};

/// Everything that may be said about a series: for the therapist's screen and for clinicians.
ReadingWords full_reading(const model::Panel& panel, const model::Series& series);

/// The same in plain words, without categories and statistics: for a client's page.
ReadingWords short_reading(const model::Panel& panel, const model::Series& series);

/// What the button is called behind which `basis` stands.
std::string how_calculated();

/// What the mark behind a reading that is numbers only means; said once a page.
std::string numbers_only_footnote(Reader reader);

/// For the client's page, which names scales plainly: what the questionnaire is called and from when on a change of it
/// counts. "Saying no: CSIP boundary form." Empty for a goal.
std::string instrument_footnote(const model::Panel& panel);

/// First, last and change alone, without dates: for a chart that is told instead of seen.
std::string lead_in_short(const model::Panel& panel, const model::Series& series, Reader reader);

/// "3 lines looked at. The more lines are looked at, the likelier one of them changes by chance."
std::string lines_looked_at_words(int lines);

} // namespace app
