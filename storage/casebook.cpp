#include "storage/casebook.h"

#include "storage/backups.h"
#include "storage/casebook_inside.h"
#include "storage/caseload.h"
#include "storage/choices.h"
#include "storage/practice.h"

#include <algorithm>
#include <cassert>

namespace storage {

const std::vector<model::MeasureDefinition>& Casebook::Inside::measures()
{
    // One may have been added in an act that failed as a whole.
    if (own_measures_known != count_of_own_measures(record)) {
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
    own_measures_known = static_cast<int>(own.size());
}

const model::MeasureDefinition* Casebook::Inside::measure(const std::string& code)
{
    const auto& all = measures();
    const auto found = std::ranges::find(all, code, &model::MeasureDefinition::code);
    return found == all.end() ? nullptr : &*found;
}

Casebook::Casebook(const std::filesystem::path& folder, const vault::CasebookKeys& keys)
    : inside_{new Inside{.folder = folder, .files = open_files(folder, keys), .keys = keys.copy()}}
{
}

Casebook::Casebook(std::unique_ptr<Inside> inside) : inside_{std::move(inside)} {}

Casebook Casebook::in_memory()
{
    return Casebook{std::unique_ptr<Inside>{new Inside{.files = files_in_memory()}}};
}

Casebook::Casebook(Casebook&&) noexcept = default;
Casebook& Casebook::operator=(Casebook&&) noexcept = default;
Casebook::~Casebook() = default;

const std::filesystem::path& Casebook::folder() const
{
    return inside_->folder;
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
    inside_->acts.run(acts);
}

UnprovedBackup Casebook::copy_for_backup(const std::filesystem::path& target, model::Moment now)
{
    assert(inside_->keys);
    return storage::copy_for_backup(inside_->files, inside_->folder, *inside_->keys, target, now);
}

std::uint64_t Casebook::acts_kept() const
{
    return inside_->acts.kept();
}

model::Practice Casebook::practice() const
{
    return inside_->read([](Record& file) { return storage::practice(file); });
}

void Casebook::set_practice(const model::Practice& practice)
{
    inside_->act([&](Record& file) {
        storage::set_practice(file, practice);
        inside_->acts.tell(Changed::practice);
    });
}

model::Therapist Casebook::therapist() const
{
    return inside_->read([](Record& file) { return storage::therapist(file); });
}

void Casebook::set_therapist(const model::Therapist& therapist)
{
    inside_->act([&](Record& file) {
        storage::set_therapist(file, therapist);
        inside_->acts.tell(Changed::practice);
    });
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
    inside_->act([&](Record& file) {
        storage::remember_summary_choices(file, client, choices);
        inside_->acts.tell(Changed::choices, client);
    });
}

} // namespace storage
