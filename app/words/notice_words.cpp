#include "app/words/notice_words.h"

#include "app/words/dates.h"
#include "app/words/isolated.h"
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
        return "passive suicidal ideation";
    case model::RiskLevel::ideation:
        return "active suicidal ideation";
    case model::RiskLevel::plan:
        return "a suicide plan";
    case model::RiskLevel::intent:
        return "suicidal intent";
    case model::RiskLevel::attempt:
        return "a suicide attempt";
    }
    return {};
}

/// What the item of the notice is about, as its measure says now; empty when it does not.
std::string concern_of(const model::Notice& notice, const model::MeasureDefinition* measure)
{
    if (measure != nullptr) {
        for (const model::ItemAlert& alert : measure->alerts) {
            if (alert.item == notice.item) {
                return alert.concern;
            }
        }
    }
    return {};
}

/// "Worse since 19 Jan 2026: PCL-5 went from 27 to 55 on 2 Feb 2026, by at least the reliable change threshold."
std::string worse_words(const model::Notice& notice, const model::MeasureDefinition* measure)
{
    const model::WorseSince& worse = *notice.worse;
    const auto* scale = measure != nullptr ? measure->scale(worse.scale) : nullptr;
    const auto value = [&](double score) {
        return scale != nullptr ? score_words(score, *scale) : plain_number(score);
    };
    std::string name = isolated(measure != nullptr ? measure->name : notice.measure);
    if (scale != nullptr && measure->lead() != scale) {
        name += ", " + isolated(scale->name) + ",";
    }
    return "Worse since " + short_date(worse.since) + ": " + name + " went from " + value(worse.then) + " to " +
           value(worse.now) + " on " + short_date(notice.concerns) + ", by at least the reliable change threshold.";
}

/// "Imported: 12 earlier answers to look at, from 5 Jan 2024 to 2 Sep 2026."
std::string earlier_words(const model::EarlierAnswers& earlier, const std::string& last_day)
{
    const std::string first_day = short_date(earlier.from);
    return "Imported: " + counted(earlier.answers, "earlier answer", "earlier answers") + " to look at, " +
           (first_day == last_day ? "of " + last_day : "from " + first_day + " to " + last_day) +
           ". They stand in Measures. Reviewing this covers the whole import, also for other clients.";
}

std::string what_was_found(const model::Notice& notice, const model::MeasureDefinition* measure)
{
    const std::string day = short_date(notice.concerns);
    const std::string name = isolated(measure != nullptr ? measure->name : notice.measure);
    switch (notice.kind) {
    case model::NoticeKind::risk_answer:
        return positive_item_words(notice.item, notice.answer.value_or(0), concern_of(notice, measure)) + " " + name +
               " of " + day + ".";
    case model::NoticeKind::risk_not_asked:
        return unanswered_item_words(notice.item, concern_of(notice, measure)) + " " + name + " of " + day + ".";
    case model::NoticeKind::risk_in_note:
        return "Risk: the note of " + day + " records " + risk_in_a_sentence(notice.risk) + ".";
    case model::NoticeKind::criteria_met:
        return name + " of " + day +
               ": the answers fit the symptom criteria. This is a prompt to assess, not a diagnosis.";
    case model::NoticeKind::worse_since:
        return worse_words(notice, measure);
    case model::NoticeKind::earlier_answers:
        return earlier_words(*notice.earlier, day);
    }
    return {};
}

} // namespace

std::string positive_item_words(int item, int answer, std::string_view concern)
{
    return "Item " + std::to_string(item) + " positive (score " + std::to_string(answer) +
           "): " + (concern == "self_harm" ? "assess suicide risk." : "please follow it up.");
}

std::string unanswered_item_words(int item, std::string_view concern)
{
    return "Item " + std::to_string(item) +
           " not answered: " + (concern == "self_harm" ? "ask about suicidal thoughts." : "please ask about it.");
}

std::string words_for(const model::Notice& notice, const model::MeasureDefinition* measure)
{
    std::string words = what_was_found(notice, measure);
    if (notice.is_taken_back) {
        words += " What raised this was changed afterwards; the notice stays until it is reviewed.";
    }
    return words;
}

std::string words_for_reviewed(const model::Notice& notice, const model::MeasureDefinition* measure,
                               const model::ClockFace& clock)
{
    const model::NoticeReview& review = *notice.review;
    return what_was_found(notice, measure) + " Reviewed by " + isolated(review.by) + " on " +
           date_and_time(review.at, clock) + ": " + isolated(review.what_was_done);
}

std::string what_was_done_missing()
{
    return "Please say briefly what was done.";
}

std::string unsaved_review()
{
    return "What was done is typed but not saved yet.";
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
