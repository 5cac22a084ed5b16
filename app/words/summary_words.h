#pragma once

#include "model/summary.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

/// What a client's summary says in words that are ours: facts, plainly. Praise is left to the therapist's own
/// paragraph.
namespace app::summary_words {

std::string title();
/// For the PDF's own title, which viewers show in their window: never a name.
std::string file_title(const std::string& code);
/// "Maren Holt · 13 January 2025 to 20 November 2026".
std::string who_and_when(const model::ClientSummary& summary);
/// "58 of 62 sessions attended".
std::string attendance(const model::ClientSummary& summary);
std::string born(model::Date day);

std::string own_words_heading();
std::string over_time_heading();
std::string goals_heading();
std::string goals_explained();
std::string measures_heading();
std::string ways_of_working_heading();
/// "EMDR in 12 sessions, CBT in 9 sessions."
std::string ways_of_working(std::span<const model::ModalityCount> counts, std::span<const model::Modality> modalities);
std::string next_heading();
std::string nothing_recorded();

/// Headings of the tables: what, first, last, change.
std::vector<std::string> goal_columns();
std::vector<std::string> measure_columns();
/// That the chart shows more than the numbers count; empty when it does not.
std::string earlier_values(const model::Panel& panel);

std::string signature(const model::Therapist& therapist);
std::string licence(const model::Therapist& therapist);
std::string signature_line();
std::string date_line();
std::string page_of(std::size_t page, std::size_t pages);
/// The footer's first line: who, and which period.
std::string foot(const model::ClientSummary& summary);
/// The footer's second line: "Left out: session notes, 2 questionnaire scales". What was never recorded is not left
/// out.
std::string left_out_in_short(const model::ClientSummary& summary);
/// Where the log of acts ended when the page was made, so that a page and a casebook can be told to belong together:
/// "Log 1234 · 9f3a 77c1", the entry's number and its mark. The activity's CSV has the mark of every entry.
std::string log_mark(std::uint64_t number, std::span<const std::uint8_t> mark);
/// What that mark is for; said once, below the signature.
std::string log_mark_explained(const std::string& mark);
/// The first bytes of an entry's MAC: "9f3a 77c1".
std::string mark_words(std::span<const std::uint8_t> mark);
/// That boxes are printed in place of these words, and what helps; for the screen.
std::string drawn_as_boxes(std::span<const std::string> words);
/// How many words such a sentence names.
inline constexpr std::size_t most_boxes_named = 5;
/// Each thing that is left out, and why; for the screen.
std::vector<std::string> left_out_in_full(const model::ClientSummary& summary);

} // namespace app::summary_words
