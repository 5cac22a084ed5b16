#include "model/client.h"

#include "model/text.h"

namespace model {

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
