#include "app/words/reading_parts.h"

#include "app/words/dates.h"
#include "app/words/isolated.h"
#include "app/words/numbers.h"

#include <algorithm>
#include <cctype>
#include <cmath>

namespace app {

namespace {

std::string threshold_words(const model::ReliableChangeRule& rule)
{
    return (rule.rule == model::ThresholdRule::more_than ? "more than " : "at least ") + plain_number(rule.threshold) +
           " (" + isolated(rule.confidence) + ")";
}

/// "the clinical cut-off 10"; where the line goes by another name, "the clinical cut-off (end state 28 or less)".
std::string cut_off_words(const model::ReferenceLine& cut_off)
{
    const auto name = line_words(cut_off);
    return name.starts_with("clinical cut-off") ? "the " + name : "the clinical cut-off (" + name + ")";
}

std::string value_of(const model::Panel& panel, const model::ScoredOn& score)
{
    return score_words(score.value, panel.scale);
}

std::string dated(const model::Panel& panel, const model::ScoredOn& score)
{
    return value_of(panel, score) + " (" + short_date(score.on) + ")";
}

std::string one_value(const model::Panel& panel)
{
    return panel.kind == model::PanelKind::goal ? "rating" : "score";
}

bool is_level(const model::Panel& panel, double change)
{
    return change_words(change, panel.scale) == score_words(0, panel.scale);
}

/// "reliable improvement"; empty where no verdict is given.
std::string verdict_words(model::Verdict verdict)
{
    switch (verdict) {
    case model::Verdict::reliably_better:
        return "reliable improvement";
    case model::Verdict::reliably_worse:
        return "reliable deterioration";
    case model::Verdict::reliably_changed:
        return "reliable change";
    case model::Verdict::within_measurement_error:
        return "no reliable change";
    case model::Verdict::no_scores:
    case model::Verdict::one_score:
    case model::Verdict::no_reliability_known:
        break;
    }
    return {};
}

/// "no reliable change"; of a worsening by just the threshold, which must be exceeded to be reliable, that.
std::string verdict_of(const model::Comparison& comparison)
{
    const bool is_just_worse =
        comparison.is_worse_by_threshold && comparison.verdict == model::Verdict::within_measurement_error;
    return is_just_worse ? "worse by the whole threshold" : verdict_words(comparison.verdict);
}

std::string and_verdict(const model::Comparison& comparison)
{
    const auto verdict = verdict_of(comparison);
    return verdict.empty() ? verdict : ", " + verdict;
}

/// The first score beside the last.
model::Comparison whole(const model::Reading& reading)
{
    return {.since = *reading.first,
            .change = reading.change,
            .verdict = reading.verdict,
            .is_worse_by_threshold = reading.is_worse_by_threshold};
}

/// "derived: …" or "published: …", without saying it twice where the basis says it itself.
std::string with_kind(const model::ReliableChangeRule& rule)
{
    const std::string kind = rule.is_derived ? "derived" : "published";
    return rule.basis.starts_with(kind) ? isolated(rule.basis) : kind + ": " + isolated(rule.basis);
}

/// Also where the end is that of an isolate.
bool ends_with_stop(std::string_view words)
{
    constexpr std::string_view isolate_end = "\u2069";
    if (words.ends_with(isolate_end)) {
        words.remove_suffix(isolate_end.size());
    }
    return words.ends_with('.');
}

std::string sentence(std::string words)
{
    if (words.empty()) {
        return words;
    }
    words.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(words.front())));
    return ends_with_stop(words) ? words : words + ".";
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

/// How the trend was found, with its interval.
std::string trend_basis(const model::Panel& panel, const model::Reading& reading)
{
    if (reading.trend == model::Trend::not_known && reading.rule) {
        return "No trend is given, as the measurement error of one score is not known.";
    }
    if (!reading.trend_index) {
        return {};
    }
    std::string words = "Trend: Reliable Trend Index, McAleavey 2024";
    if (reading.trend == model::Trend::rising || reading.trend == model::Trend::falling) {
        words += ", 95 % between " + slope_words(reading.trend_index->low) + " and " +
                 slope_words(reading.trend_index->high) + " points a week";
    } else if (reading.trend == model::Trend::uneven) {
        words += ", not used where ups and downs exceed measurement error";
    }
    // A derived threshold has named the same figures already.
    const bool is_named = panel.scale.standard_error_basis.empty() || (reading.rule && reading.rule->is_derived);
    return words + (is_named ? std::string{"."} : "; " + sentence(isolated(panel.scale.standard_error_basis)));
}

/// Whether the change is outside the questionnaire's own ups and downs, for the client.
std::string plain_verdict(const model::Comparison& comparison)
{
    const std::string own_ups_and_downs = "the questionnaire's own ups and downs";
    if (comparison.is_worse_by_threshold) {
        return "harder, beyond " + own_ups_and_downs;
    }
    switch (comparison.verdict) {
    case model::Verdict::reliably_better:
        return "better, beyond " + own_ups_and_downs;
    case model::Verdict::reliably_worse:
        return "harder, beyond " + own_ups_and_downs;
    case model::Verdict::reliably_changed:
        return "changed, beyond " + own_ups_and_downs;
    case model::Verdict::within_measurement_error:
        return "within " + own_ups_and_downs + ", so it may or may not be a real change";
    case model::Verdict::no_scores:
    case model::Verdict::one_score:
    case model::Verdict::no_reliability_known:
        break;
    }
    return {};
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
    return holds_value ? line.name : isolated(line.name) + " " + plain_number(line.value);
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

std::string numbers_only_mark()
{
    return "*";
}

std::string first_to_last_sentence(const model::Panel& panel, const model::Reading& reading)
{
    const auto since = " since the first " + one_value(panel) + ": ";
    const auto from_to = dated(panel, *reading.first) + " to " + dated(panel, *reading.last);
    if (is_level(panel, reading.change)) {
        return "No change" + since + from_to + ".";
    }
    const auto change = change_words(reading.change, panel.scale);
    const auto verdict = verdict_of(whole(reading));
    return verdict.empty() ? "Changed by " + change + since + from_to + "."
                           : sentence(verdict + since + from_to + ", " + change);
}

std::string best_to_last_sentence(const model::Panel& panel, const model::Reading& reading)
{
    if (!reading.from_best) {
        return {};
    }
    const model::Comparison& best = *reading.from_best;
    const auto what = one_value(panel);
    const auto change = change_words(best.change, panel.scale);
    const auto to_last = " to " + value_of(panel, *reading.last) + " (" + change + ")" + and_verdict(best) + ".";
    if (best.is_worse_by_threshold) {
        return "Worse since " + short_date(best.since.on) + ": " + value_of(panel, best.since) + to_last;
    }
    if (best.is_better) {
        return "The last " + what + " is the best so far.";
    }
    if (is_level(panel, best.change)) {
        return "The last " + what + " is as good as the best so far.";
    }
    return "Since the best " + what + ": " + dated(panel, best.since) + to_last;
}

std::string last_step_sentence(const model::Panel& panel, const model::Reading& reading)
{
    const model::Comparison& step = *reading.from_previous;
    const auto from_to = "Last step: " + dated(panel, step.since) + " to " + value_of(panel, *reading.last);
    if (is_level(panel, step.change)) {
        return from_to + ", no change.";
    }
    return from_to + " (" + change_words(step.change, panel.scale) + ")" + and_verdict(step) + ".";
}

std::string plain_comparisons(const model::Panel& panel, const model::Reading& reading)
{
    if (reading.count < 2 || !reading.rule) {
        return {};
    }
    std::string words;
    const auto last = value_of(panel, *reading.last);
    const auto* worse = reading.worsening();
    if (worse != nullptr) {
        words = "Since " + short_date(worse->since.on) + " it went from " + value_of(panel, worse->since) + " to " +
                last + ": " + plain_verdict(*worse) + ".";
    }
    // With two scores all three are one.
    if (worse == nullptr || reading.count > 2) {
        add_sentence(words, "From first to last: " + plain_verdict(whole(reading)) + ".");
    }
    if (reading.count < 3) {
        return words;
    }
    if (worse == nullptr && reading.from_best) {
        const model::Comparison& best = *reading.from_best;
        add_sentence(words, best.is_better                 ? "The last score is the best so far."
                            : is_level(panel, best.change) ? "The last score is as good as the best so far."
                                                           : "Since the best score, " + value_of(panel, best.since) +
                                                                 ": within the same ups and downs.");
    }
    add_sentence(words,
                 "Since the time before: " + value_of(panel, reading.from_previous->since) + " to " + last + ".");
    return words;
}

std::string category_sentence(const model::Reading& reading)
{
    if (!reading.category || !reading.cut_off) {
        return {};
    }
    switch (*reading.category) {
    case model::ChangeCategory::recovered:
        return std::string{reading.worsening() != nullptr ? "Recovered compared with the first score only: that"
                                                          : "Recovered: the"} +
               " improvement is reliable and crossed " + cut_off_words(*reading.cut_off) + ".";
    case model::ChangeCategory::improved:
        return not_recovered_words(reading);
    case model::ChangeCategory::deteriorated:
        return {};
    case model::ChangeCategory::unchanged:
        break;
    }
    return reading.crossed_cut_off
               ? "It crossed " + cut_off_words(*reading.cut_off) + " without reliable change, which is not recovery."
               : "";
}

std::string trend_sentence(const model::Panel& panel, const model::Reading& reading)
{
    const auto all = "All " + std::to_string(reading.count) + " scores together";
    std::string words;
    switch (reading.trend) {
    case model::Trend::too_few:
    case model::Trend::not_known:
        return {};
    case model::Trend::uneven:
        return all + " are uneven, so no trend is given.";
    case model::Trend::no_trend:
        words = all + " show no trend.";
        break;
    case model::Trend::rising:
    case model::Trend::falling: {
        const auto& index = *reading.trend_index;
        const auto direction = better_or_worse(panel, index.slope);
        words = all + (reading.trend == model::Trend::rising ? " rise" : " fall") + " by " +
                slope_words(std::abs(index.slope)) + " points a week" +
                (direction.empty() ? "" : " (" + direction + ")") + ".";
        break;
    }
    }
    return reading.trend_disagrees ? words + " This does not agree with first to last: look at the line itself."
                                   : words;
}

std::string band_sentence(const model::Panel& panel, const model::Reading& reading)
{
    const auto* band = reading.last ? model::band_of(panel.scale, reading.last->value) : nullptr;
    return band ? "Last score in the band “" + isolated(band->name) + "”." : "";
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

std::string plain_threshold_basis(const model::Panel& panel)
{
    if (!panel.scale.reliable_change) {
        return {};
    }
    const model::ReliableChangeRule& rule = *panel.scale.reliable_change;
    const auto size = plain_number(rule.threshold);
    const auto& source = rule.source.empty() ? rule.basis : rule.source;
    return (rule.rule == model::ThresholdRule::more_than ? "a change counts beyond " + size + " points ("
                                                         : "a change counts from " + size + " points on (") +
           isolated(rule.confidence) + (rule.is_derived ? ", derived from " : ", ") + isolated(source) + ")";
}

std::string full_basis(const model::Panel& panel, const model::Reading& reading)
{
    std::string basis;
    if (reading.rule && reading.count >= 2) {
        add_sentence(basis, "Reliable change: " + threshold_words(*reading.rule) + ", " + with_kind(*reading.rule) +
                                (ends_with_stop(with_kind(*reading.rule)) ? "" : "."));
        add_sentence(basis,
                     panel.scale.better == model::Better::neither
                         ? "On this scale neither direction is good or bad by itself."
                         : "A score that is worse than the best before it by the whole threshold is said first.");
    }
    if (reading.category && !reading.cut_off->source.empty()) {
        add_sentence(basis, sentence("clinical cut-off: " + isolated(reading.cut_off->source)));
        add_sentence(basis, "Categories: Jacobson and Truax 1991.");
    }
    add_sentence(basis, trend_basis(panel, reading));
    if (!band_sentence(panel, reading).empty() && !panel.scale.bands_basis.empty()) {
        add_sentence(basis, sentence("bands: " + isolated(panel.scale.bands_basis)));
    }
    if (panel.kind == model::PanelKind::measure && panel.area == model::MeasureArea::boundaries) {
        add_sentence(basis, "Not a validated boundary scale.");
    }
    return basis;
}

} // namespace app
