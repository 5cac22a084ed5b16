#include "app/words/notice_words.h"

#include "app/words/dates.h"
#include "app/words/numbers.h"

namespace app {

namespace {

std::string risk_in_a_sentence(model::RiskLevel level)
{
    switch (level) {
    case model::RiskLevel::not_asked:
    case model::RiskLevel::none:
        return "risk";
    case model::RiskLevel::passive_thoughts:
        return "passive thoughts of death";
    case model::RiskLevel::ideation:
        return "thoughts of suicide";
    case model::RiskLevel::plan:
        return "a plan";
    case model::RiskLevel::intent:
        return "intent";
    case model::RiskLevel::attempt:
        return "an attempt";
    }
    return {};
}

std::string concern_of(const model::Notice& notice, const model::MeasureDefinition* measure)
{
    if (measure != nullptr) {
        for (const model::ItemAlert& alert : measure->alerts) {
            if (alert.item == notice.item && alert.concern == "self_harm") {
                return " (thoughts of self-harm)";
            }
        }
    }
    return {};
}

/// "Worse since 19 Jan 2026: PCL-5 was 27 and is 55 on 2 Feb 2026, more than measurement error."
std::string worse_words(const model::Notice& notice, const model::MeasureDefinition* measure)
{
    const model::WorseSince& worse = *notice.worse;
    const auto* scale = measure != nullptr ? measure->scale(worse.scale) : nullptr;
    const auto value = [&](double score) {
        return scale != nullptr ? score_words(score, *scale) : plain_number(score);
    };
    std::string name = measure != nullptr ? measure->name : notice.measure;
    if (scale != nullptr && measure->lead() != scale) {
        name += ", " + scale->name + ",";
    }
    return "Worse since " + short_date(worse.since) + ": " + name + " went from " + value(worse.then) + " to " +
           value(worse.now) + " on " + short_date(notice.concerns) + ", by at least the reliable change threshold.";
}

std::string what_was_found(const model::Notice& notice, const model::MeasureDefinition* measure)
{
    const std::string day = short_date(notice.concerns);
    const std::string name = measure != nullptr ? measure->name : notice.measure;
    const std::string item = "item " + std::to_string(notice.item) + concern_of(notice, measure);
    switch (notice.kind) {
    case model::NoticeKind::risk_answer:
        return "Risk: " + name + " of " + day + ", " + item + " was answered in a way that needs a person. Please ask.";
    case model::NoticeKind::risk_not_asked:
        return "Risk not known: " + name + " of " + day + ", " + item + " was left out. Please ask.";
    case model::NoticeKind::risk_in_note:
        return "Risk: the note of " + day + " records " + risk_in_a_sentence(notice.risk) + ".";
    case model::NoticeKind::criteria_met:
        return name + " of " + day +
               ": the answers fit the symptom criteria. This is a prompt to assess, not a diagnosis.";
    case model::NoticeKind::worse_since:
        return worse_words(notice, measure);
    }
    return {};
}

} // namespace

std::string words_for(const model::Notice& notice, const model::MeasureDefinition* measure)
{
    std::string words = what_was_found(notice, measure);
    if (notice.is_taken_back) {
        words += " What raised this was changed afterwards; it stays until somebody has looked at it.";
    }
    return words;
}

std::string words_for_reviewed(const model::Notice& notice, const model::MeasureDefinition* measure,
                               std::string_view zone)
{
    const model::NoticeReview& review = *notice.review;
    return what_was_found(notice, measure) + " Reviewed by " + review.by + " on " + date_and_time(review.at, zone) +
           ": " + review.what_was_done;
}

std::string review_button()
{
    return "Review…";
}

std::string what_was_done_label()
{
    return "What was done";
}

std::string reviewed_button()
{
    return "Reviewed";
}

} // namespace app
