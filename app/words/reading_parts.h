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

/// Whether the change is more than measurement error, with threshold and confidence; or why nothing can be said.
std::string verdict_sentence(const model::Panel& panel, const model::Reading& reading);

/// The same for the client.
std::string plain_verdict_sentence(const model::Panel& panel, const model::Reading& reading);

/// Recovered, improved, unchanged or deteriorated, with the cut-off by name.
std::string category_sentence(const model::Reading& reading);

/// What all scores say together, and whether that agrees with first to last.
std::string trend_sentence(const model::Panel& panel, const model::Reading& reading);

/// The band in which the last score lies.
std::string band_sentence(const model::Panel& panel, const model::Reading& reading);

/// That the scale ends here.
std::string ceiling_sentence(const model::Panel& panel, const model::Reading& reading);

/// Where the threshold comes from, in short: "Threshold published: NHS Talking Therapies."
std::string plain_threshold_basis(const model::Reading& reading);

/// The sources of threshold, cut-off, bands and measurement error, as far as the reading uses them.
std::string full_basis(const model::Panel& panel, const model::Reading& reading);

/// A reference line as it is named beside the chart: its name, with its value unless the name holds it. The client
/// reads what it is for in place of a name of the field.
std::string line_words(const model::ReferenceLine& line, Reader reader = Reader::clinician);

} // namespace app
