#pragma once

#include "storage/casebook.h"
#include "tests/support/casebooks.h"
#include "tests/support/quick_casebook.h"

#include <span>
#include <string>

/// Casebooks to measure on, filled through the front door and always alike.
namespace bench {

using namespace date::literals;

/// The day on which everything is measured.
inline constexpr model::Date today = 2026_y / 11 / 20;

/// How much a casebook holds.
struct Size {
    int clients = 0;
    int notes_of_each = 0; ///< Signed, one every third day up to `today`; each rates two goals twice.
    int forms_of_each = 0; ///< Half of them PHQ-9, half SCS-SF, both with all their answers.
};

/// About `bytes` bytes of words; another text for each `number`.
std::string text_of(int bytes, int number);

/// A note as a therapist writes it, about 1,500 bytes, that rates `goals`.
model::NoteContent written_note(model::Date day, std::span<const model::GoalId> goals, int number);

/// Adds a client with goals, notes and forms. One with an even number never rates a goal; the therapist does.
model::ClientId add_client(storage::Casebook& casebook, int number, int notes, int forms);

/// Fills an empty casebook in one act.
void fill(storage::Casebook& casebook, Size size);

/// 500 clients and 20,000 notes on disk, made when they are first asked for.
const tests::QuickCasebook& practice_on_disk();

/// What the list of clients draws of each: scores of a form, or ratings of a goal where that form was never filled in.
enum class Lead { by_a_measure, by_ratings };

/// 100 clients with so many notes between them, on disk, made when they are first asked for.
const tests::QuickCasebook& practice_of_notes(int notes, Lead lead);

/// One client with 500 sessions and 150 forms, on disk, in a practice of their size.
const tests::QuickCasebook& long_record_on_disk();
/// That client.
inline constexpr model::ClientId long_record{1};

} // namespace bench
