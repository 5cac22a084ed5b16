#include "app/presenters/episodes_presenter.h"

#include "app/words/dates.h"
#include "app/words/details_words.h"
#include "model/text.h"

#include <algorithm>
#include <utility>

namespace app {

EpisodesPresenter::EpisodesPresenter(const Workplace& place, model::ClientId client)
    : place_{place}, client_{client}, changes_{place.casebook.subscribe([this](const storage::Change& change) {
          if (change.client == client_ && change.what == storage::Changed::episodes) {
              reload();
          }
      })}
{
    reload();
}

void EpisodesPresenter::begin(Form form)
{
    open(form);
    on_change();
}

void EpisodesPresenter::begin_correction(std::size_t number)
{
    corrected_ = episodes_.at(number);
    open(Form::correct);
    screen_.can_correct = {Correction::admission};
    if (corrected_.discharged_on) {
        screen_.can_correct.insert(screen_.can_correct.end(), {Correction::discharge, Correction::discharge_at_all});
    }
    screen_.correction = Correction::admission;
    screen_.joins_next = corrected_.discharged_on && number > 0;
    propose_day();
    begun_ = screen_;
    on_change();
}

void EpisodesPresenter::choose_correction(Correction correction)
{
    screen_.correction = correction;
    screen_.problem.reset();
    propose_day();
    on_change();
}

void EpisodesPresenter::propose_day()
{
    const bool is_discharge = screen_.correction == Correction::discharge;
    screen_.day = short_date(is_discharge ? corrected_.discharged_on.value() : corrected_.admitted_on);
    screen_.is_day_unreadable = false;
}

void EpisodesPresenter::open(Form form)
{
    const auto episodes = place_.casebook.episodes_of(client_);
    const model::Date today = place_.clock.today();
    screen_.form = form;
    screen_.day = short_date(today);
    screen_.level = episodes.empty() ? model::LevelOfCare::outpatient : episodes.back().level_on(today);
    screen_.reason.clear();
    screen_.review_on.clear();
    screen_.is_day_unreadable = false;
    screen_.is_review_unreadable = false;
    screen_.problem.reset();
    screen_.is_reason_missing = false;
    begun_ = screen_;
}

void EpisodesPresenter::put_aside()
{
    if (may_leave()) {
        throw_away();
    }
}

void EpisodesPresenter::throw_away()
{
    screen_.form = Form::none;
    screen_.asks_about_unsaved = false;
    on_change();
}

bool EpisodesPresenter::may_leave()
{
    const bool is_as_begun = screen_.day == begun_.day && screen_.correction == begun_.correction &&
                             screen_.level == begun_.level && model::is_blank(screen_.reason) &&
                             model::is_blank(screen_.review_on);
    const bool has_unsaved = screen_.form != Form::none && !is_as_begun;
    if (has_unsaved != screen_.asks_about_unsaved) {
        screen_.asks_about_unsaved = has_unsaved;
        on_change();
    }
    return !has_unsaved;
}

void EpisodesPresenter::keep_entering()
{
    screen_.asks_about_unsaved = false;
    on_change();
}

void EpisodesPresenter::type_day(std::string day)
{
    screen_.day = std::move(day);
    screen_.is_day_unreadable = false;
    screen_.problem.reset();
    on_change();
}

void EpisodesPresenter::type_reason(std::string reason)
{
    screen_.reason = std::move(reason);
    screen_.is_reason_missing = false;
    on_change();
}

void EpisodesPresenter::type_review(std::string review_on)
{
    screen_.review_on = std::move(review_on);
    screen_.is_review_unreadable = false;
    on_change();
}

void EpisodesPresenter::choose_level(model::LevelOfCare level)
{
    screen_.level = level;
    on_change();
}

void EpisodesPresenter::save()
{
    const auto day = place_.clock.read_day(screen_.day);
    const bool wants_review = screen_.form == Form::change_level && !model::is_blank(screen_.review_on);
    const auto review_on =
        wants_review ? read_typed_date(screen_.review_on, place_.clock.reading(DateMeaning::future)) : std::nullopt;
    screen_.is_day_unreadable = !day;
    screen_.is_review_unreadable = wants_review && !review_on;
    screen_.is_reason_missing = screen_.form == Form::correct && model::is_blank(screen_.reason);
    if (day && !screen_.is_review_unreadable && !screen_.is_reason_missing && keep(*day, review_on)) {
        screen_.form = Form::none;
        screen_.asks_about_unsaved = false;
    }
    on_change();
}

bool EpisodesPresenter::keep(model::Date day, std::optional<model::Date> review_on)
{
    const model::Date today = place_.clock.today();
    const std::string reason = model::trimmed(screen_.reason);
    switch (screen_.form) {
    case Form::none:
        return true;
    case Form::admit:
        screen_.problem = place_.casebook.problem_with_admission(client_, day, today);
        if (!screen_.problem) {
            place_.casebook.admit(client_, day, screen_.level, reason);
        }
        break;
    case Form::discharge:
        screen_.problem = place_.casebook.problem_with_discharge(client_, day, today);
        if (!screen_.problem) {
            place_.casebook.discharge(client_, day, reason);
        }
        break;
    case Form::change_level:
        screen_.problem = place_.casebook.problem_with_level(client_, day);
        if (!screen_.problem) {
            place_.casebook.set_level_of_care(
                client_, {.from = day, .level = screen_.level, .reason = reason, .review_on = review_on});
        }
        break;
    case Form::correct:
        keep_correction(day, reason);
        break;
    }
    return !screen_.problem;
}

void EpisodesPresenter::keep_correction(model::Date day, const std::string& why)
{
    storage::Casebook& casebook = place_.casebook;
    const model::Date today = place_.clock.today();
    switch (screen_.correction) {
    case Correction::admission:
        screen_.problem = casebook.problem_with_admission_correction(corrected_.id, day, today);
        if (!screen_.problem) {
            casebook.correct_admission(corrected_.id, day, why, place_.clock.now());
        }
        break;
    case Correction::discharge:
        screen_.problem = casebook.problem_with_discharge_correction(corrected_.id, day, today);
        if (!screen_.problem) {
            casebook.correct_discharge(corrected_.id, day, corrected_.discharge_reason, why, place_.clock.now());
        }
        break;
    case Correction::discharge_at_all:
        casebook.take_back_discharge(corrected_.id, why, place_.clock.now());
        break;
    }
}

void EpisodesPresenter::reload()
{
    episodes_ = place_.casebook.episodes_of(client_);
    std::ranges::reverse(episodes_);
    screen_.episodes.clear();
    for (const model::EpisodeOfCare& episode : episodes_) {
        screen_.episodes.push_back(
            {episode_words(episode), level_lines(episode), correction_lines(episode, place_.clock.zone)});
    }
    screen_.is_in_care = !episodes_.empty() && !episodes_.front().discharged_on;
    on_change();
}

} // namespace app
