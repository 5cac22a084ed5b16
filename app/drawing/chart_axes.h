#pragma once

#include "app/drawing/text_ruler.h"
#include "model/trajectory.h"

#include <string>
#include <vector>

namespace app {

/// Days from left to right.
struct TimeAxis {
    model::Period period{};
    double left = 0;  ///< Where the first day stands.
    double right = 0; ///< Where the last day stands.

    double x(model::Date day) const; ///< Beyond the ends for days outside the period.

    bool operator==(const TimeAxis&) const = default;
};

/// A labelled place on a time axis.
struct TimeTick {
    model::Date on{};
    std::string words{};

    bool operator==(const TimeTick&) const = default;
};

/// Days, weeks, months, quarters or years: the finest whose labels stand apart. Never empty.
std::vector<TimeTick> time_ticks(const TimeAxis& axis, const TextRuler& ruler, const TextStyle& style);

/// Values from bottom to top.
struct ValueAxis {
    double lowest = 0;
    double highest = 1;
    double top = 0;
    double bottom = 0;

    double y(double value) const; ///< Values beyond the scale stand on its end.

    bool operator==(const ValueAxis&) const = default;
};

/// Round values to draw lines at, both ends of the scale among them, at least `apart` from each other on the axis.
std::vector<double> value_ticks(const ValueAxis& axis, double apart);

} // namespace app
