#pragma once

#include "app/exchange/demo_random.h"

#include <cstddef>
#include <string>
#include <vector>

namespace app {

/// The work on one target memory after another (EMDR), as a therapist keeps it in mind from session to session.
class DemoTargets {
public:
    /// One session of it.
    struct Hour {
        std::size_t technique = 0; ///< Which of the eight phases, by the place of its name in the shipped list.
        std::string target{};
        int before = 0; ///< SUD at the start, 0 to 10.
        int after = 0;  ///< SUD at the end.
    };

    /// `targets` must outlive this, and hold one at least.
    explicit DemoTargets(const std::vector<std::string>& targets) : targets_{targets} {}

    Hour next(bool goes_well, DemoRandom& random);

private:
    enum class Stage { history, preparation, assessment, desensitising, installing, scanning, checking };

    std::size_t phase_of(Hour& hour, bool goes_well, DemoRandom& random);

    const std::vector<std::string>& targets_;
    Stage stage_ = Stage::history;
    std::size_t target_ = 0;
    int disturbance_ = 8;
};

} // namespace app
