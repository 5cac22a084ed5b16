#pragma once

#include "app/words/reader.h"
#include "model/trajectory.h"

#include <string>

/// The sentences that a reading is put together from. Each is empty where it does not apply.
namespace app {

/// Puts `sentence` behind `text`, with a space between them; an empty one adds nothing.
void add_sentence(std::string& text, const std::string& sentence);

/// That scores of an earlier episode are drawn but not counted.
std::string earlier_scores_sentence(const model::Panel& panel, const model::Series& series);

/// Words put behind a verdict that cannot be given; explained once a page by `numbers_only_footnote`.
std::string numbers_only_mark();

/// The first score beside the last: "Reliable improvement since the first score: 18 (5 Jan 2026) to 9 (16 Feb 2026)".
std::string first_to_last_sentence(const model::Panel& panel, const model::Reading& reading);

/// The best score beside the last. "Worse since 19 Jan 2026: ..." where it is worse by at least the threshold.
std::string best_to_last_sentence(const model::Panel& panel, const model::Reading& reading);

/// The last score but one beside the last.
std::string last_step_sentence(const model::Panel& panel, const model::Reading& reading);

/// The same three for the client, in plain words; what became worse comes first.
std::string plain_comparisons(const model::Panel& panel, const model::Reading& reading);

/// That a score crossed the clinical cut-off, or did not; empty where there was nothing to cross.
std::string category_sentence(const model::Reading& reading);

/// What all scores say together, and whether that agrees with first to last.
std::string trend_sentence(const model::Panel& panel, const model::Reading& reading);

/// The band in which the last score lies.
std::string band_sentence(const model::Panel& panel, const model::Reading& reading);

/// That the scale ends here.
std::string ceiling_sentence(const model::Panel& panel, const model::Reading& reading);

/// Where the threshold comes from, in short: "a change counts from 6 points on (published rule, NHS)".
std::string plain_threshold_basis(const model::Panel& panel);

/// How the reading was calculated: threshold and confidence, cut-off, categories, trend and its interval, bands, and
/// the sources of each, as far as the reading uses them.
std::string full_basis(const model::Panel& panel, const model::Reading& reading);

/// A reference line as it is named beside the chart: its name, with its value unless the name holds it. The client
/// reads what it is for in place of a name of the field.
std::string line_words(const model::ReferenceLine& line, Reader reader = Reader::clinician);

} // namespace app
