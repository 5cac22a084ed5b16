#include "app/presenters/demo_casebook.h"

#include "app/exchange/demo_practice.h"
#include "storage/casebook_folder.h"

namespace app {

namespace vault = storage::vault;

storage::Casebook make_demo_casebook(const std::filesystem::path& folder, const Clock& clock)
{
    const std::filesystem::path place = folder / "Demo.casebook";
    vault::NewVault made = vault::make_vault(vault::RecoveryCode::random().text(), vault::KeyCost::smallest());
    storage::make_folder(place, made.vault);
    storage::Casebook casebook{place, std::move(made.vault), clock.now};
    fill_demo_practice(casebook, {.as_of = clock.today()});
    if (clock.habits != model::DateHabits{}) {
        casebook.set_settings({.habits = clock.habits});
    }
    return casebook;
}

} // namespace app
