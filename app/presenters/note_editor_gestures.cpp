// What is entered beside the texts: times, choices, modalities, ratings.

#include "app/presenters/note_editor_presenter.h"
#include "app/presenters/session_times.h"
#include "app/words/typed_time.h"
#include "model/text.h"

#include <algorithm>
#include <utility>

namespace app {

namespace {

std::optional<int>& rating_by(model::Rating& rating, model::Rater rater)
{
    return rater == model::Rater::therapist ? rating.by_therapist : rating.by_client;
}

} // namespace

void NoteEditorPresenter::type_time(TimeField field, std::string text)
{
    if (screen_.times[index_of(field)] == text) {
        return;
    }
    auto& session = screen_.content.session;
    if (typed_in_ != field) {
        typed_in_ = field;
        before_typing_ = session;
    }
    // A time that is half typed can often be read, as another one: every key begins from what stood there before.
    session.held_on = before_typing_.held_on;
    session.starts_at = before_typing_.starts_at;
    session.length = before_typing_.length;
    if (level_follows_date_) {
        session.level_of_care = before_typing_.level_of_care;
    }
    const auto time = read_typed_time(text, screen_.hours);
    const auto length = read_typed_minutes(text);
    bool is_read = false;
    if (field == TimeField::date) {
        const auto day = place_.clock.read_day(text);
        is_read = day.has_value();
        session.held_on = day.value_or(session.held_on);
        if (is_read && level_follows_date_) {
            session.level_of_care = model::level_of_care_on(background_.episodes, session.held_on);
        }
    } else if (field == TimeField::start) {
        is_read = time.has_value();
        session.starts_at = time.value_or(session.starts_at);
    } else if (field == TimeField::end) {
        is_read = time.has_value();
        session.length = time ? length_until(session, *time) : session.length;
    } else {
        is_read = length.has_value();
        session.length = length.value_or(session.length);
    }
    std::erase(screen_.unreadable, field);
    show_times();
    screen_.times[index_of(field)] = std::move(text);
    if (!is_read) {
        screen_.unreadable.push_back(field);
    }
    if (field == TimeField::date || field == TimeField::start) {
        const auto times = screen_.times;
        reload_background();
        carry_modalities();
        screen_.times = times;
    }
    entered();
}

void NoteEditorPresenter::settle_times()
{
    typed_in_.reset();
    show_times();
    changed();
}

void NoteEditorPresenter::choose(model::SessionFormat format)
{
    screen_.content.session.format = format;
    entered();
}

void NoteEditorPresenter::choose(model::Attendance attendance)
{
    screen_.content.session.attendance = attendance;
    carry_modalities();
    entered();
}

void NoteEditorPresenter::carry_modalities()
{
    auto& uses = screen_.content.modalities;
    const bool are_from_last_time = uses == carried_ || (uses.empty() && are_modalities_left_out_);
    if (!has_touched_modalities_ && are_from_last_time) {
        carried_ = background_.modalities_last;
        are_modalities_left_out_ = screen_.content.session.attendance != model::Attendance::attended;
        uses = are_modalities_left_out_ ? std::vector<model::ModalityUse>{} : carried_;
    }
}

void NoteEditorPresenter::choose(model::LevelOfCare level)
{
    const auto& session = screen_.content.session;
    level_follows_date_ = level == model::level_of_care_on(background_.episodes, session.held_on);
    screen_.content.session.level_of_care = level;
    entered();
}

void NoteEditorPresenter::add_modality(const std::string& code)
{
    auto& uses = screen_.content.modalities;
    if (std::ranges::find(uses, code, &model::ModalityUse::modality) == uses.end()) {
        uses.push_back({.modality = code});
        has_touched_modalities_ = true;
        entered();
    }
}

void NoteEditorPresenter::remove_modality(const std::string& code)
{
    std::erase_if(screen_.content.modalities, [&](const model::ModalityUse& use) { return use.modality == code; });
    has_touched_modalities_ = true;
    entered();
}

void NoteEditorPresenter::drop_modality(const std::string& code)
{
    if (screen_.modalities_are_carried) {
        screen_.content.modalities.clear();
    }
    remove_modality(code);
}

void NoteEditorPresenter::make_main(const std::string& code)
{
    auto& uses = screen_.content.modalities;
    const auto use = std::ranges::find(uses, code, &model::ModalityUse::modality);
    if (use != uses.end()) {
        std::rotate(uses.begin(), use, std::next(use));
        has_touched_modalities_ = true;
        entered();
    }
}

void NoteEditorPresenter::toggle_technique(const std::string& modality, const std::string& technique)
{
    add_modality(modality);
    auto& techniques =
        std::ranges::find(screen_.content.modalities, modality, &model::ModalityUse::modality)->techniques;
    if (std::erase(techniques, technique) == 0) {
        techniques.push_back(technique);
    }
    has_touched_modalities_ = true;
    entered();
}

void NoteEditorPresenter::rate(model::GoalId goal, model::Rater rater, std::optional<int> value)
{
    if (value && (*value < 0 || *value > model::highest_rating)) {
        return;
    }
    auto& ratings = screen_.content.ratings;
    auto rating = std::ranges::find(ratings, goal, &model::Rating::goal);
    if (rating == ratings.end()) {
        rating = ratings.insert(ratings.end(), model::Rating{.goal = goal});
    }
    rating_by(*rating, rater) = value;
    if (!rating->by_therapist && !rating->by_client) {
        ratings.erase(rating);
    }
    // The order of goals, so that clearing and rating again leaves no trace.
    std::ranges::sort(ratings, {}, &model::Rating::goal);
    rated_last_ = goal;
    const auto row = std::ranges::find(screen_.goals, goal, &GoalRow::goal);
    if (row != screen_.goals.end()) {
        (rater == model::Rater::therapist ? row->by_therapist : row->by_client) = value;
    }
    entered();
}

void NoteEditorPresenter::show_all_goals()
{
    shows_all_goals_ = true;
    show_goals();
    changed();
}

void NoteEditorPresenter::choose(model::NoteForm form)
{
    auto& content = screen_.content;
    std::vector<model::NoteSection> sections;
    for (const auto kind : model::sections_of(form)) {
        sections.push_back({.kind = kind, .text = content.text_of(kind)});
    }
    for (const auto& section : content.sections) {
        const bool is_of_form = std::ranges::count(model::sections_of(form), section.kind) > 0;
        if (!is_of_form && !model::is_blank(section.text)) {
            sections.push_back(section);
        }
    }
    content.form = form;
    content.sections = std::move(sections);
    show_sections();
    if (std::ranges::count(screen_.sections, screen_.caret.section) == 0) {
        screen_.caret = {.section = screen_.sections.front(), .position = 0};
    }
    entered();
}

void NoteEditorPresenter::choose(model::RiskLevel level)
{
    screen_.content.risk.level = level;
    is_choosing_risk_ = true;
    has_touched_risk_ = true;
    entered();
}

void NoteEditorPresenter::leave_risk()
{
    if (std::exchange(is_choosing_risk_, false)) {
        save();
    }
}

void NoteEditorPresenter::note_dissociation(bool seen)
{
    screen_.content.risk.dissociation = seen;
    entered();
}

} // namespace app
