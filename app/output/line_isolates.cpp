#include "app/output/line_isolates.h"

namespace app {

namespace {

constexpr std::string_view from_left = "\u2066";
constexpr std::string_view from_right = "\u2067";
constexpr std::string_view by_first_letter = "\u2068";
constexpr std::string_view isolate_end = "\u2069";

} // namespace

std::string LineIsolates::whole(std::string_view line)
{
    // The signs of isolates all begin with these two bytes.
    if (open_.empty() && line.find(isolate_end.substr(0, 2)) == std::string_view::npos) {
        return std::string{line};
    }
    std::string words = reopened();
    words += line;
    for (std::size_t at = 0; at + isolate_end.size() <= line.size(); ++at) {
        const std::string_view sign = line.substr(at, isolate_end.size());
        if (sign == from_left || sign == from_right) {
            open_.push_back(sign);
        } else if (sign == by_first_letter) {
            open_.push_back(reads_right_to_left_(line.substr(at + sign.size())) ? from_right : from_left);
        } else if (sign == isolate_end && !open_.empty()) {
            open_.pop_back();
        }
    }
    for (std::size_t i = 0; i < open_.size(); ++i) {
        words += isolate_end;
    }
    return words;
}

std::string LineIsolates::reopened() const
{
    std::string words;
    for (const std::string_view opening : open_) {
        words += opening;
    }
    return words;
}

} // namespace app
