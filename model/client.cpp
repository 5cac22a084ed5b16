#include "model/client.h"

#include "model/text.h"

#include <algorithm>
#include <chrono>
#include <string_view>

namespace model {

namespace {

/// Whether so much of a text is gone that somebody may want it back: all of it, or more than a slip of the keys.
bool lost_text(std::string_view before, std::string_view after)
{
    constexpr std::size_t slip = 20;
    const auto [end, other] = std::ranges::mismatch(before, after);
    const auto prefix = static_cast<std::size_t>(end - before.begin());
    const auto rest = std::min(before.size(), after.size()) - prefix;
    std::size_t suffix = 0;
    while (suffix < rest && before[before.size() - 1 - suffix] == after[after.size() - 1 - suffix]) {
        ++suffix;
    }
    const std::size_t lost = before.size() - prefix - suffix;
    return !before.empty() && (lost == before.size() || lost > slip);
}

} // namespace

bool is_worth_keeping(const ClientDetails& before, const ClientDetails& after, std::optional<Moment> last_kept_at,
                      Moment now)
{
    constexpr std::chrono::minutes pause{10};
    if (before == after) {
        return false;
    }
    const bool is_first = !last_kept_at || now < *last_kept_at || now - *last_kept_at >= pause;
    bool is_lost = false;
    const auto look = [&]<class Value>(const FieldName& /*name*/, const Value& was, const Value& is) {
        if constexpr (std::is_same_v<Value, std::string>) {
            is_lost = is_lost || lost_text(was, is);
        } else {
            is_lost = is_lost || (was != Value{} && was != is);
        }
    };
    visit_fields(look, before, after);
    return is_first || is_lost;
}

const std::string& Client::shown_name() const
{
    if (!details.preferred_name.empty()) {
        return details.preferred_name;
    }
    return details.name.empty() ? details.code : details.name;
}

std::optional<DetailsProblem> problem_with(const ClientDetails& details, Date today)
{
    if (is_blank(details.code)) {
        return DetailsProblem::code_missing;
    }
    if (characters_in(details.code) > longest_client_code) {
        return DetailsProblem::code_too_long;
    }
    if (details.born_on && *details.born_on > today) {
        return DetailsProblem::born_in_the_future;
    }
    return std::nullopt;
}

} // namespace model
