#include "app/presenters/rating_keys.h"

#include <utility>

namespace app {

int RatingKeys::press(int digit, std::chrono::milliseconds at)
{
    constexpr std::chrono::milliseconds together{1000};
    const auto one_at = std::exchange(one_at_, digit == 1 ? std::optional{at} : std::nullopt);
    const bool is_ten = digit == 0 && one_at && at >= *one_at && at - *one_at <= together;
    return is_ten ? 10 : digit;
}

} // namespace app
