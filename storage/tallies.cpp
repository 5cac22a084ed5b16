#include "storage/tallies.h"

namespace storage {

namespace {

struct SessionTally {
    int sessions = 0;
    std::optional<model::Date> last_on{};
};

void keep(Record& file, model::ClientId client, const SessionTally& tally)
{
    for (const char* sql :
         {"UPDATE session_tally SET sessions = :sessions, last_on = :last_on WHERE client_id = :client",
          "INSERT INTO session_tally (client_id, sessions, last_on) VALUES (:client, :sessions, :last_on)"}) {
        Statement write{file, sql};
        write.bind(":client", client);
        write.bind(":sessions", tally.sessions);
        write.bind(":last_on", tally.last_on);
        if (write.run() > 0) {
            return;
        }
    }
}

} // namespace

void count_session(Record& file, model::ClientId client, const model::Session& session)
{
    Statement query{file, "SELECT sessions, last_on FROM sound_session_tally WHERE client_id = :client"};
    query.bind(":client", client);
    SessionTally tally;
    if (query.step()) {
        tally = {.sessions = query.read<int>("sessions"), .last_on = query.read<std::optional<model::Date>>("last_on")};
    }
    ++tally.sessions;
    if (session.attendance == model::Attendance::attended && (!tally.last_on || *tally.last_on < session.held_on)) {
        tally.last_on = session.held_on;
    }
    keep(file, client, tally);
}

void recount_sessions(Record& file, model::ClientId client)
{
    Statement query{file, R"(
        SELECT count(*) AS sessions, max(CASE attendance WHEN 'attended' THEN held_on END) AS last_on
          FROM sound_note AS note
         WHERE client_id = :client
           AND NOT EXISTS (SELECT 1 FROM sound_note_error AS error WHERE error.note_id = note.id))"};
    query.bind(":client", client);
    query.step();
    keep(file, client,
         {.sessions = query.read<int>("sessions"), .last_on = query.read<std::optional<model::Date>>("last_on")});
}

void keep_latest_form(Record& file, model::ClientId client, const std::string& measure, model::Date taken_on)
{
    Statement query{file, "SELECT taken_on FROM sound_latest_form WHERE client_id = :client AND measure = :measure"};
    query.bind(":client", client);
    query.bind(":measure", measure);
    const bool is_known = query.step();
    if (is_known && query.read<model::Date>("taken_on") >= taken_on) {
        return;
    }
    Statement write{file, is_known ? R"(
        UPDATE latest_form SET taken_on = :taken_on WHERE client_id = :client AND measure = :measure)"
                                   : R"(
        INSERT INTO latest_form (client_id, measure, taken_on) VALUES (:client, :measure, :taken_on))"};
    write.bind(":client", client);
    write.bind(":measure", measure);
    write.bind(":taken_on", taken_on);
    write.run();
}

void find_latest_form_again(Record& file, model::AdministrationId marked)
{
    Statement removal{file, R"(
        DELETE FROM latest_form
         WHERE client_id = (SELECT client_id FROM sound_administration WHERE id = :marked)
           AND measure = (SELECT measure FROM sound_administration WHERE id = :marked))"};
    removal.bind(":marked", marked);
    removal.run();
    Statement insert{file, R"(
        INSERT INTO latest_form (client_id, measure, taken_on)
        SELECT other.client_id, other.measure, other.taken_on
          FROM sound_administration AS marked CROSS JOIN sound_administration AS other
               ON other.client_id = marked.client_id AND other.measure = marked.measure
         WHERE marked.id = :marked
           AND NOT EXISTS (SELECT 1 FROM sound_administration_error AS error
                            WHERE error.administration_id = other.id)
         ORDER BY other.taken_on DESC
         LIMIT 1)"};
    insert.bind(":marked", marked);
    insert.run();
}

} // namespace storage
