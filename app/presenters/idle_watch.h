#pragma once

#include <chrono>

namespace app {

/// Knows for how long nobody has touched the program. Its times are those of a clock that also runs while the machine
/// sleeps, and that nobody can set.
class IdleWatch {
public:
    using Time = std::chrono::seconds; ///< Since some moment in the past.

    explicit IdleWatch(Time now) : touched_at_{now} {}

    /// How long it may last; it is not over before.
    void allow(std::chrono::minutes limit) { limit_ = limit; }

    void touch(Time now) { touched_at_ = now; }

    bool is_over(Time now) const { return now - touched_at_ >= limit_; }

private:
    Time touched_at_;
    std::chrono::minutes limit_{5};
};

} // namespace app
