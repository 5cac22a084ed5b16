#include "app/words/readings.h"

#include "app/words/dates.h"
#include "app/words/isolated.h"
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

/// Facts alone, without a verdict.
std::string facts_of(const model::Panel& panel, const model::Reading& reading)
{
    const auto& scale = panel.scale;
    if (reading.count == 0) {
        return panel.kind == model::PanelKind::goal ? "Not rated in this period." : "No scores in this period.";
    }
    const auto count = values_words(panel, reading.count);
    if (reading.count == 1) {
        return count + ": " + score_words(reading.last->value, scale) + " on " + short_date(reading.last->on) + ".";
    }
    const auto change = change_words(reading.change, scale);
    const bool is_level = change == score_words(0, scale);
    return (is_level ? std::string{"No change from first to last: "} : "Changed by " + change + ": ") +
           score_words(reading.first->value, scale) + " to " + score_words(reading.last->value, scale) + ", " + count +
           ".";
}

std::string first_sentence(const model::Panel& panel, const model::Reading& reading)
{
    if (reading.count < 2) {
        return facts_of(panel, reading);
    }
    return reading.worsening() != nullptr ? best_to_last_sentence(panel, reading)
                                          : first_to_last_sentence(panel, reading);
}

/// Those of the three comparisons that `first_sentence` has not said. With two scores all three are one.
void add_other_comparisons(std::string& words, const model::Panel& panel, const model::Reading& reading)
{
    if (reading.count == 1 && panel.kind == model::PanelKind::measure) {
        add_sentence(words, "Change can be read from two scores on.");
    }
    if (reading.count < 3) {
        return;
    }
    add_sentence(words, reading.worsening() != nullptr ? first_to_last_sentence(panel, reading)
                                                       : best_to_last_sentence(panel, reading));
    add_sentence(words, last_step_sentence(panel, reading));
}

/// Whether the scale's name says more than that of its measure.
bool names_scale(const model::Panel& panel)
{
    const auto& scale = panel.scale.name;
    return !scale.empty() && scale != panel.measure_name && !(panel.is_lead_scale && scale == "Total");
}

} // namespace

std::string panel_name_in_files(const model::Panel& panel)
{
    if (panel.kind == model::PanelKind::goal) {
        return panel.wording;
    }
    return names_scale(panel) ? panel.scale.name + " (" + panel.measure_name + ")" : panel.measure_name;
}

std::string panel_title(const model::Panel& panel, Reader reader)
{
    if (panel.kind == model::PanelKind::goal) {
        return "Goal: " + isolated(panel.wording);
    }
    if (reader == Reader::client && !panel.scale.plain_name.empty()) {
        return panel.scale.plain_name;
    }
    return names_scale(panel) ? isolated(panel.scale.name) + " (" + isolated(panel.measure_name) + ")"
                              : panel.measure_name;
}

std::string panel_scale_words(const model::Panel& panel, Reader reader)
{
    const auto& scale = panel.scale;
    if (panel.goal_closed_on) {
        auto open = panel;
        open.goal_closed_on.reset();
        return "closed " + short_date(*panel.goal_closed_on) + " · " + panel_scale_words(open, reader);
    }
    std::string words = panel.kind == model::PanelKind::goal        ? "rating "
                        : reader == Reader::client                  ? ""
                        : scale.method == model::ScoringMethod::sum ? "sum "
                                                                    : "mean ";
    return words + plain_number(scale.lowest) + "–" + plain_number(scale.highest) + " · " +
           direction_words(scale, reader);
}

std::string direction_words(const model::Scale& scale, Reader reader)
{
    switch (scale.better) {
    case model::Better::higher:
        return "higher is better";
    case model::Better::lower:
        return reader == Reader::client ? "lower means less difficulty" : "lower is better";
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
    const auto& reading = series.reading;
    ReadingWords words{.lead = rater_first(series, first_sentence(panel, reading)),
                       .is_numbers_only = reading.verdict == model::Verdict::no_reliability_known};
    if (words.is_numbers_only) {
        words.lead += numbers_only_mark();
    }
    add_other_comparisons(words.body, panel, reading);
    add_sentence(words.body, category_sentence(reading));
    add_sentence(words.body, trend_sentence(panel, reading));
    add_sentence(words.body, band_sentence(panel, reading));
    add_sentence(words.body, ceiling_sentence(panel, reading));
    add_sentence(words.body, earlier_scores_sentence(panel, series));
    words.basis = full_basis(panel, reading);
    return words;
}

ReadingWords short_reading(const model::Panel& panel, const model::Series& series)
{
    const auto& reading = series.reading;
    return {.lead = lead_in_short(panel, series, Reader::client),
            .body = plain_comparisons(panel, reading),
            .basis = instrument_footnote(panel),
            .is_numbers_only = reading.verdict == model::Verdict::no_reliability_known};
}

std::string how_calculated()
{
    return "How this is calculated";
}

std::string numbers_only_footnote(Reader reader)
{
    return numbers_only_mark() +
           (reader == Reader::client
                ? " Numbers only: how large a change must be to count has not been worked out for this one."
                : " No reliability is known for this scale: numbers only, no verdict.");
}

std::string instrument_footnote(const model::Panel& panel)
{
    if (panel.kind == model::PanelKind::goal) {
        return {};
    }
    const auto title = panel_title(panel, Reader::client);
    const bool is_plain = !panel.scale.plain_name.empty();
    const auto threshold = plain_threshold_basis(panel);
    if (!is_plain && threshold.empty()) {
        return {};
    }
    return isolated(title) + ": " + (is_plain ? isolated(panel.measure_name) : "") +
           (is_plain && !threshold.empty() ? "; " : "") + threshold + ".";
}

std::string lead_in_short(const model::Panel& panel, const model::Series& series, Reader reader)
{
    return rater_first(series, facts_of(panel, series.reading), reader);
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
