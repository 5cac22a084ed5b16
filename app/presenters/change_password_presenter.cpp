#include "app/presenters/change_password_presenter.h"

#include "model/text.h"

#include <utility>

namespace app {

namespace vault = storage::vault;

ChangePasswordPresenter::ChangePasswordPresenter(storage::Casebook& casebook, SlowWork slow_work, vault::KeyCost cost)
    : casebook_{casebook}, slow_work_{std::move(slow_work)}, cost_{cost}
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
    on_worker<vault::KeySlot>(
        slow_work_, alive_,
        [keys = std::make_shared<const vault::OpenVault>(casebook_.vault()), old_password, new_password, cost = cost_] {
            if (!vault::is_own_password(*keys, old_password)) {
                throw storage::StorageError{storage::StorageErrorKind::wrong_password};
            }
            return vault::seal_password(*keys, new_password, cost);
        },
        [this](const KeysOrError<vault::KeySlot>& sealed) { finish(sealed); });
}

void ChangePasswordPresenter::finish(const KeysOrError<vault::KeySlot>& sealed)
{
    screen_.is_busy = false;
    if (const auto* kind = std::get_if<storage::StorageErrorKind>(&sealed)) {
        const bool is_wrong = *kind == storage::StorageErrorKind::wrong_password;
        return say(is_wrong ? StartTrouble{.problem = StartProblem::old_password_wrong}
                            : trouble_with_new_password(*kind));
    }
    try {
        casebook_.replace_password(std::get<vault::KeySlot>(sealed));
    } catch (const storage::StorageError& error) {
        return say(StartTrouble{.kind = error.kind});
    }
    screen_.is_done = true;
    say(std::nullopt);
}

void ChangePasswordPresenter::say(const std::optional<StartTrouble>& trouble)
{
    screen_.trouble = trouble;
    on_change();
}

} // namespace app
