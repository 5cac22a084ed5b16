#include "storage/settings.h"

#include "storage/record.h"
#include "storage/storage_error.h"

namespace storage {

using model::DateOrder;
using model::HourClock;

Settings settings(Record& file)
{
    Statement query{file, "SELECT lock_after_minutes, month_comes_first, clock_has_12_hours FROM sound_setting"};
    if (!query.step()) {
        return {};
    }
    const Settings settings{
        .lock_after_minutes = query.read<int>("lock_after_minutes"),
        .habits = {.order = query.read<bool>("month_comes_first") ? DateOrder::month_first : DateOrder::day_first,
                   .hours = query.read<bool>("clock_has_12_hours") ? HourClock::of_12 : HourClock::of_24},
    };
    if (!settings.are_allowed()) {
        throw StorageError{StorageErrorKind::damaged, "settings out of bounds"};
    }
    return settings;
}

void set_settings(Record& file, const Settings& settings)
{
    if (!settings.are_allowed()) {
        throw StorageError{StorageErrorKind::refused, "settings out of bounds"};
    }
    for (const char* sql : {R"(
        UPDATE setting
           SET lock_after_minutes = :lock_after_minutes, month_comes_first = :month_comes_first,
               clock_has_12_hours = :clock_has_12_hours
         WHERE id = 1)",
                            R"(
        INSERT INTO setting (id, lock_after_minutes, month_comes_first, clock_has_12_hours)
        VALUES (1, :lock_after_minutes, :month_comes_first, :clock_has_12_hours))"}) {
        Statement write{file, sql};
        write.bind(":lock_after_minutes", settings.lock_after_minutes);
        write.bind(":month_comes_first", settings.habits.order == DateOrder::month_first);
        write.bind(":clock_has_12_hours", settings.habits.hours == HourClock::of_12);
        if (write.run() > 0) {
            return;
        }
    }
}

} // namespace storage
