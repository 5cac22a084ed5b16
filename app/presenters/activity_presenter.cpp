#include "app/presenters/activity_presenter.h"

#include "app/exchange/activity_csv.h"
#include "app/presenters/client_name.h"
#include "app/words/client_record_words.h"
#include "app/words/dates.h"
#include "app/words/main_words.h"
#include "model/text.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace app {

namespace {

/// Whether the entry before (which came later) and this one are saves of the same draft.
bool is_same_saving(const model::Act& later, const model::Act& act)
{
    return act.kind == model::ActKind::draft_saved && later.kind == act.kind && later.person == act.person &&
           later.client == act.client && later.record == act.record && !later.is_damaged && !act.is_damaged &&
           later.number == act.number + 1;
}

/// Who tried wrong passwords is not known: only who opened the casebook afterwards.
std::string who_did(const model::Act& act)
{
    if (act.kind == model::ActKind::unlock_failed) {
        return {};
    }
    return act.person_name.empty() ? activity_words::person(act.person) : act.person_name;
}

} // namespace

ActivityPresenter::ActivityPresenter(const Workplace& place) : place_{place}
{
    load_clients();
    reload();
}

void ActivityPresenter::choose_client(std::size_t index)
{
    if (index < screen_.clients.size() && index != screen_.chosen_client) {
        screen_.chosen_client = index;
        reload();
    }
}

void ActivityPresenter::choose_group(ActGroup group)
{
    if (group != screen_.group) {
        screen_.group = group;
        reload();
    }
}

void ActivityPresenter::type_days(std::string from, std::string to)
{
    if (from == screen_.from && to == screen_.to) {
        return;
    }
    screen_.from = std::move(from);
    screen_.to = std::move(to);
    screen_.problem = problem();
    const Days typed{.from = place_.clock.read_day(screen_.from), .to = place_.clock.read_day(screen_.to)};
    if (screen_.problem || typed == days_) {
        return on_change();
    }
    days_ = typed;
    reload();
}

void ActivityPresenter::show_more()
{
    if (screen_.has_more && !screen_.problem) {
        read_page();
        draw_lines();
    }
}

void ActivityPresenter::names_changed()
{
    const auto chosen = screen_.clients.at(screen_.chosen_client).client;
    load_clients();
    const auto place = std::ranges::find(screen_.clients, chosen, &ClientChoice::client);
    screen_.chosen_client =
        place == screen_.clients.end() ? 0 : static_cast<std::size_t>(place - screen_.clients.begin());
    draw_lines();
}

std::string ActivityPresenter::csv() const
{
    constexpr std::size_t at_a_time = 5000;
    std::map<model::ClientId, std::string> codes = gone_;
    for (const auto& [id, client] : clients_) {
        if (!client.is_damaged) {
            codes.emplace(id, client.details.code);
        }
    }
    storage::ActFilter wanted = filter();
    std::vector<model::Act> all;
    for (;;) {
        auto some = place_.casebook.acts(wanted, at_a_time);
        const bool is_last = some.size() < at_a_time;
        all.insert(all.end(), std::make_move_iterator(some.begin()), std::make_move_iterator(some.end()));
        if (is_last) {
            return activity_csv(all, codes);
        }
        wanted.numbers_below = all.back().number;
    }
}

void ActivityPresenter::saved()
{
    place_.casebook.log_act(model::ActKind::activity_saved, screen_.clients.at(screen_.chosen_client).client);
    reload();
}

void ActivityPresenter::load_clients()
{
    clients_.clear();
    gone_.clear();
    for (const model::Erasure& erasure : place_.casebook.erasures()) {
        gone_.emplace(erasure.client, erasure.code);
    }
    screen_.clients = {{.name = activity_words::everybody()}};
    for (const model::CaseloadRow& row : place_.casebook.caseload(place_.clock.today())) {
        clients_.emplace(row.client.id, row.client);
        for (const storage::MergedClient& merged : place_.casebook.merged_into(row.client.id)) {
            gone_.emplace(merged.from, merged.code);
        }
        screen_.clients.push_back({.client = row.client.id, .name = name_of(row.client.id)});
    }
    if (place_.names.are_hidden) {
        // The order of the names would tell something about them.
        std::ranges::sort(screen_.clients.begin() + 1, screen_.clients.end(), {}, &ClientChoice::name);
    }
}

void ActivityPresenter::reload()
{
    acts_.clear();
    screen_.has_more = false;
    read_page();
    draw_lines();
}

void ActivityPresenter::read_page()
{
    storage::ActFilter wanted = filter();
    std::size_t lines = 0;
    for (;;) {
        if (!acts_.empty()) {
            wanted.numbers_below = acts_.back().number;
        }
        auto some = place_.casebook.acts(wanted, page);
        for (model::Act& act : some) {
            lines += acts_.empty() || !is_same_saving(acts_.back(), act) ? 1 : 0;
            screen_.has_more = lines > page;
            if (screen_.has_more) {
                return;
            }
            acts_.push_back(std::move(act));
        }
        if (some.size() < page) {
            return;
        }
    }
}

void ActivityPresenter::draw_lines()
{
    screen_.lines.clear();
    screen_.entries = acts_.size();
    std::size_t times = 1;
    for (std::size_t index = 0; index < acts_.size(); ++index) {
        const model::Act& act = acts_[index];
        const bool goes_on = index > 0 && is_same_saving(acts_[index - 1], act);
        times = goes_on ? times + 1 : 1;
        const std::string what = activity_words::what_was_done(act.kind, times, act.record);
        if (goes_on) {
            screen_.lines.back().what = what;
            continue;
        }
        screen_.lines.push_back({
            .number = act.number,
            .when = date_and_time(act.at, place_.clock.face()),
            .who = who_did(act),
            .what = act.is_damaged ? activity_words::damaged_entry(what) : what,
            .client = act.client ? name_of(*act.client) : std::string{},
            .is_damaged = act.is_damaged,
        });
    }
    on_change();
}

std::string ActivityPresenter::name_of(model::ClientId client) const
{
    if (const auto gone = gone_.find(client); gone != gone_.end()) {
        return client_record_words::gone_client(gone->second);
    }
    return name_or_number(clients_, client, place_.names);
}

std::optional<DaysProblem> ActivityPresenter::problem() const
{
    const auto from = place_.clock.read_day(screen_.from);
    const auto to = place_.clock.read_day(screen_.to);
    if (!from && !model::is_blank(screen_.from)) {
        return DaysProblem::from_unreadable;
    }
    if (!to && !model::is_blank(screen_.to)) {
        return DaysProblem::to_unreadable;
    }
    return from && to && *to < *from ? std::optional{DaysProblem::upside_down} : std::nullopt;
}

storage::ActFilter ActivityPresenter::filter() const
{
    const auto midnight = [this](model::Date day) { return model::moment_of(day, {}, place_.clock.zone); };
    storage::ActFilter wanted{.client = screen_.clients.at(screen_.chosen_client).client,
                              .kinds = kinds_of(screen_.group)};
    if (days_.from) {
        wanted.from = midnight(*days_.from);
    }
    if (days_.to) {
        wanted.before = midnight(model::days_after(*days_.to, 1));
    }
    return wanted;
}

} // namespace app
