#include "app/presenters/check_presenter.h"

#include "app/presenters/client_name.h"
#include "app/words/earlier_words.h"

#include <algorithm>

namespace app {

CheckPresenter::CheckPresenter(const Workplace& place) : place_{place}, earlier_{place}
{
    earlier_.on_change = [this] { names_changed(); };
}

void CheckPresenter::begin()
{
    screen_ = {.state = State::working};
    verification_.emplace(place_.casebook.verification());
    on_change();
}

bool CheckPresenter::step()
{
    if (!verification_) {
        return false;
    }
    if (!verification_->step()) {
        finish();
        return false;
    }
    constexpr double whole = 100;
    if (const int percent = static_cast<int>(verification_->progress() * whole); percent != screen_.percent) {
        screen_.percent = percent;
        on_change();
    }
    return true;
}

void CheckPresenter::stop()
{
    if (verification_) {
        verification_.reset();
        screen_ = {.state = State::stopped};
        on_change();
    }
}

void CheckPresenter::names_changed()
{
    name_findings();
    on_change();
}

void CheckPresenter::finish()
{
    report_ = verification_->report();
    verification_.reset();
    clients_.clear();
    try {
        for (const model::CaseloadRow& row : place_.casebook.caseload(place_.clock.today())) {
            clients_.emplace(row.client.id, row.client);
        }
    } catch (const storage::StorageError&) {
        // What is damaged is to be named all the same; clients are then called by their numbers.
    }
    screen_ = {.state = State::done, .percent = 100, .outcome = outcome_words(report_)};
    name_findings();
    on_change();
    look_into_backups();
    // Last: should it fail, what was found is in sight all the same.
    place_.casebook.log_act(model::ActKind::verified, {}, static_cast<std::int64_t>(report_.findings.size()));
}

void CheckPresenter::look_into_backups()
{
    std::vector<storage::RowName> rows;
    for (const Finding& finding : screen_.findings) {
        if (finding.row) {
            rows.push_back(*finding.row);
        }
    }
    earlier_.look_for(rows);
}

void CheckPresenter::name_findings()
{
    screen_.findings.clear();
    if (screen_.state != State::done) {
        return;
    }
    std::vector<EarlierVersion> shown_above;
    const std::size_t shown = std::min(most_findings, report_.findings.size());
    screen_.more_findings = report_.findings.size() - shown;
    for (std::size_t index = 0; index < shown; ++index) {
        Finding finding{words_for(
            report_.findings[index], [this](model::ClientId client) { return name_of(client); }, place_.clock.face())};
        if (finding.row) {
            finding.earlier = earlier_.of(*finding.row);
        }
        // Parts of one record are often damaged together.
        if (!finding.earlier.facts.empty()) {
            if (std::ranges::find(shown_above, finding.earlier) != shown_above.end()) {
                finding.earlier = {.caption = earlier_words::shown_above()};
            } else {
                shown_above.push_back(finding.earlier);
            }
        }
        screen_.findings.push_back(std::move(finding));
    }
}

std::string CheckPresenter::name_of(model::ClientId client) const
{
    return name_or_number(clients_, client, place_.names);
}

} // namespace app
