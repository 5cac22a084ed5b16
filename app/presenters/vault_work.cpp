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

storage::vault::OpenVault copy_of(const storage::vault::OpenVault& vault)
{
    return {
        .keys = vault.keys.copy(),
        .file = vault.file,
        .failed_before = vault.failed_before,
        .from_copy = vault.from_copy,
    };
}

} // namespace app
