#include "storage/worsening_notices.h"

#include "storage/administrations.h"
#include "storage/episodes.h"
#include "storage/notices.h"

#include <algorithm>
#include <span>
#include <vector>

namespace storage {

namespace {

model::AdministrationId administration_of(Record& file, model::NoticeId notice)
{
    Statement query{file, "SELECT administration_id FROM sound_notice WHERE id = :id"};
    query.bind(":id", notice);
    return query.step() ? query.read<model::AdministrationId>("administration_id") : model::AdministrationId{};
}

/// What is known of a measure's notices of this kind.
struct Known {
    std::optional<WorseningNotice> open{};
    std::vector<model::AdministrationId> seen{}; ///< Up to which a person has looked.
};

Known known_notices(Record& file, const std::string& measure, model::ClientId client)
{
    Known known;
    for (const model::Notice& notice : notices_of(file, client)) {
        if (notice.kind != model::NoticeKind::worse_since || notice.measure != measure) {
            continue;
        }
        const auto administration = administration_of(file, notice.id);
        if (!notice.review) {
            known.open = {.notice = notice, .administration = administration};
        } else if (!notice.is_taken_back) {
            known.seen.push_back(administration);
        }
    }
    return known;
}

/// The administrations up to this one.
std::span<const model::Administration> up_to(std::span<const model::Administration> all, model::AdministrationId last)
{
    const auto found = std::ranges::find(all, last, &model::Administration::id);
    return found == all.end() ? std::span<const model::Administration>{} : std::span{all.begin(), found + 1};
}

model::NoticeId raise_worsening(Record& file, const WorseningNotice& wanted)
{
    const model::Notice& notice = wanted.notice;
    Statement insert{file, R"(
        INSERT INTO notice (client_id, kind, measure, item, risk, concerns_on, raised_at, administration_id, scale,
                            since_on, score_then, score_now)
        VALUES (:client, :kind, :measure, 0, :risk, :concerns_on, :raised_at, :administration, :scale, :since_on,
                :score_then, :score_now))"};
    insert.bind(":client", notice.client);
    insert.bind(":kind", notice.kind);
    insert.bind(":measure", notice.measure);
    insert.bind(":risk", notice.risk);
    insert.bind(":concerns_on", notice.concerns);
    insert.bind(":raised_at", notice.raised_at);
    insert.bind(":administration", wanted.administration);
    insert.bind(":scale", notice.worse->scale);
    insert.bind(":since_on", notice.worse->since);
    insert.bind(":score_then", notice.worse->then);
    insert.bind(":score_now", notice.worse->now);
    return {insert.insert()};
}

void update_worsening(Record& file, const WorseningNotice& wanted)
{
    const model::Notice& notice = wanted.notice;
    Statement update{file, R"(
        UPDATE notice
           SET concerns_on = :concerns_on, is_taken_back = :is_taken_back, administration_id = :administration,
               scale = :scale, since_on = :since_on, score_then = :score_then, score_now = :score_now
         WHERE id = :id)"};
    update.bind(":concerns_on", notice.concerns);
    update.bind(":is_taken_back", notice.is_taken_back);
    update.bind(":administration", wanted.administration);
    update.bind(":scale", notice.worse->scale);
    update.bind(":since_on", notice.worse->since);
    update.bind(":score_then", notice.worse->then);
    update.bind(":score_now", notice.worse->now);
    update.bind(":id", notice.id);
    update.run();
}

} // namespace

std::optional<WorseningNotice> worsening_notice_wanted(Record& file, const model::MeasureDefinition& definition,
                                                       model::ClientId client, std::optional<model::Date> recent)
{
    const auto administrations = administrations_of(file, client);
    const auto episodes = episodes_of(file, client);
    const Known known = known_notices(file, definition.code, client);
    auto worsening = model::worsening_of(definition, administrations, episodes, known.seen);
    if (!worsening && known.open) {
        // A better score after it does not undo what it says; only a correction does.
        worsening =
            model::worsening_of(definition, up_to(administrations, known.open->administration), episodes, known.seen);
        worsening = worsening && worsening->administration == known.open->administration ? worsening : std::nullopt;
    }
    const bool is_history = worsening && recent && worsening->taken_on < *recent;
    if (!known.open && (!worsening || is_history)) {
        return std::nullopt;
    }
    WorseningNotice wanted = known.open.value_or(WorseningNotice{
        .notice = {.client = client, .kind = model::NoticeKind::worse_since, .measure = definition.code}});
    wanted.notice.is_taken_back = !worsening;
    if (worsening) {
        wanted.notice.worse = worsening->worse;
        wanted.notice.concerns = worsening->taken_on;
        wanted.administration = worsening->administration;
    }
    const bool stands =
        known.open && known.open->notice == wanted.notice && known.open->administration == wanted.administration;
    return stands ? std::nullopt : std::optional{wanted};
}

model::Date first_recent_day(model::Moment now)
{
    return model::days_after(model::Date{std::chrono::floor<date::days>(now)}, -model::days_of_recent_answers);
}

model::NoticeId keep_worsening_notice(Record& file, const WorseningNotice& wanted, model::Moment now)
{
    if (wanted.notice.id != model::NoticeId{}) {
        update_worsening(file, wanted);
        return wanted.notice.id;
    }
    WorseningNotice raised = wanted;
    raised.notice.raised_at = now;
    return raise_worsening(file, raised);
}

} // namespace storage
