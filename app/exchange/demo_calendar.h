#pragma once

#include "app/exchange/demo_cast.h"
#include "app/exchange/demo_random.h"

#include <set>
#include <utility>
#include <vector>

/// When the sessions of the demo practice take place.
namespace app {

/// The day `week` weeks before `as_of`, on this weekday (1 Monday to 5 Friday).
model::Date demo_day(model::Date as_of, int week, int weekday);

/// The Monday from which a level of care holds that is not the first of its episode.
model::Date demo_level_start(const DemoLevel& level, model::Date as_of);

/// How many weeks before `as_of` a day lies.
double weeks_before(model::Date as_of, model::Date day);

/// A session of the demo practice, and where it stands.
struct DemoSession {
    model::Session session{};
    double week = 0; ///< Before the end of the practice.
    int number = 0;  ///< In its episode, from 0.
    int to_come = 0; ///< How many follow in its episode.
    bool before_break = false;
    bool after_break = false;
    bool is_gone = false; ///< Missed, and the client never came again.
};

/// The hours that are already taken, so that no two clients sit in one room.
using DemoHours = std::set<std::pair<model::Date, int>>;

/// The sessions of one episode, oldest first, none after `as_of`.
std::vector<DemoSession> demo_sessions(const DemoClient& client, const DemoEpisode& episode, const std::string& zone,
                                       model::Date as_of, DemoHours& hours, DemoRandom& random);

/// Exactly `count` sessions up to `as_of`, weekly as far back as that goes: for trying sizes.
std::vector<DemoSession> many_sessions(const DemoClient& client, int count, const std::string& zone, model::Date as_of,
                                       DemoRandom& random);

} // namespace app
