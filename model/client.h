#pragma once

#include "model/calendar.h"
#include "model/ids.h"

#include <array>
#include <cstddef>
#include <optional>
#include <string>

namespace model {

/// What is written down about a person in care. Every text may be empty except the code.
struct ClientDetails {
    std::string code{}; ///< Short, unique in the casebook; used wherever the name must not show.
    std::string name{};
    std::string preferred_name{};
    std::string pronouns{};
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

/// The texts of the details, in their order.
inline constexpr std::array texts_of_details{
    &ClientDetails::code,      &ClientDetails::name,     &ClientDetails::preferred_name,
    &ClientDetails::pronouns,  &ClientDetails::contact,  &ClientDetails::emergency_contact,
    &ClientDetails::guardian,  &ClientDetails::referrer, &ClientDetails::reason_for_care,
    &ClientDetails::diagnosis, &ClientDetails::consents, &ClientDetails::safety_plan,
};

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
