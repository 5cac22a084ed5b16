#pragma once

#include "model/calendar.h"
#include "model/fields.h"
#include "model/ids.h"

#include <optional>
#include <string>
#include <tuple>
#include <vector>

namespace model {

/// One of the nine families of goals, with what helps to put one into words.
struct GoalFamily {
    std::string code{}; ///< Stable and short, such as `boundaries`.
    std::string name{};
    std::string at_zero{};                  ///< What 0 on the rating means.
    std::string at_five{};                  ///< What 5 means.
    std::string at_ten{};                   ///< What 10 means.
    std::vector<std::string> examples{};    ///< Wordings to start from.
    std::vector<std::string> small_steps{}; ///< Steps to start from.
    std::vector<std::string> measures{};    ///< Codes of measures that go with it.

    bool operator==(const GoalFamily&) const = default;
};

/// The nine families that come with the program, in the order in which they are offered.
std::vector<GoalFamily> shipped_goal_families();

/// What is written down when a goal is agreed.
struct GoalDetails {
    std::string wording{}; ///< In the words agreed with the client.
    std::string family{};  ///< Code of its family.
    Date agreed_on{};

    bool operator==(const GoalDetails&) const = default;
};

template <>
inline constexpr auto fields_of<GoalDetails> =
    std::tuple{field("wording", &GoalDetails::wording), field("family", &GoalDetails::family),
               field("agreed_on", &GoalDetails::agreed_on)};

/// Words that a goal had before it was reworded.
struct FormerWording {
    std::string wording{};
    Date until{}; ///< The first day on which other words hold.

    bool operator==(const FormerWording&) const = default;
};

template <>
inline constexpr auto fields_of<FormerWording> =
    std::tuple{field("wording", &FormerWording::wording), field("until_on", &FormerWording::until)};

/// Something a client is working towards, in the words agreed with them.
///
/// A goal is closed, never deleted, and reworded, never overwritten: past summaries must keep saying what they said.
struct Goal {
    GoalId id{};
    ClientId client{};
    GoalDetails details{};
    std::optional<Date> closed_on{}; ///< Empty while the goal is being worked on.
    std::string closing_reason{};    ///< For example that it was reached.
    Moment entered_at{};
    std::vector<FormerWording> former_wordings{}; ///< Oldest first.

    /// Whether the goal was being worked on at the end of `day`.
    bool is_open_on(Date day) const { return details.agreed_on <= day && (!closed_on || day < *closed_on); }

    /// The words that held at the end of `day`.
    const std::string& wording_on(Date day) const;

    bool operator==(const Goal&) const = default;
};

template <>
inline constexpr auto fields_of<Goal> =
    std::tuple{field("client_id", &Goal::client), part(&Goal::details), field("closed_on", &Goal::closed_on),
               field("closing_reason", &Goal::closing_reason), field("entered_at", &Goal::entered_at)};

/// The ratings of one goal at one session, each 0 to 10; either may be left out.
struct Rating {
    GoalId goal{};
    std::optional<int> by_therapist{};
    std::optional<int> by_client{};

    bool operator==(const Rating&) const = default;
};

/// The highest rating; the lowest is 0.
inline constexpr int highest_rating = 10;

} // namespace model
