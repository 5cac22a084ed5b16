#include "app/presenters/client_record_presenter.h"

#include "app/presenters/name_match.h"
#include "app/words/client_record_words.h"
#include "app/words/merge_preview.h"
#include "model/text.h"
#include "storage/backups.h"
#include "storage/restoring.h"

#include <algorithm>
#include <utility>

namespace app {

namespace record_words = client_record_words;

ClientRecordPresenter::ClientRecordPresenter(const Workplace& place, model::ClientId client)
    : place_{place}, client_{client}, changes_{place.casebook.subscribe(
                                          [this](const storage::Change& change) { heed(change); })}
{
    reload();
}

void ClientRecordPresenter::heed(const storage::Change& change)
{
    using enum storage::Changed;
    const bool is_ours = change.client == client_;
    const bool is_of_everybody = change.what == clients || change.what == client_gone;
    is_gone_ = is_gone_ || (is_ours && change.what == client_gone);
    if (is_gone_) {
        return; // There is nothing left to show.
    }
    // What goes with the record is told in an open form only; a draft is saved every two seconds.
    if (is_of_everybody || (is_ours && (change.what == notes || screen_.form != Form::none))) {
        reload();
        on_change();
    }
}

void ClientRecordPresenter::reload()
{
    const storage::Casebook& casebook = place_.casebook;
    screen_.code = casebook.client(client_).details.code;
    screen_.has_notes = casebook.counts_of(client_).notes > 0;
    if (screen_.form == Form::remove && screen_.has_notes) {
        screen_.form = Form::none; // A note was signed meanwhile.
    }
    screen_.has_others = casebook.clients().size() > 1;
    screen_.merged.clear();
    for (const storage::MergedClient& merged : casebook.merged_into(client_)) {
        const auto on = model::date_in_zone(merged.at, place_.clock.zone);
        screen_.merged.push_back(record_words::merged_line(merged.code, on, merged.by, merged.reason));
    }
    list_others();
    look_ahead();
}

void ClientRecordPresenter::list_others()
{
    screen_.others.clear();
    if (screen_.form == Form::merge) {
        for (const model::Client& other : place_.casebook.clients()) {
            const std::string name = place_.names.are_hidden ? std::string{} : other.shown_name();
            const std::string choice = record_words::client_choice(other.details.code, name);
            if (other.id != client_ && !other.is_damaged && matches(screen_.filter, choice)) {
                screen_.others.push_back({.client = other.id, .words = choice});
            }
        }
    }
    if (screen_.other && std::ranges::find(screen_.others, *screen_.other, &Other::client) == screen_.others.end()) {
        screen_.other.reset();
    }
}

void ClientRecordPresenter::look_ahead()
{
    const storage::Casebook& casebook = place_.casebook;
    screen_.codes.clear();
    screen_.contradictions.clear();
    screen_.preview.clear();
    screen_.explanation.clear();
    screen_.backups.clear();
    const auto counts = casebook.counts_of(client_);
    if (screen_.form == Form::merge && screen_.other) {
        const bool keeps = screen_.keeps_own_code;
        const auto kept = keeps ? client_ : *screen_.other;
        const auto gone = keeps ? *screen_.other : client_;
        const MergedPair pair{.kept = casebook.client(kept).details,
                              .gone = casebook.client(gone).details,
                              .kept_had_care = casebook.counts_of(kept).episodes > 0,
                              .names_are_hidden = place_.names.are_hidden};
        screen_.codes = {screen_.code, keeps ? pair.gone.code : pair.kept.code};
        screen_.contradictions = merge_contradictions(pair);
        screen_.preview = merge_preview(casebook.merge_outlook(gone, kept), pair);
    } else if (screen_.form == Form::remove) {
        screen_.explanation = record_words::remove_explanation(counts, screen_.code);
    } else if (screen_.form == Form::erase) {
        screen_.explanation = record_words::erase_explanation(counts, screen_.code);
    }
    if (screen_.form == Form::remove || screen_.form == Form::erase) {
        screen_.backups = record_words::backups_hold(copies_left());
    }
    judge();
}

record_words::CopiesLeft ClientRecordPresenter::copies_left() const
{
    const auto& folder = place_.casebook.folder();
    record_words::CopiesLeft copies{.backups_until = storage::backups_hold_until(folder, place_.clock.now())};
    for (const auto& old : storage::put_aside_by_restoring(folder)) {
        copies.put_aside.push_back(old.filename().string());
    }
    return copies;
}

void ClientRecordPresenter::judge()
{
    const bool has_reason = !model::is_blank(screen_.reason);
    switch (screen_.form) {
    case Form::none:
        screen_.can_finish = false;
        break;
    case Form::merge:
        screen_.can_finish = screen_.other && has_reason;
        break;
    case Form::remove:
        screen_.can_finish = !screen_.has_notes;
        break;
    case Form::erase:
        screen_.can_finish = screen_.ground && has_reason && model::trimmed(screen_.typed_code) == screen_.code;
        break;
    }
}

void ClientRecordPresenter::begin(Form form)
{
    screen_.form = form;
    screen_.filter.clear();
    screen_.other.reset();
    screen_.keeps_own_code = true;
    screen_.ground.reset();
    screen_.reason.clear();
    screen_.typed_code.clear();
    screen_.asks_about_unsaved = false;
    list_others();
    look_ahead();
    on_change();
}

void ClientRecordPresenter::put_aside()
{
    if (may_leave()) {
        throw_away();
    }
}

void ClientRecordPresenter::throw_away()
{
    begin(Form::none);
}

void ClientRecordPresenter::keep_entering()
{
    screen_.asks_about_unsaved = false;
    on_change();
}

bool ClientRecordPresenter::has_entered() const
{
    return screen_.other || screen_.ground || !model::is_blank(screen_.reason) || !model::is_blank(screen_.typed_code);
}

bool ClientRecordPresenter::may_leave()
{
    const bool has_unsaved = screen_.form != Form::none && !is_acting_ && has_entered();
    if (has_unsaved != screen_.asks_about_unsaved) {
        screen_.asks_about_unsaved = has_unsaved;
        on_change();
    }
    return !has_unsaved;
}

void ClientRecordPresenter::filter_others(std::string typed)
{
    screen_.filter = std::move(typed);
    list_others();
    look_ahead();
    on_change();
}

void ClientRecordPresenter::choose_other(model::ClientId other)
{
    screen_.other = other;
    look_ahead();
    on_change();
}

void ClientRecordPresenter::keep_own_code(bool keeps)
{
    screen_.keeps_own_code = keeps;
    look_ahead();
    on_change();
}

void ClientRecordPresenter::choose_ground(model::ErasureGround ground)
{
    screen_.ground = ground;
    judge();
    on_change();
}

void ClientRecordPresenter::type_reason(std::string reason)
{
    screen_.reason = std::move(reason);
    judge();
    on_change();
}

void ClientRecordPresenter::type_code(std::string code)
{
    screen_.typed_code = std::move(code);
    judge();
    on_change();
}

void ClientRecordPresenter::names_changed()
{
    list_others();
    look_ahead();
    on_change();
}

bool ClientRecordPresenter::keep_everything()
{
    // This form is being done, not left.
    is_acting_ = true;
    bool is_kept = false;
    try {
        is_kept = place_.keep_all();
    } catch (...) {
        is_acting_ = false;
        throw;
    }
    is_acting_ = false;
    return is_kept;
}

void ClientRecordPresenter::finish()
{
    if (!screen_.can_finish || !keep_everything()) {
        return;
    }
    if (screen_.form == Form::merge) {
        merge();
    } else {
        take_out();
    }
}

void ClientRecordPresenter::merge()
{
    storage::Casebook& casebook = place_.casebook;
    const auto other = *screen_.other;
    const auto kept = screen_.keeps_own_code ? client_ : other;
    const auto gone = screen_.keeps_own_code ? other : client_;
    const std::string gone_code = casebook.client(gone).details.code;
    const std::string kept_code = casebook.client(kept).details.code;
    casebook.merge_clients(gone, kept, model::trimmed(screen_.reason), place_.clock.now());
    if (kept == client_) {
        throw_away();
    }
    place_.go({.client = kept, .tab = TabKind::details});
    on_done(record_words::merged_news(gone_code, kept_code));
}

void ClientRecordPresenter::take_out()
{
    storage::Casebook& casebook = place_.casebook;
    const model::Moment now = place_.clock.now();
    const auto copies = copies_left();
    if (screen_.form == Form::remove) {
        casebook.remove_client(client_, now);
        on_done(record_words::removed_news(screen_.code, copies));
    } else {
        casebook.erase_client(client_, *screen_.ground, model::trimmed(screen_.reason), now);
        on_done(record_words::erased_news(screen_.code, copies));
    }
}

} // namespace app
