#include "app/presenters/locked.h"

#include "storage/settings.h"

#include <array>
#include <charconv>
#include <utility>

namespace app {

namespace {

constexpr std::string_view idle_prefix = "--locked=idle:";

constexpr std::array<std::pair<LockReason, std::string_view>, 4> others{{
    {LockReason::asked, "--locked=asked"},
    {LockReason::screen, "--locked=screen"},
    {LockReason::suspend, "--locked=suspend"},
    {LockReason::unsaved, "--locked=unsaved"},
}};

} // namespace

std::string argument_for(const Locked& locked)
{
    for (const auto& [reason, argument] : others) {
        if (reason == locked.reason) {
            return std::string{argument};
        }
    }
    return std::string{idle_prefix} + std::to_string(locked.idle_minutes);
}

std::optional<Locked> locked_from(std::string_view argument)
{
    for (const auto& [reason, known] : others) {
        if (known == argument) {
            return Locked{.reason = reason};
        }
    }
    if (!argument.starts_with(idle_prefix)) {
        return std::nullopt;
    }
    Locked locked{.reason = LockReason::idle};
    const char* const end = argument.data() + argument.size();
    const auto [read_to, error] = std::from_chars(argument.data() + idle_prefix.size(), end, locked.idle_minutes);
    const bool is_sound = error == std::errc{} && read_to == end &&
                          storage::Settings{.lock_after_minutes = locked.idle_minutes}.are_allowed();
    return is_sound ? std::optional{locked} : std::nullopt;
}

} // namespace app
