#include "app/exchange/demo_course.h"

#include "model/scoring.h"

#include <algorithm>
#include <cassert>

namespace app {

namespace {

int rounded(double value)
{
    return static_cast<int>(value + (value < 0 ? -0.5 : 0.5));
}

/// The scale by which an item is scored, sums and means before means of scales.
const model::Scale* scale_of_item(const model::MeasureDefinition& definition, int item)
{
    const auto found = std::ranges::find_if(definition.scales, [item](const model::Scale& scale) {
        return std::ranges::find(scale.items, item) != scale.items.end();
    });
    return found == definition.scales.end() ? nullptr : &*found;
}

/// Where on its range, 0 to 1, somebody answers an item for whom things stand like this.
double height_of(const model::MeasureDefinition& definition, int item, double stands)
{
    const model::Scale* scale = scale_of_item(definition, item);
    if (scale == nullptr || scale->better == model::Better::neither) {
        return 0.35 + 0.3 * stands;
    }
    const bool is_reversed = std::ranges::find(scale->reversed, item) != scale->reversed.end();
    const bool is_good_news = (scale->better == model::Better::higher) != is_reversed;
    const double height = is_good_news ? stands : 1 - stands;
    // Few people live at the ends of a five- or seven-point answer.
    return definition.answer_lowest == 0 ? 0.95 * height : 0.5 + 0.85 * (height - 0.5);
}

/// Whether every scale that has to have a value still has one.
bool is_scored(const model::MeasureDefinition& definition, const model::Answers& answers)
{
    const auto scored = model::score(definition, answers);
    const auto* scores = std::get_if<std::vector<model::ScaleScore>>(&scored);
    return scores != nullptr &&
           std::ranges::all_of(*scores, [](const model::ScaleScore& score) { return score.value.has_value(); });
}

} // namespace

DemoCourse::DemoCourse(const DemoClient& client, double stretch, DemoRandom& random)
    : client_{client}, stretch_{stretch}
{
    assert(!client.course.empty() && stretch > 0);
    double now = 0;
    const auto weeks = static_cast<int>(client.course.front().week) + 12;
    for (int week = 0; week <= weeks; ++week) {
        now = 0.7 * now + 0.035 * random.noise();
        ups_and_downs_.push_back(now);
    }
}

double DemoCourse::stands_at(double week) const
{
    return stands_when_told(told_week(week));
}

double DemoCourse::stands_when_told(double told) const
{
    const auto place = static_cast<std::size_t>(std::max(0.0, told));
    const double luck = ups_and_downs_[std::min(place, ups_and_downs_.size() - 1)];
    return std::clamp(story_at(told) + luck, 0.02, 0.97);
}

/// The course that was thought out for the client, straight from one stand to the next.
double DemoCourse::story_at(double told) const
{
    const auto& course = client_.course;
    double stands = course.front().progress;
    for (std::size_t i = 0; i + 1 < course.size(); ++i) {
        if (told <= course[i].week) {
            const double way = std::min(1.0, (course[i].week - told) / (course[i].week - course[i + 1].week));
            stands = course[i].progress + way * (course[i + 1].progress - course[i].progress);
        }
    }
    return stands;
}

DemoRatings::DemoRatings(const DemoGoal& goal, model::GoalId id, DemoRandom& random)
    : goal_{&goal}, id_{id}, random_{random}, client_leans_{random.share() * 1.6 - 0.9}
{
}

std::optional<int> DemoRatings::value(double true_value, std::optional<int>& last, double spread)
{
    const double meant = true_value + spread * random_.noise();
    // People repeat the last number unless something has moved.
    const bool stays = last && meant - *last < 0.8 && *last - meant < 0.8;
    last = stays ? *last : std::clamp(rounded(meant), 0, model::highest_rating);
    return last;
}

/// How much of the gain there is. A goal that is going to be reached gets there by the day on which it is closed.
double DemoRatings::way_at(const DemoCourse& course, double week) const
{
    if (goal_->to) {
        const double share = std::clamp((goal_->from - course.told_week(week)) / (goal_->from - *goal_->to), 0.0, 1.0);
        return share * share * (3 - 2 * share);
    }
    constexpr double as_good_as_it_gets = 0.85;
    const double at_first = course.stands_when_told(goal_->from);
    return (course.stands_at(week) - at_first) / (as_good_as_it_gets - std::min(at_first, 0.6));
}

std::optional<model::Rating> DemoRatings::rate(const DemoCourse& course, double week)
{
    const bool is_first = !last_by_therapist_;
    if (!is_first && random_.chance(0.25)) {
        return std::nullopt;
    }
    const double now = goal_->start + goal_->gain * way_at(course, week);
    model::Rating rating{.goal = id_, .by_therapist = value(now, last_by_therapist_, 0.6)};
    if (is_first || random_.chance(0.65)) {
        rating.by_client = value(now + client_leans_, last_by_client_, 0.8);
    }
    if (!is_first && rating.by_client && random_.chance(0.08)) {
        rating.by_therapist.reset();
    }
    return rating;
}

DemoAnswers::DemoAnswers(const model::MeasureDefinition& definition, DemoRandom& random)
    : definition_{definition}, random_{random}
{
    for (std::size_t i = 0; i < definition_.items.size(); ++i) {
        leanings_.push_back(0.1 * random.noise());
    }
}

model::AdministrationDetails DemoAnswers::fill_in(double stands, int item9, model::Date day)
{
    const double lowest = definition_.answer_lowest;
    const double range = definition_.answer_highest - lowest;
    const double today = stands + 0.02 * random_.noise();
    model::AdministrationDetails details{.measure = definition_.code, .taken_on = day};
    for (std::size_t i = 0; i < definition_.items.size(); ++i) {
        const double height = height_of(definition_, definition_.items[i], today) + leanings_[i];
        const int answer = rounded(lowest + range * height + 0.4 * random_.noise());
        details.answers.push_back(std::clamp(answer, definition_.answer_lowest, definition_.answer_highest));
    }
    const auto risk = std::ranges::find(definition_.items, definition_.alerts.empty() ? 0 : definition_.alerts[0].item);
    if (risk != definition_.items.end()) {
        details.answers[static_cast<std::size_t>(risk - definition_.items.begin())] = item9;
    }
    if (random_.chance(0.12)) {
        auto with_hole = details.answers;
        with_hole[static_cast<std::size_t>(random_.between(0, static_cast<int>(with_hole.size()) - 1))].reset();
        if (is_scored(definition_, with_hole)) {
            details.answers = std::move(with_hole);
        }
    }
    return details;
}

} // namespace app
