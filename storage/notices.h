#pragma once

#include "model/administration.h"
#include "model/measure.h"
#include "model/notice.h"
#include "storage/record.h"
#include "storage/risk_choice.h"

#include <vector>

namespace storage {

/// A client's notices, newest first, reviewed ones included.
std::vector<model::Notice> notices_of(Record& file, model::ClientId client);

/// Throws `StorageError{not_found}` when there is none.
model::Notice notice(Record& file, model::NoticeId id);

/// Throws `StorageError{refused}` when it has been reviewed.
void review_notice(Record& file, model::NoticeId id, const model::NoticeReview& review);

/// Brings the notices of a draft into line with it, as it is about to be kept; says whether that changed anything. All
/// of them take its day. While the risk is still being chosen that is all; else the newest one takes the risk as well,
/// or is taken back, or one is raised. One that was reviewed keeps its risk: if that then changes, another one is
/// raised.
bool align_risk_notice(Record& file, const model::Draft& draft, RiskChoice risk = RiskChoice::made);

/// Whether a draft, as it is kept, calls for another notice than it has.
bool is_risk_notice_due(Record& file, const model::Draft& draft);

/// Takes back the notices of a draft that goes away from its client. True when there were any.
bool let_go_of_draft(Record& file, model::DraftId draft);

/// Hands the notices of a draft on to the note it became. True when there were any.
bool follow_to_note(Record& file, model::DraftId draft, model::NoteId note);

/// Raises the notice of a note that never was a draft, if its risk line calls for one. True when it does.
bool raise_for_note(Record& file, model::NoteId note, model::ClientId client, const model::NoteContent& content,
                    model::Moment now);

/// Raises what the answers of a filling-in call for. A bare total raises nothing. True when there was something.
bool raise_for_administration(Record& file, const model::MeasureDefinition& definition,
                              const model::Administration& administration, model::Moment now);

/// A number that no import has yet.
int next_import_number(Record& file);

/// How many notices the answers of a filling-in call for.
int answers_to_review(const model::MeasureDefinition& definition, const model::Administration& administration);

/// Raises the one notice for what an import brought of long ago; `newest` is the day of the newest of these answers.
void raise_for_history(Record& file, model::ClientId client, const model::EarlierAnswers& earlier, model::Date newest,
                       model::Moment now);

/// The notices of an import, of whichever clients, that nobody has reviewed.
std::vector<model::Notice> unreviewed_of_import(Record& file, int import_number);

/// Hands the notices of a filling-in on to `after`, which took its place, where it calls for them as well; takes back
/// the others, and raises what is new. One that was reviewed is raised anew when the answer is another. True when there
/// was something.
bool follow_to_correction(Record& file, const model::MeasureDefinition& definition, const model::Administration& before,
                          const model::Administration& after, model::Moment now);

/// Takes back the notices of something that was marked as entered in error. True when there were any.
bool take_back_for_note(Record& file, model::NoteId note);
bool take_back_for_administration(Record& file, model::AdministrationId administration);

} // namespace storage
