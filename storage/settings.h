#pragma once

#include "model/date_habits.h"

namespace storage {

class Record;

/// What the practice chose for its casebook.
struct Settings {
    static constexpr int shortest_idle_minutes = 1;
    static constexpr int longest_idle_minutes = 60;

    int lock_after_minutes = 5; ///< Without a key or a move of the mouse. It cannot be switched off.
    model::DateHabits habits{};

    /// Whether every setting lies within its bounds.
    bool are_allowed() const
    {
        return lock_after_minutes >= shortest_idle_minutes && lock_after_minutes <= longest_idle_minutes;
    }

    bool operator==(const Settings&) const = default;
};

Settings settings(Record& file);

/// Throws `StorageError{refused}` unless they are allowed.
void set_settings(Record& file, const Settings& settings);

} // namespace storage
