#include "storage/tallies.h"

#include "storage/administrations.h"

namespace storage {

namespace {

struct SessionTally {
    int sessions = 0;
    std::optional<model::Date> last_on{};
};

void keep(Record& file, model::ClientId client, const SessionTally& tally)
{
    Statement update{file,
                     "UPDATE session_tally SET sessions = :sessions, last_on = :last_on WHERE client_id = :client"};
    update.bind(":client", client);
    update.bind(":sessions", tally.sessions);
    update.bind(":last_on", tally.last_on);
    update.run();
}

/// Looks for the latest form of one measure among all of the client's.
void find_latest_form(Record& file, model::ClientId client, const std::string& measure)
{
    Statement removal{file, "DELETE FROM latest_form WHERE client_id = :client AND measure = :measure"};
    removal.bind(":client", client);
    removal.bind(":measure", measure);
    removal.run();
    Statement insert{file, R"(
        INSERT INTO latest_form (client_id, measure, taken_on)
        SELECT client_id, measure, taken_on
          FROM sound_administration AS form
         WHERE client_id = :client AND measure = :measure
           AND NOT EXISTS (SELECT 1 FROM sound_administration_error AS error WHERE error.administration_id = form.id)
         ORDER BY taken_on DESC
         LIMIT 1)"};
    insert.bind(":client", client);
    insert.bind(":measure", measure);
    insert.run();
}

} // namespace

void count_session(Record& file, model::ClientId client, const model::Session& session)
{
    Statement query{file, "SELECT sessions, last_on FROM sound_session_tally WHERE client_id = :client"};
    query.bind(":client", client);
    if (!query.step()) {
        // The first session, or the row is damaged: nobody wrote it, so it is counted anew.
        recount_sessions(file, client);
        return;
    }
    SessionTally tally{.sessions = query.read<int>("sessions"),
                       .last_on = query.read<std::optional<model::Date>>("last_on")};
    ++tally.sessions;
    if (session.attendance == model::Attendance::attended && (!tally.last_on || *tally.last_on < session.held_on)) {
        tally.last_on = session.held_on;
    }
    keep(file, client, tally);
}

void recount_sessions(Record& file, model::ClientId client)
{
    Statement removal{file, "DELETE FROM session_tally WHERE client_id = :client"};
    removal.bind(":client", client);
    removal.run();
    Statement insert{file, R"(
        INSERT INTO session_tally (client_id, sessions, last_on)
        SELECT :client, count(*), max(CASE attendance WHEN 'attended' THEN held_on END)
          FROM sound_note AS note
         WHERE client_id = :client
           AND NOT EXISTS (SELECT 1 FROM sound_note_error AS error WHERE error.note_id = note.id))"};
    insert.bind(":client", client);
    insert.run();
}

void recount_latest_forms(Record& file, model::ClientId client)
{
    for (const std::string& measure : measures_filled_in(file, client)) {
        find_latest_form(file, client, measure);
    }
}

void keep_latest_form(Record& file, model::ClientId client, const std::string& measure, model::Date taken_on)
{
    Statement query{file, "SELECT taken_on FROM sound_latest_form WHERE client_id = :client AND measure = :measure"};
    query.bind(":client", client);
    query.bind(":measure", measure);
    if (!query.step()) {
        // The first form, or the row is damaged: nobody wrote it, so it is looked for anew.
        find_latest_form(file, client, measure);
        return;
    }
    if (query.read<model::Date>("taken_on") >= taken_on) {
        return;
    }
    Statement update{file, R"(
        UPDATE latest_form SET taken_on = :taken_on WHERE client_id = :client AND measure = :measure)"};
    update.bind(":client", client);
    update.bind(":measure", measure);
    update.bind(":taken_on", taken_on);
    update.run();
}

void find_latest_form_again(Record& file, model::AdministrationId marked)
{
    Statement query{file, "SELECT client_id, measure FROM sound_administration WHERE id = :marked"};
    query.bind(":marked", marked);
    if (query.step()) {
        find_latest_form(file, query.read<model::ClientId>("client_id"), query.read<std::string>("measure"));
    }
}

} // namespace storage
