#include "storage/practice.h"

#include "model/text.h"
#include "storage/storage_error.h"

namespace storage {

model::Practice practice(Record& file)
{
    Statement query{file, "SELECT name, address FROM practice"};
    if (!query.step()) {
        throw StorageError{StorageErrorKind::damaged, "no practice"};
    }
    return {.name = query.read<std::string>("name"), .address = query.read<std::string>("address")};
}

void set_practice(Record& file, const model::Practice& practice)
{
    Statement update{file, "UPDATE practice SET name = :name, address = :address"};
    update.bind(":name", practice.name);
    update.bind(":address", practice.address);
    update.run();
}

model::Therapist therapist(Record& file)
{
    Statement query{file, "SELECT id, name, credentials, licence_number FROM therapist ORDER BY id LIMIT 1"};
    if (!query.step()) {
        throw StorageError{StorageErrorKind::damaged, "no therapist"};
    }
    return {
        .id = query.read<model::TherapistId>("id"),
        .name = query.read<std::string>("name"),
        .credentials = query.read<std::string>("credentials"),
        .licence_number = query.read<std::string>("licence_number"),
    };
}

void set_therapist(Record& file, const model::Therapist& therapist)
{
    Statement update{file, R"(
        UPDATE therapist
           SET name = :name, credentials = :credentials, licence_number = :licence_number
         WHERE id = (SELECT min(id) FROM therapist))"};
    update.bind(":name", therapist.name);
    update.bind(":credentials", therapist.credentials);
    update.bind(":licence_number", therapist.licence_number);
    update.run();
}

std::string byline(Record& file)
{
    const model::Therapist writer = therapist(file);
    if (model::is_blank(writer.name)) {
        throw StorageError{StorageErrorKind::refused, "the therapist's name is missing"};
    }
    return writer.credentials.empty() ? writer.name : writer.name + ", " + writer.credentials;
}

} // namespace storage
