#include "model/measure_definition_json.h"
#include "storage/administrations.h"
#include "storage/casebook_inside.h"
#include "storage/notices.h"
#include "storage/practice.h"
#include "storage/worsening_notices.h"

#include <algorithm>
#include <variant>

/// The part of the casebook's front door that concerns measures, filling-ins and notices.
namespace storage {

namespace {

/// The scores of a filling-in by its measure's rule. Throws `StorageError{refused}` when its answers or total do not
/// fit the measure.
std::vector<model::ScaleScore> scores_of(const model::MeasureDefinition& definition,
                                         const model::AdministrationDetails& details)
{
    if (!details.answers.empty()) {
        auto scored = model::score(definition, details.answers);
        if (auto* scores = std::get_if<std::vector<model::ScaleScore>>(&scored)) {
            return std::move(*scores);
        }
    } else if (details.total) {
        auto scored = model::score_total(definition, *details.total);
        if (const auto* score = std::get_if<model::ScaleScore>(&scored)) {
            return {*score};
        }
    }
    throw StorageError{StorageErrorKind::refused, "answers or total do not fit the measure"};
}

} // namespace

void Casebook::Inside::look_for_worsening(model::ClientId client, const std::string& measure, model::Moment entered_at,
                                          std::optional<model::Date> recent)
{
    acts.at_the_end(client, measure, [this, client, measure, entered_at, recent] {
        const auto wanted = worsening_notice_wanted(client, measure, recent);
        if (!wanted) {
            return;
        }
        act(model::ActKind::worsening_noticed, [&](Record& file) {
            acts.concerns({.client = client, .record = keep_worsening_notice(file, *wanted, entered_at).value});
            acts.tell(Changed::notices, client);
        });
    });
}

std::optional<WorseningNotice> Casebook::Inside::worsening_notice_wanted(model::ClientId client,
                                                                         const std::string& code,
                                                                         std::optional<model::Date> recent)
{
    try {
        const auto* definition = measure(code);
        return definition == nullptr ? std::nullopt : read([&](Record& file) {
            return storage::worsening_notice_wanted(file, *definition, client, recent);
        });
    } catch (const StorageError& error) {
        // Nobody is kept from entering a form because earlier ones can be read no more.
        if (error.kind != StorageErrorKind::damaged) {
            throw;
        }
        record.seals().met_unreadable("administration");
        return std::nullopt;
    }
}

std::vector<model::MeasureDefinition> Casebook::measures() const
{
    return inside_->read([&](Record&) { return inside_->measures(); });
}

std::optional<model::MeasureDefinition> Casebook::measure(const std::string& code) const
{
    return inside_->read([&](Record&) {
        const auto* found = inside_->measure(code);
        return found == nullptr ? std::nullopt : std::optional{*found};
    });
}

std::vector<std::string> Casebook::unreadable_measures() const
{
    return inside_->read([&](Record&) {
        inside_->measures();
        return inside_->unreadable_measures;
    });
}

void Casebook::add_measure(const std::string& json)
{
    const auto read = model::read_definition(json);
    const auto* definition = std::get_if<model::MeasureDefinition>(&read);
    if (definition == nullptr) {
        throw StorageError{StorageErrorKind::refused, "measure definition"};
    }
    inside_->act(model::ActKind::measure_added, [&](Record& file) {
        if (inside_->measure(definition->code) != nullptr) {
            throw StorageError{StorageErrorKind::refused, "measure code taken"};
        }
        storage::add_measure(file, definition->code, json);
        inside_->own_measures_known.reset();
        inside_->acts.tell(Changed::measures);
    });
}

bool Casebook::is_measure_in_use(const std::string& code) const
{
    return inside_->read([&](Record& file) { return is_filled_in(file, code); });
}

void Casebook::replace_measure(const std::string& json)
{
    const auto read = model::read_definition(json);
    const auto* definition = std::get_if<model::MeasureDefinition>(&read);
    if (definition == nullptr) {
        throw StorageError{StorageErrorKind::refused, "measure definition"};
    }
    inside_->act(model::ActKind::measure_replaced, [&](Record& file) {
        const auto* before = inside_->measure(definition->code);
        if (before == nullptr || before->revision == 0 || is_filled_in(file, definition->code)) {
            throw StorageError{StorageErrorKind::refused, "a measure that is not the practice's own, or in use"};
        }
        storage::add_measure(file, definition->code, json, before->revision + 1);
        inside_->own_measures_known.reset();
        inside_->acts.tell(Changed::measures);
    });
}

void Casebook::retire_measure(const std::string& code)
{
    inside_->act(model::ActKind::measure_retired, [&](Record& file) {
        if (inside_->measure_to_fill_in(code).revision == 0) {
            throw StorageError{StorageErrorKind::refused, "a measure that ships retired"};
        }
        storage::retire_measure(file, code);
        inside_->own_measures_known.reset();
        inside_->acts.tell(Changed::measures);
    });
}

void Casebook::reinstate_measure(const std::string& code)
{
    inside_->act(model::ActKind::measure_reinstated, [&](Record& file) {
        storage::reinstate_measure(file, code);
        inside_->own_measures_known.reset();
        inside_->acts.tell(Changed::measures);
    });
}

model::AdministrationId Casebook::add_administration(model::ClientId client,
                                                     const model::AdministrationDetails& details, model::Moment now)
{
    return inside_->act(model::ActKind::form_added, [&](Record& file) {
        const auto& definition = inside_->measure_to_fill_in(details.measure);
        model::Administration administration{.client = client,
                                             .details = details,
                                             .scores = scores_of(definition, details),
                                             .definition_revision = definition.revision};
        administration.id = storage::add_administration(file, administration, now);
        inside_->acts.concerns({.client = client, .record = administration.id.value});
        inside_->acts.tell(Changed::administrations, client);
        if (raise_for_administration(file, definition, administration, now)) {
            inside_->acts.tell(Changed::notices, client);
        }
        inside_->look_for_worsening(client, details.measure, now);
        return administration.id;
    });
}

void Casebook::import_administrations(std::span<const ImportedForms> forms, model::Moment now, const Progress& progress)
{
    std::size_t all = 0;
    for (const ImportedForms& of_client : forms) {
        all += of_client.details.size();
    }
    std::size_t done = 0;
    const auto count = [&] {
        constexpr std::size_t forms_between_news = 100;
        if (done % forms_between_news == 0) {
            progress.reach(static_cast<double>(done) / static_cast<double>(all));
        }
        ++done;
    };
    const model::Date recent = first_recent_day(now);
    together([&] {
        const int number = inside_->read([](Record& file) { return next_import_number(file); });
        for (const ImportedForms& of_client : forms) {
            inside_->import_forms(of_client, number, recent, now, count);
        }
    });
}

void Casebook::Inside::import_forms(const ImportedForms& forms, int import_number, model::Date recent,
                                    model::Moment imported_at, const std::function<void()>& count)
{
    act(model::ActKind::scores_imported, [&](Record& file) {
        model::EarlierAnswers earlier{.import_number = import_number};
        model::Date newest{};
        bool has_notices = false;
        for (const model::AdministrationDetails& details : forms.details) {
            count();
            const auto& definition = measure_to_fill_in(details.measure);
            model::Administration administration{.client = forms.client,
                                                 .details = details,
                                                 .scores = scores_of(definition, details),
                                                 .definition_revision = definition.revision};
            administration.id = storage::add_administration(file, administration, imported_at);
            look_for_worsening(forms.client, details.measure, imported_at, recent);
            if (details.taken_on >= recent) {
                has_notices = raise_for_administration(file, definition, administration, imported_at) || has_notices;
            } else if (const int answers = answers_to_review(definition, administration); answers > 0) {
                earlier.from = earlier.answers == 0 ? details.taken_on : std::min(earlier.from, details.taken_on);
                newest = std::max(newest, details.taken_on);
                earlier.answers += answers;
            }
        }
        if (earlier.answers > 0) {
            raise_for_history(file, forms.client, earlier, newest, imported_at);
        }
        acts.concerns({.client = forms.client, .record = static_cast<std::int64_t>(forms.details.size())});
        acts.tell(Changed::administrations, forms.client);
        if (has_notices || earlier.answers > 0) {
            acts.tell(Changed::notices, forms.client);
        }
    });
}

void Casebook::mark_administration_in_error(model::AdministrationId id, const std::string& reason, model::Moment now)
{
    inside_->act(model::ActKind::form_marked_in_error, [&](Record& file) {
        const auto [client, measure] = place_of_administration(file, id);
        storage::mark_administration_in_error(
            file, id, {.reason = reason, .author = byline(inside_->writer()), .marked_at = now});
        inside_->acts.concerns({.client = client, .record = id.value});
        inside_->acts.tell(Changed::administrations, client);
        if (take_back_for_administration(file, id)) {
            inside_->acts.tell(Changed::notices, client);
        }
        inside_->look_for_worsening(client, measure, now);
    });
}

model::AdministrationId Casebook::correct_administration(model::AdministrationId id,
                                                         const model::AdministrationDetails& corrected,
                                                         const std::string& reason, model::Moment now)
{
    return inside_->act(model::ActKind::form_corrected, [&](Record& file) {
        const auto before = storage::administration(file, id);
        if (before.details.measure != corrected.measure) {
            throw StorageError{StorageErrorKind::refused, "corrected by another measure"};
        }
        const auto& definition = inside_->measure_to_fill_in(corrected.measure);
        model::Administration after{.client = before.client,
                                    .details = corrected,
                                    .scores = scores_of(definition, corrected),
                                    .definition_revision = definition.revision};
        storage::mark_administration_in_error(
            file, id, {.reason = reason, .author = byline(inside_->writer()), .marked_at = now});
        after.id = storage::add_administration(file, after, now);
        inside_->acts.concerns({.client = before.client, .record = after.id.value});
        inside_->acts.tell(Changed::administrations, before.client);
        if (follow_to_correction(file, definition, before, after, now)) {
            inside_->acts.tell(Changed::notices, before.client);
        }
        inside_->look_for_worsening(before.client, corrected.measure, now);
        return after.id;
    });
}

std::vector<model::Administration> Casebook::administrations_of(model::ClientId client) const
{
    return inside_->read([&](Record& file) { return storage::administrations_of(file, client); });
}

std::vector<model::Notice> Casebook::notices_of(model::ClientId client) const
{
    return inside_->read([&](Record& file) { return storage::notices_of(file, client); });
}

void Casebook::review_notice(model::NoticeId id, const std::string& what_was_done, model::Moment now)
{
    inside_->act(model::ActKind::notice_reviewed, [&](Record& file) {
        const auto reviewed = notice(file, id);
        const model::NoticeReview review{.by = byline(inside_->writer()), .at = now, .what_was_done = what_was_done};
        storage::review_notice(file, id, review);
        inside_->acts.tell(Changed::notices, reviewed.client);
        if (reviewed.earlier) {
            for (const model::Notice& other : unreviewed_of_import(file, reviewed.earlier->import_number)) {
                storage::review_notice(file, other.id, review);
                inside_->acts.tell(Changed::notices, other.client);
            }
        }
        inside_->acts.concerns({.client = reviewed.client, .record = id.value});
    });
}

} // namespace storage
