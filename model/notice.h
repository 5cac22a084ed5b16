#pragma once

#include "model/calendar.h"
#include "model/fields.h"
#include "model/ids.h"
#include "model/session_note.h"

#include <optional>
#include <string>
#include <tuple>

namespace model {

/// What a notice is about.
enum class NoticeKind {
    risk_answer,    ///< A risk item of a measure was answered at or above its limit.
    risk_not_asked, ///< A risk item was left out and has to be asked.
    risk_in_note,   ///< The risk line of a note says more than none.
    criteria_met,   ///< The answers meet the criteria of a diagnosis: assess; it is not one.
    worse_since, ///< A score is worse by at least the threshold than an earlier one. Quiet: nobody is in danger by it.
    earlier_answers, ///< An import brought answers of long ago. Quiet as well.
};

/// Answers older than this are history when they are imported: they are reviewed together.
constexpr int days_of_recent_answers = 60;

/// That a person looked at a notice.
struct NoticeReview {
    std::string by{}; ///< Name and credentials.
    Moment at{};
    std::string what_was_done{};

    bool operator==(const NoticeReview&) const = default;
};

template <>
inline constexpr auto fields_of<NoticeReview> =
    std::tuple{field("reviewed_by", &NoticeReview::by), field("reviewed_at", &NoticeReview::at),
               field("what_was_done", &NoticeReview::what_was_done)};

/// For a notice that a score is worse than an earlier one: the two.
struct WorseSince {
    std::string scale{}; ///< Its code in the measure.
    Date since{};        ///< The day of the earlier, better score.
    double then = 0;     ///< What it was.
    double now = 0;      ///< What it is on the day that the notice concerns.

    bool operator==(const WorseSince&) const = default;
};

/// For a notice that stands for all the earlier answers which an import brought, and which would each have raised one.
struct EarlierAnswers {
    int answers = 0;       ///< Of the client.
    Date from{};           ///< The day of the oldest; the newest is of the day that the notice concerns.
    int import_number = 0; ///< The same for all clients of the import: reviewing one reviews them all.

    bool operator==(const EarlierAnswers&) const = default;
};

/// Something about a client that stays in sight until a person has reviewed it.
struct Notice {
    NoticeId id{};
    ClientId client{};
    NoticeKind kind = NoticeKind::risk_answer;
    std::string measure{};                   ///< Code; empty for a notice from a note.
    int item = 0;                            ///< Item id of the measure; 0 when no single item is meant.
    std::optional<int> answer{};             ///< What the item was answered with; empty for the other kinds.
    RiskLevel risk = RiskLevel::not_asked;   ///< For a notice from a note.
    std::optional<WorseSince> worse{};       ///< Only for a notice of that kind.
    std::optional<EarlierAnswers> earlier{}; ///< Only for a notice of that kind.
    Date concerns{};                         ///< The day of the session or of the administration.
    Moment raised_at{};
    bool is_taken_back = false; ///< What raised it was changed or removed afterwards; the notice stays until reviewed.
    std::optional<NoticeReview> review{};

    /// Whether it asks for a look before long, and not for a person at once.
    bool is_quiet() const { return kind == NoticeKind::worse_since || kind == NoticeKind::earlier_answers; }

    bool operator==(const Notice&) const = default;
};

} // namespace model
