#include "app/words/reading_parts.h"

#include "app/words/numbers.h"

#include <algorithm>
#include <cctype>
#include <cmath>

namespace app {

namespace {

std::string threshold_words(const model::ReliableChangeRule& rule)
{
    return (rule.rule == model::ThresholdRule::more_than ? "more than " : "at least ") + plain_number(rule.threshold) +
           " (" + rule.confidence + ")";
}

std::string cut_off_words(const model::ReferenceLine& cut_off)
{
    return "the cut-off (" + line_words(cut_off) + ")";
}

/// "derived: …" or "published: …", without saying it twice where the basis says it itself.
std::string with_kind(const model::ReliableChangeRule& rule)
{
    const std::string kind = rule.is_derived ? "derived" : "published";
    return rule.basis.starts_with(kind) ? rule.basis : kind + ": " + rule.basis;
}

std::string sentence(std::string words)
{
    if (words.empty()) {
        return words;
    }
    words.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(words.front())));
    return words.back() == '.' ? words : words + ".";
}

std::string better_or_worse(const model::Panel& panel, double change)
{
    if (panel.scale.better == model::Better::neither) {
        return {};
    }
    return (change > 0) == (panel.scale.better == model::Better::higher) ? "better" : "worse";
}

std::string not_recovered_words(const model::Reading& reading)
{
    if (!reading.was_clinical_at_first) {
        return "The first score was already on the well side of " + cut_off_words(*reading.cut_off) +
               ", so “recovered” is not available.";
    }
    return "It did not cross " + cut_off_words(*reading.cut_off) + ".";
}

} // namespace

void add_sentence(std::string& text, const std::string& sentence)
{
    if (!sentence.empty()) {
        text += (text.empty() ? "" : " ") + sentence;
    }
}

std::string line_words(const model::ReferenceLine& line, Reader reader)
{
    if (reader == Reader::client && line.kind != model::LineKind::norm) {
        return (line.kind == model::LineKind::cut_off ? "cut-off " : "closer look at ") + plain_number(line.value);
    }
    const bool holds_value = std::ranges::any_of(line.name, [](unsigned char sign) { return std::isdigit(sign); });
    return holds_value ? line.name : line.name + " " + plain_number(line.value);
}

std::string earlier_scores_sentence(const model::Panel& panel, const model::Series& series)
{
    const auto earlier = static_cast<long>(series.points.size()) - series.reading.count;
    if (earlier <= 0) {
        return {};
    }
    return (panel.kind == model::PanelKind::goal ? counted(earlier, "rating", "ratings")
                                                 : counted(earlier, "score", "scores")) +
           " of an earlier episode not counted.";
}

std::string verdict_sentence(const model::Panel& panel, const model::Reading& reading)
{
    const auto against = [&] { return ": it takes " + threshold_words(*reading.rule) + "."; };
    switch (reading.verdict) {
    case model::Verdict::no_scores:
        return {};
    case model::Verdict::one_score:
        return panel.kind == model::PanelKind::goal ? "" : "Change can be read from two scores on.";
    case model::Verdict::no_reliability_known:
        return panel.kind == model::PanelKind::goal ? "Own scale: no reliability known, values only."
                                                    : "No reliability known to this program, values only.";
    case model::Verdict::reliably_better:
        return "Better by more than measurement error" + against();
    case model::Verdict::reliably_worse:
        return "Worse by more than measurement error" + against();
    case model::Verdict::reliably_changed:
        return "More than measurement error" + against() + " On this scale neither direction is good or bad by itself.";
    case model::Verdict::within_measurement_error:
        break;
    }
    return "Within measurement error" + against() +
           (reading.is_worse_by_threshold ? " House rule: it is worse by the whole threshold, so look at it together."
                                          : "");
}

std::string plain_verdict_sentence(const model::Panel& panel, const model::Reading& reading)
{
    const auto own_ups_and_downs = [&] {
        return "the questionnaire's own ups and downs (threshold " + plain_number(reading.rule->threshold) + ", " +
               reading.rule->confidence + ")";
    };
    switch (reading.verdict) {
    case model::Verdict::no_scores:
    case model::Verdict::one_score:
        return {};
    case model::Verdict::no_reliability_known:
        return panel.kind == model::PanelKind::goal
                   ? "Own scale: no reliability known."
                   : "No reliability known to this program, so only the numbers are shown.";
    case model::Verdict::reliably_better:
        return "Changed for the better, by more than " + own_ups_and_downs() + ".";
    case model::Verdict::reliably_worse:
        return "Changed for the worse, by more than " + own_ups_and_downs() + ".";
    case model::Verdict::reliably_changed:
        return "Changed by more than " + own_ups_and_downs() + ".";
    case model::Verdict::within_measurement_error:
        break;
    }
    return "Within " + own_ups_and_downs() + ": it may or may not be a real change.";
}

std::string category_sentence(const model::Reading& reading)
{
    if (!reading.category || !reading.cut_off) {
        return {};
    }
    switch (*reading.category) {
    case model::ChangeCategory::recovered:
        return "Category: recovered, as the change is reliable and crossed " + cut_off_words(*reading.cut_off) + ".";
    case model::ChangeCategory::improved:
        return "Category: improved. " + not_recovered_words(reading);
    case model::ChangeCategory::deteriorated:
        return "Category: deteriorated.";
    case model::ChangeCategory::unchanged:
        break;
    }
    return reading.crossed_cut_off ? "Category: unchanged. It crossed " + cut_off_words(*reading.cut_off) +
                                         " without reliable change, which is not recovery."
                                   : "Category: unchanged.";
}

std::string trend_sentence(const model::Panel& panel, const model::Reading& reading)
{
    const auto all = "All " + std::to_string(reading.count) + " scores together";
    std::string words;
    switch (reading.trend) {
    case model::Trend::too_few:
        return {};
    case model::Trend::not_known:
        return reading.rule ? all + " give no trend: the measurement error of one score is not known." : "";
    case model::Trend::uneven:
        return all + " are uneven: the ups and downs exceed measurement error, so no trend is given.";
    case model::Trend::no_trend:
        words = all + " show no trend beyond measurement error.";
        break;
    case model::Trend::rising:
    case model::Trend::falling: {
        const auto& index = *reading.trend_index;
        const auto direction = better_or_worse(panel, index.slope);
        words = all + (reading.trend == model::Trend::rising ? " rise" : " fall") + " by " +
                slope_words(std::abs(index.slope)) + " points a week" +
                (direction.empty() ? "" : " (" + direction + ")") + ", 95 % between " + slope_words(index.low) +
                " and " + slope_words(index.high) + ".";
        break;
    }
    }
    return reading.trend_disagrees ? words + " This does not agree with first to last: look at the line itself."
                                   : words;
}

std::string band_sentence(const model::Panel& panel, const model::Reading& reading)
{
    const auto* band = reading.last ? model::band_of(panel.scale, reading.last->value) : nullptr;
    return band ? "Last score in the band “" + band->name + "”." : "";
}

std::string ceiling_sentence(const model::Panel& panel, const model::Reading& reading)
{
    const std::string what = panel.kind == model::PanelKind::goal ? "rating" : "score";
    if (reading.is_at_best_possible) {
        return "The last " + what + " is the best possible: the scale cannot show further improvement.";
    }
    if (reading.is_at_worst_possible) {
        return "The last " + what + " is the worst possible: the scale cannot show further worsening.";
    }
    return {};
}

std::string plain_threshold_basis(const model::Reading& reading)
{
    if (!reading.rule || reading.count < 2) {
        return {};
    }
    const model::ReliableChangeRule& rule = *reading.rule;
    if (rule.source.empty()) {
        return sentence("threshold " + with_kind(rule));
    }
    return sentence((rule.is_derived ? "threshold derived from " : "threshold published: ") + rule.source);
}

std::string full_basis(const model::Panel& panel, const model::Reading& reading)
{
    std::string basis;
    if (reading.rule && reading.count >= 2) {
        add_sentence(basis, sentence("threshold " + with_kind(*reading.rule)));
    }
    if (reading.category && !reading.cut_off->source.empty()) {
        add_sentence(basis, sentence("cut-off: " + reading.cut_off->source));
        add_sentence(basis, "Categories: Jacobson and Truax 1991.");
    }
    if (reading.trend_index) {
        // A derived threshold has named the same figures already.
        const bool is_named = panel.scale.standard_error_basis.empty() || (reading.rule && reading.rule->is_derived);
        add_sentence(basis, "Trend: Reliable Trend Index, McAleavey 2024" +
                                (is_named ? std::string{"."} : "; " + sentence(panel.scale.standard_error_basis)));
    }
    if (!band_sentence(panel, reading).empty() && !panel.scale.bands_basis.empty()) {
        add_sentence(basis, sentence("bands: " + panel.scale.bands_basis));
    }
    if (panel.kind == model::PanelKind::measure && panel.area == model::MeasureArea::boundaries) {
        add_sentence(basis, "Not a validated boundary scale.");
    }
    return basis;
}

} // namespace app
