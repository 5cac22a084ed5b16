#include "storage/practice.h"

#include "model/text.h"
#include "storage/database.h"
#include "storage/fields.h"
#include "storage/storage_error.h"

namespace storage {

namespace {

/// Writes the row with this id, or adds it.
template <class Any>
void put(Record& file, const std::string& table, std::int64_t id, const Any& record)
{
    for (const std::string& sql :
         {"UPDATE " + table + " SET " + assignments_of<Any>() + " WHERE id = :id", insertion_into<Any>(table, "id")}) {
        Statement write{file, sql};
        bind_fields(write, record);
        write.bind(":id", id);
        if (write.run() > 0) {
            return;
        }
    }
}

} // namespace

model::Practice practice(Record& file)
{
    const std::string sql = "SELECT " + columns_of<model::Practice>() + " FROM sound_practice";
    Statement query{file, sql};
    if (!query.step()) {
        throw StorageError{StorageErrorKind::damaged, "practice"};
    }
    return read_fields<model::Practice>(query);
}

void set_practice(Record& file, const model::Practice& practice)
{
    put(file, "practice", 1, practice);
}

model::Therapist therapist(Record& file, vault::Person person)
{
    const auto read = [&]() -> model::Therapist {
        const std::string sql = "SELECT " + columns_of<model::Therapist>() + " FROM sound_therapist WHERE id = :person";
        Statement query{file, sql};
        query.bind(":person", std::int64_t{person});
        model::Therapist found;
        if (query.step()) {
            found = read_fields<model::Therapist>(query);
        }
        found.id = {person};
        return found;
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
    put(file, "therapist", person, therapist);
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
