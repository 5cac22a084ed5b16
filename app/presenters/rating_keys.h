#pragma once

#include <chrono>
#include <optional>

namespace app {

/// The digits typed into one row of ratings from 0 to 10: each is a rating, and 1 followed at once by 0 is ten.
class RatingKeys {
public:
    /// The rating after a digit was typed `at` a time of the keyboard's own clock.
    int press(int digit, std::chrono::milliseconds at);

    /// Another key was pressed, or the keyboard went elsewhere: what comes next begins anew.
    void stop() { one_at_.reset(); }

private:
    std::optional<std::chrono::milliseconds> one_at_; ///< When the digit before was typed, if it was a 1.
};

} // namespace app
