#include "app/presenters/measure_history.h"

#include "app/words/dates.h"
#include "app/words/isolated.h"
#include "app/words/numbers.h"
#include "model/trajectory.h"

#include <algorithm>

namespace app {

namespace {

const model::ScaleScore* score_of(const model::Administration& administration, const std::string& scale)
{
    const auto found = std::ranges::find(administration.scores, scale, &model::ScaleScore::scale);
    return found == administration.scores.end() ? nullptr : &*found;
}

std::optional<double> lead_value(const model::Administration& administration,
                                 const model::MeasureDefinition& definition)
{
    const auto* score = score_of(administration, definition.lead_scale);
    return score != nullptr ? score->value : std::nullopt;
}

/// The first filling-in of the same measure and episode that counts and has a lead score.
const model::Administration* first_in_episode(const model::ClientRecord& record,
                                              const model::MeasureDefinition& definition, model::Date day)
{
    const auto* episode = model::episode_on(record.episodes, day);
    for (const model::Administration& each : record.administrations) {
        if (each.details.measure == definition.code && !each.entered_in_error && lead_value(each, definition) &&
            model::episode_on(record.episodes, each.details.taken_on) == episode) {
            return &each;
        }
    }
    return nullptr;
}

std::string change_of(const model::ClientRecord& record, const model::Administration& administration,
                      const model::MeasureDefinition& definition)
{
    const auto value = lead_value(administration, definition);
    const auto* first = first_in_episode(record, definition, administration.details.taken_on);
    if (!value || first == nullptr || administration.entered_in_error) {
        return {};
    }
    return first->id == administration.id ? measure_words::first_mark()
                                          : change_words(*value - *lead_value(*first, definition), *definition.lead());
}

HistoryRow row_of(const model::ClientRecord& record, const model::Administration& administration,
                  const model::MeasureDefinition& definition)
{
    HistoryRow row{.id = administration.id,
                   .date = short_date(administration.details.taken_on),
                   .score = short_score(administration, definition),
                   .change = change_of(record, administration, definition),
                   .is_in_error = administration.entered_in_error.has_value()};
    if (row.score.empty()) {
        row.score = measure_words::no_score_mark();
    }
    if (const auto* score = score_of(administration, definition.lead_scale)) {
        row.answered = measure_words::answered_words(*score);
        const auto* band = score->value ? model::band_of(*definition.lead(), *score->value) : nullptr;
        row.band = band != nullptr ? band->name : std::string{};
    } else {
        const auto& answers = administration.details.answers;
        const auto answered = std::ranges::count_if(answers, &std::optional<int>::has_value);
        row.answered = measure_words::answered_words(
            {.answered = static_cast<int>(answered), .asked = static_cast<int>(answers.size())});
    }
    return row;
}

} // namespace

std::string short_score(const model::Administration& administration, const model::MeasureDefinition& definition)
{
    if (const auto value = lead_value(administration, definition)) {
        return score_words(*value, *definition.lead());
    }
    std::string words;
    for (const model::Scale& scale : definition.scales) {
        const auto* score = score_of(administration, scale.code);
        if (definition.lead() == nullptr && scale.is_charted && score != nullptr && score->value) {
            words += (words.empty() ? "" : " \u00b7 ") + isolated(scale.name) + " " + score_words(*score->value, scale);
        }
    }
    return words;
}

std::vector<HistoryRow> history_of(const model::ClientRecord& record, const model::MeasureDefinition& definition)
{
    std::vector<HistoryRow> rows;
    for (const model::Administration& each : record.administrations) {
        if (each.details.measure == definition.code) {
            rows.push_back(row_of(record, each, definition));
        }
    }
    std::ranges::reverse(rows);
    return rows;
}

const model::Administration* latest_of(const model::ClientRecord& record, const std::string& measure)
{
    const model::Administration* latest = nullptr;
    for (const model::Administration& each : record.administrations) {
        if (each.details.measure == measure && !each.entered_in_error) {
            latest = &each;
        }
    }
    return latest;
}

HistoryDetail detail_of(const model::Administration& administration, const model::MeasureDefinition& definition,
                        const model::ClockFace& clock)
{
    HistoryDetail detail{.id = administration.id,
                         .caption = measure_words::filled_in_on(administration.details.taken_on)};
    for (const model::ScaleScore& score : administration.scores) {
        detail.scores.push_back(measure_words::score_words_for(definition, score));
    }
    detail.answers = administration.details.answers.empty()
                         ? measure_words::entered_as_total()
                         : measure_words::answers_line(definition, administration.details.answers);
    if (administration.definition_revision > 0) {
        detail.scored_by = measure_words::scored_by(administration.definition_revision);
    }
    if (administration.entered_in_error) {
        detail.in_error = measure_words::in_error(*administration.entered_in_error, clock);
    }
    return detail;
}

std::vector<ReadingWords> readings_of(const model::ClientRecord& record, const model::MeasureDefinition& definition,
                                      model::Date today)
{
    const auto trajectory =
        model::build_trajectory(record, std::span{&definition, 1}, model::period_of(record, model::Range::all, today));
    std::vector<ReadingWords> readings;
    for (const model::Panel& panel : trajectory.panels) {
        const bool is_wanted = panel.measure == definition.code && !panel.is_empty() &&
                               (panel.is_lead_scale || definition.lead() == nullptr);
        if (is_wanted) {
            for (const model::Series& series : panel.series) {
                ReadingWords words = full_reading(panel, series);
                if (definition.lead() == nullptr) {
                    words.lead = isolated(panel.scale.name) + ": " + words.lead;
                }
                readings.push_back(std::move(words));
            }
        }
    }
    return readings;
}

} // namespace app
