#include "storage/settings.h"

#include "storage/record.h"
#include "storage/storage_error.h"

namespace storage {

Settings settings(Record& file)
{
    Statement query{file, "SELECT lock_after_minutes FROM setting"};
    if (!query.step()) {
        throw StorageError{StorageErrorKind::damaged, "no settings"};
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
    Statement update{file, "UPDATE setting SET lock_after_minutes = :lock_after_minutes"};
    update.bind(":lock_after_minutes", settings.lock_after_minutes);
    update.run();
}

} // namespace storage
