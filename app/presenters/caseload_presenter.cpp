#include "app/presenters/caseload_presenter.h"

#include "app/presenters/name_match.h"
#include "app/words/dates.h"
#include "app/words/isolated.h"
#include "app/words/verification_words.h"
#include "model/measures_due.h"
#include "model/text.h"

#include <algorithm>
#include <map>
#include <utility>

namespace app {

namespace {

std::optional<model::Rater> lead_rater_of(const model::CaseloadRow& row)
{
    if (!row.lead_measure.empty()) {
        return std::nullopt;
    }
    return row.lead_is_by_client ? model::Rater::client : model::Rater::therapist;
}

} // namespace

int measures_due(const model::CaseloadRow& row, const std::vector<model::MeasureDefinition>& measures,
                 model::Date today)
{
    if (!row.is_in_care) {
        return 0;
    }
    return static_cast<int>(model::measures_due(row.latest_administrations, measures, today).size());
}

CaseloadPresenter::CaseloadPresenter(storage::Casebook& casebook, const Clock& clock, const Names& names)
    : casebook_{casebook}, clock_{clock}, names_{names}, measures_{casebook.measures()},
      changes_{casebook.subscribe([this](const storage::Change& change) { heed(change); })}
{
    see_who_is_here();
    reload();
}

void CaseloadPresenter::search(std::string typed)
{
    screen_.search = std::move(typed);
    if (screen_.search.empty()) {
        logged_search_.clear(); // What is typed next is another search, be it for the same.
    }
    choose_rows();
}

void CaseloadPresenter::filter(CaseloadFilter chosen)
{
    screen_.filter = chosen;
    choose_rows();
}

void CaseloadPresenter::toggle(CaseloadFilter chosen)
{
    filter(screen_.filter == chosen ? CaseloadFilter::in_care : chosen);
}

void CaseloadPresenter::select(std::optional<model::ClientId> client)
{
    if (screen_.selected != client) {
        screen_.selected = client;
        on_change();
    }
}

void CaseloadPresenter::select_first()
{
    if (!screen_.rows.empty()) {
        select(screen_.rows.front().client);
    }
}

void CaseloadPresenter::viewed()
{
    const bool was_searched = !screen_.search.empty() && screen_.search != logged_search_;
    if (!was_searched || casebook_.is_read_only()) {
        casebook_.log_act(model::ActKind::client_viewed, screen_.selected);
        return;
    }
    try {
        casebook_.together([this] {
            casebook_.log_act(model::ActKind::clients_searched, screen_.selected);
            casebook_.log_act(model::ActKind::client_viewed, screen_.selected);
        });
        logged_search_ = screen_.search;
    } catch (const storage::StorageError& error) {
        // As for one entry: a disk that takes none keeps nobody from reading.
        if (error.kind != storage::StorageErrorKind::full && error.kind != storage::StorageErrorKind::read_only) {
            throw;
        }
    }
}

void CaseloadPresenter::names_changed()
{
    choose_rows();
}

void CaseloadPresenter::heed(const storage::Change& change)
{
    using enum storage::Changed;
    switch (change.what) {
    case practice:
        see_who_is_here();
        return on_change();
    case settings:
    case goals:
    case choices:
        return;
    case drafts: {
        // A draft is saved every two seconds of typing; the list only tells how many there are.
        const auto row = std::ranges::find_if(
            caseload_, [&](const model::CaseloadRow& any) { return change.client == any.client.id; });
        if (row != caseload_.end() && std::cmp_equal(casebook_.drafts_of(row->client.id).size(), row->drafts)) {
            return;
        }
        return reload();
    }
    case measures:
        measures_ = casebook_.measures();
        return reload();
    case client_gone:
        if (screen_.selected == change.client) {
            screen_.selected.reset();
        }
        return reload();
    case clients:
    case episodes:
    case notes:
    case administrations:
    case notices:
        return reload();
    }
}

void CaseloadPresenter::see_who_is_here()
{
    screen_.signed_in = casebook_.people().size() > 1 ? casebook_.therapist().name : std::string{};
}

void CaseloadPresenter::reload()
{
    caseload_ = casebook_.caseload(clock_.today());
    screen_.is_empty = caseload_.empty();
    screen_.to_do = {};
    for (const model::CaseloadRow& row : caseload_) {
        screen_.to_do.unsigned_notes += row.drafts;
        screen_.to_do.measures_due += measures_due(row, measures_, clock_.today());
        screen_.to_do.notices += row.open_notices;
    }
    choose_rows();
}

void CaseloadPresenter::choose_rows()
{
    screen_.rows.clear();
    std::map<std::string, int> bearers;
    for (const model::CaseloadRow& row : caseload_) {
        ++bearers[names_.shown(row.client)];
    }
    for (const model::CaseloadRow& row : caseload_) {
        if (is_wanted(row)) {
            // Only the code tells namesakes apart.
            std::string name = names_.shown(row.client);
            if (bearers[name] > 1) {
                name = isolated(name) + " · " + isolated(row.client.details.code);
            }
            if (row.client.is_damaged) {
                name = verification_words::damaged_record();
            }
            screen_.rows.push_back({
                .client = row.client.id,
                .name = std::move(name),
                .last_session = row.last_session_on ? short_date(*row.last_session_on) : std::string{},
                .lead_values = row.lead_values,
                .lead_rater = lead_rater_of(row),
                .has_notice = row.open_notices > 0,
                .is_damaged = row.client.is_damaged,
            });
        }
    }
    if (names_.are_hidden) {
        // The order of the names would tell something about them.
        std::ranges::sort(screen_.rows, {}, &Row::name);
    }
    on_change();
}

bool CaseloadPresenter::is_wanted(const model::CaseloadRow& row) const
{
    const model::ClientDetails& details = row.client.details;
    if (row.client.is_damaged) {
        // Nobody knows what they could be found by, or where their care stands.
        return screen_.search.empty() &&
               (screen_.filter == CaseloadFilter::in_care || screen_.filter == CaseloadFilter::all);
    }
    if (!matches(screen_.search, details.code + " " + details.name + " " + details.preferred_name)) {
        return false;
    }
    if (!model::is_blank(screen_.search)) {
        return true; // Whoever looks for somebody looks among all.
    }
    switch (screen_.filter) {
    case CaseloadFilter::in_care:
        return row.is_in_care;
    case CaseloadFilter::all:
        return true;
    case CaseloadFilter::unsigned_notes:
        return row.drafts > 0;
    case CaseloadFilter::measures_due:
        return measures_due(row, measures_, clock_.today()) > 0;
    case CaseloadFilter::notices:
        return row.open_notices > 0;
    }
    return true;
}

} // namespace app
