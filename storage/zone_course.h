#pragma once

#include "model/calendar.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace storage {

/// What the clocks of a zone show, by its file: enough to tell whether two zones are one to whoever reads a clock.
struct ZoneCourse {
    /// From a moment on the clock is so many seconds ahead of UTC.
    struct Step {
        model::Moment from{};
        std::int32_t ahead = 0;
        bool operator==(const Step&) const = default;
    };
    std::vector<Step> steps{}; ///< The first is that which holds at the beginning.
    std::string rule{};        ///< For all days after the last step; see `rule_in`.

    bool operator==(const ZoneCourse&) const = default;
};

/// The course from `beginning` on, without steps that change no clock; empty where the bytes are no file of a zone that
/// tells all of it.
std::optional<ZoneCourse> course_in(std::string_view bytes, model::Moment beginning);

} // namespace storage
