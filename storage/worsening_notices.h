#pragma once

#include "model/measure.h"
#include "model/notice.h"
#include "model/worsening.h"
#include "storage/record.h"

#include <optional>

namespace storage {

/// How a client's notice that the scores of a measure are worse than before should stand.
struct WorseningNotice {
    model::Notice notice{}; ///< Its id is 0 where it is to be raised.
    model::AdministrationId administration{};
};

/// Holds what was noticed against the scores as they are: one notice a measure until it is reviewed, kept up to date
/// while the scores go on being worse, and marked as taken back when the scores that raised it are not there any more.
/// After a review only what became worse since then is new. Nothing is raised for what lies before `recent`. Empty
/// where everything stands as it should.
std::optional<WorseningNotice> worsening_notice_wanted(Record& file, const model::MeasureDefinition& definition,
                                                       model::ClientId client,
                                                       std::optional<model::Date> recent = std::nullopt);

/// The first day of which answers and scores are news when they come in `now`.
model::Date first_recent_day(model::Moment now);

/// Raises the notice, or writes it anew, and hands out its id.
model::NoticeId keep_worsening_notice(Record& file, const WorseningNotice& wanted, model::Moment now);

} // namespace storage
