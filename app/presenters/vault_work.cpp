#include "app/presenters/vault_work.h"

namespace app {

std::optional<StartTrouble> problem_with_new_password(const std::string& password, const std::string& again)
{
    if (storage::vault::problem_with(password)) {
        return StartTrouble{.problem = StartProblem::password_unusable};
    }
    if (password != again) {
        return StartTrouble{.problem = StartProblem::passwords_differ};
    }
    return std::nullopt;
}

StartTrouble trouble_with(const storage::vault::RecoveryTypo& typo)
{
    using enum storage::vault::RecoveryTypo::Kind;
    switch (typo.kind) {
    case wrong_group:
        return {.problem = StartProblem::code_group_wrong, .group = typo.group};
    case too_short:
        return {.problem = StartProblem::code_too_short, .group = typo.group};
    case too_long:
        break;
    }
    return {.problem = StartProblem::code_too_long};
}

SheetGroups groups_to_type(const storage::vault::RecoveryCode& code)
{
    constexpr int half = storage::vault::RecoveryCode::groups / 2;
    return {.first = code.bits().front() % half + 1, .second = code.bits().back() % half + half + 1};
}

std::optional<StartTrouble> problem_with_groups(const storage::vault::RecoveryCode& code, const SheetGroups& groups,
                                                std::string_view first, std::string_view second)
{
    for (const auto& [group, typed] : {std::pair{groups.first, first}, std::pair{groups.second, second}}) {
        if (!storage::vault::is_group(code, group, typed)) {
            return StartTrouble{.problem = StartProblem::groups_not_the_same, .group = group};
        }
    }
    return std::nullopt;
}

StartTrouble trouble_with_new_password(storage::StorageErrorKind kind)
{
    return kind == storage::StorageErrorKind::exists ? StartTrouble{.problem = StartProblem::password_not_free}
                                                     : StartTrouble{.kind = kind};
}

} // namespace app
