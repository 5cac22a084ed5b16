#pragma once

#include "model/administration.h"
#include "model/client.h"
#include "model/episode.h"
#include "model/goal.h"
#include "model/notice.h"
#include "model/session_note.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace model {

/// A signed note without its texts: what lists and charts need of it.
struct NoteOutline {
    NoteId id{};
    Session session{};
    std::vector<ModalityUse> modalities{};
    std::vector<Rating> ratings{};
    std::string opening{}; ///< The first words of the first section that has any, at most 120 characters.
    bool has_addenda = false;
    bool is_entered_in_error = false;
    bool is_damaged = false; ///< It is not what was signed: only the day is given, and may be wrong.

    bool operator==(const NoteOutline&) const = default;
};

/// The first words of the first section that has any, in one line, at most 120 characters.
std::string opening_of(const NoteContent& content);

/// Everything about one client that a trajectory or a summary is drawn from. Private notes are not among it.
struct ClientRecord {
    Client client{};
    std::vector<EpisodeOfCare> episodes{}; ///< Oldest first.
    std::vector<Goal> goals{};             ///< Oldest first, open and closed.
    std::vector<NoteOutline> notes{};      ///< By the start of the session, oldest first, those in error included.
    std::vector<Administration> administrations{}; ///< By date, oldest first, those in error included.

    bool operator==(const ClientRecord&) const = default;
};

/// Whether a wrong word in a goal is simply corrected on `today`: its present words came in that day, as the calendar
/// of `zone` shows it, and no signed note was written with them. From then on other words are a rewording, which keeps
/// those of before.
bool is_wording_new(const ClientRecord& record, const Goal& goal, Date today, std::string_view zone);

/// The day from which a rewording on `today` holds: that day, or the next where a signed note of today rates the goal,
/// which keeps the words it was signed with.
Date new_wording_from(const ClientRecord& record, const Goal& goal, Date today);

/// The newest filling-in of one measure by one client.
struct LatestAdministration {
    std::string measure{};
    Date taken_on{};

    bool operator==(const LatestAdministration&) const = default;
};

/// One line of the caseload.
struct CaseloadRow {
    Client client{};                            ///< Id, code and names; the other details are not read for a list.
    bool is_in_care = false;                    ///< An episode is open.
    std::optional<LevelOfCare> level_of_care{}; ///< Of the open episode, today.
    std::optional<Date> next_review_on{};       ///< Of the level of care.
    std::optional<Date> last_session_on{};      ///< Signed and attended.
    int sessions = 0;                           ///< Signed notes that count, attended or not.
    int drafts = 0;                             ///< Unsigned notes.
    int open_notices = 0;
    std::vector<double> lead_values{}; ///< The last twelve values of the lead series, oldest first.
    std::string lead_measure{};        ///< Code of the measure they belong to; empty when they are ratings of a goal.
    bool lead_is_by_client = false;    ///< Whether the client gave them; else the therapist did.
    std::vector<LatestAdministration> latest_administrations{};

    bool operator==(const CaseloadRow&) const = default;
};

} // namespace model
