#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace storage {

/// How sure it is which zone the machine's clock is in.
enum class ZoneCertainty {
    known,
    guessed, ///< The clock fits this zone, and others as well: somebody has to be asked.
    unknown, ///< Nothing names a zone and nothing fits.
};

/// The time zone of this machine, by its IANA name.
struct MachineZone {
    std::string name = "UTC"; ///< Where it is unknown, only for want of another.
    ZoneCertainty certainty = ZoneCertainty::unknown;
    std::vector<std::string> fitting{}; ///< Of a guess: the zones that fit as well as it does, itself among them.

    bool operator==(const MachineZone&) const = default;
};

/// Where a machine says which zone it is in.
struct ZonePlaces {
    std::filesystem::path database{"/usr/share/zoneinfo"};
    std::filesystem::path localtime{"/etc/localtime"};
    std::filesystem::path timezone{"/etc/timezone"};
};

/// What the surroundings of the program say.
struct ZoneTexts {
    std::string tz{};      ///< The variable TZ; empty where it is not set.
    std::string country{}; ///< `DE`, by the locale for times; empty where it names none.
};

/// Finds the zone: TZ first, which may be a name, the path of a file, or a rule such as `CET-1CEST,M3.5.0,M10.5.0/3`;
/// then what `localtime` links to, what `timezone` names, and the zone whose file `localtime` is a copy of. A rule, and
/// a copy of a file that the database has no more, are held against the rules of all zones; of several that fit and
/// whose clocks have differed since 2000, one is a guess. Of zones that are alike, those in the database's own tables
/// come first, that of the country before others. No `localtime` at all is UTC, as localtime(5) has it.
MachineZone find_zone(const ZonePlaces& places, const ZoneTexts& texts);

/// The zones in the tables of the database in `folder`, in alphabetical order, and UTC.
std::vector<std::string> zone_names(const std::filesystem::path& folder);

/// The zone of the machine that this program runs on.
MachineZone machine_zone();

} // namespace storage
