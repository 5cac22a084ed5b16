#pragma once

#include "model/calendar.h"
#include "model/fields.h"
#include "model/ids.h"

#include <cstddef>
#include <optional>
#include <string>
#include <tuple>

namespace model {

/// What is written down about a person in care. Every text may be empty except the code.
struct ClientDetails {
    std::string code{}; ///< Short, unique in the casebook; used wherever the name must not show.
    std::string name{};
    std::string preferred_name{};
    std::string pronouns{};
    std::string preferred_language{}; ///< For letters and summaries, in the practice's words.
    std::optional<Date> born_on{};
    std::string contact{};
    std::string emergency_contact{};
    std::string guardian{};
    std::string referrer{};
    std::string reason_for_care{};
    std::string diagnosis{};
    std::string consents{};
    std::string safety_plan{};

    bool operator==(const ClientDetails&) const = default;
};

template <>
inline constexpr auto fields_of<ClientDetails> =
    std::tuple{field("code", &ClientDetails::code),
               field("name", &ClientDetails::name),
               field("preferred_name", &ClientDetails::preferred_name),
               field("pronouns", &ClientDetails::pronouns),
               later_text("preferred_language", &ClientDetails::preferred_language),
               field("born_on", &ClientDetails::born_on),
               field("contact", &ClientDetails::contact),
               field("emergency_contact", &ClientDetails::emergency_contact),
               field("guardian", &ClientDetails::guardian),
               field("referrer", &ClientDetails::referrer),
               field("reason_for_care", &ClientDetails::reason_for_care),
               field("diagnosis", &ClientDetails::diagnosis),
               field("consents", &ClientDetails::consents),
               field("safety_plan", &ClientDetails::safety_plan)};

/// A person in care.
struct Client {
    ClientId id{};
    ClientDetails details{};
    bool is_damaged = false; ///< Its record is not what was written, and so left out.

    /// The preferred name, else the name, else the code.
    const std::string& shown_name() const;

    bool operator==(const Client&) const = default;
};

/// Details as they were until they were changed.
struct ClientVersion {
    ClientDetails details{};
    bool is_of_merged = false; ///< They are another client's, who was merged into this one.
    Moment replaced_at{};
    std::string by{}; ///< Who changed them: name and credentials; empty where they had not been entered.

    bool operator==(const ClientVersion&) const = default;
};

template <>
inline constexpr auto fields_of<ClientVersion> =
    std::tuple{part(&ClientVersion::details), field("is_of_merged", &ClientVersion::is_of_merged),
               field("replaced_at", &ClientVersion::replaced_at), field("author", &ClientVersion::by)};

/// Whether details that are about to be replaced are to be kept as a version. They are saved while somebody types, and
/// not every letter is worth one: only where text was taken away, and else the first change in ten minutes.
bool is_worth_keeping(const ClientDetails& before, const ClientDetails& after, std::optional<Moment> last_kept_at,
                      Moment now);

/// Why a client's details cannot be kept.
enum class DetailsProblem {
    code_missing,
    code_too_long, ///< Over `longest_client_code`.
    code_taken,
    born_in_the_future,
};

/// In characters.
constexpr std::size_t longest_client_code = 20;

/// What is wrong with the details by themselves; whether the code is taken, only the casebook knows.
std::optional<DetailsProblem> problem_with(const ClientDetails& details, Date today);

} // namespace model
