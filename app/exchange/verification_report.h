#pragma once

#include "model/date_habits.h"
#include "storage/verification.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace app {

/// A finding of a check as people read it.
struct FindingWords {
    std::optional<storage::RowName> row{}; ///< The damaged record, where the finding is about one.
    std::string title{};                   ///< Which record: its kind, whose it is, and when it was written.
    std::string meaning{};                 ///< What happened to it, and what to do.

    bool operator==(const FindingWords&) const = default;
};

/// What a client is called.
using ClientNames = std::function<std::string(model::ClientId)>;

/// The words for a finding; days are those of `clock`.
FindingWords words_for(const storage::TamperFinding& finding, const ClientNames& names, const model::ClockFace& clock);

/// The outcome in one sentence.
std::string outcome_words(const storage::VerificationReport& report);

/// The whole report as JSON.
std::string verification_json(const storage::VerificationReport& report, const ClientNames& names,
                              bool is_behind_its_keys);

} // namespace app
