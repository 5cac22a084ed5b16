#include "storage/settings.h"

#include "storage/record.h"
#include "storage/storage_error.h"

namespace storage {

Settings settings(Record& file)
{
    Statement query{file, "SELECT lock_after_minutes FROM sound_setting"};
    if (!query.step()) {
        return {};
    }
    const Settings settings{.lock_after_minutes = query.read<int>("lock_after_minutes")};
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
    for (const char* sql : {"UPDATE setting SET lock_after_minutes = :lock_after_minutes WHERE id = 1",
                            "INSERT INTO setting (id, lock_after_minutes) VALUES (1, :lock_after_minutes)"}) {
        Statement write{file, sql};
        write.bind(":lock_after_minutes", settings.lock_after_minutes);
        if (write.run() > 0) {
            return;
        }
    }
}

} // namespace storage
