#include "model/summary.h"

#include "model/text.h"

#include <algorithm>
#include <map>

namespace model {

namespace {

bool counts_as_offered(Attendance attendance)
{
    return attendance != Attendance::cancelled_by_therapist;
}

void count_sessions(ClientSummary& summary, const ClientRecord& record)
{
    std::map<std::string, int> used;
    for (const NoteOutline& note : record.notes) {
        if (note.is_entered_in_error || !summary.period.covers(note.session.held_on)) {
            continue;
        }
        summary.sessions_offered += counts_as_offered(note.session.attendance) ? 1 : 0;
        if (note.session.attendance != Attendance::attended) {
            continue;
        }
        ++summary.sessions_attended;
        std::set<std::string> in_session;
        for (const ModalityUse& use : note.modalities) {
            in_session.insert(use.modality);
        }
        for (const std::string& modality : in_session) {
            ++used[modality];
        }
    }
    for (const auto& [modality, sessions] : used) {
        summary.modalities.push_back({.modality = modality, .sessions = sessions});
    }
    std::ranges::stable_sort(summary.modalities, std::ranges::greater{}, &ModalityCount::sessions);
}

void choose_panels(ClientSummary& summary, const std::set<std::string>& left_out)
{
    std::vector<Panel> printed;
    for (Panel& panel : summary.trajectory.panels) {
        if (panel.is_empty()) {
            summary.left_out.push_back({.panel = std::move(panel), .reason = LeftOutReason::no_values});
        } else if (left_out.contains(panel.key)) {
            summary.left_out.push_back({.panel = std::move(panel), .reason = LeftOutReason::chosen});
        } else {
            printed.push_back(std::move(panel));
        }
    }
    summary.trajectory.panels = std::move(printed);
}

} // namespace

ClientSummary compose_summary(const ClientRecord& record, std::span<const MeasureDefinition> definitions,
                              const Practice& practice, const Therapist& therapist, const SummaryRequest& request,
                              Date made_on)
{
    const ClientDetails& details = record.client.details;
    ClientSummary summary{.practice = practice,
                          .therapist = therapist,
                          .shown_name = request.by_code ? details.code : record.client.shown_name(),
                          .code = details.code,
                          .born_on = request.with_birth_date ? details.born_on : std::nullopt,
                          .made_on = made_on,
                          .period = request.period,
                          .own_words = trimmed(request.own_words),
                          .next_words = trimmed(request.next_words),
                          .trajectory = build_trajectory(record, definitions, request.period)};
    count_sessions(summary, record);
    choose_panels(summary, request.left_out);
    return summary;
}

Period usual_summary_period(const ClientRecord& record, Date today)
{
    return period_of(record, Range::episode, today);
}

} // namespace model
