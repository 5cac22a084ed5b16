#include "storage/births.h"

namespace storage {

namespace {

using Kind = model::DatedEntry::Kind;

Kind kind_of(const std::string& word)
{
    return word == "form" ? Kind::form : word == "session" ? Kind::session : Kind::admission;
}

} // namespace

std::optional<model::DatedEntry> first_entry_before(Record& file, model::ClientId client, model::Date day)
{
    // A goal counts for nothing here: its day cannot be put right, and would keep the true date of birth out for good.
    // An admission that was assumed is of the day of a form, which says more.
    Statement query{file, R"(
        SELECT kind, happened_on, measure
          FROM (SELECT 1 AS place, 'form' AS kind, taken_on AS happened_on, measure
                  FROM sound_administration AS form
                 WHERE client_id = :client
                   AND NOT EXISTS (SELECT 1
                                     FROM sound_administration_error AS error
                                    WHERE error.administration_id = form.id)
                 UNION ALL
                SELECT 2, 'session', held_on, ''
                  FROM sound_note AS note
                 WHERE client_id = :client
                   AND NOT EXISTS (SELECT 1 FROM sound_note_error AS error WHERE error.note_id = note.id)
                 UNION ALL
                SELECT 2, 'session', held_on, ''
                  FROM sound_draft
                 WHERE client_id = :client
                 UNION ALL
                SELECT 3, 'admission', admitted_on, ''
                  FROM sound_episode
                 WHERE client_id = :client)
         WHERE happened_on < :day
         ORDER BY happened_on, place
         LIMIT 1)"};
    query.bind(":client", client);
    query.bind(":day", day);
    if (!query.step()) {
        return std::nullopt;
    }
    return model::DatedEntry{.kind = kind_of(query.read<std::string>("kind")),
                             .on = query.read<model::Date>("happened_on"),
                             .measure = query.read<std::string>("measure")};
}

std::optional<model::Date> birth_of(Record& file, model::ClientId client)
{
    Statement query{file, "SELECT born_on FROM sound_client WHERE id = :id"};
    query.bind(":id", client);
    return query.step() ? query.read<std::optional<model::Date>>("born_on") : std::nullopt;
}

} // namespace storage
