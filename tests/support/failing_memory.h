#pragma once

#include <functional>

namespace tests {

/// Stands between SQLite and its memory while it lives; no database may be open when it comes and when it goes.
///
/// Whatever gave SQLite its memory before gives it still.
class FailingMemory {
public:
    /// `refuses` is asked before each piece is handed out.
    explicit FailingMemory(std::function<bool()> refuses);
    FailingMemory(const FailingMemory&) = delete;
    FailingMemory& operator=(const FailingMemory&) = delete;
    ~FailingMemory();
};

} // namespace tests
