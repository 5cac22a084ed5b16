#pragma once

#include "app/drawing/text_ruler.h"

namespace tests {

/// Measures text the same on every machine.
inline const app::FixedWidthRuler ruler;

} // namespace tests
