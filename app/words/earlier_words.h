#pragma once

#include <string>

/// What is said about a damaged record as it stands in a backup.
namespace app::earlier_words {

std::string looking();
/// Above the record: which backup it is from.
std::string found(const std::string& when);
/// Where another finding shows the same record.
std::string shown_above();
std::string in_no_backup();
std::string could_not_look();

// Captions that no form has.
std::string wording();
std::string levels();
std::string closed();
std::string answers();
std::string techniques();
std::string about();
std::string idle_minutes();
std::string period();
/// "1 Jan 2026 - 31 Mar 2026"; either day may be open.
std::string from_to(const std::string& from, const std::string& to);

} // namespace app::earlier_words
