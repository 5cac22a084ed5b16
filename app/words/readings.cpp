#include "app/words/readings.h"

#include "app/words/dates.h"
#include "app/words/numbers.h"
#include "app/words/reading_parts.h"

#include <cctype>

namespace app {

namespace {

/// "13 scores" or "13 ratings".
std::string values_words(const model::Panel& panel, int count)
{
    return panel.kind == model::PanelKind::goal ? counted(count, "rating", "ratings")
                                                : counted(count, "score", "scores");
}

std::string rater_first(const model::Series& series, std::string sentence, Reader reader = Reader::clinician)
{
    if (!series.rater) {
        return sentence;
    }
    if (!sentence.empty()) {
        sentence.front() = static_cast<char>(std::tolower(static_cast<unsigned char>(sentence.front())));
    }
    std::string rater = rater_words(series.rater, reader);
    rater.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(rater.front())));
    return rater + ": " + sentence;
}

std::string lead_of(const model::Panel& panel, const model::Series& series, bool with_dates)
{
    const auto& reading = series.reading;
    const auto& scale = panel.scale;
    if (reading.count == 0) {
        return panel.kind == model::PanelKind::goal ? "Not rated in this period." : "No scores in this period.";
    }
    const auto value = [&](const model::ScoredOn& score) {
        const auto words = score_words(score.value, scale);
        return with_dates ? words + " (" + short_date(score.on) + ")" : words;
    };
    const auto count = values_words(panel, reading.count);
    if (reading.count == 1) {
        return count + ": " + score_words(reading.last->value, scale) + " on " + short_date(reading.last->on) + ".";
    }
    const auto change = change_words(reading.change, scale);
    const bool is_level = change == score_words(0, scale);
    return (is_level ? std::string{"No change from first to last: "} : "Changed by " + change + ": ") +
           value(*reading.first) + " to " + value(*reading.last) + ", " + count + ".";
}

} // namespace

std::string panel_title(const model::Panel& panel)
{
    if (panel.kind == model::PanelKind::goal) {
        return "Goal: " + panel.wording;
    }
    const auto& scale = panel.scale.name;
    const bool says_nothing = scale.empty() || scale == panel.measure_name || (panel.is_lead_scale && scale == "Total");
    return says_nothing ? panel.measure_name : scale + " (" + panel.measure_name + ")";
}

std::string panel_scale_words(const model::Panel& panel)
{
    const auto& scale = panel.scale;
    if (panel.goal_closed_on) {
        auto open = panel;
        open.goal_closed_on.reset();
        return "closed " + short_date(*panel.goal_closed_on) + " · " + panel_scale_words(open);
    }
    std::string words = panel.kind == model::PanelKind::goal        ? "rating "
                        : scale.method == model::ScoringMethod::sum ? "sum "
                                                                    : "mean ";
    return words + plain_number(scale.lowest) + "–" + plain_number(scale.highest) + " · " + direction_words(scale);
}

std::string direction_words(const model::Scale& scale)
{
    switch (scale.better) {
    case model::Better::higher:
        return "higher is better";
    case model::Better::lower:
        return "lower is better";
    case model::Better::neither:
        break;
    }
    return "neither direction is better";
}

std::string rater_words(std::optional<model::Rater> rater, Reader reader)
{
    if (!rater) {
        return {};
    }
    if (reader == Reader::client) {
        return *rater == model::Rater::therapist ? "your therapist" : "you";
    }
    return *rater == model::Rater::therapist ? "therapist" : "client";
}

std::string level_words(model::LevelOfCare level)
{
    switch (level) {
    case model::LevelOfCare::outpatient:
        return "Outpatient";
    case model::LevelOfCare::intensive:
        return "Intensive";
    case model::LevelOfCare::inpatient:
        break;
    }
    return "Inpatient";
}

ReadingWords full_reading(const model::Panel& panel, const model::Series& series)
{
    ReadingWords words{.lead = rater_first(series, lead_of(panel, series, true))};
    add_sentence(words.body, earlier_scores_sentence(panel, series));
    add_sentence(words.body, verdict_sentence(panel, series.reading));
    add_sentence(words.body, category_sentence(series.reading));
    add_sentence(words.body, trend_sentence(panel, series.reading));
    add_sentence(words.body, band_sentence(panel, series.reading));
    add_sentence(words.body, ceiling_sentence(panel, series.reading));
    words.basis = full_basis(panel, series.reading);
    return words;
}

ReadingWords short_reading(const model::Panel& panel, const model::Series& series)
{
    ReadingWords words{.lead = lead_in_short(panel, series, Reader::client)};
    words.body = plain_verdict_sentence(panel, series.reading);
    words.basis = plain_threshold_basis(series.reading);
    return words;
}

std::string lead_in_short(const model::Panel& panel, const model::Series& series, Reader reader)
{
    return rater_first(series, lead_of(panel, series, false), reader);
}

std::string lines_looked_at_words(int lines)
{
    if (lines == 0) {
        return "No line to look at in this period.";
    }
    const auto count = counted(lines, "line looked at.", "lines looked at.");
    return lines == 1 ? count : count + " The more lines are looked at, the likelier one of them changes by chance.";
}

} // namespace app
