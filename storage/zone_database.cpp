#include "storage/zone_database.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <regex>
#include <sstream>
#include <system_error>
#include <utility>

namespace storage {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view zone_file_mark = "TZif";

std::vector<std::string> parts_of(const std::string& text, char sign)
{
    std::vector<std::string> parts;
    std::istringstream stream{text};
    for (std::string part; std::getline(stream, part, sign);) {
        parts.push_back(std::move(part));
    }
    return parts;
}

/// Not those that only repeat others, with leap seconds or without, and not those that name no zone.
bool is_passed_over(const fs::path& name)
{
    const fs::path first = *name.begin();
    return first == "posix" || first == "right" || first == "localtime" || first == "posixrules" || first == "Factory";
}

} // namespace

std::string zone_bytes(const fs::path& file)
{
    constexpr std::uintmax_t largest = 1024UL * 1024;
    std::error_code none;
    if (!fs::is_regular_file(file, none) || fs::file_size(file, none) > largest || none) {
        return {};
    }
    std::ifstream stream{file, std::ios::binary};
    std::string bytes{std::istreambuf_iterator<char>{stream}, {}};
    return bytes.starts_with(zone_file_mark) ? bytes : std::string{};
}

std::string rule_in(std::string_view bytes)
{
    constexpr std::size_t version_place = 4;
    if (bytes.size() <= version_place || bytes[version_place] < '2' || bytes.back() != '\n') {
        return {};
    }
    bytes.remove_suffix(1);
    const auto line = bytes.rfind('\n');
    return line == std::string_view::npos ? std::string{} : plain_rule(bytes.substr(line + 1));
}

std::string plain_rule(std::string_view rule)
{
    static const std::regex no_minutes{":00(:00)?(?![:0-9])"};
    static const std::regex leading_zero{"(^|[^0-9.:])0+([0-9])"};
    static const std::regex usual_hour{"/2(?=,|$)"};
    constexpr std::size_t longest = 128;
    std::string plain{rule.substr(0, longest)};
    plain = std::regex_replace(plain, no_minutes, "");
    plain = std::regex_replace(plain, leading_zero, "$1$2");
    return std::regex_replace(plain, usual_hour, "");
}

ZoneDatabase::ZoneDatabase(fs::path folder) : folder_{std::move(folder)}
{
    read_table("zone1970.tab", true);
    read_table("zone.tab", false);
}

void ZoneDatabase::read_table(const char* file, bool is_canonical)
{
    constexpr std::size_t name_column = 2;
    std::ifstream stream{folder_ / file};
    for (std::string line; std::getline(stream, line);) {
        const auto cells = parts_of(line, '\t');
        const bool is_row = !line.starts_with('#') && cells.size() > name_column;
        if (is_row && std::ranges::find(rows_, cells[name_column], &Row::name) == rows_.end()) {
            rows_.push_back({cells[name_column], parts_of(cells[0], ','), is_canonical});
        }
    }
}

bool ZoneDatabase::has(const std::string& name) const
{
    return !bytes_of(name).empty();
}

std::string ZoneDatabase::bytes_of(const std::string& name) const
{
    const fs::path path{name};
    const bool is_inside = !name.empty() && path.is_relative() && std::ranges::find(path, fs::path{".."}) == path.end();
    return is_inside && !is_passed_over(path) ? zone_bytes(folder_ / path) : std::string{};
}

std::vector<std::string> ZoneDatabase::names_where(const std::function<bool(const std::string& bytes)>& is_such) const
{
    std::vector<std::string> names;
    std::error_code ended;
    for (fs::recursive_directory_iterator entry{folder_, ended}; !ended && entry != fs::recursive_directory_iterator{};
         entry.increment(ended)) {
        const fs::path name = entry->path().lexically_relative(folder_);
        if (is_passed_over(name)) {
            entry.disable_recursion_pending();
        } else if (const std::string bytes = zone_bytes(entry->path()); !bytes.empty() && is_such(bytes)) {
            names.push_back(name.string());
        }
    }
    std::ranges::sort(names);
    return names;
}

} // namespace storage
