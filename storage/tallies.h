#pragma once

#include "model/calendar.h"
#include "model/ids.h"
#include "model/session_note.h"
#include "storage/record.h"

#include <string>

/// What the caseload shows of each client, kept up to date by the acts that change it, so that reading it does not take
/// longer with every note.
namespace storage {

/// A session was signed, and is among the notes already.
void count_session(Record& file, model::ClientId client, const model::Session& session);

/// Counts a client's sessions anew, as after one was marked as entered in error.
void recount_sessions(Record& file, model::ClientId client);

/// Looks for the latest forms of all measures anew.
void recount_latest_forms(Record& file, model::ClientId client);

/// A form was filled in, and is among the administrations already.
void keep_latest_form(Record& file, model::ClientId client, const std::string& measure, model::Date taken_on);

/// Looks for the latest form anew of the client and measure of a filling-in that was marked as entered in error.
void find_latest_form_again(Record& file, model::AdministrationId marked);

} // namespace storage
