#pragma once

#include <functional>
#include <stop_token>

namespace storage {

/// Thrown where slow work ends because somebody wanted it to. No failure: what it had begun is taken away again.
struct Stopped {};

/// How slow work says how far it is, and hears that it shall stop.
struct Progress {
    std::function<void(double)> tell = [](double) {}; ///< From 0 to 1, on the thread that works. Must not throw.
    std::stop_token stop{};

    /// Says that this part of the work is done. Throws `Stopped` when it shall not go on.
    void reach(double part) const
    {
        if (stop.stop_requested())
            throw Stopped{};
        tell(part);
    }

    /// The progress of a step that takes the whole work from one part of it to another.
    Progress step(double from, double to) const
    {
        return {.tell = [tell = tell, from, to](double part) { tell(from + part * (to - from)); }, .stop = stop};
    }
};

} // namespace storage
