#pragma once

#include "model/client_record.h"
#include "model/practice.h"
#include "model/trajectory.h"

#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

/// What a printed summary says, before it is laid out.
namespace model {

/// What is asked for.
struct SummaryRequest {
    Period period{};
    bool by_code = false; ///< The code stands in place of the name.
    bool with_birth_date = false;
    std::string own_words{};          ///< The therapist's paragraph; may be empty.
    std::string next_words{};         ///< What comes next, in the therapist's words; may be empty.
    std::set<std::string> left_out{}; ///< Keys of panels that are not to be printed.

    bool operator==(const SummaryRequest&) const = default;
};

/// How often a way of working was used.
struct ModalityCount {
    std::string modality{}; ///< Its code.
    int sessions = 0;       ///< Attended sessions in which it was used.

    bool operator==(const ModalityCount&) const = default;
};

/// Why a panel is not on the page.
enum class LeftOutReason {
    chosen,    ///< The therapist left it out.
    no_values, ///< Nothing was recorded in the period.
};

struct LeftOutPanel {
    Panel panel{};
    LeftOutReason reason = LeftOutReason::chosen;

    bool operator==(const LeftOutPanel&) const = default;
};

/// Everything that a client's summary says. Risk, notices and note texts are not among it.
struct ClientSummary {
    Practice practice{};
    Therapist therapist{};
    std::string shown_name{}; ///< Name, or code when that was asked for.
    std::string code{};
    std::optional<Date> born_on{}; ///< Only when it was asked for and is known.
    Date made_on{};
    Period period{};
    int sessions_offered = 0; ///< Planned by both: attended, missed or cancelled by the client.
    int sessions_attended = 0;
    std::vector<ModalityCount> modalities{}; ///< Most used first.
    std::string own_words{};
    std::string next_words{};
    Trajectory trajectory{};              ///< The panels that are printed.
    std::vector<LeftOutPanel> left_out{}; ///< The others.

    bool operator==(const ClientSummary&) const = default;
};

/// Chooses the facts of a client's summary.
ClientSummary compose_summary(const ClientRecord& record, std::span<const MeasureDefinition> definitions,
                              const Practice& practice, const Therapist& therapist, const SummaryRequest& request,
                              Date made_on);

/// The period a summary covers unless another is chosen: the episode of care, ending today at the latest.
Period usual_summary_period(const ClientRecord& record, Date today);

} // namespace model
