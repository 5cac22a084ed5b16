#include "app/presenters/change_password_presenter.h"

#include "model/text.h"

#include <utility>

namespace app {

namespace vault = storage::vault;

ChangePasswordPresenter::ChangePasswordPresenter(std::filesystem::path folder, SlowWork slow_work, vault::KeyCost cost)
    : folder_{std::move(folder)}, slow_work_{std::move(slow_work)}, cost_{cost}
{
}

void ChangePasswordPresenter::type_password(std::string_view password)
{
    screen_.password_characters = model::is_utf8(password) ? model::characters_in(password) : 0;
    on_change();
}

void ChangePasswordPresenter::change(const std::string& old_password, const std::string& new_password,
                                     const std::string& again)
{
    if (screen_.is_busy) {
        return;
    }
    if (const auto problem = problem_with_new_password(new_password, again)) {
        return say(problem);
    }
    screen_.is_busy = true;
    say(std::nullopt);
    on_worker<vault::OpenVault>(
        slow_work_, alive_,
        [folder = folder_, old_password, new_password, cost = cost_] {
            vault::OpenVault keys = vault::unlock(folder, old_password);
            vault::change_password(folder, keys, new_password, cost);
            return keys;
        },
        [this](const KeysOrError<vault::OpenVault>& result) {
            screen_.is_busy = false;
            const auto* kind = std::get_if<storage::StorageErrorKind>(&result);
            if (kind == nullptr) {
                screen_.is_done = true;
                return say(std::nullopt);
            }
            const bool is_wrong = *kind == storage::StorageErrorKind::wrong_password;
            say(is_wrong ? StartTrouble{.problem = StartProblem::old_password_wrong} : StartTrouble{.kind = *kind});
        });
}

void ChangePasswordPresenter::say(const std::optional<StartTrouble>& trouble)
{
    screen_.trouble = trouble;
    on_change();
}

} // namespace app
