#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace storage {

/// The files of the IANA time zone database as they lie in a folder, and its tables of the zones that people use.
class ZoneDatabase {
public:
    explicit ZoneDatabase(std::filesystem::path folder);

    /// One row of a table.
    struct Row {
        std::string name{};
        std::vector<std::string> countries{}; ///< The one with most people first.
        bool is_canonical = false;            ///< Of `zone1970.tab`, in which zones stand only once.
    };
    /// Those of `zone1970.tab`, then those that only `zone.tab` has, in their order.
    const std::vector<Row>& rows() const { return rows_; }

    /// Whether a zone of this name is there.
    bool has(const std::string& name) const;

    /// The bytes of its file; empty where there is none.
    std::string bytes_of(const std::string& name) const;

    /// All names whose file is such, also those in no table, in alphabetical order.
    std::vector<std::string> names_where(const std::function<bool(const std::string& bytes)>& is_such) const;

    const std::filesystem::path& folder() const { return folder_; }

private:
    void read_table(const char* file, bool is_canonical);

    std::filesystem::path folder_;
    std::vector<Row> rows_{};
};

/// The file's bytes, if it is one of a zone; else nothing.
std::string zone_bytes(const std::filesystem::path& file);

/// The rule that the last line of a zone's file gives for all days to come, in one spelling; empty where it has none.
std::string rule_in(std::string_view bytes);

/// A rule in one spelling: `M3.5.0/02:00:00` is `M3.5.0`, `-01:00` is `-1`.
std::string plain_rule(std::string_view rule);

} // namespace storage
