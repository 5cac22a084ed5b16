#include "app/presenters/note_editor_presenter.h"

#include "app/presenters/session_times.h"
#include "app/words/dates.h"
#include "app/words/typed_time.h"
#include "model/text.h"

#include <algorithm>

namespace app {

namespace {

constexpr std::size_t goals_shown_at_once = 6;

std::optional<int> last_of(const std::vector<GoalPoint>& points)
{
    return points.empty() ? std::nullopt : std::optional{points.back().value};
}

bool lacks_therapist(const std::vector<EditorProblem>& problems)
{
    return std::ranges::count(problems, EditorProblem{model::SigningProblem::therapist_incomplete}) > 0;
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
    screen_.hours = place_.clock.habits.hours;
    load(draft);
    changes_ = place_.casebook.subscribe([this](const storage::Change& change) { hear(change); });
    // The program may have ended while the risk was being chosen.
    has_touched_risk_ = draft_.has_value() && !place_.casebook.is_read_only();
    if (is_notice_due()) {
        save();
    }
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
    background_ = background_of_note(place_.casebook, client_, content.session.starts(), draft_);
    carried_ = background_.modalities_last;
    content.modalities = carried_;
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
    background_ = background_of_note(place_.casebook, client_, draft.content.session.starts(), draft_);
    carried_ = background_.modalities_last;
    are_modalities_left_out_ =
        draft.content.modalities.empty() && draft.content.session.attendance != model::Attendance::attended;
    reload_background();
    level_follows_date_ = draft.content.session.level_of_care ==
                          model::level_of_care_on(background_.episodes, draft.content.session.held_on);
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
    const std::array<std::string, 4> now{weekday_date(session.held_on), time_words(session.starts_at, screen_.hours),
                                         time_words(end_of(session), screen_.hours), minutes_words(session.length)};
    for (const TimeField field : {TimeField::date, TimeField::start, TimeField::end, TimeField::minutes}) {
        if (std::ranges::find(screen_.unreadable, field) == screen_.unreadable.end()) {
            screen_.times[index_of(field)] = now[index_of(field)];
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
        GoalRow row{.goal = goal.id, .wording = goal.wording_on(content.session.held_on)};
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

/// Says what was understood of the time being typed, or what is wrong with one that was left.
void NoteEditorPresenter::remark_on_times()
{
    screen_.time_remark = {};
    screen_.remarked = typed_in_;
    if (!typed_in_ && !screen_.unreadable.empty()) {
        screen_.remarked = screen_.unreadable.front();
    }
    if (!screen_.remarked) {
        return;
    }
    const TimeField field = *screen_.remarked;
    const std::string& text = screen_.times[index_of(field)];
    const bool is_typing = typed_in_.has_value();
    screen_.time_remark = field == TimeField::date
                              ? remark_on_date(text, place_.clock.reading(DateMeaning::past), is_typing)
                          : field == TimeField::minutes ? remark_on_minutes(text, is_typing)
                                                        : remark_on_time(text, screen_.hours, is_typing);
    if (!is_typing && screen_.time_remark.words.empty()) {
        screen_.time_remark = {.words = words_for_unreadable(field), .is_wrong = true};
    }
}

void NoteEditorPresenter::judge()
{
    remark_on_times();
    screen_.checks_done = checks_done(screen_);
    screen_.asks_for_risk = has_asked_for_risk_ && screen_.content.risk.level == model::RiskLevel::not_asked;
    const auto& uses = screen_.content.modalities;
    screen_.modalities_are_carried = !has_touched_modalities_ && !uses.empty() && uses == carried_;
    if (!screen_.problems.empty()) {
        screen_.problems = find_problems();
    }
    const auto& risk = screen_.content.risk;
    screen_.asks_risk_actions = risk.raises_notice() || risk.dissociation || !risk.actions.empty();
    if (screen_.moving) {
        screen_.moving->has_ratings = !screen_.content.ratings.empty();
    }
    screen_.asks_for_therapist = screen_.asks_for_therapist && lacks_therapist(screen_.problems);
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
    if (is_as_kept()) {
        screen_.saving = kept_ ? Saving::saved : Saving::nothing_yet;
        screen_.failure.reset();
    } else if (screen_.saving != Saving::failed) {
        screen_.saving = Saving::unsaved;
    }
    changed();
}

bool NoteEditorPresenter::is_as_begun() const
{
    if (!screen_.content.modalities.empty()) {
        return screen_.content == prefilled_;
    }
    auto with_none = prefilled_;
    with_none.modalities.clear();
    return screen_.content == with_none;
}

bool NoteEditorPresenter::is_as_kept() const
{
    return kept_ ? screen_.content == kept_->content : is_as_begun();
}

} // namespace app
