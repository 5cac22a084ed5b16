#include "app/presenters/note_editor_presenter.h"

#include "app/presenters/session_times.h"
#include "app/words/dates.h"
#include "model/text.h"

#include <algorithm>

namespace app {

namespace {

constexpr std::size_t goals_shown_at_once = 6;

std::size_t place_of(TimeField field)
{
    return static_cast<std::size_t>(field);
}

std::optional<int>& rating_by(model::Rating& rating, model::Rater rater)
{
    return rater == model::Rater::therapist ? rating.by_therapist : rating.by_client;
}

std::optional<int> last_of(const std::vector<GoalPoint>& points)
{
    return points.empty() ? std::nullopt : std::optional{points.back().value};
}

std::vector<NoteCheck> checks_done(const NoteEditorScreen& screen)
{
    std::vector<NoteCheck> done;
    const auto& content = screen.content;
    if (!content.ratings.empty()) {
        done.push_back(NoteCheck::goal_rated);
    }
    if (screen.unreadable.empty()) {
        done.push_back(NoteCheck::times);
    }
    if (content.risk.level != model::RiskLevel::not_asked) {
        done.push_back(NoteCheck::risk_asked);
    }
    if (!model::is_blank(content.text_of(model::SectionKind::plan))) {
        done.push_back(NoteCheck::plan);
    }
    return done;
}

} // namespace

NoteEditorPresenter::NoteEditorPresenter(const Workplace& place, model::ClientId client,
                                         std::optional<model::DraftId> draft)
    : place_{place}, client_{client}
{
    load(draft);
    changes_ = place_.casebook.subscribe([this](const storage::Change& change) { hear(change); });
}

void NoteEditorPresenter::load(std::optional<model::DraftId> draft)
{
    screen_.modalities = place_.casebook.modalities();
    const auto kept = draft ? place_.casebook.draft(*draft) : std::nullopt;
    if (kept) {
        open(*kept);
    } else {
        begin_new();
    }
}

void NoteEditorPresenter::begin_new()
{
    is_begun_here_ = true;
    const auto episodes = place_.casebook.episodes_of(client_);
    const auto last = place_.casebook.last_note_before(client_, place_.clock.now());
    auto& content = screen_.content;
    content.session =
        session_just_held(place_.clock, last ? std::optional{last->content.session} : std::nullopt, episodes);
    content.form = last ? last->content.form : model::NoteForm::dap;
    for (const auto kind : model::sections_of(content.form)) {
        content.write(kind, {});
    }
    screen_.caret = {.section = model::sections_of(content.form).front(), .position = 0};
    prefilled_ = content;
    reload_background();
}

void NoteEditorPresenter::open(const model::Draft& draft)
{
    draft_ = draft.id;
    kept_ = draft;
    histories_.clear();
    screen_.content = draft.content;
    screen_.caret = draft.caret;
    screen_.saving = Saving::saved;
    screen_.saved_at = model::time_in_zone(draft.saved_at, place_.clock.zone);
    for (const auto kind : model::sections_of(draft.content.form)) {
        if (draft.content.text_of(kind).empty()) {
            screen_.content.write(kind, {});
        }
    }
    kept_->content = screen_.content;
    reload_background();
    level_follows_date_ =
        draft.content.session.level_of_care == level_of_care_on(background_.episodes, draft.content.session.held_on);
}

void NoteEditorPresenter::reload_background()
{
    const auto& session = screen_.content.session;
    background_ = background_of_note(place_.casebook, client_, session.starts(), draft_);
    screen_.last_time = background_.last_time;
    screen_.open = background_.open;
    show_times();
    show_sections();
    show_goals();
    judge();
}

void NoteEditorPresenter::show_times()
{
    const auto& session = screen_.content.session;
    const std::array<std::string, 4> now{weekday_date(session.held_on), model::clock_time(session.starts_at),
                                         model::clock_time(end_of(session)), minutes_words(session.length)};
    for (const TimeField field : {TimeField::date, TimeField::start, TimeField::end, TimeField::minutes}) {
        if (std::ranges::find(screen_.unreadable, field) == screen_.unreadable.end()) {
            screen_.times[place_of(field)] = now[place_of(field)];
        }
    }
}

void NoteEditorPresenter::show_sections()
{
    screen_.sections = model::sections_of(screen_.content.form);
    for (const auto& section : screen_.content.sections) {
        const bool is_of_form = std::ranges::find(screen_.sections, section.kind) != screen_.sections.end();
        if (!is_of_form && !model::is_blank(section.text)) {
            screen_.sections.push_back(section.kind);
        }
    }
}

void NoteEditorPresenter::show_goals()
{
    const auto& content = screen_.content;
    std::vector<GoalRow> rows;
    for (const auto& goal : background_.goals) {
        const auto rating = std::ranges::find(content.ratings, goal.id, &model::Rating::goal);
        const bool is_rated = rating != content.ratings.end();
        if (!is_rated && !goal.is_open_on(content.session.held_on)) {
            continue;
        }
        GoalRow row{.goal = goal.id, .wording = goal.details.wording};
        if (is_rated) {
            row.by_therapist = rating->by_therapist;
            row.by_client = rating->by_client;
        }
        if (const auto history = background_.histories.find(goal.id); history != background_.histories.end()) {
            row.therapist_was = last_of(history->second.by_therapist);
            row.client_was = last_of(history->second.by_client);
        }
        rows.push_back(std::move(row));
    }
    screen_.goals_in_all = rows.size();
    if (rows.size() > goals_shown_at_once && !shows_all_goals_) {
        // The goals being worked on come first into sight: those rated here or last time.
        const auto is_at_work = [&](const GoalRow& row) {
            return row.by_therapist || row.by_client || std::ranges::count(background_.rated_last, row.goal) > 0;
        };
        std::ranges::stable_partition(rows, is_at_work);
        const auto at_work = static_cast<std::size_t>(std::ranges::count_if(rows, is_at_work));
        rows.resize(std::max(at_work, goals_shown_at_once));
    }
    screen_.goals = std::move(rows);
}

void NoteEditorPresenter::judge()
{
    screen_.checks_done = checks_done(screen_);
    if (!screen_.problems.empty()) {
        screen_.problems = find_problems();
    }
    screen_.chart.reset();
    for (const auto& goal : background_.goals) {
        const auto& shown = screen_.goals;
        const auto row = std::ranges::find(shown, goal.id, &GoalRow::goal);
        if (row == shown.end() || (rated_last_ && *rated_last_ != goal.id)) {
            continue;
        }
        GoalChart chart{.wording = row->wording, .history = {}};
        if (const auto history = background_.histories.find(goal.id); history != background_.histories.end()) {
            chart.history = history->second;
        }
        const auto day = screen_.content.session.held_on;
        if (row->by_therapist) {
            chart.history.by_therapist.push_back({.on = day, .value = *row->by_therapist});
        }
        if (row->by_client) {
            chart.history.by_client.push_back({.on = day, .value = *row->by_client});
        }
        if (!chart.history.by_therapist.empty() || !chart.history.by_client.empty()) {
            screen_.chart = std::move(chart);
            return;
        }
    }
}

void NoteEditorPresenter::changed()
{
    judge();
    on_change();
}

void NoteEditorPresenter::entered()
{
    const bool is_as_kept = kept_ ? screen_.content == kept_->content : screen_.content == prefilled_;
    if (is_as_kept) {
        screen_.saving = kept_ ? Saving::saved : Saving::nothing_yet;
        screen_.failure.reset();
    } else if (screen_.saving != Saving::failed) {
        screen_.saving = Saving::unsaved;
    }
    changed();
}

void NoteEditorPresenter::type_time(TimeField field, std::string text)
{
    if (screen_.times[place_of(field)] == text) {
        return;
    }
    auto& session = screen_.content.session;
    const auto time = read_typed_time(text);
    const auto length = read_typed_minutes(text);
    bool is_read = false;
    if (field == TimeField::date) {
        const auto day = read_typed_date(text);
        is_read = day.has_value();
        session.held_on = day.value_or(session.held_on);
        if (is_read && level_follows_date_) {
            session.level_of_care = level_of_care_on(background_.episodes, session.held_on);
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
    screen_.times[place_of(field)] = std::move(text);
    if (!is_read) {
        screen_.unreadable.push_back(field);
    } else if (field == TimeField::date || field == TimeField::start) {
        const auto times = screen_.times;
        reload_background();
        screen_.times = times;
    }
    entered();
}

void NoteEditorPresenter::settle_times()
{
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
    entered();
}

void NoteEditorPresenter::choose(model::LevelOfCare level)
{
    const auto& session = screen_.content.session;
    level_follows_date_ = level == level_of_care_on(background_.episodes, session.held_on);
    screen_.content.session.level_of_care = level;
    entered();
}

void NoteEditorPresenter::add_modality(const std::string& code)
{
    auto& uses = screen_.content.modalities;
    if (std::ranges::find(uses, code, &model::ModalityUse::modality) == uses.end()) {
        uses.push_back({.modality = code});
        entered();
    }
}

void NoteEditorPresenter::remove_modality(const std::string& code)
{
    std::erase_if(screen_.content.modalities, [&](const model::ModalityUse& use) { return use.modality == code; });
    entered();
}

void NoteEditorPresenter::make_main(const std::string& code)
{
    auto& uses = screen_.content.modalities;
    const auto use = std::ranges::find(uses, code, &model::ModalityUse::modality);
    if (use != uses.end()) {
        std::rotate(uses.begin(), use, std::next(use));
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
    entered();
}

void NoteEditorPresenter::note_dissociation(bool seen)
{
    screen_.content.risk.dissociation = seen;
    entered();
}

} // namespace app
