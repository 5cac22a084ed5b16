#pragma once

#include "app/presenters/slow_work.h"
#include "app/words/typed_date.h"
#include "model/calendar.h"
#include "model/client.h"
#include "model/date_habits.h"
#include "storage/casebook.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace app {

/// The time as the practice's clock shows it. The one place where a presenter learns what time it is.
struct Clock {
    std::function<model::Moment()> now{};
    std::string zone = "UTC"; ///< IANA name.
    model::DateHabits habits{};

    model::Date today() const { return model::date_in_zone(now(), zone); }
    model::TimeOfDay time_of_day() const { return model::time_in_zone(now(), zone); }
    model::ClockFace face() const { return {.zone = zone, .hours = habits.hours}; }

    /// How a date is read in a field that means such a day.
    DateReading reading(DateMeaning meaning) const
    {
        return {.today = today(), .order = habits.order, .meaning = meaning};
    }

    /// The day that was typed for something that was.
    std::optional<model::Date> read_day(std::string_view typed) const
    {
        return read_typed_date(typed, reading(DateMeaning::past));
    }
};

/// How clients are called on the screen: by name, or by code while names are hidden.
struct Names {
    bool are_hidden = false;

    std::string shown(const model::Client& client) const
    {
        return are_hidden ? client.details.code : client.shown_name();
    }
};

/// The six tabs of a client, in their order.
enum class TabKind { sessions, trajectory, goals, measures, summaries, details };

/// Somewhere a gesture may lead: a tab, a note to read, a draft to go on with.
struct Destination {
    model::ClientId client{};
    TabKind tab = TabKind::sessions;
    std::variant<std::monostate, model::NoteId, model::DraftId> note{};
    std::optional<TabKind> back{}; ///< Where the note leads back to; empty: to the list of sessions.

    bool operator==(const Destination&) const = default;
};

/// What every tab of the main window works with. All of it outlives the tab.
struct Workplace {
    storage::Casebook& casebook;
    const Clock& clock;
    const Names& names;
    std::function<void(Destination)> go{}; ///< Leads the window somewhere else.
    SlowWork slow_work = at_once;
    /// Keeps what is typed anywhere on the client's page; false when some of it cannot be kept, or waits for an answer.
    std::function<bool()> keep_all = [] { return true; };
};

} // namespace app
