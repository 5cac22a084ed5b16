#pragma once

#include "model/act.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// What the log of acts says to people.
namespace app {

/// What acts can be asked for together.
enum class ActGroup { all, notes, goals, measures, clients, people, papers, backups };

inline constexpr std::array act_groups{ActGroup::all,     ActGroup::notes,  ActGroup::goals,  ActGroup::measures,
                                       ActGroup::clients, ActGroup::people, ActGroup::papers, ActGroup::backups};

/// Where a kind of act belongs; never `all`.
ActGroup group_of(model::ActKind kind);

/// The kinds of a group; none for `all`, which asks for no kind in particular.
std::vector<model::ActKind> kinds_of(ActGroup group);

std::string label_of(ActGroup group);

/// Why the days between which acts are asked for cannot be used.
enum class DaysProblem { from_unreadable, to_unreadable, upside_down };

std::string words_for(DaysProblem problem);

namespace activity_words {

/// What was done, without who and to whom: "Signed a note". `times`: how often in a row. `count` is the act's own.
std::string what_was_done(model::ActKind kind, std::size_t times = 1, std::optional<std::int64_t> count = {});
/// In front of what a damaged entry says.
std::string damaged_entry(const std::string& what);
/// A person whose name cannot be read.
std::string person(std::int64_t number);
/// A client who is not in the casebook, or whose record cannot be read.
std::string unknown_client(std::int64_t number);

std::string heading();
std::string explanation();
std::string client_label();
std::string group_label();
std::string everybody();
std::string from_label();
std::string to_label();
std::string when_column();
std::string who_column();
std::string what_column();
std::string client_column();
std::string show_more_button();
std::string save_button();
/// "10,000 entries", or that there are more.
std::string count(std::size_t entries, bool has_more);
std::string nothing_found();
std::string file_name();
std::string file_dialog_title();
std::string saved(const std::string& file);
std::string not_saved(const std::string& file, const std::string& reason);

} // namespace activity_words

} // namespace app
