#include "app/exchange/demo_story.h"

#include <algorithm>
#include <chrono>
#include <ranges>

namespace app {

namespace {

using std::chrono::hours;
using std::chrono::minutes;

/// The first session of the story at or after a week; the last one when there is none.
const DemoSession& session_from(const std::vector<DemoSession>& sessions, double week)
{
    const auto found = std::ranges::find_if(sessions, [week](const DemoSession& s) { return s.week <= week; });
    return found == sessions.end() ? sessions.back() : *found;
}

} // namespace

DemoPractice::DemoPractice(storage::Casebook& into, const DemoOptions& chosen)
    : casebook{into}, options{chosen}, modalities{into.modalities()}, measures{into.measures()}
{
}

model::Moment DemoPractice::not_after_the_end(model::Moment moment) const
{
    return std::min(moment, model::moment_of(options.as_of, hours{21}, cast.zone));
}

DemoStory::DemoStory(DemoPractice& practice, const DemoClient& client, bool counts_sentences, std::uint64_t seed)
    : practice_{practice}, client_{client}, random_{seed},
      word_random_{~seed}, writer_{practice.phrases, client.words, client.details.pronouns,
                                   counts_sentences ? &practice.sentences : nullptr, random_}
{
}

/// The moment at which the session was over and its note signed.
model::Moment DemoStory::signed_at(const model::Session& session)
{
    return practice_.not_after_the_end(session.starts() + session.length + minutes{random_.between(2, 40)});
}

model::Date DemoStory::day_of(int week, int weekday) const
{
    return std::min(demo_day(practice_.options.as_of, week, weekday), practice_.options.as_of);
}

void DemoStory::tell(std::optional<int> sessions)
{
    is_as_told_ = !sessions.has_value();
    auto details = client_.details;
    const model::Date as_of = practice_.options.as_of;
    details.born_on = (as_of.year() - date::years{client_.age}) /
                      date::month{static_cast<unsigned>(random_.between(1, 12))} /
                      date::day{static_cast<unsigned>(random_.between(1, 28))};
    id_ = practice_.casebook.add_client(details);
    std::vector<DemoSession> times;
    if (is_as_told_) {
        times = sessions_as_told();
    } else {
        times = many_sessions(client_, *sessions, practice_.cast.zone, as_of, random_);
        const DemoEpisode episode{.from = 0, .levels = {client_.episodes.front().levels.front()}};
        admit(episode, times.empty() ? day_of(1, client_.weekday) : times.front().session.held_on);
        stretch_ = times.empty() ? 1 : std::max(1.0, times.front().week) / client_.course.front().week;
    }
    course_ = std::make_unique<DemoCourse>(client_, stretch_, random_);
    notes_ = std::make_unique<DemoNotes>(client_, *course_, practice_.modalities, practice_.phrases, writer_, random_);
    take_in(times);
    if (is_as_told_ && (!client_.own_words.empty() || !client_.next_words.empty())) {
        practice_.casebook.remember_summary_choices(id_,
                                                    {.own_words = client_.own_words, .next_words = client_.next_words});
    }
}

/// Admits, changes the level of care and discharges, as far as the episode goes.
void DemoStory::admit(const DemoEpisode& episode, model::Date first_day)
{
    constexpr int friday = 5;
    const DemoLevel& first = episode.levels.front();
    practice_.casebook.admit(id_, first_day, first.level, first.reason);
    for (const DemoLevel& level : episode.levels | std::views::drop(1)) {
        model::LevelOfCareSpan span{
            .from = demo_level_start(level, practice_.options.as_of), .level = level.level, .reason = level.reason};
        if (level.review_after) {
            span.review_on = model::days_after(span.from, *level.review_after * 7);
        }
        practice_.casebook.set_level_of_care(id_, span);
    }
    if (episode.to) {
        practice_.casebook.discharge(id_, day_of(*episode.to, friday), episode.discharge_reason);
    }
}

std::vector<DemoSession> DemoStory::sessions_as_told()
{
    std::vector<DemoSession> all;
    for (const DemoEpisode& episode : client_.episodes) {
        auto sessions = demo_sessions(client_, episode, practice_.cast.zone, practice_.options.as_of,
                                      practice_.hours_taken, random_);
        admit(episode, sessions.empty() ? day_of(episode.from, client_.weekday) : sessions.front().session.held_on);
        std::ranges::move(sessions, std::back_inserter(all));
    }
    return all;
}

void DemoStory::add_goals(const std::vector<DemoSession>& sessions)
{
    for (const DemoGoal& goal : client_.goals) {
        const auto& agreed = session_from(sessions, goal.from * stretch_);
        const auto id = practice_.casebook.add_goal(
            id_, {.wording = goal.wording, .family = goal.family, .agreed_on = agreed.session.held_on});
        goals_.emplace_back(goal, id, random_);
    }
}

void DemoStory::close_goals(const std::vector<DemoSession>& sessions)
{
    for (const DemoRatings& rated : goals_) {
        const DemoGoal& goal = rated.goal();
        if (goal.to) {
            practice_.casebook.close_goal(rated.id(), session_from(sessions, *goal.to * stretch_).session.held_on,
                                          writer_.as_written(goal.closing));
        }
    }
}

void DemoStory::take_in(const std::vector<DemoSession>& sessions)
{
    if (sessions.empty()) {
        return;
    }
    add_goals(sessions);
    double first_due = sessions.front().week;
    for (const DemoMeasure& measure : client_.measures) {
        const auto definition = std::ranges::find(practice_.measures, measure.code, &model::MeasureDefinition::code);
        if (definition != practice_.measures.end()) {
            due_.push_back({&measure, DemoAnswers{*definition, random_}, !definition->alerts.empty(), first_due});
            first_due -= 0.8;
        }
    }
    for (const DemoSession& session : sessions) {
        const bool answered_risk = fill_in_measures(session);
        write_note(session, answered_risk);
    }
    close_goals(sessions);
    if (is_as_told_) {
        correct_notes();
    }
    review_notices();
}

void DemoStory::write_note(const DemoSession& session, bool answered_risk)
{
    const double told = course_->told_week(session.week);
    std::vector<const DemoGoal*> open;
    std::vector<model::Rating> ratings;
    for (DemoRatings& rated : goals_) {
        const DemoGoal& goal = rated.goal();
        if (told <= goal.from && (!goal.to || told > *goal.to)) {
            open.push_back(&goal);
            if (session.session.attendance == model::Attendance::attended) {
                if (const auto rating = rated.rate(*course_, session.week)) {
                    ratings.push_back(*rating);
                }
            }
        }
    }
    auto note = notes_->write(session, open, std::move(ratings), answered_risk);
    if (is_as_told_ && client_.has_draft && session.to_come == 0) {
        keep_draft(std::move(note));
    } else {
        practice_.casebook.add_signed_note(id_, note, signed_at(session.session));
    }
}

/// The hour is over, and the note only begun.
void DemoStory::keep_draft(model::NoteContent note)
{
    note.sections.clear();
    note.homework.clear();
    note.risk = {};
    const std::string& words = practice_.cast.draft_words;
    const auto section = model::sections_of(note.form).front();
    note.write(section, writer_.as_written(words));
    practice_.casebook.start_draft(id_, note, {.section = section, .position = static_cast<long>(words.size())},
                                   signed_at(note.session));
}

/// Has what is due filled in, and says whether an answer told of risk.
bool DemoStory::fill_in_measures(const DemoSession& session)
{
    if (session.session.attendance != model::Attendance::attended) {
        return false;
    }
    bool answered_risk = false;
    const double told = course_->told_week(session.week);
    const bool is_risky = std::ranges::any_of(client_.item9, [told](const DemoWeeks& w) { return w.covers(told); });
    for (DueMeasure& due : due_) {
        // A second episode starts with new measures, whatever was due before.
        if (session.week > due.due_week && session.number > 0) {
            continue;
        }
        due.due_week = session.week - due.measure->every + random_.share();
        const auto details = due.answers.fill_in(course_->stands_at(session.week), is_risky ? random_.between(1, 2) : 0,
                                                 session.session.held_on);
        practice_.casebook.add_administration(id_, details,
                                              practice_.not_after_the_end(session.session.starts() + minutes{5}));
        answered_risk = answered_risk || (is_risky && due.has_alert);
    }
    return answered_risk;
}

void DemoStory::correct_notes()
{
    const auto notes = practice_.casebook.notes_of(id_);
    const auto& cast = practice_.cast;
    if (client_.has_addendum && !notes.empty()) {
        const auto& note = notes[notes.size() - std::min<std::size_t>(notes.size(), 5)];
        practice_.casebook.add_addendum(note.id, writer_.as_written(cast.addendum_text), cast.addendum_reason,
                                        practice_.not_after_the_end(note.session.starts() + hours{26}));
    }
    if (client_.has_error && !notes.empty()) {
        const auto missed = std::ranges::find_if(notes, [](const model::NoteOutline& note) {
            return note.session.attendance != model::Attendance::attended;
        });
        const auto& note = missed == notes.end() ? notes[notes.size() / 2] : *missed;
        practice_.casebook.mark_entered_in_error(note.id, cast.error_reason,
                                                 practice_.not_after_the_end(note.session.starts() + hours{50}));
    }
}

/// All have been looked at, except where the story leaves the newest one open.
void DemoStory::review_notices()
{
    const bool leaves_open = is_as_told_ && client_.leaves_notice_open;
    std::optional<model::Date> open_from{};
    for (const model::Notice& notice : practice_.casebook.notices_of(id_)) {
        const bool is_criteria = notice.kind == model::NoticeKind::criteria_met;
        if (leaves_open && !is_criteria && (!open_from || notice.concerns == *open_from)) {
            open_from = notice.concerns;
            continue;
        }
        std::string done = writer_.say(is_criteria ? "risk/criteria_review" : "risk/review");
        if (done.empty()) {
            done = writer_.part(is_criteria ? "risk/criteria_review" : "risk/review");
        }
        practice_.casebook.review_notice(
            notice.id, done, practice_.not_after_the_end(notice.raised_at + minutes{random_.between(30, 90)}));
    }
}

} // namespace app
