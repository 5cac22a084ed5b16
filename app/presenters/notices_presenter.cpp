#include "app/presenters/notices_presenter.h"

#include "app/words/notice_words.h"
#include "model/text.h"

#include <algorithm>
#include <utility>

namespace app {

NoticesPresenter::NoticesPresenter(const Workplace& place, model::ClientId client)
    : place_{place}, client_{client}, changes_{place.casebook.subscribe([this](const storage::Change& change) {
          if (change.client == client_ && change.what == storage::Changed::notices) {
              reload();
          }
      })}
{
    reload();
}

void NoticesPresenter::begin(model::NoticeId notice)
{
    if (!screen_.reviewing) {
        screen_.reviewing = notice;
        on_change();
    }
}

void NoticesPresenter::type(std::string what_was_done)
{
    screen_.what_was_done = std::move(what_was_done);
    screen_.is_missing = false;
    on_change();
}

void NoticesPresenter::put_aside()
{
    if (may_leave()) {
        throw_away();
    }
}

bool NoticesPresenter::may_leave()
{
    const bool has_typed = screen_.reviewing && !model::is_blank(screen_.what_was_done);
    if (has_typed != screen_.asks_about_unsaved) {
        screen_.asks_about_unsaved = has_typed;
        on_change();
    }
    return !has_typed;
}

void NoticesPresenter::keep_typing()
{
    screen_.asks_about_unsaved = false;
    on_change();
}

void NoticesPresenter::throw_away()
{
    screen_ = {.open = std::move(screen_.open)};
    on_change();
}

void NoticesPresenter::review()
{
    if (!screen_.reviewing) {
        return;
    }
    screen_.is_missing = model::is_blank(screen_.what_was_done);
    if (screen_.is_missing) {
        return on_change();
    }
    place_.casebook.review_notice(*screen_.reviewing, model::trimmed(screen_.what_was_done), place_.clock.now());
    throw_away();
}

void NoticesPresenter::reload()
{
    screen_.open.clear();
    for (const model::Notice& notice : place_.casebook.notices_of(client_)) {
        if (!notice.review) {
            const auto measure = place_.casebook.measure(notice.measure);
            screen_.open.push_back({.notice = notice.id,
                                    .words = words_for(notice, measure ? &*measure : nullptr),
                                    .is_quiet = notice.is_quiet()});
        }
    }
    // What needs a person at once is never below what does not.
    std::ranges::stable_partition(screen_.open, [](const Row& row) { return !row.is_quiet; });
    if (screen_.reviewing && std::ranges::find(screen_.open, *screen_.reviewing, &Row::notice) == screen_.open.end()) {
        screen_.reviewing.reset();
    }
    on_change();
}

} // namespace app
