#pragma once

#include "app/drawing/scene.h"
#include "app/drawing/style.h"
#include "app/drawing/text_ruler.h"
#include "model/modality.h"
#include "model/summary.h"

#include <span>
#include <string>
#include <vector>

namespace app {

/// Lays a client's summary out on pages of `paper`: the therapist's words first, then charts, then numbers. The names
/// of the modalities come from `modalities`; `log_mark` stands small on every page.
std::vector<Scene> summary_pages(const model::ClientSummary& summary, std::span<const model::Modality> modalities,
                                 Paper paper, const TextRuler& ruler, std::string log_mark);

} // namespace app
