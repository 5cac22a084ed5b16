#include "app/presenters/record_facts.h"

#include "app/presenters/details_presenter.h"
#include "app/presenters/measure_history.h"
#include "app/presenters/note_as_read.h"
#include "app/words/dates.h"
#include "app/words/earlier_words.h"
#include "app/words/goal_words.h"
#include "app/words/habit_words.h"
#include "app/words/isolated.h"
#include "app/words/measure_words.h"
#include "app/words/note_words.h"
#include "app/words/notice_words.h"
#include "app/words/numbers.h"
#include "app/words/practice_words.h"
#include "app/words/session_words.h"
#include "app/words/summary_tab_words.h"

#include <algorithm>

namespace app {

namespace {

/// What the casebook knows besides, to name things by; nothing where that is damaged too.
template <class Reading>
auto known(const Reading& reading) -> decltype(reading())
{
    try {
        return reading();
    } catch (const storage::StorageError&) {
        return {};
    }
}

std::string joined(const std::vector<std::string>& lines)
{
    std::string all;
    for (const std::string& line : lines) {
        all += (all.empty() ? "" : "\n") + line;
    }
    return all;
}

/// Writes down the facts of one record.
class Facts {
public:
    explicit Facts(const Workplace& place) : place_{place} {}

    std::vector<RecordFact> take() { return std::move(facts_); }

    void operator()(const model::Practice& practice)
    {
        add(label_of(PracticeField::practice_name), practice.name);
        add(label_of(PracticeField::address), practice.address);
    }

    void operator()(const model::Therapist& therapist)
    {
        add(label_of(PracticeField::therapist_name), therapist.name);
        add(label_of(PracticeField::credentials), therapist.credentials);
        add(label_of(PracticeField::licence_number), therapist.licence_number);
    }

    void operator()(const storage::Settings& settings)
    {
        add(earlier_words::idle_minutes(), std::to_string(settings.lock_after_minutes));
        add(habit_words::order_label(), habit_words::name_of(settings.habits.order));
        add(habit_words::hours_label(), habit_words::name_of(settings.habits.hours));
    }

    void operator()(const model::Client& client)
    {
        for (const DetailsField field : details_fields) {
            const bool is_name = field == DetailsField::name || field == DetailsField::preferred_name;
            if (!is_name || !place_.names.are_hidden) {
                add(label_of(field), text_of(client.details, field));
            }
        }
    }

    void operator()(const model::EpisodeOfCare& episode)
    {
        add({}, episode_words(episode));
        add(earlier_words::levels(), joined(level_lines(episode)));
        add(earlier_words::closed(), episode.discharge_reason);
    }

    void operator()(const model::Modality& modality)
    {
        add({}, modality.name);
        add(earlier_words::techniques(), joined(modality.techniques));
    }

    void operator()(const model::Goal& goal)
    {
        add(earlier_words::wording(), goal.details.wording);
        const auto families = model::shipped_goal_families();
        const auto family = std::ranges::find(families, goal.details.family, &model::GoalFamily::code);
        add(earlier_words::about(),
            goal_words::about(family == families.end() ? goal.details.family : family->name, goal));
        add(earlier_words::closed(), goal_words::ended(goal));
        add(earlier_words::wording(), goal_words::former(goal));
    }

    void operator()(const model::Draft& draft)
    {
        add(as_read(draft.content, goals_of(draft.client), modalities(), place_.clock.face()));
    }

    void operator()(const model::Note& note)
    {
        add(as_read(note, goals_of(note.client), modalities(), place_.clock.face()));
    }

    void operator()(const model::MeasureDefinition& measure)
    {
        add({}, measure.name);
        add(earlier_words::about(), measure_words::form_words(measure));
    }

    void operator()(const model::Administration& administration)
    {
        const auto& details = administration.details;
        const auto measure = measure_with(details.measure);
        add({}, isolated(measure ? measure->name : details.measure) + "  ·  " + short_date(details.taken_on));
        if (!measure) {
            add(measure_words::score_column(), details.total ? plain_number(*details.total) : std::string{});
            return;
        }
        const HistoryDetail read = detail_of(administration, *measure, place_.clock.face());
        for (const ScoreWords& score : read.scores) {
            add(score.name, score.value + "  ·  " + score.why);
        }
        add(earlier_words::answers(), read.answers);
        add({}, read.in_error);
    }

    void operator()(const model::Notice& notice)
    {
        const auto measure = measure_with(notice.measure);
        const auto* known_measure = measure ? &*measure : nullptr;
        add({}, notice.review ? words_for_reviewed(notice, known_measure, place_.clock.face())
                              : words_for(notice, known_measure));
    }

    void operator()(const storage::SummaryChoices& choices)
    {
        if (choices.from || choices.to) {
            add(earlier_words::period(),
                earlier_words::from_to(choices.from ? short_date(*choices.from) : std::string{},
                                       choices.to ? short_date(*choices.to) : std::string{}));
        }
        add(summary_tab_words::own_words_label(), choices.own_words);
        add(summary_tab_words::next_words_label(), choices.next_words);
    }

private:
    void add(const std::string& caption, const std::string& text)
    {
        if (!text.empty()) {
            facts_.push_back({.caption = caption, .text = text});
        }
    }

    void add(const NoteAsRead& note)
    {
        add({}, note.heading);
        add({}, note.details);
        add({}, note.error_mark);
        add({}, note.error_reason);
        add(app::words_for(NoteCaption::modalities), note.modalities);
        std::vector<std::string> goals;
        goals.reserve(note.goals.size());
        for (const RatedGoal& goal : note.goals) {
            goals.push_back(isolated(goal.wording) + ": " + goal.ratings);
        }
        add(app::words_for(NoteCaption::goals), joined(goals));
        for (const auto& [kind, text] : note.sections) {
            add(name_of(kind), text);
        }
        add(app::words_for(NoteCaption::risk), note.risk);
        add(app::words_for(NoteCaption::homework), note.homework);
        add({}, note.signature);
        for (const AddendumLine& addendum : note.addenda) {
            add(addendum.heading, addendum.text);
            add({}, addendum.reason);
        }
    }

    std::vector<model::Goal> goals_of(model::ClientId client) const
    {
        return known([&] { return place_.casebook.goals_of(client); });
    }

    std::vector<model::Modality> modalities() const
    {
        return known([&] { return place_.casebook.modalities(); });
    }

    std::optional<model::MeasureDefinition> measure_with(const std::string& code) const
    {
        return known([&] { return place_.casebook.measure(code); });
    }

    const Workplace& place_;
    std::vector<RecordFact> facts_{};
};

} // namespace

std::vector<RecordFact> facts_of(const storage::AnyRecord& record, const Workplace& place)
{
    Facts facts{place};
    std::visit(facts, record);
    return facts.take();
}

} // namespace app
