#include "app/presenters/sessions_presenter.h"

#include "app/words/dates.h"
#include "app/words/note_words.h"

#include <algorithm>
#include <iterator>

namespace app {

namespace {

std::string on_one_line(std::string text)
{
    std::ranges::replace(text, '\n', ' ');
    std::ranges::replace(text, '\t', ' ');
    return text;
}

/// A row of which nothing but its place in the list can be relied on.
SessionRow damaged_row(const AnyNote& note, const model::Session& session, SessionMark mark)
{
    return {.note = note, .date = weekday_date(session.held_on), .mark = mark, .starts = session.starts()};
}

SessionMark mark_of(const model::NoteOutline& note)
{
    if (note.is_entered_in_error) {
        return SessionMark::in_error;
    }
    return note.has_addenda ? SessionMark::with_addendum : SessionMark::signed_note;
}

} // namespace

SessionsPresenter::SessionsPresenter(const Workplace& place, model::ClientId client) : place_{place}, client_{client}
{
    reload();
    changes_ = place_.casebook.subscribe([this](const storage::Change& change) {
        const bool is_ours = !change.client || *change.client == client_;
        if (is_ours && change.what == storage::Changed::notes) {
            reload();
            on_change();
        } else if (is_ours && change.what == storage::Changed::drafts) {
            reload_drafts();
            on_change();
        }
    });
}

std::size_t SessionsPresenter::row_of(const AnyNote& note) const
{
    const auto found = std::ranges::find(screen_.rows, note, &SessionRow::note);
    return static_cast<std::size_t>(std::distance(screen_.rows.begin(), found));
}

void SessionsPresenter::reload()
{
    modalities_ = place_.casebook.modalities();
    screen_.rows.clear();
    for (const auto& note : place_.casebook.notes_of(client_)) {
        if (note.is_damaged) {
            screen_.rows.push_back(damaged_row(note.id, note.session, SessionMark::damaged_note));
            continue;
        }
        SessionRow row = row_from(note.session, note.modalities);
        row.note = note.id;
        row.opening = on_one_line(note.opening);
        row.mark = mark_of(note);
        screen_.rows.push_back(std::move(row));
    }
    add_drafts();
}

/// Signed notes stay as they are while a draft is written; there may be many.
void SessionsPresenter::reload_drafts()
{
    modalities_ = place_.casebook.modalities();
    std::erase_if(screen_.rows, [](const SessionRow& row) { return std::holds_alternative<model::DraftId>(row.note); });
    add_drafts();
}

/// Adds the drafts to the signed notes, before those of the same time.
void SessionsPresenter::add_drafts()
{
    const std::size_t notes = screen_.rows.size();
    std::vector<SessionRow> rows;
    for (const auto& draft : place_.casebook.drafts_of(client_)) {
        rows.push_back(row_from(draft));
    }
    const std::size_t drafts = rows.size();
    std::ranges::move(screen_.rows, std::back_inserter(rows));
    std::ranges::stable_sort(rows, std::ranges::greater{}, &SessionRow::starts);
    screen_ = {.rows = std::move(rows), .count = notes + drafts == 0 ? "" : sessions_count(notes, drafts)};
}

SessionRow SessionsPresenter::row_from(const model::Draft& draft) const
{
    const auto& session = draft.content.session;
    if (draft.is_damaged) {
        return damaged_row(draft.id, session, SessionMark::damaged);
    }
    SessionRow row = row_from(session, draft.content.modalities);
    row.note = draft.id;
    row.opening = on_one_line(model::opening_of(draft.content));
    row.mark = SessionMark::draft;
    return row;
}

SessionRow SessionsPresenter::row_from(const model::Session& session, const std::vector<model::ModalityUse>& uses) const
{
    return {.date = weekday_date(session.held_on),
            .time = start_words(session, place_.clock.face()),
            .length = minutes_words(session.length),
            .attendance = name_of(session.attendance),
            .modalities = modality_names(uses, modalities_),
            .starts = session.starts()};
}

} // namespace app
