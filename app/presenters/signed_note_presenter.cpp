#include "app/presenters/signed_note_presenter.h"

#include "app/presenters/session_times.h"
#include "app/words/dates.h"
#include "app/words/level_words.h"
#include "app/words/note_words.h"
#include "app/words/session_words.h"
#include "model/text.h"

#include <algorithm>

namespace app {

namespace {

std::string heading_of(const model::Session& session, const std::string& clock_zone)
{
    return weekday_date(session.held_on) + ", " + start_words(session, clock_zone) + " - " +
           model::clock_time(end_of(session)) + " · " + minutes_words(session.length);
}

std::string details_of(const model::Session& session)
{
    return name_of(session.format) + " · " + level_of_care_label(session.level_of_care) + " · " +
           name_of(session.attendance);
}

std::vector<SignedNotePresenter::RatedGoal> rated_goals(const model::NoteContent& content,
                                                        const std::vector<model::Goal>& goals)
{
    std::vector<SignedNotePresenter::RatedGoal> rated;
    for (const auto& rating : content.ratings) {
        const auto goal = std::ranges::find(goals, rating.goal, &model::Goal::id);
        if (goal != goals.end()) {
            rated.push_back({.wording = goal->details.wording, .ratings = ratings_words(rating)});
        }
    }
    return rated;
}

std::string all_modalities(const model::NoteContent& content, const std::vector<model::Modality>& modalities)
{
    std::string all;
    for (const auto& use : content.modalities) {
        all += (all.empty() ? "" : ", ") + modality_words(use, modalities);
    }
    return all.empty() ? no_modality() : all;
}

} // namespace

SignedNotePresenter::SignedNotePresenter(const Workplace& place, model::NoteId note) : place_{place}, note_{note}
{
    reload();
    changes_ = place_.casebook.subscribe([this](const storage::Change& change) {
        if (change.what == storage::Changed::notes && (!change.client || change.client == client_)) {
            reload();
            on_change();
        }
    });
}

void SignedNotePresenter::reload()
{
    const auto note = place_.casebook.note(note_);
    const auto& content = note.content;
    client_ = note.client;
    screen_.heading = heading_of(content.session, place_.clock.zone);
    screen_.details = details_of(content.session);
    screen_.modalities = all_modalities(content, place_.casebook.modalities());
    screen_.goals = rated_goals(content, place_.casebook.goals_of(note.client));
    screen_.sections.clear();
    for (const auto& section : content.sections) {
        if (!model::is_blank(section.text)) {
            screen_.sections.emplace_back(section.kind, section.text);
        }
    }
    screen_.risk = risk_words(content.risk);
    screen_.homework = content.homework;
    screen_.signature = signed_by_words(note.signature, date_and_time(note.signed_at, place_.clock.zone));
    screen_.addenda.clear();
    for (const auto& addendum : note.addenda) {
        screen_.addenda.push_back(
            {.heading = addendum_heading(addendum.author, date_and_time(addendum.written_at, place_.clock.zone)),
             .reason = reason_words(addendum.reason),
             .text = addendum.text});
    }
    if (const auto& error = note.entered_in_error) {
        screen_.error_mark = in_error_words(error->author, date_and_time(error->marked_at, place_.clock.zone));
        screen_.error_reason = reason_words(error->reason);
    }
    screen_.can_mark = !note.entered_in_error;
    judge();
}

void SignedNotePresenter::judge()
{
    const bool has_reason = !model::is_blank(screen_.reason);
    const bool has_text = !model::is_blank(screen_.text);
    screen_.can_add = (screen_.adding == Adding::addendum && has_reason && has_text) ||
                      (screen_.adding == Adding::error_mark && has_reason && screen_.can_mark);
}

void SignedNotePresenter::start(Adding adding)
{
    screen_.adding = adding;
    judge();
    on_change();
}

void SignedNotePresenter::start_addendum()
{
    start(Adding::addendum);
}

void SignedNotePresenter::start_error_mark()
{
    if (screen_.can_mark) {
        start(Adding::error_mark);
    }
}

void SignedNotePresenter::put_aside()
{
    start(Adding::nothing);
}

bool SignedNotePresenter::type_text(const std::string& text)
{
    if (text.size() > model::longest_section) {
        return false;
    }
    history_.record(text, place_.clock.now());
    take(TextState{.text = text});
    return true;
}

std::optional<TextState> SignedNotePresenter::take(std::optional<TextState> state)
{
    if (state) {
        screen_.text = state->text;
        judge();
        on_change();
    }
    return state;
}

std::optional<TextState> SignedNotePresenter::undo_text()
{
    return take(history_.undo());
}

std::optional<TextState> SignedNotePresenter::redo_text()
{
    return take(history_.redo());
}

void SignedNotePresenter::type_reason(std::string reason)
{
    screen_.reason = std::move(reason);
    judge();
    on_change();
}

void SignedNotePresenter::add()
{
    if (!screen_.can_add) {
        return;
    }
    const auto now = place_.clock.now();
    try {
        if (screen_.adding == Adding::addendum) {
            place_.casebook.add_addendum(note_, model::trimmed(screen_.text), model::trimmed(screen_.reason), now);
        } else {
            place_.casebook.mark_entered_in_error(note_, model::trimmed(screen_.reason), now);
        }
    } catch (const storage::StorageError& error) {
        screen_.failure = error.kind;
        on_change();
        return;
    }
    throw_away();
}

bool SignedNotePresenter::may_leave()
{
    const bool has_unsaved = !model::is_blank(screen_.text) || !model::is_blank(screen_.reason);
    if (has_unsaved != screen_.asks_about_unsaved) {
        screen_.asks_about_unsaved = has_unsaved;
        on_change();
    }
    return !has_unsaved;
}

void SignedNotePresenter::keep_writing()
{
    screen_.asks_about_unsaved = false;
    // Words that were put aside are taken up again.
    start(screen_.adding == Adding::nothing ? Adding::addendum : screen_.adding);
}

void SignedNotePresenter::throw_away()
{
    screen_.failure.reset();
    screen_.text.clear();
    history_ = UndoHistory{};
    screen_.reason.clear();
    screen_.asks_about_unsaved = false;
    start(Adding::nothing);
}

} // namespace app
