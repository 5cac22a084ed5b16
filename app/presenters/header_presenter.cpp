#include "app/presenters/header_presenter.h"

#include "app/words/main_words.h"

#include <algorithm>

namespace app {

namespace {

CareFacts care_of(const std::vector<model::EpisodeOfCare>& episodes, model::Date today)
{
    if (episodes.empty()) {
        return {};
    }
    const model::EpisodeOfCare& episode = episodes.back();
    CareFacts care{.since = episode.admitted_on, .ended_on = episode.discharged_on};
    if (!episode.discharged_on) {
        care.level = episode.level_on(today);
        for (const model::LevelOfCareSpan& span : episode.levels) {
            if (span.from <= today) {
                care.review_on = span.review_on;
            }
        }
        care.is_review_due = care.review_on && *care.review_on <= today;
    }
    return care;
}

} // namespace

HeaderPresenter::HeaderPresenter(const Workplace& place, model::ClientId client)
    : place_{place}, client_{client}, changes_{place.casebook.subscribe([this](const storage::Change& change) {
          if (change.client == client_ &&
              (change.what == storage::Changed::clients || change.what == storage::Changed::episodes)) {
              reload();
          }
      })}
{
    reload();
}

void HeaderPresenter::names_changed()
{
    reload();
}

void HeaderPresenter::reload()
{
    const model::Client client = place_.casebook.client(client_);
    screen_.title = place_.names.shown(client);
    CareFacts care = care_of(place_.casebook.episodes_of(client_), place_.clock.today());
    if (screen_.title != client.details.code) {
        care.code = client.details.code;
        if (!client.details.pronouns.empty()) {
            care.pronouns = client.details.pronouns;
        }
    }
    screen_.facts = words_for(care);
    on_change();
}

} // namespace app
