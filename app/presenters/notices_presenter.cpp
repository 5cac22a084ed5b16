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
    screen_.reviewing = notice;
    changed();
}

void NoticesPresenter::type(std::string what_was_done)
{
    screen_.what_was_done = std::move(what_was_done);
    changed();
}

void NoticesPresenter::put_aside()
{
    screen_.reviewing.reset();
    changed();
}

void NoticesPresenter::review()
{
    if (!screen_.can_review) {
        return;
    }
    place_.casebook.review_notice(*screen_.reviewing, model::trimmed(screen_.what_was_done), place_.clock.now());
    screen_.what_was_done.clear();
    screen_.reviewing.reset();
    reload();
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
    changed();
}

void NoticesPresenter::changed()
{
    screen_.can_review = screen_.reviewing && !model::is_blank(screen_.what_was_done);
    on_change();
}

} // namespace app
