#include "app/presenters/locked.h"

#include "storage/settings.h"

#include <array>
#include <charconv>
#include <utility>

namespace app {

namespace {

constexpr std::string_view idle_prefix = "--locked=idle:";
constexpr std::string_view unkept_ending = ",unkept";

constexpr std::array<std::pair<LockReason, std::string_view>, 4> others{{
    {LockReason::asked, "--locked=asked"},
    {LockReason::screen, "--locked=screen"},
    {LockReason::suspend, "--locked=suspend"},
    {LockReason::unsaved, "--locked=unsaved"},
}};

} // namespace

std::string argument_for(const Locked& locked)
{
    const std::string ending{locked.is_kept ? "" : unkept_ending};
    for (const auto& [reason, argument] : others) {
        if (reason == locked.reason) {
            return std::string{argument} + ending;
        }
    }
    return std::string{idle_prefix} + std::to_string(locked.idle_minutes) + ending;
}

std::optional<Locked> locked_from(std::string_view argument)
{
    const bool is_kept = !argument.ends_with(unkept_ending);
    if (!is_kept) {
        argument.remove_suffix(unkept_ending.size());
    }
    for (const auto& [reason, known] : others) {
        if (known == argument) {
            return Locked{.reason = reason, .is_kept = is_kept};
        }
    }
    if (!argument.starts_with(idle_prefix)) {
        return std::nullopt;
    }
    Locked locked{.reason = LockReason::idle, .is_kept = is_kept};
    const char* const end = argument.data() + argument.size();
    const auto [read_to, error] = std::from_chars(argument.data() + idle_prefix.size(), end, locked.idle_minutes);
    const bool is_sound = error == std::errc{} && read_to == end &&
                          storage::Settings{.lock_after_minutes = locked.idle_minutes}.are_allowed();
    return is_sound ? std::optional{locked} : std::nullopt;
}

} // namespace app
