#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// What a check of the casebook says.
namespace app::verification_words {

std::string heading();
std::string explanation();
std::string begin_button();
std::string again_button();
std::string stop_button();
std::string progress_name();
std::string working(int percent);
std::string stopped();
/// "Everything is as it was written: 12,345 records and 6,789 acts."
std::string all_sound(std::uint64_t records, std::uint64_t acts);
/// How much is not as it was written.
std::string findings(std::size_t count, std::uint64_t records, std::uint64_t acts);
/// That only the first of them are shown.
std::string more_findings(std::size_t count);
/// On the command line: which entry is the last, to compare with the foot of a printed page.
std::string activity_ends(const std::string& mark);
/// On the command line, while it works.
std::string progress_line(int percent);

/// A row of the record in the field's words: "Session note", "Part of a session note".
std::string kind_of_record(std::string_view table);
/// Tells records of one kind apart: "Session note no. 12".
std::string numbered(const std::string& kind, std::int64_t id);
/// "Session note no. 12 · A. Example · written 20 Nov 2026, 14:05 by Dana Example"; each part but the kind may be
/// unknown.
std::string record_title(const std::string& kind, const std::string& client, const std::string& day,
                         const std::string& person);
std::string entry_title(std::uint64_t number);
std::string log_title();
std::string file_title();

// What was found, and what to do.
std::string row_edited();
std::string row_removed();
std::string row_inserted();
std::string row_replayed();
std::string row_unreadable();
std::string act_edited();
std::string act_removed();
std::string act_inserted();
std::string acts_reordered();
std::string log_cut_short();
std::string file_damaged();

// In the window, where damage was met.
std::string damaged_banner(std::size_t records);
std::string older_copy_banner();
std::string go_on_with_older_button();
/// Before somebody goes on with records that are older than the keys say.
std::string older_copy_question();
std::string accept_older_button();
std::string not_now_button();
std::string name_of_trouble();
std::string check_button();
std::string damaged_record();
std::string damaged_client_heading();
std::string damaged_client_words();
std::string damaged_note_heading();
std::string damaged_note_words();

} // namespace app::verification_words
