#pragma once

#include "app/drawing/scene.h"
#include "app/drawing/text_ruler.h"
#include "model/modality.h"
#include "model/trajectory.h"

#include <vector>

namespace app {

/// The trajectory as it is copied and saved: on white with an edge around it, as high as its panels need, without marks
/// of what is chosen. No name of a client stands in it.
Scene trajectory_picture(const model::Trajectory& trajectory, const std::vector<model::Modality>& modalities,
                         const TextRuler& ruler);

} // namespace app
