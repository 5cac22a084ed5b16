#include "app/exchange/demo_targets.h"

#include <algorithm>

namespace app {

DemoTargets::Hour DemoTargets::next(bool goes_well, DemoRandom& random)
{
    Hour hour{.target = targets_[target_],
              .before = std::min(10, disturbance_ + random.between(0, 1)),
              .after = disturbance_};
    hour.technique = phase_of(hour, goes_well, random);
    return hour;
}

std::size_t DemoTargets::phase_of(Hour& hour, bool goes_well, DemoRandom& random)
{
    switch (stage_) {
    case Stage::history:
        stage_ = Stage::preparation;
        return 0;
    case Stage::preparation:
        stage_ = random.chance(0.5) ? Stage::assessment : Stage::preparation;
        return 1;
    case Stage::assessment:
        stage_ = Stage::desensitising;
        return 2;
    case Stage::desensitising:
        hour.after = std::max(0, hour.before - (goes_well ? random.between(1, 3) : random.between(0, 1)));
        disturbance_ = hour.after;
        stage_ = hour.after <= 1 ? Stage::installing : Stage::desensitising;
        return !goes_well && hour.after > 3 && random.chance(0.3) ? 6 : 3;
    case Stage::installing:
        stage_ = Stage::scanning;
        return 4;
    case Stage::scanning:
        stage_ = Stage::checking;
        return 5;
    case Stage::checking:
        break;
    }
    if (target_ + 1 < targets_.size() && random.chance(0.6)) {
        ++target_;
        stage_ = Stage::assessment;
        disturbance_ = random.between(6, 9);
    }
    return 7;
}

} // namespace app
