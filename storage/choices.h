#pragma once

#include "model/fields.h"
#include "storage/casebook.h"
#include "storage/record.h"

#include <tuple>

template <>
inline constexpr auto model::fields_of<storage::SummaryChoices> =
    std::tuple{field("from_on", &storage::SummaryChoices::from),
               field("to_on", &storage::SummaryChoices::to),
               field("on_letter", &storage::SummaryChoices::on_letter),
               field("by_code", &storage::SummaryChoices::by_code),
               field("with_birth_date", &storage::SummaryChoices::with_birth_date),
               field("own_words", &storage::SummaryChoices::own_words),
               field("next_words", &storage::SummaryChoices::next_words)};

namespace storage {

/// What was chosen for a client's summary the last time; the usual choices when nothing was.
SummaryChoices summary_choices(Record& file, model::ClientId client);

void remember_summary_choices(Record& file, model::ClientId client, const SummaryChoices& choices);

} // namespace storage
