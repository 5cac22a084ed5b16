#include "storage/notices.h"

#include "storage/fields.h"
#include "storage/storage_error.h"

#include <algorithm>
#include <optional>

namespace storage {

namespace {

model::Notice read_unreviewed(const Statement& query)
{
    model::Notice notice{
        .id = query.read<model::NoticeId>("id"),
        .client = query.read<model::ClientId>("client_id"),
        .kind = query.read<model::NoticeKind>("kind"),
        .measure = query.read<std::string>("measure"),
        .item = query.read<int>("item"),
        .answer = query.read<std::optional<int>>("answer"),
        .risk = query.read<model::RiskLevel>("risk"),
        .concerns = query.read<model::Date>("concerns_on"),
        .raised_at = query.read<model::Moment>("raised_at"),
        .is_taken_back = query.read<bool>("is_taken_back"),
    };
    if (notice.kind == model::NoticeKind::worse_since) {
        notice.worse = {.scale = query.read<std::string>("scale"),
                        .since = query.read<model::Date>("since_on"),
                        .then = query.read<double>("score_then"),
                        .now = query.read<double>("score_now")};
    }
    if (notice.kind == model::NoticeKind::earlier_answers) {
        notice.earlier = {.answers = query.read<int>("answers"),
                          .from = query.read<model::Date>("answers_from_on"),
                          .import_number = query.read<int>("import_number")};
    }
    return notice;
}

/// The notice in the present row, with its review if there is one.
model::Notice read_notice(Record& file, const Statement& query)
{
    auto notice = read_unreviewed(query);
    const std::string sql =
        "SELECT " + columns_of<model::NoticeReview>() + " FROM sound_notice_review WHERE notice_id = :notice";
    Statement review{file, sql};
    review.bind(":notice", notice.id);
    if (review.step()) {
        notice.review = read_fields<model::NoticeReview>(review);
    }
    return notice;
}

/// What a notice was raised by; the others are empty.
struct Source {
    std::optional<model::DraftId> draft{};
    std::optional<model::NoteId> note{};
    std::optional<model::AdministrationId> administration{};
};

void raise(Record& file, const model::Notice& notice, const Source& source)
{
    Statement insert{file, R"(
        INSERT INTO notice (client_id, kind, measure, item, answer, risk, concerns_on, raised_at, draft_id, note_id,
                            administration_id, answers, answers_from_on, import_number)
        VALUES (:client, :kind, :measure, :item, :answer, :risk, :concerns_on, :raised_at, :draft, :note,
                :administration, :answers, :answers_from_on, :import_number))"};
    insert.bind(":client", notice.client);
    insert.bind(":kind", notice.kind);
    insert.bind(":measure", notice.measure);
    insert.bind(":item", notice.item);
    insert.bind(":answer", notice.answer);
    insert.bind(":risk", notice.risk);
    insert.bind(":concerns_on", notice.concerns);
    insert.bind(":raised_at", notice.raised_at);
    insert.bind(":draft", source.draft);
    insert.bind(":note", source.note);
    insert.bind(":administration", source.administration);
    if (notice.earlier) {
        insert.bind(":answers", notice.earlier->answers);
        insert.bind(":answers_from_on", notice.earlier->from);
        insert.bind(":import_number", notice.earlier->import_number);
    }
    insert.insert();
}

/// What the risk line of a note raises.
model::Notice risk_notice(model::ClientId client, const model::NoteContent& content, model::Moment now)
{
    return {.client = client,
            .kind = model::NoticeKind::risk_in_note,
            .risk = content.risk.level,
            .concerns = content.session.held_on,
            .raised_at = now};
}

std::optional<model::Notice> newest_notice_of(Record& file, model::DraftId draft)
{
    Statement query{file, R"(
        SELECT id, client_id, kind, measure, item, answer, risk, concerns_on, raised_at, is_taken_back, scale,
               since_on, score_then, score_now, answers, answers_from_on, import_number
          FROM sound_notice
         WHERE draft_id = :draft
         ORDER BY id DESC
         LIMIT 1)"};
    query.bind(":draft", draft);
    return query.step() ? std::optional{read_notice(file, query)} : std::nullopt;
}

/// What the answers of a filling-in call for. A bare total calls for nothing.
std::vector<model::Notice> notices_called_for(const model::MeasureDefinition& definition,
                                              const model::Administration& administration, model::Moment now)
{
    std::vector<model::Notice> notices;
    if (administration.details.answers.empty()) {
        return notices;
    }
    model::Notice notice{.client = administration.client,
                         .measure = definition.code,
                         .concerns = administration.details.taken_on,
                         .raised_at = now};
    for (const model::RaisedAlert& alert : model::alerts_raised(definition, administration.details.answers)) {
        notice.item = alert.alert.item;
        notice.kind = alert.state == model::AlertState::raised ? model::NoticeKind::risk_answer
                                                               : model::NoticeKind::risk_not_asked;
        notice.answer = alert.answer;
        notices.push_back(notice);
    }
    if (model::criteria_of(definition, administration.details.answers).state == model::CriteriaState::met) {
        notice.item = 0;
        notice.answer.reset();
        notice.kind = model::NoticeKind::criteria_met;
        notices.push_back(notice);
    }
    return notices;
}

/// The notices of an administration that were not taken back, but for those that follow from several scores.
std::vector<model::Notice> standing_notices_of(Record& file, model::AdministrationId administration)
{
    Statement query{file, R"(
        SELECT id, client_id, kind, measure, item, answer, risk, concerns_on, raised_at, is_taken_back, scale,
               since_on, score_then, score_now, answers, answers_from_on, import_number
          FROM sound_notice
         WHERE administration_id = :administration AND is_taken_back = 0 AND kind <> :worse_since
         ORDER BY id)"};
    query.bind(":administration", administration);
    query.bind(":worse_since", model::NoticeKind::worse_since);
    std::vector<model::Notice> notices;
    while (query.step()) {
        notices.push_back(read_notice(file, query));
    }
    return notices;
}

/// The answer to an item; empty where it was left out, or where no single item is meant.
std::optional<int> answer_to(const model::MeasureDefinition& definition, const model::Administration& administration,
                             int item)
{
    const auto found = std::ranges::find(definition.items, item);
    const auto place = static_cast<std::size_t>(found - definition.items.begin());
    return place < administration.details.answers.size() ? administration.details.answers[place] : std::nullopt;
}

/// Gives a notice to the filling-in that took the place of the one that raised it.
void hand_on(Record& file, const model::Notice& notice, const model::Administration& to, std::optional<int> answer)
{
    Statement update{file, R"(
        UPDATE notice SET administration_id = :administration, answer = :answer, concerns_on = :concerns_on
         WHERE id = :id)"};
    update.bind(":administration", to.id);
    update.bind(":answer", answer);
    update.bind(":concerns_on", to.details.taken_on);
    update.bind(":id", notice.id);
    update.run();
}

/// Writes the risk and taking-back of a notice anew.
void update(Record& file, const model::Notice& notice)
{
    Statement update{file, "UPDATE notice SET risk = :risk, is_taken_back = :is_taken_back WHERE id = :id"};
    update.bind(":risk", notice.risk);
    update.bind(":is_taken_back", notice.is_taken_back);
    update.bind(":id", notice.id);
    update.run();
}

/// Gives all notices of a draft its day, those that were reviewed or taken back too: they speak of the note of that
/// day.
bool move_notices(Record& file, const model::Draft& draft)
{
    Statement update{file, R"(
        UPDATE notice SET concerns_on = :day
         WHERE draft_id = :draft AND concerns_on <> :day
           AND EXISTS (SELECT 1 FROM sound_notice AS sound WHERE sound.id = notice.id))"};
    update.bind(":day", draft.content.session.held_on);
    update.bind(":draft", draft.id);
    return update.run() > 0;
}

/// Whether the newest notice of a draft, if there is one, says what its risk line calls for.
bool is_in_line(const std::optional<model::Notice>& newest, const model::RiskLine& risk)
{
    const bool stands = newest && !newest->is_taken_back;
    return risk.raises_notice() ? stands && newest->risk == risk.level : !stands;
}

} // namespace

std::vector<model::Notice> notices_of(Record& file, model::ClientId client)
{
    Statement query{file, R"(
        SELECT id, client_id, kind, measure, item, answer, risk, concerns_on, raised_at, is_taken_back, scale,
               since_on, score_then, score_now, answers, answers_from_on, import_number
          FROM sound_notice
         WHERE client_id = :client
         ORDER BY raised_at DESC, id DESC)"};
    query.bind(":client", client);
    std::vector<model::Notice> notices;
    while (query.step()) {
        notices.push_back(read_notice(file, query));
    }
    return notices;
}

model::Notice notice(Record& file, model::NoticeId id)
{
    Statement query{file, R"(
        SELECT id, client_id, kind, measure, item, answer, risk, concerns_on, raised_at, is_taken_back, scale,
               since_on, score_then, score_now, answers, answers_from_on, import_number
          FROM sound_notice
         WHERE id = :id)"};
    query.bind(":id", id);
    if (!query.step()) {
        throw missing(file, "notice", id.value);
    }
    return read_notice(file, query);
}

void review_notice(Record& file, model::NoticeId id, const model::NoticeReview& review)
{
    const std::string sql = insertion_into<model::NoticeReview>("notice_review", "notice_id");
    Statement insert{file, sql};
    insert.bind(":notice_id", id);
    bind_fields(insert, review);
    insert.insert();
}

bool is_risk_notice_due(Record& file, const model::Draft& draft)
{
    return !is_in_line(newest_notice_of(file, draft.id), draft.content.risk);
}

bool align_risk_notice(Record& file, const model::Draft& draft, RiskChoice risk)
{
    const bool has_moved = move_notices(file, draft);
    const auto newest = newest_notice_of(file, draft.id);
    if (risk == RiskChoice::being_made || is_in_line(newest, draft.content.risk)) {
        return has_moved;
    }
    const bool is_raised = draft.content.risk.raises_notice();
    if (is_raised && (!newest || newest->review)) {
        raise(file, risk_notice(draft.client, draft.content, draft.saved_at), {.draft = draft.id});
        return true;
    }
    auto aligned = *newest;
    aligned.risk = is_raised ? draft.content.risk.level : aligned.risk;
    aligned.is_taken_back = !is_raised;
    update(file, aligned);
    return true;
}

bool let_go_of_draft(Record& file, model::DraftId draft)
{
    Statement update{file, R"(
        UPDATE notice SET is_taken_back = 1, draft_id = NULL
         WHERE draft_id = :draft AND EXISTS (SELECT 1 FROM sound_notice AS sound WHERE sound.id = notice.id))"};
    update.bind(":draft", draft);
    return update.run() > 0;
}

bool follow_to_note(Record& file, model::DraftId draft, model::NoteId note)
{
    Statement update{file, R"(
        UPDATE notice SET note_id = :note, draft_id = NULL
         WHERE draft_id = :draft AND EXISTS (SELECT 1 FROM sound_notice AS sound WHERE sound.id = notice.id))"};
    update.bind(":note", note);
    update.bind(":draft", draft);
    return update.run() > 0;
}

bool raise_for_note(Record& file, model::NoteId note, model::ClientId client, const model::NoteContent& content,
                    model::Moment now)
{
    if (!content.risk.raises_notice()) {
        return false;
    }
    raise(file, risk_notice(client, content, now), {.note = note});
    return true;
}

int next_import_number(Record& file)
{
    Statement query{file, "SELECT coalesce(max(import_number), 0) + 1 AS next FROM sound_notice"};
    query.step();
    return query.read<int>("next");
}

int answers_to_review(const model::MeasureDefinition& definition, const model::Administration& administration)
{
    return static_cast<int>(notices_called_for(definition, administration, {}).size());
}

void raise_for_history(Record& file, model::ClientId client, const model::EarlierAnswers& earlier, model::Date newest,
                       model::Moment now)
{
    raise(file,
          {.client = client,
           .kind = model::NoticeKind::earlier_answers,
           .earlier = earlier,
           .concerns = newest,
           .raised_at = now},
          {});
}

std::vector<model::Notice> unreviewed_of_import(Record& file, int import_number)
{
    Statement query{file, R"(
        SELECT id, client_id, kind, measure, item, answer, risk, concerns_on, raised_at, is_taken_back, scale,
               since_on, score_then, score_now, answers, answers_from_on, import_number
          FROM sound_notice
         WHERE import_number = :import_number
         ORDER BY id)"};
    query.bind(":import_number", import_number);
    std::vector<model::Notice> notices;
    while (query.step()) {
        notices.push_back(read_notice(file, query));
    }
    std::erase_if(notices, [](const model::Notice& notice) { return notice.review.has_value(); });
    return notices;
}

bool raise_for_administration(Record& file, const model::MeasureDefinition& definition,
                              const model::Administration& administration, model::Moment now)
{
    const auto called_for = notices_called_for(definition, administration, now);
    for (const model::Notice& notice : called_for) {
        raise(file, notice, {.administration = administration.id});
    }
    return !called_for.empty();
}

bool follow_to_correction(Record& file, const model::MeasureDefinition& definition, const model::Administration& before,
                          const model::Administration& after, model::Moment now)
{
    auto called_for = notices_called_for(definition, after, now);
    const auto raised = standing_notices_of(file, before.id);
    for (const model::Notice& notice : raised) {
        const auto same = std::ranges::find_if(
            called_for, [&](const model::Notice& one) { return one.kind == notice.kind && one.item == notice.item; });
        // What a person looked at was the answer of then: another answer is for a person to look at again.
        const bool follows =
            same != called_for.end() &&
            (!notice.review || answer_to(definition, before, notice.item) == answer_to(definition, after, notice.item));
        if (follows) {
            hand_on(file, notice, after, same->answer);
            called_for.erase(same);
        } else {
            auto taken_back = notice;
            taken_back.is_taken_back = true;
            update(file, taken_back);
        }
    }
    for (const model::Notice& notice : called_for) {
        raise(file, notice, {.administration = after.id});
    }
    return !raised.empty() || !called_for.empty();
}

bool take_back_for_note(Record& file, model::NoteId note)
{
    Statement update{file, R"(
        UPDATE notice SET is_taken_back = 1
         WHERE note_id = :note AND EXISTS (SELECT 1 FROM sound_notice AS sound WHERE sound.id = notice.id))"};
    update.bind(":note", note);
    return update.run() > 0;
}

bool take_back_for_administration(Record& file, model::AdministrationId administration)
{
    Statement update{file, R"(
        UPDATE notice SET is_taken_back = 1
         WHERE administration_id = :administration
           AND EXISTS (SELECT 1 FROM sound_notice AS sound WHERE sound.id = notice.id))"};
    update.bind(":administration", administration);
    return update.run() > 0;
}

} // namespace storage
