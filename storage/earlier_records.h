#pragma once

#include "storage/casebook.h"
#include "storage/progress.h"

#include <filesystem>
#include <map>
#include <string_view>
#include <variant>
#include <vector>

/// What stands in the backups of records that are damaged now.
namespace storage {

/// A record as the casebook shows it, whole.
using AnyRecord = std::variant<model::Practice, model::Therapist, Settings, model::Client, model::EpisodeOfCare,
                               model::Modality, model::Goal, model::Draft, model::Note, model::MeasureDefinition,
                               model::Administration, model::Notice, SummaryChoices>;

/// Whether rows of this table are records, or parts of records, that somebody wrote: not what the program counts or
/// remembers for itself.
bool is_of_a_record(std::string_view table);

/// The record that a row is, or is a part of: a note for its section. Throws `StorageError`: `damaged` when the row or
/// another part of the record has a broken seal; `not_found` where there is no such row, or its table `is_of_a_record`
/// not.
AnyRecord record_with(Record& file, const RowName& row);

/// A record out of a backup.
struct EarlierRecord {
    model::Moment backup_made_at{};
    AnyRecord record;

    bool operator==(const EarlierRecord&) const = default;
};

/// For each of the rows the record that it belongs to, out of the newest of the casebook's own proved backups that has
/// it sound; a row that no backup has is left out. Each backup that is looked into is unpacked beside itself for as
/// long as that takes. On a worker. Throws `full`, `cannot_open`..., and `Stopped`; a backup that is itself damaged is
/// passed over.
std::map<RowName, EarlierRecord> earlier_records(const std::filesystem::path& casebook, const vault::CasebookKeys& keys,
                                                 const std::vector<RowName>& rows, const Progress& progress);

} // namespace storage
