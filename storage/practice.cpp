#include "storage/practice.h"

#include "model/text.h"
#include "storage/database.h"
#include "storage/storage_error.h"

namespace storage {

model::Practice practice(Record& file)
{
    Statement query{file, "SELECT name, address FROM sound_practice"};
    if (!query.step()) {
        throw StorageError{StorageErrorKind::damaged, "practice"};
    }
    return {.name = query.read<std::string>("name"), .address = query.read<std::string>("address")};
}

void set_practice(Record& file, const model::Practice& practice)
{
    for (const char* sql : {"UPDATE practice SET name = :name, address = :address WHERE id = 1",
                            "INSERT INTO practice (id, name, address) VALUES (1, :name, :address)"}) {
        Statement write{file, sql};
        write.bind(":name", practice.name);
        write.bind(":address", practice.address);
        if (write.run() > 0) {
            return;
        }
    }
}

model::Therapist therapist(Record& file, vault::Person person)
{
    const auto read = [&]() -> model::Therapist {
        Statement query{file, "SELECT id, name, credentials, licence_number FROM sound_therapist WHERE id = :person"};
        query.bind(":person", std::int64_t{person});
        if (!query.step()) {
            return {.id = {person}};
        }
        return {
            .id = query.read<model::TherapistId>("id"),
            .name = query.read<std::string>("name"),
            .credentials = query.read<std::string>("credentials"),
            .licence_number = query.read<std::string>("licence_number"),
        };
    };
    try {
        return with_storage_errors(read);
    } catch (const StorageError& error) {
        if (error.kind != StorageErrorKind::damaged) {
            throw;
        }
        return {.id = {person}};
    }
}

bool knows_therapist(Record& file, vault::Person person)
{
    Statement query{file, "SELECT id FROM therapist WHERE id = :person"};
    query.bind(":person", std::int64_t{person});
    return query.step();
}

void set_therapist(Record& file, vault::Person person, const model::Therapist& therapist)
{
    for (const char* sql : {R"(
        UPDATE therapist
           SET name = :name, credentials = :credentials, licence_number = :licence_number
         WHERE id = :person)",
                            R"(
        INSERT INTO therapist (id, name, credentials, licence_number)
        VALUES (:person, :name, :credentials, :licence_number))"}) {
        Statement write{file, sql};
        write.bind(":name", therapist.name);
        write.bind(":credentials", therapist.credentials);
        write.bind(":licence_number", therapist.licence_number);
        write.bind(":person", std::int64_t{person});
        if (write.run() > 0) {
            return;
        }
    }
}

std::string byline(const model::Therapist& writer)
{
    if (model::is_blank(writer.name)) {
        throw StorageError{StorageErrorKind::refused, "the therapist's name is missing"};
    }
    return writer.credentials.empty() ? writer.name : writer.name + ", " + writer.credentials;
}

std::string author_if_known(const model::Therapist& writer)
{
    return model::is_blank(writer.name) ? std::string{} : byline(writer);
}

} // namespace storage
