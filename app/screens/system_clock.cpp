#include "app/screens/system_clock.h"

#include "app/presenters/locale_habits.h"

#include <chrono>
#include <langinfo.h>
#include <locale.h>
#include <utility>

namespace app {

model::DateHabits desktop_habits()
{
    // A locale of its own: the program's must not change under anybody's feet.
    const locale_t locale = ::newlocale(LC_TIME_MASK, "", nullptr);
    if (locale == nullptr) {
        return {};
    }
    const std::string name = ::nl_langinfo_l(NL_LOCALE_NAME(LC_TIME), locale);
    const bool is_nobodys = name == "C" || name == "POSIX" || name.starts_with("C."); // Of machines.
    const auto habits =
        is_nobodys ? model::DateHabits{} : habits_in(::nl_langinfo_l(D_FMT, locale), ::nl_langinfo_l(T_FMT, locale));
    ::freelocale(locale);
    return habits;
}

Clock system_clock(std::string zone)
{
    return {
        .now = [] { return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()); },
        .zone = std::move(zone),
        .habits = desktop_habits(),
    };
}

} // namespace app
