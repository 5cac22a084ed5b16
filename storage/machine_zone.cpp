#include "storage/machine_zone.h"

#include "model/calendar.h"
#include "storage/zone_course.h"
#include "storage/zone_database.h"

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <optional>
#include <string_view>
#include <system_error>
#include <utility>

namespace storage {

namespace {

namespace fs = std::filesystem;

constexpr auto universal = "UTC";

MachineZone known(std::string name)
{
    return {.name = std::move(name), .certainty = ZoneCertainty::known};
}

MachineZone guessed(MachineZone zone)
{
    zone.certainty = zone.certainty == ZoneCertainty::known ? ZoneCertainty::guessed : zone.certainty;
    return zone;
}

/// The rows of these names, which are in alphabetical order.
std::vector<ZoneDatabase::Row> rows_of(const ZoneDatabase& database, const std::vector<std::string>& names)
{
    std::vector<ZoneDatabase::Row> rows;
    std::ranges::copy_if(database.rows(), std::back_inserter(rows),
                         [&](const ZoneDatabase::Row& row) { return std::ranges::binary_search(names, row.name); });
    return rows;
}

std::vector<ZoneDatabase::Row> rows_where(const std::vector<ZoneDatabase::Row>& rows, const std::string& country)
{
    std::vector<ZoneDatabase::Row> found;
    std::ranges::copy_if(rows, std::back_inserter(found), [&](const ZoneDatabase::Row& row) {
        return !row.countries.empty() && row.countries.front() == country;
    });
    // A zone that only the longer table has is one of its country's by name, and keeps the time of a canonical one.
    if (std::ranges::any_of(found, &ZoneDatabase::Row::is_canonical)) {
        std::erase_if(found, [](const ZoneDatabase::Row& row) { return !row.is_canonical; });
    }
    return found;
}

std::string first_outside_of_tables(const std::vector<std::string>& names)
{
    return std::ranges::binary_search(names, universal) ? universal : names.front();
}

/// The zone of these bytes. That others are the same to the byte does not matter to any clock.
std::optional<MachineZone> by_content(const ZoneDatabase& database, const std::string& bytes,
                                      const std::string& country)
{
    if (bytes.empty()) {
        return std::nullopt;
    }
    const auto names = database.names_where([&](const std::string& other) { return other == bytes; });
    if (names.empty()) {
        return std::nullopt;
    }
    const auto rows = rows_of(database, names);
    const auto here = rows_where(rows, country);
    return known(!here.empty()   ? here.front().name
                 : !rows.empty() ? rows.front().name
                                 : first_outside_of_tables(names));
}

/// Whether clocks in all these zones showed the same since 2000, and will: then it is one to everybody who reads them.
/// Sessions of before are rare, and nobody knows their minutes.
bool are_one_in_effect(const ZoneDatabase& database, const std::vector<ZoneDatabase::Row>& rows)
{
    constexpr model::Moment year_2000{std::chrono::seconds{946'684'800}};
    const auto course_of = [&](const ZoneDatabase::Row& row) {
        return course_in(database.bytes_of(row.name), year_2000);
    };
    const auto first = course_of(rows.front());
    return first && std::ranges::all_of(rows, [&](const auto& row) { return course_of(row) == first; });
}

/// The zone that keeps this rule today: the only one there is, or the only one of the country, or any of several that
/// are one in effect; else a guess.
std::optional<MachineZone> by_rule(const ZoneDatabase& database, const std::string& rule, const std::string& country)
{
    if (rule.empty()) {
        return std::nullopt;
    }
    const auto names = database.names_where([&](const std::string& bytes) { return rule_in(bytes) == rule; });
    if (names.empty()) {
        return std::nullopt;
    }
    const auto rows = rows_of(database, names);
    if (rows.empty()) {
        return known(first_outside_of_tables(names));
    }
    const auto here = rows_where(rows, country);
    const auto canonical = std::ranges::count_if(rows, &ZoneDatabase::Row::is_canonical);
    const auto& nearest = here.empty() ? rows : here;
    const auto& first = nearest.front();
    const bool is_only_one = nearest.size() == 1 || (here.empty() && canonical == 1);
    if (is_only_one || are_one_in_effect(database, nearest)) {
        return known(first.name);
    }
    MachineZone zone{.name = first.name, .certainty = ZoneCertainty::guessed};
    std::ranges::transform(rows, std::back_inserter(zone.fitting), &ZoneDatabase::Row::name);
    return zone;
}

/// `Europe/Berlin` out of a path into a database of zones, or out of a name that asks for one of its halves.
std::string name_in(const fs::path& path, const ZoneDatabase& database)
{
    constexpr std::string_view anybodys = "zoneinfo/";
    const std::string own = database.folder().string() + "/";
    std::string name = path.string();
    if (name.starts_with(own)) {
        name.erase(0, own.size());
    } else if (const auto found = name.rfind(anybodys); found != std::string::npos) {
        name.erase(0, found + anybodys.size());
    }
    for (const std::string_view half : {"posix/", "right/"}) {
        if (name.starts_with(half)) {
            name.erase(0, half.size());
        }
    }
    return name;
}

std::optional<MachineZone> by_variable(const ZoneDatabase& database, const ZoneTexts& texts)
{
    const std::string text = texts.tz.starts_with(':') ? texts.tz.substr(1) : texts.tz;
    if (std::string name = name_in(text, database); database.has(name)) {
        return known(std::move(name));
    }
    return fs::path{text}.is_absolute() ? by_content(database, zone_bytes(text), texts.country)
                                        : by_rule(database, plain_rule(text), texts.country);
}

std::optional<MachineZone> by_link(const ZoneDatabase& database, fs::path link)
{
    // A link may lead to another link, which has the name.
    constexpr int most_links = 8;
    for (int i = 0; i < most_links; ++i) {
        std::error_code none;
        const fs::path target = fs::read_symlink(link, none);
        if (target.empty()) {
            break;
        }
        if (std::string name = name_in(target, database); database.has(name)) {
            return known(std::move(name));
        }
        link = (link.parent_path() / target).lexically_normal();
    }
    return std::nullopt;
}

std::string named_in(const fs::path& timezone)
{
    std::ifstream stream{timezone};
    std::string name;
    stream >> name;
    return name;
}

MachineZone by_files(const ZoneDatabase& database, const ZonePlaces& places, const std::string& country)
{
    if (auto zone = by_link(database, places.localtime)) {
        return *zone;
    }
    std::string named = named_in(places.timezone);
    const std::string named_bytes = database.bytes_of(named);
    const std::string bytes = zone_bytes(places.localtime);
    if (!named_bytes.empty() && named_bytes == bytes) {
        return known(std::move(named));
    }
    if (auto zone = by_content(database, bytes, country)) {
        return *zone;
    }
    if (auto zone = by_rule(database, rule_in(bytes), country)) {
        // Of another release of the database: what the clock showed in former years may differ.
        return guessed(*zone);
    }
    if (!named_bytes.empty()) {
        return guessed(known(std::move(named)));
    }
    std::error_code unknown;
    const bool is_missing = fs::symlink_status(places.localtime, unknown).type() == fs::file_type::not_found;
    return is_missing ? known(universal) : MachineZone{};
}

std::string variable(const char* name)
{
    const char* value = std::getenv(name);
    return value != nullptr ? value : std::string{};
}

/// `DE` out of `de_DE.UTF-8`.
std::string country_of_times()
{
    std::string locale;
    for (const char* name : {"LC_ALL", "LC_TIME", "LANG"}) {
        locale = locale.empty() ? variable(name) : locale;
    }
    constexpr std::size_t letters = 2;
    const auto sign = locale.find('_');
    return sign == std::string::npos ? std::string{} : locale.substr(sign + 1, letters);
}

} // namespace

MachineZone find_zone(const ZonePlaces& places, const ZoneTexts& texts)
{
    const ZoneDatabase database{places.database};
    if (texts.tz.empty()) {
        return by_files(database, places, texts.country);
    }
    // Where TZ says nothing that is known, the clock does not show the zone that the files name.
    return by_variable(database, texts).value_or(MachineZone{});
}

std::vector<std::string> zone_names(const fs::path& folder)
{
    const ZoneDatabase database{folder};
    std::vector<std::string> names{universal};
    for (const ZoneDatabase::Row& row : database.rows()) {
        names.push_back(row.name);
    }
    std::ranges::sort(names);
    return names;
}

MachineZone machine_zone()
{
    MachineZone zone = find_zone({}, {.tz = variable("TZ"), .country = country_of_times()});
    return model::is_time_zone(zone.name) ? zone : MachineZone{};
}

} // namespace storage
