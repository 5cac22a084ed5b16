#pragma once

#include "model/client.h"
#include "model/erasure.h"
#include "model/merging.h"

#include <array>
#include <optional>
#include <span>
#include <string>
#include <vector>

/// What is said where a client's record is merged with another, removed or erased, in the window and on the command
/// line. A client is called by the code here: what is said stays in the activity and in letters.
namespace app::client_record_words {

/// Of the page.
std::string caption();
std::string merge_button();
std::string remove_button();
std::string erase_button();

/// "Merged with A-OO1 on 30 Nov 2026 by Dana Lee, LPC: entered twice".
std::string merged_line(const std::string& code, model::Date on, const std::string& by, const std::string& reason);

/// "4 signed notes, 1 draft and 2 administrations"; empty when there is nothing.
std::string counted_record(const model::RecordCounts& counts);

// Merging two clients.
std::string merge_heading();
std::string merge_explanation();
std::string find_other_label();
std::string other_label();
std::string nobody_found();
/// "B-2 · Ben Okoro".
std::string client_choice(const std::string& code, const std::string& name);
std::string code_to_keep_label();
std::string reason_label();
std::string merge_now_button();
std::string merged(const model::RecordCounts& moved, const std::string& gone, const std::string& kept);

// Removing a client who was added by mistake.
std::string remove_heading(const std::string& code);
std::string remove_explanation(const model::RecordCounts& counts, const std::string& code);
std::string remove_now_button();
std::string removed(const model::RecordCounts& counts, const std::string& code);

// Erasing a record.
/// What can be chosen in a record with signed notes.
inline constexpr std::array erasure_grounds{model::ErasureGround::retention_ended, model::ErasureGround::legal_duty};
std::string erase_heading(const std::string& code);
std::string erase_explanation(const model::RecordCounts& counts, const std::string& code);
/// Where a record that goes can still be read.
struct CopiesLeft {
    std::optional<model::Date> backups_until{}; ///< Empty where there is no backup in the casebook's own folder.
    std::vector<std::string> put_aside{};       ///< Names of casebooks that a restore put aside.
};
/// Until when backups have what goes.
std::string backups_hold(const CopiesLeft& copies);
std::string ground_label();
std::string ground_choice(model::ErasureGround ground);
/// "legal duty or request".
std::string ground_words(model::ErasureGround ground);
std::string type_code_label(const std::string& code);
std::string erase_now_button();
std::string erased(const model::RecordCounts& counts, const std::string& code);

// What the window says after each, in the one line that it has for that.
std::string merged_news(const std::string& gone, const std::string& kept);
std::string removed_news(const std::string& code, const CopiesLeft& copies);
std::string erased_news(const std::string& code, const CopiesLeft& copies);

/// Before the page goes away while one of these forms is filled in.
std::string unsaved_form();

/// In a list of what was done: a client who is there no more, by the code.
std::string gone_client(const std::string& code);

/// After restoring a backup: who was erased since and is back, or that nobody could tell. Empty when nobody is.
std::string erased_since(std::span<const model::Erasure> erased, bool is_known, const std::string& zone);

// On the command line.
std::string reason_missing();
std::string is_one_client_already(const std::string& from, const std::string& into);
/// The code is a former one of a client who was merged.
std::string is_merged_already(const std::string& code, const std::string& into);
std::string has_signed_notes(const model::RecordCounts& counts, const std::string& code);
/// `sentences` say what the merge would do; `code` is that of the client who would go.
/// `given` is what was typed to confirm, if anything was.
std::string merging_needs_code(const std::vector<std::string>& sentences, const std::string& code,
                               const std::string& given);
std::string removing_needs_code(const model::RecordCounts& counts, const std::string& code);
std::string erasing_needs_code(const model::RecordCounts& counts, const std::string& code);
std::vector<std::string> erasure_columns();
std::string no_erasures();

} // namespace app::client_record_words
