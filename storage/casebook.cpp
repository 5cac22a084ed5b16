#include "storage/casebook.h"

#include "storage/backups.h"
#include "storage/casebook_inside.h"
#include "storage/caseload.h"
#include "storage/choices.h"
#include "storage/practice.h"

#include <algorithm>
#include <cassert>
#include <iterator>

namespace storage {

namespace {

/// Nobody is kept from reading their records because the disk does not take one line more.
bool is_of_the_disk(StorageErrorKind kind)
{
    using enum StorageErrorKind;
    return kind == full || kind == read_only || kind == disk_error || kind == cannot_open;
}

} // namespace

bool Casebook::Inside::is_new()
{
    // A log can be emptied by others; what stands in the practice then must stay.
    return log.is_readable() && log.head().number == 0 && read([](Record& file) {
               return !Statement{file, "SELECT 1 FROM practice"}.step();
           });
}

void Casebook::Inside::begin()
{
    if (is_new()) {
        act(model::ActKind::casebook_made, [this](Record& file) {
            storage::set_practice(file, {});
            storage::set_therapist(file, vault.keys.person, {});
        });
    }
}

model::Therapist Casebook::Inside::writer()
{
    return storage::therapist(record, vault.keys.person);
}

const std::vector<model::MeasureDefinition>& Casebook::Inside::measures()
{
    // One may have been added in an act that failed as a whole.
    if (own_measures_known != state_of_own_measures(record)) {
        read_measures();
    }
    return known_measures;
}

void Casebook::Inside::read_measures()
{
    auto own = own_measures(record);
    known_measures = model::shipped_measures();
    std::erase_if(known_measures, [&](const model::MeasureDefinition& shipped) {
        return std::ranges::find(own, shipped.code, &OwnMeasure::code) != own.end();
    });
    unreadable_measures.clear();
    for (OwnMeasure& measure : own) {
        if (measure.definition) {
            known_measures.push_back(std::move(*measure.definition));
        } else {
            unreadable_measures.push_back(measure.code);
        }
    }
    own_measures_known = state_of_own_measures(record);
}

const model::MeasureDefinition* Casebook::Inside::measure(const std::string& code)
{
    const auto& all = measures();
    const auto found = std::ranges::find(all, code, &model::MeasureDefinition::code);
    return found == all.end() ? nullptr : &*found;
}

const model::MeasureDefinition& Casebook::Inside::measure_to_fill_in(const std::string& code)
{
    const auto* definition = measure(code);
    if (definition == nullptr) {
        const bool is_damaged = std::ranges::find(unreadable_measures, code) != unreadable_measures.end();
        throw StorageError{is_damaged ? StorageErrorKind::damaged : StorageErrorKind::not_found, "measure"};
    }
    return *definition;
}

Casebook::Casebook(const std::filesystem::path& folder, vault::OpenVault vault, Now now, Elsewhere elsewhere)
{
    auto files = open_files(folder, vault.keys, migration_files(), elsewhere, {.now = now, .keeps_copy = true});
    inside_.reset(
        new Inside{.folder = folder, .vault = std::move(vault), .now = std::move(now), .files = std::move(files)});
    for (const RowName& row : inside_->files.found_damaged) {
        inside_->record.seals().met(row);
    }
    if (is_read_only()) {
        return;
    }
    inside_->begin();
    try {
        const auto failed = inside_->vault.failed_before;
        if (failed > 0) {
            inside_->act(model::ActKind::unlock_failed, [&](Record&) { inside_->acts.concerns({.record = failed}); });
        }
        inside_->act(model::ActKind::unlocked, [](Record&) {});
        vault::finish_unlocking(folder, inside_->vault);
        keep_head();
    } catch (const StorageError& error) {
        if (!is_of_the_disk(error.kind)) {
            throw;
        }
    }
}

Casebook::Casebook(std::unique_ptr<Inside> inside) : inside_{std::move(inside)} {}

Casebook Casebook::in_memory(Now now)
{
    auto keys = vault::random_keys();
    auto files = files_in_memory(keys);
    Casebook casebook{std::unique_ptr<Inside>{
        new Inside{.vault = {.keys = std::move(keys)}, .now = std::move(now), .files = std::move(files)}}};
    casebook.inside_->begin();
    return casebook;
}

Casebook::Casebook(Casebook&&) noexcept = default;
Casebook& Casebook::operator=(Casebook&&) noexcept = default;

Casebook::~Casebook()
{
    try {
        keep_head();
    } catch (const StorageError&) {
        // Keys may lag behind the log: the next opening brings them up to date.
    }
}

const std::filesystem::path& Casebook::folder() const
{
    return inside_->folder;
}

bool Casebook::is_read_only() const
{
    return inside_->files.is_read_only || inside_->acts.met_read_only() || !inside_->log.is_readable();
}

std::string Casebook::name() const
{
    return casebook_name(inside_->folder);
}

Subscription Casebook::subscribe(std::function<void(const Change&)> listener)
{
    return inside_->acts.subscribe(std::move(listener));
}

void Casebook::on_listener_failure(std::function<void(std::exception_ptr)> hear)
{
    inside_->acts.on_listener_failure(std::move(hear));
}

void Casebook::together(const std::function<void()>& acts)
{
    inside_->acts.together(acts);
}

void Casebook::log_act(model::ActKind kind, std::optional<model::ClientId> client, std::optional<std::int64_t> record)
{
    if (is_read_only()) {
        return;
    }
    try {
        inside_->act(kind, [&](Record&) { inside_->acts.concerns({.client = client, .record = record}); });
    } catch (const StorageError& error) {
        if (!is_of_the_disk(error.kind)) {
            throw;
        }
    }
}

std::vector<model::Act> Casebook::acts(const ActFilter& filter, std::size_t most) const
{
    return inside_->read([&](Record& file) {
        ActFilter wanted = filter;
        if (filter.client) {
            std::ranges::transform(storage::merged_into(file, *filter.client), std::back_inserter(wanted.merged),
                                   &MergedClient::from);
        }
        return inside_->log.entries(wanted, most);
    });
}

LogHead Casebook::log_head() const
{
    return inside_->log.head();
}

void Casebook::keep_head()
{
    if (!inside_ || inside_->folder.empty() || is_read_only() || inside_->log.head() == inside_->vault.file.head) {
        return;
    }
    // Where the keys know of acts that this log has not, they are the witness, and stay so.
    if (!is_behind_its_keys()) {
        write_head(inside_->folder, inside_->vault, inside_->log.head());
    }
}

bool Casebook::is_behind_its_keys() const
{
    const LogHead& known = inside_->vault.file.head;
    // A log that cannot be read is damage, which is told as such.
    return known.number > 0 && inside_->log.is_readable() &&
           inside_->read([&](Record&) { return inside_->log.mac_of(known.number) != known.mac; });
}

void Casebook::accept_older_record()
{
    if (!is_behind_its_keys()) {
        return;
    }
    inside_->act(model::ActKind::older_record_accepted, [](Record&) {});
    replace_head(inside_->folder, inside_->vault, inside_->log.head());
}

Verification Casebook::verification() const
{
    return Verification{inside_->record, subkey(inside_->vault.keys.vault, vault::Purpose::chain_macs),
                        inside_->vault.file.head};
}

std::vector<RowName> Casebook::damaged_rows() const
{
    const auto& unsound = inside_->record.seals().unsound();
    std::vector<RowName> rows{unsound.begin(), unsound.end()};
    if (!inside_->log.is_readable()) {
        rows.push_back({.table = "act_log"});
    }
    if (inside_->files.has_lost_private_notes) {
        rows.push_back({.table = "private_notes"});
    }
    return rows;
}

UnprovedBackup Casebook::copy_for_backup(const std::filesystem::path& target, model::Moment now)
{
    return storage::copy_for_backup(inside_->files, inside_->folder, inside_->vault.keys, target, now);
}

std::optional<model::Moment> Casebook::last_change_at() const
{
    return inside_->read([&](Record&) { return inside_->log.last_change_at(); });
}

std::uint64_t Casebook::changes_made() const
{
    return inside_->acts.changes_made();
}

model::Practice Casebook::practice() const
{
    return inside_->read([](Record& file) { return storage::practice(file); });
}

void Casebook::set_practice(const model::Practice& practice)
{
    inside_->act(model::ActKind::practice_changed, [&](Record& file) {
        storage::set_practice(file, practice);
        inside_->acts.tell(Changed::practice);
    });
}

model::Therapist Casebook::therapist() const
{
    return inside_->read([&](Record&) { return inside_->writer(); });
}

void Casebook::set_therapist(const model::Therapist& therapist)
{
    inside_->act(model::ActKind::therapist_changed, [&](Record& file) {
        storage::set_therapist(file, inside_->vault.keys.person, therapist);
        inside_->acts.tell(Changed::practice);
    });
}

Settings Casebook::settings() const
{
    return inside_->read([](Record& file) { return storage::settings(file); });
}

void Casebook::set_settings(const Settings& settings)
{
    inside_->act(model::ActKind::settings_changed, [&](Record& file) {
        storage::set_settings(file, settings);
        inside_->acts.tell(Changed::settings);
    });
}

std::optional<LeftOpen> Casebook::left_open() const
{
    return inside_->read([](Record& file) { return storage::left_open(file); });
}

void Casebook::keep_left_open(const std::optional<LeftOpen>& left)
{
    inside_->act(left ? model::ActKind::locked : model::ActKind::place_taken_up,
                 [&](Record& file) { storage::keep_left_open(file, left); });
}

std::vector<model::CaseloadRow> Casebook::caseload(model::Date today) const
{
    return inside_->read([&](Record& file) { return storage::caseload(file, inside_->measures(), today); });
}

SummaryChoices Casebook::summary_choices(model::ClientId client) const
{
    return inside_->read([&](Record& file) { return storage::summary_choices(file, client); });
}

void Casebook::remember_summary_choices(model::ClientId client, const SummaryChoices& choices)
{
    inside_->act(model::ActKind::summary_choices_kept, [&](Record& file) {
        storage::remember_summary_choices(file, client, choices);
        inside_->acts.concerns({.client = client});
        inside_->acts.tell(Changed::choices, client);
    });
}

} // namespace storage
