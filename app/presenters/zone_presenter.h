#pragma once

#include "app/presenters/workplace.h"
#include "storage/machine_zone.h"

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace app {

using storage::machine_zone;
using storage::MachineZone;
using storage::ZoneCertainty;

/// What a person answered before, on this machine.
struct ZoneAnswer {
    std::string zone{};  ///< Empty where nobody was asked.
    std::string guess{}; ///< What the machine was taken for then; empty where that was unknown.
    bool operator==(const ZoneAnswer&) const = default;
};

/// The zone that needs no question: the one that is known, else the answer of before, while the machine says what it
/// said then. Empty where somebody has to be asked.
std::optional<std::string> settled_zone(const MachineZone& found, const ZoneAnswer& before);

/// The answer to be remembered.
ZoneAnswer answer_to(const MachineZone& found, std::string zone);

/// The question which zone the machine is in, without its window.
class ZonePresenter {
public:
    struct Screen {
        std::vector<std::string> zones{};    ///< The guess, others that fit the clock, and the rest.
        std::optional<std::size_t> chosen{}; ///< In `zones`.
        bool is_guess = false;               ///< The machine's clock fits the zone that was chosen at first.
        std::string now_there{};             ///< Date and time in the chosen zone; empty without one.
        bool operator==(const Screen&) const = default;
    };

    /// `names` are the zones to choose from. `clock` tells what time it is.
    ZonePresenter(const MachineZone& found, std::vector<std::string> names, Clock clock);

    const Screen& screen() const { return screen_; }
    std::function<void()> on_change = [] {};
    std::function<void(const std::string&)> on_settled = [](const std::string&) {};

    void choose(std::optional<std::size_t> zone);
    void go_on(); ///< Does nothing unless a zone is chosen.

private:
    Clock clock_;
    Screen screen_;
};

/// The names of the zones that this machine knows.
std::vector<std::string> zones_to_choose();

} // namespace app
