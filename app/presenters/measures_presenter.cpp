#include "app/presenters/measures_presenter.h"

#include "app/words/dates.h"
#include "app/words/isolated.h"
#include "model/measure_definition_json.h"
#include "model/measures_due.h"

#include <algorithm>
#include <utility>

namespace app {

MeasuresPresenter::MeasuresPresenter(const Workplace& place, model::ClientId client)
    : casebook_{place.casebook}, clock_{place.clock}, client_{client}
{
    reload();
    screen_.chosen = first_choice();
    show_chosen();
    changes_ = casebook_.subscribe([this](const storage::Change& change) {
        using enum storage::Changed;
        const bool is_shown_here = change.what == administrations || change.what == measures ||
                                   change.what == episodes || change.what == clients;
        if (is_shown_here && (!change.client || change.client == client_)) {
            reload();
            show_chosen();
            on_change();
        }
    });
}

void MeasuresPresenter::reload()
{
    const std::string chosen = measures_.empty() ? std::string{} : definition().code;
    measures_ = casebook_.measures();
    record_ = casebook_.record_of(client_);
    // One that is retired is of interest only where it was filled in, or while it is looked at.
    std::erase_if(measures_, [&](const model::MeasureDefinition& measure) {
        return measure.is_retired && measure.code != chosen &&
               std::ranges::none_of(record_.administrations, [&](const model::Administration& one) {
                   return one.details.measure == measure.code;
               });
    });
    const auto found = std::ranges::find(measures_, chosen, &model::MeasureDefinition::code);
    screen_.chosen = found == measures_.end() ? 0 : static_cast<std::size_t>(found - measures_.begin());
    show_list();
}

void MeasuresPresenter::show_list()
{
    const bool is_in_care = !record_.episodes.empty() && !record_.episodes.back().discharged_on;
    screen_.measures.clear();
    for (const model::MeasureDefinition& measure : measures_) {
        Row row{.code = measure.code, .name = measure.name};
        if (const auto* latest = latest_of(record_, measure.code)) {
            row.last = short_date(latest->details.taken_on);
            // Several scores do not fit into the list.
            row.score = measure.lead() != nullptr ? short_score(*latest, measure) : std::string{};
            row.is_due = is_in_care && model::is_due(measure, latest->details.taken_on, clock_.today());
        }
        const auto entered = entries_.find(measure.code);
        row.is_being_entered = entered != entries_.end() && entered->second.has_content();
        screen_.measures.push_back(std::move(row));
    }
}

std::size_t MeasuresPresenter::first_choice() const
{
    const auto due = std::ranges::find(screen_.measures, true, &Row::is_due);
    if (due != screen_.measures.end()) {
        return static_cast<std::size_t>(due - screen_.measures.begin());
    }
    const model::Administration* newest = nullptr;
    for (const model::Administration& each : record_.administrations) {
        newest = each.entered_in_error ? newest : &each;
    }
    const auto last = std::ranges::find(measures_, newest != nullptr ? newest->details.measure : std::string{},
                                        &model::MeasureDefinition::code);
    return last == measures_.end() ? 0 : static_cast<std::size_t>(last - measures_.begin());
}

void MeasuresPresenter::show_chosen()
{
    const model::MeasureDefinition& measure = definition();
    const auto* latest = latest_of(record_, measure.code);
    screen_.about = {
        .name = measure.name,
        .full_name = measure.full_name,
        .form = measure_words::form_words(measure),
        .interval = measure_words::interval_words(
            measure, latest != nullptr ? std::optional{latest->details.taken_on} : std::nullopt,
            screen_.measures[screen_.chosen].is_due),
        .licence = measure_words::licence_words(measure),
        .is_own = measure.revision > 0,
        .is_retired = measure.is_retired,
    };
    screen_.history = history_of(record_, measure);
    screen_.readings = readings_of(record_, measure, clock_.today());
    screen_.reading_footnote = std::ranges::any_of(screen_.readings, &ReadingWords::is_numbers_only)
                                   ? numbers_only_footnote(Reader::clinician)
                                   : std::string{};
    screen_.reading_bases.clear();
    for (const ReadingWords& reading : screen_.readings) {
        // Scales of one measure mostly stand on the same ground: said once.
        if (!reading.basis.empty() && std::ranges::count(screen_.reading_bases, reading.basis) == 0) {
            screen_.reading_bases.push_back(reading.basis);
        }
    }
    const auto* shown = shown_ ? administration(*shown_) : nullptr;
    if (shown == nullptr || shown->details.measure != measure.code) {
        shown_ = screen_.history.empty() ? std::nullopt : std::optional{screen_.history.front().id};
        shown = shown_ ? administration(*shown_) : nullptr;
    }
    screen_.detail = shown != nullptr ? std::optional{detail_of(*shown, measure, clock_.face())} : std::nullopt;
    show_marking();
    show_entry();
}

void MeasuresPresenter::show_entry()
{
    const auto found = entries_.find(definition().code);
    screen_.entry = found == entries_.end() ? std::nullopt : std::optional{found->second.screen(around())};
    const bool is_entering = found != entries_.end() && (found->second.wrong() || found->second.has_content());
    screen_.can_correct = screen_.detail && screen_.detail->in_error.empty() && !screen_.marking && !is_entering;
}

void MeasuresPresenter::changed()
{
    show_list();
    show_entry();
    on_change();
}

MeasureEntry* MeasuresPresenter::entry()
{
    const auto found = entries_.find(definition().code);
    return found == entries_.end() ? nullptr : &found->second;
}

MeasureEntry::Around MeasuresPresenter::around() const
{
    return {.today = clock_.today(),
            .order = clock_.habits.order,
            .born_on = record_.client.details.born_on,
            .administrations = record_.administrations};
}

const model::Administration* MeasuresPresenter::administration(model::AdministrationId id) const
{
    const auto found = std::ranges::find(record_.administrations, id, &model::Administration::id);
    return found == record_.administrations.end() ? nullptr : &*found;
}

void MeasuresPresenter::choose(std::size_t index)
{
    if (index < measures_.size() && index != screen_.chosen && !asks_about_reason()) {
        screen_.chosen = index;
        screen_.said.clear();
        screen_.definition = {};
        shown_.reset();
        marking_.reset();
        show_chosen();
        on_change();
    }
}

void MeasuresPresenter::begin_entry()
{
    entries_.try_emplace(definition().code, definition(), short_date(clock_.today()));
    screen_.said.clear();
    changed();
}

void MeasuresPresenter::cancel_entry()
{
    if (entry() != nullptr && entry()->has_content()) {
        return ask_about({definition().code}, false);
    }
    entries_.erase(definition().code);
    stop_asking();
    changed();
}

void MeasuresPresenter::type_day(const std::string& text)
{
    if (screen_.entry && screen_.entry->taken_on != text) {
        entry()->type_day(text);
        changed();
    }
}

void MeasuresPresenter::choose_items(bool by_items)
{
    if (screen_.entry && screen_.entry->by_items != by_items) {
        entry()->choose_items(by_items);
        changed();
    }
}

void MeasuresPresenter::type_total(const std::string& text)
{
    if (screen_.entry && screen_.entry->total != text) {
        entry()->type_total(text);
        changed();
    }
}

void MeasuresPresenter::type_correction_reason(const std::string& text)
{
    if (screen_.entry && screen_.entry->reason != text) {
        entry()->type_reason(text);
        changed();
    }
}

void MeasuresPresenter::answer(const std::function<void(AnswerEntry&)>& key)
{
    if (screen_.entry && screen_.entry->by_items) {
        key(entry()->answers());
        changed();
    }
}

bool MeasuresPresenter::go_on()
{
    if (!screen_.entry || !screen_.entry->by_items) {
        return true;
    }
    const bool is_done = entry()->answers().is_at_last();
    answer([is_done](AnswerEntry& answers) { is_done ? answers.pass_all() : answers.go_on(); });
    return is_done;
}

void MeasuresPresenter::save()
{
    MeasureEntry* entered = entry();
    if (entered == nullptr) {
        return;
    }
    const auto details = entered->finished(around());
    if (!details) {
        return changed();
    }
    keep(*details);
}

void MeasuresPresenter::keep(const model::AdministrationDetails& details)
{
    const model::MeasureDefinition measure = definition();
    const auto wrong = entry()->wrong();
    const auto now = clock_.now();
    const auto id = wrong ? casebook_.correct_administration(wrong->id, details, entry()->reason(), now)
                          : casebook_.add_administration(client_, details, now);
    entries_.erase(measure.code);
    stop_asking();
    marking_.reset();
    shown_ = id;
    const auto* kept = administration(id);
    const auto score = kept != nullptr ? short_score(*kept, measure) : std::string{};
    screen_.said = wrong ? measure_words::corrected(measure.name, details.taken_on, score)
                         : measure_words::saved(measure.name, details.taken_on, score);
    show_chosen();
    changed();
}

void MeasuresPresenter::add_definition(const std::string& json)
{
    const auto read = model::read_definition(json);
    if (const auto* error = std::get_if<model::DefinitionError>(&read)) {
        screen_.definition = *error;
        return on_change();
    }
    const auto& measure = std::get<model::MeasureDefinition>(read);
    DefinitionOutcome outcome = MeasureAdded{measure.name};
    if (const auto before = casebook_.measure(measure.code)) {
        model::MeasureDefinition same = *before;
        same.revision = measure.revision;
        same.is_retired = measure.is_retired;
        if (before->revision == 0 || same == measure) {
            screen_.definition = MeasureCodeTaken{measure.code};
            return on_change();
        }
        if (casebook_.is_measure_in_use(measure.code)) {
            screen_.definition = MeasureInUse{before->name};
            return on_change();
        }
        outcome = MeasureReplaced{measure.name, before->revision + 1};
        casebook_.replace_measure(json);
    } else {
        casebook_.add_measure(json);
    }
    const auto added = std::ranges::find(measures_, measure.code, &model::MeasureDefinition::code);
    if (added != measures_.end()) {
        choose(static_cast<std::size_t>(added - measures_.begin()));
    }
    screen_.definition = outcome;
    on_change();
}

void MeasuresPresenter::retire()
{
    const model::MeasureDefinition measure = definition();
    if (measure.is_retired) {
        casebook_.reinstate_measure(measure.code);
    } else if (measure.revision > 0 && !entries_.contains(measure.code)) {
        casebook_.retire_measure(measure.code);
    }
}

void MeasuresPresenter::refuse_definition_file()
{
    screen_.definition = DefinitionUnreadable{};
    on_change();
}

bool MeasuresPresenter::may_leave()
{
    std::vector<std::string> entered;
    for (const Row& row : screen_.measures) {
        if (row.is_being_entered) {
            entered.push_back(row.code);
        }
    }
    ask_about(std::move(entered), has_typed_reason());
    return screen_.unsaved.empty() && screen_.unsaved_reasons.empty();
}

std::string MeasuresPresenter::name_of(const std::string& measure) const
{
    const auto found = std::ranges::find(measures_, measure, &model::MeasureDefinition::code);
    return found == measures_.end() ? measure : found->name;
}

void MeasuresPresenter::ask_about(std::vector<std::string> measures, bool with_reason)
{
    std::string entered;
    for (const std::string& measure : measures) {
        entered += (entered.empty() ? "" : ", ") + isolated(name_of(measure));
    }
    const std::string reason = with_reason ? definition().name : std::string{};
    asked_about_ = std::move(measures);
    if (entered != screen_.unsaved || reason != screen_.unsaved_reasons) {
        screen_.unsaved = entered;
        screen_.unsaved_reasons = reason;
    }
    on_change();
}

void MeasuresPresenter::stop_asking()
{
    asked_about_.clear();
    screen_.unsaved.clear();
    screen_.unsaved_reasons.clear();
}

void MeasuresPresenter::keep_entering()
{
    stop_asking();
    on_change();
}

void MeasuresPresenter::throw_away()
{
    for (const std::string& measure : asked_about_) {
        entries_.erase(measure);
    }
    if (!screen_.unsaved_reasons.empty()) {
        marking_.reset();
    }
    stop_asking();
    show_marking();
    changed();
}

} // namespace app
