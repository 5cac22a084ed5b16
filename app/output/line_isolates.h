#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace app {

/// Keeps each line of a broken text whole by itself: an isolate that reaches over the end of a line is closed there,
/// and opened again on the next one in the direction that it has. One object for one text, its lines in their order.
class LineIsolates {
public:
    /// `reads_right_to_left` says so of words that begin an isolate.
    explicit LineIsolates(std::function<bool(std::string_view)> reads_right_to_left)
        : reads_right_to_left_{std::move(reads_right_to_left)}
    {
    }

    /// No isolate reaches over the end of a paragraph.
    void begin_paragraph() { open_.clear(); }

    /// The next line, with all its isolates in pairs. A line without any comes back as it is.
    std::string whole(std::string_view line);

    /// What opens on a new line the isolates that have not ended yet.
    std::string reopened() const;

private:
    std::function<bool(std::string_view)> reads_right_to_left_;
    std::vector<std::string_view> open_{}; ///< What opens each again, the innermost last.
};

} // namespace app
