#include "storage/backups.h"

#include "storage/casebook_folder.h"
#include "storage/durable_file.h"

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <map>
#include <set>
#include <system_error>
#include <utility>

namespace storage {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view name_ending = ".mendline-backup";
constexpr std::string_view unproved_mark = " (not verified)";

/// Keeps the newest moment of each of the last `most` periods that have one.
template <class PeriodOf>
void keep_newest(std::span<const model::Moment> made, std::size_t most, PeriodOf period_of,
                 std::set<model::Moment>& kept)
{
    std::map<decltype(period_of(model::Moment{})), model::Moment> newest;
    for (const model::Moment moment : made) {
        const auto [place, is_first] = newest.try_emplace(period_of(moment), moment);
        place->second = std::max(place->second, moment);
    }
    std::size_t count = 0;
    for (auto period = newest.rbegin(); period != newest.rend() && count < most; ++period, ++count)
        kept.insert(period->second);
}

long day_of(model::Moment moment)
{
    return date::floor<date::days>(moment).time_since_epoch().count();
}

long week_of(model::Moment moment)
{
    constexpr long thursday_to_monday = 3; // 1 January 1970 was a Thursday.
    const long days = day_of(moment) + thursday_to_monday;
    return days >= 0 ? days / 7 : (days - 6) / 7;
}

std::pair<int, unsigned> month_of(model::Moment moment)
{
    const model::Date day{date::floor<date::days>(moment)};
    return {static_cast<int>(day.year()), static_cast<unsigned>(day.month())};
}

fs::path hidden_beside(const fs::path& target, const char* ending)
{
    return target.parent_path() / ("." + target.filename().string() + ending);
}

void remove_all_of(const fs::path& place)
{
    std::error_code ignored;
    fs::remove_all(place, ignored);
}

/// What lies in the folder of a casebook's own backups.
std::vector<fs::path> files_beside(const fs::path& casebook)
{
    std::vector<fs::path> files;
    std::error_code ended;
    for (fs::directory_iterator entry{backups_folder(casebook), ended}; !ended && entry != fs::directory_iterator{};
         entry.increment(ended)) {
        files.push_back(entry->path());
    }
    return files;
}

std::vector<fs::path> unproved_copies_of(const fs::path& casebook)
{
    std::vector<fs::path> copies = files_beside(casebook);
    std::erase_if(copies, [](const fs::path& file) {
        std::string name = file.filename().string();
        const std::size_t mark = name.find(unproved_mark);
        return mark == std::string::npos || !moment_of_backup(name.erase(mark, unproved_mark.size()));
    });
    return copies;
}

/// What `record.db` was before upgrades.
std::vector<fs::path> copies_before_upgrades_of(const fs::path& casebook)
{
    std::vector<fs::path> copies = files_beside(casebook);
    std::erase_if(copies,
                  [](const fs::path& file) { return !file.filename().string().starts_with("record.db.before-"); });
    return copies;
}

} // namespace

fs::path backups_folder(const fs::path& casebook)
{
    return casebook / "backups";
}

std::optional<fs::path> casebook_of_backup(const fs::path& backup)
{
    const fs::path casebook = backup.parent_path().parent_path();
    const bool is_inside = backup.parent_path() == backups_folder(casebook) && casebook.extension() == ".casebook";
    return is_inside ? std::optional{casebook} : std::nullopt;
}

std::string backup_name(model::Moment made_at)
{
    const auto day = date::floor<date::days>(made_at);
    const date::hh_mm_ss<std::chrono::seconds> time{made_at - day};
    std::array<char, 16> clock{};
    std::snprintf(clock.data(), clock.size(), "T%02d-%02d-%02dZ", static_cast<int>(time.hours().count()),
                  static_cast<int>(time.minutes().count()), static_cast<int>(time.seconds().count()));
    return model::iso_date(model::Date{day}) + clock.data() + std::string{name_ending};
}

std::optional<model::Moment> moment_of_backup(std::string_view name)
{
    constexpr std::size_t day_size = 10; // 2026-11-20
    const auto day = model::parse_date(name.substr(0, day_size));
    if (!day || name.size() != backup_name({}).size())
        return std::nullopt;
    std::array<int, 3> time{};
    for (std::size_t i = 0; i < time.size(); ++i) {
        const char* const digits = name.data() + day_size + 1 + 3 * i;
        std::from_chars(digits, digits + 2, time.at(i));
    }
    const model::Moment moment = date::sys_days{*day} + std::chrono::hours{time[0]} + std::chrono::minutes{time[1]} +
                                 std::chrono::seconds{time[2]};
    return backup_name(moment) == name ? std::optional{moment} : std::nullopt;
}

fs::path place_for_backup(const fs::path& casebook, model::Moment now)
{
    std::error_code ignored;
    fs::path place = backups_folder(casebook) / backup_name(now);
    while (fs::exists(fs::symlink_status(place, ignored))) {
        now += std::chrono::seconds{1};
        place.replace_filename(backup_name(now));
    }
    return place;
}

fs::path place_for_unproved(const fs::path& target)
{
    return target.parent_path() / (target.stem().string() + std::string{unproved_mark} + target.extension().string());
}

std::vector<Backup> backups_of(const fs::path& casebook)
{
    std::vector<Backup> backups;
    for (const fs::path& file : files_beside(casebook)) {
        std::error_code unknown;
        const auto made_at = moment_of_backup(file.filename().string());
        const auto size = fs::file_size(file, unknown);
        if (made_at && !unknown)
            backups.push_back({.file = file, .made_at = *made_at, .size = size});
    }
    std::ranges::sort(backups, std::ranges::greater{}, &Backup::made_at);
    return backups;
}

UnprovedBackup::UnprovedBackup(fs::path target, model::Moment made_at, vault::CasebookKeys keys)
    : target_{std::move(target)}, made_at_{made_at}, keys_{std::move(keys)}
{
}

UnprovedBackup::UnprovedBackup(UnprovedBackup&& other) noexcept
    : target_{std::exchange(other.target_, {})}, made_at_{other.made_at_}, keys_{std::move(other.keys_)}
{
}

UnprovedBackup& UnprovedBackup::operator=(UnprovedBackup&& other) noexcept
{
    std::swap(target_, other.target_);
    std::swap(made_at_, other.made_at_);
    std::swap(keys_, other.keys_);
    return *this;
}

UnprovedBackup::~UnprovedBackup()
{
    if (target_.empty())
        return;
    remove_all_of(hidden_file());
    remove_all_of(proving_place());
}

fs::path UnprovedBackup::hidden_file() const
{
    return hidden_beside(target_, ".new");
}

fs::path UnprovedBackup::proving_place() const
{
    return hidden_beside(target_, ".proof");
}

std::vector<model::Moment> what_to_remove(std::span<const model::Moment> made, model::Moment proved_last)
{
    constexpr std::size_t days = 7;
    constexpr std::size_t weeks = 4;
    constexpr std::size_t months = 12;
    std::set<model::Moment> kept{proved_last};
    keep_newest(made, days, day_of, kept);
    keep_newest(made, weeks, week_of, kept);
    keep_newest(made, months, month_of, kept);
    std::vector<model::Moment> old;
    std::ranges::copy_if(made, std::back_inserter(old),
                         [&kept](model::Moment moment) { return !kept.contains(moment); });
    return old;
}

std::optional<model::Date> backups_hold_until(std::span<const model::Moment> made, model::Moment now)
{
    if (made.empty())
        return std::nullopt;
    std::vector<model::Moment> there{made.begin(), made.end()};
    // A clock may have run ahead when one was made.
    const model::Moment last_made = std::max(now, *std::ranges::max_element(there));
    const model::Date day{date::floor<date::days>(last_made)};
    for (auto month = day.year() / day.month() + date::months{1};; month += date::months{1}) {
        // As late in each month as can be: those of before stay the longer.
        const date::sys_days last_day{month / date::last};
        const model::Moment newest{last_day};
        there.push_back(newest);
        const auto old = what_to_remove(there, newest);
        std::erase_if(there, [&](model::Moment moment) { return std::ranges::count(old, moment) > 0; });
        if (std::ranges::none_of(there, [&](model::Moment moment) { return moment <= last_made; }))
            return model::Date{last_day};
    }
}

std::optional<model::Date> backups_hold_until(const fs::path& casebook, model::Moment now)
{
    if (casebook.empty())
        return std::nullopt; // In memory.
    std::vector<model::Moment> made;
    for (const Backup& backup : backups_of(casebook))
        made.push_back(backup.made_at);
    if (made.empty() && !(unproved_copies_of(casebook).empty() && copies_before_upgrades_of(casebook).empty()))
        made.push_back(now); // At the latest the next proved one lets it go.
    return backups_hold_until(made, now);
}

void remove_old_backups(const fs::path& casebook, const Backup& made)
{
    for (const fs::path& unproved : unproved_copies_of(casebook)) {
        if (unproved != made.file)
            remove_all_of(unproved);
    }
    if (!made.is_proved)
        return;
    // What they were for is proved. A client who is erased must not stay in one for ever.
    for (const fs::path& copy : copies_before_upgrades_of(casebook))
        remove_all_of(copy);
    std::vector<model::Moment> all;
    for (const Backup& backup : backups_of(casebook))
        all.push_back(backup.made_at);
    // By its name: the clock that named it may have stood still.
    const auto proved_last = moment_of_backup(made.file.filename().string()).value_or(made.made_at);
    for (const model::Moment old : what_to_remove(all, proved_last))
        remove_all_of(backups_folder(casebook) / backup_name(old));
}

} // namespace storage
